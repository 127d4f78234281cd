import { createDicts } from "@hotpy/dict";
import { createFrameStack, createStacks, initialiseFrameStack } from "@hotpy/frame-stack";
import { createWeakReferences, type Heap } from "@hotpy/gc";
import { createHandles, type Memory } from "@hotpy/memory";
import { createFloats, createIntegers, createObjectKernel, createStrings, type ShapeTable } from "@hotpy/object-model";
import type { Storage } from "../context.js";
import type { Execution } from "../execution.js";
import { createForward } from "../forward.js";
import { createInterrupts } from "../interrupts.js";
import { createPythonKernel } from "../kernel.js";
import { interruptsOf, type Platform } from "../platform.js";
import { createThreads } from "../threads/threads.js";

/** What the first stage is made from. */
export interface StorageOptions {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly shapes: ShapeTable;
  readonly platform: Platform;
  readonly hashSeed?: number;
}

export function createStorage(
  { memory, heap, shapes, platform: given, hashSeed = 0 }: StorageOptions,
  execution: () => Execution,
): Storage {
  initialiseFrameStack(memory);
  const stacks = createStacks(memory);
  heap.bind({ visitRoots: stacks.visitFrameRoots });
  const threads = createThreads(memory, stacks, given);
  const interrupts = createInterrupts(memory, given, threads);
  const { platform, uninterrupted } = interrupts;
  const forward = createForward();
  const raiseMemoryError = (): void => forward.raiseMemoryError();
  const kernel = createObjectKernel(memory, heap, interruptsOf(platform));
  const pythonKernel = createPythonKernel(memory, heap, interruptsOf(platform));
  const strings = createStrings(memory, heap, kernel, { hashSeed });
  const frames = createFrameStack(memory, heap.barrier);
  const dicts = createDicts(memory, heap, {
    hash: (key) => forward.hashOfKey(key),
    equals: (stored, key) => forward.equalKeys(stored, key),
    leafHash: pythonKernel.dictHash,
    leafEquals: pythonKernel.equalsPlain,
    outOfMemory: raiseMemoryError,
    watched: (dict, key) => execution().dictChanged(dict, key),
  });
  return {
    memory,
    heap,
    shapes,
    platform,
    uninterrupted,
    interrupts,
    handles: createHandles(memory),
    weakReferences: createWeakReferences(heap),
    kernel,
    pythonKernel,
    strings,
    integers: createIntegers(memory, kernel, raiseMemoryError),
    floats: createFloats(memory, heap),
    dicts,
    frames,
    threads,
    name: strings.internJS,
    execution,
    forward,
  };
}
