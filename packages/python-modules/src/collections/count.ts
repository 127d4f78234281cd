import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** `_count_elements`; `general` calls the function for what a kernel does not decide. */
export function countNative(
  { realm, argument }: Library,
  general: (mapping: Word, iterable: Word) => Word,
): NativeDefinition {
  const { countElements } = realm.pythonKernel;
  return {
    name: "_count_elements",
    parameters: "(mapping, iterable, /)",
    kernel: { 2: countElements },
    frames: true,
    run(args) {
      const [mapping, iterable] = [argument(args, 0), argument(args, 1)];
      realm.noteTraits(realm.typeOf(mapping));
      const outcome = countElements(mapping, iterable);
      if (outcome === realm.none) return outcome;
      if (outcome === NULL) return realm.heap.exhausted();
      return realm.isInTrace() ? realm.retryByInterpreter() : general(mapping, iterable);
    },
  };
}
