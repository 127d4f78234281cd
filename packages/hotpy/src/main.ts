#!/usr/bin/env node
/// The process: reads the arguments, owns the signals; Python runs in a thread (worker.ts). Bundled as a script: Node.js loads modules of the
/// other kind in twice the time.

import { fileURLToPath } from "node:url";
import { endBySignal, INTERRUPTED, runInThread } from "@hotpy/platform-node";
import { parseArguments, type Request } from "./arguments.js";
import { restrainEngineThreads } from "./engine-threads.js";
import { createReadingAhead } from "./read-ahead.js";
import { OptionError } from "./settings.js";

/** What the thread reads at each start, in this order. */
const FIRST_FILES = ["vm.cjs", "vm.cjs.cache", "wasm.cache"];

const USAGE_ERROR = 2;
const INTERNAL_ERROR = 70;

function readRequest(): Request {
  try {
    return parseArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`hotpy: ${error.message}`);
    process.exit(USAGE_ERROR);
  }
}

/** The launcher, `hotpy` of the repository, hides this variable from Node.js, which would read the certificates at each start. */
function restoreEnvironment({ env }: NodeJS.Process): void {
  const { HOTPY_EXTRA_CA_CERTS: hidden } = env;
  if (hidden === undefined) return;
  env.NODE_EXTRA_CA_CERTS ??= hidden;
  delete env.HOTPY_EXTRA_CA_CERTS;
}

async function main(): Promise<void> {
  restoreEnvironment(process);
  const request = readRequest();
  if (request.kind === "print") {
    console.log(request.text);
    return;
  }
  restrainEngineThreads();
  const ahead = createReadingAhead(fileURLToPath(new URL(".", import.meta.url)), FIRST_FILES);
  const ended = runInThread(new URL("./worker.js", import.meta.url), { ...request, ahead: ahead.files });
  ahead.read();
  const code = await ended.catch((error: Error) => {
    // A fault of ours, not of the program: its stack is for us.
    console.error(`hotpy: internal error: ${process.env.HOTPY_DEBUG === undefined ? error.message : error.stack}`);
    return INTERNAL_ERROR;
  });
  if (code === INTERRUPTED) endBySignal("SIGINT");
  process.exit(code);
}

void main();
