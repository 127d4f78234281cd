import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy } from "@hotpy/object-model";
import {
  type BinaryOperator,
  type Complex,
  type NativeDefinition,
  PURE,
  type Realm,
  SHAPE_COMPLEX,
} from "@hotpy/python-objects";
import { formatMethod } from "../formatting/format-method.js";
import type { Library } from "../library.js";
import { add, divide, hypot, multiply, negate, power, subtract } from "./complex-arithmetic.js";
import { complexFormat } from "./complex-format.js";
import { complexText, parseComplex } from "./complex-text.js";
import { convertedToDouble } from "./convert.js";

const HASH_MULTIPLIER = 1000003n;

/** complex. */
export function defineComplexType(library: Library): void {
  const { realm, argument } = library;
  const { complexes, strings, floats, integers, pythonKernel } = realm;
  const made = madeBy(realm.heap);

  const value = (args: Address): Complex => complexes.value(argument(args, 0));
  const textOf = (number: number): string => strings.toJS(made(pythonKernel.textOfNumber(realm.float(number))));
  const method = (name: string, run: (value: Complex, word: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    run: (args) => run(value(args), argument(args, 0)),
  });

  const has = (word: Word, name: string): boolean =>
    realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL;
  const isNumber = (word: Word): boolean =>
    has(word, "__float__") || has(word, "__index__") || complexes.isComplex(realm.valueOf(word));

  function fromText(word: Word): Word {
    const parsed = parseComplex(strings.toJS(word));
    if (parsed !== undefined) return complexes.create(parsed);
    // CPython looks at underscores first.
    if (!/(?<!\d)_|_(?!\d)/.test(strings.toJS(word)))
      return realm.raise("ValueError", "complex() arg is a malformed string");
    const shown = realm.repr(word);
    return shown === NULL
      ? NULL
      : realm.raise("ValueError", `could not convert string to complex: ${strings.toJS(shown)}`);
  }

  /** One argument as a complex number; undefined: raised. May collect. */
  function partOf(word: Word): Complex | undefined {
    const carried = realm.valueOf(word);
    if (complexes.isComplex(carried)) return complexes.value(carried);
    const real = convertedToDouble(realm, word);
    return real === undefined ? undefined : { real, imag: 0 };
  }

  function construct(args: Address): Word {
    const [first, second] = [argument(args, 1), argument(args, 2)];
    if (first !== NULL && second === NULL && complexes.isComplex(first)) return first;
    if (first !== NULL && strings.isString(realm.valueOf(first))) {
      if (second === NULL) return fromText(realm.valueOf(first));
      return realm.raise("TypeError", "complex() can't take second arg if first is a string");
    }
    if (second !== NULL && strings.isString(realm.valueOf(second)))
      return realm.raise("TypeError", "complex() second arg can't be a string");
    return library.withHandles(() => {
      const kept = realm.handles.push(first === NULL ? realm.int(0) : first);
      if (first !== NULL && !bySpecialMethod(kept)) return NULL;
      const real = realm.handles.get(kept);
      if (!isNumber(real)) {
        const wanted = "complex() first argument must be a string or a number";
        return realm.raise("TypeError", `${wanted}, not '${realm.typeName(real)}'`);
      }
      const other = argument(args, 2);
      if (other !== NULL && !isNumber(other))
        return realm.raise("TypeError", `complex() second argument must be a number, not '${realm.typeName(other)}'`);
      const a = partOf(real);
      if (a === undefined) return NULL;
      if (argument(args, 2) === NULL) return complexes.create(a);
      const b = partOf(argument(args, 2));
      if (b === undefined) return NULL;
      // A number that is not complex has no imaginary part, not even 0: that would turn -0.0 into 0.0.
      const isComplex = (word: Word): boolean => complexes.isComplex(realm.valueOf(word));
      return complexes.create({
        real: isComplex(argument(args, 2)) ? a.real - b.imag : a.real,
        imag: isComplex(realm.handles.get(kept)) ? b.real + a.imag : b.real,
      });
    });
  }

  /** Puts what `__complex__` returns in the place of an object that has it. False: raised. */
  function bySpecialMethod(kept: number): boolean {
    const word = realm.handles.get(kept);
    if (complexes.isComplex(word) || !has(word, "__complex__")) return true;
    const result = realm.callFound(realm.lookupOnType(realm.typeOf(word), realm.intern("__complex__")), word);
    if (result === NULL) return false;
    if (!complexes.isComplex(realm.valueOf(result))) {
      realm.raise("TypeError", `__complex__ returned non-complex (type ${realm.typeName(result)})`);
      return false;
    }
    const narrowed = realm.narrow(result, "__complex__", "complex");
    realm.handles.set(kept, narrowed);
    return narrowed !== NULL;
  }

  function hash({ real, imag }: Complex, word: Word): Word {
    const hashOf = (part: number): bigint =>
      Number.isNaN(part) ? BigInt(realm.heap.identity(word)) : integers.toBigInt(realm.hash(realm.float(part)));
    const both = BigInt.asIntN(64, hashOf(real) + HASH_MULTIPLIER * hashOf(imag));
    return realm.int(both === -1n ? -2n : both);
  }

  /** `pow` with a third argument, which no complex number takes. */
  const withModulus = (name: string, run: (self: Complex, other: Complex) => Word): NativeDefinition => ({
    name,
    parameters: "(self, value, mod=None, /)",
    receives: "values",
    run(args) {
      const other = argument(args, 1);
      if (!complexes.isComplex(other) && !floats.isFloat(other) && !integers.isInteger(other))
        return realm.notImplementedWord;
      const b = partOf(other);
      if (b === undefined) return NULL;
      const modulus = argument(args, 2);
      if (modulus !== NULL && modulus !== realm.none) return realm.raise("ValueError", "complex modulo");
      return run(value(args), b);
    },
  });

  const type = realm.defineType({
    name: "complex",
    shapes: [SHAPE_COMPLEX],
    isBase: true,
    construct: {
      name: "complex",
      parameters: "(cls, real=0, imag=0)",
      kernel: { 2: pythonKernel.complexOfReal, 3: pythonKernel.complexOfParts },
      run: construct,
    },
    methods: [
      method("__repr__", (number) => realm.str(complexText(number, textOf))),
      method("__hash__", hash),
      method("__bool__", ({ real, imag }) => realm.bool(real !== 0 || imag !== 0)),
      method("__abs__", ({ real, imag }) => {
        const size = hypot(real, imag);
        return size === Infinity && Number.isFinite(real) && Number.isFinite(imag)
          ? realm.raise("OverflowError", "absolute value too large")
          : realm.float(size);
      }),
      method("__complex__", (_, word) => word),
      {
        ...method("conjugate", ({ real, imag }) => complexes.create({ real, imag: -imag })),
        kernel: { 1: pythonKernel.conjugateOf },
      },
      method("__getnewargs__", ({ real, imag }) => realm.tuple([realm.float(real), realm.float(imag)])),
      formatMethod(library, complexFormat(realm)),
      withModulus("__pow__", (a, b) => complexPower(realm, a, b)),
      withModulus("__rpow__", (a, b) => complexPower(realm, b, a)),
    ],
    getters: [
      {
        name: "real",
        isField: true,
        kernel: pythonKernel.realPart,
        get: (word) => realm.float(complexes.value(word).real),
      },
      {
        name: "imag",
        isField: true,
        kernel: pythonKernel.imaginaryPart,
        get: (word) => realm.float(complexes.value(word).imag),
      },
    ],
  });
  defineComplexOperators(realm, type, partOf);
}

