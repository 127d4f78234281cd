import { createDicts, type Dicts } from "@hotpy/dict";
import { createHeap, generational, type Heap } from "@hotpy/gc";
import { createHandles, type Handles, isSmall, type Memory, reserveMemory, type Word } from "@hotpy/memory";
import {
  createFloats,
  createObjectKernel,
  createShapeTable,
  createStrings,
  type ObjectKernel,
  type Strings,
} from "@hotpy/object-model";
import { UNDECIDED } from "../src/helpers/helper-function.js";
import { createHelperModule } from "../src/helpers/helper-module.js";
import { KIT_HELPERS } from "../src/helpers/kit-helpers.js";

/** Heap, strings and dicts of the kit with the helper module over them; the "language" adds floats, where 1.0 equals 1. */
export interface HelperFixture {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly kernel: ObjectKernel;
  readonly strings: Strings;
  readonly dicts: Dicts;
  /** How often fast paths have decided, and how often not. */
  readonly count: { decided: number; undecided: number };
  /** Calls a fast path; undefined: it left the decision open. */
  call(name: string, ...args: readonly number[]): number | undefined;
  float(value: number): Word;
}

export function createHelperFixture(): HelperFixture {
  const memory = reserveMemory({ size: 512 * 1024 * 1024 });
  createShapeTable(memory);
  const heap = createHeap(memory, generational);
  const kernel = createObjectKernel(memory, heap);
  const strings = createStrings(memory, heap, kernel, { hashSeed: 0x1234567 });
  const floats = createFloats(memory, heap);
  const numberOf = (word: Word): number => {
    if (isSmall(word)) return word >> 1;
    return floats.isFloat(word) ? floats.value(word) : Number.NaN;
  };
  const dicts = createDicts(memory, heap, {
    hash: (key) => (strings.isString(key) ? strings.hash(key) : Math.abs(numberOf(key)) | 0),
    equals: (stored, key) => (numberOf(stored) === numberOf(key) ? 1 : 0),
    watched: () => {},
    outOfMemory() {
      throw new Error("no memory");
    },
  });
  const module = createHelperModule(memory, KIT_HELPERS);
  const count = { decided: 0, undecided: 0 };
  return {
    memory,
    heap,
    kernel,
    strings,
    dicts,
    count,
    handles: createHandles(memory),
    call(name, ...args) {
      const result = module.function(name)(...args) as number;
      if (result === UNDECIDED) count.undecided++;
      else count.decided++;
      return result === UNDECIDED ? undefined : result;
    },
    float: floats.create,
  };
}
