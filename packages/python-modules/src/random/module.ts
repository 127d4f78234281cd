import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import { type Builtins, intArgument } from "@hotpy/python-builtins";
import { RANDOM_STATE, RANDOM_WORDS } from "@hotpy/python-objects";

const WORD_BITS = 32n;
/** No integer has more bits (see integers). */
const MOST_BITS = 2 ** 30;
const RANDOM = defineFields("random", { state: fixed("word", RANDOM_STATE) });

/** The module `_random`: the class Random, with the numbers of CPython. */
export function defineRandom({ library }: Builtins): void {
  const { realm, argument } = library;
  const { integers, none, platform, bytes, pythonKernel } = realm;
  const { i32 } = realm.memory;
  const shape = realm.shapes.define(layoutOf("random", RANDOM), NULL);

  /** An object of bytes of which the words are these. Leaf. */
  function wordsFrom(words: Uint32Array): Word {
    return bytes.fromArray(new Uint8Array(words.buffer));
  }

  function create(): Word {
    const state = wordsFrom(new Uint32Array(RANDOM_WORDS));
    const self = realm.object(shape);
    i32[(self + RANDOM_STATE) >>> 2] = state;
    return self;
  }

  /** Word index of the numbers of the state, behind which stands how many of them have been used. */
  const stateOf = (self: Word): number => bytes.data(i32[(self + RANDOM_STATE) >>> 2]) >>> 2;

  function seedBy(self: Word, key: Uint32Array): void {
    pythonKernel.seedRandom(self, bytes.data(wordsFrom(key)), key.length);
  }

  /** Seeds the generator at a place of the stack by what lies at another. False: raised. May collect. */
  function seedWith(place: () => Word, given: Word): boolean {
    if (given === NULL || given === none) {
      const random = new Uint32Array(RANDOM_WORDS - 1);
      platform.randomBytes(new Uint8Array(random.buffer));
      seedBy(place(), random);
      return true;
    }
    const number = realm.valueOf(given);
    let seed: bigint;
    if (integers.isInteger(number)) seed = integers.toBigInt(number);
    else {
      const hash = realm.hash(given);
      if (hash === NULL) return false;
      // The hash's 64 bits without a sign.
      seed = BigInt.asUintN(64, integers.toBigInt(hash));
    }
    if (seed < 0n) seed = -seed;
    const key: number[] = [];
    for (; seed > 0n; seed >>= WORD_BITS) key.push(Number(seed & 0xffffffffn));
    seedBy(place(), Uint32Array.from(key.length === 0 ? [0] : key));
    return true;
  }

  function bits(self: Word, count: number): Word {
    if (count <= 32) return realm.int(count === 0 ? 0 : pythonKernel.drawWord(self) >>> (32 - count));
    const size = Math.ceil(count / 32) * 4;
    realm.heap.require(size);
    const numbers = new Uint32Array(size / 4);
    for (let i = 0; i < numbers.length; i++) {
      const left = count - i * 32;
      const next = pythonKernel.drawWord(self) >>> 0;
      numbers[i] = left < 32 ? next >>> (32 - left) : next;
    }
    const digits = wordsFrom(numbers);
    return integers.fromBytes(bytes.data(digits), size, true, false);
  }

  function setState(args: Address): Word {
    const state = realm.valueOf(argument(args, 1));
    const items = realm.typeOf(state) === realm.type("tuple") ? library.lists : undefined;
    if (items === undefined) return realm.raise("TypeError", "state vector must be a tuple");
    if (items.length(state) !== RANDOM_WORDS) return realm.raise("ValueError", "state vector is the wrong size");
    const values: number[] = [];
    for (let i = 0; i < RANDOM_WORDS; i++) {
      const each = realm.valueOf(items.item(state, i));
      if (!integers.isInteger(each)) return realm.raise("TypeError", "an integer is required");
      values.push(Number(integers.toBigInt(each)));
    }
    if (values[RANDOM_WORDS - 1] < 0 || values[RANDOM_WORDS - 1] >= RANDOM_WORDS)
      return realm.raise("ValueError", "invalid state");
    i32.set(values, stateOf(argument(args, 0)));
    return none;
  }

  const type = realm.defineType({
    name: "Random",
    module: "_random",
    shapes: [shape],
    isBase: true,
    construct: {
      name: "Random",
      parameters: "(cls, seed=None)",
      run(args) {
        return library.withHandles(() => {
          const self = realm.handles.push(create());
          return seedWith(() => realm.handles.get(self), argument(args, 1)) ? realm.handles.get(self) : NULL;
        });
      },
    },
    methods: [
      {
        name: "random",
        parameters: "(self, /)",
        kernel: { 1: pythonKernel.drawFloat },
        run: (args) => pythonKernel.drawFloat(argument(args, 0)) || realm.heap.exhausted(),
      },
      {
        name: "seed",
        parameters: "(self, n=None, /)",
        run: (args) => (seedWith(() => argument(args, 0), argument(args, 1)) ? none : NULL),
      },
      {
        name: "getstate",
        parameters: "(self, /)",
        run(args) {
          const at = stateOf(argument(args, 0));
          return realm.tuple(Array.from(i32.subarray(at, at + RANDOM_WORDS), (word) => realm.int(word >>> 0)));
        },
      },
      { name: "setstate", parameters: "(self, state, /)", run: setState },
      {
        name: "getrandbits",
        parameters: "(self, k, /)",
        kernel: { 2: pythonKernel.drawBits },
        run(args) {
          const count = intArgument(realm, argument(args, 1));
          if (count === undefined) return NULL;
          if (count < 0) return realm.raise("ValueError", "number of bits must be non-negative");
          if (count > MOST_BITS) return realm.raise("MemoryError", "");
          return bits(argument(args, 0), count);
        },
      },
    ],
  });
  realm.defineModule({ name: "_random", attributes: () => ({ Random: type }) });
}
