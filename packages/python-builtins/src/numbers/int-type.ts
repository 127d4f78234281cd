import { NULL, TRUE, type Word } from "@hotpy/memory";
import { SHAPE_BIGINT, SHAPE_BOOL, SHAPE_INT64 } from "@hotpy/object-model";
import {
  MAKES_BOOL,
  MAKES_INT,
  type NativeDefinition,
  PURE,
  READS_CONTENTS,
  SHAPE_BYTE_STRING,
} from "@hotpy/python-objects";
import type { Formatting } from "../formatting/format.js";
import { formatMethod } from "../formatting/format-method.js";
import type { Library } from "../library.js";
import { integerFromText, integerString, truncate } from "./convert.js";
import { powerModulo, powerOfIntegers } from "./operators.js";

/** int and bool. */
export function defineIntegerTypes(library: Library, formatting: Formatting): void {
  const { realm, argument } = library;
  const { integers, strings, floats } = realm;

  const self =
    (run: (value: Word) => Word) =>
    (args: number): Word =>
      run(argument(args, 0));
  const method = (name: string, run: (value: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    run: self(run),
  });
  /** The value of an int or bool as an int proper. */
  const plain = (value: Word): Word =>
    realm.memory.i32[value >>> 2] >>> 8 === SHAPE_BOOL && (value & 1) === 0 ? realm.int(value === TRUE ? 1 : 0) : value;

  const repr = (value: Word): Word => integerString(realm, value);

  /** `round(value, places)`: half to even. */
  function round(given: Word, placesWord: Word): Word {
    if (placesWord === NULL) return plain(given);
    const mark = realm.handles.mark();
    const kept = realm.handles.push(given);
    const index = realm.index(placesWord);
    const value = realm.handles.get(kept);
    realm.handles.release(mark);
    if (index === NULL) return NULL;
    const places = integers.toNumber(index);
    if (places >= 0) return plain(value);
    // 10**-places is then so much larger that the result is 0.
    if (-places > integers.bitLength(value) + 2) return realm.int(0);
    const unit = integers.power(realm.int(10), realm.int(-places));
    const rest = integers.modulo(value, unit);
    const low = integers.subtract(value, rest);
    const order = integers.compare(integers.add(rest, rest), unit);
    const isOdd = integers.sign(integers.modulo(integers.floorDivide(low, unit), realm.int(2))) !== 0;
    return order > 0 || (order === 0 && isOdd) ? integers.add(low, unit) : low;
  }

  /** Calls the `__trunc__` of an object, which is deprecated. May collect. */
  function callTrunc(value: Word): Word {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(value);
    const isAllowed = realm.warnOfDeprecation("The delegation of int() to __trunc__ is deprecated.");
    const object = realm.handles.get(kept);
    realm.handles.release(mark);
    return isAllowed
      ? realm.callFound(realm.lookupOnType(realm.typeOf(object), realm.intern("__trunc__")), object)
      : NULL;
  }

  /** What `int(x)` makes of an object. May collect. */
  function convert(value: Word): Word {
    if (integers.isInteger(value)) return plain(value);
    if (floats.isFloat(value)) return truncate(realm, floats.value(value));
    if (strings.isString(value)) return integerFromText(realm, value, 10, value);
    if (realm.bytes.isBytes(value)) return integerFromBytes(value, 10);
    const type = realm.typeOf(value);
    for (const name of ["__int__", "__index__", "__trunc__"]) {
      const found = realm.lookupOnType(type, realm.intern(name));
      if (found === NULL) continue;
      const shown = realm.typeName(value);
      const given = name === "__trunc__" ? callTrunc(value) : realm.callFound(found, value);
      const result = given === NULL ? NULL : realm.valueOf(given);
      if (result === NULL) return NULL;
      if (integers.isInteger(result)) {
        const narrowed = name === "__trunc__" ? result : realm.narrow(given, name, "int");
        return narrowed === NULL ? NULL : plain(narrowed);
      }
      const wanted = name === "__trunc__" ? `${shown}.__trunc__ returned non-Integral` : `${name} returned non-int`;
      return realm.raise("TypeError", `${wanted} (type ${realm.typeName(result)})`);
    }
    const text = realm.valueOf(value);
    if (strings.isString(text)) return integerFromText(realm, text, 10, value);
    if (realm.buffers.typeOf(value) !== undefined) return integerFromBytes(value, 10);
    return realm.raise(
      "TypeError",
      `int() argument must be a string, a bytes-like object or a real number, not '${realm.typeName(value)}'`,
    );
  }

  /** The integer whose digits the bytes of an object are. */
  function integerFromBytes(word: Word, base: number): Word {
    const bytes = realm.buffers.bytes(word);
    if (bytes === undefined) return NULL;
    const shown = realm.bytes.isBytes(word) ? word : realm.bytes.from(SHAPE_BYTE_STRING, bytes.data, bytes.size);
    const text = realm.pythonKernel.decodeNarrow(bytes.data, bytes.size, 256);
    return text === NULL ? realm.heap.exhausted() : integerFromText(realm, text, base, shown);
  }

  function convertWithBase(given: Word, baseWord: Word): Word {
    const { handles } = realm;
    const mark = handles.mark();
    const kept = handles.push(given);
    const base = realm.indexNumber(baseWord);
    const text = handles.get(kept);
    handles.release(mark);
    if (base === undefined) return NULL;
    const value = realm.valueOf(text);
    const isBytes = realm.bytes.isBytes(value) || realm.bytes.isByteArray(value);
    if (base !== 0 && (base < 2 || base > 36))
      return realm.raise("ValueError", "int() base must be >= 2 and <= 36, or 0");
    if (!strings.isString(value) && !isBytes)
      return realm.raise("TypeError", "int() can't convert non-string with explicit base");
    return isBytes ? integerFromBytes(text, base) : integerFromText(realm, value, base, text);
  }

  function divmod(a: Word, b: Word): Word {
    if (integers.sign(b) === 0) return realm.raise("ZeroDivisionError", "integer division or modulo by zero");
    const pair = integers.divmod(a, b);
    return pair.includes(NULL) ? NULL : realm.tuple(pair);
  }

  const power = (base: Word, exponent: Word, modulus: Word): Word =>
    modulus === NULL ? powerOfIntegers(realm, base, exponent) : powerModulo(realm, base, exponent, modulus);

  /** A special method of two operands that takes integers only. */
  const withOther = (name: string, run: (self: Word, other: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, value, /)",
    receives: "values",
    run(args) {
      const other = argument(args, 1);
      return integers.isInteger(other) ? run(argument(args, 0), other) : realm.notImplementedWord;
    },
  });

  /** `__pow__` and its reflection; `modulus` is NULL where there is none. */
  const withModulus = (name: string, run: (self: Word, other: Word, modulus: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, value, mod=None, /)",
    receives: "values",
    run(args) {
      const [self, other, given] = [argument(args, 0), argument(args, 1), argument(args, 2)];
      const modulus = given === realm.none ? NULL : given;
      const isKnown = integers.isInteger(other) && (modulus === NULL || integers.isInteger(modulus));
      return isKnown ? run(self, other, modulus) : realm.notImplementedWord;
    },
  });

  const int = realm.defineType({
    name: "int",
    patterns: { isItself: true },
    shapes: [SHAPE_INT64, SHAPE_BIGINT],
    isBase: true,
    construct: {
      name: "int",
      parameters: "(cls, x=0, /, base=10)",
      effects: PURE,
      makes: MAKES_INT,
      expand(m, [, given, ...rest], tools) {
        if (given === undefined || rest.length > 0) return undefined;
        const value = tools.carried(m, given, ["__int__", "__index__", "__trunc__"]);
        if (m.isInt(value)) return value;
        if (!tools.isFloat(m, value)) return undefined;
        const whole = m.attempt("f64_to_i64", [m.op("unbox_float", [value])]);
        return whole === undefined ? undefined : m.op("box_int", [whole]);
      },
      run(args) {
        const value = argument(args, 1);
        const base = argument(args, 2);
        if (value === NULL)
          return base === NULL ? realm.int(0) : realm.raise("TypeError", "int() missing string argument");
        return base === NULL ? convert(value) : convertWithBase(value, base);
      },
    },
    methods: [
      method("__repr__", repr),
      method("__hash__", realm.hash),
      method("__bool__", (value) => realm.bool(integers.sign(value) !== 0)),
      method("__abs__", integers.absolute),
      method("__int__", plain),
      method("__index__", plain),
      method("__trunc__", plain),
      method("__floor__", plain),
      method("__ceil__", plain),
      method("__float__", (value) => {
        const double = integers.toNumber(value);
        return Number.isFinite(double)
          ? realm.float(double)
          : realm.raise("OverflowError", "int too large to convert to float");
      }),
      {
        name: "__round__",
        parameters: "(self, ndigits=None, /)",
        run: (args) => round(argument(args, 0), argument(args, 1)),
      },
      formatMethod(library, formatting.formatInt),
      withOther("__divmod__", divmod),
      withOther("__rdivmod__", (a, b) => divmod(b, a)),
      withModulus("__pow__", (base, exponent, modulus) => power(base, exponent, modulus)),
      withModulus("__rpow__", (exponent, base, modulus) => power(base, exponent, modulus)),
      {
        ...method("bit_length", (value) => realm.int(integers.bitLength(value))),
        kernel: { 1: realm.pythonKernel.intBitLength },
      },
      {
        ...method("bit_count", (value) => realm.int(integers.bitCount(value))),
        kernel: { 1: realm.pythonKernel.intBitCount },
      },
      method("conjugate", plain),
      method("as_integer_ratio", (value) => realm.tuple([plain(value), realm.int(1)])),
    ],
    getters: [
      { name: "real", kernel: realm.pythonKernel.realPart, get: plain },
      { name: "imag", kernel: realm.pythonKernel.imaginaryPart, get: () => realm.int(0) },
      { name: "numerator", kernel: realm.pythonKernel.realPart, get: plain },
      { name: "denominator", kernel: realm.pythonKernel.denominatorOf, get: () => realm.int(1) },
    ],
  });

  realm.defineType({
    name: "bool",
    base: int,
    shapes: [SHAPE_BOOL],
    construct: {
      name: "bool",
      parameters: "(cls, x=False, /)",
      effects: READS_CONTENTS,
      makes: MAKES_BOOL,
      expand: (m, [, value, ...rest], tools) =>
        value === undefined || rest.length > 0 ? undefined : m.word(realm.bool(tools.truth(m, value))),
      run(args) {
        const value = argument(args, 1);
        if (value === NULL) return realm.bool(false);
        const truth = realm.truth(value);
        return truth < 0 ? NULL : realm.bool(truth === 1);
      },
    },
    methods: [
      method("__repr__", (value) => strings.internJS(value === TRUE ? "True" : "False")),
      ...(["and", "or", "xor"] as const).flatMap((name) => [
        withOther(`__${name}__`, integers[name]),
        withOther(`__r${name}__`, (self, other) => integers[name](other, self)),
      ]),
    ],
  });
}
