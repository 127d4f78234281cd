import type { LoopTail } from "@hotpy/interpreter";
import type { LoopOperation } from "@hotpy/python-objects";
import { deliver } from "../iteration.js";
import { binaryOther, boxFloat } from "./arithmetic.js";
import { attempt } from "./attempt.js";
import { attributeTails } from "./attributes.js";
import { callTail } from "./call.js";
import { compareJump, compareSlow } from "./comparison.js";
import { dictAccess } from "./dict-access.js";
import { loadGlobalAgain } from "./globals.js";
import { specialMethodTails } from "./special-methods.js";

/** Ends that instructions share; `call` does these operations in place of natives. A text goes to any of them, a tail to those before it. */
export const pythonTails = (operations: readonly LoopOperation[]): readonly LoopTail[] => [
  {
    name: "remember_old",
    parameters: { old: "i32", after: "i32" },
    caches: 0,
    code: "remember(old);\nip = after;\nGOTO",
  },
  boxFloat,
  dictAccess,
  callTail(operations),
  attempt,
  loadGlobalAgain,
  binaryOther,
  ...attributeTails,
  ...specialMethodTails,
  { name: "deliver", parameters: { item: "i32" }, caches: 4, code: deliver("item") },
  compareSlow,
  compareJump,
];
