/// The program of the thread that runs Python: puts it together as the settings say, and runs the request.

import { openSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Memory } from "@hotpy/memory";
import { createNodePlatform, Interrupts, readSource, startBackgroundThread } from "@hotpy/platform-node";
import type { Request } from "./arguments.js";
import { keptCode } from "./kept-code.js";
import { runRequest } from "./run.js";
import { createStats } from "./stats.js";
import type { TraceThreadData } from "./trace-maker.js";

export { makeModulesBy } from "@hotpy/memory";

/** What the process hands to the thread. */
export type ThreadData = Extract<Request, { kind: "run" }> & { readonly interrupts: SharedArrayBuffer };

/** Runs the request in a memory that is new; resolves to the exit code. */
export function run({ interrupts: buffer, ...request }: ThreadData, memory: Memory): Promise<number> {
  const { traceLog, stats } = request.settings;
  const log = traceLog === undefined ? undefined : openSync(traceLog, "w");
  const codeCache = keptCode(request, process.env, process.env.HOTPY_BUILD);
  const platform = { ...createNodePlatform(new Interrupts(buffer)), ...(codeCache === undefined ? {} : { codeCache }) };
  return runRequest(request, platform, readSource, {
    memory,
    // With one processor it would only take turns with this thread.
    ...(availableParallelism() > 1 ? { startTraceThread } : {}),
    executable: fileURLToPath(new URL("./main.js", import.meta.url)),
    ...(log === undefined ? {} : { log: (line) => void writeSync(log, `${line}\n`) }),
    ...(stats === undefined ? {} : { stats: createStats(stats) }),
  });
}

const startTraceThread = (data: TraceThreadData): ReturnType<typeof startBackgroundThread> =>
  startBackgroundThread(new URL("./trace-thread.js", import.meta.url), data);