/** `a ** b` of two complex numbers. */
export function complexPower(realm: Pick<Realm, "complexes" | "raise">, a: Complex, b: Complex): Word {
  const result = power(a, b);
  if (typeof result === "object") return realm.complexes.create(result);
  return result === "zero-division"
    ? realm.raise("ZeroDivisionError", "0.0 to a negative or complex power")
    : realm.raise("OverflowError", "complex exponentiation");
}

/** Operators of complex numbers among themselves and with others. */
function defineComplexOperators(realm: Realm, type: Address, partOf: (word: Word) => Complex | undefined): void {
  const { complexes, integers, floats } = realm;
  const [int, bool, float] = ["int", "bool", "float"].map(realm.type);

  const meanings: Partial<Record<BinaryOperator, (a: Complex, b: Complex) => Word>> = {
    add: (a, b) => complexes.create(add(a, b)),
    sub: (a, b) => complexes.create(subtract(a, b)),
    mul: (a, b) => complexes.create(multiply(a, b)),
    truediv(a, b) {
      const quotient = divide(a, b);
      return quotient === undefined
        ? realm.raise("ZeroDivisionError", "complex division by zero")
        : complexes.create(quotient);
    },
    pow: (a, b) => complexPower(realm, a, b),
  };
  for (const [operator, meaning] of Object.entries(meanings)) {
    const run = (a: Word, b: Word): Word => {
      // Stays: both are complex numbers, or of classes that refine them, whose methods are not asked.
      const left = partOf(a);
      const right = left === undefined ? undefined : partOf(b);
      return left === undefined || right === undefined ? NULL : meaning(left, right);
    };
    realm.defineOperator(operator as BinaryOperator, type, type, run);
    for (const other of [int, bool, float]) {
      realm.defineOperator(operator as BinaryOperator, type, other, run, type);
      realm.defineOperator(operator as BinaryOperator, other, type, run, type);
    }
  }
  realm.defineUnary("neg", type, (a) => complexes.create(negate(complexes.value(a))));
  realm.defineUnary("pos", type, (a) => a);

  function isEqual(a: Word, b: Word): boolean {
    const { real, imag } = complexes.value(a);
    if (complexes.isComplex(b)) {
      const other = complexes.value(b);
      return real === other.real && imag === other.imag;
    }
    if (imag !== 0) return false;
    return floats.isFloat(b) ? real === floats.value(b) : integers.compareFloat(b, real) === 0;
  }
  for (const [comparison, wanted] of [
    ["eq", true],
    ["ne", false],
  ] as const) {
    realm.defineComparison(comparison, type, type, (a, b) => realm.bool(isEqual(a, b) === wanted));
    for (const other of [int, bool, float]) {
      realm.defineComparison(comparison, type, other, (a, b) => realm.bool(isEqual(a, b) === wanted), type);
      realm.defineComparison(comparison, other, type, (a, b) => realm.bool(isEqual(b, a) === wanted), type);
    }
  }
}
