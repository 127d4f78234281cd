import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/**
 * Calls a function of a source in the place of a native with `frames: true`. It may be compiled now, which may run the bodies of classes: these
 * would overwrite the native's arguments on the stack, and objects move. So `args` have been read before and are kept meanwhile.
 */
export function tailCallSource(
  { realm, withHandles }: Library,
  surrogate: (name: string) => Word,
  name: string,
  args: readonly Word[],
): Word {
  return withHandles(() => {
    const kept = args.map(realm.handles.push);
    const callee = surrogate(name);
    return realm.tailCall(callee, ...kept.map(realm.handles.get));
  });
}
