import type { CodeUnit } from "@hotpy/bytecode";
import type { ExecutionHooks } from "@hotpy/interpreter";
import type { Address, Word } from "@hotpy/memory";

/**
 * What runs the code of a realm, and is told of what running code relies on. It is made from the parts, which call it through
 * `context.execution()`; so whoever makes a context says how to make its execution.
 */
export interface Execution {
  /** Runs from the frame in STATE_FRAME to `leave_loop`; a word, or NULL: an exception is pending. */
  loop(): Word;
  /** Who counts calls and iterations, and runs compiled code. */
  readonly hooks: ExecutionHooks;
  /** A unit is about to be loaded, before the code that it contains. */
  codeLoaded(unit: CodeUnit): void;
  /** A function has got other code: no code of another function that calls it holds any more. */
  functionChanged(): void;
  /** Attributes of a type with FLAG_WATCHED have changed. */
  typeChanged(type: Address): void;
  /** A class that is in use has got an attribute that may hide those of its instances; its subclasses are reported one by one. */
  typeHides(type: Address): void;
  /** A dict with FLAG_WATCHED has changed: at a key, or NULL: anywhere. */
  dictChanged(dict: Address, key: Word): void;
  /** Shows an exception that nobody has caught, as `sys.excepthook` does. May collect. */
  exceptionShown(exception: Word): void;
  /**
   * An exception is dropped that a finaliser, or what `where` names ("in atexit callback"), has raised; `source` is what ran: the function, or
   * the generator.
   */
  exceptionIgnored(exception: Word, source: Word, where?: string): void;
}
