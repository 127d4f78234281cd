import { FRAME_DEPTH, FRAME_IP } from "@hotpy/frame-stack";
import {
  type Address,
  FALSE,
  isSmall,
  NONE,
  NULL,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  TRUE,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  BOX_VALUE,
  DICT_COUNT,
  int64Halves,
  LIST_LENGTH,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_FUNCTION,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_NONE,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { ENDS_AS_IS, ENDS_HASH, ENDS_LENGTH, ENDS_TEXT } from "../calls/endings.js";
import type { Protocols, UpToCalling } from "../context.js";
import {
  BYTEARRAY_SIZE,
  SET_USED,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_FROZENSET,
  SHAPE_SET,
} from "../layouts.js";
import { RESUME } from "../natives.js";
import { TRAIT_TRUE } from "../types/traits.js";
import { createNarrowedResults, type NarrowedResults } from "./narrowed-results.js";
import { createPlain, NOT_PLAIN, type Plain } from "./plain.js";

/** Truth, length, hash and text of objects. */
export interface Conversions {
  /** `bool(w)` as a protocol operation: TRUE, FALSE, NULL or RESUME. */
  truth(word: Word): Word;
  /** The same for an instruction without caches at which the frame stands, to execute it again with the result. */
  test(word: Word): Word;
  /** `len(w)` of the commonest containers, -1 for others. */
  knownLength(word: Word): number;
  /** `len(w)` as a protocol operation: an int word. */
  length(word: Word): Word;
  /** These call `__repr__` and so on, as protocol operations, and check the type of the result. */
  repr(word: Word): Word;
  /** The continuations under which methods for texts are called, which check that a string comes back. */
  readonly afterText: Readonly<Record<"__repr__" | "__str__", number>>;
  /** The continuation of `__len__`, which checks that a length comes back. */
  readonly afterLength: number;
  /** The continuation of a call of `__hash__`. */
  readonly afterHash: number;
  /** That of methods whose results nobody checks. */
  readonly afterAny: number;
  /** The continuations of methods that say whether an object is true. */
  readonly afterTruth: Readonly<Record<"__bool__" | "__len__", number>>;
  /** The same for {@link test}. */
  readonly afterTest: Readonly<Record<"__bool__" | "__len__", number>>;
  toStr(word: Word): Word;
  format(word: Word, spec: Word): Word;
  hash(word: Word): Word;
  /** `operator.index(w)`. */
  index(word: Word): Word;
  /** See {@link NarrowedResults}. */
  readonly narrowedResults: NarrowedResults;
  /** int32 hash for dicts: may collect; STATE_PENDING if raised. */
  dictHash(key: Word): number;
  /** Operations on values that need no call. */
  readonly plain: Plain;
  /** 1, 0, -1; may collect. */
  equals(a: Word, b: Word): 1 | 0 | -1;
}

/* How messages of RecursionError end. */
export const WHILE_REPR = " while getting the repr of an object";
export const WHILE_STR = " while getting the str of an object";

/** The small integer -1, whose hash is -2. */
const MINUS_ONE = -1;

export function createConversions(
  context: UpToCalling & Pick<Protocols, "attributes" | "operators" | "traits">,
): Conversions {
  const {
    memory,
    shapes,
    types,
    exceptions,
    natives,
    calls,
    continuations,
    strings,
    integers,
    reentry,
    operators,
    name: intern,
  } = context;
  const { i32, f64 } = memory;
  const { valueOf } = shapes;
  const plain = createPlain(memory, context.pythonKernel);
  const names = {
    bool: intern("__bool__"),
    len: intern("__len__"),
    repr: intern("__repr__"),
    str: intern("__str__"),
    format: intern("__format__"),
    hash: intern("__hash__"),
    index: intern("__index__"),
  };

  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const isInt = (word: Word): boolean => isSmall(word) || types.isSubtype(types.typeOf(word), types.int);

  /** A protocol operation with its result checked when it comes; `failed` is told where that raises. */
  function checked(
    check: (result: Word) => Word,
    told?: (continuation: number) => void,
    { failed, ending }: { failed?: (() => void) | undefined; ending?: number } = {},
  ) {
    const end = (result: Word): Word => {
      const checked = result === NULL ? NULL : check(result);
      if (checked === NULL) failed?.();
      return checked;
    };
    const continuation = continuations.define(0, end, ending);
    told?.(continuation);
    return (found: Word, self: Word, argument?: Word): Word => {
      if (natives.isImmediate(found)) return end(calls.invokeBound(found, self, argument));
      continuations.push(continuation);
      const result = calls.invokeBound(found, self, argument);
      return result === RESUME ? RESUME : continuations.finish(result);
    };
  }

  const isAtLimit = (): boolean => i32[(i32[STATE_FRAME >>> 2] + FRAME_DEPTH) >>> 2] >= i32[STATE_DEPTH_LIMIT >>> 2];
  const afterText = { __repr__: 0, __str__: 0 };
  /** Calls a method that gives a text; `doing` ends the message of RecursionError where there is no depth left for it. */
  function textResult(method: keyof typeof afterText, doing: string) {
    const call = checked(
      (result) =>
        strings.isString(valueOf(result))
          ? valueOf(result)
          : exceptions.raise("TypeError", `${method} returned non-string (type ${typeName(result)})`),
      (continuation) => {
        afterText[method] = continuation;
      },
      { ending: ENDS_TEXT },
    );
    return (found: Word, self: Word): Word =>
      natives.isImmediate(found) || reentry.isForbidden() || !isAtLimit()
        ? call(found, self)
        : exceptions.raise("RecursionError", `maximum recursion depth exceeded${doing}`);
  }
  const callRepr = textResult("__repr__", WHILE_REPR);
  const callStr = textResult("__str__", WHILE_STR);
  const callFormat = checked(
    (result) =>
      strings.isString(valueOf(result))
        ? valueOf(result)
        : exceptions.raise("TypeError", `__format__ must return a str, not ${typeName(result)}`),
    undefined,
    { ending: ENDS_TEXT },
  );
  const checkIntegerLength = (result: Word): Word => {
    const value = result === TRUE ? tagSmall(1) : result === FALSE ? tagSmall(0) : valueOf(result);
    if (integers.sign(value) < 0) return exceptions.raise("ValueError", "__len__() should return >= 0");
    return integers.bitLength(value) > 63
      ? exceptions.raise("OverflowError", "cannot fit 'int' into an index-sized integer")
      : value;
  };
  /** What `__len__` has given as a length, or what that gives as its `__index__`. */
  function lengthCheck(end: (length: Word) => Word): (result: Word) => Word {
    const check = (result: Word): Word => {
      const length = checkIntegerLength(result);
      return length === NULL ? NULL : end(length);
    };
    const callIndexOfLength = checked((result) =>
      isInt(result)
        ? check(result)
        : exceptions.raise("TypeError", `__index__ returned non-int (type ${typeName(result)})`),
    );
    return (result) => {
      if (isInt(result)) return check(result);
      const found = types.lookup(types.typeOf(result), names.index);
      return found === NULL
        ? exceptions.raise("TypeError", `'${typeName(result)}' object cannot be interpreted as an integer`)
        : callIndexOfLength(found, result);
    };
  }
  let afterLength = 0;
  const callLength = checked(
    lengthCheck((length) => length),
    (continuation) => {
      afterLength = continuation;
    },
    { ending: ENDS_LENGTH },
  );
  /** The calls of methods that say whether an object is true. */
  function truthCalls(after: { __bool__: number; __len__: number }, failed?: () => void) {
    const callBool = checked(
      (result) =>
        result === TRUE || result === FALSE
          ? result
          : exceptions.raise("TypeError", `__bool__ should return bool, returned ${typeName(result)}`),
      (continuation) => {
        after.__bool__ = continuation;
      },
      { failed },
    );
    const callLength = checked(
      lengthCheck((length) => (length === 1 ? FALSE : TRUE)),
      (continuation) => {
        after.__len__ = continuation;
      },
      { failed },
    );
    return { callBool, callLength };
  }
  const afterTruth = { __bool__: 0, __len__: 0 };
  const truthWithin = truthCalls(afterTruth);
  const afterTest = { __bool__: 0, __len__: 0 };
  /** The frame stands at the instruction, which is where it raises: else it were the one before. */
  const truthBefore = truthCalls(afterTest, () => {
    i32[(i32[STATE_FRAME >>> 2] + FRAME_IP) >>> 2] += 4;
  });
  let afterHash = 0;
  const callHash = checked(
    (result) =>
      isInt(result)
        ? hashValue(valueOf(result))
        : exceptions.raise("TypeError", "__hash__ method should return an integer"),
    (continuation) => {
      afterHash = continuation;
    },
    { ending: ENDS_HASH },
  );
  const narrowedResults = createNarrowedResults(context);
  const callIndex = checked((result) =>
    isInt(result)
      ? narrowedResults.narrow(result, "__index__", "int")
      : exceptions.raise("TypeError", `__index__ returned non-int (type ${typeName(result)})`),
  );

  /** What `hash()` makes of the result of `__hash__`: 64 bits, and not -1. */
  function hashValue(result: Word): Word {
    if (isSmall(result)) return result === MINUS_ONE ? integers.fromNumber(-2) : result;
    if (i32[result >>> 2] >>> 8 === SHAPE_INT64) return result;
    plain.hash(result);
    return integers.fromHalves(int64Halves.int64.lo, int64Halves.int64.hi);
  }

  const truth = (word: Word): Word => truthBy(word, truthWithin);

  function truthBy(word: Word, { callBool, callLength }: typeof truthWithin): Word {
    if (isSmall(word)) return word === 1 ? FALSE : TRUE;
    const at = word >>> 2;
    switch (i32[at] >>> 8) {
      case SHAPE_BOOL:
        return word;
      case SHAPE_NONE:
        return FALSE;
      case SHAPE_INT64:
      case SHAPE_BIGINT:
      case SHAPE_FUNCTION:
        return TRUE;
      case SHAPE_FLOAT:
        return f64[(word + BOX_VALUE) >>> 3] === 0 ? FALSE : TRUE;
      case SHAPE_STR1:
      case SHAPE_STR2:
      case SHAPE_STR4:
      case SHAPE_TUPLE:
      case SHAPE_BYTE_STRING:
        return i32[(word + TAIL_SIZE) >>> 2] === 0 ? FALSE : TRUE;
      case SHAPE_BYTEARRAY:
        return i32[(word + BYTEARRAY_SIZE) >>> 2] === 0 ? FALSE : TRUE;
      case SHAPE_LIST:
        return i32[(word + LIST_LENGTH) >>> 2] === 0 ? FALSE : TRUE;
      case SHAPE_DICT:
        return i32[(word + DICT_COUNT) >>> 2] === 0 ? FALSE : TRUE;
      case SHAPE_SET:
      case SHAPE_FROZENSET:
        return i32[(word + SET_USED) >>> 2] === 0 ? FALSE : TRUE;
    }
    const type = types.typeOf(word);
    if ((context.traits(type) & TRAIT_TRUE) !== 0) return TRUE;
    const bool = types.lookup(type, names.bool);
    if (bool !== NULL) return callBool(bool, word);
    const length = types.lookup(type, names.len);
    return length === NULL ? TRUE : callLength(length, word);
  }

  const fold = (low: number, high: number): number => low ^ high ^ (low >> 31);

  /** Equal keys have equal 64-bit hashes: those that fit 32 bits stand for themselves, the others are folded. */
  function knownLength(word: Word): number {
    if ((word & 1) !== 0) return -1;
    switch (i32[word >>> 2] >>> 8) {
      case SHAPE_LIST:
        return i32[(word + LIST_LENGTH) >>> 2];
      case SHAPE_TUPLE:
      case SHAPE_BYTE_STRING:
      case SHAPE_STR1:
        return i32[(word + TAIL_SIZE) >>> 2];
      case SHAPE_STR2:
        return i32[(word + TAIL_SIZE) >>> 2] >>> 1;
      case SHAPE_STR4:
        return i32[(word + TAIL_SIZE) >>> 2] >>> 2;
      case SHAPE_DICT:
        return i32[(word + DICT_COUNT) >>> 2];
      case SHAPE_SET:
      case SHAPE_FROZENSET:
        return i32[(word + SET_USED) >>> 2];
      case SHAPE_BYTEARRAY:
        return i32[(word + BYTEARRAY_SIZE) >>> 2];
    }
    return -1;
  }

  function dictHash(key: Word): number {
    if (strings.isString(key)) return strings.hash(key);
    if (plain.hash(key)) return fold(int64Halves.int64.lo, int64Halves.int64.hi);
    const result = isSmall(key) ? key : reentry.complete(hash, key, 0, 0);
    if (result === NULL) return 0;
    if (isSmall(result)) return result === MINUS_ONE ? -2 : result >> 1;
    if (i32[result >>> 2] >>> 8 !== SHAPE_INT64) return dictHash(result);
    return fold(i32[(result + BOX_VALUE) >>> 2], i32[(result + BOX_VALUE + 4) >>> 2]);
  }

  function hash(word: Word): Word {
    const found = types.lookup(types.typeOf(word), names.hash);
    // Then the kernel hashes the next one, if its identity is its hash.
    if (!isSmall(word)) context.traits(types.typeOf(word));
    if (found === NONE || found === NULL) return exceptions.raise("TypeError", `unhashable type: '${typeName(word)}'`);
    return callHash(found, word);
  }

  /** Asked for, so that the kernel gives the next text of an exception of this class. */
  const noteTexts = (type: Address): number => (types.record(type).kind === "exception" ? context.traits(type) : 0);

  function toStr(word: Word): Word {
    if (strings.isString(word)) return word;
    const type = types.typeOf(word);
    noteTexts(type);
    return callStr(types.lookup(type, names.str), word);
  }

  function repr(word: Word): Word {
    const type = types.typeOf(word);
    noteTexts(type);
    return callRepr(types.lookup(type, names.repr), word);
  }

  return {
    truth,
    knownLength,
    length(word) {
      const known = knownLength(word);
      if (known >= 0) return (known << 1) | 1;
      const found = types.lookup(types.typeOf(word), names.len);
      context.traits(types.typeOf(word));
      return found === NULL
        ? exceptions.raise("TypeError", `object of type '${typeName(word)}' has no len()`)
        : callLength(found, word);
    },
    afterText,
    afterLength,
    afterTruth,
    afterTest,
    test: (word) => truthBy(word, truthBefore),
    afterHash,
    afterAny: continuations.define(0, (result) => result, ENDS_AS_IS),
    repr,
    toStr,
    format: (word, spec) => callFormat(types.lookup(types.typeOf(word), names.format), word, spec),
    hash,
    index(word) {
      if (isInt(word)) return valueOf(word);
      const found = types.lookup(types.typeOf(word), names.index);
      if (found === NULL)
        return exceptions.raise("TypeError", `'${typeName(word)}' object cannot be interpreted as an integer`);
      return callIndex(found, word);
    },
    narrowedResults,
    dictHash,
    plain,
    equals(a, b) {
      if (a === b) return 1;
      const known = plain.equals(a, b);
      if (known !== NOT_PLAIN) return known as 1 | 0;
      // Then the kernel compares the next ones, if they are equal to themselves alone.
      for (const each of [a, b]) if (!isSmall(each)) context.traits(types.typeOf(each));
      const result = reentry.complete(operators.compare, 4, a, b);
      if (result === NULL) return -1;
      const bool = reentry.complete(truth, result, 0, 0);
      return bool === NULL ? -1 : bool === TRUE ? 1 : 0;
    },
  };
}
