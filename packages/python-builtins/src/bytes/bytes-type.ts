import { MAKES_BYTES, PURE, SHAPE_BYTE_STRING, SHAPE_BYTES_ITERATOR } from "@hotpy/python-objects";
import type { Codecs } from "../codecs/codecs.js";
import type { Library } from "../library.js";
import { commonMethods, defineBytesOperators } from "./common-methods.js";
import { type Construction, createConstruction } from "./construct.js";
import { fromHexMethod } from "./hex.js";
import { createBytesKit } from "./kit.js";
import { percentOfBytes } from "./percent.js";
import { reprOfBytes } from "./repr.js";
import { makeTranslation } from "./shape-methods.js";

/** bytes. Returns how it is made of objects. */
export function defineBytesType(library: Library, codecs: Codecs): Construction {
  const { realm, iterators, argument } = library;
  const kit = createBytesKit(library, codecs, "bytes", SHAPE_BYTE_STRING);
  const { self } = kit;
  const construction = createConstruction(kit);
  const percent = percentOfBytes(kit);

  const type = realm.defineType({
    name: "bytes",
    patterns: { isItself: true },
    shapes: [SHAPE_BYTE_STRING],
    isBase: true,
    construct: {
      name: "bytes",
      parameters: "(cls, source=b'', encoding='utf-8', errors='strict')",
      frames: true,
      makes: MAKES_BYTES,
      run: (args) => construction.from(args),
    },
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        effects: PURE,
        run: (args) => reprOfBytes(realm, self(args).data, self(args).size),
      },
      { name: "__hash__", parameters: "(self, /)", effects: PURE, run: (args) => realm.hash(argument(args, 0)) },
      { name: "__bytes__", parameters: "(self, /)", effects: PURE, run: (args) => argument(args, 0) },
      {
        name: "__getnewargs__",
        parameters: "(self, /)",
        run: (args) => realm.tuple([kit.copy(self(args).data, self(args).size)]),
      },
      {
        name: "__rmod__",
        parameters: "(self, value, /)",
        run(args) {
          const template = realm.valueOf(argument(args, 1));
          return realm.bytes.isBytes(template) ? percent(template, argument(args, 0)) : realm.notImplementedWord;
        },
      },
      ...commonMethods(kit),
    ],
    classMethods: [fromHexMethod(kit, () => type)],
    staticMethods: [makeTranslation(kit)],
    iterate: (bytes) => iterators.overSequence(SHAPE_BYTES_ITERATOR, bytes),
  });
  defineBytesOperators(kit, type);
  realm.defineOperator("mod", type, realm.type("object"), percent);
  return construction;
}
