import { NULL } from "@hotpy/memory";
import type { Values } from "../context.js";
import { EXCEPTION_HIERARCHY } from "./hierarchy.js";
import { EXCEPTION_SLOTS } from "./layout.js";

/** Exceptions whose instances have fields of their own in CPython: no class can refine two of them. */
const OWN_FIELDS = new Set([
  "BaseException",
  "StopIteration",
  "SystemExit",
  "OSError",
  "ImportError",
  "NameError",
  "AttributeError",
  "SyntaxError",
  "UnicodeEncodeError",
  "UnicodeDecodeError",
  "UnicodeTranslateError",
  "BaseExceptionGroup",
]);

/** The types of the builtin exceptions, without methods. */
export function defineExceptionHierarchy(context: Pick<Values, "types">): void {
  const { types } = context;
  for (const [name, baseName] of EXCEPTION_HIERARCHY) {
    const base = baseName === "object" ? types.object : types.named(baseName);
    const type = types.create({
      name,
      module: "builtins",
      bases: [base],
      mro: types.record(base).mro,
      meta: types.type,
      kind: "exception",
      isSolid: OWN_FIELDS.has(name),
      isClass: false,
      inlineSlots: EXCEPTION_SLOTS.length,
      dict: NULL,
    });
    types.register(type);
  }
}
