import { HeapExhausted } from "@hotpy/memory";
import { beforeEach, describe, expect, test } from "vitest";
import { createIntegers, createObjectKernel } from "./index.js";
import { createTestHeap } from "./testing/index.js";

/// What a kernel's imports throw does not cross its frames.

const heap = createTestHeap();
const { memory, allocator } = heap;
beforeEach(heap.reset);

/** A kernel whose heap has no chunk, and throws where it is asked for one. */
function kernelThatThrows(thrown: unknown): ReturnType<typeof createObjectKernel> {
  const fail = (): never => {
    throw thrown;
  };
  return createObjectKernel(memory, { ...allocator, allocate: (_bytes: number) => fail() }, fail);
}

/** 2 to the power of 100, whose product with itself needs memory. */
const operand = (): number =>
  createIntegers(memory, createObjectKernel(memory, allocator), () => {}).fromBigInt(2n ** 100n);

describe("an import of a kernel throws", () => {
  test("that there is no memory: the kernel says so, and nothing is carried", () => {
    const word = operand();
    expect(kernelThatThrows(new HeapExhausted(16)).multiplyIntegers(word, word)).toBe(0);
    expect(memory.faults.carried).toBeUndefined();
  });

  test("a fault: it is carried, and thrown outside", () => {
    const word = operand();
    const fault = new TypeError("a fault of ours");
    expect(kernelThatThrows(fault).multiplyIntegers(word, word)).toBe(0);
    expect(memory.faults.carried).toBe(fault);
    expect(memory.faults.check).toThrow(fault);
    expect(memory.faults.check).not.toThrow();
  });
});
