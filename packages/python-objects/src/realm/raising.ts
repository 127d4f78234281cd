import type { NULL, Word } from "@hotpy/memory";
import type { UpToValues } from "../context.js";
import { NotImplementedByHotPy } from "../not-implemented.js";

/** Exceptions. All leaf, but for `showUncaught` and `showIgnored`. */
export interface Raising {
  /** Raises a builtin exception with one str argument. */
  raise(type: string, message: string): typeof NULL;
  /** Raises a builtin exception with these arguments, e.g. KeyError(key). */
  raiseWith(type: string, ...args: readonly Word[]): typeof NULL;
  /** Raises an exception object. */
  raiseObject(exception: Word): typeof NULL;
  /** The pending exception or NULL. */
  pending(): Word;
  clearPending(): void;
  /** Whether the pending exception is an instance of the builtin exception. */
  pendingIs(type: string): boolean;
  /** Shows an exception that nobody has caught on the error stream. May collect. */
  showUncaught(exception: Word): void;
  /** The same of an exception that is dropped; `source` is what has raised it, `where` says what that was. May collect. */
  showIgnored(exception: Word, source: Word, where: string): void;
  /** Stops the program: the language feature is not there yet. Never returns; Python code cannot catch it. */
  notImplemented(feature: string): never;
}

export function createRaising({ exceptions, execution }: UpToValues): Raising {
  return {
    raise: exceptions.raise,
    raiseWith: exceptions.raiseWith,
    raiseObject: exceptions.raiseObject,
    pending: exceptions.pending,
    clearPending: exceptions.clearPending,
    pendingIs: exceptions.pendingIs,
    showUncaught: (exception) => execution().exceptionShown(exception),
    showIgnored: (exception, source, where) => execution().exceptionIgnored(exception, source, where),
    notImplemented(feature) {
      throw new NotImplementedByHotPy(feature);
    },
  };
}
