import { FALSE, NONE, TRUE } from "@hotpy/memory";
import {
  createFloats,
  createIntegers,
  createObjectKernel,
  createStrings,
  headerWord,
  SHAPE_BOOL,
  SHAPE_NONE,
} from "@hotpy/object-model";
import { createTestHeap } from "@hotpy/object-model/testing";
import { createPythonKernel } from "../src/kernel.js";

/** A heap with what makes numbers, strings and the singletons, and the kernels that work on them; without types or a realm. */
export function createPlainValues() {
  const { memory, allocator } = createTestHeap();
  for (const [word, shape] of [
    [TRUE, SHAPE_BOOL],
    [FALSE, SHAPE_BOOL],
    [NONE, SHAPE_NONE],
  ])
    memory.i32[word >>> 2] = headerWord(shape);
  const kernel = createObjectKernel(memory, allocator);
  return {
    memory,
    allocator,
    kernel,
    pythonKernel: createPythonKernel(memory, allocator),
    strings: createStrings(memory, allocator, kernel),
    floats: createFloats(memory, allocator),
    integers: createIntegers(memory, kernel, () => {
      throw new Error("no memory");
    }),
  };
}
