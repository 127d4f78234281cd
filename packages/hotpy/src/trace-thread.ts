/// The thread that makes traces. What it runs, trace-maker.ts, is bundled apart, as a script whose compiled code is kept.

import { fileURLToPath } from "node:url";
import { serveMessages } from "@hotpy/platform-node";
import { runScripts } from "./scripts.js";
import type * as TraceMaker from "./trace-maker.js";

/** Traces after which most of the program has been compiled by V8. */
const MOST_IS_COMPILED = 30;

serveMessages((data: TraceMaker.TraceThreadData) => {
  const program = runScripts<typeof TraceMaker>(fileURLToPath(new URL(".", import.meta.url)), "trace-maker.cjs");
  const make = program.exports.createMaker(data);
  let made = 0;
  return (request: Parameters<typeof make>[0]) => {
    // The thread ends without notice.
    if (made++ === MOST_IS_COMPILED) setImmediate(program.save);
    return make(request);
  };
});
