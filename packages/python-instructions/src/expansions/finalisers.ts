/// Objects that are to be finalised: they are registered with the heap once they are made.

import type { CoreMachine } from "@hotpy/interpreter";
import type { Word } from "@hotpy/memory";
import { defineAlias } from "@hotpy/object-model";
import { type HelperEffects, Helpers } from "./helpers.js";
import type { Language } from "./language.js";

const EFFECTS: HelperEffects = { never: true, writes: [defineAlias("finalisers")] };

function register<V>(m: CoreMachine<V>, language: Language, object: V, name: string, more: HelperEffects = {}): void {
  const helper = new Helpers(language).define(name, "word -> void", { ...EFFECTS, ...more }, (word: Word) =>
    language.heap.finalisers.register(word),
  );
  m.leaf(helper, [object]);
}

/** All questions come before: an object that is then made again must not be registered. */
export function registerInstance<V>(m: CoreMachine<V>, language: Language, object: V): void {
  register(m, language, object, "finalisers.add");
}

/** Where the frame of a generator ends a trace, its generator is made again; the first one, as it has not begun, has nothing to clean up. */
export function registerGenerator<V>(m: CoreMachine<V>, language: Language, generator: V): void {
  register(m, language, generator, "finalisers.add_generator", { isRepeatable: true });
}
