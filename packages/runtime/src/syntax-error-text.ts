import type { PythonSyntaxError } from "@hotpy/python-parser";

/** A SyntaxError as CPython's interpreter shows it when it cannot compile a program. */
export function syntaxErrorText(error: PythonSyntaxError): string {
  const { filename, lineno, text } = error;
  // An error that lies in no line: the source could not be decoded.
  const head = lineno === 0 ? "" : `  File "${filename}", line ${lineno}\n`;
  const shown = text === null ? "" : lineText(text.replace(/\n$/, ""), error);
  return `${head}${shown}${error.type}: ${error.message}\n`;
}

/** The line without its indentation, and carets under the error unless it lies left of the text. */
function lineText(
  line: string,
  { type, filename, lineno, offset, end_lineno: endLine, end_offset: endOffset, isAtEnd }: PythonSyntaxError,
): string {
  const stripped = line.replace(/^[ \t\f]+/, "");
  const indent = line.length - stripped.length;
  const end = endLine > lineno ? Array.from(line).length + 1 : endOffset;
  // CPython knows the end of plain SyntaxErrors only.
  const carets = type === "SyntaxError" && end > 0 && end > offset ? end - offset : 1;
  const start = Math.min(offset - 1 - indent, Array.from(stripped).length);
  const marks =
    start < 0 || (isAtEnd && filename !== "<string>") ? "" : `    ${" ".repeat(start)}${"^".repeat(carets)}\n`;
  return `    ${stripped}\n${marks}`;
}
