/// Sources that could be valid if they went on, for who reads them line by line.

import type { Expression, Module } from "./ast.js";
import { PythonSyntaxError } from "./errors.js";
import { TokenKind } from "./tokens/token-kind.js";
import { COLUMN, END, END_COLUMN, LINE, STRIDE, type TokenizerError, type Tokens } from "./tokens/tokens.js";

/** Whether an error of the tokenizer is about what the rest of the source could end. */
function isOpen({ message, lineno }: TokenizerError, isWhole: boolean, lines: number): boolean {
  if (message.startsWith("unexpected EOF")) return isWhole;
  if (message.startsWith("unterminated string")) return !isWhole && lineno === lines;
  return /^(unterminated triple-quoted|'.' was never closed)/.test(message);
}

/**
 * CPython's error where the parser has rejected the end of the source; undefined: it has rejected something else.
 * @param isWhole whether the source's last line is ended by a newline
 */
export function incompleteInput(
  { kinds, positions, source, error }: Tokens,
  token: number,
  filename: string,
  isWhole: boolean,
): PythonSyntaxError | undefined {
  const kind = kinds[token];
  const lines = source.replace(/\n$/, "").split("\n");
  if (kind === TokenKind.Error) {
    if (error === null || !isOpen(error, isWhole, lines.length)) return undefined;
  } else if (kind !== TokenKind.EndMarker && (isWhole || positions[token * STRIDE + END] < source.length - 1))
    return undefined;
  const line = lines.at(-1) as string;
  const text = isWhole ? `${line}\n` : line;
  const isToken = kind !== TokenKind.EndMarker && kind !== TokenKind.Newline && kind !== TokenKind.Error;
  const isString = error !== null && kind === TokenKind.Error && error.message.startsWith("unterminated");
  const at = token * STRIDE;
  return new PythonSyntaxError("SyntaxError", "incomplete input", {
    filename,
    lineno: isToken ? positions[at + LINE] : lines.length,
    offset: isToken ? positions[at + COLUMN] + 1 : isString ? error.offset : Math.max(1, [...text].length),
    end_lineno: isToken ? positions[at + LINE] : lines.length,
    end_offset: isToken ? positions[at + END_COLUMN] + 1 : -1,
    text,
  });
}

/** Whether the last line has no newline and stands in a block. */
export function endsInBlock({ kinds, count }: Tokens, source: string): boolean {
  return !/[\r\n]$/.test(source) && count > 1 && kinds[count - 2] === TokenKind.Dedent;
}

/** Statements that go on until an empty line where they are given line by line, also those that stand in one line. */
const COMPOUND: ReadonlySet<string> = new Set([
  "AsyncFor",
  "AsyncFunctionDef",
  "AsyncWith",
  "ClassDef",
  "For",
  "FunctionDef",
  "If",
  "Match",
  "Try",
  "TryStar",
  "While",
  "With",
]);

/** Whether the last line has no newline and ends such a statement. */
export function wantsEmptyLine(tree: Module | Expression, source: string): boolean {
  if (/[\r\n]$/.test(source) || tree.kind !== "Module") return false;
  const last = tree.body.at(-1);
  return last !== undefined && COMPOUND.has(last.kind);
}
