import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import { FIRST_DYNAMIC_SHAPE, SHAPE_TUPLE, shapeIdOf, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import {
  type NativeDefinition,
  type ObjectCall,
  READS_CONTENTS,
  type Realm,
  WRITES_DICTS,
  WRITES_SETS,
} from "@hotpy/python-objects";

/**
 * Operations of dicts and sets on keys whose `__hash__` is written in Python: surrogates, so that `__hash__` and `__eq__` are called by code in Python alone.
 * Nothing re-enters the interpreter's loop for them, and traces run straight through.
 */
export interface HashedKeys {
  /** Whether a key is for these. Leaf. */
  isFor(key: Word): boolean;
  /** Performs an operation on a container that is exactly a dict, a set or a frozenset; for natives with `frames: true`. */
  call(operation: HashedOperation, ...args: readonly Word[]): Word;
  /** The function that performs an operation. */
  surrogate(operation: HashedOperation): Word;
  /** The same for traces: the operation for each number of arguments. */
  forTraces(operations: Readonly<Record<number, HashedOperation>>): ObjectCall;
}

export type HashedOperation =
  | "dict_item"
  | "dict_get"
  | "dict_get_none"
  | "dict_has"
  | "dict_set"
  | "dict_pop"
  | "dict_pop_or"
  | "dict_setdefault"
  | "dict_setdefault_none"
  | "set_has"
  | "set_add"
  | "hash_of_tuple";

/**
 * What is met on the way of a hash is compared, unless it is the key itself. If the container has changed meanwhile, the search begins anew, as in CPython. See the
 * kernel's `seek.ts` for places.
 */
const seek = (of: "dict" | "set"): string => `
    code = hash(key)
    at = seek_in_${of}(container, key, code, 0)
    while at < -1:
        met = met_in_${of}(container, code, at)
        is_equal = True if met == key else False
        settled = settle_in_${of}(container, code, at, met)
        if settled < 0:
            at = seek_in_${of}(container, key, code, 0)
        elif is_equal:
            at = settled
        else:
            at = seek_in_${of}(container, key, code, at)`;

const source = `
def dict_item(container, key):${seek("dict")}
    if at < 0:
        raise KeyError(key)
    return value_in_dict(container, at)

def dict_get(container, key, default):${seek("dict")}
    return default if at < 0 else value_in_dict(container, at)

def dict_get_none(container, key):${seek("dict")}
    return None if at < 0 else value_in_dict(container, at)

def dict_has(container, key):${seek("dict")}
    return at >= 0

def dict_set(container, key, value):${seek("dict")}
    if at < 0:
        add_to_dict(container, key, code, value)
    else:
        set_in_dict(container, at, key, value)

def dict_pop(container, key):
    if not container:
        raise KeyError(key)${seek("dict")}
    if at < 0:
        raise KeyError(key)
    return pop_from_dict(container, at)

def dict_pop_or(container, key, default):
    if not container:
        return default${seek("dict")}
    return default if at < 0 else pop_from_dict(container, at)

def dict_setdefault(container, key, default):${seek("dict")}
    if at >= 0:
        return value_in_dict(container, at)
    add_to_dict(container, key, code, default)
    return default

def dict_setdefault_none(container, key):${seek("dict")}
    if at >= 0:
        return value_in_dict(container, at)
    add_to_dict(container, key, code, None)

def set_has(container, key):${seek("set")}
    return at >= 0

def set_add(container, key):${seek("set")}
    if at < 0:
        add_to_set(container, key, code)

def hash_of_tuple(items):
    count = len(items)
    if count == 2:
        a, b = items
        return join_two_hashes(hash(a), hash(b))
    if count == 3:
        a, b, c = items
        return join_three_hashes(hash(a), hash(b), hash(c))
    hashes = []
    for item in items:
        hashes.append(hash(item))
    return join_hashes(hashes)
`;

/** Operations that the loop begins by a kernel, by the number that they have there. */
const OF_LOOP: readonly HashedOperation[] = ["dict_item", "dict_set", "dict_has"];

export function createHashedKeys(realm: Realm): HashedKeys {
  const surrogate = realm.defineSurrogates(source, natives(realm));
  /** Those that the kernel knows. */
  const noted = new Set<number>();
  /** The kernel asks for the traits of instances. */
  function note(key: Word): void {
    if (isSmall(key)) return;
    const shape = shapeIdOf(realm.memory, key);
    if (shape >= FIRST_DYNAMIC_SHAPE) realm.noteTraits(realm.typeOf(key));
    // What lies deeper is noted when the inner tuple is hashed.
    else if (shape === SHAPE_TUPLE) {
      const first = (key + TUPLE_ITEMS) >>> 2;
      for (let i = 0; i < realm.memory.i32[(key + TAIL_SIZE) >>> 2]; i++) {
        const item = realm.memory.i32[first + i];
        if (!isSmall(item) && shapeIdOf(realm.memory, item) !== SHAPE_TUPLE) note(item);
      }
    }
  }
  return {
    isFor(key) {
      if (!realm.isHashedByCode(key)) return false;
      note(key);
      return true;
    },
    call(operation, ...args) {
      const fn = surrogate(operation);
      const number = OF_LOOP.indexOf(operation);
      if (number >= 0 && !noted.has(number)) {
        noted.add(number);
        realm.pythonKernel.noteHashedAccess(number, realm.root(fn));
      }
      return realm.tailCall(fn, ...args);
    },
    surrogate,
    forTraces: (operations) => ({
      method: "__hash__",
      surrogate: (count) => (operations[count] === undefined ? undefined : surrogate(operations[count])),
    }),
  };
}

function natives({
  memory: { i32 },
  none,
  dicts,
  integers,
  heap,
  pythonKernel: kernel,
}: Realm): readonly NativeDefinition[] {
  const word = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  /** A native that is a function of the kernel, which decides unless there is no memory. */
  const leaf = (
    name: string,
    parameters: readonly string[],
    run: (...words: Word[]) => Word,
    effects: NativeDefinition["effects"] = READS_CONTENTS,
  ): NativeDefinition => ({
    name,
    parameters: `(${parameters.join(", ")}, /)`,
    effects,
    kernel: { [parameters.length]: run },
    run: (args) => run(...parameters.map((_, index) => word(args, index))) || heap.exhausted(),
  });
  const seeking = ["container", "key", "code", "behind"];
  const meeting = ["container", "code", "place"];
  return [
    leaf("join_hashes", ["hashes"], kernel.joinHashes),
    leaf("join_two_hashes", ["a", "b"], kernel.joinTwoHashes),
    leaf("join_three_hashes", ["a", "b", "c"], kernel.joinThreeHashes),
    leaf("seek_in_dict", seeking, kernel.seekInDict),
    leaf("met_in_dict", meeting, kernel.metInDict),
    leaf("settle_in_dict", [...meeting, "met"], kernel.settleInDict),
    leaf("value_in_dict", ["dict", "entry"], kernel.valueInDict),
    leaf("pop_from_dict", ["dict", "entry"], kernel.popFromDict, WRITES_DICTS),
    {
      name: "set_in_dict",
      parameters: "(dict, entry, key, value, /)",
      effects: WRITES_DICTS,
      kernel: { 4: kernel.setInDict },
      run(args) {
        dicts.kernel.setEntry(word(args, 0), integers.toNumber(word(args, 1)), word(args, 2), word(args, 3));
        return none;
      },
    },
    {
      name: "add_to_dict",
      parameters: "(dict, key, code, value, /)",
      effects: WRITES_DICTS,
      kernel: { 4: kernel.addToDict },
      run: (args) =>
        dicts.setHashed(word(args, 0), word(args, 1), kernel.hashForDicts(word(args, 2)), word(args, 3)) ? none : NULL,
    },
    leaf("seek_in_set", seeking, kernel.seekInSet),
    leaf("met_in_set", meeting, kernel.metInSet),
    leaf("settle_in_set", [...meeting, "met"], kernel.settleInSet),
    {
      name: "add_to_set",
      parameters: "(set, key, code, /)",
      effects: WRITES_SETS,
      kernel: { 3: kernel.addHashedToSet },
      run: (args) => kernel.addHashedToSet(word(args, 0), word(args, 1), word(args, 2)) || heap.exhausted(),
    },
  ];
}
