import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";
import { type Contexts, createContexts } from "./contexts.js";
import { type Conversions, createConversions } from "./conversions.js";
import { type Dec, ROUNDINGS } from "./engine/number.js";
import { createOtherNumbers, type OtherNumbers } from "./integral.js";
import { createShortOperations, type ShortOperations } from "./short.js";
import type { Signals } from "./signals.js";
import { createValues, type Values } from "./values.js";

/** What the types of the module are made with. */
export interface Kit {
  readonly library: Library;
  readonly surrogate: Surrogate;
  readonly values: Values;
  readonly signals: Signals;
  readonly contexts: Contexts;
  readonly conversions: Conversions;
  readonly numbers: OtherNumbers;
  readonly short: ShortOperations;
  /** The context that an optional argument is, or the one in force; NULL: raised. May collect. */
  contextAt(args: Address, index: number): Word;
  /** A rounding by its name; undefined: raised. */
  rounding(word: Word): number | undefined;
  /** The decimal at an argument; undefined: raised. */
  operandAt(args: Address, index: number): Dec | undefined;
}

const NO_ROUNDING = `valid values for rounding are:
  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
   ROUND_05UP]`;

export function createKit(library: Library, surrogate: Surrogate, signals: Signals): Kit {
  const { realm, argument } = library;
  const values = createValues(library);
  const contexts = createContexts(library, values, signals, surrogate);
  const conversions = createConversions(library, values, contexts);
  return {
    library,
    surrogate,
    values,
    signals,
    contexts,
    conversions,
    numbers: createOtherNumbers(library),
    short: createShortOperations(realm.memory.i32, realm.memory.f64, values, contexts),
    contextAt(args, index) {
      const given = argument(args, index);
      if (given === NULL || given === realm.none) return contexts.current();
      return contexts.isContext(given) ? given : realm.raise("TypeError", "optional argument must be a context");
    },
    rounding(word) {
      const text = (word & 1) === 0 ? realm.valueOf(word) : word;
      const number =
        (text & 1) === 0 && realm.strings.isString(text)
          ? ROUNDINGS.indexOf(realm.strings.toJS(text) as (typeof ROUNDINGS)[number])
          : -1;
      if (number >= 0) return number;
      realm.raise("TypeError", NO_ROUNDING);
      return undefined;
    },
    operandAt: (args, index) => conversions.required(argument(args, index)),
  };
}
