import { type Address, NULL, type Word } from "@hotpy/memory";
import { type Builtins, intArgument } from "@hotpy/python-builtins";
import { createHostObjects } from "../host-objects.js";
import { MersenneTwister } from "./mersenne-twister.js";

const WORD_BITS = 32n;
const STATE_SIZE = 625;
/** No integer has more bits (see integers). */
const MOST_BITS = 2 ** 30;

/** The module `_random`: the class Random, with the numbers of CPython. */
export function defineRandom({ library }: Builtins): void {
  const { realm, argument } = library;
  const { integers, none, platform } = realm;
  const { shape, wrap, get: twisterOf } = createHostObjects<MersenneTwister>(library, "random");

  function seedWith(twister: MersenneTwister, given: Word): boolean {
    if (given === NULL || given === none) {
      const bytes = new Uint8Array(STATE_SIZE * 4 - 4);
      platform.randomBytes(bytes);
      twister.seed([...new Uint32Array(bytes.buffer)]);
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
    twister.seed(key.length === 0 ? [0] : key);
    return true;
  }

  function bits(twister: MersenneTwister, count: number): Word {
    if (count <= 32) return realm.int(count === 0 ? 0 : twister.next() >>> (32 - count));
    const size = Math.ceil(count / 32) * 4;
    realm.heap.require(size);
    const numbers = new Uint32Array(size / 4);
    for (let i = 0; i < numbers.length; i++) {
      const left = count - i * 32;
      const next = twister.next();
      numbers[i] = left < 32 ? next >>> (32 - left) : next;
    }
    const digits = realm.bytes.fromArray(new Uint8Array(numbers.buffer));
    return integers.fromBytes(realm.bytes.data(digits), size, true, false);
  }

  function setState(args: Address): Word {
    const state = realm.valueOf(argument(args, 1));
    const items = realm.typeOf(state) === realm.type("tuple") ? library.lists : undefined;
    if (items === undefined) return realm.raise("TypeError", "state vector must be a tuple");
    if (items.length(state) !== STATE_SIZE) return realm.raise("ValueError", "state vector is the wrong size");
    const values: number[] = [];
    for (let i = 0; i < STATE_SIZE; i++) {
      const each = realm.valueOf(items.item(state, i));
      if (!integers.isInteger(each)) return realm.raise("TypeError", "an integer is required");
      values.push(Number(integers.toBigInt(each)));
    }
    if (values[STATE_SIZE - 1] < 0 || values[STATE_SIZE - 1] >= STATE_SIZE)
      return realm.raise("ValueError", "invalid state");
    twisterOf(argument(args, 0)).set(values);
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
        const twister = new MersenneTwister();
        if (!seedWith(twister, argument(args, 1))) return NULL;
        return wrap(twister);
      },
    },
    methods: [
      {
        name: "random",
        parameters: "(self, /)",
        run: (args) => realm.float(twisterOf(argument(args, 0)).nextDouble()),
      },
      {
        name: "seed",
        parameters: "(self, n=None, /)",
        run: (args) => (seedWith(twisterOf(argument(args, 0)), argument(args, 1)) ? none : NULL),
      },
      {
        name: "getstate",
        parameters: "(self, /)",
        run: (args) => realm.tuple(twisterOf(argument(args, 0)).get().map(realm.int)),
      },
      { name: "setstate", parameters: "(self, state, /)", run: setState },
      {
        name: "getrandbits",
        parameters: "(self, k, /)",
        run(args) {
          const count = intArgument(realm, argument(args, 1));
          if (count === undefined) return NULL;
          if (count < 0) return realm.raise("ValueError", "number of bits must be non-negative");
          if (count > MOST_BITS) return realm.raise("MemoryError", "");
          return bits(twisterOf(argument(args, 0)), count);
        },
      },
    ],
  });
  realm.defineModule({ name: "_random", attributes: () => ({ Random: type }) });
}
