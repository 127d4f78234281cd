import type { ComplexDefinition } from "@hotpy/bytecode";
import { NONE, STATE_HANDLED } from "@hotpy/memory";
import { GENERATOR_HANDLED, UNDECIDED } from "@hotpy/object-model";
import { define } from "./define.js";

const HANDLED = `i32[${STATE_HANDLED >>> 2}]`;

export const exceptionInstructions: readonly ComplexDefinition[] = [
  define("raise", "count", "--", "raise with 0, 1 or 2 operands (exception, cause)", {
    pops: (n) => n,
    terminal: true,
    code: "SAVE\nCHECK(raise(sp, ARG))\nRAISE",
  }),
  define(
    "push_handler",
    "flags",
    "exc -- old exc",
    "At a handler's start: makes exc the handled exception; 1: in a handler",
    {
      code: `
      const exception = TOP(1);
      TOP(1) = ${HANDLED} === 0 ? ${NONE} : ${HANDLED};
      ${HANDLED} = exception;
      PUSH(exception);`,
    },
  ),
  define(
    "push_handler_generator",
    "flags",
    "exc -- old exc",
    "push_handler in a generator: what its resumer handles is not kept",
    {
      specialises: "push_handler",
      code: `
      const exception = TOP(1);
      const generator = GENERATOR_OF_FRAME;
      const old = generator !== 0 && ARG === 0 ? 0 : ${HANDLED};
      TOP(1) = old === 0 ? ${NONE} : old;
      ${HANDLED} = exception;
      PUSH(exception);`,
    },
  ),
  define("match_exception", "none", "exc type -- exc r", "Whether exc is caught by `except type`", {
    code: `
      const type = POP();
      const known = matchesException(TOP(1), type);
      if (known !== ${UNDECIDED}) { PUSH(known); NEXT }
      SAVE
      RESULT(matchException(TOP(1), type))`,
  }),
  define("pop_handler", "none", "old --", "Restores the previously handled exception", {
    code: `const old = POP();\n${HANDLED} = old === ${NONE} ? 0 : old;`,
  }),
  define("pop_handler_generator", "none", "old --", "pop_handler in a generator", {
    specialises: "pop_handler",
    code: `
      const old = POP();
      const generator = GENERATOR_OF_FRAME;
      ${HANDLED} = old !== ${NONE} ? old : generator !== 0 ? FIELD(generator, ${GENERATOR_HANDLED}) : 0;`,
  }),
  define("reraise", "flags", "exc --", "Raises again, with the traceback kept; 1: behind a `with`", {
    terminal: true,
    code: "SAVE\nreraise(TOP(1), ARG);\nRAISE",
  }),
  define(
    "setup_with",
    "flags",
    "m -- exit r",
    "Calls __enter__ of a context manager; exit is its bound __exit__; 1: of `async with`",
    {
      code: `
      ENTER_BY_METHOD(TOP(1))`,
    },
  ),
  define("with_except", "none", "exit old exc -- exit old exc r", "Calls exit(type, exc, traceback)", {
    code: "SAVE\nRESULT(callExit(TOP(3), TOP(1)))",
  }),
  define(
    "end_async_for",
    "none",
    "it exc --",
    "End of `async for`: StopAsyncIteration drops the iterator, what else is raised on",
    {
      code: "SAVE\nCHECK(endAsyncLoop(TOP(1)))\nDROP(2);",
    },
  ),
  define("load_assertion_error", "none", "-- t", "Pushes AssertionError", { code: "PUSH(assertionError);" }),
];
