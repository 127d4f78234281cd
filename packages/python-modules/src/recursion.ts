import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** For `repr` written in Python: whether the object is being shown already, and that it is no more. */
export function recursionNatives({ library }: Builtins): NativeDefinition[] {
  const { realm, argument } = library;
  const shown = new Set<number>();
  const identity = (args: number): number => realm.heap.identity(argument(args, 0));
  return [
    {
      name: "recursive_enter",
      parameters: "(object, /)",
      run(args) {
        const wasShown = shown.has(identity(args));
        shown.add(identity(args));
        return realm.bool(wasShown);
      },
    },
    {
      name: "recursive_leave",
      parameters: "(object, /)",
      run(args) {
        shown.delete(identity(args));
        return realm.none;
      },
    },
  ];
}
