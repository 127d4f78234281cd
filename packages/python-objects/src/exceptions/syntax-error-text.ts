/** What a SyntaxError says of its place: lines and columns count from 1. */
export interface SyntaxErrorDetails {
  readonly type: string;
  readonly message: string;
  readonly filename: string;
  /** 0: the error lies in no line. */
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  /** 0 or -1: there is no range. */
  readonly end_offset: number;
  readonly text: string | null;
  /** The source has ended where more was expected; there is no column then, if it was read from a file. */
  readonly isAtEnd?: boolean;
}

/** A SyntaxError as CPython's interpreter shows it. */
export function syntaxErrorText(error: SyntaxErrorDetails): string {
  const { filename, lineno, text } = error;
  // An error that lies in no line: the source could not be decoded.
  const head = lineno < 0 ? "" : `  File "${filename}", line ${lineno}\n`;
  const shown = text === null ? "" : lineText(text.replace(/\n$/, ""), error);
  return `${head}${shown}${error.type}: ${error.message}\n`;
}

/** The line without its indentation, and carets under the error unless it lies left of the text. */
function lineText(
  line: string,
  { type, filename, lineno, offset, end_lineno: endLine, end_offset: endOffset, isAtEnd, text }: SyntaxErrorDetails,
): string {
  const stripped = line.replace(/^[ \t\f]+/, "");
  const indent = line.length - stripped.length;
  // CPython counts the end of the line, where there is one.
  const most = Array.from(text ?? "").length + 1;
  const end = endLine > lineno ? Array.from(line).length + 1 : Math.min(endOffset, most);
  // CPython knows the end of plain SyntaxErrors only.
  const carets = type === "SyntaxError" && end > 0 && end > offset ? end - offset : 1;
  const start = Math.min(offset - 1 - indent, Array.from(stripped).length);
  const marks =
    start < 0 || (isAtEnd && filename !== "<string>") ? "" : `    ${" ".repeat(start)}${"^".repeat(carets)}\n`;
  return `    ${stripped}\n${marks}`;
}
