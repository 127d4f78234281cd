export { serveMessages, startBackgroundThread } from "./background-thread.js";
export { type CodeCacheOptions, createCodeCache } from "./code-cache.js";
export { Interrupts } from "./interrupts.js";
export { LineReader } from "./line-reader.js";
export { createNodePlatform, readSource } from "./platform.js";
export { endBySignal, INTERRUPTED, runInThread } from "./thread.js";
