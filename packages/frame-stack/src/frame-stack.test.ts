import {
  type Address,
  NULL,
  reserveMemory,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_STACK_LIMIT,
  tagSmall,
} from "@hotpy/memory";
import {
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_UNCOUNTED,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_IP,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
} from "@hotpy/object-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createFrameStack,
  createStacks,
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
  type FrameStack,
  initialiseFrameStack,
  type Stack,
} from "./index.js";

const FUNCTION = 0x8888;

interface Fixture {
  frames: FrameStack;
  barriers: Address[];
  code(locals: number, stack: number, flags?: number): Address;
  /** Pushes a frame with NULL locals above the running one; NULL at the limits. */
  push(code: Address): Address;
  generator(code: Address, tail: number): Address;
  /** Pushes a word on the running frame's operand stack. */
  operand(word: number): void;
}

const memory = reserveMemory({ size: 256 * 1024 * 1024 });

/** An empty stack, in the memory that all tests share. */
function createFixture(): Fixture {
  memory.i32.fill(-1, memory.stack.start >>> 2, (memory.stack.start >>> 2) + 1000);
  const barriers: Address[] = [];
  initialiseFrameStack(memory);
  const frames = createFrameStack(memory, (object) => void barriers.push(object));
  let top = memory.heap.start;
  const fresh = (bytes: number): Address => {
    const object = top;
    top += (bytes + 7) & ~7;
    memory.i32.fill(0, object >>> 2, top >>> 2);
    return object;
  };
  const store = (object: Address, fields: [offset: number, word: number][]): Address => {
    for (const [offset, word] of fields) memory.i32[(object + offset) >>> 2] = word;
    return object;
  };
  return {
    frames,
    barriers,
    code: (locals, stack, flags = 0) =>
      store(fresh(56), [
        [CODE_FLAGS, flags],
        [CODE_START, 0x4000],
        [CODE_LOCALS, locals],
        [CODE_STACK, stack],
      ]),
    generator: (code, tail) =>
      store(fresh(GENERATOR_SLOTS + tail * 4), [
        [GENERATOR_CODE, code],
        [GENERATOR_FUNCTION, FUNCTION],
        [GENERATOR_USED, 0],
      ]),
    push(code) {
      const caller = current();
      const place = caller === NULL ? memory.stack.start : memory.i32[(caller + FRAME_SP) >>> 2];
      const frame = frames.enter(place, code, FUNCTION, memory.i32[(code + CODE_START) >>> 2], NULL);
      if (frame === NULL) return NULL;
      const end = frame + FRAME_SLOTS + 4 * memory.i32[(code + CODE_LOCALS) >>> 2];
      memory.i32.fill(NULL, (frame + FRAME_SLOTS) >>> 2, end >>> 2);
      memory.i32[(frame + FRAME_SP) >>> 2] = end;
      return frame;
    },
    operand(word) {
      const sp = (current() + FRAME_SP) >>> 2;
      memory.i32[memory.i32[sp] >>> 2] = word;
      memory.i32[sp] += 4;
    },
  };
}

const rootsOf = (): number[] => {
  const words: number[] = [];
  createStacks(memory).visitFrameRoots((start, end) => words.push(...memory.i32.subarray(start >>> 2, end >>> 2)));
  return words;
};

const current = (): Address => memory.i32[STATE_FRAME >>> 2];
const depth = (): number => memory.i32[(current() + FRAME_DEPTH) >>> 2];

test("the roots of a frame are its code, function, generator and slots", () => {
  const fixture = createFixture();
  const code = fixture.code(3, 4);
  const frame = fixture.push(code);
  expect(frame).toBe(memory.stack.start);
  expect(memory.i32[(frame + FRAME_IP) >>> 2]).toBe(0x4000);
  expect(rootsOf()).toEqual([code, FUNCTION, NULL, NULL, NULL, NULL]);
});

test("a callee's frame lies above its caller's, one deeper unless its code does not count", () => {
  const fixture = createFixture();
  const outer = fixture.push(fixture.code(2, 2));
  fixture.operand(tagSmall(7));
  const inner = fixture.push(fixture.code(1, 1));
  expect(inner).toBe(memory.i32[(outer + FRAME_SP) >>> 2]);
  expect(memory.i32[(inner + FRAME_PREVIOUS) >>> 2]).toBe(outer);
  expect(depth()).toBe(1);
  fixture.push(fixture.code(1, 1, CODE_UNCOUNTED));
  expect(depth()).toBe(1);
  fixture.push(fixture.code(1, 1));
  expect(depth()).toBe(2);
});

