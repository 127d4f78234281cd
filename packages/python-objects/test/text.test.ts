import { FALSE, NONE, TRUE, type Word } from "@hotpy/memory";
import { floatHex, headerWord, parseHexFloat, SHAPE_TUPLE, UNDECIDED } from "@hotpy/object-model";
import { createRandom, sampleDoubles } from "@hotpy/object-model/testing";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import { createPlainValues } from "./plain-values.js";

/// The text of plain values as the kernel writes it, against CPython.

const { memory, allocator, pythonKernel, kernel, strings, floats, integers } = createPlainValues();
const {
  formatPlain,
  formatBraces,
  percentPlain,
  textOfNumber,
  displayPlain,
  escapeString,
  quoteString,
  roundFloat,
  roundToWhole,
} = pythonKernel;

const text = (word: Word): string | null => (word === UNDECIDED ? null : strings.toJS(word));
const str = strings.fromJS;

function tuple(items: readonly Word[]): Word {
  const result = allocator.allocate(8 + items.length * 4);
  memory.i32[result >>> 2] = headerWord(SHAPE_TUPLE);
  memory.i32[(result >>> 2) + 1] = items.length;
  memory.i32.set(items, (result >>> 2) + 2);
  return result;
}

/** Values as JSON has them: floats in hexadecimal, integers in decimal, other text after a quote. */
function make(value: string): Word {
  if (value === "None") return NONE;
  if (value === "True") return TRUE;
  if (value === "False") return FALSE;
  if (value.startsWith("'")) return str(value.slice(1));
  return /^-?\d+$/.test(value) ? integers.fromBigInt(BigInt(value)) : floats.create(parseHexFloat(value) as number);
}
const READ = `
def make(v):
    if v in ('None', 'True', 'False'): return eval(v)
    if v[0] == "'": return v[1:]
    return int(v) if v.lstrip('-').isdigit() else float.fromhex(v)
def attempt(f):
    try: return f()
    except (ValueError, TypeError, IndexError, OverflowError): return None
`;

/** Where algorithms for shortest digits, and their tables, have gone wrong: subnormals, powers of two, ends of the range, 17 digits, ties. */
const HARD = [
  ...[5e-324, 1e-323, 2.2250738585072009e-308, 2.2250738585072014e-308, 1.7976931348623157e308, 4.8726570057e-312],
  ...[9007199254740991, 9007199254740992, 9007199254740994, 2 ** 63, 2 ** 64, 1e22, 1e23, 8.41e21, 9.5e-3, 5e-5],
  ...[2.0019743890120456e-308, 4.708356024711512e18, 9.409340012568248e18, 1.8531501765868567e21, 3.0e-44, 0.1, 0.3],
  ...[2.98023223876953125e-8, 5.764607523034235e39, 1.152921504606847e40, 2.305843009213694e40, 0.5, 1.5, 2.5, 0.125],
  ...[
    9.999999999999999e22, 9.9999999999999995, 0.99999999999999989, 99999.5, 999999.5, 9.5, 0.95, 1e15, 1e16,
    123456789012345680,
  ],
  ...[1e-4, 9.999e-5, 1e-5, 1e17, 0, -0, 1, 3, 10, 100, 1000000, Infinity, -Infinity, Number.NaN],
];
const powers = Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074)).flatMap((v) => [v, v * (1 + Number.EPSILON)]);
const values = [...HARD, ...sampleDoubles(6000, 11)].map(floatHex);

