/// The thread that runs Python: puts it together as the settings say, runs the program, ends with its exit code.

import { openSync, writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { createNodePlatform, Interrupts, readSource } from "@hotpy/platform-node";
import type { Request } from "./arguments.js";
import { runRequest } from "./run.js";

type RunRequest = Extract<Request, { kind: "run" }>;

const { interrupts: buffer, ...request } = workerData as RunRequest & { interrupts: SharedArrayBuffer };
const interrupts = new Interrupts(buffer);
const { traceLog } = request.settings;
const log = traceLog === undefined ? undefined : openSync(traceLog, "w");
process.exit(await runRequest(request, createNodePlatform(interrupts), readSource, {
  interrupted: () => interrupts.take(),
  ...(log === undefined ? {} : { log: (line) => void writeSync(log, `${line}\n`) }),
}));
