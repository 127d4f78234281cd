import { type Address, NULL, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH, SHAPE_DICT, SHAPE_LIST, SHAPE_TUPLE } from "@hotpy/object-model";
import type { Builtins, Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineMatch } from "./match-type.js";
import { createMatcher, type Matcher } from "./matcher.js";
import { definePattern, type PatternParts } from "./pattern-type.js";
import { defineScanner } from "./scanner-type.js";

/** Numbers that `re` checks: the version of the codes, bytes of a code, and limits. */
const [MAGIC, CODE_SIZE, MAXREPEAT, MAXGROUPS] = [20220615, 4, 4294967295, 1073741823];

interface Engine {
  readonly matcher: Matcher;
  readonly create: (parts: PatternParts) => Word;
}

/** The module `_sre`, on which CPython's `re` stands. Its machine is made when it is first imported. */
export function defineSre({ library }: Builtins): void {
  const { realm, argument } = library;
  let made: Engine | undefined;
  const engine = (): Engine => (made ??= createEngine(library));

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : realm.memory.i32[word >>> 2] >>> 8);

  /** The codes in a list of integers; undefined: raised. */
  function codesOf(list: Word): Uint32Array | undefined {
    const { i32 } = realm.memory;
    const items = (i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS) >>> 2;
    const codes = new Uint32Array(i32[(list + LIST_LENGTH) >>> 2]);
    for (let index = 0; index < codes.length; index++) {
      // Those of `re` are instances of a class that refines int.
      const code = realm.integers.toNumber(realm.valueOf(i32[items + index]));
      if (!(code >= 0 && code <= MAXREPEAT)) {
        realm.raise("OverflowError", "regular expression code size limit exceeded");
        return undefined;
      }
      codes[index] = code;
    }
    return codes;
  }

  function compile(args: Address): Word {
    const [source, list, names, numbers] = [0, 2, 4, 5].map((index) => argument(args, index));
    const [flags, groups] = [1, 3].map((index) => realm.integers.toNumber(realm.valueOf(argument(args, index))));
    const wrong = (name: string, wanted: string, given: Word): Word =>
      realm.raise("TypeError", `compile() argument '${name}' must be ${wanted}, not ${realm.typeName(given)}`);
    if (shapeOf(list) !== SHAPE_LIST) return wrong("code", "list", list);
    if (shapeOf(names) !== SHAPE_DICT) return wrong("groupindex", "dict", names);
    if (shapeOf(numbers) !== SHAPE_TUPLE) return wrong("indexgroup", "tuple", numbers);
    const code = codesOf(list);
    if (code === undefined) return NULL;
    return engine().create({
      source,
      flags,
      code,
      groups,
      names,
      numbers,
    });
  }

  const lower = (code: number, isUnicode: boolean): number =>
    isUnicode ? engine().matcher.kernel.lowerUnicode(code) : engine().matcher.kernel.lowerAscii(code);
  const upper = (code: number, isUnicode: boolean): number =>
    isUnicode ? engine().matcher.kernel.upperUnicode(code) : engine().matcher.kernel.upperAscii(code);
  const isCased = (code: number, isUnicode: boolean): boolean =>
    lower(code, isUnicode) !== code || upper(code, isUnicode) !== code || (isUnicode && hasLongUpper(code));
  /** Whether the character in upper case is several, as ligatures are. */
  const hasLongUpper = (code: number): boolean => {
    const character = String.fromCodePoint(code);
    return character.toUpperCase().length > character.length;
  };

  const ofCharacter = (name: string, run: (code: number) => Word): NativeDefinition => ({
    name,
    parameters: "(character, /)",
    run(args) {
      const character = realm.indexNumber(argument(args, 0));
      if (character === undefined) return NULL;
      if (character !== (character | 0))
        return realm.raise("OverflowError", "Python int too large to convert to C int");
      return run(character);
    },
  });

  realm.defineModule({
    name: "_sre",
    functions: [
      { name: "compile", parameters: "(pattern, flags, code, groups, groupindex, indexgroup)", run: compile },
      { name: "getcodesize", parameters: "()", run: () => realm.int(CODE_SIZE) },
      ofCharacter("ascii_iscased", (code) => realm.bool(isCased(code, false))),
      ofCharacter("unicode_iscased", (code) => realm.bool(isCased(code, true))),
      ofCharacter("ascii_tolower", (code) => realm.int(lower(code, false))),
      ofCharacter("unicode_tolower", (code) => realm.int(lower(code, true))),
    ],
    attributes: () => ({
      MAGIC: realm.int(MAGIC),
      CODESIZE: realm.int(CODE_SIZE),
      MAXREPEAT: realm.int(MAXREPEAT),
      MAXGROUPS: realm.int(MAXGROUPS),
    }),
  });
}

function createEngine(library: Library): Engine {
  const matcher = createMatcher(library.realm);
  const matches = defineMatch(library, matcher);
  const scanners = defineScanner(library, matcher, matches);
  return { matcher, create: definePattern(library, matcher, matches, scanners) };
}
