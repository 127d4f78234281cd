import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/// Functions of a source may be compiled when they are asked for, which may run the bodies of classes: these would overwrite a native's arguments
/// on the stack, and objects move. So arguments have been read before, and are kept meanwhile.

type Surrogate = (name: string) => Word;

/** What has been asked for, by source: it is there, so that asking again runs nothing. */
const asked = new WeakMap<Surrogate, Set<string>>();

function isCompiled(surrogate: Surrogate, name: string): boolean {
  const names = asked.get(surrogate);
  if (names?.has(name)) return true;
  if (names === undefined) asked.set(surrogate, new Set());
  return false;
}

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
  if (isCompiled(surrogate, name)) return call(surrogate(name), ...args);
  return withHandles(() => {
    const kept = args.map(realm.handles.push);
    const callee = surrogate(name);
    asked.get(surrogate)?.add(name);
    return call(callee, ...kept.map(realm.handles.get));
  });
}
