import { FRAME_CODE, FRAME_FUNCTION, FRAME_GENERATOR, FRAME_IP, FRAME_PREVIOUS, FRAME_SP, FRAME_SLOTS } from "@hotpy/frame-stack";
import type { LoopTail, Macros } from "@hotpy/interpreter";
import { FALSE, SMALL_MAX, SMALL_MIN, STATE_FRAME, STATE_REQUEST, STATE_STACK_LIMIT, TRUE } from "@hotpy/memory";
import {
  ARRAY_ITEMS, BOX_VALUE, BYTES_DATA, CODE_ARGUMENTS, CODE_CONSTANTS, CODE_COUNTER, CODE_FLAGS, CODE_LOCALS, CODE_NAMES, CODE_STACK, CODE_START, DICT_KEYS,
  DICT_VALUES, DICT_VERSION, FLAG_BARRIER, FLAG_WATCHED, FUNCTION_CODE, headerWord, KEYS_ENTRIES, KEYS_INDEX, KEYS_MASK, NATIVE_INDEX, NATIVE_SELF,
  SHAPE_FLOAT, SHAPE_FUNCTION, SHAPE_INT64, SHAPE_NATIVE, SHAPE_STR1, STR_DATA, STR_HASH, TAIL_SIZE, TUPLE_ITEMS,
} from "@hotpy/object-model";
import { CODE_PLAIN } from "@hotpy/python-objects";
import { binaryOutOfLine, compared, mixedArithmetic, wideArithmetic } from "./mixed-arithmetic.js";
import { intrinsicSwitch } from "./intrinsics.js";
import { deliver } from "./iteration.js";

/** Python's macros for the texts of its instructions, beside those of the loop generator. */
export const pythonMacros: Macros = {
  BOTH_SMALL: "($1 & $2 & 1) !== 0",
  IS_OBJECT: "($1 & 1) === 0",
  IS_FLOAT: `($1 & 1) === 0 && i32[$1 >>> 2] >>> 8 === ${SHAPE_FLOAT}`,
  BOTH_FLOAT: `(($1 | $2) & 1) === 0 && i32[$1 >>> 2] >>> 8 === ${SHAPE_FLOAT} && i32[$2 >>> 2] >>> 8 === ${SHAPE_FLOAT}`,
  IS_WIDE: `(($1 & 1) !== 0 || i32[$1 >>> 2] >>> 8 === ${SHAPE_INT64})`,
  WIDE: `(($1 & 1) !== 0 ? BigInt($1 >> 1) : i64[($1 + ${BOX_VALUE}) >>> 3])`,
  TRUE_WORD: `${TRUE}`,
  FALSE_WORD: `${FALSE}`,
  FLOAT_OF: `f64[($1 + ${BOX_VALUE}) >>> 3]`,
  BOOL: `(($1) ? ${TRUE} : ${FALSE})`,
  CODE_OF_FRAME: `i32[fp + ${FRAME_CODE >>> 2}]`,
  FUNCTION_OF_FRAME: `i32[fp + ${FRAME_FUNCTION >>> 2}]`,
  GENERATOR_OF_FRAME: `i32[fp + ${FRAME_GENERATOR >>> 2}]`,
  NAME: `i32[(i32[(CODE_OF_FRAME + ${CODE_NAMES}) >>> 2] + ${TUPLE_ITEMS} + (ARG << 2)) >>> 2]`,
  CONSTANT: `i32[(i32[(CODE_OF_FRAME + ${CODE_CONSTANTS}) >>> 2] + ${TUPLE_ITEMS} + (ARG << 2)) >>> 2]`,
/** The write barrier, for the middle of a text. */
  BARRIER: `if ((i32[($1) >>> 2] & ${FLAG_BARRIER}) !== 0) remember($1);`,
  /** The write barrier for $1 as the last thing that an instruction does; execution goes on at word index $2. */
  BARRIER_GOTO: `{ const after = $2; if ((i32[($1) >>> 2] & ${FLAG_BARRIER}) !== 0) { const old = $1; break remember_old; } ip = after; GOTO }`,
  BARRIER_NEXT: "BARRIER_GOTO($1, NEXT_IP)",
  /** The continuation of this frame takes the result on top. */
  CONTINUE: `sp--; i32[fp + ${FRAME_SP >>> 2}] = sp << 2; CHECK(continueWith(i32[sp])) resumeWith(result); RELOAD`,
  /** Goes back to the caller with a result. */
  RETURN: `{ const value = $1; fp = i32[fp + ${FRAME_PREVIOUS >>> 2}] >>> 2; i32[${STATE_FRAME >>> 2}] = fp << 2; ` +
    `ip = i32[fp + ${FRAME_IP >>> 2}] >>> 2; sp = i32[fp + ${FRAME_SP >>> 2}] >>> 2; PUSH(value); GOTO }`,
};

/** Both words of a float's header, a shape and no identity yet, as one double: they are written at once. */
const FLOAT_HEADER = headerWord(SHAPE_FLOAT) * Number.MIN_VALUE;

