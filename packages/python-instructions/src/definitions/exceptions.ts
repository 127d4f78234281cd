import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const exceptionInstructions: readonly ComplexDefinition[] = [
  define("raise", "count", "--", "raise with 0, 1 or 2 operands (exception, cause)", { pops: (n) => n, terminal: true, code: "" }),
  define("push_handler", "none", "exc -- old exc", "At a handler's start: makes exc the handled exception", { code: "" }),
  define("match_exception", "none", "exc type -- exc r", "Whether exc is caught by `except type`", { code: "" }),
  define("pop_handler", "none", "old --", "Restores the previously handled exception", { code: "" }),
  define("reraise", "none", "exc --", "Raises again, with the traceback kept", { terminal: true, code: "" }),
  define("setup_with", "none", "m -- exit r", "Calls __enter__ of a context manager; exit is its bound __exit__", { code: "" }),
  define("with_except", "none", "exit old exc -- exit old exc r", "Calls exit(type, exc, traceback)", { code: "" }),
  define("load_assertion_error", "none", "-- t", "Pushes AssertionError", { code: "" }),
];
