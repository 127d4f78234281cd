/// Natives that are one leaf call in a trace: which they are, and what they do to memory. All others are left to the
/// interpreter. A native in this list either succeeds or fails before its first effect; should its operands make it
/// run Python code (a key with `__eq__`), the helper refuses and the interpreter does it.

import { DICT_CONTENTS, type HelperEffects, LIST_CONTENTS } from "./helpers.js";

const PURE: HelperEffects = {};
/** The table of a set. */
const SET_CONTENTS = ["set"];
const CONTENTS = [...LIST_CONTENTS, ...DICT_CONTENTS, ...SET_CONTENTS];
const READS: HelperEffects = { reads: CONTENTS };
const ON_LIST: HelperEffects = { reads: CONTENTS, writes: LIST_CONTENTS };
const ON_DICT: HelperEffects = { reads: CONTENTS, writes: DICT_CONTENTS };
const ON_SET: HelperEffects = { reads: CONTENTS, writes: SET_CONTENTS };
/** What depends on the world outside: never done twice, never left out. */
const OUTSIDE: HelperEffects = { reads: ["outside"], writes: ["outside"] };

const named = (effects: HelperEffects, names: string): [string, HelperEffects][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, effects]);

export const NATIVE_EFFECTS: ReadonlyMap<string, HelperEffects> = new Map([
  ...named(
    PURE,
    `
    str.upper str.lower str.strip str.lstrip str.rstrip str.split str.splitlines str.replace str.find str.rfind str.index str.count str.title
    str.startswith str.endswith str.isdigit str.isalpha str.isalnum str.isspace str.isupper str.islower str.capitalize str.zfill str.center
    str.ljust str.rjust str.partition str.rpartition str.rsplit str.swapcase str.casefold str.removeprefix str.removesuffix str.isnumeric
    str.isdecimal str.isascii str.isidentifier str.istitle str.expandtabs int.bit_length float.is_integer range.__contains__
    ord chr abs round divmod pow hex oct bin
    math.sin math.cos math.tan math.asin math.acos math.atan math.atan2 math.exp math.log math.log2 math.log10 math.pow math.hypot math.fabs
    math.floor math.ceil math.trunc math.gcd math.isqrt math.isnan math.isinf math.isclose math.fmod math.copysign math.degrees math.radians
    `,
  ),
  ...named(
    READS,
    `
    str.join sum any all min max sorted dict.keys dict.values dict.items list.copy dict.copy list.index list.count tuple.index tuple.count
    set.__contains__ frozenset.__contains__ set.copy set.union set.intersection set.difference set.symmetric_difference set.issubset
    set.issuperset set.isdisjoint frozenset.union frozenset.intersection frozenset.difference frozenset.issubset frozenset.issuperset
    frozenset.isdisjoint hash
    `,
  ),
  // What surrogates are given to finish with.
  ["? join_list", READS],
  ["? tuple_of_list", READS],
  ...["set", "frozenset", "list", "tuple", "dict", "reversed"].map((name): [string, HelperEffects] => [
    `new ${name}`,
    READS,
  ]),
  ...named(
    ON_LIST,
    "list.pop list.insert list.reverse list.clear list.remove list.extend list.__iadd__ list.__imul__ list.__delitem__",
  ),
  ...named(ON_DICT, "dict.pop dict.setdefault dict.clear dict.__delitem__"),
  ...named(
    ON_SET,
    "set.add set.discard set.remove set.pop set.clear set.update set.__ior__ set.__iand__ set.__isub__ set.__ixor__",
  ),
  ...named(OUTSIDE, "time.time time.perf_counter time.monotonic time.perf_counter_ns"),
]);

/** Functions of compiled code for natives, by name and number of arguments. */
export const FAST_NATIVES: ReadonlyMap<string, string> = new Map([
  ["dict.setdefault 3", "dict.setdefault"],
  ["list.pop 1", "list.pop"],
  ["ord 1", "str.code"],
  ["chr 1", "str.char"],
]);
