import { escapeAnalysis } from "@hotpy/escape-analysis";
import { loopPeeling } from "@hotpy/loop-peeling";
import { specialiser } from "@hotpy/specialiser";
import type { Pass } from "@hotpy/trace";

/** The passes of a trace, in order. */
export const STANDARD_PASSES: readonly Pass[] = [specialiser, loopPeeling, specialiser, escapeAnalysis, specialiser];
