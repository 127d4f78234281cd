import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, FLAG_PINNED, fixed, headerWord, layoutOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { tailCallSource } from "./source-call.js";

/// What the standard library's module `site` adds to the builtins for people at a prompt.

const source = `
def leave(name, code):
    import sys
    # Shells like IDLE catch the SystemExit, but listen when their stdin is closed.
    try:
        sys.stdin.close()
    except:
        pass
    raise SystemExit(code)

def show_text(name):
    print(text_of(name))

def help(args, kwargs):
    import pydoc
    return pydoc.help(*args, **kwargs)
`;

const TEXTS: Readonly<Record<string, string>> = {
  copyright:
    "HotPy. Copyright (c) the HotPy authors.\n\nThe language, and the standard library where there is one:\nCopyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.",
  credits:
    "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n    for supporting Python development.  See www.python.org for more information.",
  license: "See https://www.python.org/psf/license/",
};
const NAMES = ["exit", "quit", "copyright", "credits", "license", "help"] as const;
const END_OF_FILE = "Ctrl-D (i.e. EOF)";

const OBJECT_WORDS = 4;
const NUMBER = 8;
const FIELDS = defineFields("site-builtin", { number: fixed("i32", NUMBER) });

/** Defines `exit`, `quit`, `copyright`, `credits`, `license` and `help`. */
export function defineSiteBuiltins({ library }: Builtins): void {
  const { realm, argument } = library;
  const { i32 } = realm.memory;
  const textOf = (name: string): string =>
    name === "license" ? "Type license() to see the full license text" : TEXTS[name];
  const surrogate = realm.defineSurrogates(source, [
    {
      name: "text_of",
      parameters: "(name, /)",
      run: (args) => realm.str(TEXTS[realm.strings.toJS(argument(args, 0))]),
    },
  ]);
  const nameOf = (self: Word): (typeof NAMES)[number] => NAMES[i32[(self + NUMBER) >>> 2]];

  function defineKind(
    type: string,
    names: readonly (typeof NAMES)[number][],
    parameters: string,
    shown: (name: string) => string,
    call: (name: string, args: Address) => Word,
  ): void {
    const shape = realm.shapes.define(layoutOf(`site-builtin-${type}`, FIELDS), NULL);
    realm.defineType({
      name: type,
      module: "_sitebuiltins",
      shapes: [shape],
      methods: [
        { name: "__repr__", parameters: "(self, /)", run: (args) => realm.str(shown(nameOf(argument(args, 0)))) },
        {
          name: "__call__",
          parameters,
          frames: true,
          leaf: false,
          run: (args) => call(nameOf(argument(args, 0)), args),
        },
      ],
    });
    for (const name of names) {
      const object = realm.heap.allocateImmortal(OBJECT_WORDS * 4);
      i32[object >>> 2] = headerWord(shape, FLAG_PINNED);
      i32[(object >>> 2) + 1] = 0;
      i32[(object + NUMBER) >>> 2] = NAMES.indexOf(name);
      i32[(object >>> 2) + 3] = 0;
      realm.setBuiltin(name, object);
    }
  }

  defineKind(
    "Quitter",
    ["exit", "quit"],
    "(self, /, code=None)",
    (name) => `Use ${name}() or ${END_OF_FILE} to exit`,
    (name, args) => tailCallSource(library, surrogate, "leave", [realm.intern(name), argument(args, 1) || realm.none]),
  );
  defineKind("_Printer", ["copyright", "credits", "license"], "(self, /)", textOf, (name) =>
    tailCallSource(library, surrogate, "show_text", [realm.intern(name)]),
  );
  defineKind(
    "_Helper",
    ["help"],
    "(self, /, *args, **kwds)",
    () => "Type help() for interactive help, or help(object) for help about object.",
    (_, args) => tailCallSource(library, surrogate, "help", [argument(args, 1), argument(args, 2)]),
  );
}
