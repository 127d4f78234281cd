import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  INEXACT,
  INVALID,
  INVALID_CONTEXT,
  INVALID_OPERATION,
  NO_MEMORY,
  OVERFLOW,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from "./engine/number.js";

interface Signal {
  readonly name: string;
  readonly mask: number;
}

/** In CPython's order. */
export const SIGNALS: readonly Signal[] = [
  { name: "InvalidOperation", mask: INVALID },
  { name: "FloatOperation", mask: FLOAT_OPERATION },
  { name: "DivisionByZero", mask: DIVISION_BY_ZERO },
  { name: "Overflow", mask: OVERFLOW },
  { name: "Underflow", mask: UNDERFLOW },
  { name: "Subnormal", mask: SUBNORMAL },
  { name: "Inexact", mask: INEXACT },
  { name: "Rounded", mask: ROUNDED },
  { name: "Clamped", mask: CLAMPED },
];
/** The conditions that InvalidOperation is a signal of. */
export const CONDITIONS: readonly Signal[] = [
  { name: "InvalidOperation", mask: INVALID_OPERATION },
  { name: "ConversionSyntax", mask: CONVERSION_SYNTAX },
  { name: "DivisionImpossible", mask: DIVISION_IMPOSSIBLE },
  { name: "DivisionUndefined", mask: DIVISION_UNDEFINED },
  { name: "InvalidContext", mask: INVALID_CONTEXT },
];

/** Exceptions of signals. */
export interface Signals {
  /** The class of an exception. May collect when it is first asked for. */
  type(name: string): Word;
  /** Raises what a status with trapped bits says. May collect. */
  raise(trapped: number): typeof NULL;
  /** The signals with bits in a mask, a list. */
  list(mask: number): Word;
  /** The mask of a signal's class; undefined: it is none. */
  maskOf(type: Word): number | undefined;
}

export function createSignals({ realm }: Library, surrogate: (name: string) => Word): Signals {
  const types = (signals: readonly Signal[], mask: number): Word[] =>
    signals.filter((signal) => (signal.mask & mask) !== 0).map((signal) => surrogate(signal.name));
  return {
    type: surrogate,
    raise(trapped) {
      if ((trapped & NO_MEMORY) !== 0) return realm.raiseWith("MemoryError");
      const signal = SIGNALS.find(({ mask }) => (mask & trapped) !== 0) as Signal;
      const told = [...types(CONDITIONS, trapped), ...types(SIGNALS.slice(1), trapped)];
      const exception = realm.call(surrogate(signal.name), realm.list(told));
      return exception === NULL ? NULL : realm.raiseObject(exception);
    },
    list: (mask) => realm.list(types(SIGNALS, mask)),
    maskOf: (type) => SIGNALS.find(({ name }) => surrogate(name) === type)?.mask,
  };
}
