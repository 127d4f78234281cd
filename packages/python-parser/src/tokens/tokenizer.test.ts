import { describe, expect, it } from "vitest";
import { TokenKind } from "./token-kind.js";
import { normalizeNewlines, tokenize } from "./tokenizer.js";
import { COLUMN, END_COLUMN, END_LINE, LINE, STRIDE } from "./tokens.js";

/** Tokens as `Kind text`. */
function tokens(source: string): string[] {
  const result = tokenize(normalizeNewlines(source));
  return Array.from({ length: result.count }, (_, i) => `${TokenKind[result.kinds[i]]} ${result.text(i)}`.trimEnd());
}

/** Where a token stands: `line:column-line:column`. */
function place(source: string, token: number): string {
  const { positions } = tokenize(normalizeNewlines(source));
  const at = token * STRIDE;
  const start = `${positions[at + LINE]}:${positions[at + COLUMN]}`;
  return `${start}-${positions[at + END_LINE]}:${positions[at + END_COLUMN]}`;
}

describe("tokens", () => {
  it("names, keywords, numbers, strings, operators", () => {
    expect(tokens("if a_1 >= 0x1F: b**=rb'c'")).toEqual([
      "If if",
      "Name a_1",
      "GreaterEqual >=",
      "Number 0x1F",
      "Colon :",
      "Name b",
      "DoubleStarEqual **=",
      "String rb'c'",
      "Newline",
      "EndMarker",
    ]);
  });

  it("dots and numbers", () => {
    expect(tokens("a...b..c.5.d")).toEqual([
      "Name a",
      "Ellipsis ...",
      "Name b",
      "Dot .",
      "Dot .",
      "Name c",
      "Number .5",
      "Dot .",
      "Name d",
      "Newline",
      "EndMarker",
    ]);
  });

  it("indentation; blank lines and comments have none", () => {
    expect(tokens("a:\n\n  b\n# c\n    # d\n  \\\n   e\nf").map((token) => token[0])).toEqual(
      ["Name", "Colon", "Newline", "Indent", "Name", "Newline", "Name", "Newline"]
        .concat(["Dedent", "Name", "Newline", "EndMarker"])
        .map((kind) => kind[0]),
    );
  });

  it("no newlines in brackets", () => {
    expect(tokens("(a,\n  # b\n\n c)")).not.toContain("Indent");
    expect(tokens("(\n)").filter((token) => token === "Newline")).toHaveLength(1);
  });

  it("a newline token holds the comment before it", () => {
    expect(tokens("a # b")).toEqual(["Name a", "Newline # b", "EndMarker"]);
  });
});

describe("columns count code points", () => {
  it("behind astral characters", () => {
    expect(place("'😀' + x", 1)).toBe("1:4-1:5");
    expect(place("𝒜 = b", 2)).toBe("1:4-1:5");
  });

  it("in strings of several lines", () => {
    expect(place("x = '''a\n😀b''' + c", 2)).toBe("1:4-2:5");
    expect(place("x = '''a\n😀b''' + c", 4)).toBe("2:8-2:9");
  });
});

describe("errors", () => {
  const errorOf = (source: string) => tokenize(normalizeNewlines(source)).error;

  it("come after the tokens before them", () => {
    expect(tokens("a = 'b")).toEqual(["Name a", "Equal =", "Error"]);
    expect(errorOf("a = 'b")).toMatchObject({
      message: "unterminated string literal (detected at line 1)",
      offset: 5,
    });
  });

  it("remember the open bracket", () => {
    expect(tokenize("a = (\n[b\n").unclosed).toEqual({ bracket: "[", line: 2, column: 0 });
  });

  it("count less than the parser's if they are about indentation", () => {
    expect(errorOf("if a:\n  b\n c\n")).toMatchObject({ overrides: false });
    expect(errorOf("a = $ 'b")).toMatchObject({ overrides: true });
  });
});
