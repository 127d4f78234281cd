import type { ComplexDefinition } from "@hotpy/bytecode";
import { UNDECIDED } from "@hotpy/dict";
import { FRAME_DEPTH } from "@hotpy/frame-stack";
import { NONE, STATE_DEPTH_LIMIT, STATE_LATIN1 } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  headerWord,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_ARRAY,
  SHAPE_LIST,
  SHAPE_STR1,
  SHAPE_STR4,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { specialMethod } from "../special-methods.js";
import { isKnownFunction, METHOD_ENTRY, methodIn } from "../vm/attribute-table.js";
import { define } from "./define.js";

/** More items than this are copied out of line. */
const FEW = 500;

/** Fills the tail of an object at `address` with `count` words taken from the operand stack, which they leave. */
const tailFromStack = (address: string, shape: number): string => `
  i32[${address} >>> 2] = ${headerWord(shape)};
  i32[(${address} >>> 2) + 1] = count;
  sp = (sp - count) | 0;
  for (let i = 0; i < count; i++) i32[(${address} >>> 2) + 2 + i] = i32[sp + i];`;

/** Out of line, on operands that stay on the stack (and are roots) until it is done. */
const outOfLine = (call: string, pops: string): string => `SAVE\nCHECK(${call})\nsp -= ${pops};`;
/** The same with a result that takes the place of the operands, as many as the argument says. */
const fromStack = (call: string, pops = "ARG"): string => `${outOfLine(call, pops)}\nPUSH(result);`;

/** The text of an object whose class gives it by a method in Python: calls that. At the limit of depth TypeScript says what it was about. */
const callText = `
  if (ARG < 3 && IS_OBJECT(top) && i32[fp + ${FRAME_DEPTH >>> 2}] < i32[${STATE_DEPTH_LIMIT >>> 2}]) {
    const shape = SHAPE(top), name = i32[(operatorMethods >>> 2) + ${specialMethod("format")} + ARG];
    const entry = ${METHOD_ENTRY};
    if (${isKnownFunction("entry")}) {
      TOP(1) = (NEXT_IP << 1) | 1;
      PUSH(top);
      CALL(${methodIn("entry")}, (sp - 1) | 0, 1, 0, (sp - 1) | 0, (ARG === 2 ? reprContinuation : strContinuation) >>> 2)
    }
  }`;

