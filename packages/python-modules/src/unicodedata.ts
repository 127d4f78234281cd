import { type Address, NULL, type Word } from "@hotpy/memory";
import { layoutOf } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { codeNamed, type Database, type Form, sequenceNamed, unicode, unicode3_2 } from "@hotpy/unicode";
import { lazyModule, type ModuleContents } from "./lazy-module.js";

const DOC = `This module provides access to the Unicode Character Database which
defines character properties for all Unicode characters. The data in
this database is based on the UnicodeData.txt file version
14.0.0 which is publicly available from ftp://ftp.unicode.org/.

The module uses the same names and symbols as defined by the
UnicodeData File Format 14.0.0.`;

/** Longer ones are not looked up. */
const LONGEST_NAME = 256;

/** The module `unicodedata`: what `@hotpy/unicode` knows, as functions of the module and as methods of the database of Unicode 3.2. */
export function defineUnicodedata(builtins: Builtins): void {
  builtins.library.realm.defineModule(lazyModule("unicodedata", () => makeUnicodedata(builtins)));
}

/** Offset of the arguments on the stack: methods have `self` before them. */
type Offset = 0 | 1;

function makeUnicodedata({ library }: Builtins): ModuleContents {
  const { realm, argument } = library;
  const { strings, none } = realm;
  const isStr = (word: Word): boolean => strings.isString(realm.valueOf(word));

  /** The code point of an argument; -1: raised. */
  function codeOf(word: Word, name: string, which: string): number {
    const string = realm.valueOf(word);
    if (strings.isString(string) && strings.length(string) === 1) return strings.codeAt(strings.flat(string), 0);
    realm.raise("TypeError", `${name}() argument${which} must be a unicode character, not ${realm.typeName(word)}`);
    return -1;
  }

  /** Functions of the database, with arguments from an offset on. */
  function functionsOf(database: Database, offset: Offset): NativeDefinition[] {
    const own = offset === 1 ? "self, " : "";

    const ofCharacter = (name: string, result: (code: number) => Word): NativeDefinition => ({
      name,
      parameters: `(${own}chr, /)`,
      run(args) {
        const code = codeOf(argument(args, offset), name, "");
        return code < 0 ? NULL : result(code);
      },
    });

    /** With a default, in whose place a ValueError stands. */
    const orDefault = (name: string, missing: string, find: (code: number) => Word | undefined): NativeDefinition => ({
      name,
      parameters: `(${own}chr, default=None, /)`,
      wording: "unpack",
      run(args) {
        const code = codeOf(argument(args, offset), name, " 1");
        if (code < 0) return NULL;
        return find(code) ?? (argument(args, offset + 1) || realm.raise("ValueError", missing));
      },
    });

    const ofForm = (name: string, result: (text: string, form: Form, given: Word) => Word): NativeDefinition => ({
      name,
      parameters: `(${own}form, unistr, /)`,
      wording: "unpack",
      run(args: Address) {
        for (const index of [0, 1]) {
          const given = argument(args, offset + index);
          if (!isStr(given))
            return realm.raise(
              "TypeError",
              `${name}() argument ${index + 1} must be str, not ${realm.typeName(given)}`,
            );
        }
        const form = strings.toJS(realm.valueOf(argument(args, offset)));
        const text = argument(args, offset + 1);
        if (strings.length(realm.valueOf(text)) === 0) return result("", "NFC", text);
        if (!/^NFK?[CD]$/.test(form)) return realm.raise("ValueError", "invalid normalization form");
        return result(strings.toJS(realm.valueOf(text)), form as Form, text);
      },
    });

    return [
      ofCharacter("category", (code) => realm.str(database.category(code))),
      ofCharacter("bidirectional", (code) => realm.str(database.bidirectional(code))),
      ofCharacter("combining", (code) => realm.int(database.combining(code))),
      ofCharacter("east_asian_width", (code) => realm.str(database.eastAsianWidth(code))),
      ofCharacter("mirrored", (code) => realm.int(Number(database.isMirrored(code)))),
      ofCharacter("decomposition", (code) => realm.str(database.decomposition(code))),
      orDefault("decimal", "not a decimal", (code) => valueOr(database.number(code)?.[0])),
      orDefault("digit", "not a digit", (code) => valueOr(database.number(code)?.[1])),
      orDefault("numeric", "not a numeric character", (code) => {
        const numeric = database.number(code)?.[2] ?? null;
        return numeric === null ? undefined : realm.float(numeric);
      }),
      orDefault("name", "no such name", (code) => {
        const name = database.nameOf(code);
        return name === undefined ? undefined : realm.str(name);
      }),
      ofForm("normalize", (text, form, given) => {
        const normal = database.normalize(text, form);
        return normal === text ? realm.valueOf(given) : realm.str(normal);
      }),
      ofForm("is_normalized", (text, form) => realm.bool(database.normalize(text, form) === text)),
      {
        name: "lookup",
        parameters: `(${own}name, /)`,
        run: (args) => lookup(database, argument(args, offset)),
      },
    ];
  }

  const valueOr = (value: number | undefined): Word | undefined =>
    value === undefined || value < 0 ? undefined : realm.int(value);

  function lookup(database: Database, given: Word): Word {
    let name: string;
    if (isStr(given)) name = strings.toJS(realm.valueOf(given));
    else {
      const buffer = realm.buffers.required(given);
      if (buffer === undefined) return NULL;
      name = String.fromCharCode(...realm.bytes.toArray(buffer.data, buffer.size));
    }
    if (name.length > LONGEST_NAME) return realm.raise("KeyError", "name too long");
    const code = codeNamed(name, { aliases: database === unicode });
    const isKnown = code !== undefined && (database === unicode || database.nameOf(code) !== undefined);
    if (isKnown) return realm.str(String.fromCodePoint(code));
    const sequence = database === unicode ? sequenceNamed(name) : undefined;
    if (sequence !== undefined) return realm.str(sequence);
    return realm.raise("KeyError", `undefined character name '${name}'`);
  }

  const shape = realm.shapes.define(layoutOf("UCD", {}), NULL);
  const type = realm.defineType({
    name: "UCD",
    module: "unicodedata",
    shapes: [shape],
    methods: functionsOf(unicode3_2, 1),
    getters: [{ name: "unidata_version", get: () => realm.str(unicode3_2.version), isField: true }],
  });

  return {
    doc: DOC,
    functions: functionsOf(unicode, 0),
    attributes: () => ({
      UCD: type,
      ucd_3_2_0: realm.object(shape),
      unidata_version: realm.str(unicode.version),
      _ucnhash_CAPI: none,
    }),
  };
}
