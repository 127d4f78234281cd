/// What natives do to memory, by alias class, so that traces know which loads a call leaves as they are.

import { type AliasClass, aliasesOf, DICT, DICT_ARRAY, defineAlias, KEYS, LIST, LIST_ARRAY } from "@hotpy/object-model";
import { BYTEARRAY, BYTEARRAY_DATA, DEQUE, DEQUE_ITERATOR, MEMORYVIEW, SET } from "./layouts.js";

/** Alias classes of the contents of lists, dicts and sets. */
export const LIST_CONTENTS: readonly AliasClass[] = [...aliasesOf(LIST), LIST_ARRAY.alias];
export const DICT_CONTENTS: readonly AliasClass[] = [...aliasesOf(DICT), ...aliasesOf(KEYS), DICT_ARRAY.alias];
export const SET_CONTENTS: readonly AliasClass[] = aliasesOf(SET);
/** Of deques, with their iterators. */
export const DEQUE_CONTENTS: readonly AliasClass[] = [...aliasesOf(DEQUE), ...aliasesOf(DEQUE_ITERATOR)];
/** The contents of all of them. */
export const CONTENTS: readonly AliasClass[] = [...LIST_CONTENTS, ...DICT_CONTENTS, ...SET_CONTENTS, ...DEQUE_CONTENTS];

/** The contents of bytes-like objects that can be changed. */
export const BUFFER_CONTENTS: readonly AliasClass[] = [
  ...aliasesOf(BYTEARRAY),
  BYTEARRAY_DATA.alias,
  ...aliasesOf(MEMORYVIEW),
];

/** Alias classes that a native may read and write. Fields that never change (`fixed.…`: strings, numbers, tuples) need no mention. */
export interface NativeEffects {
  readonly reads: readonly AliasClass[];
  readonly writes: readonly AliasClass[];
}

/** The result depends on the arguments alone, which are numbers, strings and the like. */
export const PURE: NativeEffects = { reads: [], writes: [] };
/** Reads containers, changes none. */
export const READS_CONTENTS: NativeEffects = { reads: CONTENTS, writes: [] };
/** Read containers, and change lists, dicts or sets. */
export const WRITES_LISTS: NativeEffects = { reads: CONTENTS, writes: LIST_CONTENTS };
export const WRITES_DICTS: NativeEffects = { reads: CONTENTS, writes: DICT_CONTENTS };
export const WRITES_SETS: NativeEffects = { reads: CONTENTS, writes: SET_CONTENTS };
export const WRITES_DEQUES: NativeEffects = { reads: CONTENTS, writes: DEQUE_CONTENTS };
/** Reads bytes-like objects, changes none; changes some. */
export const READS_BUFFERS: NativeEffects = { reads: BUFFER_CONTENTS, writes: [] };
export const WRITES_BUFFERS: NativeEffects = { reads: BUFFER_CONTENTS, writes: BUFFER_CONTENTS };
const WORLD = defineAlias("outside");
/** Depends on the world outside: never done twice, never left out. */
export const OUTSIDE: NativeEffects = { reads: [WORLD], writes: [WORLD] };
