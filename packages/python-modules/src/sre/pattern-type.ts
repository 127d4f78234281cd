import { type Address, NULL, type Word } from "@hotpy/memory";
import { layoutOf, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import {
  type NativeDefinition,
  PATTERN,
  PATTERN_CODE,
  PATTERN_EXPANSION,
  PATTERN_FLAGS,
  PATTERN_GROUPS,
  PATTERN_KIND,
  PATTERN_NAMES,
  PATTERN_NUMBERS,
  PATTERN_SOURCE,
  PATTERN_TEMPLATE,
} from "@hotpy/python-objects";
import type { Matches } from "./match-type.js";
import { kindOfSource, type Matcher, type Search } from "./matcher.js";
import { patternRepr } from "./pattern-repr.js";
import type { Scanners } from "./scanner-type.js";
import { createSubstitutions } from "./substitution.js";

/** Where a pattern looks at a string. */
export interface Window {
  readonly from: number;
  readonly end: number;
}

/** What a pattern is made of. */
export interface PatternParts {
  readonly source: Word;
  readonly flags: number;
  readonly code: Uint32Array;
  readonly groups: number;
  readonly names: Word;
  readonly numbers: Word;
}

/** re.Pattern. Returns what makes patterns: leaf. */
export function definePattern(
  library: Library,
  matcher: Matcher,
  matches: Matches,
  scanners: Scanners,
): (parts: PatternParts) => Word {
  const { realm, argument, withHandles } = library;
  const { memory, handles, none } = realm;
  const { i32 } = memory;
  const shape = realm.shapes.define(layoutOf("re_pattern", PATTERN), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const { kernel } = matcher;
  kernel.prepareMatching(matcher.workRoot, matches.shape);
  const substitutions = createSubstitutions(library, matcher, scanners);

  function create({ source, flags, code, groups, names, numbers }: PatternParts): Word {
    return withHandles(() => {
      const kept = [source, names, numbers].map(handles.push);
      const bytes = handles.push(realm.bytes.fromArray(new Uint8Array(code.buffer, code.byteOffset, code.byteLength)));
      const pattern = realm.object(shape);
      i32[(pattern + PATTERN_SOURCE) >>> 2] = handles.get(kept[0]);
      i32[(pattern + PATTERN_NAMES) >>> 2] = handles.get(kept[1]);
      i32[(pattern + PATTERN_NUMBERS) >>> 2] = handles.get(kept[2]);
      i32[(pattern + PATTERN_CODE) >>> 2] = handles.get(bytes);
      i32[(pattern + PATTERN_TEMPLATE) >>> 2] = NULL;
      i32[(pattern + PATTERN_EXPANSION) >>> 2] = NULL;
      i32[(pattern + PATTERN_FLAGS) >>> 2] = flags;
      i32[(pattern + PATTERN_GROUPS) >>> 2] = groups;
      i32[(pattern + PATTERN_KIND) >>> 2] = kindOfSource(realm, handles.get(kept[0]));
      return pattern;
    });
  }

  /** The window that the arguments `pos` and `endpos` give; undefined: raised. */
  function windowOf(args: Address, first = 2): Window | undefined {
    const length = matcher.lengthFor(argument(args, 0), argument(args, 1));
    if (length === undefined) return undefined;
    const from = argument(args, first) === NULL ? 0 : realm.indexNumber(argument(args, first));
    const end = argument(args, first + 1) === NULL ? length : realm.indexNumber(argument(args, first + 1));
    if (from === undefined || end === undefined) return undefined;
    const stop = Math.min(Math.max(end, 0), length);
    return { from: Math.min(Math.max(from, 0), length), end: stop };
  }

  const matching = (
    name: string,
    kernel: CallableFunction,
    { searches = false, isWhole = false }: Pick<Search, "searches" | "isWhole">,
  ): NativeDefinition => ({
    name,
    parameters: "(self, /, string, pos=0, endpos=9223372036854775807)",
    kernel: { 2: kernel },
    run(args) {
      const window = windowOf(args);
      if (window === undefined) return NULL;
      const { from, end } = window;
      const pattern = argument(args, 0);
      const string = argument(args, 1);
      if (from > end || !matcher.match(pattern, string, { from, end, searches, isWhole, advances: false })) return none;
      return matches.create(pattern, string, from, end);
    },
  });

  /** The part of a subject that a group has matched; if it has not, `otherwise`, or an empty part. */
  function groupOf(string: Word, number: number, otherwise?: Word): Word {
    const at = number === 0 ? 0 : 1 + 2 * number;
    const start = matcher.result(at);
    const end = matcher.result(at + 1);
    if (start < 0 || end < start) return otherwise ?? matcher.part(string, 0, 0);
    return matcher.part(string, start, end);
  }

  /** What `findall` gives for a match: the match, its group, or all its groups. */
  function found(string: Word, groups: number): Word {
    const parts = realm.pythonKernel.foundParts(string, groups, matcher.results());
    if (parts !== UNDECIDED) return parts || realm.heap.exhausted();
    if (groups < 2) return groupOf(string, groups);
    const words: Word[] = [];
    for (let number = 1; number <= groups; number++) words.push(groupOf(string, number));
    return realm.tuple(words);
  }

  function findAll(args: Address): Word {
    const window = windowOf(args);
    if (window === undefined) return NULL;
    const list = realm.list([]);
    let { from } = window;
    let advances = false;
    // Nothing here collects.
    const [pattern, string] = [argument(args, 0), argument(args, 1)];
    const groups = field(pattern, PATTERN_GROUPS);
    while (from <= window.end && matcher.match(pattern, string, { from, end: window.end, searches: true, advances })) {
      const end = matcher.result(1);
      advances = matcher.result(0) === end;
      library.lists.append(list, found(string, groups));
      from = end;
    }
    return list;
  }

  function split(args: Address): Word {
    const length = matcher.lengthFor(argument(args, 0), argument(args, 1));
    const most = argument(args, 2) === NULL ? 0 : realm.indexNumber(argument(args, 2));
    if (length === undefined || most === undefined) return NULL;
    const [pattern, string] = [argument(args, 0), argument(args, 1)];
    const list = realm.list([]);
    const groups = field(pattern, PATTERN_GROUPS);
    let [from, advances] = [0, false];
    for (let count = 0; most === 0 || count < most; count++) {
      if (!matcher.match(pattern, string, { from, end: length, searches: true, advances })) break;
      const [start, end] = [matcher.result(0), matcher.result(1)];
      library.lists.append(list, matcher.part(string, from, start));
      for (let group = 1; group <= groups; group++) library.lists.append(list, groupOf(string, group, none));
      [from, advances] = [end, start === end];
    }
    library.lists.append(list, matcher.part(string, from, length));
    return list;
  }

  const scanning = (name: string, make: (pattern: Word, string: Word, window: Window) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /, string, pos=0, endpos=9223372036854775807)",
    run(args) {
      const window = windowOf(args);
      return window === undefined ? NULL : make(argument(args, 0), argument(args, 1), window);
    },
  });

  function equals(args: Address): Word {
    const [left, right] = [argument(args, 0), argument(args, 1)];
    if (left === right) return realm.bool(true);
    if (realm.typeOf(right) !== realm.typeOf(left)) return realm.notImplementedWord;
    const sameRaw = [PATTERN_FLAGS, PATTERN_KIND, PATTERN_GROUPS].every(
      (offset) => field(left, offset) === field(right, offset),
    );
    if (!sameRaw) return realm.bool(false);
    const same = realm.equals(field(left, PATTERN_SOURCE), field(right, PATTERN_SOURCE));
    return same < 0 ? NULL : realm.bool(same === 1);
  }

  realm.defineType({
    name: "Pattern",
    module: "re",
    shapes: [shape],
    isWeaklyReferable: true,
    isGeneric: true,
    methods: [
      matching("match", kernel.matchAtStart, {}),
      matching("fullmatch", kernel.matchWhole, { isWhole: true }),
      matching("search", kernel.searchFor, { searches: true }),
      {
        name: "findall",
        parameters: "(self, /, string, pos=0, endpos=9223372036854775807)",
        kernel: { 2: kernel.findAllMatches },
        run: findAll,
      },
      { ...scanning("finditer", scanners.iterate), kernel: { 2: kernel.scanForMatches } },
      scanning("scanner", scanners.create),
      {
        name: "split",
        parameters: "(self, /, string, maxsplit=0)",
        kernel: { 2: kernel.splitByPattern, 3: kernel.splitByPatternAtMost },
        run: split,
      },
      {
        ...substitutions.sub,
        kernel: { 3: kernel.substituteAll, 4: kernel.substituteAtMost },
      },
      {
        ...substitutions.subn,
        kernel: { 3: kernel.substituteAndCount, 4: kernel.substituteAtMostAndCount },
      },
      { name: "__eq__", parameters: "(self, value, /)", run: equals },
      {
        name: "__hash__",
        parameters: "(self, /)",
        run: (args) => realm.hash(field(argument(args, 0), PATTERN_SOURCE)),
      },
      { name: "__copy__", parameters: "(self, /)", run: (args) => argument(args, 0) },
      { name: "__deepcopy__", parameters: "(self, memo, /)", run: (args) => argument(args, 0) },
      { name: "__repr__", parameters: "(self, /)", run: (args) => patternRepr(realm, argument(args, 0)) },
    ],
    getters: [
      { name: "pattern", get: (self) => field(self, PATTERN_SOURCE), isField: true },
      { name: "flags", get: (self) => realm.int(field(self, PATTERN_FLAGS)), isField: true },
      { name: "groups", get: (self) => realm.int(field(self, PATTERN_GROUPS)), isField: true },
      { name: "groupindex", get: (self) => realm.mappingProxy(field(self, PATTERN_NAMES)) },
    ],
  });
  return create;
}
