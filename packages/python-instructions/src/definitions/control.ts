import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { NONE } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import { define } from "./define.js";

/** Writes the *present* instruction's address to the frame: it is executed again when `__bool__` has returned. */
const SAVE_HERE = `i32[fp + ${FRAME_IP >>> 2}] = ip << 2; i32[fp + ${FRAME_SP >>> 2}] = sp << 2;`;

/** Decides by the truth of `c`, unless that has to be asked for out of line. */
const decided = (jumpIf: boolean, jump: string, pass: string): string => {
  const [jumps, passes] = jumpIf ? ["TRUE_WORD", "FALSE_WORD"] : ["FALSE_WORD", "TRUE_WORD"];
  return `
  if (c === ${jumps}${jumpIf ? "" : ` || c === ${NONE}`}) { ${jump} }
  if (c === ${passes}${jumpIf ? ` || c === ${NONE}` : ""}) { ${pass} }
  if ((c & 1) !== 0) { if ((c !== 1) === ${jumpIf}) { ${jump} } else { ${pass} } }
  const known = truthWord(c);
  if (known !== ${UNDECIDED}) { if (known === ${jumps}) { ${jump} } else { ${pass} } }`;
};

const conditional = (jumpIf: boolean): string => `
  const c = POP();
  ${decided(jumpIf, "JUMP", "NEXT")}
  ${SAVE_HERE}
  CHECK(truth(c))
  if (result === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) JUMP`;

/** The same for what keeps its operand: a truth that runs code is decided on a copy, with the operand kept below. */
const conditionalKeeping = (jumpIf: boolean): string => `
  const c = TOP(1);
  ${decided(jumpIf, "JUMP", "DROP(1); NEXT")}
  SAVE
  CHECK(truthNow(c))
  if (result === ${jumpIf ? "TRUE_WORD" : "FALSE_WORD"}) JUMP
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
  define("jump_if_false", "jump", "c --", "Jumps if c is false", { code: conditional(false) }),
  define("jump_if_true", "jump", "c --", "Jumps if c is true", { code: conditional(true) }),
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