describe("floats", () => {
  test("repr", () => {
    const all = [...values, ...powers.filter(Number.isFinite).map(floatHex)];
    const expected = oracle<string[]>(`${READ}\nprint(json.dumps([repr(make(v)) for v in data]))`, all);
    expect(all.map((each) => text(textOfNumber(make(each))))).toEqual(expected);
  });

  test("any number of digits", () => {
    const specs = ["e", "f", "g", "%"].flatMap((type) =>
      [0, 1, 2, 3, 5, 6, 9, 12, 15, 16, 17, 18, 19, 27, 28, 30, 60, 300, 1100].map((digits) => `.${digits}${type}`),
    );
    const some = values.filter((_, i) => i < HARD.length || i % 12 === 0);
    const expected = oracle<string[][]>(
      `${READ}\nprint(json.dumps([[format(make(v), s) for s in data[1]] for v in data[0]]))`,
      [some, specs],
    );
    some.forEach((each, i) => {
      const value = make(each);
      expect([each, ...specs.map((spec) => text(formatPlain(value, str(spec))))]).toEqual([each, ...expected[i]]);
    });
  });

  test("ties are rounded to even", () => {
    const { next } = createRandom(5);
    const ties = Array.from({ length: 3000 }, () => {
      const places = Math.floor(next() * 20);
      return [(Math.floor(next() * 2 ** 30) * 2 + 1) * 2 ** -(places + 1), places] as const;
    });
    const expected = oracle<string[][]>(
      `${READ}\nprint(json.dumps([[format(make(v), f'.{p}f'), format(make(v), f'.{p}e')] for v, p in data]))`,
      ties.map(([value, places]) => [floatHex(value), places]),
    );
    const actual = ties.map(([value, places]) =>
      ["f", "e"].map((type) => text(formatPlain(floats.create(value), str(`.${places}${type}`)))),
    );
    expect(actual).toEqual(expected);
  });

  test("round", () => {
    const places = [0, 1, 2, 3, 5, 15, 22, 27, 28, 100, 300, 323, -1, -2, -5, -20, -300, -308, -400];
    const some = values.filter((_, i) => i % 4 === 0).filter((each) => !/inf|nan/.test(each));
    const expected = oracle<(string | null)[][]>(
      `${READ}
def r(v, p): return attempt(lambda: round(make(v), p).hex())
print(json.dumps([[str(round(make(v))), *(r(v, p) for p in data[1])] for v in data[0]]))`,
      [some, places],
    );
    const actual = some.map((each) => {
      const value = make(each);
      const rounded = places.map((count) => roundFloat(value, (count << 1) | 1));
      return [
        text(textOfNumber(roundToWhole(value))),
        ...rounded.map((word) => (word === UNDECIDED ? null : floatHex(floats.value(word)))),
      ];
    });
    expect(actual).toEqual(expected);
    expect(Number.isNaN(kernel.roundToPlaces(1, 400))).toBe(false);
  });
});

describe("format specifications", () => {
  const SPECS: string[] = [];
  for (const align of ["", "<", ">", "^", "=", "*^", "0=", "é>", "☃^", "☃="])
    for (const sign of ["", "+", " "])
      for (const flags of ["", "#", "0", "#0", "z"])
        for (const width of ["", "1", "12", "15"])
          for (const grouping of ["", ",", "_"]) SPECS.push(align + sign + flags + width + grouping);

  function compare(given: readonly string[], specs: readonly string[]): void {
    const expected = oracle<(string | null)[][]>(
      `${READ}\nprint(json.dumps([[attempt(lambda: format(make(v), s)) for v in data[0]] for s in data[1]]))`,
      [given, specs],
    );
    const words = given.map(make);
    specs.forEach((spec, i) => {
      const actual = words.map((word) => text(formatPlain(word, str(spec))));
      expect([spec, ...actual]).toEqual([spec, ...expected[i]]);
    });
  }

  test("integers", () => {
    compare(
      ["0", "7", "-1234567", "4294967296", "-9223372036854775808", "123456789012345678901234567890"],
      SPECS.flatMap((spec) => ["d", "x", "X", "b", "o", "n"].map((type) => spec + type)),
    );
  });
  test("floats", () => {
    compare(
      [0, -0.5, 1234567.891, 1e22, 0.00001234, 123, 100, -0, Infinity, Number.NaN].map(floatHex),
      SPECS.flatMap((spec) =>
        ["", ".0", ".1", ".3", ".10"].flatMap((p) => ["", "e", "f", "g", "%", "G", "n"].map((type) => spec + p + type)),
      ),
    );
  });
  test("integers as floats", () =>
    compare(["0", "-12", "123456789012345678901234567890"], ["e", ".3f", "12,.1f", "%"]));
  test("strings", () =>
    compare(
      ["'", "'a", "'abcdef", "'é☃", "'𝒳y"],
      SPECS.flatMap((spec) => ["", "s", ".0", ".3", ".3s", "d"].map((rest) => spec + rest)),
    ));
  test("errors are left to who calls", () =>
    compare(
      ["5", "0x1.8p+0", "'x"],
      [".", "1_2", ",x", "_,", ",_", ",,", "_c", "abc", ",n", "10.2.3", "y", "9".repeat(20)],
    ));
});

