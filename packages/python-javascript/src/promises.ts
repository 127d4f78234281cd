import { PythonError, type PythonObject, type PythonValue } from "./values.js";

/**
 * Runs a coroutine to its end: it starts in a microtask, and waits for each promise that it awaits. Exceptions of the one are those of
 * the other.
 *
 * @param exceptionOf the exception of Python for what a promise was rejected with
 */
export async function runCoroutine(
  coroutine: PythonObject,
  exceptionOf: (error: unknown) => PythonObject,
): Promise<PythonValue> {
  await undefined;
  let resume = (): PythonValue => coroutine.get("send")(null);
  for (;;) {
    let awaited: PythonValue;
    try {
      awaited = resume();
    } catch (error) {
      if (error instanceof PythonError && error.type === "StopIteration") return error.exception.get("value");
      throw error;
    }
    try {
      const value = await promised(awaited);
      resume = () => coroutine.get("send")(value);
    } catch (error) {
      const exception = exceptionOf(error);
      resume = () => coroutine.get("throw")(exception);
    }
  }
}

function promised(awaited: { readonly then?: unknown } | null): unknown {
  if (typeof awaited?.then === "function") return awaited;
  throw new TypeError("a coroutine that JavaScript runs can await promises and other coroutines only");
}
