/// The program of the thread that makes traces, as the settings say.

import { wasmBackend } from "@hotpy/jit";
import type { MemoryMap } from "@hotpy/memory";
import { createTraceWorkshop } from "@hotpy/runtime";
import { passesOf } from "./passes-of.js";
import type { Settings } from "./settings.js";

/** What the thread that runs Python hands to this one. */
export interface TraceThreadData {
  readonly map: MemoryMap;
  readonly settings: Pick<Settings, "passes" | "step">;
}

/** What is done with each message. */
export const createMaker = ({ map, settings }: TraceThreadData): ReturnType<typeof createTraceWorkshop> =>
  createTraceWorkshop({ map, backend: wasmBackend, passes: passesOf(settings) });
