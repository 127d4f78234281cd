import { FALSE, isSmall, NONE, NULL, reserveMemory, TRUE, tagSmall, untagSmall } from "@hotpy/memory";
import {
  BOX_VALUE,
  headerWord,
  SHAPE_BOOL,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_NONE,
  shapeIdOf,
} from "@hotpy/object-model";
import { createFixedObjects, type Fact } from "@hotpy/trace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  constantFact,
  fact,
  integerWordFact,
  isIntegerFact,
  isNoIntegerFact,
  isNotWord,
  isSmallFact,
  join,
  meet,
  nothingKnown,
  objectFact,
  sameFact,
  widenFact,
} from "./facts.js";
import { INT64, SMALL } from "./range.js";

const memory = reserveMemory({ size: 256 * 1024 * 1024 });
const { i32, i64, heap } = memory;
const objects = createFixedObjects(memory);
const [FLOAT_OBJECT, INT_OBJECT, INSTANCE] = [heap.start, heap.start + 16, heap.start + 32];
i32[NONE >>> 2] = headerWord(SHAPE_NONE);
i32[TRUE >>> 2] = i32[FALSE >>> 2] = headerWord(SHAPE_BOOL);
i32[FLOAT_OBJECT >>> 2] = headerWord(SHAPE_FLOAT);
i32[INT_OBJECT >>> 2] = headerWord(SHAPE_INT64);
i64[(INT_OBJECT + BOX_VALUE) >>> 3] = 2n ** 40n;
i32[INSTANCE >>> 2] = headerWord(70);

const WORDS = [NULL, NONE, TRUE, FALSE, FLOAT_OBJECT, INT_OBJECT, INSTANCE, tagSmall(0), tagSmall(-5), tagSmall(7)];
const word = fc.constantFrom(...WORDS);

/** Whether what the fact says is true of the word: the meaning of facts. */
function holds(fact: Fact, value: number): boolean {
  const small = isSmall(value);
  const shape = small || value === NULL ? 0 : shapeIdOf(memory, value);
  const integer = small || shape === SHAPE_INT64;
  const content = small
    ? BigInt(untagSmall(value))
    : shape === SHAPE_INT64
      ? i64[(value + BOX_VALUE) >>> 3]
      : undefined;
  if (fact.constant !== undefined && fact.constant !== value) return false;
  if (fact.shape !== undefined && fact.shape !== shape) return false;
  if (fact.not?.includes(value)) return false;
  if (fact.range !== undefined && content !== undefined && (content < fact.range.low || content > fact.range.high))
    return false;
  switch (fact.tag) {
    case "any":
      return true;
    case "present":
      return value !== NULL;
    case "integer":
      return integer;
    case "small":
      return small;
    case "object":
      return !small && value !== NULL;
  }
}

const PRESENT = fact("word", "present");
const isNot = (...words: readonly number[]): Fact => fact("word", "any", undefined, undefined, undefined, words);

/** A fact that is true of a word, with the word. */
const known = fc.tuple(word, fc.array(fc.nat(6), { maxLength: 4 })).map(([value, choices]) => {
  const shape = isSmall(value) || value === NULL ? 0 : shapeIdOf(memory, value);
  const all: Fact[] = [
    constantFact("word", value, objects),
    PRESENT,
    integerWordFact(INT64),
    integerWordFact(SMALL),
    objectFact(shape),
    isNot(NONE),
    isNot(NULL, tagSmall(7)),
  ];
  const fact = choices
    .map((choice) => all[choice])
    .filter((one) => holds(one, value))
    .reduce<Fact>((one, other) => meet(one, other) ?? one, nothingKnown("word"));
  return { value, fact };
});

describe("facts about words", () => {
  it("are true of the words they are made from, together too", () => {
    fc.assert(
      fc.property(known, ({ value, fact }) => {
        expect(holds(fact, value)).toBe(true);
      }),
    );
  });

  it("join to what is true of both", () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const both = join(a.fact, b.fact, objects);
        expect(holds(both, a.value) && holds(both, b.value)).toBe(true);
        expect(sameFact(join(both, a.fact, objects), both)).toBe(true);
        const wide = widenFact(a.fact, both);
        expect(holds(wide, a.value) && holds(wide, b.value)).toBe(true);
      }),
    );
  });

  it("answer only what is so", () => {
    fc.assert(
      fc.property(known, word, ({ value, fact }, other) => {
        if (isNotWord(fact, other, objects)) expect(value).not.toBe(other);
        if (isSmallFact(fact)) expect(isSmall(value)).toBe(true);
        const integer = isSmall(value) || (value !== NULL && shapeIdOf(memory, value) === SHAPE_INT64);
        if (isIntegerFact(fact)) expect(integer).toBe(true);
        if (isNoIntegerFact(fact)) expect(integer).toBe(false);
      }),
    );
  });
});
