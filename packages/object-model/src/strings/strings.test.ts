import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import { createObjectKernel, createStrings, SHAPE_STR_VIEW, SHAPE_STR1, SHAPE_STR2, SHAPE_STR4 } from "../index.js";
import { createRandom, createTestHeap } from "../testing/index.js";

const { memory, allocator } = createTestHeap();
const strings = createStrings(memory, allocator, createObjectKernel(memory, allocator), { hashSeed: 42 });
const shape = (word: number): number => memory.i32[word >>> 2] >>> 8;
const ALPHABETS = ["ab", "abcXYZ 09", "aé\u00ff ", "aéЖ\u2028", "a😀Ж\u{10ffff}", "\ud800a\udc00"];

function samples(count: number, seed: number): string[] {
  const { next } = createRandom(seed);
  const result = ["", "a", "é", "Ж", "😀"];
  while (result.length < count) {
    const alphabet = [...ALPHABETS[Math.floor(next() * ALPHABETS.length)]];
    let text = "";
    for (let length = Math.floor(next() * 12); length > 0; length--)
      text += alphabet[Math.floor(next() * alphabet.length)];
    result.push(text);
  }
  return result;
}

const texts = samples(120, 5);
const words = texts.map(strings.fromJS);

describe("strings", () => {
  test("are as narrow as their widest character", () => {
    expect(shape(strings.fromJS("aÿ"))).toBe(SHAPE_STR1);
    expect(shape(strings.fromJS("aĀ"))).toBe(SHAPE_STR2);
    expect(shape(strings.fromJS("a😀"))).toBe(SHAPE_STR4);
    expect(shape(strings.substring(strings.fromJS("abĀ😀"), 0, 2))).toBe(SHAPE_STR1);
    expect(shape(strings.substring(strings.fromJS("abĀ😀"), 0, 3))).toBe(SHAPE_STR2);
    expect(shape(strings.fromJS("\ud800a"))).toBe(SHAPE_STR2);
  });

  test("survive the way to JavaScript and back", () => {
    for (const [i, text] of texts.entries()) {
      expect(strings.toJS(words[i])).toBe(text);
      expect(strings.length(words[i])).toBe([...text].length);
    }
    const long = "ab😀".repeat(5000);
    expect(strings.toJS(strings.fromJS(long))).toBe(long);
  });

  test("of one Latin-1 character exist once", () => {
    expect(strings.substring(strings.fromJS("xéy"), 1, 2)).toBe(strings.fromJS("é"));
    expect(strings.repeat(strings.fromJS("abc"), 0)).toBe(strings.empty);
  });

  test("hashes are those of CPython with PYTHONHASHSEED=42, folded", () => {
    const expected: [string, number][] = [
      ["", 0],
      ["a", -1462234579],
      ["abcdefg", 1515640882],
      ["abcdefgh", -843862469],
      ["hello, hello, hello", -1037595733],
      ["Жa", 83207508],
      ["😀", 1811200272],
    ];
    expect(expected.map(([text]) => [text, strings.hash(strings.fromJS(text))])).toEqual(expected);
  });

  test("equality, order, hash and interning agree", () => {
    for (const [i, a] of words.entries()) {
      for (const [j, b] of words.entries()) {
        const equal = texts[i] === texts[j];
        expect(strings.equals(a, b)).toBe(equal);
        expect(Math.sign(strings.compare(a, b))).toBe(compareCodes(texts[i], texts[j]));
        if (equal) expect(strings.hash(a)).toBe(strings.hash(b));
        expect(strings.intern(a) === strings.intern(b)).toBe(equal);
      }
      expect(strings.intern(a)).toBe(strings.internJS(texts[i]));
    }
  });

  test("concat, repeat, slices and join", () => {
    for (const [i, a] of words.entries()) {
      const codes = [...texts[i]];
      for (const [j, b] of words.entries()) {
        // A pair of surrogates from two strings would become one character in JavaScript only.
        if (/[\ud800-\udbff]$/.test(texts[i])) continue;
        expect(strings.toJS(strings.concat(a, b))).toBe(texts[i] + texts[j]);
      }
      expect(strings.equals(strings.repeat(a, 3), strings.concat(a, strings.concat(a, a)))).toBe(true);
      for (let start = 0; start < codes.length; start++) {
        expect(
          strings.equals(strings.substring(a, start, codes.length), strings.fromCodes(codes.slice(start).map(codeOf))),
        ).toBe(true);
      }
      expect(
        strings.equals(
          strings.stride(a, codes.length - 1, -1, codes.length),
          strings.fromCodes(codes.reverse().map(codeOf)),
        ),
      ).toBe(true);
    }
    const parts = ["a", "bc", "", "é", "x".repeat(200), "😀"].map(strings.fromJS);
    const base = allocator.allocate(64);
    parts.forEach((part, k) => {
      memory.i32[(base >>> 2) + k] = part;
    });
    for (let count = 0; count <= parts.length; count++) {
      for (const separator of ["", ",", ", ", "Ж"]) {
        expect(strings.toJS(strings.join(strings.fromJS(separator), base, count))).toBe(
          parts.slice(0, count).map(strings.toJS).join(separator),
        );
      }
    }
  });

  test("appending is in place and leaves older values alone", () => {
    let text = "x".repeat(1024);
    let word = strings.fromJS(text);
    const history: [number, string][] = [];
    const { next } = createRandom(11);
    for (let i = 0; i < 300; i++) {
      const piece = next() < 0.97 ? "ab".slice(0, 1 + (i & 1)) : i < 150 ? "é" : "😀";
      const from =
        next() < 0.1 && history.length > 0 ? history[Math.floor(next() * history.length)] : ([word, text] as const);
      word = strings.append(from[0], strings.fromJS(piece));
      text = from[1] + piece;
      history.push([word, text]);
    }
    for (const [i, [view, expected]] of history.entries()) {
      // The first sum is flat: it may be the last.
      expect(shape(view)).toBe(i === 0 ? SHAPE_STR1 : SHAPE_STR_VIEW);
      expect(strings.length(view)).toBe([...expected].length);
      expect(strings.toJS(view)).toBe(expected);
      expect(strings.hash(view)).toBe(strings.hash(strings.fromJS(expected)));
      expect(strings.equals(view, strings.fromJS(expected))).toBe(true);
    }
  });

  test("search", () => {
    const haystacks = [...texts, "abab".repeat(40), `${"a".repeat(300)}b${"a".repeat(20)}`];
    const needles = [...texts.slice(0, 40), "abab", "aaab", `${"a".repeat(12)}b`];
    const expected = oracle<number[][][]>(
      `
h, n = data
print(json.dumps([[[s.find(p), s.rfind(p), s.find(p, 2, 9), s.rfind(p, 1, 7), s.count(p)] for p in n] for s in h]))`,
      [haystacks, needles].map((list) => list.filter((t) => !/[\ud800-\udfff]/u.test(t))),
    );
    const clean = (list: string[]): number[] => list.filter((t) => !/[\ud800-\udfff]/u.test(t)).map(strings.fromJS);
    const actual = clean(haystacks).map((s) =>
      clean(needles).map((p) => {
        const n = strings.length(s);
        const clip = (i: number): number => Math.min(i, n);
        const within = (f: typeof strings.find, a: number, b: number): number => (a > n ? -1 : f(s, p, a, clip(b)));
        return [
          within(strings.find, 0, n),
          within(strings.findLast, 0, n),
          within(strings.find, 2, 9),
          within(strings.findLast, 1, 7),
          strings.count(s, p, 0, n),
        ];
      }),
    );
    expect(actual).toEqual(expected);
  });

  test("case, character by character and in words", () => {
    const inputs = [
      "hello World",
      "HeLLO",
      "ß",
      "ŉx",
      "ὈΔΥΣΣΕΎΣ ΑΣ",
      "ǆabc Ǆ",
      "İstanbul",
      "ﬁne",
      "they're x2y",
      "éCOLE",
      "",
      "a",
      "Z",
      "ᾳ",
      "ა",
      "ƛɤΣ\u{10ffff}Σ",
    ];
    const methods = ["upper", "lower", "title", "swapcase", "capitalize", "casefold"] as const;
    const expected = oracle<string[][]>(
      `print(json.dumps([[getattr(t, m)() for m in ${JSON.stringify(methods)}] for t in data]))`,
      inputs,
    );
    expect(inputs.map((t) => methods.map((m) => strings.toJS(strings[m](strings.fromJS(t)))))).toEqual(expected);
  });

  test("UTF-8", () => {
    for (const text of texts) {
      if (/[\ud800-\udfff]/u.test(text)) continue;
      expect([...strings.toUtf8(strings.fromJS(text))]).toEqual([...new TextEncoder().encode(text)]);
    }
    expect(String.fromCharCode(...strings.toUtf8(strings.fromJS("a\udc80"), (code) => `\\u${code.toString(16)}`))).toBe(
      "a\\udc80",
    );
  });
});

const codeOf = (character: string): number => character.codePointAt(0) as number;

function compareCodes(a: string, b: string): number {
  const x = [...a].map(codeOf);
  const y = [...b].map(codeOf);
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return Math.sign(x[i] - y[i]);
  return Math.sign(x.length - y.length);
}
