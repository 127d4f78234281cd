import { type Address, NULL } from "@hotpy/memory";
import type { Values } from "../context.js";
import { linearise } from "../types/mro.js";
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
export function defineExceptionHierarchy({ types }: Pick<Values, "types">): void {
  for (const [name, ...baseNames] of EXCEPTION_HIERARCHY) {
    const bases = baseNames.map((base) => (base === "object" ? types.object : types.named(base)));
    const type = types.create({
      name,
      module: "builtins",
      bases,
      mro: linearise(bases, (base) => types.record(base).mro) as Address[],
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
