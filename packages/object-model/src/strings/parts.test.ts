/// Searching, replacing, splitting and stripping, against CPython: texts of all widths, flat and views, that repeat themselves.

import type { Word } from "@hotpy/memory";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import {
  createObjectKernel,
  createStrings,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
} from "../index.js";
import { createRandom, createTestHeap } from "../testing/index.js";

const { memory, allocator } = createTestHeap();
const { i32 } = memory;
const strings = createStrings(memory, allocator, createObjectKernel(memory, allocator));
const { below, chance, pick } = createRandom(Number(process.env.HOTPY_TEST_SEED ?? 1));
const MOST = 0x7fffffff;

const ALPHABETS = ["ab", "aab ", "ab \n\r\x1c", "aé\xdf\xa0\x85", "aЖ\u2028\u2003", "a😀b\u3000"].map((text) => [
  ...text,
]);

function randomText(alphabet: readonly string[], most: number): string {
  const unit = Array.from({ length: 1 + below(5) }, () => pick(alphabet)).join("");
  const length = below(most);
  let text = "";
  // Runs of one unit, so that searches have much to compare in vain.
  while (text.length < length) text += chance(0.5) ? unit : pick(alphabet);
  return text;
}

/** A string of a text, sometimes a view of a buffer that has more behind it. */
function make(text: string): Word {
  if ([...text].length < 1100 || chance(0.5)) return strings.fromJS(text);
  const codes = [...text];
  const view = strings.append(
    strings.fromJS(codes.slice(0, 1050).join("")),
    strings.fromJS(codes.slice(1050).join("")),
  );
  strings.append(view, strings.fromJS("more"));
  return view;
}

/** The text, after it is certain that the string has the only form that it may have. */
function read(string: Word): string {
  const text = strings.toJS(string);
  const shape = i32[string >>> 2] >>> 8;
  if (shape === SHAPE_STR_VIEW) return text;
  const same = strings.fromJS(text);
  const isSame = shape >= SHAPE_STR1 && shape <= SHAPE_STR4 && strings.equals(string, same);
  if (!isSame || strings.hash(string) !== strings.hash(same))
    throw new Error(`not in its form: ${JSON.stringify(text)}`);
  return text;
}

function readList(list: Word): string[] {
  const start = (i32[(list + LIST_ITEMS) >>> 2] >>> 2) + 2;
  return [...i32.subarray(start, start + i32[(list + LIST_LENGTH) >>> 2])].map(read);
}

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const cases = Array.from({ length: 1500 * SCALE }, (): [string, string, string, number] => {
  const alphabet = pick(ALPHABETS);
  const text = randomText(alphabet, pick([5, 40, 200, 3000]));
  const codes = [...text];
  const at = below(codes.length + 1);
  // Parts of the text, nearly so, and others.
  let part = codes.slice(at, at + below(pick([3, 20, 400]))).join("");
  if (chance(0.3)) part += pick(alphabet);
  if (chance(0.2)) part = randomText(pick(ALPHABETS), 6);
  return [text, part, pick(["", "x", "ab", part, "é", "Ж", "😀"]), below(6)];
});

test("searching, in linear time", () => {
  const expected = oracle<number[][]>(
    `print(json.dumps([[s.find(p), s.rfind(p), s.count(p), s.find(p, len(s) // 3, len(s) - 2), s.rfind(p, 2, len(s) // 2), s.count(p, 1, len(s) // 2)] for s, p, _, _ in data]))`,
    cases,
  );
  cases.forEach(([text, part], i) => {
    const [string, wanted] = [make(text), make(part)];
    const length = strings.length(string);
    const clip = (end: number): number => Math.max(0, end < 0 ? end + length : end);
    const within = (search: typeof strings.find, start: number, end: number, none: number): number =>
      start > clip(end) ? none : search(string, wanted, start, clip(end));
    expect(
      [
        strings.find(string, wanted, 0, length),
        strings.findLast(string, wanted, 0, length),
        strings.count(string, wanted, 0, length),
        within(strings.find, Math.floor(length / 3), length - 2, -1),
        within(strings.findLast, 2, length >> 1, -1),
        within(strings.count, 1, length >> 1, 0),
      ],
      JSON.stringify([text, part]),
    ).toEqual(expected[i]);
  });
});