describe("templates", () => {
  const GIVEN: readonly (readonly string[])[] = [
    ["5"],
    ["-1234567"],
    ["0x1.91eb851eb851fp+1"],
    ["-0x0.0p+0"],
    ["inf"],
    ["'"],
    ["'text"],
    ["'it's"],
    ["None"],
    ["True"],
    ["123456789012345678901234567890"],
    ["1", "2"],
    [],
  ];

  test("%", () => {
    const templates = ["", "-", "+", " ", "0", "#", "-0", "+#0"].flatMap((flags) =>
      ["", "1", "9"].flatMap((width) =>
        ["", ".", ".0", ".3", ".12"].flatMap((precision) =>
          [..."diuxXoeEfFgGsrc"].map((type) => `a%${flags}${width}${precision}${type}b`),
        ),
      ),
    );
    templates.push("", "%", "%%", "100%%", "%s%s", "%s %d%%", "%y", "%ld", "%5%", "%(a)s", "%*d", "%.*f", "no");
    const expected = oracle<(string | null)[][]>(
      `${READ}\nprint(json.dumps([[attempt(lambda: t % tuple(map(make, v))) for v in data[1]] for t in data[0]]))`,
      [templates, GIVEN],
    );
    let undecided = 0;
    templates.forEach((template, i) => {
      GIVEN.forEach((given, j) => {
        const actual = text(percentPlain(str(template), tuple(given.map(make))));
        if (actual === null && expected[i][j] !== null) undecided++;
        else expect([template, given, actual]).toEqual([template, given, expected[i][j]]);
      });
    });
    // Truth values in numeric conversions, quotes in quotes, and fields of characters are left to who calls.
    expect(undecided / (templates.length * GIVEN.length)).toBeLessThan(0.1);
  });

  test("braces", () => {
    const templates = [
      "",
      "{}",
      "{{}}",
      "a{}b{}",
      "{0}{1}{0}",
      "{:>5}",
      "{0:^9}|",
      "{:.2f}",
      "{:,}",
      "}",
      "{",
      "{0",
      "{}{0}",
      "{0}{}",
      "{!r}",
      "{0!s} {0!r}",
    ];
    templates.push("x}}", "{9}", "{:5", "{:}}", "{99999999999}");
    const others = ["{x}", "{0.real}", "{!a}", "{:{}}"];
    const expected = oracle<(string | null)[][]>(
      `${READ}\nprint(json.dumps([[attempt(lambda: t.format(*map(make, v))) for v in data[1]] for t in data[0]]))`,
      [templates, GIVEN],
    );
    templates.forEach((template, i) => {
      const actual = GIVEN.map((given) => text(formatBraces(str(template), tuple(given.map(make)), 0)));
      expect([template, ...actual]).toEqual([template, ...expected[i]]);
    });
    for (const template of others) expect(formatBraces(str(template), tuple([make("5")]), 0)).toBe(UNDECIDED);
  });

  test("lists", () => {
    const show = (items: readonly string[]): string | null => {
      const words = tuple(items.map(make)) + 8;
      return text(displayPlain(words, items.length, 91, 93));
    };
    expect(show([])).toBe("[]");
    expect(show(["1", "0x1.8p+0", "None", "True", "False", "'a", "-123456789012345678901234567890"])).toBe(
      "[1, 1.5, None, True, False, 'a', -123456789012345678901234567890]",
    );
    expect(show(["'it's", "'é\n"])).toBe(`["it's", 'é\\n']`);
    expect(show(["'€"])).toBeNull();
  });

  test("repr and ascii of strings", () => {
    const parts = [
      "",
      "a",
      "'",
      '"',
      "\\",
      "\t\r\n",
      "\0\x1f\x7f",
      "\x80\xa0\xad\xe9",
      "€\u2028",
      "\ud800",
      "\u{1f600}\u{e0001}",
    ];
    const texts = parts.flatMap((a) => parts.flatMap((b) => [a + b, `${a}${"plain text ".repeat(3)}${b}`]));
    const expected = oracle<[string, string][]>("print(json.dumps([[repr(t), ascii(t)] for t in data]))", texts);
    texts.forEach((given, i) => {
      expect(text(quoteString(str(given), false))).toBe(expected[i][0]);
      expect(text(quoteString(str(given), true))).toBe(expected[i][1]);
      expect(text(escapeString(quoteString(str(given), false)))).toBe(expected[i][1]);
    });
  });
});
