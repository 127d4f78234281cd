import { afterEach, expect, test, vi } from "vitest";
import {
  createHandles,
  DIGITS_BUFFER,
  EXIT_BUFFER,
  EXIT_BUFFER_SLOTS,
  EXPONENTIAL_TABLE,
  LIMBS_BUFFER,
  type Memory,
  POWERS_OF_TEN,
  type Region,
  reserveMemory,
  STATE_CONSTANTS_TOP,
  STATE_HANDLES_TOP,
  STATE_SIZE,
  TRACE_LIMIT,
  TRACE_VALID,
  TRIGONOMETRY_TABLE,
  TRUE,
} from "./index.js";

const MiB = 1024 * 1024;

afterEach(() => void vi.unstubAllGlobals());

/** Lets only memories up to a size be reserved; others fail as V8 lets them fail. */
function limitAddressSpace(bytes: number): number[] {
  const asked: number[] = [];
  const Real = WebAssembly.Memory;
  class Limited extends Real {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      asked.push(descriptor.initial * 65536);
      if (descriptor.initial * 65536 > bytes) throw new RangeError("could not allocate memory");
      super(descriptor);
    }
  }
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Memory: Limited });
  return asked;
}

const regionsOf = (memory: Memory): Region[] => [
  { start: 0, end: STATE_SIZE },
  memory.shapes,
  memory.handles,
  memory.constants,
  memory.exits,
  memory.stack,
  memory.immortal,
  memory.heap,
  memory.maps,
];

for (const size of [256 * MiB, 1024 * MiB, 4096 * MiB]) {
  test(`regions of ${size / MiB} MiB follow each other, cover everything and begin at pages`, () => {
    const memory = reserveMemory({ size });
    const regions = regionsOf(memory);
    expect(memory.size).toBe(size);
    expect(memory.wasm.buffer.byteLength).toBe(size);
    let at = 0;
    for (const region of regions) {
      expect(region.start).toBe(at);
      expect(region.start % 65536).toBe(0);
      expect(region.end).toBeGreaterThan(region.start);
      at = region.end;
    }
    // A page that is never used.
    expect(at).toBe(size - 65536);
    expect(memory.heap.end - memory.heap.start).toBeGreaterThanOrEqual(size / 2);
  });
}

test("the stack takes 100,000 frames of 100 words each in the default memory", () => {
  const { stack } = reserveMemory();
  expect(stack.end - stack.start).toBeGreaterThan(100_000 * 100 * 4);
});

test("all views show the same bytes, at the highest addresses too", () => {
  const memory = reserveMemory();
  const address = memory.size - 8;
  memory.f64[address >>> 3] = 1;
  expect(memory.i32[(address | 0) >>> 2]).toBe(0);
  expect(memory.i32[(address + 4) >>> 2]).toBe(0x3ff00000);
  expect(memory.u8[address + 7]).toBe(0x3f);
  expect(memory.u16[(address + 6) >>> 1]).toBe(0x3ff0);
  expect(memory.i64[address >>> 3]).toBe(0x3ff0000000000000n);
});

test("tables of the state block do not overlap", () => {
  expect(TRUE + 16).toBeLessThanOrEqual(EXIT_BUFFER);
  expect(EXIT_BUFFER + EXIT_BUFFER_SLOTS * 8).toBeLessThanOrEqual(TRIGONOMETRY_TABLE);
  expect(TRIGONOMETRY_TABLE + 24 + 27 * 32).toBeLessThanOrEqual(EXPONENTIAL_TABLE);
  expect(EXPONENTIAL_TABLE + 48 + 2 * 64 * 16).toBeLessThanOrEqual(TRACE_VALID);
  expect(TRACE_VALID + TRACE_LIMIT * 4).toBeLessThanOrEqual(POWERS_OF_TEN);
  expect(POWERS_OF_TEN + 667 * 16).toBeLessThanOrEqual(DIGITS_BUFFER);
  expect(LIMBS_BUFFER + 2048).toBeLessThanOrEqual(STATE_SIZE);
});

test("where address space is short, the reservation is halved until it fits", () => {
  const asked = limitAddressSpace(600 * MiB);
  expect(reserveMemory().size).toBe(512 * MiB);
  expect(asked.map((bytes) => bytes / MiB)).toEqual([4096, 2048, 1024, 512]);
});

test("where not even 256 MiB fit, the error says what to look at", () => {
  limitAddressSpace(64 * MiB);
  expect(() => reserveMemory()).toThrow(/256 MiB.*ulimit -v/);
});

test("other errors than a lack of space are not swallowed", () => {
  const Memory = (): never => {
    throw new TypeError("not what you think");
  };
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Memory });
  expect(() => reserveMemory()).toThrow(TypeError);
});

test("handles are a stack of words", () => {
  const memory = reserveMemory({ size: 256 * MiB });
  const handles = createHandles(memory);
  const outer = handles.push(8);
  const mark = handles.mark();
  const inner = handles.push(16);
  handles.set(outer, 24);
  expect([handles.get(outer), handles.get(inner)]).toEqual([24, 16]);
  expect(memory.i32[STATE_HANDLES_TOP >>> 2]).toBe(memory.handles.start + 8);
  handles.release(mark);
  expect(handles.push(32)).toBe(inner);
  expect(memory.i32[STATE_CONSTANTS_TOP >>> 2]).toBe(memory.constants.start);
});

test("handles that are never released end in an error", () => {
  const memory = reserveMemory({ size: 256 * MiB });
  const handles = createHandles(memory);
  expect(() => {
    for (;;) handles.push(8);
  }).toThrow(/release/);
});
