import { NULL, type Word } from "@hotpy/memory";
import { type Library, orderHolds } from "@hotpy/python-builtins";
import type { Comparison, NativeDefinition } from "@hotpy/python-objects";
import { COMPARISONS } from "./comparisons.js";
import { documented } from "./documentation.js";
import { six, two } from "./text.js";
import type { TimedeltaArithmetic } from "./timedelta-arithmetic.js";
import { createTimedeltaConstruct } from "./timedelta-construct.js";
import type { Values } from "./values.js";

const PARAMETERS = "(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)";

/** A float as a fraction. */
function ratioOf(value: number): readonly [bigint, bigint] {
  let numerator = value;
  let shift = 0;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    shift++;
  }
  return [BigInt(numerator), 1n << BigInt(shift)];
}

/** The type timedelta. */
export function defineTimedelta(library: Library, values: Values, arithmetic: TimedeltaArithmetic): void {
  const { realm, argument } = library;
  const { integers, floats, notImplementedWord, pythonKernel: kernel } = realm;
  const { shapes, types, days, seconds, microseconds, isTimedelta } = values;

  function repr(self: Word): Word {
    const delta = realm.valueOf(self);
    const parts: string[] = [];
    if (days(delta) !== 0) parts.push(`days=${days(delta)}`);
    if (seconds(delta) !== 0) parts.push(`seconds=${seconds(delta)}`);
    if (microseconds(delta) !== 0) parts.push(`microseconds=${microseconds(delta)}`);
    return realm.str(`${realm.typeName(self)}(${parts.join(", ") || "0"})`);
  }

  function text(delta: Word): Word {
    const [day, total, fraction] = [days(delta), seconds(delta), microseconds(delta)];
    const clock = `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
    const whole = fraction === 0 ? clock : `${clock}.${six(fraction)}`;
    return realm.str(day === 0 ? whole : `${day} day${Math.abs(day) === 1 ? "" : "s"}, ${whole}`);
  }

  /** The fraction that a float, perhaps of a class of its own, is; undefined: raised. May collect. */
  function fractionOf(float: Word): readonly [bigint, bigint] | undefined {
    if (floats.isFloat(float)) {
      const value = floats.value(float);
      if (Number.isFinite(value)) return ratioOf(value);
    }
    const ratio = realm.callMethod(float, realm.intern("as_integer_ratio"));
    if (ratio === NULL) return undefined;
    const tuple = realm.valueOf(ratio);
    if (!library.lists.isTuple(tuple)) {
      const shown = realm.typeName(ratio);
      const message = `unexpected return type from as_integer_ratio(): expected tuple, got '${shown}'`;
      realm.raise("TypeError", message);
      return undefined;
    }
    if (library.lists.length(tuple) !== 2) {
      realm.raise("ValueError", "as_integer_ratio() must return a 2-tuple");
      return undefined;
    }
    const parts = [0, 1].map((i) => realm.valueOf(library.lists.item(tuple, i)));
    if (parts.every(integers.isInteger)) return [integers.toBigInt(parts[0]), integers.toBigInt(parts[1])];
    realm.raise("TypeError", "unsupported operand type(s) for *: a part of as_integer_ratio() is no integer");
    return undefined;
  }

  /** Times or divided by a float; `self` is exactly a timedelta. */
  function byFloat(self: Word, float: Word, divides: boolean): Word {
    return values.keeping([self], (delta) => {
      const ratio = fractionOf(float);
      if (ratio === undefined) return NULL;
      const [numerator, denominator] = divides ? [ratio[1], ratio[0]] : ratio;
      return arithmetic.timesRatio(delta(), numerator, denominator);
    });
  }

  const isInt = (word: Word): boolean => integers.isInteger(word) || realm.isInstance(word, realm.type("int"));
  const asInt = (word: Word): Word => (integers.isInteger(word) ? word : realm.index(word));

  /** `other` comes as it is, as classes that refine float say what their fraction is. */
  function multiply(self: Word, other: Word): Word {
    const delta = realm.valueOf(self);
    const value = realm.valueOf(other);
    // Stays: the value of an int is asked of no method.
    if (isInt(value)) return arithmetic.scaled(delta, asInt(value));
    return floats.isFloat(value) ? byFloat(delta, other, false) : notImplementedWord;
  }
  function divide(self: Word, other: Word): Word {
    const [delta, value] = [realm.valueOf(self), realm.valueOf(other)];
    if (isTimedelta(other)) return arithmetic.ratio(delta, value);
    if (isInt(value)) return arithmetic.divided(delta, asInt(value));
    return floats.isFloat(value) ? byFloat(delta, other, true) : notImplementedWord;
  }
  function floorDivide(self: Word, other: Word): Word {
    const [delta, value] = [realm.valueOf(self), realm.valueOf(other)];
    if (isTimedelta(other)) return arithmetic.quotient(delta, value);
    return isInt(value) ? arithmetic.floorDivided(delta, asInt(value)) : notImplementedWord;
  }
  type Meaning = (a: Word, b: Word) => Word;
  /** A meaning for two timedeltas, perhaps of classes that refine it. */
  const ofTwo =
    (meaning: Meaning): Meaning =>
    (a, b) =>
      isTimedelta(b) ? meaning(realm.valueOf(a), realm.valueOf(b)) : notImplementedWord;
  const add: Meaning = (a, b) => arithmetic.sum(a, b, 1);
  const subtract: Meaning = (a, b) => arithmetic.sum(a, b, -1);

  const operator = (name: string, meaning: Meaning, isReflected = false): NativeDefinition => ({
    name: `__${isReflected ? "r" : ""}${name}__`,
    parameters: "(self, value, /)",
    run: (args) => {
      const [a, b] = [argument(args, 0), argument(args, 1)];
      return isReflected && !COMMUTES.has(name) ? reflected(b, a, meaning) : meaning(a, b);
    },
  });
  /** The operator with the timedelta on the right: what stands on the left must be one, too. */
  const reflected = (left: Word, right: Word, meaning: Meaning): Word =>
    isTimedelta(left) ? meaning(left, right) : notImplementedWord;
  const both = (name: string, meaning: Meaning): NativeDefinition[] => [
    operator(name, meaning),
    operator(name, meaning, true),
  ];

  const unary = (name: string, run: (delta: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => run(argument(args, 0)),
  });
  const negate = (delta: Word): Word => values.timedelta(-days(delta), -seconds(delta), -microseconds(delta));
  const copy = (delta: Word): Word => values.timedelta(days(delta), seconds(delta), microseconds(delta));

  const compare = (comparison: Comparison): Meaning =>
    ofTwo((a, b) => realm.bool(orderHolds(comparison, arithmetic.compare(a, b))));
  const parts = (delta: Word): Word =>
    realm.tuple([days(delta), seconds(delta), microseconds(delta)].map((part) => realm.int(part)));

  types.timedelta = realm.defineType(
    documented({
      name: "timedelta",
      module: "datetime",
      shapes: [shapes.timedelta],
      isBase: true,
      construct: {
        name: "timedelta",
        parameters: PARAMETERS,
        calledBy: "__new__",
        run: createTimedeltaConstruct(library, values, arithmetic),
      },
      methods: [
        { name: "__repr__", parameters: "(self, /)", receives: "self", run: (args) => repr(argument(args, 0)) },
        unary("__str__", text),
        unary("__hash__", (delta) => realm.hash(parts(delta))),
        unary("__bool__", (delta) => realm.bool(!values.isZero(delta))),
        unary("__neg__", negate),
        unary("__pos__", copy),
        unary("__abs__", (delta) => (days(delta) < 0 ? negate(delta) : copy(delta))),
        unary("total_seconds", arithmetic.totalSeconds),
        {
          name: "__reduce__",
          parameters: "(self, /)",
          receives: "self",
          run(args) {
            const self = argument(args, 0);
            return realm.tuple([realm.typeOf(self), parts(realm.valueOf(self))]);
          },
        },
        ...both("add", ofTwo(add)),
        ...both("sub", ofTwo(subtract)),
        ...both("mul", multiply),
        ...both("truediv", divide),
        ...both("floordiv", floorDivide),
        ...both("mod", ofTwo(arithmetic.remainder)),
        ...both("divmod", ofTwo(arithmetic.divmod)),
        ...COMPARISONS.map((comparison) => operator(comparison, compare(comparison))),
      ],
      getters: [
        { name: "days", isField: true, kernel: kernel.daysOf, get: (delta) => realm.int(days(delta)) },
        { name: "seconds", isField: true, kernel: kernel.secondsOf, get: (delta) => realm.int(seconds(delta)) },
        {
          name: "microseconds",
          isField: true,
          kernel: kernel.microsecondsOf,
          get: (delta) => realm.int(microseconds(delta)),
        },
      ],
    }),
  );

  // Short cuts for objects of exactly these types.
  const { timedelta: type } = types;
  const [int, float] = [realm.type("int"), realm.type("float")];
  realm.defineOperator("add", type, type, add);
  realm.defineOperator("sub", type, type, subtract);
  realm.defineOperator("truediv", type, type, arithmetic.ratio);
  realm.defineOperator("floordiv", type, type, arithmetic.quotient);
  realm.defineOperator("mod", type, type, arithmetic.remainder);
  for (const number of [int, float]) {
    realm.defineOperator("mul", type, number, multiply, type);
    realm.defineOperator("mul", number, type, (a, b) => multiply(b, a), type);
    realm.defineOperator("truediv", type, number, divide, type);
  }
  realm.defineOperator("floordiv", type, int, floorDivide, type);
  for (const comparison of COMPARISONS) realm.defineComparison(comparison, type, type, compare(comparison), type);

  const resolution = values.timedelta(0, 0, 1);
  realm.extendType(type, {
    attributes: {
      min: values.timedelta(-999_999_999, 0, 0),
      max: values.timedelta(999_999_999, 86_399, 999_999),
      resolution,
    },
  });
}

/** Where the timedelta may stand on either side. */
const COMMUTES = new Set(["add", "mul"]);
