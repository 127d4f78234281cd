/// Python for programs written in JavaScript.

import { createNodePlatform } from "@hotpy/platform-node";
import { type Bridge, connect } from "@hotpy/python-javascript";
import {
  createTracing,
  createPython as createVm,
  type Platform,
  type PythonOptions,
  wasmBackend,
} from "@hotpy/runtime";
import { installAllModules } from "./modules.js";
import { searchPath } from "./search-path.js";
import { defaultSettings } from "./settings.js";

/** How a Python for JavaScript is made. Everything has a default. */
export interface EmbeddingOptions {
  /** Takes what is printed; default: the process's standard output. */
  readonly stdout?: (text: string) => void;
  /** Takes what goes to standard error; default: the process's. */
  readonly stderr?: (text: string) => void;
  /** Gives a line of input with its newline, or "" at the end; default: the process's standard input. */
  readonly stdin?: () => string;
  /** `sys.argv`; default `[""]`. */
  readonly argv?: readonly string[];
  /** Directories and zip archives of modules, before the standard library. */
  readonly path?: readonly string[];
  /** Directory or zip archive of the sources of Python 3.11's standard library; default: looked for in the usual places. */
  readonly stdlib?: string;
  /** Whether hot code is compiled; default true. */
  readonly jit?: boolean;
  /** Bytes that the heap may take at most. */
  readonly heapLimit?: number;
  /** Environment variables; default: those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A Python of its own, with a memory of its own, in this thread. While it runs, JavaScript waits; a worker for each lets several run
 * side by side.
 */
export function createPython(options: EmbeddingOptions = {}): Bridge {
  const { argv = [""], path = [], stdlib, jit = true, heapLimit } = options;
  const platform = platformFor(options);
  const settings = { ...defaultSettings(), stdlib };
  const vm: PythonOptions = {
    platform,
    modules(_, builtins) {
      const found = searchPath({ source: { kind: "command", text: "" }, settings, flags: { I: 1 } }, platform);
      installAllModules(builtins, { argv, executable: "", ...found, path: [...path, ...(found.path ?? [])] });
    },
    ...(jit ? { tracing: (context, step) => createTracing(context, step, { backend: wasmBackend }) } : {}),
    ...(heapLimit === undefined ? {} : { heap: { hardLimit: heapLimit } }),
  };
  return connect(createVm(vm));
}

function platformFor({ stdout, stderr, stdin, environment }: EmbeddingOptions): Platform {
  const node = createNodePlatform();
  const taken = [stdout, stderr];
  // A character may be divided among two writes.
  const decoders = [new TextDecoder(), new TextDecoder()];
  return {
    ...node,
    write(descriptor, bytes) {
      const take = taken[descriptor - 1];
      if (take === undefined) node.write(descriptor, bytes);
      else take(decoders[descriptor - 1].decode(bytes, { stream: true }));
    },
    ...(stdin === undefined ? {} : { readLine: stdin }),
    ...(environment === undefined ? {} : { environment }),
  };
}
