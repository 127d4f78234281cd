/// CPython makes most special methods of builtin types around slots of the type. Their checks of arguments are worded
/// differently from those of methods.

/** Who counts a slot wrapper's arguments: "exact" its own check, "unpack" the general one without a name, "own" the slot. */
export type SlotWrapper = "exact" | "unpack" | "own";

const EXACT =
  "repr hash str getattribute delattr lt le eq ne gt ge iter next del delete len getitem delitem contains add radd sub rsub mul rmul mod rmod divmod rdivmod neg pos abs bool invert lshift rlshift rshift rrshift and rand xor rxor or ror int float iadd isub imod ilshift irshift iand ixor ior floordiv rfloordiv truediv rtruediv ifloordiv itruediv index matmul rmatmul imatmul imul iconcat";
const UNPACK = "setattr get set setitem pow rpow ipow";

const kinds = new Map<string, SlotWrapper>([
  ...EXACT.split(" ").map((name) => [`__${name}__`, "exact"] as const),
  ["__call__", "own"],
  ["__init__", "own"],
  ...UNPACK.split(" ").map((name) => [`__${name}__`, "unpack"] as const),
]);

/** Special methods that are methods in CPython, to be found fast. */
const METHODS = new Set([
  "list.__getitem__",
  "dict.__getitem__",
  "dict.__contains__",
  "set.__contains__",
  "frozenset.__contains__",
]);
const REPEATED = new Set(["list", "tuple", "str", "bytes", "bytearray", "range", "deque", "array"]);
const REPETITION = new Set(["__mul__", "__rmul__", "__imul__"]);

/** What kind of slot wrapper a method of a builtin type is, or undefined: a method. */
export function slotWrapper(type: string, name: string): SlotWrapper | undefined {
  const kind = kinds.get(name);
  if (kind === undefined || METHODS.has(`${type}.${name}`)) return undefined;
  return REPETITION.has(name) && REPEATED.has(type) ? "unpack" : kind;
}
