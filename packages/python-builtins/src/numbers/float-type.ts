import { type Address, NULL, type Word } from "@hotpy/memory";
import { floatHex, integerRatio, madeBy, parseHexFloat, roundHalfEven, SHAPE_FLOAT } from "@hotpy/object-model";
import { MAKES_FLOAT, type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Formatting } from "../formatting/format.js";
import { formatMethod } from "../formatting/format-method.js";
import type { Library } from "../library.js";
import { convertedToDouble, floatFromText, noFloat, toDouble, truncate } from "./convert.js";
import { NO_MODULUS, powerOfFloats } from "./operators.js";

/** float. */
export function defineFloatType(library: Library, formatting: Formatting): void {
  const { realm, argument } = library;
  const { integers, strings, floats } = realm;

  const method = (name: string, run: (value: number, word: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    run: (args) => run(floats.value(argument(args, 0)), argument(args, 0)),
  });

  const made = madeBy(realm.heap);

  function convert(value: Word): Word {
    if (floats.isFloat(value)) return value;
    if (strings.isString(value)) return floatFromText(realm, value);
    if (realm.bytes.isBytes(value)) return floatFromBytes(value);
    const text = realm.valueOf(value);
    if (strings.isString(text) && !hasFloat(value)) return floatFromText(realm, text);
    if (!hasFloat(value) && realm.buffers.typeOf(value) !== undefined) return floatFromBytes(value);
    if (!integers.isInteger(value) && !hasFloat(value)) {
      return realm.raise(
        "TypeError",
        `float() argument must be a string or a real number, not '${realm.typeName(value)}'`,
      );
    }
    const double = convertedToDouble(realm, value);
    return double === undefined ? NULL : realm.float(double);
  }

  function floatFromBytes(word: Word): Word {
    const bytes = realm.buffers.bytes(word);
    if (bytes === undefined) return NULL;
    // White space and digits are those of ASCII here.
    if (realm.memory.u8.subarray(bytes.data >>> 0, (bytes.data >>> 0) + bytes.size).some((byte) => byte > 127))
      return noFloat(realm, word);
    return floatFromText(realm, made(realm.pythonKernel.decodeNarrow(bytes.data, bytes.size, 256)), word);
  }

  const hasFloat = (value: Word): boolean =>
    ["__float__", "__index__"].some((name) => realm.lookupOnType(realm.typeOf(value), realm.intern(name)) !== NULL);

  function round(args: Address): Word {
    const value = floats.value(argument(args, 0));
    const placesWord = argument(args, 1);
    if (placesWord === NULL || placesWord === realm.none) return truncate(realm, roundHalfEven(value));
    const index = realm.index(placesWord);
    if (index === NULL) return NULL;
    if (!Number.isFinite(value)) return realm.float(value);
    const rounded = realm.kernel.roundToPlaces(value, Math.max(-400, Math.min(400, integers.toNumber(index))));
    return Number.isFinite(rounded)
      ? realm.float(rounded)
      : realm.raise("OverflowError", "rounded value too large to represent");
  }

  function hash(value: number, word: Word): Word {
    if (!Number.isNaN(value)) return realm.hash(word);
    // Each NaN has a hash of its own, that of its identity.
    return realm.int(realm.heap.identity(word));
  }

  /** A native class method: reading a hexadecimal float. */
  function fromHex(args: Address): Word {
    const text = realm.valueOf(argument(args, 1));
    if (!strings.isString(text)) return realm.raise("TypeError", "bad argument type for built-in operation");
    const value = parseHexFloat(strings.toJS(text));
    if (typeof value === "number") {
      const float = realm.float(value);
      return argument(args, 0) === type ? float : realm.call(argument(args, 0), float);
    }
    return value === "syntax"
      ? realm.raise("ValueError", "invalid hexadecimal floating-point string")
      : realm.raise("OverflowError", "hexadecimal value too large to represent as a float");
  }

  /** A native class method: how numbers of C's type lie in memory. */
  function getFormat(args: Address): Word {
    const kind = realm.valueOf(argument(args, 1));
    if (!strings.isString(kind)) {
      return realm.raise("TypeError", `__getformat__() argument must be str, not ${realm.typeName(kind)}`);
    }
    if (!["double", "float"].includes(strings.toJS(kind))) {
      return realm.raise("ValueError", "__getformat__() argument 1 must be 'double' or 'float'");
    }
    return realm.str("IEEE, little-endian");
  }

  function divmod(x: number, y: number): Word {
    if (y === 0) return realm.raise("ZeroDivisionError", "float divmod()");
    const { floatFloorDivide, floatModulo } = realm.kernel;
    return realm.tuple([realm.float(floatFloorDivide(x, y)), realm.float(floatModulo(x, y))]);
  }

  /** A special method whose other operand may be an integer too. A float has no use for a third. */
  const withOther = (
    name: string,
    run: (self: number, other: number) => Word,
    parameters = "(self, value, /)",
  ): NativeDefinition => ({
    name,
    parameters,
    receives: "values",
    run(args, count) {
      const [self, other] = [argument(args, 0), argument(args, 1)];
      if (count === 3 && argument(args, 2) !== NULL && argument(args, 2) !== realm.none)
        return realm.raise("TypeError", NO_MODULUS);
      if (!floats.isFloat(other) && !integers.isInteger(other)) return realm.notImplementedWord;
      const double = toDouble(realm, other);
      return double === undefined ? NULL : run(floats.value(self), double);
    },
  });

  const type: Address = realm.defineType({
    name: "float",
    patterns: { isItself: true },
    shapes: [SHAPE_FLOAT],
    isBase: true,
    construct: {
      name: "float",
      parameters: "(cls, x=0, /)",
      effects: PURE,
      makes: MAKES_FLOAT,
      kernel: { 2: realm.pythonKernel.floatOfText },
      expand(m, [, given, ...rest], tools) {
        if (given === undefined || rest.length > 0) return undefined;
        const value = tools.carried(m, given, ["__float__", "__index__"]);
        if (tools.isFloat(m, value)) return value;
        if (!m.isInt(value)) return undefined;
        return m.op("box_float", [m.op("i64_to_f64", [m.op("unbox_int", [value])])]);
      },
      run: (args) => (argument(args, 1) === NULL ? realm.float(0) : convert(argument(args, 1))),
    },
    methods: [
      {
        ...method("__repr__", (_, word) => made(realm.pythonKernel.textOfNumber(word))),
        kernel: { 1: realm.pythonKernel.textOfNumber },
      },
      method("__hash__", hash),
      method("__bool__", (value) => realm.bool(value !== 0)),
      method("__abs__", (value) => realm.float(Math.abs(value))),
      method("__int__", (value) => truncate(realm, value)),
      method("__trunc__", (value) => truncate(realm, value)),
      method("__floor__", (value) => truncate(realm, Math.floor(value))),
      method("__ceil__", (value) => truncate(realm, Math.ceil(value))),
      method("__float__", (_, word) => word),
      { name: "__round__", parameters: "(self, ndigits=None, /)", run: round },
      formatMethod(library, formatting.formatFloat),
      withOther("__divmod__", divmod),
      withOther("__rdivmod__", (x, y) => divmod(y, x)),
      withOther("__pow__", (x, y) => powerOfFloats(realm, x, y), "(self, value, mod=None, /)"),
      withOther("__rpow__", (x, y) => powerOfFloats(realm, y, x), "(self, value, mod=None, /)"),
      {
        ...method("is_integer", (value) => realm.bool(Number.isInteger(value))),
        kernel: { 1: realm.pythonKernel.floatIsInteger },
      },
      method("hex", (value) => realm.str(floatHex(value))),
      method("conjugate", (_, word) => word),
      method("as_integer_ratio", (value) => {
        if (Number.isNaN(value)) return realm.raise("ValueError", "cannot convert NaN to integer ratio");
        if (!Number.isFinite(value)) return realm.raise("OverflowError", "cannot convert Infinity to integer ratio");
        const [numerator, denominator] = integerRatio(value);
        return realm.tuple([realm.int(numerator), realm.int(denominator)]);
      }),
    ],
    classMethods: [
      { name: "fromhex", parameters: "(cls, string, /)", run: fromHex },
      { name: "__getformat__", parameters: "(cls, typestr, /)", run: getFormat },
    ],
    getters: [
      { name: "real", kernel: realm.pythonKernel.realPart, get: (self) => self },
      { name: "imag", kernel: realm.pythonKernel.imaginaryPart, get: () => realm.float(0) },
    ],
  });
}
