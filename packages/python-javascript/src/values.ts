/** What a value of Python becomes in JavaScript; `unknown` is an object of JavaScript that Python had. */
// biome-ignore lint/suspicious/noExplicitAny: as what a module of JavaScript exports, it is known to the caller alone
export type PythonValue = any;

/**
 * An object of Python. It is called like a function; what it is given and gives back is converted.
 *
 * @throws {PythonError} each of its members, where Python raises an exception
 */
export interface PythonObject extends Iterable<PythonValue> {
  (...args: unknown[]): PythonValue;
  /** A call with arguments by name. */
  callWith(positional: readonly unknown[], named: Readonly<Record<string, unknown>>): PythonValue;
  /** An attribute. */
  get(name: string): PythonValue;
  set(name: string, value: unknown): void;
  /** `object[key]`. */
  item(key: unknown): PythonValue;
  setItem(key: unknown, value: unknown): void;
  deleteItem(key: unknown): void;
  /** `key in object`. */
  has(key: unknown): boolean;
  /** `len(object)`. */
  readonly size: number;
  /** The name of its type. */
  readonly type: string;
  /**
   * A copy in JavaScript, whole: lists and tuples as arrays, sets as sets, dicts as objects where all keys are strings, and as maps
   * elsewhere. What has no counterpart stays what it is.
   */
  toJs(): unknown;
  /** `str(object)`. */
  toString(): string;
}

/** An exception of Python that nobody in Python has caught. */
export class PythonError extends Error {
  override readonly name = "PythonError";

  /**
   * @param type the name of the exception's class, such as `ValueError`
   * @param text what `str()` says of it
   * @param traceback what Python would show, from "Traceback (most recent call last):" on
   * @param exception the exception itself
   */
  constructor(
    readonly type: string,
    readonly text: string,
    readonly traceback: string,
    readonly exception: PythonObject,
  ) {
    super(text === "" ? type : `${type}: ${text}`);
  }
}
