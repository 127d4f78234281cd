import { FRAME_IP, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { STATE_ALLOC_LIMIT, STATE_ALLOC_TOP, STATE_REQUEST } from "@hotpy/memory";
import type { Macros } from "./macros.js";

/**
 * The kit's macros for the texts of instructions with this many cache words. With `step` the function ends where else
 * the next instruction would be fetched.
 */
export function loopMacros(caches: number, step: boolean): Macros {
  const goto = step
    ? `{ i32[fp + ${FRAME_IP >>> 2}] = ip << 2; i32[fp + ${FRAME_SP >>> 2}] = sp << 2; return 2; }`
    : "continue dispatch;";
  return {
    ARG: "(w >> 8)",
    CACHE: "i32[ip + 1 + ($1)]",
    NEXT_IP: `(ip + ${1 + caches})`,
    LOCAL: `i32[fp + ${FRAME_SLOTS >>> 2} + ($1)]`,
    PUSH: "i32[sp++] = $1",
    POP: "i32[--sp]$1",
    TOP: "i32[sp - ($1)]",
    DROP: "sp = (sp - ($1)) | 0",
    FIELD: "i32[(($1) + $2) >>> 2]",
    SHAPE: "(i32[($1) >>> 2] >>> 8)",
    NEXT: `{ ip = (ip + ${1 + caches}) | 0; ${goto} }`,
    JUMP: `{ ip = (ip + (w >> 8)) | 0; ${goto} }`,
    GOTO: goto,
    SAVE: `{ i32[fp + ${FRAME_IP >>> 2}] = (ip + ${1 + caches}) << 2; i32[fp + ${FRAME_SP >>> 2}] = sp << 2; }`,
    RAISE: "{ result = 0; break dispatch; }",
    RELOAD: "{ result = 2; LEAVE }",
    REENTER: "{ result = 2; break dispatch; }",
    CHECK: "if (((result = $1) & -3) === 0) LEAVE",
    RESULT: "if (((result = $1) & -3) === 0) LEAVE i32[sp++] = result;",
    ALLOCATE: `const needed = $2; let $1 = i32[${STATE_ALLOC_TOP >>> 2}]; if (((i32[${STATE_ALLOC_LIMIT >>> 2}] - $1) | 0) < needed) REFILL(needed) i32[${STATE_ALLOC_TOP >>> 2}] = $1 + needed;`,
    REQUESTED: `i32[${STATE_REQUEST >>> 2}] !== 0`,
  };
}
