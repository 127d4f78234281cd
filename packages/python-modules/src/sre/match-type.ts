import { type Address, NULL, type Word } from "@hotpy/memory";
import { layoutOf, TUPLE_ITEMS, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import {
  type GetterDefinition,
  MATCH,
  MATCH_PATTERN,
  MATCH_STRING,
  PATTERN_GROUPS,
  PATTERN_NAMES,
} from "@hotpy/python-objects";
import type { Matcher } from "./matcher.js";

export interface Matches {
  /** The shape of match objects. */
  readonly shape: number;
  /** The match object of the matcher's last match, which looked at the string from `start` to `end`. Leaf. */
  create(pattern: Word, string: Word, start: number, end: number): Word;
}

/** Of what has been matched the text of a match shows so many characters. */
const MOST_SHOWN = 50;

/** re.Match. */
export function defineMatch({ realm, argument, withHandles }: Library, matcher: Matcher): Matches {
  const { memory, strings, dicts, handles, none, pythonKernel: kernel } = realm;
  const { i32 } = memory;
  const shape = realm.shapes.define(layoutOf("re_match", MATCH), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const patternOf = (match: Word): Word => field(match, MATCH_PATTERN);
  const groupsOf = (match: Word): number => field(patternOf(match), PATTERN_GROUPS);
  const itemOf = (tuple: Word, index: number): Word => i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2];
  const countOf = (tuple: Word): number => i32[(tuple + 4) >>> 2];

  const create = (pattern: Word, string: Word, start: number, end: number): Word =>
    kernel.newMatch(shape, pattern, string, matcher.results(), start, end) || realm.heap.exhausted();

  const startOf = (match: Word, number: number): Word => kernel.matchStartOf(match, realm.int(number));
  const endOf = (match: Word, number: number): Word => kernel.matchEndOf(match, realm.int(number));
  const spanOf = (match: Word, number: number): Word => {
    const span = kernel.matchSpanOf(match, realm.int(number));
    return span === UNDECIDED ? realm.heap.exhausted() : span;
  };

  /** What a group has matched, `otherwise` if nothing. Leaf. The kernel leaves subjects that are no plain strings. */
  function group(match: Word, number: number, otherwise: Word): Word {
    const part = kernel.partOfMatch(match, number, otherwise);
    if (part !== UNDECIDED) return part;
    return matcher.part(field(match, MATCH_STRING), startOf(match, number) >> 1, endOf(match, number) >> 1);
  }

  /** The number of a group that an argument names; -1: raised. */
  function numberOf(match: Word, key: Word): number {
    // Looking for the key may run its methods, and move the match.
    const groups = groupsOf(match);
    const names = field(patternOf(match), PATTERN_NAMES);
    let number = -1;
    if (realm.integers.isInteger(realm.valueOf(key))) number = realm.integers.toNumber(realm.valueOf(key));
    else if (realm.lookupOnType(realm.typeOf(key), realm.intern("__index__")) !== NULL) {
      const index = realm.indexNumber(key);
      if (index === undefined) return -1;
      number = index;
    } else if (dicts.length(names) > 0) {
      const found = dicts.get(names, key);
      if (realm.pending() !== NULL) return -1;
      if (found !== NULL) number = realm.integers.toNumber(found);
    }
    if (number >= 0 && number <= groups) return number;
    realm.raise("IndexError", "no such group");
    return -1;
  }

  const numberOr0 = (args: Address): number =>
    argument(args, 1) === NULL ? 0 : numberOf(argument(args, 0), argument(args, 1));

  function groupMethod(args: Address): Word {
    const given = argument(args, 1);
    const count = countOf(given);
    if (count === 0) return group(argument(args, 0), 0, none);
    if (count === 1) {
      const number = numberOf(argument(args, 0), itemOf(given, 0));
      return number < 0 ? NULL : group(argument(args, 0), number, none);
    }
    return tupleOf(count, (index) => {
      const number = numberOf(argument(args, 0), itemOf(argument(args, 1), index));
      return number < 0 ? NULL : group(argument(args, 0), number, none);
    });
  }

  /** A tuple of what `make` gives for each index; NULL: raised. */
  function tupleOf(count: number, make: (index: number) => Word): Word {
    return withHandles(() => {
      const kept: number[] = [];
      for (let index = 0; index < count; index++) {
        const word = make(index);
        if (word === NULL) return NULL;
        kept.push(handles.push(word));
      }
      return realm.tuple(kept.map(handles.get));
    });
  }

  const defaultOf = (args: Address): Word => (argument(args, 1) === NULL ? none : argument(args, 1));

  function groupDict(args: Address): Word {
    return withHandles(() => {
      const result = handles.push(dicts.create());
      const names = (): Word => field(patternOf(argument(args, 0)), PATTERN_NAMES);
      for (let entry = dicts.nextEntry(names(), 0); entry >= 0; entry = dicts.nextEntry(names(), entry + 1)) {
        const number = realm.integers.toNumber(dicts.valueAt(names(), entry));
        const value = group(argument(args, 0), number, defaultOf(args));
        dicts.set(handles.get(result), dicts.keyAt(names(), entry), value);
      }
      return handles.get(result);
    });
  }

  /** What a kernel function gives for a group, whose number is found first where an argument is no small integer and no name. */
  const placing = (give: (match: Word, number: number) => Word) => (args: Address) => {
    const number = numberOr0(args);
    return number < 0 ? NULL : give(argument(args, 0), number);
  };

  function repr(args: Address): Word {
    const match = argument(args, 0);
    const [start, end] = [startOf(match, 0) >> 1, endOf(match, 0) >> 1];
    const text = realm.repr(group(match, 0, none));
    if (text === NULL) return NULL;
    const shown = Array.from(strings.toJS(text)).slice(0, MOST_SHOWN).join("");
    return realm.str(`<re.Match object; span=(${start}, ${end}), match=${shown}>`);
  }

  function expand(args: Address): Word {
    const module = realm.loadedModule("re");
    const run = module === NULL ? NULL : realm.getAttribute(module, realm.intern("_expand"));
    return run === NULL ? NULL : realm.call(run, patternOf(argument(args, 0)), argument(args, 0), argument(args, 1));
  }

  /** An attribute that a kernel function reads for the loop, for traces and for TypeScript. */
  const read = (name: string, kernelGet: (match: Word) => Word): GetterDefinition => ({
    name,
    get: kernelGet,
    kernel: kernelGet,
  });
  const readField = (name: string, kernelGet: (match: Word) => Word): GetterDefinition => ({
    ...read(name, kernelGet),
    isField: true,
  });

  realm.defineType({
    name: "Match",
    module: "re",
    shapes: [shape],
    isGeneric: true,
    methods: [
      {
        name: "group",
        parameters: "(self, /, *args)",
        kernel: { 2: kernel.matchGroupOf },
        kernelReads: true,
        spread: kernel.matchGroup,
        run: groupMethod,
      },
      {
        name: "groups",
        parameters: "(self, /, default=None)",
        kernelReads: true,
        kernel: { 1: kernel.matchGroups, 2: kernel.matchGroupsOr },
        run: (args) =>
          tupleOf(groupsOf(argument(args, 0)), (index) => group(argument(args, 0), index + 1, defaultOf(args))),
      },
      { name: "groupdict", parameters: "(self, /, default=None)", run: groupDict },
      {
        name: "start",
        parameters: "(self, group=0, /)",
        kernel: { 1: kernel.matchStart, 2: kernel.matchStartOf },
        kernelReads: true,
        run: placing(startOf),
      },
      {
        name: "end",
        parameters: "(self, group=0, /)",
        kernel: { 1: kernel.matchEnd, 2: kernel.matchEndOf },
        kernelReads: true,
        run: placing(endOf),
      },
      {
        name: "span",
        parameters: "(self, group=0, /)",
        kernel: { 1: kernel.matchSpan, 2: kernel.matchSpanOf },
        kernelReads: true,
        run: placing(spanOf),
      },
      { name: "expand", parameters: "(self, /, template)", leaf: false, run: expand },
      {
        name: "__getitem__",
        parameters: "(self, key, /)",
        kernel: { 2: kernel.matchItem },
        kernelReads: true,
        run(args) {
          const number = numberOf(argument(args, 0), argument(args, 1));
          return number < 0 ? NULL : group(argument(args, 0), number, none);
        },
      },
      { name: "__copy__", parameters: "(self, /)", run: (args) => argument(args, 0) },
      { name: "__deepcopy__", parameters: "(self, memo, /)", run: (args) => argument(args, 0) },
      { name: "__repr__", parameters: "(self, /)", run: repr },
    ],
    getters: [
      readField("string", kernel.matchString),
      readField("re", kernel.matchPattern),
      readField("pos", kernel.matchPos),
      readField("endpos", kernel.matchEndPos),
      read("lastindex", kernel.matchLastIndex),
      read("lastgroup", kernel.matchLastGroup),
      {
        name: "regs",
        get: (match) => realm.tuple(Array.from({ length: groupsOf(match) + 1 }, (_, number) => spanOf(match, number))),
      },
    ],
  });
  return { shape, create };
}
