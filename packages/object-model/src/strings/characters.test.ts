/// Characters, sums, order and iterators of strings, as traces and the loop ask for them.

import { STATE_ALLOC_LIMIT, STATE_ALLOC_TOP, tagSmall, type Word } from "@hotpy/memory";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createObjectKernel, createStrings, headerWord, ITERATOR_SEQUENCE, SHAPE_STR_ITERATOR } from "../index.js";
import { createTestHeap } from "../testing/index.js";

const { memory, allocator } = createTestHeap();
const { i32 } = memory;
const kernel = createObjectKernel(memory, allocator);
const strings = createStrings(memory, allocator, kernel);
const UNDECIDED = -2;

/** Texts of all widths, often equal or nearly. */
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 9 }),
  fc.string({ unit: fc.constantFrom("a", "ÿ", "ж", "\u{1f600}"), maxLength: 9 }),
  fc.constantFrom("", "x".repeat(1000), "y".repeat(1100)),
);
const form = fc.constantFrom("fresh", "hashed", "interned", "view");

function make(content: string, how: string): Word {
  const string = strings.fromJS(content);
  if (how === "interned") return strings.intern(string);
  if (how === "hashed") strings.hash(string);
  return how === "view" ? strings.append(strings.append(strings.fromJS("x".repeat(1024)), string), string) : string;
}

test("sums, exact to the last bit of their last word", () => {
  fc.assert(
    fc.property(text, form, text, form, (left, leftForm, right, rightForm) => {
      const [a, b] = [make(left, leftForm), make(right, rightForm)];
      const expected = strings.toJS(a) + strings.toJS(b);
      // Memory is not zero where objects are made.
      const top = i32[STATE_ALLOC_TOP >>> 2] >>> 2;
      i32.fill(-1, top, Math.min(top + 2048, i32[STATE_ALLOC_LIMIT >>> 2] >>> 2));
      const sum = kernel.addStrings(a, b);
      expect(strings.toJS(sum)).toBe(expected);
      const same = strings.fromJS(expected);
      expect(strings.hash(sum)).toBe(strings.hash(same));
      expect(kernel.equalStrings(sum, same)).toBe(1);
      expect(kernel.equalStrings(strings.flat(sum), same)).toBe(1);
    }),
  );
  for (const other of [tagSmall(1), 0]) {
    expect(kernel.addStrings(other, strings.fromJS("a"))).toBe(UNDECIDED);
    expect(kernel.addStrings(strings.fromJS("a"), other)).toBe(UNDECIDED);
  }
});

test("order is that of code points, as -1, 0 or 1", () => {
  fc.assert(
    fc.property(text, form, text, form, (left, leftForm, right, rightForm) => {
      const [a, b] = [make(left, leftForm), make(right, rightForm)];
      const codes = (word: Word): number[] => [...strings.toJS(word)].map((each) => each.codePointAt(0) as number);
      const [x, y] = [codes(a), codes(b)];
      const at = x.findIndex((code, i) => code !== y[i]);
      const expected = at < 0 ? x.length - y.length : (x[at] as number) - (y[at] ?? -1);
      expect(kernel.orderOfStrings(a, b)).toBe(Math.sign(expected));
    }),
  );
});

test("code points and their characters", () => {
  for (const code of [0, 65, 255, 256, 0x436, 0xd800, 0xffff, 0x10000, 0x10ffff]) {
    const character = kernel.characterOfCode(tagSmall(code));
    expect(strings.codeAt(character, 0)).toBe(code);
    expect(strings.length(character)).toBe(1);
    expect(kernel.codeOfCharacter(character)).toBe(tagSmall(code));
    if (code < 256) expect(character).toBe(strings.char(code));
  }
  for (const other of ["", "ab", "жж"].map(strings.fromJS)) expect(kernel.codeOfCharacter(other)).toBe(UNDECIDED);
  expect(kernel.codeOfCharacter(tagSmall(1))).toBe(UNDECIDED);
  for (const other of [tagSmall(-1), tagSmall(0x110000), strings.fromJS("a")])
    expect(kernel.characterOfCode(other)).toBe(UNDECIDED);
});

test("lengths, characters at indices and iterators", () => {
  fc.assert(
    fc.property(text, form, (content, how) => {
      const string = make(content, how);
      const characters = [...strings.toJS(string)];
      expect(kernel.lengthOfString(string)).toBe(characters.length);
      const iterator = allocator.allocate(16);
      i32.set([headerWord(SHAPE_STR_ITERATOR), 0, 0, string], iterator >>> 2);
      for (const [index, character] of characters.entries()) {
        expect(kernel.hasNextCharacter(iterator)).toBe(1);
        expect(strings.toJS(kernel.nextCharacter(iterator))).toBe(character);
        expect(strings.toJS(kernel.characterAt(string, index))).toBe(character);
      }
      expect(kernel.hasNextCharacter(iterator)).toBe(0);
      expect(kernel.nextCharacter(iterator)).toBe(0);
      expect(i32[(iterator + ITERATOR_SEQUENCE) >>> 2]).toBe(0);
      expect([kernel.hasNextCharacter(iterator), kernel.nextCharacter(iterator)]).toEqual([0, 0]);
    }),
  );
});
