import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocateImmortal } from "@hotpy/object-model/kernel/heap";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { internNarrow } from "@hotpy/object-model/kernel/strings/intern";
import { copyWords, fillZero, tagSmall } from "@hotpy/object-model/kernel/words";
import {
  BOX_VALUE,
  BYTES_DATA,
  CODE_ARGUMENTS,
  CODE_ASYNC_GENERATOR,
  CODE_BYTES,
  CODE_CLOSES,
  CODE_CONSTANTS,
  CODE_COROUTINE,
  CODE_COUNTER,
  CODE_FLAGS,
  CODE_GENERATOR,
  CODE_HIDDEN,
  CODE_HOST,
  CODE_KEYWORD_ONLY,
  CODE_LOCAL_NAMES,
  CODE_LOCALS,
  CODE_NAME,
  CODE_NAMES,
  CODE_PLAIN,
  CODE_POSITIONAL,
  CODE_POSITIONAL_ONLY,
  CODE_QUALNAME,
  CODE_STACK,
  CODE_START,
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  CODE_WORDS,
  CONSTANT_BIG_INT,
  CONSTANT_BYTES,
  CONSTANT_CODE,
  CONSTANT_COMPLEX,
  CONSTANT_FALSE,
  CONSTANT_FLOAT,
  CONSTANT_INT,
  CONSTANT_NONE,
  CONSTANT_STR,
  CONSTANT_TRUE,
  CONSTANT_TUPLE,
  FALSE,
  FLAG_PINNED,
  IMAGE_PIECES,
  IMAGE_PLACES,
  IMAGE_TEXT,
  IMAGE_UNITS,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_BYTES,
  SHAPE_CODE,
  SHAPE_FLOAT,
  SHAPE_TUPLE,
  STATE_EMPTY_TUPLE,
  STR_DATA,
  TABLE_FORMS,
  TABLE_FUNCTION_THRESHOLD,
  TABLE_JUMP_BACK,
  TABLE_LOOP_THRESHOLD,
  TABLE_SEND,
  TABLE_SIZES,
  TABLE_YIELD,
  TAIL_SIZE,
  TRUE,
  TUPLE_ITEMS,
  UNIT_ARGUMENT_COUNT,
  UNIT_CELL_NAMES,
  UNIT_CODE_WORDS,
  UNIT_CONSTANT_WORDS,
  UNIT_CONSTANTS,
  UNIT_FLAG_BITS,
  UNIT_FLAGS,
  UNIT_FREE_NAMES,
  UNIT_HANDLERS,
  UNIT_INDEX,
  UNIT_KEYWORD_ONLY_COUNT,
  UNIT_LOCAL_NAMES,
  UNIT_NAME,
  UNIT_NAMES,
  UNIT_POSITIONAL_ONLY_COUNT,
  UNIT_QUALNAME,
  UNIT_STACK_SIZE,
  UNIT_WORDS,
} from "./generated/constants";

/// Code objects of units that were encoded in an earlier run, made of the encoded form where it lies in memory (`src/code/images.ts`). What TypeScript
/// does for units of the compiler, in `src/code/codes.ts`, is the same.

/** Results of {@link placeCode}: there is no room; all is done; constants that are NULL are to be made by TypeScript. */
const NO_ROOM: i32 = -1;
const DONE: i32 = 0;
const HAS_HOLES: i32 = 1;

/** Where the constant stands that is read next. */
let at: usize = 0;
let isFull: bool = false;

function unitAt(image: usize, start: i32): usize {
  return load<usize>(image, IMAGE_UNITS) + (start << 2);
}

function field(unit: usize, number: i32): i32 {
  return load<i32>(unit + (number << 2));
}

/** The interned string of a piece of text: each is made once. 0: no room. */
function piece(image: usize, number: i32): usize {
  const slot = image + IMAGE_PIECES + (number << 2);
  const known = load<usize>(slot);
  if (known !== 0) return known;
  const place = load<usize>(image, IMAGE_PLACES) + (number << 2);
  const start = load<i32>(place);
  const made = internNarrow(load<usize>(image, IMAGE_TEXT) + start, load<i32>(place, 4) - start);
  if (made === 0) isFull = true;
  store<usize>(slot, made);
  return made;
}

/** A tuple whose items are NULL. 0: no room. */
function tuple(length: i32): usize {
  if (length === 0) return load<usize>(STATE_EMPTY_TUPLE);
  const made = allocateImmortal(TUPLE_ITEMS + ((<usize>length) << 2));
  if (made === 0) {
    isFull = true;
    return 0;
  }
  store<i32>(made, headerOf(SHAPE_TUPLE) | FLAG_PINNED);
  store<i32>(made, length, TAIL_SIZE);
  fillZero(made + TUPLE_ITEMS, length);
  return made;
}

