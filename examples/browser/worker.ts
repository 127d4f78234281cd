/// All the Python there is to the page: runs one program, with the built-in backend, and posts what it writes.

import { createBrowserPlatform } from "@hotpy/platform-browser";
import { createPython, createTracing, installModules, NotImplementedByHotPy, wasmBackend } from "@hotpy/runtime";

const FILENAME = "program.py";

addEventListener("message", ({ data: source }: MessageEvent<string>) => {
  const start = performance.now();
  const code = run(source);
  postMessage({ kind: "end", code, milliseconds: performance.now() - start });
});

function run(source: string): number {
  const write = (_: 1 | 2, text: string): void => postMessage({ kind: "text", text });
  const python = createPython({
    platform: createBrowserPlatform({ write, files: { [FILENAME]: source } }),
    modules: (_, builtins) => installModules(builtins, { argv: [FILENAME] }),
    tracing: (context, step) => createTracing(context, step, { backend: wasmBackend }),
  });
  try {
    return python.run(source, FILENAME).status;
  } catch (error) {
    if (!(error instanceof NotImplementedByHotPy)) throw error;
    write(2, `hotpy: not implemented: ${error.feature}\n`);
    return 70;
  }
}
