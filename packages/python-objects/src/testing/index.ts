import { createInstructionSet, type InstructionSet } from "@hotpy/bytecode";
import { NULL } from "@hotpy/memory";
import type { Execution } from "../execution.js";
import type { CodeCache, Platform } from "../platform.js";

/** A platform without files, input or environment, whose clocks stand still and whose output goes nowhere. */
export const SILENT_PLATFORM: Platform = {
  write: () => {},
  readLine: () => "",
  time: () => 0,
  monotonic: () => 0n,
  processTime: () => 0n,
  sleep: () => true,
  randomBytes: (bytes) => void bytes.fill(7),
  readFile: () => undefined,
  environment: {},
  name: "test",
};

/** A cache of compiled code that lasts as long as its process. */
export interface MemoryCodeCache extends CodeCache {
  /** What is kept, by the bytes of its source as characters. */
  readonly kept: Map<string, Uint8Array>;
  /** How often something was found. */
  hits: number;
}

export function createMemoryCodeCache(): MemoryCodeCache {
  const kept = new Map<string, Uint8Array>();
  const bytes = new TextDecoder("latin1");
  const textOf = (source: Uint8Array): string => bytes.decode(source);
  const cache: MemoryCodeCache = {
    kept,
    hits: 0,
    find(source) {
      const found = kept.get(textOf(source));
      if (found !== undefined) cache.hits++;
      return found;
    },
    keep: (source, code) => void kept.set(textOf(source), code),
  };
  return cache;
}

/** A silent platform that keeps what programs write, on both streams, in order. */
export interface CapturingPlatform extends Platform {
  /** All that has been written. */
  text(): string;
}

export function createCapturingPlatform(): CapturingPlatform {
  const decoder = new TextDecoder();
  let text = "";
  return { ...SILENT_PLATFORM, write: (_, bytes) => void (text += decoder.decode(bytes)), text: () => text };
}

/** For contexts in which no code runs: natives are called from TypeScript. */
export const NO_EXECUTION: Execution = {
  loop() {
    throw new Error("there is no interpreter loop here");
  },
  hooks: {
    loopThreshold: 1,
    functionThreshold: 1,
    loopHot: () => true,
    functionHot: () => true,
    enterLoopTrace: () => true,
    enterFunctionTrace: () => NULL,
  },
  codeLoaded: () => {},
  functionChanged: () => {},
  typeChanged: () => {},
  typeHides: () => {},
  dictChanged: () => {},
  exceptionShown: () => {},
  exceptionIgnored: () => {},
};

/** Instructions of which only names and numbers count; no loop runs them. */
export function instructionsNamed(...names: readonly string[]): InstructionSet {
  const rest = { operand: "none", pops: 0, pushes: 0, caches: 0, meaning: "", code: "" } as const;
  return createInstructionSet(names.map((name) => ({ name, ...rest })));
}
