import { type Address, NULL, type Word } from "@hotpy/memory";
import { callSource } from "@hotpy/python-modules";
import type { GetterDefinition, NativeDefinition } from "@hotpy/python-objects";
import { MAX_PREC, type Number as NumberName } from "./contexts.js";
import { isNormal, isSubnormal } from "./decimal-type.js";
import { divmod, fma } from "./engine/arithmetic.js";
import { type Dec, ROUNDINGS, type Rules } from "./engine/number.js";
import { numberClass, sameQuantum } from "./engine/operations.js";
import { fromNumber, toText } from "./engine/text.js";
import { power, powerModulo } from "./engine/transcendental.js";
import type { Kit } from "./kit.js";
import { BINARY, CONTEXT_BINARY, CONTEXT_UNARY, COPIES, PREDICATES, UNARY } from "./operations-table.js";
import { SIGNALS } from "./signals.js";

const MAX_EMAX = MAX_PREC;
const RANGES: Readonly<Record<NumberName, readonly [bigint, bigint, string]>> = {
  prec: [1n, MAX_PREC, "[1, MAX_PREC]"],
  Emin: [-MAX_EMAX, 0n, "[MIN_EMIN, 0]"],
  Emax: [0n, MAX_EMAX, "[0, MAX_EMAX]"],
};

/** In the order of their bits, as the text of a context has them. */
const SHOWN_SIGNALS = [...SIGNALS].sort((a, b) => (a.mask & -a.mask) - (b.mask & -b.mask));

