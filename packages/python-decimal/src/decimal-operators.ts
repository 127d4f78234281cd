import { type Address, NULL, type Word } from "@hotpy/memory";
import { orderHolds } from "@hotpy/python-builtins";
import type { BinaryOperator, Comparison, NativeDefinition } from "@hotpy/python-objects";
import { absolute, compareValues, divmod, minus, plus } from "./engine/arithmetic.js";
import { type Dec, FLOAT_OPERATION, finite, INVALID_OPERATION, isNaN, SIGNALLING_NAN } from "./engine/number.js";
import { fromNumber } from "./engine/text.js";
import { powerModulo } from "./engine/transcendental.js";
import type { Kit } from "./kit.js";
import { type Binary, OPERATORS, type Unary } from "./operations-table.js";

const COMPARISONS: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];

/** Operators and comparisons of Decimal. */
export interface Operators {
  readonly methods: readonly NativeDefinition[];
  /** Short cuts for operands of exactly these types. */
  define(type: Address): void;
}

export function createOperators(kit: Kit): Operators {
  const { library, values, contexts, conversions } = kit;
  const { realm, argument } = library;
  const { notImplementedWord: notImplemented, floats } = realm;
  const { operand } = conversions;
  const { short } = kit;
  /** What is asked first. */
  const SHORT: Readonly<Record<string, (left: Word, right: Word) => Word>> = {
    add: (left, right) => short.add(left, right, 0),
    sub: (left, right) => short.add(left, right, 1),
    mul: short.multiply,
    truediv: short.divide,
  };

  const meaning = (name: string): ((left: Word, right: Word) => Word) => {
    const first = SHORT[name];
    const second = general(OPERATORS[name]);
    return first === undefined ? second : (left, right) => first(left, right) || second(left, right);
  };
  const general =
    (run: Binary) =>
    (left: Word, right: Word): Word => {
      const a = operand(left);
      const b = a === undefined ? undefined : operand(right);
      if (a === undefined || b === undefined) return notImplemented;
      const context = contexts.current();
      return context === NULL ? NULL : contexts.operate(context, (rules) => run(a, b, rules));
    };

  const operator = (name: string, run: (a: Word, b: Word) => Word): NativeDefinition[] => [
    {
      name: `__${name}__`,
      parameters: "(self, value, /)",
      run: (args) => run(argument(args, 0), argument(args, 1)),
    },
    {
      name: `__r${name}__`,
      parameters: "(self, value, /)",
      run: (args) => run(argument(args, 1), argument(args, 0)),
    },
  ];

  function divmodWords(left: Word, right: Word): Word {
    const a = operand(left);
    const b = a === undefined ? undefined : operand(right);
    if (a === undefined || b === undefined) return notImplemented;
    const context = contexts.current();
    if (context === NULL) return NULL;
    const parts = contexts.compute(context, (rules) => divmod(a, b, rules));
    return parts === undefined ? NULL : realm.tuple([values.make(parts[0]), values.make(parts[1])]);
  }

  function power(left: Word, right: Word, modulo: Word): Word {
    const a = operand(left);
    const b = operand(right);
    if (a === undefined || b === undefined) return notImplemented;
    const m = modulo === NULL || modulo === realm.none ? undefined : operand(modulo);
    if (m === undefined && modulo !== NULL && modulo !== realm.none) return notImplemented;
    const context = contexts.current();
    if (context === NULL) return NULL;
    const run = OPERATORS.pow;
    return contexts.operate(context, (rules) => (m === undefined ? run(a, b, rules) : powerModulo(a, b, m, rules)));
  }

  const unary = (name: string, run: Unary): NativeDefinition => ({
    name: `__${name}__`,
    parameters: "(self, /)",
    run(args) {
      const a = values.read(argument(args, 0));
      const context = contexts.current();
      return context === NULL ? NULL : contexts.operate(context, (rules) => run(a, rules));
    },
  });

  /** The result of a comparison; NULL: raised. */
  function compared(comparison: Comparison, a: Dec, b: Dec): Word {
    if (!isNaN(a) && !isNaN(b)) return realm.bool(orderHolds(comparison, compareValues(a, b)));
    const isEquality = comparison === "eq" || comparison === "ne";
    if (!isEquality || a.kind === SIGNALLING_NAN || b.kind === SIGNALLING_NAN) {
      const context = contexts.current();
      if (context === NULL || !contexts.signal(context, INVALID_OPERATION)) return NULL;
    }
    return realm.bool(comparison === "ne");
  }

  /** A float is taken for what it is, which its context is told. */
  function comparedToFloat(comparison: Comparison, a: Dec, float: number): Word {
    const context = contexts.current();
    if (context === NULL) return NULL;
    if (comparison === "eq" || comparison === "ne") {
      const inner = realm.valueOf(context);
      contexts.setPart(inner, "status", contexts.part(inner, "status") | FLOAT_OPERATION);
    } else if (!contexts.signal(context, FLOAT_OPERATION)) return NULL;
    return compared(comparison, a, fromNumber(float));
  }

  /** With whatever else: complex numbers without an imaginary part and fractions. May collect. */
  function comparedToOther(comparison: Comparison, args: Address): Word {
    const a = values.read(argument(args, 0));
    const value = realm.valueOf(argument(args, 1));
    if (realm.complexes.isComplex(value)) {
      if (comparison !== "eq" && comparison !== "ne") return notImplemented;
      const { real, imag } = realm.complexes.value(value);
      return imag === 0 ? comparedToFloat(comparison, a, real) : notImplemented;
    }
    if (!realm.isClass(realm.typeOf(argument(args, 1)))) return notImplemented;
    const rational = realm.call(kit.surrogate("rational_type"));
    if (rational === NULL) return NULL;
    const is = realm.isInstanceOf(argument(args, 1), rational);
    if (is <= 0) return is < 0 ? NULL : notImplemented;
    const part = (name: string): Dec | undefined => {
      const getter = realm.getAttribute(argument(args, 1), realm.intern(name));
      return getter === NULL ? undefined : conversions.required(getter);
    };
    const denominator = part("denominator");
    const numerator = denominator === undefined ? undefined : part("numerator");
    if (denominator === undefined || numerator === undefined) return NULL;
    const product =
      a.kind === 0 ? finite(a.sign, a.coefficient * denominator.coefficient, a.exponent + denominator.exponent) : a;
    return compared(comparison, product, numerator);
  }

  const compare =
    (comparison: Comparison) =>
    (left: Word, right: Word): Word => {
      const order = short.compare(left, right);
      if (!Number.isNaN(order)) return realm.bool(orderHolds(comparison, order));
      const a = operand(left);
      const b = operand(right);
      if (a !== undefined && b !== undefined) return compared(comparison, a, b);
      const value = (right & 1) === 0 ? realm.valueOf(right) : right;
      return a !== undefined && floats.isFloat(value)
        ? comparedToFloat(comparison, a, floats.value(value))
        : notImplemented;
    };

  const comparisonMethod = (comparison: Comparison): NativeDefinition => {
    const short = compare(comparison);
    return {
      name: `__${comparison}__`,
      parameters: "(self, value, /)",
      run(args) {
        const result = short(argument(args, 0), argument(args, 1));
        return result === notImplemented ? comparedToOther(comparison, args) : result;
      },
    };
  };

  return {
    methods: [
      ...Object.keys(OPERATORS)
        .filter((name) => name !== "pow")
        .flatMap((name) => operator(name, meaning(name))),
      ...operator("divmod", divmodWords),
      {
        name: "__pow__",
        parameters: "(self, value, mod=None, /)",
        run: (args) => power(argument(args, 0), argument(args, 1), argument(args, 2)),
      },
      {
        name: "__rpow__",
        parameters: "(self, value, mod=None, /)",
        run: (args) => power(argument(args, 1), argument(args, 0), argument(args, 2)),
      },
      unary("neg", minus),
      unary("pos", plus),
      unary("abs", absolute),
      ...COMPARISONS.map(comparisonMethod),
    ],
    define(type) {
      const [int, float] = [realm.type("int"), realm.type("float")];
      for (const name of Object.keys(OPERATORS) as BinaryOperator[]) {
        const run = meaning(name);
        realm.defineOperator(name, type, type, run, type);
        realm.defineOperator(name, type, int, run, type);
        realm.defineOperator(name, int, type, run, type);
      }
      for (const comparison of COMPARISONS) {
        for (const other of [type, int, float])
          realm.defineComparison(comparison, type, other, compare(comparison), type);
      }
    },
  };
}
