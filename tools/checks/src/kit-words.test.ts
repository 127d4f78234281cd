import { expect, test } from "vitest";
import { foreignWords } from "./kit-words.js";

test("words that only Python has are seen", () => {
  const lines = [
    "/** As Python's methods do. */",
    "/** Seed (`PYTHONHASHSEED`). */",
    "call(names.__iter__)",
    "// raise StopIteration",
    "/** MemoryError is pending. */",
    'helper("dict.setdefault", 3)',
  ];
  expect(lines.map((line) => foreignWords(line).map(([word]) => word))).toEqual([
    ["Python"],
    ["PYTHONHASHSEED"],
    ["__iter__"],
    ["StopIteration"],
    ["MemoryError"],
    ["setdefault"],
  ]);
});

test("what other languages have too is no such word, nor where a figure comes from", () => {
  const lines = [
    "throw new TypeError()",
    "RangeError",
    "None is deferred.",
    "__linear_memory",
    "two thirds, as in CPython",
  ];
  for (const line of lines) expect(foreignWords(line)).toEqual([]);
});
