import { type Address, NULL, reserveMemory, STATE_STACK_LIMIT, tagSmall } from "@hotpy/memory";
import {
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
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
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_SLOTS,
  FRAME_SP,
  type FrameStack,
} from "./index.js";

const FUNCTION = 0x8888;

interface Fixture {
  frames: FrameStack;
  barriers: Address[];
  code(locals: number, stack: number): Address;
  generator(code: Address, tail: number): Address;
  /** Pushes a word on the running frame's operand stack. */
  operand(word: number): void;
}

const memory = reserveMemory({ size: 256 * 1024 * 1024 });

/** An empty stack, in the memory that all tests share. */
function createFixture(): Fixture {
  memory.i32.fill(-1, memory.stack.start >>> 2, (memory.stack.start >>> 2) + 1000);
  const barriers: Address[] = [];
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
    code: (locals, stack) =>
      store(fresh(56), [
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
    operand(word) {
      const sp = (frames.current() + FRAME_SP) >>> 2;
      memory.i32[memory.i32[sp] >>> 2] = word;
      memory.i32[sp] += 4;
    },
  };
}

const rootsOf = ({ frames }: Fixture): number[] => {
  const words: number[] = [];
  frames.visitFrameRoots((start, end) => words.push(...memory.i32.subarray(start >>> 2, end >>> 2)));
  return words;
};

test("a pushed frame has NULL locals and an empty operand stack, whatever was there", () => {
  const fixture = createFixture();
  const { frames } = fixture;
  const code = fixture.code(3, 4);
  const frame = frames.push(code, FUNCTION);
  expect(frame).toBe(memory.stack.start);
  expect(memory.i32[(frame + FRAME_SP) >>> 2]).toBe(frame + FRAME_SLOTS + 12);
  expect(memory.i32[(frame + FRAME_IP) >>> 2]).toBe(0x4000);
  expect(rootsOf(fixture)).toEqual([code, FUNCTION, NULL, NULL, NULL, NULL]);
});

test("a callee's frame begins at its caller's stack pointer", () => {
  const fixture = createFixture();
  const { frames } = fixture;
  const outer = frames.push(fixture.code(2, 2), FUNCTION);
  fixture.operand(tagSmall(7));
  const inner = frames.push(fixture.code(1, 1), FUNCTION);
  expect(inner).toBe(memory.i32[(outer + FRAME_SP) >>> 2]);
  expect(frames.depth()).toBe(2);
  frames.pop();
  expect(frames.current()).toBe(outer);
  frames.pop();
  expect([frames.current(), frames.depth()]).toEqual([NULL, 0]);
});

test("the depth limit and the end of the stack answer NULL and change nothing", () => {
  const fixture = createFixture();
  const { frames } = fixture;
  const code = fixture.code(1, 1);
  frames.setDepthLimit(2);
  for (let i = 0; i < 3; i++) expect(frames.push(code, FUNCTION)).not.toBe(NULL);
  const top = frames.current();
  expect(frames.push(code, FUNCTION)).toBe(NULL);
  expect([frames.current(), frames.depth()]).toEqual([top, 3]);

  frames.setDepthLimit(1e9);
  let frame = top;
  for (let next = top; next !== NULL; next = frames.push(code, FUNCTION)) frame = next;
  const end = memory.i32[STATE_STACK_LIMIT >>> 2];
  expect(frame + FRAME_SLOTS + 8).toBeLessThanOrEqual(end);
  expect(frames.depth()).toBeGreaterThan(100_000);
});

test("walk goes outwards and stops when told to", () => {
  const fixture = createFixture();
  const { frames } = fixture;
  const codes = [fixture.code(0, 0), fixture.code(1, 0), fixture.code(2, 0)];
  codes.forEach((code, i) => {
    memory.i32[(frames.push(code, FUNCTION) + FRAME_IP) >>> 2] = 0x5000 + i;
  });
  const seen: [number, number][] = [];
  frames.walk((_, code, ip) => {
    seen.push([code, ip]);
    return seen.length < 2;
  });
  expect(seen).toEqual([
    [codes[2], 0x5002],
    [codes[1], 0x5001],
  ]);
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
        frames.push(fixture.code(0, 0), FUNCTION);
        const caller = frames.current();
        frames.push(code, FUNCTION);
        yields.forEach((values, i) => {
          const frame = frames.current();
          memory.i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + locals * 4;
          for (const value of values) fixture.operand(tagSmall(value));
          memory.i32[(frame + FRAME_IP) >>> 2] = 0x6000 + i;
          frames.saveToGenerator(generator);
          frames.pop();
          expect(frames.current()).toBe(caller);
          expect(barriers.at(-1)).toBe(generator);
          expect(field(GENERATOR_STATE)).toBe(GENERATOR_SUSPENDED);
          const tail = [...memory.i32.subarray((generator + GENERATOR_SLOTS) >>> 2).subarray(0, locals + 6)];
          const used = field(GENERATOR_USED);
          expect(used).toBe(locals + values.length);
          expect(tail.slice(used).every((word) => word === NULL)).toBe(true);

          const resumed = frames.resumeGenerator(generator);
          expect(field(GENERATOR_STATE)).toBe(GENERATOR_RUNNING);
          expect(field(GENERATOR_IP)).toBe(0x6000 + i);
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
