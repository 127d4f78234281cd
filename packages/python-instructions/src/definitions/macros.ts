import { FRAME_CODE, FRAME_FUNCTION, FRAME_GENERATOR, FRAME_IP, FRAME_PREVIOUS, FRAME_SP } from "@hotpy/frame-stack";
import type { Macros } from "@hotpy/interpreter";
import { FALSE, STATE_FRAME, TRUE } from "@hotpy/memory";
import {
  BOX_VALUE,
  CODE_CONSTANTS,
  CODE_NAMES,
  FLAG_BARRIER,
  SHAPE_BIGINT,
  SHAPE_FLOAT,
  SHAPE_INT64,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { resumeGenerator } from "./resume-generator.js";

/** Python's macros for the texts of its instructions, beside those of the loop generator. */
export const pythonMacros: Macros = {
  BOTH_SMALL: "($1 & $2 & 1) !== 0",
  IS_OBJECT: "($1 & 1) === 0",
  IS_FLOAT: `($1 & 1) === 0 && i32[$1 >>> 2] >>> 8 === ${SHAPE_FLOAT}`,
  BOTH_FLOAT: `(($1 | $2) & 1) === 0 && i32[$1 >>> 2] >>> 8 === ${SHAPE_FLOAT} && i32[$2 >>> 2] >>> 8 === ${SHAPE_FLOAT}`,
  IS_WIDE: `(($1 & 1) !== 0 || i32[$1 >>> 2] >>> 8 === ${SHAPE_INT64})`,
  IS_INTEGER: `(($1 & 1) !== 0 || i32[$1 >>> 2] >>> 8 === ${SHAPE_INT64} || i32[$1 >>> 2] >>> 8 === ${SHAPE_BIGINT})`,
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
  BARRIER_GOTO: `{ const after = $2; if ((i32[($1) >>> 2] & ${FLAG_BARRIER}) !== 0) REMEMBER_OLD($1, after) ip = after; GOTO }`,
  /** The operation that stands for a native ends with the result $1. */
  FINISH: "{ const outcome = $1; sp = cut; PUSH(outcome); ip = after; GOTO }",
  /** It goes on in the generator $1, to which it sends $2. */
  RESUME_CALLED: resumeGenerator({ generator: "$1", sent: "$2", mode: "0", base: "cut", after: "after" }),
  BARRIER_NEXT: "BARRIER_GOTO($1, NEXT_IP)",
  /** The continuation of this frame takes the result on top. */
  CONTINUE: `sp--; i32[fp + ${FRAME_SP >>> 2}] = sp << 2; CHECK(continueWith(i32[sp])) resumeWith(result); RELOAD`,
  /** Goes back to the caller with a result. */
  RETURN:
    `{ const value = $1; fp = i32[fp + ${FRAME_PREVIOUS >>> 2}] >>> 2; i32[${STATE_FRAME >>> 2}] = fp << 2; ` +
    `ip = i32[fp + ${FRAME_IP >>> 2}] >>> 2; sp = i32[fp + ${FRAME_SP >>> 2}] >>> 2; PUSH(value); GOTO }`,
};
