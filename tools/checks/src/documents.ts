import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A document that people read. */
export interface Document {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

export interface CodeBlock {
  /** The number of its first line of code, from 1. */
  readonly line: number;
  /** What stands behind the opening fence. */
  readonly language: string;
  readonly code: string;
  /** Why it does not run: its first line is a comment that says "Not run: …". */
  readonly notRun?: string;
  /** What it prints: the next block, if the language of that is "output"; and where that stands in the document. */
  readonly output?: { readonly text: string; readonly start: number };
}

/** The README of the repository and of each package, tool and example, and `docs/`. */
export function documents(root: string): Document[] {
  const files = (directory: string): string[] =>
    readdirSync(join(root, directory)).map((name) => `${directory}/${name}`);
  return [
    "README.md",
    ...files("docs").filter((path) => path.endsWith(".md")),
    ...["packages", "tools", "examples"].flatMap(files).map((directory) => `${directory}/README.md`),
  ]
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The fenced blocks of a document, those that are outputs apart. */
export function codeBlocks({ text }: Document): CodeBlock[] {
  const found = [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length + 1,
    start: match.index + match[1].length + 4,
    language: match[1],
    code: match[2],
  }));
  return found.flatMap((block, i) => {
    if (block.language === "output") return [];
    const notRun = /^(?:\/\/|#) Not run: (.*)/.exec(block.code)?.[1];
    const next = found[i + 1];
    const { line, language, code } = block;
    return {
      line,
      language,
      code,
      ...(notRun === undefined ? {} : { notRun }),
      ...(next?.language === "output" ? { output: { text: next.code, start: next.start } } : {}),
    };
  });
}
