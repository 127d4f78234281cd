import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import { createProducts } from "./integers.js";

/** More factors are never multiplied. */
const MOST_FACTORS = 2 ** 31;

/** Functions of `math` over integers. */
export function integerFunctions({ realm, lists, argument }: Library): NativeDefinition[] {
  const { integers, handles, pythonKernel: kernel } = realm;
  const products = createProducts(integers);
  const made = madeBy(realm.heap);

  /** A fold over any number of integers. */
  const fold = (name: string, start: number, step: (a: Word, b: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(*integers)",
    effects: PURE,
    run(args) {
      const kept = handles.push(realm.int(start));
      for (let i = 0; i < lists.length(argument(args, 0)); i++) {
        const value = realm.index(lists.item(argument(args, 0), i));
        const result = value === NULL ? NULL : step(handles.get(kept), value);
        handles.set(kept, result);
        if (result === NULL) break;
      }
      const result = handles.get(kept);
      handles.release(kept);
      return result;
    },
  });

  /** What a kernel function gives for arguments that are integers by now, or what it leaves. */
  const orElse = (known: Word, rest: () => Word): Word => (known === UNDECIDED ? rest() : made(known));

  /** What has too many factors to be a number that fits in memory. */
  const tooLarge = (): Word => realm.raise("MemoryError", "");

  function factorialOf(args: Address): Word {
    const n = realm.index(argument(args, 0));
    if (n === NULL) return NULL;
    if (integers.sign(n) < 0) return realm.raise("ValueError", "factorial() not defined for negative values");
    if (integers.bitLength(n) > 63)
      return realm.raise("OverflowError", "factorial() argument should not exceed 9223372036854775807");
    return orElse(kernel.mathFactorial(n), () => {
      const count = integers.toNumber(n);
      return count > MOST_FACTORS ? tooLarge() : products.factorial(count);
    });
  }

  function squareRoot(args: Address): Word {
    const n = realm.index(argument(args, 0));
    if (n === NULL) return NULL;
    if (integers.sign(n) < 0) return realm.raise("ValueError", "isqrt() argument must be nonnegative");
    return orElse(kernel.mathIsqrt(n), () => integers.squareRoot(n));
  }

  /** n and k of comb and perm; undefined: raised. */
  function pair(args: Address): readonly [n: Word, k: Word] | undefined {
    const n = realm.index(argument(args, 0));
    if (n === NULL) return undefined;
    const kept = handles.push(n);
    const k = realm.index(argument(args, 1));
    const number = handles.get(kept);
    handles.release(kept);
    if (k === NULL) return undefined;
    if (integers.sign(number) < 0 || integers.sign(k) < 0) {
      realm.raise("ValueError", `${integers.sign(number) < 0 ? "n" : "k"} must be a non-negative integer`);
      return undefined;
    }
    return [number, k];
  }

  function choose(args: Address): Word {
    const given = pair(args);
    if (given === undefined) return NULL;
    const [n, k] = given;
    return orElse(kernel.mathComb(n, k), () => {
      if (integers.compare(k, n) > 0) return realm.int(0);
      const others = integers.subtract(n, k);
      const count = integers.toNumber(integers.compare(others, k) < 0 ? others : k);
      return count > MOST_FACTORS ? tooLarge() : products.combinations(n, count);
    });
  }

  function arrange(args: Address): Word {
    if (argument(args, 1) === NULL || argument(args, 1) === realm.none) return factorialOf(args);
    const given = pair(args);
    if (given === undefined) return NULL;
    const [n, k] = given;
    return orElse(kernel.mathPerm(n, k), () => {
      if (integers.compare(k, n) > 0) return realm.int(0);
      const count = integers.toNumber(k);
      return count > MOST_FACTORS ? tooLarge() : products.permutations(n, count);
    });
  }

  return [
    { ...fold("gcd", 0, integers.gcd), kernel: { 1: kernel.mathGcdOf }, spread: kernel.mathGcd },
    { ...fold("lcm", 1, products.lcm), spread: kernel.mathLcm },
    { name: "factorial", parameters: "(x, /)", effects: PURE, kernel: { 1: kernel.mathFactorial }, run: factorialOf },
    { name: "isqrt", parameters: "(n, /)", effects: PURE, kernel: { 1: kernel.mathIsqrt }, run: squareRoot },
    { name: "comb", parameters: "(n, k, /)", effects: PURE, kernel: { 2: kernel.mathComb }, run: choose },
    { name: "perm", parameters: "(n, k=None, /)", effects: PURE, kernel: { 2: kernel.mathPerm }, run: arrange },
  ];
}
