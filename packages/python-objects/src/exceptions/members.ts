import { NONE, NULL, type Word } from "@hotpy/memory";
import type { Storage, Values } from "../context.js";

/** The members that exceptions of a type had last: their names, and the root of a dict of these with None. */
interface Pattern {
  readonly names: readonly string[];
  readonly words: readonly Word[];
  readonly root: number;
}

/**
 * Makes the dicts of what builtin exceptions have beside their arguments, or NULL if that is nothing. Those of a type mostly have the same names, so that
 * a dict that has these is copied, which makes no new table of keys. Leaf.
 */
export function createMembers({
  memory,
  objects,
  dicts,
  name: intern,
}: Storage & Pick<Values, "objects">): (type: string, members: Readonly<Record<string, Word>>) => Word {
  const { i32 } = memory;
  const patterns = new Map<string, Pattern>();

  function patternFor(type: string, members: Readonly<Record<string, Word>>): Pattern {
    const names = Object.keys(members);
    const words = names.map(intern);
    const root = patterns.get(type)?.root ?? objects.root(NULL);
    const dict = dicts.create(names.length);
    for (const word of words) dicts.set(dict, word, NONE);
    i32[root >>> 2] = dict;
    const pattern = { names, words, root };
    patterns.set(type, pattern);
    return pattern;
  }

  function fits({ names }: Pattern, members: Readonly<Record<string, Word>>): boolean {
    let count = 0;
    for (const name in members) if (names[count++] !== name) return false;
    return count === names.length;
  }

  return (type, members) => {
    const known = patterns.get(type);
    const { names, words, root } = known !== undefined && fits(known, members) ? known : patternFor(type, members);
    if (names.length === 0) return NULL;
    const dict = dicts.copy(i32[root >>> 2]);
    for (let i = 0; i < names.length; i++) dicts.set(dict, words[i], members[names[i]]);
    return dict;
  };
}
