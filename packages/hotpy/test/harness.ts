import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reserveMemory } from "@hotpy/memory";
import { createNodePlatform } from "@hotpy/platform-node";
import { createMemoryCodeCache, SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import type { Platform } from "@hotpy/runtime";
import type { Channel, Request } from "@hotpy/supervisor";
import { runRequest } from "../src/run.js";
import { defaultSettings, type Settings } from "../src/settings.js";
import { createMaker, type TraceThreadData } from "../src/trace-maker.js";

const PROGRAMS = fileURLToPath(new URL("../programs/", import.meta.url));

/** What a program did. */
export interface Behaviour {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Times that is asked for a reply until it is there. */
const DELAY = 3;

/** In place of a thread that makes traces: what it would do, in this one, and as late. */
function startTraceThread(data: TraceThreadData): Channel {
  const make = createMaker(data);
  const replies: object[] = [];
  let asked = 0;
  return {
    isReady: () => true,
    send(message) {
      const reply = make(structuredClone(message) as Request);
      if (reply === undefined) return;
      const code = "code" in reply ? { code: reply.code } : {};
      replies.push({ ...structuredClone({ ...reply, code: undefined }), ...code });
    },
    receive() {
      if (replies.length === 0 || ++asked < DELAY) return undefined;
      asked = 0;
      return replies.shift();
    },
  };
}

const { files, system, systemCalls, compression, sqlite, sleep } = createNodePlatform();

/** As users have one: builtins and modules are compiled once in a process of tests, not once for each program. */
const codeCache = createMemoryCodeCache();

/** Room for a test's program: V8 keeps dropped memories for a while, so tests ask for little. */
const MEMORY_BYTES = 512 * 1024 * 1024;

/**
 * Runs a program in this thread, with its output caught. `log` takes the lines of the trace log, `onOutput` standard
 * output as it is written: all that there is where HotPy itself throws. `given` is what else the platform has.
 */
export async function runProgram(
  path: string,
  settings: Partial<Settings> = {},
  log?: (line: string) => void,
  onOutput?: (text: string) => void,
  given: Partial<Platform> = {},
): Promise<Behaviour> {
  const written: { 1: Uint8Array[]; 2: Uint8Array[] } = { 1: [], 2: [] };
  const platform: Platform = {
    ...SILENT_PLATFORM,
    write: (descriptor, bytes) => {
      written[descriptor].push(bytes.slice());
      if (descriptor === 1) onOutput?.(Buffer.from(bytes).toString("utf8"));
    },
    time: () => Date.now() / 1000,
    monotonic: () => process.hrtime.bigint(),
    processTime: () => process.hrtime.bigint(),
    readFile: (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined),
    files,
    sleep,
    ...(system === undefined ? {} : { system }),
    ...(systemCalls === undefined ? {} : { systemCalls }),
    ...(compression === undefined ? {} : { compression }),
    ...(sqlite === undefined ? {} : { sqlite }),
    name: "linux",
    codeCache,
    ...given,
  };
  const request = {
    kind: "run",
    source: { kind: "file", path },
    argv: [path],
    commandLine: [path],
    settings: { ...defaultSettings(), deterministic: true, ...settings },
    flags: {},
    warnings: [],
  } as const;
  const code = await runRequest(request, platform, (file) => readFileSync(file), {
    memory: reserveMemory({ size: MEMORY_BYTES }),
    startTraceThread,
    ...(log === undefined ? {} : { log }),
  });
  const text = (chunks: readonly Uint8Array[]): string => Buffer.concat(chunks).toString("utf8");
  const err = text(written[2])
    .replaceAll(PROGRAMS, "")
    .replaceAll(/ at 0x[0-9a-f]+>/g, " at 0x0>");
  return { out: text(written[1]), err, code };
}

/** Names of the recorded programs that must do what they do in CPython. */
export function programNames(): string[] {
  return readdirSync(PROGRAMS).flatMap((file) => {
    if (file.endsWith(".py")) return [file.slice(0, -3)];
    return existsSync(join(PROGRAMS, file, "main.py")) ? [file] : [];
  });
}

/** The file of a program, or the one to run where it has several in a folder. */
export function programPath(name: string): string {
  const path = join(PROGRAMS, `${name}.py`);
  return existsSync(path) ? path : join(PROGRAMS, name, "main.py");
}

/** What CPython did with a program of `programs/`, as record-programs.py has left it. */
export function recorded(name: string): Behaviour {
  const read = (suffix: string): string => {
    const file = join(PROGRAMS, `${name}.${suffix}`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return { out: read("out"), err: read("err"), code: Number(read("exit") || 0) };
}
