import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { limitArgument, requireStr } from "./arguments.js";

type Search = (string: Word, part: Word, start: number, end: number) => number;

/** Methods of str that look for parts of it: find, count, replace, startswith and their kin. */
export function searchMethods({ realm, lists, slices, argument }: Library): NativeDefinition[] {
  const { strings } = realm;

  /** The result of a search in the bounds of arguments 2 and 3; undefined: raised. */
  function searchIn(args: Address, search: Search, none: number): number | undefined {
    const length = strings.length(argument(args, 0));
    const bounds = slices.bounds(argument(args, 2), argument(args, 3), () => length);
    if (bounds === undefined || !requireStr(realm, argument(args, 1))) return undefined;
    if (bounds[0] > bounds[1]) return none;
    return search(argument(args, 0), argument(args, 1), bounds[0], bounds[1]);
  }

  const { pythonKernel: kernel } = realm;

  const finder = (
    name: string,
    search: Search,
    mustFind: boolean,
    functions: NonNullable<NativeDefinition["kernel"]> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(self, sub, start=None, end=None, /)",
    wording: "parse",
    effects: PURE,
    kernel: functions,
    run(args) {
      const found = searchIn(args, search, name === "count" ? 0 : -1);
      if (found === undefined) return NULL;
      return found < 0 && mustFind ? realm.raise("ValueError", "substring not found") : realm.int(found);
    },
  });

  /** startswith and endswith: `at` returns where a part would have to stand. */
  function affix(
    name: string,
    at: (start: number, end: number, length: number) => number,
    functions: NonNullable<NativeDefinition["kernel"]> = {},
  ): NativeDefinition {
    function matches(string: Word, part: Word, start: number, end: number): boolean {
      const length = strings.length(part);
      return start <= end && end - start >= length && strings.matchesAt(string, part, at(start, end, length));
    }
    return {
      name,
      parameters: "(self, affix, start=None, end=None, /)",
      wording: "parse",
      effects: PURE,
      kernel: functions,
      run(args) {
        const wanted = argument(args, 1);
        if (strings.isString(wanted) && argument(args, 2) === NULL && argument(args, 3) === NULL) {
          return realm.bool(matches(argument(args, 0), wanted, 0, strings.length(argument(args, 0))));
        }
        const isTuple = lists.isTuple(realm.valueOf(wanted));
        const parts = isTuple ? Array.from({ length: lists.length(realm.valueOf(wanted)) }, (_, i) => i) : [-1];
        const bounds = slices.bounds(argument(args, 2), argument(args, 3), () => strings.length(argument(args, 0)));
        if (bounds === undefined) return NULL;
        for (const index of parts) {
          const given = index < 0 ? argument(args, 1) : lists.item(realm.valueOf(argument(args, 1)), index);
          const part = realm.valueOf(given);
          if (!strings.isString(part)) {
            return realm.raise(
              "TypeError",
              index < 0
                ? `${name} first arg must be str or a tuple of str, not ${realm.typeName(given)}`
                : `tuple for ${name} must only contain str, not ${realm.typeName(given)}`,
            );
          }
          if (matches(argument(args, 0), part, bounds[0], bounds[1])) return realm.bool(true);
        }
        return realm.bool(false);
      },
    };
  }

  function replace(args: Address): Word {
    if (
      !requireStr(realm, argument(args, 1), "replace() argument 1 ") ||
      !requireStr(realm, argument(args, 2), "replace() argument 2 ")
    )
      return NULL;
    const limit = limitArgument(realm, argument(args, 3));
    if (limit === undefined) return NULL;
    return strings.replace(argument(args, 0), argument(args, 1), argument(args, 2), limit);
  }

  const remover = (name: string, isSuffix: boolean): NativeDefinition => ({
    name,
    parameters: "(self, affix, /)",
    effects: PURE,
    kernel: { 2: isSuffix ? kernel.strRemoveSuffix : kernel.strRemovePrefix },
    run(args) {
      const [string, part] = [argument(args, 0), argument(args, 1)];
      if (!requireStr(realm, part, `${name}() argument `)) return NULL;
      const [total, length] = [strings.length(string), strings.length(part)];
      if (length === 0 || !strings.matchesAt(string, part, isSuffix ? total - length : 0)) return string;
      return isSuffix ? strings.substring(string, 0, total - length) : strings.substring(string, length, total);
    },
  });

  return [
    finder("find", strings.find, false, { 2: kernel.strFind, 3: kernel.strFindFrom, 4: kernel.strFindWithin }),
    finder("rfind", strings.findLast, false, { 2: kernel.strFindLast }),
    finder("index", strings.find, true, { 2: kernel.strIndex, 3: kernel.strIndexFrom }),
    finder("rindex", strings.findLast, true),
    finder("count", strings.count, false, { 2: kernel.strCount }),
    affix("startswith", (start) => start, { 2: kernel.strStartsWith, 3: kernel.strStartsWithFrom }),
    affix("endswith", (_, end, length) => end - length, { 2: kernel.strEndsWith }),
    {
      name: "replace",
      parameters: "(self, old, new, count=-1, /)",
      effects: PURE,
      kernel: { 3: kernel.strReplace, 4: kernel.strReplaceSome },
      run: replace,
    },
    remover("removeprefix", false),
    remover("removesuffix", true),
    {
      name: "__contains__",
      parameters: "(self, key, /)",
      effects: PURE,
      run(args) {
        const part = argument(args, 1);
        if (strings.isString(part)) return realm.bool(strings.contains(argument(args, 0), part));
        return realm.raise("TypeError", `'in <string>' requires string as left operand, not ${realm.typeName(part)}`);
      },
    },
  ];
}