export const containerInstructions: readonly ComplexDefinition[] = [
  define("build_tuple", "count", "-- r", "A tuple of the n values on top", {
    pops: (n) => n,
    code: `
      const count = ARG;
      if (count === 0) { PUSH(emptyTuple); NEXT }
      if (count > ${FEW}) { ${fromStack("tupleFrom((sp - count) << 2, count)")} NEXT }
      const bytes = (8 + (count << 2) + 7) & ~7;
      ALLOCATE(tuple, bytes)
      ${tailFromStack("tuple", SHAPE_TUPLE)}
      PUSH(tuple);`,
  }),
  define("build_list", "count", "-- r", "A list of the n values on top", {
    pops: (n) => n,
    code: `
      const count = ARG;
      if (count > ${FEW}) { ${fromStack("listFrom((sp - count) << 2, count)")} NEXT }
      const bytes = (8 + (count << 2) + 7) & ~7;
      ALLOCATE(array, bytes + 16)
      ${tailFromStack("array", SHAPE_ARRAY)}
      const list = array + bytes;
      i32[list >>> 2] = ${headerWord(SHAPE_LIST)};
      i32[(list >>> 2) + 1] = 0;
      FIELD(list, ${LIST_LENGTH}) = count;
      FIELD(list, ${LIST_ITEMS}) = array;
      PUSH(list);`,
  }),
  define("build_set", "count", "-- r", "A set of the n values on top", {
    pops: (n) => n,
    code: `
      const set = setFrom((sp - ARG) << 2, ARG);
      if (set !== 0 && set !== ${UNDECIDED}) { sp -= ARG; PUSH(set); NEXT }
      ${fromStack("buildSet(sp, ARG)")}`,
  }),
  define("build_map", "count", "-- r", "A dict of the n pairs of key and value on top", {
    pops: (n) => 2 * n,
    code: `
      const dict = dictFrom((sp - 2 * ARG) << 2, ARG);
      if (dict !== 0 && dict !== ${UNDECIDED}) { sp -= 2 * ARG; PUSH(dict); NEXT }
      ${fromStack("buildMap(sp, ARG)", "2 * ARG")}`,
  }),
  define("build_string", "count", "-- s", "The n strings on top joined (the parts of an f-string)", {
    pops: (n) => n,
    code: `
      const text = joinStrings(i32[(i32[${STATE_LATIN1 >>> 2}] + 1024) >>> 2], (sp - ARG) << 2, ARG);
      if (text === 0) { SAVE CHECK(noMemory()) }
      sp -= ARG; PUSH(text); NEXT`,
  }),
  define("build_slice", "count", "-- s", "A slice of the two or three values on top", {
    pops: (n) => n,
    code: `
      const slice = newSlice(TOP(ARG), TOP(ARG - 1), ARG === 3 ? TOP(1) : ${NONE});
      if (slice === 0) { SAVE CHECK(noMemory()) }
      sp -= ARG; PUSH(slice); NEXT`,
  }),
  define(
    "format_value",
    "flags",
    "v -- s",
    "A part of an f-string; low 2 bits: 0 none, 1 str, 2 repr, 3 ascii; bit 2: a format spec is on top",
    {
      pops: (flags) => (flags & 4 ? 2 : 1),
      code: `
        const top = TOP(1);
        if (ARG === 4) {
          const text = formatPlain(TOP(2), top);
          if (text !== 0 && text !== ${UNDECIDED}) { DROP(1); TOP(1) = text; NEXT }
        } else if (ARG < 2 && IS_OBJECT(top) && SHAPE(top) >= ${SHAPE_STR1} && SHAPE(top) <= ${SHAPE_STR4}) { NEXT }
        else if (ARG < 4) {
          const text = ARG === 2 ? callRepr(top) : textOfNumber(top);
          if (text !== 0 && text !== ${UNDECIDED}) { TOP(1) = text; NEXT }
          ${callText}
        }
        SAVE
        CHECK(formatValue(sp, ARG))
        sp -= (ARG & 4) !== 0 ? 2 : 1;
        PUSH(result);`,
    },
  ),
  define("list_append", "count", "v --", "Appends to the list at depth n below v (1: directly below)", {
    code: `
      const v = TOP(1), list = TOP(ARG + 1);
      const length = FIELD(list, ${LIST_LENGTH}), items = FIELD(list, ${LIST_ITEMS});
      if (length < FIELD(items, ${TAIL_SIZE})) {
        i32[((items + ${TUPLE_ITEMS}) >>> 2) + length] = v;
        FIELD(list, ${LIST_LENGTH}) = length + 1;
        DROP(1);
        BARRIER_NEXT(items)
      }
      if (appendToList(list, v) === 0) { SAVE CHECK(noMemory()) }
      DROP(1);`,
  }),
  define("set_add", "count", "v --", "Adds to the set at depth n below v", {
    code: `
      if (addToSet(TOP(ARG + 1), TOP(1)) === ${NONE}) { DROP(1); NEXT }
      ${outOfLine("setAdd(sp, ARG)", "1")}`,
  }),
  define("map_add", "count", "k v --", "Sets k to v in the dict at depth n below k", {
    code: `
      if (setKey(TOP(ARG + 2), TOP(2), TOP(1)) === 1) { DROP(2); NEXT }
      ${outOfLine("mapAdd(sp, ARG)", "2")}`,
  }),
  define("list_extend", "count", "it --", "Extends the list at depth n by an iterable", {
    code: `
      if (listExtend(TOP(ARG + 1), TOP(1)) === ${NONE}) { DROP(1); NEXT }
      ${outOfLine("extendByAny(sp, ARG)", "1")}`,
  }),
  define("set_update", "count", "it --", "Adds an iterable's items to the set at depth n", {
    code: `
      if (updateSet(TOP(ARG + 1), TOP(1)) === ${NONE}) { DROP(1); NEXT }
      ${outOfLine("setUpdate(sp, ARG)", "1")}`,
  }),
  define("dict_update", "count", "d --", "Updates the dict at depth n from a mapping", {
    code: outOfLine("dictUpdate(sp, ARG)", "1"),
  }),
  define(
    "dict_merge",
    "count",
    "d --",
    "As dict_update for keyword arguments: a key that is there already is a TypeError",
    {
      code: outOfLine("dictMerge(sp, ARG)", "1"),
    },
  ),
  define("list_to_tuple", "none", "l -- t", "A tuple of a list's items", {
    code: `
      const tuple = listToTuple(TOP(1));
      if (tuple === 0) { SAVE CHECK(noMemory()) }
      TOP(1) = tuple;`,
  }),
  define("unpack_sequence", "count", "s --", "Pushes the n items of an iterable, the first on top", {
    caches: 2,
    pushes: (n) => n,
    code: `
      const count = ARG;
      let s = TOP(1);
      if (IS_OBJECT(s)) {
        let shape = SHAPE(s);
        if (shape >= ${FIRST_DYNAMIC_SHAPE}) {
          const value = sequenceIn(s);
          if (value !== 0) { s = value; shape = SHAPE(s); }
        }
        const items = shape === ${SHAPE_LIST} ? FIELD(s, ${LIST_ITEMS}) : s;
        if ((shape === ${SHAPE_TUPLE} || shape === ${SHAPE_LIST}) && (shape === ${SHAPE_LIST} ? FIELD(s, ${LIST_LENGTH}) : FIELD(s, ${TAIL_SIZE})) === count) {
          DROP(1);
          for (let i = count - 1; i >= 0; i--) PUSH(i32[((items + ${TUPLE_ITEMS}) >>> 2) + i]);
          NEXT
        }
      }
      SAVE
      CHECK(unpackSequence(sp, ARG))
      sp += ARG - 1;`,
  }),
  define(
    "unpack_ex",
    "flags",
    "s --",
    "Unpacks around a star: low byte: items before it, next byte: after it; the first on top",
    {
      pushes: (n) => (n & 255) + 1 + (n >> 8),
      code: "SAVE\nCHECK(unpackAroundStar(sp, ARG))\nsp += (ARG & 255) + (ARG >> 8);",
    },
  ),
];