test("long texts that repeat themselves take no longer than others", () => {
  const size = 200_000;
  const text = strings.repeat(strings.fromJS("a"), size);
  const half = strings.repeat(strings.fromJS("a"), size / 4);
  const part = strings.concat(half, strings.concat(strings.fromJS("b"), half));
  const start = performance.now();
  for (const find of [strings.find, strings.findLast]) {
    expect(find(strings.concat(strings.concat(text, strings.fromJS("b")), text), part, 0, 2 * size + 1)).toBe(
      size - size / 4,
    );
    expect(find(text, part, 0, size)).toBe(-1);
  }
  expect(strings.count(text, half, 0, size)).toBe(4);
  // Quadratic time would be half a minute.
  expect(performance.now() - start).toBeLessThan(3000);
});

test("replacing", () => {
  const expected = oracle<string[][]>(
    `print(json.dumps([[s.replace(p, b), s.replace(p, b, n)] for s, p, b, n in data]))`,
    cases,
  );
  cases.forEach(([text, part, by, limit], i) => {
    const [string, old, other] = [make(text), make(part), make(by)];
    expect(
      [read(strings.replace(string, old, other, MOST)), read(strings.replace(string, old, other, limit))],
      JSON.stringify([text, part, by, limit]),
    ).toEqual(expected[i]);
  });
});

test("splitting", () => {
  const given = cases.filter(([, part], i) => part !== "" && i % 3 === 0);
  const expected = oracle<string[][][]>(
    `print(json.dumps([[s.split(p), s.split(p, n), s.rsplit(p, n), s.split(), s.split(None, n), s.rsplit(None, n), s.splitlines(), s.splitlines(True)] for s, p, _, n in data]))`,
    given,
  );
  given.forEach(([text, part, , limit], i) => {
    const [string, separator] = [make(text), make(part)];
    expect(
      [
        strings.split(string, separator, MOST),
        strings.split(string, separator, limit),
        strings.splitFromEnd(string, separator, limit),
        strings.splitSpace(string, MOST),
        strings.splitSpace(string, limit),
        strings.splitSpaceFromEnd(string, limit),
        strings.splitLines(string, false),
        strings.splitLines(string, true),
      ].map(readList),
      JSON.stringify([text, part, limit]),
    ).toEqual(expected[i]);
  });
});

test("stripping, repeating, every other character", () => {
  const expected = oracle<string[][]>(
    `print(json.dumps([[s.strip(), s.lstrip(), s.rstrip(), s.strip(p), s.lstrip(p), s.rstrip(p), s * n, s[::-1], s[::2], s.upper(), s.lower()] for s, p, _, n in data]))`,
    cases,
  );
  cases.forEach(([text, part, , times], i) => {
    const [string, codes] = [make(text), make(part)];
    const length = strings.length(string);
    expect(
      [
        strings.stripSpace(string, true, true),
        strings.stripSpace(string, true, false),
        strings.stripSpace(string, false, true),
        strings.stripCodes(string, codes, true, true),
        strings.stripCodes(string, codes, true, false),
        strings.stripCodes(string, codes, false, true),
        strings.repeat(string, times),
        strings.stride(string, length - 1, -1, length),
        strings.stride(string, 0, 2, (length + 1) >> 1),
        strings.upper(string),
        strings.lower(string),
      ].map(read),
      JSON.stringify([text, part, times]),
    ).toEqual(expected[i]);
  });
});

test("white space, ends of lines and case of every character", () => {
  const codes = Array.from({ length: 0x10ffff }, (_, code) => code).filter((code) => code < 0x3100 || code % 997 === 0);
  const [spaces, ends] = oracle<number[][]>(
    `print(json.dumps([[c for c in data if chr(c).isspace()], [c for c in data if len((chr(c) + 'x').splitlines()) == 2]]))`,
    codes,
  );
  const string = (code: number): Word => strings.fromCodes([code, 120]);
  expect(codes.filter((code) => strings.length(strings.stripSpace(string(code), true, true)) === 1)).toEqual(spaces);
  expect(codes.filter((code) => readList(strings.splitLines(string(code), false)).length === 2)).toEqual(ends);
  const latin = codes.slice(0, 256);
  const expected = oracle<string[][]>(
    `print(json.dumps([[chr(c).upper(), chr(c).lower(), ('x' + chr(c)).upper(), ('x' + chr(c)).lower()] for c in data]))`,
    latin,
  );
  expect(
    latin.map((code) =>
      [[code], [120, code]].flatMap((each) => {
        const word = strings.fromCodes(each);
        return [strings.upper(word), strings.lower(word)].map(read);
      }),
    ),
  ).toEqual(expected);
});