/** The tuple of pieces whose numbers stand at an address. */
function pieces(image: usize, numbers: usize, count: i32): usize {
  const made = tuple(count);
  if (made === 0) return 0;
  for (let i = 0; i < count; i++)
    store<usize>(made + (i << 2), piece(image, load<i32>(numbers + (i << 2))), TUPLE_ITEMS);
  return made;
}

/** A code object of which numbers and names are there; CODE_WORDS is where its unit begins until it is placed. `first`: CODE_HOST of unit 0. 0: no room. */
export function declareCode(image: usize, start: i32, first: i32, flags: i32): usize {
  const code = allocateImmortal(CODE_BYTES);
  if (code === 0) return 0;
  const unit = unitAt(image, start);
  fillZero(code, CODE_BYTES >> 2);
  store<i32>(code, headerOf(SHAPE_CODE) | FLAG_PINNED);
  const own = field(unit, UNIT_FLAGS);
  const positional = field(unit, UNIT_ARGUMENT_COUNT);
  const named = field(unit, UNIT_KEYWORD_ONLY_COUNT);
  const packed = ((own & CODE_VARARGS) !== 0 ? 1 : 0) + ((own & CODE_VARKEYWORDS) !== 0 ? 1 : 0);
  store<i32>(code, start, CODE_WORDS);
  store<i32>(code, positional + named + packed, CODE_ARGUMENTS);
  store<i32>(code, field(unit, UNIT_STACK_SIZE), CODE_STACK);
  store<i32>(code, (own & UNIT_FLAG_BITS) | (packed + named === 0 ? CODE_PLAIN : 0) | flags, CODE_FLAGS);
  store<i32>(code, first + field(unit, UNIT_INDEX), CODE_HOST);
  store<i32>(code, positional, CODE_POSITIONAL);
  store<i32>(code, field(unit, UNIT_POSITIONAL_ONLY_COUNT), CODE_POSITIONAL_ONLY);
  store<i32>(code, named, CODE_KEYWORD_ONLY);
  const name = piece(image, field(unit, UNIT_NAME));
  const qualname = piece(image, field(unit, UNIT_QUALNAME));
  if (name === 0 || qualname === 0) return 0;
  store<usize>(code, name, CODE_NAME);
  store<usize>(code, qualname, CODE_QUALNAME);
  return code;
}

/** The constant at `at`, which then is behind it. 0: TypeScript makes it. */
function constant(image: usize, first: i32, flags: i32): usize {
  const kind = load<i32>(at);
  at += 4;
  switch (kind) {
    case CONSTANT_NONE:
      return NONE;
    case CONSTANT_TRUE:
      return TRUE;
    case CONSTANT_FALSE:
      return FALSE;
    case CONSTANT_INT: {
      const value = load<i32>(at);
      at += 4;
      // Others have a box.
      return (value << 1) >> 1 === value ? tagSmall(value) : 0;
    }
    case CONSTANT_BIG_INT:
      at += 4;
      return 0;
    case CONSTANT_FLOAT: {
      const box = allocateImmortal(BOX_VALUE + 8);
      if (box === 0) isFull = true;
      else {
        store<i32>(box, headerOf(SHAPE_FLOAT) | FLAG_PINNED);
        store<i32>(box, 0, TAIL_SIZE);
        store<u64>(box, load<u64>(at), BOX_VALUE);
      }
      at += 8;
      return box;
    }
    case CONSTANT_COMPLEX:
      at += 8;
      return 0;
    case CONSTANT_STR:
      at += 4;
      return piece(image, load<i32>(at - 4));
    case CONSTANT_BYTES:
      return bytes();
    case CONSTANT_CODE: {
      at += 4;
      const code = declareCode(image, load<i32>(at - 4), first, flags);
      if (code === 0) isFull = true;
      return code;
    }
    case CONSTANT_TUPLE: {
      const count = load<i32>(at);
      at += 4;
      const made = tuple(count);
      if (made === 0) return 0;
      let isWhole = true;
      for (let i = 0; i < count; i++) {
        const item = constant(image, first, flags);
        if (item === 0) isWhole = false;
        store<usize>(made + (i << 2), item, TUPLE_ITEMS);
      }
      return isWhole ? made : 0;
    }
    default:
      return kindOfList(kind, image, first, flags);
  }
}

/** Sets are made by TypeScript, and what has no parts. */
function kindOfList(kind: i32, image: usize, first: i32, flags: i32): usize {
  if (kind <= CONSTANT_TUPLE) return 0;
  const count = load<i32>(at);
  at += 4;
  for (let i = 0; i < count; i++) constant(image, first, flags);
  return 0;
}

