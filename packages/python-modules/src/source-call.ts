import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";

/// Functions of a source may be compiled when they are asked for, which may run the bodies of classes: these would overwrite a native's arguments
/// on the stack, and objects move. So arguments have been read before, and are kept meanwhile.

/** Calls a function of a source in the place of a native with `frames: true`. */
export const tailCallSource = (library: Library, surrogate: Surrogate, name: string, args: readonly Word[]): Word =>
  withSource(library, surrogate, name, args, library.realm.tailCall);

/** Calls a function of a source from a native: its result, or NULL. */
export const callSource = (library: Library, surrogate: Surrogate, name: string, args: readonly Word[]): Word =>
  withSource(library, surrogate, name, args, library.realm.call);

function withSource(
  { realm, withHandles }: Library,
  surrogate: Surrogate,
  name: string,
  args: readonly Word[],
  call: (callee: Word, ...args: Word[]) => Word,
): Word {
  if (surrogate.isKnown(name)) return call(surrogate(name), ...args);
  return withHandles(() => {
    const kept = args.map(realm.handles.push);
    const callee = surrogate(name);
    return call(callee, ...kept.map(realm.handles.get));
  });
}
