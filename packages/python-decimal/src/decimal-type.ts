import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createOperators } from "./decimal-operators.js";
import { fma } from "./engine/arithmetic.js";
import {
  adjusted,
  type Dec,
  FINITE,
  finite,
  INFINITE,
  isNaN,
  MOST_EXPONENT,
  QUIET_NAN,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  type Rules,
  SIGNALLING_NAN,
} from "./engine/number.js";
import { numberClass, quantize, sameQuantum, toIntegral } from "./engine/operations.js";
import { fromNumber, numberText, toNumber, toText } from "./engine/text.js";
import { createFormatting } from "./formatting.js";
import type { Kit } from "./kit.js";
import { BINARY, COPIES, PREDICATES, UNARY } from "./operations-table.js";

/** The type Decimal. `tupleType` gives DecimalTuple. */
export function defineDecimalType(kit: Kit, tupleType: () => Word): void {
  const { library, values, contexts, conversions, numbers, contextAt, operandAt, rounding } = kit;
  const { realm, argument, withHandles } = library;
  const { floats, integers } = realm;
  const self = (args: Address): Dec => values.read(argument(args, 0));
  const subject = (args: Address): Word => argument(args, 0);

  const withContext = (
    name: string,
    parameters: string,
    index: number,
    run: (args: Address, context: Word) => Word,
  ): NativeDefinition => ({
    name,
    parameters,
    wording: "anonymous",
    run(args) {
      const context = contextAt(args, index);
      return context === NULL ? NULL : run(args, context);
    },
  });
  const plain = (name: string, run: (args: Address) => Word, receives?: "self"): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    ...(receives === undefined ? {} : { receives }),
    run,
  });
  const predicate = (name: string, is: (a: Dec) => boolean): NativeDefinition =>
    plain(name, (args) => realm.bool(is(self(args))));
  const withRules = (name: string, is: (a: Dec, rules: Rules) => Word): NativeDefinition =>
    withContext(name, "(self, /, context=None)", 1, (args, context) => is(self(args), contexts.rulesOf(context)));

  const text = (a: Dec, context: Word, isEngineering = false): string =>
    toText(a, contexts.part(realm.valueOf(context), "capitals"), isEngineering);

  const integral = (name: string, isExact: boolean): NativeDefinition =>
    withContext(name, "(self, /, rounding=None, context=None)", 2, (args, context) => {
      const given = argument(args, 1);
      const mode = given === NULL || given === realm.none ? -1 : rounding(given);
      if (mode === undefined) return NULL;
      const a = self(args);
      return contexts.operate(context, (rules) => {
        if (mode >= 0) rules.rounding = mode;
        return toIntegral(a, rules, isExact);
      });
    });

  function asTuple(args: Address): Word {
    const a = self(args);
    const digits = a.kind === INFINITE ? "0" : isNaN(a) && a.coefficient === 0n ? "" : String(a.coefficient);
    return withHandles(() => {
      const type = realm.handles.push(tupleType());
      if (realm.handles.get(type) === NULL) return NULL;
      const exponent =
        a.kind === FINITE
          ? realm.int(a.exponent)
          : realm.intern(a.kind === INFINITE ? "F" : a.kind === QUIET_NAN ? "n" : "N");
      const tuple = realm.tuple(Array.from(digits, (digit) => realm.int(digit.charCodeAt(0) - 48)));
      return realm.call(realm.handles.get(type), realm.int(a.sign), tuple, exponent);
    });
  }

  function round(args: Address): Word {
    const given = argument(args, 1);
    if (given === NULL) return numbers.integer(self(args), ROUND_HALF_EVEN);
    const value = (given & 1) === 0 ? realm.valueOf(given) : given;
    if ((value & 1) === 0 && !integers.isInteger(value))
      return realm.raise("TypeError", "optional arg must be an integer");
    if (integers.bitLength(value) > 63 && integers.compare(value, realm.int(-(2n ** 63n))) !== 0)
      return realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
    const digits = Math.max(-2 * MOST_EXPONENT, Math.min(2 * MOST_EXPONENT, integers.toNumber(value)));
    const context = contexts.current();
    if (context === NULL) return NULL;
    const a = self(args);
    const unit = finite(0, 1n, digits === 0 ? 0 : -digits);
    return contexts.operate(context, (rules) => quantize(a, unit, rules));
  }

  const conversion = (name: string, run: (a: Dec) => Word): NativeDefinition => plain(name, (args) => run(self(args)));
  const truncated = (name: string, mode: number): NativeDefinition =>
    plain(name, (args) => {
      const whole = mode === ROUND_DOWN ? values.shortWhole(subject(args)) : Number.NaN;
      return Number.isNaN(whole) ? numbers.integer(self(args), mode) : realm.int(whole);
    });

  const operators = createOperators(kit);
  const type = realm.defineType({
    name: "Decimal",
    module: "decimal",
    shapes: [values.shape],
    isBase: true,
    construct: {
      name: "Decimal",
      parameters: "(cls, value='0', context=None)",
      wording: "anonymous",
      run(args) {
        const context = contextAt(args, 2);
        if (context === NULL) return NULL;
        const given = argument(args, 1);
        return given === NULL ? values.parts(0, 0, 0, 0) : conversions.construct(given, context, true);
      },
    },
    classMethods: [
      {
        name: "from_float",
        parameters: "(cls, f, /)",
        run(args) {
          const value = (argument(args, 1) & 1) === 0 ? realm.valueOf(argument(args, 1)) : argument(args, 1);
          let made: Dec;
          if ((value & 1) !== 0 || integers.isInteger(value)) made = values.fromInteger(value);
          else if (floats.isFloat(value)) made = fromNumber(floats.value(value));
          else return realm.raise("TypeError", "argument must be int or float");
          const cls = argument(args, 0);
          const decimal = values.make(made);
          return cls === type ? decimal : realm.call(cls, decimal);
        },
      },
    ],
    methods: [
      ...operators.methods,
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const a = self(args);
          const context = contexts.current();
          return context === NULL ? NULL : realm.str(`Decimal('${text(a, context)}')`);
        },
      },
      plain("__str__", (args) => {
        const context = contexts.current();
        if (context === NULL) return NULL;
        const word = subject(args);
        if (!values.isFinite(word)) return realm.str(text(values.read(word), context));
        const capitals = contexts.part(realm.valueOf(context), "capitals");
        const shown = numberText(values.digits(word), values.exponent(word), capitals);
        return realm.str(values.sign(word) === 1 ? `-${shown}` : shown);
      }),
      plain("__hash__", (args) => numbers.hash(values.read(realm.valueOf(subject(args))), subject(args)), "self"),
      plain("__bool__", (args) => realm.bool(!values.isZero(subject(args)))),
      truncated("__int__", ROUND_DOWN),
      truncated("__trunc__", ROUND_DOWN),
      truncated("__ceil__", ROUND_CEILING),
      truncated("__floor__", ROUND_FLOOR),
      conversion("__float__", numbers.float),
      conversion("__complex__", (a) =>
        a.kind === SIGNALLING_NAN ? numbers.float(a) : realm.complexes.create({ real: toNumber(a), imag: 0 }),
      ),
      { name: "__round__", parameters: "(self, n=None, /)", wording: "parse", run: round },
      createFormatting(kit),
      plain(
        "__reduce__",
        (args) => {
          const shown = realm.toStr(subject(args));
          return shown === NULL ? NULL : realm.tuple([realm.typeOf(subject(args)), realm.tuple([shown])]);
        },
        "self",
      ),
      plain("__copy__", subject, "self"),
      { name: "__deepcopy__", parameters: "(self, memo, /)", receives: "self", run: subject },
      plain("__sizeof__", (args) =>
        realm.int(104 + 8 * Math.max(0, Math.ceil(String(self(args).coefficient).length / 19) - 4)),
      ),
      plain("as_tuple", asTuple),
      conversion("as_integer_ratio", numbers.ratio),
      conversion("adjusted", (a) => realm.int(a.kind === FINITE ? adjusted(a) : 0)),
      plain("canonical", subject, "self"),
      plain("conjugate", subject, "self"),
      plain("radix", () => values.parts(0, 0, 10, 0)),
      predicate("is_canonical", () => true),
      ...Object.entries(PREDICATES).map(([name, holds]) => predicate(name, holds)),
      withRules("is_normal", (a, rules) => realm.bool(isNormal(a, rules))),
      withRules("is_subnormal", (a, rules) => realm.bool(isSubnormal(a, rules))),
      withRules("number_class", (a, rules) => realm.str(numberClass(a, rules))),
      withContext("to_eng_string", "(self, /, context=None)", 1, (args, context) =>
        realm.str(text(self(args), context, true)),
      ),
      ...Object.entries(COPIES).map(([name, run]) => conversion(name, (a) => values.make(run(a)))),
      ...Object.entries(UNARY).map(([name, run]) =>
        withContext(name, "(self, /, context=None)", 1, (args, context) => {
          const a = self(args);
          return contexts.operate(context, (rules) => run(a, rules));
        }),
      ),
      ...Object.entries(BINARY).map(([name, run]) =>
        withContext(name, "(self, /, other, context=None)", 2, (args, context) => {
          const a = self(args);
          const b = operandAt(args, 1);
          return b === undefined ? NULL : contexts.operate(context, (rules) => run(a, b, rules));
        }),
      ),
      withContext("same_quantum", "(self, /, other, context=None)", 2, (args) => {
        const b = operandAt(args, 1);
        return b === undefined ? NULL : realm.bool(sameQuantum(self(args), b));
      }),
      withContext("fma", "(self, /, other, third, context=None)", 3, (args, context) => {
        const [a, b] = [self(args), operandAt(args, 1)];
        const c = b === undefined ? undefined : operandAt(args, 2);
        if (b === undefined || c === undefined) return NULL;
        return contexts.operate(context, (rules) => fma(a, b, c, rules));
      }),
      withContext("quantize", "(self, /, exp, rounding=None, context=None)", 3, (args, context) => {
        const given = argument(args, 2);
        const mode = given === NULL || given === realm.none ? -1 : rounding(given);
        if (mode === undefined) return NULL;
        if (context === contexts.plain()) {
          const result = kit.short.quantize(subject(args), argument(args, 1), mode);
          if (result !== NULL) return result;
        }
        const [a, b] = [self(args), operandAt(args, 1)];
        if (b === undefined) return NULL;
        return contexts.operate(context, (rules) => {
          if (mode >= 0) rules.rounding = mode;
          return quantize(a, b, rules);
        });
      }),
      integral("to_integral", false),
      integral("to_integral_value", false),
      integral("to_integral_exact", true),
    ],
    getters: [
      { name: "real", receives: "self", get: (word) => word },
      { name: "imag", get: () => values.parts(0, 0, 0, 0) },
    ],
  });
  values.setType(type);
  operators.define(type);
}

export function isSubnormal(a: Dec, rules: Rules): boolean {
  return a.kind === FINITE && a.coefficient !== 0n && adjusted(a) < rules.emin;
}
export function isNormal(a: Dec, rules: Rules): boolean {
  return a.kind === FINITE && a.coefficient !== 0n && adjusted(a) >= rules.emin;
}
