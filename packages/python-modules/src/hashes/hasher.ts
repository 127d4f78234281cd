import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** A hash in the making. `digest` ends it. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Hasher;
}

/** Offset of the index of the hasher among the heap's host values. */
const HOST = 8;
const HASH = defineFields("hash", { host: fixed("i32", HOST) });

/** Objects that hold hashers of one kind. */
export interface HashObjects {
  readonly shape: number;
  wrap(hasher: Hasher): Word;
  hasherOf(self: Word): Hasher;
  /** `update`, `digest`, `hexdigest` and `copy`. */
  readonly methods: readonly NativeDefinition[];
}

/** Feeds the bytes of an argument. False: raised. Leaf. */
export function feed({ realm }: Library, hasher: Hasher, data: Word): boolean {
  const value = realm.valueOf(data);
  if (realm.strings.isString(value)) {
    realm.raise("TypeError", "Strings must be encoded before hashing");
    return false;
  }
  if (realm.buffers.typeOf(value) === undefined) {
    realm.raise("TypeError", "object supporting the buffer API required");
    return false;
  }
  const found = realm.buffers.bytes(value);
  if (found === undefined) return false;
  const from = found.data >>> 0;
  hasher.update(realm.memory.u8.subarray(from, from + found.size));
  return true;
}

const digitsOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param takesLength of hashes of any length: the digest has the bytes that an argument says */
export function createHashObjects(library: Library, name: string, takesLength = false): HashObjects {
  const { realm, argument } = library;
  const { i32 } = realm.memory;
  const shape = realm.shapes.define(layoutOf(name, HASH), NULL);
  const hasherOf = (self: Word): Hasher => realm.heap.hosts.get(i32[(self + HOST) >>> 2]) as Hasher;

  function wrap(hasher: Hasher): Word {
    const self = realm.object(shape);
    i32[(self + HOST) >>> 2] = realm.heap.hosts.add(hasher, self);
    return self;
  }

  /** The digest of what is there so far; undefined: raised. */
  function digest(args: Address): Uint8Array | undefined {
    const hasher = hasherOf(argument(args, 0)).clone();
    if (!takesLength) return hasher.digest();
    const length = realm.index(argument(args, 1));
    if (length === NULL) return undefined;
    const size = realm.integers.toNumber(length);
    if (size < 0 || size >= MOST_BYTES) {
      realm.raise("ValueError", size < 0 ? "value must be positive" : "length is too large");
      return undefined;
    }
    return (hasherOf(argument(args, 0)).clone() as Hasher & { xof(size: number): Uint8Array }).xof(size);
  }
  const parameters = takesLength ? "(self, length, /)" : "(self, /)";

  return {
    shape,
    wrap,
    hasherOf,
    methods: [
      {
        name: "update",
        parameters: "(self, obj, /)",
        run: (args) => (feed(library, hasherOf(argument(args, 0)), argument(args, 1)) ? realm.none : NULL),
      },
      {
        name: "digest",
        parameters,
        run(args) {
          const made = digest(args);
          return made === undefined ? NULL : realm.bytes.fromArray(made);
        },
      },
      {
        name: "hexdigest",
        parameters,
        run(args) {
          const made = digest(args);
          return made === undefined ? NULL : realm.str(digitsOf(made));
        },
      },
      { name: "copy", parameters: "(self, /)", run: (args) => wrap(hasherOf(argument(args, 0)).clone()) },
    ],
  };
}

/** Digests of any length must be shorter. */
const MOST_BYTES = 2 ** 29;
