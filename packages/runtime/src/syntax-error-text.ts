import type { PythonSyntaxError } from "@hotpy/python-parser";

/** A SyntaxError as CPython shows it when it compiles a program. */
export function syntaxErrorText(error: PythonSyntaxError): string {
  const { filename, lineno, offset, text, end_lineno: endLineno, end_offset: endOffset } = error;
  let result = `  File "${filename}", line ${lineno}\n`;
  if (text !== null && text.trim() !== "") {
    const line = text.replace(/\n$/, "");
    const stripped = line.trimStart();
    const indent = Array.from(line).length - Array.from(stripped).length;
    result += `    ${stripped}\n`;
    const length = Array.from(stripped).length;
    const start = Math.max(0, offset - 1 - indent);
    const isOneLine = endLineno === lineno && endOffset > 0;
    const end = isOneLine ? Math.max(start + 1, endOffset - 1 - indent) : endLineno > lineno ? length : start + 1;
    if (offset > 0) result += `    ${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}\n`;
  }
  return `${result}${error.type}: ${error.message}\n`;
}