/** Whether two strings of SHAPE_STR1 that are not one object have the same text, to `isSame`. What is behind a text is zero. */
const equalText = (a: string, b: string): string => `
  if (FIELD(${a}, ${TAIL_SIZE}) === FIELD(${b}, ${TAIL_SIZE})) {
    const words = (${STR_DATA} + FIELD(${a}, ${TAIL_SIZE}) + 3) >> 2;
    i = ${STR_DATA >>> 2};
    while (i < words && i32[(${a} >>> 2) + i] === i32[(${b} >>> 2) + i]) i++;
    isSame = i === words ? 1 : 0;
  }`;

/** Whether `a` and `b` are strings, of Latin-1, that are tested for equality; then `isSame` becomes the answer. */
const TESTED_STRINGS = `operator >= 4 && ((a | b) & 1) === 0 && SHAPE(a) === ${SHAPE_STR1} && SHAPE(b) === ${SHAPE_STR1}`;
const testStrings = `let isSame = a === b ? 1 : 0;\nif (isSame === 0) {${equalText("a", "b")}}`;

/** Ends that instructions share. */
export const pythonTails: readonly LoopTail[] = [
  { name: "remember_old", caches: 0, code: "remember(old);\nip = after;\nGOTO" },
  {
    // The float in `number` goes to word index `at`, sp becomes `above`, and execution goes on at `after`.
    name: "box_float",
    caches: 2,
    code: `
      ALLOCATE(box, 16)
      f64[box >>> 3] = ${FLOAT_HEADER};
      f64[(box + ${BOX_VALUE}) >>> 3] = number;
      i32[at] = box;
      sp = above;
      ip = after;
      GOTO`,
  },
  {
    // Integers of which one does not fit a tagged word, as long as they fit 64 bits; a float with a small integer, and quotients of
    // small integers; other operands out of line.
    name: "binary_other",
    caches: 2,
    code: `
      if (IS_WIDE(a) && IS_WIDE(b)) {
        const x = WIDE(a), y = WIDE(b);
        ${wideArithmetic}
      }
      ${mixedArithmetic}
      ${binaryOutOfLine}`,
    stepCode: `${mixedArithmetic}\n${binaryOutOfLine}`,
  },
  {
    // `o[k]` (operator 0), `o[k] = v` (1), `k in o` (2) and `o.get(k, otherwise)` (3) of a dict with a string: found here (as
    // `probe.ts` of `@hotpy/dict` does) unless another kind of key has the same hash. The result goes to word index `at`, the end of the
    // operands, and execution goes on at `after`.
    name: "dict_access",
    caches: 2,
    code: `
      if ((k & 1) === 0 && SHAPE(k) === ${SHAPE_STR1}) {
        const hash = FIELD(k, ${STR_HASH});
        const keys = FIELD(o, ${DICT_KEYS});
        const slots = (FIELD(keys, ${KEYS_INDEX}) + ${BYTES_DATA}) >>> 2;
        const mask = FIELD(keys, ${KEYS_MASK});
        let slot = hash & mask, perturb = hash;
        let entry = i32[slots + slot];
        while (entry !== 0 && (entry < 0 || i32[slots + mask + entry] !== hash)) {
          perturb = perturb >>> 5;
          slot = ((slot << 2) + slot + perturb + 1) & mask;
          entry = i32[slots + slot];
        }
        if (entry === 0 && operator >= 2 && hash !== 0) {
          i32[at] = operator === 3 ? otherwise : BOOL(ARG !== 0);
          sp = at + 1;
          ip = after;
          GOTO
        }
        if (entry > 0) {
          const stored = i32[((keys + ${KEYS_ENTRIES - 4}) >>> 2) + entry];
          let isSame = stored === k ? 1 : 0;
          if (isSame === 0 && (stored & 1) === 0 && SHAPE(stored) === ${SHAPE_STR1}) {
            ${equalText("stored", "k")}
          }
          if (isSame !== 0) {
            const place = ((FIELD(o, ${DICT_VALUES}) + ${ARRAY_ITEMS - 4}) >>> 2) + entry;
            if (operator !== 1) {
              i32[at] = operator === 2 ? BOOL(ARG === 0) : i32[place];
              sp = at + 1;
              ip = after;
              GOTO
            }
            if ((i32[o >>> 2] & ${FLAG_WATCHED}) === 0) {
              i32[place] = v;
              FIELD(o, ${DICT_VERSION}) = 0;
              sp = at;
              BARRIER_GOTO(FIELD(o, ${DICT_VALUES}), after)
            }
          }
        }
      }
      i32[fp + ${FRAME_IP >>> 2}] = after << 2;
      i32[fp + ${FRAME_SP >>> 2}] = sp << 2;
      if (operator === 0) { CHECK(dictGet(o, k)) }
      else if (operator === 1) {
        CHECK(dictSet(o, k, v))
        sp = at;
        ip = after;
        GOTO
      } else if (operator === 3) { CHECK(callNative(callee, first << 2, count, cut << 2)) }
      else {
        sp = at;
        i32[fp + ${FRAME_SP >>> 2}] = sp << 2;
        CHECK(contains(o, k, ARG))
      }
      i32[at] = result;
      sp = at + 1;
      ip = after;
      GOTO`,
  },
  {
    // Calls `callee` with `count` arguments at word index `first`; `cut` is the stack pointer without all operands of the
    // call. Short cuts for functions whose parameters match and for natives; the rest is out of line.
    name: "call",
    caches: 4,
    code: `if ((callee & 1) === 0) {
      const shape = i32[callee >>> 2] >>> 8;
      if (shape === ${SHAPE_FUNCTION}) {
        const code = i32[(callee + ${FUNCTION_CODE}) >>> 2] >>> 2;
        if (i32[code + ${CODE_ARGUMENTS >>> 2}] === count && (i32[code + ${CODE_FLAGS >>> 2}] & ${CODE_PLAIN}) !== 0) {
          const slots = sp + ${FRAME_SLOTS >>> 2};
          const operands = slots + i32[code + ${CODE_LOCALS >>> 2}];
          const countdown = i32[code + ${CODE_COUNTER >>> 2}];
          if (countdown > 0 && (operands + i32[code + ${CODE_STACK >>> 2}]) << 2 <= i32[${STATE_STACK_LIMIT >>> 2}] && i32[${STATE_REQUEST >>> 2}] === 0) {
            i32[code + ${CODE_COUNTER >>> 2}] = countdown - 1;
            i32[fp + ${FRAME_IP >>> 2}] = NEXT_IP << 2;
            i32[fp + ${FRAME_SP >>> 2}] = cut << 2;
            i32[sp + ${FRAME_PREVIOUS >>> 2}] = fp << 2;
            i32[sp + ${FRAME_CODE >>> 2}] = code << 2;
            i32[sp + ${FRAME_FUNCTION >>> 2}] = callee;
            i32[sp + ${FRAME_GENERATOR >>> 2}] = 0;
            fp = sp;
            sp = slots;
            while (count > 0) { i32[sp++] = i32[first++]; count--; }
            while (sp < operands) i32[sp++] = 0;
            i32[${STATE_FRAME >>> 2}] = fp << 2;
            ip = i32[code + ${CODE_START >>> 2}] >>> 2;
            GOTO
          }
          if (countdown <= 0) {
            sp = cut;
            SAVE
            // A value if a trace has run, else the function's frame has been pushed.
            result = invoke(callee, first << 2, count, 0);
            if (result === 2) REENTER
            if (result === 0) RAISE
            PUSH(result);
            NEXT
          }
        }
      } else if (shape === ${SHAPE_NATIVE} && i32[(callee + ${NATIVE_SELF}) >>> 2] === 0) {
        const intrinsic = u8[intrinsicsTable + i32[(callee + ${NATIVE_INDEX}) >>> 2]];
        if (intrinsic !== 0) {${intrinsicSwitch}}
        SAVE
        CHECK(callNative(callee, first << 2, count, cut << 2))
        sp = cut;
        PUSH(result);
        NEXT
      }
    }
    sp = cut;
    SAVE
    RESULT(invoke(callee, first << 2, count, 0))`,
  },
  { name: "deliver", caches: 4, code: deliver("item") },
  {
    name: "compare_slow",
    caches: 2,
    code: `
      DROP(2);
      if (${TESTED_STRINGS}) {
        ${testStrings}
        PUSH(BOOL((isSame === 1) === (operator === 4)));
        NEXT
      }
      if (IS_WIDE(a) && IS_WIDE(b)) {
        const x = WIDE(a), y = WIDE(b);
        PUSH(BOOL(${compared}));
        NEXT
      }
      SAVE
      RESULT(compare(operator, a, b))`,
    stepCode: "DROP(2);\nSAVE\nRESULT(compare(operator, a, b))",
  },
  {
    // A comparison with the jump behind it, of floats and strings; others are compared out of line and the jump executed for itself.
    name: "compare_jump",
    caches: 2,
    code: `
      if (BOTH_FLOAT(a, b)) {
        const x = FLOAT_OF(a), y = FLOAT_OF(b);
        const jump = (ip + 3) | 0;
        DROP(2);
        if (${compared}) ip = jump + 1;
        else ip = jump + (i32[jump] >> 8);
        GOTO
      }
      if (${TESTED_STRINGS}) {
        ${testStrings}
        const jump = (ip + 3) | 0;
        DROP(2);
        ip = (isSame === 1) === (operator === 4) ? jump + 1 : jump + (i32[jump] >> 8);
        GOTO
      }
      if (IS_WIDE(a) && IS_WIDE(b)) {
        const x = WIDE(a), y = WIDE(b), jump = (ip + 3) | 0;
        DROP(2);
        ip = ${compared} ? jump + 1 : jump + (i32[jump] >> 8);
        GOTO
      }
      DROP(2);
      SAVE
      RESULT(compare(operator, a, b))`,
    stepCode: "DROP(2);\nSAVE\nRESULT(compare(operator, a, b))",
  },
];
