import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { NONE, STATE_DEPTH_LIMIT, STATE_FRAME, STATE_HANDLED, STATE_STACK_LIMIT } from "@hotpy/memory";
import {
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_UNCOUNTED,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
} from "@hotpy/object-model";

/** Texts of numbers. */
export interface Resumption {
  /** The generator. */
  readonly generator: string;
  /** The word that it is sent. */
  readonly sent: string;
  /** What its return does to the running frame; see `generators.ts` of `@hotpy/python-objects`. */
  readonly mode: string;
  /** Where the operands of the running frame end, where it puts what is yielded, and where it goes on then: word indices. */
  readonly base: string;
  readonly after: string;
}

/**
 * Pushes the frame of a generator, which is suspended or has not begun, and goes on in it. Where exceptions are being handled, on either side, or
 * there is anything to be said, nothing is done.
 */
export const resumeGenerator = ({ generator, sent, mode, base, after }: Resumption): string => `
  const state = FIELD(${generator}, ${GENERATOR_STATE});
  if ((state === ${GENERATOR_SUSPENDED} || state === ${GENERATOR_CREATED} && ${sent} === ${NONE}) && i32[${STATE_HANDLED >>> 2}] === 0 && FIELD(${generator}, ${GENERATOR_HANDLED}) === 0) {
    const code = FIELD(${generator}, ${GENERATOR_CODE});
    const slots = ${base} + ${FRAME_SLOTS >>> 2};
    const depth = i32[fp + ${FRAME_DEPTH >>> 2}] + ((FIELD(code, ${CODE_FLAGS}) & ${CODE_UNCOUNTED}) === 0 ? 1 : 0);
    if ((slots + FIELD(code, ${CODE_LOCALS}) + FIELD(code, ${CODE_STACK})) << 2 <= i32[${STATE_STACK_LIMIT >>> 2}] && depth <= i32[${STATE_DEPTH_LIMIT >>> 2}]) {
      const own = slots - ${FRAME_SLOTS >>> 2};
      const value = ${sent};
      i32[fp + ${FRAME_IP >>> 2}] = (${after}) << 2;
      i32[fp + ${FRAME_SP >>> 2}] = own << 2;
      i32[own + ${FRAME_PREVIOUS >>> 2}] = fp << 2;
      i32[own + ${FRAME_CODE >>> 2}] = code;
      i32[own + ${FRAME_FUNCTION >>> 2}] = FIELD(${generator}, ${GENERATOR_FUNCTION});
      i32[own + ${FRAME_DEPTH >>> 2}] = depth;
      i32[own + ${FRAME_GENERATOR >>> 2}] = ${generator};
      const returns = ${mode};
      ip = FIELD(${generator}, ${GENERATOR_IP}) >>> 2;
      FIELD(${generator}, ${GENERATOR_IP}) = returns;
      FIELD(${generator}, ${GENERATOR_STATE}) = ${GENERATOR_RUNNING};
      fp = own;
      i32[${STATE_FRAME >>> 2}] = fp << 2;
      sp = slots;
      let from = (${generator} + ${GENERATOR_SLOTS}) >>> 2;
      const end = slots + FIELD(${generator}, ${GENERATOR_USED});
      while (sp < end) i32[sp++] = i32[from++];
      // What has not begun takes nothing. A yield that is a statement drops what is sent to it.
      if (state === ${GENERATOR_CREATED}) GOTO
      if ((i32[ip] & 255) === OPCODE_POP) ip++;
      else PUSH(value);
      GOTO
    }
  }`;
