/// What natives do to memory, by alias class, so that traces know which loads a call leaves as they are.

/** Alias classes of the contents of lists, dicts and sets. */
export const LIST_CONTENTS: readonly string[] = ["list.length", "list.items", "array.items"];
export const DICT_CONTENTS: readonly string[] = [
  "dict.count",
  "dict.keys",
  "dict.values",
  "dict.keys.version",
  "dict.keys.entries",
  "dict.value.items",
  "dict.version",
];
export const SET_CONTENTS: readonly string[] = ["set"];
const CONTENTS: readonly string[] = [...LIST_CONTENTS, ...DICT_CONTENTS, ...SET_CONTENTS];

/** Alias classes that a native may read and write. Fields that never change (`fixed.…`: strings, numbers, tuples) need no mention. */
export interface NativeEffects {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** The result depends on the arguments alone, which are numbers, strings and the like. */
export const PURE: NativeEffects = { reads: [], writes: [] };
/** Reads containers, changes none. */
export const READS_CONTENTS: NativeEffects = { reads: CONTENTS, writes: [] };
/** Read containers, and change lists, dicts or sets. */
export const WRITES_LISTS: NativeEffects = { reads: CONTENTS, writes: LIST_CONTENTS };
export const WRITES_DICTS: NativeEffects = { reads: CONTENTS, writes: DICT_CONTENTS };
export const WRITES_SETS: NativeEffects = { reads: CONTENTS, writes: SET_CONTENTS };
/** Depends on the world outside: never done twice, never left out. */
export const OUTSIDE: NativeEffects = { reads: ["outside"], writes: ["outside"] };
