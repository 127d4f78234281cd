import { FLOAT_OPS } from "./float-ops.js";
import { INTEGER_OPS } from "./integer-ops.js";
import type { Lowerings } from "./lowering.js";
import { MEMORY_OPS } from "./memory-ops.js";
import { WORD_OPS } from "./word-ops.js";

/** How each core instruction becomes LIR. The type makes the table complete. */
export const LOWER: Lowerings = { ...WORD_OPS, ...INTEGER_OPS, ...FLOAT_OPS, ...MEMORY_OPS };