test("at the depth limit and the end of the stack nothing is changed", () => {
  const fixture = createFixture();
  const code = fixture.code(1, 1);
  memory.i32[STATE_DEPTH_LIMIT >>> 2] = 2;
  for (let i = 0; i < 3; i++) expect(fixture.push(code)).not.toBe(NULL);
  const top = current();
  expect(fixture.push(code)).toBe(NULL);
  expect([current(), depth()]).toEqual([top, 2]);

  memory.i32[STATE_DEPTH_LIMIT >>> 2] = 1e9;
  let frame = top;
  for (let next = top; next !== NULL; next = fixture.push(code)) frame = next;
  expect(frame + FRAME_SLOTS + 8).toBeLessThanOrEqual(memory.i32[STATE_STACK_LIMIT >>> 2]);
  expect(depth()).toBeGreaterThan(100_000);
});

test("a generator keeps its locals and operands over any sequence of yields", () => {
  const operands = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(operands, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 4 }),
      (yields, locals) => {
        const fixture = createFixture();
        const { frames, barriers } = fixture;
        const code = fixture.code(locals, 6);
        const generator = fixture.generator(code, locals + 6);
        const field = (offset: number): number => memory.i32[(generator + offset) >>> 2];
        const caller = fixture.push(fixture.code(0, 0));
        memory.i32[(fixture.push(code) + FRAME_GENERATOR) >>> 2] = generator;
        yields.forEach((values, i) => {
          const frame = current();
          memory.i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + locals * 4;
          for (const value of values) fixture.operand(tagSmall(value));
          memory.i32[(frame + FRAME_IP) >>> 2] = 0x6000 + i;
          frames.suspendGenerator();
          expect(current()).toBe(caller);
          expect(barriers.at(-1)).toBe(generator);
          expect(field(GENERATOR_STATE)).toBe(GENERATOR_SUSPENDED);
          const tail = [...memory.i32.subarray((generator + GENERATOR_SLOTS) >>> 2).subarray(0, locals + 6)];
          const used = field(GENERATOR_USED);
          expect(used).toBe(locals + values.length);
          expect(tail.slice(used).every((word) => word === NULL)).toBe(true);

          const resumed = frames.resumeGenerator(memory.i32[(caller + FRAME_SP) >>> 2], generator, 77);
          expect(field(GENERATOR_STATE)).toBe(GENERATOR_RUNNING);
          expect(field(GENERATOR_IP)).toBe(77);
          expect(memory.i32[(resumed + FRAME_GENERATOR) >>> 2]).toBe(generator);
          expect(memory.i32[(resumed + FRAME_CODE) >>> 2]).toBe(code);
          expect(memory.i32[(resumed + FRAME_FUNCTION) >>> 2]).toBe(FUNCTION);
          expect(memory.i32[(resumed + FRAME_IP) >>> 2]).toBe(0x6000 + i);
          const slots = memory.i32.subarray(
            (resumed + FRAME_SLOTS) >>> 2,
            memory.i32[(resumed + FRAME_SP) >>> 2] >>> 2,
          );
          expect([...slots]).toEqual(tail.slice(0, used));
        });
      },
    ),
  );
});

test("several stacks have their own frames, limits and roots, and give their places back", () => {
  const fixture = createFixture();
  const stacks = createStacks(memory);
  const code = fixture.code(1, 1);
  const first = fixture.push(code);
  const other = stacks.create(65536) as Stack;
  expect(other.limit).toBeLessThanOrEqual(memory.stack.end);
  expect(memory.i32[STATE_STACK_LIMIT >>> 2]).toBe(other.start);
  memory.i32.copyWithin(other.start >>> 2, first >>> 2, (first >>> 2) + 20);
  memory.i32[(other.start + FRAME_SP) >>> 2] = other.start + FRAME_SLOTS + 4;
  memory.i32[(other.start + FRAME_SLOTS) >>> 2] = tagSmall(77);
  other.frame = other.start;
  stacks.switchTo(other);
  expect([current(), memory.i32[STATE_STACK_LIMIT >>> 2]]).toEqual([other.start, other.limit]);
  const words: number[] = [];
  stacks.visitFrameRoots((start, end) => words.push(...memory.i32.subarray(start >>> 2, end >>> 2)));
  expect(words.filter((word) => word === code).length).toBe(2);
  expect(words).toContain(tagSmall(77));
  stacks.switchTo(stacks.first);
  expect(current()).toBe(first);
  stacks.release(other);
  expect(stacks.create(65536)?.start).toBe(other.start);
  expect(stacks.create(2 ** 30)).toBeUndefined();
});