/** The type Context. */
export function defineContextType(kit: Kit): void {
  const { library, values, contexts, conversions, signals, surrogate, operandAt } = kit;
  const { realm, argument } = library;
  const { integers, floats } = realm;
  const self = (args: Address): Word => argument(args, 0);

  const isInteger = (word: Word): boolean => (word & 1) !== 0 || integers.isInteger(realm.valueOf(word));

  /** Sets a number of a context; false: raised. */
  function setNumber(context: Word, name: NumberName, word: Word): boolean {
    const value = isInteger(word) ? integers.toBigInt((word & 1) === 0 ? realm.valueOf(word) : word) : undefined;
    const [least, most, range] = RANGES[name];
    if (value === undefined) realm.raise("TypeError", "an integer is required");
    else if (BigInt.asIntN(64, value) !== value)
      realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
    else if (value < least || value > most) realm.raise("ValueError", `valid range for ${name} is ${range}`);
    else {
      contexts.setWord(context, name, realm.int(value));
      return true;
    }
    return false;
  }

  function setSwitch(context: Word, name: "capitals" | "clamp", word: Word): boolean {
    if (!isInteger(word)) realm.raise("TypeError", "an integer is required");
    else {
      const value = integers.toBigInt((word & 1) === 0 ? realm.valueOf(word) : word);
      if (value === 0n || value === 1n) {
        contexts.setPart(context, name, Number(value));
        return true;
      }
      if (BigInt.asIntN(64, value) !== value)
        realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
      else realm.raise("ValueError", `valid values for ${name} are 0 or 1`);
    }
    return false;
  }

  function setRounding(context: Word, word: Word): boolean {
    const number = kit.rounding(word);
    if (number !== undefined) contexts.setPart(context, "rounding", number);
    return number !== undefined;
  }

  /** Sets flags or traps. False: raised. May collect: `context` is read again. */
  function setMask(context: () => Word, name: "flags" | "traps", word: Word, mayBeList: boolean): boolean {
    const mask = callSource(library, surrogate, "given_mask", [word, realm.bool(mayBeList)]);
    if (mask === NULL) return false;
    contexts.setPart(context(), name === "flags" ? "status" : "trapped", mask >> 1);
    return true;
  }

  const undeletable = (set: (self: Word, value: Word) => boolean): ((self: Word, value: Word) => boolean) => {
    return (context, value) => {
      if (value !== NULL) return set(context, value);
      realm.raise("AttributeError", "context attributes cannot be deleted");
      return false;
    };
  };
  const kept = (context: Word, value: Word, name: "flags" | "traps"): boolean =>
    library.withHandles(() => {
      const handle = realm.handles.push(context);
      return setMask(() => realm.handles.get(handle), name, value, false);
    });

  /** The dict of signals that stands for flags or traps. May collect when it is first asked for. */
  function dictOf(context: Word, name: "flags" | "traps"): Word {
    const dict = contexts.dictOf(context, name);
    if (dict !== NULL) return dict;
    return library.withHandles(() => {
      const handle = realm.handles.push(context);
      const made = realm.call(surrogate("SignalDict"));
      if (made === NULL) return NULL;
      const object = realm.handles.push(made);
      const set = (attribute: string, value: Word): void =>
        void realm.setAttribute(realm.handles.get(object), realm.intern(attribute), value);
      set("_owner", realm.handles.get(handle));
      set("_which", realm.int(name === "flags" ? 0 : 1));
      contexts.setDict(realm.handles.get(handle), name, realm.handles.get(object));
      return realm.handles.get(object);
    });
  }

  const getters: GetterDefinition[] = [
    ...(["prec", "Emin", "Emax"] as const).map((name) => ({
      name,
      get: (context: Word) => contexts.wordOf(context, name),
      set: undeletable((context, value) => setNumber(context, name, value)),
    })),
    ...(["capitals", "clamp"] as const).map((name) => ({
      name,
      get: (context: Word) => realm.int(contexts.part(context, name)),
      set: undeletable((context, value) => setSwitch(context, name, value)),
    })),
    {
      name: "rounding",
      get: (context) => realm.intern(ROUNDINGS[contexts.part(context, "rounding")]),
      set: undeletable(setRounding),
    },
    ...(["flags", "traps"] as const).map((name) => ({
      name,
      get: (context: Word) => dictOf(context, name),
      set: undeletable((context, value) => kept(context, value, name)),
    })),
  ];

  function initialise(args: Address): Word {
    const given = (index: number): Word => {
      const word = argument(args, index);
      return word === realm.none ? NULL : word;
    };
    const order: readonly ((context: Word, word: Word) => boolean)[] = [
      (context, word) => setNumber(context, "prec", word),
      setRounding,
      (context, word) => setNumber(context, "Emin", word),
      (context, word) => setNumber(context, "Emax", word),
      (context, word) => setSwitch(context, "capitals", word),
      (context, word) => setSwitch(context, "clamp", word),
      (_, word) => setMask(() => self(args), "flags", word, true),
      (_, word) => setMask(() => self(args), "traps", word, true),
    ];
    for (let i = 0; i < order.length; i++)
      if (given(i + 1) !== NULL && !order[i](self(args), given(i + 1))) return NULL;
    return realm.none;
  }

  function created(): Word {
    const context = contexts.copy(realm.memory.i32[contexts.defaultContext >>> 2]);
    contexts.setPart(context, "capitals", 1);
    contexts.setPart(context, "status", 0);
    return context;
  }

  const names = (mask: number): string =>
    SHOWN_SIGNALS.filter((signal) => (signal.mask & mask) !== 0)
      .map(({ name }) => name)
      .join(", ");
  function repr(context: Word): Word {
    const number = (name: NumberName): bigint => integers.toBigInt(contexts.wordOf(context, name));
    return realm.str(
      `Context(prec=${number("prec")}, rounding=${ROUNDINGS[contexts.part(context, "rounding")]}, Emin=${number("Emin")}, Emax=${number("Emax")}, ` +
        `capitals=${contexts.part(context, "capitals")}, clamp=${contexts.part(context, "clamp")}, ` +
        `flags=[${names(contexts.part(context, "status"))}], traps=[${names(contexts.part(context, "trapped"))}])`,
    );
  }

  const method = (
    name: string,
    count: number,
    run: (args: Address, operands: readonly Dec[]) => Word,
  ): NativeDefinition => ({
    name,
    parameters: ["(self, x, /)", "(self, x, y, /)", "(self, x, y, z, /)"][count - 1],
    ...(count === 1 ? {} : { wording: "anonymous" as const }),
    run(args) {
      const operands: Dec[] = [];
      for (let i = 1; i <= count; i++) {
        const operand = operandAt(args, i);
        if (operand === undefined) return NULL;
        operands.push(operand);
      }
      return run(args, operands);
    },
  });
  const predicate = (name: string, is: (a: Dec, rules: Rules) => boolean): NativeDefinition =>
    method(name, 1, (args, [a]) => realm.bool(is(a, contexts.rulesOf(self(args)))));
  const plain = (name: string, run: (context: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => run(self(args)),
  });
  const shown = (name: string, isEngineering: boolean): NativeDefinition =>
    method(name, 1, (args, [a]) => realm.str(toText(a, contexts.part(self(args), "capitals"), isEngineering)));

  const copying = (name: string): NativeDefinition => plain(name, contexts.copy);
  const keepingDecimal = (name: string): NativeDefinition => ({
    name,
    parameters: "(self, x, /)",
    run(args) {
      const word = argument(args, 1);
      if (values.isDecimal(word)) return word;
      if (name === "canonical") return realm.raise("TypeError", "argument must be a Decimal");
      const a = operandAt(args, 1);
      return a === undefined ? NULL : values.make(a);
    },
  });
  const clearing = (name: string, part: "status" | "trapped"): NativeDefinition =>
    plain(name, (context) => {
      contexts.setPart(context, part, 0);
      return realm.none;
    });

  const type = realm.defineType({
    name: "Context",
    module: "decimal",
    shapes: [contexts.shape],
    isBase: true,
    empty: created,
    construct: {
      name: "Context",
      parameters:
        "(cls, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
      wording: "anonymous",
      run(args) {
        // A context takes the place of the class.
        realm.memory.i32[args >>> 2] = created();
        return initialise(args) === NULL ? NULL : self(args);
      },
    },
    methods: [
      {
        name: "__init__",
        parameters:
          "(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
        wording: "anonymous",
        run: initialise,
      },
      plain("__repr__", repr),
      copying("__copy__"),
      copying("copy"),
      plain("__reduce__", (context) => {
        const dicts = [signals.list(contexts.part(context, "status")), signals.list(contexts.part(context, "trapped"))];
        return realm.tuple([
          type,
          realm.tuple([
            contexts.wordOf(context, "prec"),
            realm.intern(ROUNDINGS[contexts.part(context, "rounding")]),
            contexts.wordOf(context, "Emin"),
            contexts.wordOf(context, "Emax"),
            realm.int(contexts.part(context, "capitals")),
            realm.int(contexts.part(context, "clamp")),
            ...dicts,
          ]),
        ]);
      }),
      clearing("clear_flags", "status"),
      clearing("clear_traps", "trapped"),
      plain("Etiny", (context) => realm.int(etinyOf(context))),
      plain("Etop", (context) => realm.int(integers.toBigInt(contexts.wordOf(context, "Emax")) - precOf(context) + 1n)),
      plain("radix", () => values.parts(0, 0, 10, 0)),
      keepingDecimal("canonical"),
      keepingDecimal("copy_decimal"),
      ...Object.entries(COPIES).map(([name, run]) => method(name, 1, (_, [a]) => values.make(run(a)))),
      ...Object.entries({ ...UNARY, ...CONTEXT_UNARY }).map(([name, run]) =>
        method(name, 1, (args, [a]) => contexts.operate(self(args), (rules) => run(a, rules))),
      ),
      // What `_pydecimal` calls so that subclasses can change what contexts do.
      method("_apply", 1, (args, [a]) => contexts.operate(self(args), (rules) => conversions.rounded(a, rules))),
      ...Object.entries({ ...BINARY, ...CONTEXT_BINARY }).map(([name, run]) =>
        method(name, 2, (args, [a, b]) => contexts.operate(self(args), (rules) => run(a, b, rules))),
      ),
      method("divmod", 2, (args, [a, b]) => {
        const parts = contexts.compute(self(args), (rules) => divmod(a, b, rules));
        return parts === undefined ? NULL : realm.tuple([values.make(parts[0]), values.make(parts[1])]);
      }),
      method("same_quantum", 2, (_, [a, b]) => realm.bool(sameQuantum(a, b))),
      method("fma", 3, (args, [a, b, c]) => contexts.operate(self(args), (rules) => fma(a, b, c, rules))),
      {
        name: "power",
        parameters: "(self, /, a, b, modulo=None)",
        wording: "anonymous",
        run(args) {
          const a = operandAt(args, 1);
          const b = a === undefined ? undefined : operandAt(args, 2);
          if (a === undefined || b === undefined) return NULL;
          const given = argument(args, 3);
          if (given === NULL || given === realm.none)
            return contexts.operate(self(args), (rules) => power(a, b, rules));
          const m = operandAt(args, 3);
          return m === undefined ? NULL : contexts.operate(self(args), (rules) => powerModulo(a, b, m, rules));
        },
      },
      {
        name: "is_canonical",
        parameters: "(self, x, /)",
        run: (args) =>
          values.isDecimal(argument(args, 1))
            ? realm.bool(true)
            : realm.raise("TypeError", "argument must be a Decimal"),
      },
      ...Object.entries(PREDICATES).map(([name, holds]) => predicate(name, holds)),
      predicate("is_normal", isNormal),
      predicate("is_subnormal", isSubnormal),
      method("number_class", 1, (args, [a]) => realm.str(numberClass(a, contexts.rulesOf(self(args))))),
      shown("to_sci_string", false),
      shown("to_eng_string", true),
      {
        name: "create_decimal",
        parameters: "(self, num='0', /)",
        wording: "parse",
        run(args) {
          const given = argument(args, 1);
          return given === NULL ? values.parts(0, 0, 0, 0) : conversions.construct(given, self(args), false);
        },
      },
      {
        name: "create_decimal_from_float",
        parameters: "(self, f, /)",
        run(args) {
          const word = argument(args, 1);
          const value = (word & 1) === 0 ? realm.valueOf(word) : word;
          let exact: Dec;
          if (isInteger(value)) exact = values.fromInteger(value);
          else if (floats.isFloat(value)) exact = fromNumber(floats.value(value));
          else return realm.raise("TypeError", "argument must be int or float");
          return contexts.operate(self(args), (rules) => conversions.rounded(exact, rules));
        },
      },
    ],
    getters,
  });
  const precOf = (context: Word): bigint => integers.toBigInt(contexts.wordOf(context, "prec"));
  const etinyOf = (context: Word): bigint => integers.toBigInt(contexts.wordOf(context, "Emin")) - precOf(context) + 1n;
  contexts.setType(type);
}
