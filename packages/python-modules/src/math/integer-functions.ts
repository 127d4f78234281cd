import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { combinations, factorial, gcd, gcdNumber, integerSquareRoot, permutations } from "./integers.js";

/** Functions of `math` over integers. */
export function integerFunctions({ realm, lists, argument }: Library): NativeDefinition[] {
  const { integers } = realm;

  /** An argument as a BigInt by `__index__`; undefined: raised. */
  function integer(word: Word): bigint | undefined {
    const index = realm.index(word);
    return index === NULL ? undefined : integers.toBigInt(index);
  }

  /** A fold over any number of integers; `ofSmall` for two small ones. */
  const fold = (
    name: string,
    start: bigint,
    step: (a: bigint, b: bigint) => bigint,
    ofSmall?: (a: number, b: number) => number,
  ): NativeDefinition => ({
    name,
    parameters: "(*integers)",
    run(args) {
      const given = argument(args, 0);
      if (ofSmall !== undefined && lists.length(given) === 2) {
        const [a, b] = [lists.item(given, 0), lists.item(given, 1)];
        if ((a & b & 1) !== 0) return realm.int(ofSmall(a >> 1, b >> 1));
      }
      let result = start;
      for (let i = 0; i < lists.length(argument(args, 0)); i++) {
        const value = integer(lists.item(argument(args, 0), i));
        if (value === undefined) return NULL;
        result = step(result, value);
      }
      return realm.int(result);
    },
  });

  const lcm = (a: bigint, b: bigint): bigint => {
    if (a === 0n || b === 0n) return 0n;
    const product = (a / gcd(a, b)) * b;
    return product < 0n ? -product : product;
  };

  function factorialOf(args: Address): Word {
    const n = integer(argument(args, 0));
    if (n === undefined) return NULL;
    if (n < 0n) return realm.raise("ValueError", "factorial() not defined for negative values");
    if (n > 0x7fffffffffffffffn)
      return realm.raise("OverflowError", "factorial() argument should not exceed 9223372036854775807");
    return realm.int(factorial(Number(n)));
  }

  function squareRoot(args: Address): Word {
    const n = integer(argument(args, 0));
    if (n === undefined) return NULL;
    return n < 0n ? realm.raise("ValueError", "isqrt() argument must be nonnegative") : realm.int(integerSquareRoot(n));
  }

  /** n and k of comb and perm; undefined: raised. */
  function pair(args: Address): readonly [bigint, bigint] | undefined {
    const n = integer(argument(args, 0));
    const k = n === undefined ? undefined : integer(argument(args, 1));
    if (n === undefined || k === undefined) return undefined;
    if (n < 0n || k < 0n) {
      realm.raise("ValueError", `${n < 0n ? "n" : "k"} must be a non-negative integer`);
      return undefined;
    }
    return [n, k];
  }

  function choose(args: Address): Word {
    const given = pair(args);
    if (given === undefined) return NULL;
    const [n, k] = given;
    if (k > n) return realm.int(0);
    return realm.int(combinations(n, Number(n - k < k ? n - k : k)));
  }

  function arrange(args: Address): Word {
    if (argument(args, 1) === NULL || argument(args, 1) === realm.none) return factorialOf(args);
    const given = pair(args);
    if (given === undefined) return NULL;
    const [n, k] = given;
    return realm.int(k > n ? 0 : permutations(n, Number(k)));
  }

  return [
    fold("gcd", 0n, gcd, (a, b) => gcdNumber(Math.abs(a), Math.abs(b))),
    fold("lcm", 1n, lcm),
    { name: "factorial", parameters: "(x, /)", run: factorialOf },
    { name: "isqrt", parameters: "(n, /)", run: squareRoot },
    { name: "comb", parameters: "(n, k, /)", run: choose },
    { name: "perm", parameters: "(n, k=None, /)", run: arrange },
  ];
}
