import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { contextSlot } from "@hotpy/python-modules";
import {
  type Dec,
  DIVISION_BY_ZERO,
  INVALID,
  MOST_EXPONENT,
  NO_MEMORY,
  NoRoom,
  OVERFLOW,
  ROUND_HALF_EVEN,
  type Rules,
} from "./engine/number.js";
import type { Signals } from "./signals.js";
import type { Values } from "./values.js";

export const MAX_PREC = 999_999_999_999_999_999n;
export const MIN_ETINY = -1_999_999_999_999_999_997n;

const [PREC, EMIN, EMAX, FLAGS, TRAPS] = [8, 12, 16, 20, 24];
const [ROUNDING, CAPITALS, CLAMP, STATUS, TRAPPED] = [28, 32, 36, 40, 44];
const FIELDS = defineFields("decimal.context", {
  prec: mutable("word", PREC),
  emin: mutable("word", EMIN),
  emax: mutable("word", EMAX),
  flags: mutable("word", FLAGS),
  traps: mutable("word", TRAPS),
  rounding: mutable("i32", ROUNDING),
  capitals: mutable("i32", CAPITALS),
  clamp: mutable("i32", CLAMP),
  status: mutable("i32", STATUS),
  trapped: mutable("i32", TRAPPED),
});

export type Number = "prec" | "Emin" | "Emax";
const WORDS: Readonly<Record<Number, number>> = { prec: PREC, Emin: EMIN, Emax: EMAX };
export type Part = "rounding" | "capitals" | "clamp" | "status" | "trapped";
const PARTS: Readonly<Record<Part, number>> = {
  rounding: ROUNDING,
  capitals: CAPITALS,
  clamp: CLAMP,
  status: STATUS,
  trapped: TRAPPED,
};

/** Contexts in memory, and the one that is in force. */
export type Contexts = ReturnType<typeof createContexts>;

