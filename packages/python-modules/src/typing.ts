import type { Builtins } from "@hotpy/python-builtins";

/** The module `_typing`. */
export function defineTyping({ library }: Builtins): void {
  const { realm, argument } = library;
  realm.defineModule({
    name: "_typing",
    functions: [{ name: "_idfunc", parameters: "(x, /)", run: (args) => argument(args, 0) }],
    doc: "Accelerators for the typing module.\n",
  });
}
