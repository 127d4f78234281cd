/// The expansions of Python's complex instructions into core instructions. An instruction without one is left to the
/// interpreter, and ends a recording.

import type { Expansion } from "@hotpy/interpreter";
import { arithmeticExpansions } from "./arithmetic.js";
import { attributeExpansions } from "./attributes.js";
import { callExpansions } from "./calls.js";
import { comparisonExpansions } from "./comparison.js";
import { containerExpansions } from "./containers.js";
import { controlExpansions } from "./control.js";
import { exceptionExpansions } from "./exceptions.js";
import { functionExpansions } from "./functions.js";
import { generatorExpansions } from "./generators.js";
import { globalExpansions } from "./globals.js";
import { importExpansions } from "./imports.js";
import { iterationExpansions } from "./iteration.js";
import type { Language } from "./language.js";
import { continuationExpansions } from "./operator-methods.js";
import { stackExpansions } from "./stack.js";
import { subscriptExpansions } from "./subscripts.js";

export type { Language } from "./language.js";

/** The expansions by name of their instruction, for one running Python. They add the helpers they call to `language.helpers`. */
export function createExpansions(language: Language): ReadonlyMap<string, Expansion> {
  return new Map(
    [
      stackExpansions,
      controlExpansions,
      arithmeticExpansions,
      comparisonExpansions,
      globalExpansions,
      attributeExpansions,
      callExpansions,
      functionExpansions,
      subscriptExpansions,
      containerExpansions,
      iterationExpansions,
      generatorExpansions,
      exceptionExpansions,
      importExpansions,
      continuationExpansions,
    ].flatMap((create) => Object.entries(create(language))),
  );
}