export function createContexts(library: Library, values: Values, signals: Signals, surrogate: (name: string) => Word) {
  const { realm, withHandles } = library;
  const { i32 } = realm.memory;
  const { integers } = realm;
  const shape = realm.shapes.define(layoutOf("decimal.context", FIELDS), NULL);
  let type: Address = NULL;

  const number = (word: Word): number => ((word & 1) !== 0 ? word >> 1 : integers.toNumber(word));
  const wordOf = (context: Word, name: Number): Word => i32[(context + WORDS[name]) >>> 2];
  const part = (context: Word, name: Part): number => i32[(context + PARTS[name]) >>> 2];
  const setPart = (context: Word, name: Part, value: number): void => void (i32[(context + PARTS[name]) >>> 2] = value);

  /** A context as new ones are. */
  function create(): Word {
    const context = realm.object(shape);
    i32[(context + PREC) >>> 2] = realm.int(28);
    i32[(context + EMIN) >>> 2] = realm.int(-999_999);
    i32[(context + EMAX) >>> 2] = realm.int(999_999);
    i32[(context + FLAGS) >>> 2] = NULL;
    i32[(context + TRAPS) >>> 2] = NULL;
    setPart(context, "rounding", ROUND_HALF_EVEN);
    setPart(context, "capitals", 1);
    setPart(context, "clamp", 0);
    setPart(context, "status", 0);
    setPart(context, "trapped", INVALID | DIVISION_BY_ZERO | OVERFLOW);
    return context;
  }

  function copy(from: Word): Word {
    const context = realm.object(shape);
    for (const offset of [PREC, EMIN, EMAX, ROUNDING, CAPITALS, CLAMP, STATUS, TRAPPED])
      i32[(context + offset) >>> 2] = i32[(from + offset) >>> 2];
    i32[(context + FLAGS) >>> 2] = NULL;
    i32[(context + TRAPS) >>> 2] = NULL;
    return context;
  }

  // Contexts that are never in force themselves but as copies.
  const defaultContext = realm.root(create());
  const templates = [defaultContext];

  const running = contextSlot(realm);
  /** The context in force, and the context of variables in which that is so. */
  const inForce = realm.root(NULL);
  const inForceFor = realm.root(NULL);
  const variable = realm.root(NULL);

  /** False: raised. May collect. */
  function hasVariable(): boolean {
    if (i32[variable >>> 2] === NULL) {
      const made = realm.call(surrogate("make_variable"));
      if (made === NULL) return false;
      i32[variable >>> 2] = made;
    }
    return true;
  }

  function keep(context: Word): Word {
    i32[inForce >>> 2] = context;
    i32[inForceFor >>> 2] = i32[running >>> 2];
    return context;
  }

  /** Puts a context in force. False: raised. May collect. */
  function setCurrent(context: Word): boolean {
    return withHandles(() => {
      const kept = realm.handles.push(context);
      if (!hasVariable()) return false;
      if (realm.callMethod(i32[variable >>> 2], realm.intern("set"), realm.handles.get(kept)) === NULL) return false;
      keep(realm.handles.get(kept));
      return true;
    });
  }

  /** The context in force, perhaps of a class that refines Context; NULL: raised. May collect when it has changed since. */
  function current(): Word {
    const kept = i32[inForce >>> 2];
    if (kept !== NULL && i32[inForceFor >>> 2] === i32[running >>> 2]) return kept;
    if (!hasVariable()) return NULL;
    const found = realm.callMethod(i32[variable >>> 2], realm.intern("get"), realm.none);
    if (found === NULL) return NULL;
    if (found !== realm.none) return keep(found);
    const context = copy(i32[defaultContext >>> 2]);
    setPart(context, "status", 0);
    return setCurrent(context) ? i32[inForce >>> 2] : NULL;
  }

  /** The context in force if that is known, and its class is exactly Context; else NULL. Leaf. */
  function plain(): Word {
    const kept = i32[inForce >>> 2];
    if (kept === NULL || i32[inForceFor >>> 2] !== i32[running >>> 2]) return NULL;
    return i32[kept >>> 2] >>> 8 === shape ? kept : NULL;
  }

  const rules: Rules = { prec: 0, emin: 0, emax: 0, rounding: 0, clamp: 0, status: 0 };
  /** What a context has an operation do; the same object for each call. */
  function rulesOf(given: Word): Rules {
    const context = realm.valueOf(given);
    rules.prec = number(i32[(context + PREC) >>> 2]);
    rules.emin = Math.max(-MOST_EXPONENT, number(i32[(context + EMIN) >>> 2]));
    rules.emax = Math.min(MOST_EXPONENT, number(i32[(context + EMAX) >>> 2]));
    rules.rounding = i32[(context + ROUNDING) >>> 2];
    rules.clamp = i32[(context + CLAMP) >>> 2];
    rules.status = 0;
    return rules;
  }

  /** Adds flags to a context, and raises what it traps of these: false. May collect then. */
  function signal(given: Word, status: number): boolean {
    const context = realm.valueOf(given);
    i32[(context + STATUS) >>> 2] |= status & ~NO_MEMORY;
    const trapped = status & (i32[(context + TRAPPED) >>> 2] | NO_MEMORY);
    if (trapped === 0) return true;
    signals.raise(trapped);
    return false;
  }

  /** The status of an operation for which there may be no room, and its result. */
  function carryOut<T>(rules: Rules, run: (rules: Rules) => T): T | undefined {
    try {
      return run(rules);
    } catch (error) {
      if (!(error instanceof NoRoom || error instanceof RangeError)) throw error;
      rules.status |= NO_MEMORY;
      return undefined;
    }
  }

  /** Does an operation as a context has it; undefined: raised. May collect when it raises. */
  function compute<T>(context: Word, run: (rules: Rules) => T): T | undefined {
    const rules = rulesOf(context);
    const result = carryOut(rules, run);
    return rules.status !== 0 && !signal(context, rules.status) ? undefined : result;
  }

  return {
    shape,
    type: (): Address => type,
    setType(defined: Address): void {
      type = defined;
    },
    isContext: (word: Word): boolean => (word & 1) === 0 && realm.isInstance(word, type),
    create,
    copy,
    defaultContext,
    /** Adds a context that is not put in force itself. */
    addTemplate(context: Word): Address {
      const root = realm.root(context);
      templates.push(root);
      return root;
    },
    isTemplate: (word: Word): boolean => templates.some((root) => i32[root >>> 2] === word),
    current,
    plain,
    /** A number of a context; 0: it is no small integer. */
    smallNumber(context: Word, name: Number): number {
      const word = i32[(context + WORDS[name]) >>> 2];
      return (word & 1) !== 0 ? word >> 1 : 0;
    },
    /** Adds flags to a context unless it traps one of them: false, nothing is done. Leaf. */
    signalQuietly(context: Word, status: number): boolean {
      if ((i32[(context + TRAPPED) >>> 2] & status) !== 0) return false;
      i32[(context + STATUS) >>> 2] |= status;
      return true;
    },
    setCurrent,
    rulesOf,
    signal,
    compute,
    /** The result of an operation, a decimal; NULL: raised. */
    operate(context: Word, run: (rules: Rules) => Dec): Word {
      const result = compute(context, run);
      return result === undefined ? NULL : values.make(result);
    },
    wordOf,
    setWord: (context: Word, name: Number, value: Word): void => realm.heap.storeWord(context, WORDS[name], value),
    number: (context: Word, name: Number): number => number(wordOf(context, name)),
    part,
    setPart,
    /** The dict of signals that stands for flags or traps, or NULL. */
    dictOf: (context: Word, name: "flags" | "traps"): Word => i32[(context + (name === "flags" ? FLAGS : TRAPS)) >>> 2],
    setDict: (context: Word, name: "flags" | "traps", dict: Word): void =>
      realm.heap.storeWord(context, name === "flags" ? FLAGS : TRAPS, dict),
  };
}
