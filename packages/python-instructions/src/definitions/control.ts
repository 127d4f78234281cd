import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { NONE } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import { define } from "./define.js";

/** Writes the *present* instruction's address to the frame: it is executed again when `__bool__` has returned. */
const SAVE_HERE = `i32[fp + ${FRAME_IP >>> 2}] = ip << 2; i32[fp + ${FRAME_SP >>> 2}] = sp << 2;`;

/** `c` has been popped. A bool or None decides at once, other objects by their truth out of line. */
const conditional = (jumpIf: boolean, jump: string, next: string): string => `
  const c = POP();
  if (c === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}${jumpIf ? "" : ` || c === ${NONE}`}) { ${jump} JUMP }
  if (c === ${jumpIf ? "FALSE_WORD" : "TRUE_WORD"}${jumpIf ? ` || c === ${NONE}` : ""}) { ${next} NEXT }
  if ((c & 1) !== 0) { if ((c !== 1) === ${jumpIf}) { ${jump} JUMP } else { ${next} NEXT } }
  const known = truthWord(c);
  if (known !== ${UNDECIDED}) { if (known === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) { ${jump} JUMP } else { ${next} NEXT } }
  ${SAVE_HERE}
  CHECK(truth(c))
  if (result === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) { ${jump} JUMP }
  ${next}`;

/** The same for what keeps its operand: a truth that runs code is decided on a copy, with the operand kept below. */
const conditionalKeeping = (jumpIf: boolean): string => `
  const c = TOP(1);
  if (c === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) { JUMP }
  if (c === ${jumpIf ? "FALSE_WORD" : "TRUE_WORD"}) { DROP(1); NEXT }
  const known = truthWord(c);
  if (known !== ${UNDECIDED}) { if (known === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) { JUMP } else { DROP(1); NEXT } }
  SAVE
  CHECK(truthNow(c))
  if (result === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) { JUMP }
  DROP(1);`;

export const controlInstructions: readonly ComplexDefinition[] = [
  define("jump", "jump", "--", "Jumps forward", { terminal: true, code: "JUMP" }),
  define("jump_back", "jump", "--", "A loop's back-edge: a safepoint; caches: countdown to hot, trace id + 1", {
    caches: 2,
    terminal: true,
    code: `
      const countdown = CACHE(0);
      const cache = ip + 1;
      ip += ARG;
      if (countdown > 0 && !(REQUESTED)) {
        i32[cache] = countdown - 1;
        GOTO
      }
      ${SAVE_HERE}
      if (countdown <= 0 && loopIsHot(cache) === 0) RAISE
      REENTER`,
  }),
  define("jump_if_false", "jump", "c --", "Jumps if c is false", { code: conditional(false, "", "") }),
  define("jump_if_true", "jump", "c --", "Jumps if c is true", { code: conditional(true, "", "") }),
  define("jump_if_false_or_pop", "jump", "c --", "Jumps and keeps c if it is false, else drops it", {
    jumpPushes: 1,
    code: conditionalKeeping(false),
  }),
  define("jump_if_true_or_pop", "jump", "c --", "Jumps and keeps c if it is true, else drops it", {
    jumpPushes: 1,
    code: conditionalKeeping(true),
  }),
  define("jump_if_none", "jump", "c --", "Jumps if c is None", { code: `if (POP() === ${NONE}) JUMP` }),
  define("jump_if_not_none", "jump", "c --", "Jumps if c is not None", { code: `if (POP() !== ${NONE}) JUMP` }),
];
