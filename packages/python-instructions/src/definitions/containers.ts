import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const containerInstructions: readonly ComplexDefinition[] = [
  define("build_tuple", "count", "-- r", "A tuple of the n values on top", { pops: (n) => n, code: "" }),
  define("build_list", "count", "-- r", "A list of the n values on top", { pops: (n) => n, code: "" }),
  define("build_set", "count", "-- r", "A set of the n values on top", { pops: (n) => n, code: "" }),
  define("build_map", "count", "-- r", "A dict of the n pairs of key and value on top", { pops: (n) => 2 * n, code: "" }),
  define("build_string", "count", "-- s", "The n strings on top joined (the parts of an f-string)", { pops: (n) => n, code: "" }),
  define("build_slice", "count", "-- s", "A slice of the two or three values on top", { pops: (n) => n, code: "" }),
  define("format_value", "flags", "v -- s", "A part of an f-string; low 2 bits: 0 none, 1 str, 2 repr, 3 ascii; bit 2: a format spec is on top", { pops: (flags) => (flags & 4 ? 2 : 1), code: "" }),
  define("list_append", "count", "v --", "Appends to the list at depth n below v (1: directly below)", { code: "" }),
  define("set_add", "count", "v --", "Adds to the set at depth n below v", { code: "" }),
  define("map_add", "count", "k v --", "Sets k to v in the dict at depth n below k", { code: "" }),
  define("list_extend", "count", "it --", "Extends the list at depth n by an iterable", { code: "" }),
  define("set_update", "count", "it --", "Adds an iterable's items to the set at depth n", { code: "" }),
  define("dict_update", "count", "d --", "Updates the dict at depth n from a mapping", { code: "" }),
  define("dict_merge", "count", "d --", "As dict_update for keyword arguments: a key that is there already is a TypeError", { code: "" }),
  define("list_to_tuple", "none", "l -- t", "A tuple of a list's items", { code: "" }),
  define("unpack_sequence", "count", "s --", "Pushes the n items of an iterable, the first on top", { caches: 2, pushes: (n) => n, code: "" }),
  define("unpack_ex", "flags", "s --", "Unpacks around a star: low byte: items before it, next byte: after it; the first on top", { pushes: (n) => (n & 255) + 1 + (n >> 8), code: "" }),
];
