import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { Matches } from "./match-type.js";
import type { Matcher } from "./matcher.js";

/** `Pattern.sub` and (`counts`) `Pattern.subn`: the arguments are pattern, replacement, string and the most replacements. */
export function createSubstitution(
  { realm, lists, argument, withHandles }: Library,
  matcher: Matcher,
  matches: Matches,
): (args: Address, counts: boolean) => Word {
  const { strings, handles, none } = realm;
  const [joinName, expandName] = ["join", "_subx"].map(realm.intern);

  /** Whether a replacement stands for itself. */
  function isLiteral(word: Word): boolean {
    const value = realm.valueOf(word);
    if (strings.isString(value)) return !strings.toJS(value).includes("\\");
    const buffer = realm.buffers.bytes(value);
    return buffer !== undefined && !realm.memory.u8.slice(buffer.data, buffer.data + buffer.size).includes(0x5c);
  }

  /** What makes the replacements: what is called with each match, or the text itself. NULL: raised. */
  function replacementOf(args: Address): Word {
    const given = argument(args, 1);
    if (realm.isCallable(given) || isLiteral(given)) return given;
    if (realm.pending() !== NULL) return NULL;
    const module = realm.loadedModule("re");
    const expand = module === NULL ? NULL : realm.getAttribute(module, expandName);
    return expand === NULL ? NULL : realm.call(expand, argument(args, 0), argument(args, 1));
  }

  return (args, counts) =>
    withHandles(() => {
      const length = matcher.lengthFor(argument(args, 0), argument(args, 2));
      const most = argument(args, 3) === NULL ? 0 : realm.indexNumber(argument(args, 3));
      if (length === undefined || most === undefined) return NULL;
      const replacement = handles.push(replacementOf(args));
      if (handles.get(replacement) === NULL) return NULL;
      const calls = realm.isCallable(handles.get(replacement));
      const parts = handles.push(realm.list([]));
      const add = (part: Word): void => lists.append(handles.get(parts), part);
      let [from, copied, advances, count] = [0, 0, false, 0];
      for (; most === 0 || count < most; count++) {
        const [pattern, string] = [argument(args, 0), argument(args, 2)];
        if (!matcher.match(pattern, string, { from, end: length, searches: true, advances })) break;
        const [start, end] = [matcher.result(0), matcher.result(1)];
        // A match is made first: the call may match other things.
        const match = calls ? handles.push(matches.create(pattern, string, 0, length)) : -1;
        if (copied < start) add(matcher.part(string, copied, start));
        const made = calls ? realm.call(handles.get(replacement), handles.get(match)) : handles.get(replacement);
        if (made === NULL) return NULL;
        if (made !== none) add(made);
        if (calls) handles.release(match);
        [from, copied, advances] = [end, end, start === end];
      }
      if (copied < length) add(matcher.part(argument(args, 2), copied, length));
      const empty = matcher.part(argument(args, 2), 0, 0);
      const joined = handles.push(realm.callMethod(empty, joinName, handles.get(parts)));
      if (handles.get(joined) === NULL || !counts) return handles.get(joined);
      const number = realm.int(count);
      return realm.tuple([handles.get(joined), number]);
    });
}
