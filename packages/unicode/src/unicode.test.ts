import { createHash } from "node:crypto";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import {
  codeNamed,
  type Database,
  foldCase,
  lowerCase,
  nameOf,
  propertiesOf,
  sequenceNamed,
  titleCase,
  unicode,
  unicode3_2,
  upperCase,
} from "./index.js";

const BLOCK = 0x1000;
const BLOCKS = 0x110000 / BLOCK;

/** A hash for each block of code points, so that a difference is found without moving megabytes. */
function blocks(describe: (code: number) => string): string[] {
  return Array.from({ length: BLOCKS }, (_, block) => {
    const hash = createHash("md5");
    for (let code = block * BLOCK; code < (block + 1) * BLOCK; code++) hash.update(describe(code) + "\n");
    return hash.digest("hex");
  });
}

const expected = (expression: string): string[] =>
  oracle(`
import hashlib, unicodedata
u, old = unicodedata, unicodedata.ucd_3_2_0
def describe(c):
    return ${expression}
def block(n):
    text = "".join(str(describe(chr(code))) + "\\n" for code in range(n * ${BLOCK}, (n + 1) * ${BLOCK}))
    return hashlib.md5(text.encode("utf-8", "replace")).hexdigest()
print(json.dumps([block(n) for n in range(${BLOCKS})]))`);

const char = String.fromCodePoint;

/** As "replace" encodes lone surrogates. */
const shown = (text: string): string => text.replace(/[\ud800-\udfff]/gu, "?");

function record(database: Database) {
  return (code: number): string => {
    const { category, bidirectional, combining, eastAsianWidth, isMirrored, decomposition, number } = database;
    const [decimal, digit, numeric] = number(code) ?? ["", "", -9];
    return [
      category(code),
      bidirectional(code),
      combining(code),
      eastAsianWidth(code),
      Number(isMirrored(code)),
      decomposition(code),
      decimal === -1 ? "" : decimal,
      digit === -1 ? "" : digit,
      (numeric ?? -9).toFixed(6),
    ].join(";");
  };
}

const recordOf = (name: string): string => {
  const called = ["category", "bidirectional", "combining", "east_asian_width", "mirrored", "decomposition"];
  const fields = called.map((each) => `${name}.${each}(c)`).join(", ");
  return `";".join(map(str, [${fields}, ${name}.decimal(c, ""), ${name}.digit(c, ""), f"{${name}.numeric(c, -9):.6f}"]))`;
};

describe("every code point is CPython's", () => {
  it("names", () => expect(blocks((code) => nameOf(code) ?? "")).toEqual(expected('u.name(c, "")')));

  it("records", () => expect(blocks(record(unicode))).toEqual(expected(recordOf("u"))));

  it("records of Unicode 3.2", () => expect(blocks(record(unicode3_2))).toEqual(expected(recordOf("old"))));

  it("classes of characters", () =>
    expect(blocks((code) => String(propertiesOf(code) & 255))).toEqual(
      expected(
        "sum(t() << i for i, t in enumerate([c.isalpha, c.isdecimal, c.isdigit, c.isnumeric, c.isspace, c.isprintable, c.isupper, c.islower]))",
      ),
    ));

  it("case", () =>
    expect(
      blocks((code) => shown([upperCase(code), lowerCase(code), titleCase(code), foldCase(code)].join(" "))),
    ).toEqual(expected('" ".join([c.upper(), c.lower(), c.title(), c.casefold()])')));

  it.each(["NFC", "NFD", "NFKC", "NFKD"] as const)("%s", (form) => {
    const both = (code: number) => unicode.normalize(char(code), form) + unicode3_2.normalize(char(code), form);
    expect(blocks((code) => shown(both(code)))).toEqual(
      expected(`u.normalize("${form}", c) + old.normalize("${form}", c)`),
    );
  });
});

it("names, aliases and sequences are found", () => {
  const names = [
    "SPACE",
    "latin small letter a",
    "NBSP",
    "no-break space",
    "HANGUL SYLLABLE GAG",
    "HANGUL SYLLABLE A",
    "hangul syllable ga",
    "HANGUL SYLLABLE GQ",
    "HANGUL SYLLABLE ",
    "CJK UNIFIED IDEOGRAPH-4E00",
    "CJK UNIFIED IDEOGRAPH-4e00",
    "CJK UNIFIED IDEOGRAPH-0041",
    "CJK UNIFIED IDEOGRAPH-20000",
    "LATIN SMALL LETTER GHA",
    "KEYCAP DIGIT ONE",
    "keycap digit one",
    "NO SUCH NAME",
    "",
  ];
  const found = names.map((name) => {
    const code = codeNamed(name);
    return code === undefined ? (sequenceNamed(name) ?? null) : char(code);
  });
  expect(found).toEqual(
    oracle(
      `
import unicodedata
def lookup(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None
print(json.dumps([lookup(name) for name in data]))`,
      names,
    ),
  );
});

it("text around what is not assigned is normal by itself", () => {
  const text = "e\u0301\u{10ffff}a\u030a\u0378\u0301";
  const [forms] = [["NFC", "NFD", "NFKC", "NFKD"] as const];
  expect(forms.map((form) => unicode.normalize(text, form))).toEqual(
    oracle(`import unicodedata\nprint(json.dumps([unicodedata.normalize(f, data[0]) for f in data[1]]))`, [
      text,
      forms,
    ]),
  );
});
