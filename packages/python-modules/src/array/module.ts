import { NULL, type Word } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { callSource, tailCallSource } from "../source-call.js";
import { defineArrayType } from "./array-type.js";
import { createTypeCodes, TYPE_CODES } from "./items.js";
import { createArrays } from "./layout.js";
import { arraySource } from "./source.js";

/** The module `array`. */
export function defineArray({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("array", () => makeArray(library)));
}

function makeArray(library: Library): ModuleContents {
  const { realm, argument } = library;
  const codes = createTypeCodes(library);
  const arrays = createArrays(library, codes);
  const surrogate = realm.defineSurrogates(arraySource, [
    {
      name: "machine_format_of",
      parameters: "(typecode, /)",
      run: (args) => realm.int(codes.get(realm.strings.toJS(argument(args, 0)))?.machineFormat ?? -1),
    },
  ]);

  function reconstruct(args: number): Word {
    const code = realm.valueOf(argument(args, 1));
    const isCharacter = realm.strings.isString(code) && realm.strings.length(code) === 1;
    if (!isCharacter) {
      const shown = realm.typeName(argument(args, 1));
      return realm.raise("TypeError", `_array_reconstructor() argument 2 must be a unicode character, not ${shown}`);
    }
    const format = realm.index(argument(args, 2));
    if (format === NULL) return NULL;
    const given = [0, 1].map((index) => argument(args, index));
    return tailCallSource(library, surrogate, "reconstruct", [...given, format, argument(args, 3), type]);
  }
  const reconstructor = realm.native(
    {
      name: "_array_reconstructor",
      parameters: "(arraytype, typecode, mformat_code, items, /)",
      frames: true,
      leaf: false,
      run: reconstruct,
    },
    "array",
  );
  const type = defineArrayType(library, arrays, codes, surrogate, reconstructor);

  return {
    attributes() {
      if (callSource(library, surrogate, "register", [type]) === NULL) realm.clearPending();
      return {
        array: type,
        ArrayType: type,
        typecodes: realm.str(TYPE_CODES),
        _array_reconstructor: reconstructor,
      };
    },
    doc: DOC,
  };
}

const DOC = `This module defines an object type which can efficiently represent
an array of basic values: characters, integers, floating point
numbers.  Arrays are sequence types and behave very much like lists,
except that the type of objects stored in them is constrained.
`;
