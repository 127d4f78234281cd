import { type ast, PythonSyntaxError } from "@hotpy/python-parser";

/** A construct of Python that HotPy does not support yet. The command reports it and ends with exit code 70. */
export class NotImplementedByHotPy extends Error {
  override readonly name = "NotImplementedByHotPy";

  constructor(
    /** What is missing, in words. */
    readonly feature: string,
    /** Line in the source, from 1. */
    readonly line: number,
  ) {
    super(`not implemented: ${feature} (line ${line})`);
  }
}

/** The source is nested too deeply: Python's RecursionError. */
export class CompilerRecursionError extends Error {
  override readonly name = "RecursionError";

  constructor() {
    super("maximum recursion depth exceeded during compilation");
  }
}

/** A place in the source as `ast` nodes have it. */
export type Place = Pick<ast.Located, "lineno" | "col_offset" | "end_lineno" | "end_col_offset">;

/** A SyntaxError at a node, which has no range if its end column is -1. `source` gives the line to show, null if it is not known. */
export function syntaxErrorAt(
  place: Place,
  message: string,
  filename: string,
  source: string | null,
): PythonSyntaxError {
  return new PythonSyntaxError("SyntaxError", message, {
    filename,
    lineno: place.lineno,
    offset: place.col_offset + 1,
    end_lineno: place.end_lineno,
    end_offset: place.end_col_offset < 0 ? 0 : place.end_col_offset + 1,
    text: source === null ? null : lineOf(source, place.lineno),
  });
}

function lineOf(source: string, line: number): string | null {
  const text = source.split(/\r\n|\r|\n/)[line - 1];
  return text === undefined ? null : `${text}\n`;
}
