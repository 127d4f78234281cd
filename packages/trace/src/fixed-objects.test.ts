import { reserveMemory, tagSmall } from "@hotpy/memory";
import { CODE_ARGUMENTS, CODE_LOCALS, CODE_START, headerWord, SHAPE_TUPLE } from "@hotpy/object-model";
import { beforeEach, expect, test } from "vitest";
import { createFixedObjects, ToldObjects, tellObjects } from "./fixed-objects.js";
import { parseTrace } from "./text/parse.js";

const memory = reserveMemory({ size: 256 * 1024 * 1024 });
const { i32, immortal, heap, constants } = memory;
const objects = createFixedObjects(memory);
const CODE = immortal.start;
const FIXED = immortal.start + 256;
const MOVING = heap.start + 64;

beforeEach(() => {
  i32[(CODE + CODE_START) >>> 2] = CODE + 128;
  i32[(CODE + CODE_LOCALS) >>> 2] = 3;
  i32[(CODE + CODE_ARGUMENTS) >>> 2] = 1;
  for (const object of [FIXED, MOVING]) {
    i32[object >>> 2] = headerWord(SHAPE_TUPLE);
    i32.set([tagSmall(7), MOVING, FIXED], (object + 8) >>> 2);
  }
  i32[(constants.start >>> 2) + 5] = MOVING;
});

const trace = parseTrace(`trace 1 loop at code#${CODE}+24
constants: 5
inputs:
  %0: word = slot 0
prologue:
  %1: word = const_object 5
  %2: word = load_word %1 [8 fixed.test.a]
  %3: word = load_word %1 [12 fixed.test.b]
  %4: word = load_word %1 [16 fixed.test.c]
  %5: word = load_word %4 [8 fixed.test.a]
  %6: word = load_word %4 [12 test.changes]
  guard_same %0 ${FIXED} @0
  %7: word = load_word %0 [16 fixed.test.c]
end: return %0
snapshots:
  @0 resume [code#${CODE}+24 %0]
`);

test("fields that never change are read, but for words that may move", () => {
  expect(objects.field("load_word", FIXED, 8)).toBe(tagSmall(7));
  expect(objects.field("load_word", FIXED, 12)).toBeUndefined();
  expect(objects.fieldOfConstant("load_word", 5, 16)).toBe(FIXED);
});

test("what a trace names is told: shapes, code, and the fields that it loads, also of what it has loaded", () => {
  const told = new ToldObjects();
  told.learn(structuredClone(tellObjects(trace, objects)));
  expect(told.shapeOf(FIXED)).toBe(SHAPE_TUPLE);
  expect(told.code(CODE)).toEqual({ start: CODE + 128, locals: 3, arguments: 1 });
  expect(told.fieldOfConstant("load_word", 5, 8)).toBe(tagSmall(7));
  expect(told.fieldOfConstant("load_word", 5, 12)).toBeUndefined();
  expect(told.field("load_word", FIXED, 8)).toBe(tagSmall(7));
  expect(told.field("load_word", FIXED, 16)).toBe(FIXED);
  // One that may change is not.
  expect(told.field("load_word", FIXED, 12)).toBeUndefined();
});

test("what has not been told is not known", () => {
  const told = new ToldObjects();
  expect(told.shapeOf(FIXED)).toBe(0);
  expect(told.field("load_word", FIXED, 8)).toBeUndefined();
  expect(() => told.code(CODE)).toThrow("nothing has been told");
});

test("a position of the table of constants that comes again is that of another object", () => {
  const told = new ToldObjects();
  told.learn(tellObjects(trace, objects));
  const other = parseTrace(
    `trace 2 function at code#${CODE}+0\nconstants: 5\ninputs:\n %0: word = function\nprologue:\n %1: word = const_object 5\nend: return %1\n`,
  );
  told.learn(tellObjects(other, objects));
  expect(told.fieldOfConstant("load_word", 5, 8)).toBeUndefined();
});
