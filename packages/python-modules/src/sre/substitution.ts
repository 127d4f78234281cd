import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, PATTERN_EXPANSION, PATTERN_TEMPLATE } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import type { Matcher } from "./matcher.js";
import type { Scanners } from "./scanner-type.js";

/** Substitution by a function; `most` is the most replacements, negative for any number. A template becomes a function, or a text. */
const substitution = (name: string, result: string): string => `
def ${name}(pattern, function, string, most):
    left = most
    parts = []
    matches = scan(pattern, string)
    while left:
        match = next_with_part(matches, parts)
        if match is None:
            break
        left -= 1
        made = function(match)
        if made is not None:
            parts.append(made)
    return ${result}
`;
const JOINED = "add_rest(matches, parts).join(parts)";
const source =
  substitution("substitute_by", JOINED) + substitution("substitute_and_count_by", `${JOINED}, most - left`);

/** What `Pattern.sub` and `subn` are, but for their kernels. */
export interface Substitutions {
  readonly sub: NativeDefinition;
  readonly subn: NativeDefinition;
}

export function createSubstitutions(library: Library, matcher: Matcher, scanners: Scanners): Substitutions {
  const { realm, lists, argument, withHandles } = library;
  const { strings, handles, none } = realm;
  const { kernel } = matcher;
  const field = (object: Word, offset: number): Word => realm.memory.i32[(object + offset) >>> 2];
  const [joinName, expandName] = ["join", "_subx"].map(realm.intern);

  const surrogate = realm.defineSurrogates(source, [
    {
      name: "scan",
      parameters: "(pattern, string, /)",
      kernel: { 2: kernel.scanForMatches },
      run(args) {
        const [pattern, string] = [argument(args, 0), argument(args, 1)];
        const end = matcher.lengthFor(pattern, string);
        return end === undefined ? NULL : scanners.iterate(pattern, string, { from: 0, end });
      },
    },
    {
      name: "next_with_part",
      parameters: "(matches, parts, /)",
      kernel: { 2: kernel.nextMatchAndPart },
      run: (args) => scanners.nextWithPart(argument(args, 0), argument(args, 1)),
    },
    {
      name: "add_rest",
      parameters: "(matches, parts, /)",
      kernel: { 2: kernel.addRest },
      run: (args) => scanners.addRest(argument(args, 0), argument(args, 1)),
    },
  ]);

  /** Whether a replacement stands for itself. */
  function isLiteral(word: Word): boolean {
    const value = realm.valueOf(word);
    if (strings.isString(value)) return !strings.toJS(value).includes("\\");
    const buffer = realm.buffers.bytes(value);
    return buffer !== undefined && !realm.memory.u8.slice(buffer.data, buffer.data + buffer.size).includes(0x5c);
  }

  /** What makes the replacements: what is called with each match, or the text itself. NULL: raised. May collect. */
  function replacementOf(pattern: number, given: number): Word {
    const replacement = handles.get(given);
    if (realm.isCallable(replacement) || isLiteral(replacement)) return replacement;
    if (realm.pending() !== NULL) return NULL;
    // A program replaces by the same template again and again, and `re` would look for it by the hash of the pattern.
    if (replacement === field(handles.get(pattern), PATTERN_TEMPLATE))
      return field(handles.get(pattern), PATTERN_EXPANSION);
    const module = realm.loadedModule("re");
    const expand = module === NULL ? NULL : realm.getAttribute(module, expandName);
    const made = expand === NULL ? NULL : realm.call(expand, handles.get(pattern), handles.get(given));
    if (made !== NULL && strings.isString(handles.get(given))) {
      realm.heap.storeWord(handles.get(pattern), PATTERN_TEMPLATE, handles.get(given));
      realm.heap.storeWord(handles.get(pattern), PATTERN_EXPANSION, made);
    }
    return made;
  }

  /** Replaces matches by a text; the words are those of handles. Leaf. */
  function byText(pattern: Word, text: Word, string: Word, most: number, counts: boolean): Word {
    const end = matcher.lengthFor(pattern, string) as number;
    const matches = scanners.iterate(pattern, string, { from: 0, end });
    const parts = realm.list([]);
    let count = 0;
    for (; count !== most; count++) {
      const match = scanners.nextWithPart(matches, parts);
      if (match === NULL) return NULL;
      if (match === none) break;
      lists.append(parts, text);
    }
    const empty = scanners.addRest(matches, parts);
    const joined = handles.push(realm.callMethod(empty, joinName, parts));
    if (handles.get(joined) === NULL || !counts) return handles.get(joined);
    const number = realm.int(count);
    return realm.tuple([handles.get(joined), number]);
  }

  function substitute(args: Address, counts: boolean): Word {
    // Read before anything runs: what does may overwrite the arguments of natives with frames.
    const [pattern, given, string] = [0, 1, 2].map((index) => argument(args, index));
    const most = argument(args, 3);
    return withHandles(() => {
      const kept = [pattern, given, string].map(handles.push);
      const count = most === NULL ? 0 : realm.indexNumber(most);
      if (count === undefined || matcher.lengthFor(handles.get(kept[0]), handles.get(kept[2])) === undefined)
        return NULL;
      const limit = count === 0 ? -1 : Math.max(count, 0);
      const replacement = replacementOf(kept[0], kept[1]);
      if (replacement === NULL) return NULL;
      const [of, within] = [handles.get(kept[0]), handles.get(kept[2])];
      if (!realm.isCallable(replacement)) return byText(of, replacement, within, limit, counts);
      const made = handles.push(replacement);
      const number = realm.int(limit);
      const name = counts ? "substitute_and_count_by" : "substitute_by";
      return tailCallSource(library, surrogate, name, [of, handles.get(made), within, number]);
    });
  }

  const define = (name: "sub" | "subn", by: string): NativeDefinition => ({
    name,
    parameters: "(self, /, repl, string, count=0)",
    frames: true,
    leaf: false,
    run: (args) => substitute(args, name === "subn"),
    forKeys: {
      key: 1,
      call: (isGiven) =>
        isGiven(3)
          ? undefined
          : {
              surrogate: surrogate(by),
              given: [
                { kind: "anything", index: 0 },
                { kind: "anything", index: 1 },
                { kind: "anything", index: 2 },
                { kind: "constant", word: realm.int(-1) },
              ],
            },
    },
  });
  return { sub: define("sub", "substitute_by"), subn: define("subn", "substitute_and_count_by") };
}
