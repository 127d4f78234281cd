import { type Address, NULL, type Word } from "@hotpy/memory";
import { layoutOf, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import {
  SCANNER,
  SCANNER_ADVANCES,
  SCANNER_AT,
  SCANNER_END,
  SCANNER_FROM,
  SCANNER_PATTERN,
  SCANNER_STRING,
} from "./layouts.js";
import type { Matches } from "./match-type.js";
import type { Matcher } from "./matcher.js";
import type { Window } from "./pattern-type.js";

/** All leaf. */
export interface Scanners {
  create(pattern: Word, string: Word, window: Window): Word;
  /** The iterator of `finditer`. */
  iterate(pattern: Word, string: Word, window: Window): Word;
  /**
   * The next match of such an iterator, and what lies before it is added to a list; None: there is none, and the iterator
   * stays behind the last one. NULL: raised.
   */
  nextWithPart(iterator: Word, parts: Word): Word;
  /** Adds what lies behind the last match to a list: an empty string, or empty bytes. */
  addRest(iterator: Word, parts: Word): Word;
}

/** The iterator of `finditer` and `_sre.SRE_Scanner`: matches one behind the other. */
export function defineScanner({ realm, lists, argument }: Library, matcher: Matcher, matches: Matches): Scanners {
  const { i32 } = realm.memory;
  const shape = realm.shapes.define(layoutOf("re_scanner", SCANNER), NULL);
  const iteratorShape = realm.shapes.define(layoutOf("re_iterator", SCANNER), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const { kernel } = matcher;
  kernel.prepareScanning(iteratorShape);

  const make =
    (shapeOf: number): Scanners["create"] =>
    (pattern, string, { from, end }) => {
      const scanner = realm.object(shapeOf);
      i32[(scanner + SCANNER_PATTERN) >>> 2] = pattern;
      i32[(scanner + SCANNER_STRING) >>> 2] = string;
      i32[(scanner + SCANNER_FROM) >>> 2] = from;
      i32[(scanner + SCANNER_AT) >>> 2] = from;
      i32[(scanner + SCANNER_END) >>> 2] = end;
      i32[(scanner + SCANNER_ADVANCES) >>> 2] = 0;
      return scanner;
    };

  /** The next match object; NULL: there is none, or raised. What lies before it is added to a list, unless that is NULL. */
  function find(scanner: Word, searches: boolean, parts: Word): Word {
    const [pattern, string] = [field(scanner, SCANNER_PATTERN), field(scanner, SCANNER_STRING)];
    const [from, end] = [field(scanner, SCANNER_AT), field(scanner, SCANNER_END)];
    if (from < 0 || from > end || matcher.lengthFor(pattern, string) === undefined) return NULL;
    const advances = field(scanner, SCANNER_ADVANCES) !== 0;
    if (!matcher.match(pattern, string, { from, end, searches, advances })) return NULL;
    const [start, stop] = [matcher.result(0), matcher.result(1)];
    const match = matches.create(pattern, string, field(scanner, SCANNER_FROM), end);
    if (parts !== NULL && from < start) lists.append(parts, matcher.part(string, from, start));
    i32[(scanner + SCANNER_AT) >>> 2] = stop;
    i32[(scanner + SCANNER_ADVANCES) >>> 2] = start === stop ? 1 : 0;
    return match;
  }

  /** As {@link find}; where there is none the scanner is at its end. */
  function next(scanner: Word, searches: boolean): Word {
    const made = searches ? kernel.nextMatch(scanner) : UNDECIDED;
    const found = made === UNDECIDED ? find(scanner, searches, NULL) : made === realm.none ? NULL : made;
    if (found === NULL && realm.pending() === NULL) i32[(scanner + SCANNER_AT) >>> 2] = -1;
    return found;
  }

  const step = (searches: boolean) => (args: Address) => {
    const found = next(argument(args, 0), searches);
    return found !== NULL || realm.pending() !== NULL ? found : realm.none;
  };
  realm.defineType({
    name: "SRE_Scanner",
    module: "_sre",
    shapes: [shape],
    methods: [
      { name: "match", parameters: "(self, /)", run: step(false) },
      { name: "search", parameters: "(self, /)", run: step(true) },
    ],
    getters: [{ name: "pattern", get: (self) => field(self, SCANNER_PATTERN), isField: true }],
  });
  realm.defineType({
    name: "callable_iterator",
    isNamesake: true,
    shapes: [iteratorShape],
    iterate: (self) => self,
    next: (self) => next(self, true),
  });
  return {
    create: make(shape),
    iterate: make(iteratorShape),
    nextWithPart: (iterator, parts) => find(iterator, true, parts) || (realm.pending() === NULL ? realm.none : NULL),
    addRest(iterator, parts) {
      const string = field(iterator, SCANNER_STRING);
      const [from, end] = [field(iterator, SCANNER_AT), field(iterator, SCANNER_END)];
      if (from < end) lists.append(parts, matcher.part(string, from, end));
      return matcher.part(string, 0, 0);
    },
  };
}
