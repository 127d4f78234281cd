import { type Address, NULL, type Word } from "@hotpy/memory";
import { bitsOf, exponential, frexp, ldexp, madeBy, trigonometry, UNDECIDED } from "@hotpy/object-model";
import { type Builtins, squareRoot, toDouble } from "@hotpy/python-builtins";
import { type NativeDefinition, PURE, READS_CONTENTS } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { constants } from "./constants.js";
import { cubeRoot } from "./cube-root.js";
import { erf, erfc } from "./error-function.js";
import { gamma, logGamma } from "./gamma.js";
import { acosh, asinh, atanh, cosh, expm1, sinh, tanh } from "./hyperbolic.js";
import { integerFunctions } from "./integer-functions.js";
import { ExactSum } from "./sums.js";

const surrogateSource = `
def prod_of(iterable, start):
    for item in iterable:
        start = start * item
    return start

def fsum_of(iterable, begin, add, end, forget):
    sum = begin()
    try:
        for item in iterable:
            add(sum, item)
    except:
        forget(sum)
        raise
    return end(sum)
`;

/** The module `math`. */
export function defineMath({ library }: Builtins): void {
  const { realm, lists, iterators, argument } = library;
  const { integers, floats, handles, pythonKernel: kernel } = realm;
  const made = madeBy(realm.heap);
  const surrogate = realm.defineSurrogates(surrogateSource);

  /** A native that surrogates are given, made when first needed. */
  function once(definition: NativeDefinition): () => Word {
    let word: Word = NULL;
    return () => (word === NULL ? (word = realm.native(definition)) : word);
  }

  const domainError = (): Word => realm.raise("ValueError", "math domain error");
  const rangeError = (): Word => realm.raise("OverflowError", "math range error");

  /** Result of a function of floats: NaN from numbers is a domain error, infinity from finite ones a range error. */
  function checked(result: number, inputs: readonly number[], mayOverflow: boolean): Word {
    if (Number.isNaN(result) && !inputs.some(Number.isNaN)) return domainError();
    if (!Number.isFinite(result) && !Number.isNaN(result) && inputs.every(Number.isFinite))
      return mayOverflow ? rangeError() : domainError();
    return realm.float(result);
  }

  /** The same, done by a kernel for ordinary numbers once there is the table that it needs, which `prepare` makes. */
  const byKernel = (
    definition: NativeDefinition,
    prepare: (memory: typeof realm.memory) => void,
    kernel: CallableFunction,
    count = 1,
  ): NativeDefinition => ({
    ...definition,
    kernel: { [count]: kernel },
    run(args, given) {
      prepare(realm.memory);
      return definition.run(args, given);
    },
  });
  const turning = (definition: NativeDefinition, kernel: CallableFunction, count?: number): NativeDefinition =>
    byKernel(definition, trigonometry.prepareTrigonometry, kernel, count);
  const growing = (definition: NativeDefinition, kernel: CallableFunction, count?: number): NativeDefinition =>
    byKernel(definition, exponential.prepareExponentials, kernel, count);

  /** A function of one float. */
  const unary = (name: string, compute: (x: number) => number, mayOverflow = false): NativeDefinition => ({
    name,
    parameters: "(x, /)",
    effects: PURE,
    run(args) {
      const word = argument(args, 0);
      const x = floats.isFloat(word) ? floats.value(word) : toDouble(realm, word);
      return x === undefined ? NULL : checked(compute(x), [x], mayOverflow);
    },
  });

  /** The arguments as doubles; undefined: raised. */
  function doubles(args: Address, count: number): number[] | undefined {
    const result: number[] = [];
    for (let i = 0; i < count; i++) {
      const value = toDouble(realm, argument(args, i));
      if (value === undefined) return undefined;
      result.push(value);
    }
    return result;
  }

  /** What a kernel function gives for floats. */
  function computed(compute: (...floats: Word[]) => Word, given: readonly number[] | undefined): Word {
    if (given === undefined) return NULL;
    const result = compute(...given.map(realm.float));
    return result === UNDECIDED ? domainError() : made(result);
  }

  /** A function of one float or two that a kernel computes. It is asked again when other arguments are floats; what it leaves then has no result. */
  const byFloats = (name: string, kernel: (...floats: Word[]) => Word, count = 1): NativeDefinition => ({
    name,
    parameters: count === 1 ? "(x, /)" : "(x, y, /)",
    effects: PURE,
    kernel: { [count]: kernel },
    run: (args) => computed(kernel, doubles(args, count)),
  });

  const binary = (name: string, compute: (x: number, y: number) => number, check = true): NativeDefinition => ({
    name,
    parameters: "(x, y, /)",
    effects: PURE,
    run(args) {
      const given = doubles(args, 2);
      if (given === undefined) return NULL;
      const result = compute(given[0], given[1]);
      return check ? checked(result, given, true) : realm.float(result);
    },
  });

  /** floor, ceil and trunc: the special method, or rounding a float. */
  function rounding(name: "floor" | "ceil" | "trunc", ofFloat: CallableFunction): NativeDefinition {
    const methodName = realm.intern(`__${name}__`);
    function run(args: Address): Word {
      const word = argument(args, 0);
      const float = realm.floats.isFloat(word) ? Math[name](realm.floats.value(word)) : Number.NaN;
      if (Number.isFinite(float)) return realm.int(float);
      const method = realm.lookupOnType(realm.typeOf(word), methodName);
      if (method !== NULL) return realm.callFound(method, word);
      if (name === "trunc")
        return realm.raise("TypeError", `type ${realm.typeName(word)} doesn't define __trunc__ method`);
      const x = toDouble(realm, word);
      if (x === undefined) return NULL;
      if (Number.isNaN(x)) return realm.raise("ValueError", "cannot convert float NaN to integer");
      if (!Number.isFinite(x)) return realm.raise("OverflowError", "cannot convert float infinity to integer");
      return realm.int(Math[name](x));
    }
    return {
      name,
      parameters: "(x, /)",
      effects: PURE,
      kernel: { 1: ofFloat },
      asks: { method: `__${name}__`, after: realm.afterAny },
      run,
    };
  }

  /** Logarithm of a float or of an int of any size; undefined: raised. */
  function logarithm(word: Word, log: (x: number) => number): number | undefined {
    if (integers.isInteger(word)) {
      if (integers.sign(word) <= 0) {
        domainError();
        return undefined;
      }
      const x = integers.toNumber(word);
      if (Number.isFinite(x)) return log(x);
      const bits = integers.bitLength(word);
      const top = integers.shiftRight(word, realm.int(bits - 64));
      return log(integers.toNumber(top) / 2 ** 64) + log(2) * bits;
    }
    const x = toDouble(realm, word);
    if (x === undefined) return undefined;
    if (x > 0 || Number.isNaN(x)) return log(x);
    domainError();
    return undefined;
  }

  function log(args: Address): Word {
    const x = logarithm(argument(args, 0), exponential.log);
    if (x === undefined) return NULL;
    if (argument(args, 1) === NULL) return realm.float(x);
    const base = logarithm(argument(args, 1), exponential.log);
    if (base === undefined) return NULL;
    return base === 0 ? realm.raise("ZeroDivisionError", "float division by zero") : realm.float(x / base);
  }

  const logOf = (name: string, compute: (x: number) => number): NativeDefinition => ({
    name,
    parameters: "(x, /)",
    effects: PURE,
    run(args) {
      const result = logarithm(argument(args, 0), compute);
      return result === undefined ? NULL : realm.float(result);
    },
  });

  function power(args: Address): Word {
    const given = doubles(args, 2);
    if (given === undefined) return NULL;
    const [x, y] = given;
    // JavaScript has NaN where C says 1.
    if (x === 1 || y === 0) return realm.float(1);
    if (x === -1 && Math.abs(y) === Infinity) return realm.float(1);
    const result = exponential.pow(x, y);
    if (x === 0 && y < 0 && Number.isFinite(y)) return domainError();
    return checked(result, given, true);
  }

  /** IEEE 754 remainder: to the nearest multiple, ties to even. */
  function remainder(x: number, y: number): number {
    if (Number.isNaN(x) || Number.isNaN(y) || Math.abs(x) === Infinity || y === 0) return Number.NaN;
    if (Math.abs(y) === Infinity) return x;
    const [absX, absY] = [Math.abs(x), Math.abs(y)];
    const m = absX % absY;
    const c = absY - m;
    const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (absX - m)) % absY);
    return x < 0 || Object.is(x, -0) ? -r : r;
  }

  /** Items of a list or tuple, which must not change meanwhile, as doubles; undefined: raised. */
  function doublesOf(sequence: Word): number[] | undefined {
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const result: number[] = [];
      for (let i = 0; i < lists.length(handles.get(kept)); i++) {
        const value = toDouble(realm, lists.item(handles.get(kept), i));
        if (value === undefined) return undefined;
        result.push(value);
      }
      return result;
    });
  }

  /** The square root of the sum of squares. */
  const norm = (values: readonly number[]): Word => made(kernel.mathHypotOf(realm.tuple(values.map(realm.float))));

  function distance(args: Address): Word {
    const points = library.withHandles(() => {
      const p = realm.listOf(argument(args, 0));
      if (p === NULL) return undefined;
      const first = handles.push(p);
      const q = realm.listOf(argument(args, 1));
      if (q === NULL) return undefined;
      const second = handles.push(q);
      if (lists.length(handles.get(first)) !== lists.length(q)) {
        realm.raise("ValueError", "both points must have the same number of dimensions");
        return undefined;
      }
      return [doublesOf(handles.get(first)), doublesOf(handles.get(second))];
    });
    if (points === undefined) return NULL;
    const [p, q] = points;
    if (p === undefined || q === undefined) return NULL;
    return norm(p.map((value, i) => value - q[i]));
  }

  function isClose(args: Address): Word {
    const given = doubles(args, 2);
    const [relative, absolute] = [2, 3].map((index) =>
      argument(args, index) === NULL ? [1e-9, 0][index - 2] : toDouble(realm, argument(args, index)),
    );
    if (given === undefined || relative === undefined || absolute === undefined) return NULL;
    if (relative < 0 || absolute < 0) return realm.raise("ValueError", "tolerances must be non-negative");
    return realm.bool(!!kernel.isClose(given[0], given[1], relative, absolute));
  }

  function nextAfter(x: number, y: number): number {
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
    if (x === y) return y;
    if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
    const [lo, hi] = bitsOf(x);
    const bits = (BigInt(hi >>> 0) << 32n) | BigInt(lo >>> 0);
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, x < y === x > 0 ? bits + 1n : bits - 1n);
    return view.getFloat64(0);
  }

  function unitInLastPlace(x: number): number {
    const magnitude = Math.abs(x);
    if (!Number.isFinite(magnitude)) return magnitude;
    const above = nextAfter(magnitude, Infinity);
    return above === Infinity ? magnitude - nextAfter(magnitude, 0) : above - magnitude;
  }

  const overflows = (): Word => realm.raise("OverflowError", "intermediate overflow in fsum");

  const sumWord = (sum: ExactSum): Word => {
    const result = sum.total();
    return result === undefined ? realm.raise("ValueError", "-inf + inf in fsum") : realm.float(result);
  };

  function fsum(args: Address): Word {
    if (iterators.over(argument(args, 0)) === NULL)
      return realm.tailCall(surrogate("fsum_of"), argument(args, 0), beginSum(), addToSum(), endSum(), forgetSum());
    // Items are taken one by one: converting one may change the container.
    return library.withHandles(() => {
      const iterator = handles.push(iterators.over(argument(args, 0)));
      const next = iterators.nextOf(handles.get(iterator)) ?? realm.next;
      const sum = new ExactSum();
      for (;;) {
        const item = next(handles.get(iterator));
        if (item === NULL) return realm.pending() === NULL ? sumWord(sum) : NULL;
        if (realm.isInterrupted()) return NULL;
        const value = toDouble(realm, item);
        if (value === undefined) return NULL;
        if (!sum.add(value)) return overflows();
      }
    });
  }

  /* Sums that the surrogate makes, by numbers that it is given. */
  const sums = new Map<number, ExactSum>();
  let lastSum = 0;
  const sumOf = (args: Address): ExactSum => sums.get(argument(args, 0) >> 1) as ExactSum;
  const beginSum = once({
    name: "begin",
    parameters: "()",
    run() {
      lastSum = (lastSum + 1) & 0xffffff;
      sums.set(lastSum, new ExactSum());
      return realm.int(lastSum);
    },
  });
  const addToSum = once({
    name: "add",
    parameters: "(sum, item, /)",
    run(args) {
      const value = toDouble(realm, argument(args, 1));
      if (value === undefined) return NULL;
      return sumOf(args).add(value) ? realm.none : overflows();
    },
  });
  const endSum = once({
    name: "end",
    parameters: "(sum, /)",
    run(args) {
      const sum = sumOf(args);
      sums.delete(argument(args, 0) >> 1);
      return sumWord(sum);
    },
  });

  const forgetSum = once({
    name: "forget",
    parameters: "(sum, /)",
    run(args) {
      sums.delete(argument(args, 0) >> 1);
      return realm.none;
    },
  });

  function product(args: Address): Word {
    const start = argument(args, 1) === NULL ? realm.int(1) : argument(args, 1);
    return tailCallSource(library, surrogate, "prod_of", [argument(args, 0), start]);
  }

  function frexpOf(args: Address): Word {
    const x = toDouble(realm, argument(args, 0));
    if (x === undefined) return NULL;
    const [fraction, exponent] = frexp(x);
    return realm.tuple([realm.float(fraction), realm.int(exponent)]);
  }

  function ldexpOf(args: Address): Word {
    const x = toDouble(realm, argument(args, 0));
    if (x === undefined) return NULL;
    const given = realm.valueOf(argument(args, 1));
    if (!integers.isInteger(given)) return realm.raise("TypeError", "Expected an int as second argument to ldexp.");
    const exponent = Math.max(-100000, Math.min(100000, integers.toNumber(given)));
    const result = ldexp(x, exponent);
    return Number.isFinite(x) && !Number.isFinite(result) ? rangeError() : realm.float(result);
  }

  function modf(args: Address): Word {
    const x = toDouble(realm, argument(args, 0));
    if (x === undefined) return NULL;
    const whole = Math.trunc(x);
    const fraction = Math.abs(x) === Infinity ? 0 : Math.abs(x - whole);
    const negative = x < 0 || Object.is(x, -0);
    return realm.tuple([realm.float(Number.isNaN(x) ? x : negative ? -fraction : fraction), realm.float(whole)]);
  }

  function hypotenuse(args: Address): Word {
    const values = doublesOf(argument(args, 0));
    return values === undefined ? NULL : norm(values);
  }

  const special = (name: string, compute: (x: number) => number | undefined): NativeDefinition => ({
    name,
    parameters: "(x, /)",
    effects: PURE,
    run(args) {
      const x = toDouble(realm, argument(args, 0));
      if (x === undefined) return NULL;
      const result = compute(x);
      return result === undefined ? domainError() : checked(result, [x], true);
    },
  });

  const functions: NativeDefinition[] = [
    turning(unary("acos", trigonometry.acos), kernel.mathAcos),
    unary("acosh", acosh),
    turning(unary("asin", trigonometry.asin), kernel.mathAsin),
    unary("asinh", asinh),
    turning(unary("atan", trigonometry.atan), kernel.mathAtan),
    unary("atanh", atanh),
    unary("cbrt", cubeRoot),
    turning(unary("cos", trigonometry.cos), kernel.mathCos),
    unary("cosh", cosh, true),
    byFloats("degrees", kernel.mathDegrees),
    unary("erf", erf),
    unary("erfc", erfc),
    growing(unary("exp", exponential.exp, true), kernel.mathExp),
    unary("exp2", (x) => exponential.pow(2, x), true),
    unary("expm1", expm1, true),
    byFloats("fabs", kernel.mathFabs),
    unary("log1p", Math.log1p),
    byFloats("radians", kernel.mathRadians),
    turning(unary("sin", trigonometry.sin), kernel.mathSin),
    unary("sinh", sinh, true),
    squareRoot(library),
    turning(unary("tan", trigonometry.tan), kernel.mathTan),
    unary("tanh", tanh),
    unary("ulp", unitInLastPlace),
    special("gamma", gamma),
    special("lgamma", logGamma),
    turning(binary("atan2", trigonometry.atan2), kernel.mathAtan2, 2),
    byFloats("copysign", kernel.mathCopySign, 2),
    byFloats("fmod", kernel.mathFmod, 2),
    binary("nextafter", nextAfter, false),
    binary("remainder", remainder),
    byFloats("isfinite", kernel.mathIsFinite),
    byFloats("isinf", kernel.mathIsInfinite),
    byFloats("isnan", kernel.mathIsNan),
    rounding("floor", kernel.mathFloor),
    rounding("ceil", kernel.mathCeil),
    rounding("trunc", kernel.mathTrunc),
    growing(
      { name: "log", parameters: "(x, base=None, /)", wording: "groups", effects: PURE, run: log },
      kernel.mathLog,
    ),
    logOf("log2", Math.log2),
    growing(logOf("log10", exponential.log10), kernel.mathLog10),
    growing({ name: "pow", parameters: "(x, y, /)", effects: PURE, run: power }, kernel.mathPow, 2),
    { name: "dist", parameters: "(p, q, /)", effects: READS_CONTENTS, run: distance },
    {
      name: "hypot",
      parameters: "(*coordinates)",
      effects: PURE,
      kernel: { 1: kernel.mathHypotOf },
      spread: kernel.mathHypot,
      run: hypotenuse,
    },
    {
      name: "isclose",
      parameters: "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
      effects: PURE,
      kernel: { 2: kernel.mathIsClose },
      run: isClose,
    },
    { name: "fsum", parameters: "(seq, /)", frames: true, run: fsum },
    { name: "prod", parameters: "(iterable, /, *, start=1)", frames: true, run: product },
    { name: "frexp", parameters: "(x, /)", effects: PURE, run: frexpOf },
    { name: "ldexp", parameters: "(x, i, /)", effects: PURE, run: ldexpOf },
    { name: "modf", parameters: "(x, /)", effects: PURE, run: modf },
    ...integerFunctions(library),
  ];

  realm.defineModule({
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions,
    attributes: () => ({
      ...constants(realm),
    }),
  });
}
