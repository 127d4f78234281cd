import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const callInstructions: readonly ComplexDefinition[] = [
  define("call", "count", "-- r", "Calls f with n positional arguments", { caches: 4, pops: (n) => n + 1, code: "" }),
  define("call_method", "count", "-- r", "Calls what load_method left with n more arguments", { caches: 4, pops: (n) => n + 2, code: "" }),
  define("call_keywords", "count", "-- r", "Calls f with n arguments of which the last are named by the tuple on top", { pops: (n) => n + 2, code: "" }),
  define("call_spread", "flags", "-- r", "f(*args) or, flag 1, f(*args, **kwargs)", { pops: (flags) => 2 + (flags & 1), code: "" }),
  define("make_function", "flags", "-- f", "A function; flags: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure lie below the code", { pops: (flags) => 1 + (flags & 1) + ((flags >> 1) & 1) + ((flags >> 2) & 1) + ((flags >> 3) & 1), code: "" }),
  define("return", "none", "v --", "Returns v to the caller", { terminal: true, code: "" }),
  define("load_build_class", "none", "-- f", "Pushes __build_class__", { code: "" }),
];