function bytes(): usize {
  const size = load<i32>(at);
  const from = at + 4;
  at = from + ((size + 3) & ~3);
  const object = allocateImmortal(STR_DATA + size);
  if (object === 0) {
    isFull = true;
    return 0;
  }
  fillZero(object, ((STR_DATA + size + 7) & ~7) >> 2);
  store<i32>(object, headerOf(SHAPE_BYTE_STRING) | FLAG_PINNED);
  store<i32>(object, size, TAIL_SIZE);
  copyBytes(object + STR_DATA, from, size);
  return object;
}

/** Gives declared code what it lacks. `tables`: what instructions there are, see `src/code/images.ts`. The result is one of those above. */
export function placeCode(code: usize, image: usize, tables: usize): i32 {
  const unit = unitAt(image, load<i32>(code, CODE_WORDS));
  const locals = field(unit, UNIT_LOCAL_NAMES) + field(unit, UNIT_CELL_NAMES) + field(unit, UNIT_FREE_NAMES);
  const count = field(unit, UNIT_NAMES);
  const flags = load<i32>(code, CODE_FLAGS) & CODE_HIDDEN;
  const first = load<i32>(code, CODE_HOST) - field(unit, UNIT_INDEX);
  isFull = false;
  const lists = unit + (UNIT_WORDS << 2);
  store<usize>(code, pieces(image, lists, locals), CODE_LOCAL_NAMES);
  store<usize>(code, pieces(image, lists + (locals << 2), count), CODE_NAMES);
  const constantCount = field(unit, UNIT_CONSTANTS);
  const constants = tuple(constantCount);
  store<usize>(code, constants, CODE_CONSTANTS);
  const constantsStart = lists + ((locals + count) << 2);
  at = constantsStart;
  let result = DONE;
  for (let i = 0; i < constantCount && !isFull; i++) {
    const made = constant(image, first, flags);
    if (made === 0) result = HAS_HOLES;
    store<usize>(constants + (i << 2), made, TUPLE_ITEMS);
  }
  if (isFull) return NO_ROOM;
  const handlers = constantsStart + (field(unit, UNIT_CONSTANT_WORDS) << 2);
  const handlerCount = field(unit, UNIT_HANDLERS);
  const words = field(unit, UNIT_CODE_WORDS);
  const place = allocateImmortal(BYTES_DATA + ((<usize>words) << 2));
  if (place === 0) return NO_ROOM;
  store<i32>(place, headerOf(SHAPE_BYTES) | FLAG_PINNED);
  store<i32>(place, words << 2, TAIL_SIZE);
  const codeStart = place + BYTES_DATA;
  copyWords(codeStart, handlers + (handlerCount << 4), words);
  prepare(code, codeStart, words, handlers, handlerCount, tables);
  store<i32>(code, locals, CODE_LOCALS);
  store<i32>(code, words, CODE_WORDS);
  store<i32>(code, load<i32>(tables, TABLE_FUNCTION_THRESHOLD), CODE_COUNTER);
  store<usize>(code, codeStart, CODE_START);
  return result;
}

/** Sets the counters of loops and, in generators, the instructions that differ there. */
function prepare(code: usize, start: usize, words: i32, handlers: usize, handlerCount: i32, tables: usize): void {
  const flags = load<i32>(code, CODE_FLAGS);
  const isGenerator = (flags & CODE_GENERATOR) !== 0;
  const jumpBack = load<i32>(tables, TABLE_JUMP_BACK);
  const threshold = load<i32>(tables, TABLE_LOOP_THRESHOLD);
  const awaits = (flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
  let closes = false;
  const end = start + (words << 2);
  let ip = start;
  while (ip < end) {
    const op = load<u8>(ip);
    if (op === jumpBack) store<i32>(ip, threshold, 4);
    if (isGenerator) {
      // Other generators are registered when they come to wait for what may have to be closed.
      if (op === load<i32>(tables, TABLE_SEND)) closes = closes || awaits;
      else if (op === load<i32>(tables, TABLE_YIELD) && isHandled(<i32>(ip - start) >> 2, handlers, handlerCount))
        closes = true;
      const form = load<u8>(tables + op, TABLE_FORMS);
      if (form !== 0) store<u8>(ip, form);
    }
    ip += (<usize>load<u8>(tables + op, TABLE_SIZES)) << 2;
  }
  // Those of builtins, written in Python, have nothing to clean up.
  if (closes && (flags & CODE_HIDDEN) === 0) store<i32>(code, flags | CODE_CLOSES, CODE_FLAGS);
}

/** Whether an exception of the instruction at an offset in words has a handler. */
function isHandled(offset: i32, handlers: usize, count: i32): bool {
  for (let i = 0; i < count; i++) {
    const range = handlers + (i << 4);
    if (offset >= load<i32>(range) && offset < load<i32>(range, 4)) return true;
  }
  return false;
}
