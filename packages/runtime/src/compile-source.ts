import type { CodeUnit } from "@hotpy/bytecode";
import {
  CompilerRecursionError,
  type CompilerWarning,
  compileModule,
  NotImplementedByHotPy as NotCompiled,
} from "@hotpy/python-compiler";
import { instructionSet } from "@hotpy/python-instructions";
import {
  type CompileFault,
  NotImplementedByHotPy,
  type ProgramCompiler,
  type ProgramOptions,
  type ProgramParser,
  type ProgramSource,
} from "@hotpy/python-objects";
import { decodeSource, ParserStackOverflow, PythonSyntaxError, parse, parseExpression } from "@hotpy/python-parser";

/** The source is nested deeper than parser or compiler can follow; the message is what CPython prints. */
export class TooDeeplyNested extends Error {}

/** Builtin behaviour that is written in Python; `advance` is as CompileOptions says. */
export const compileSurrogate = (source: string, filename: string): CodeUnit =>
  compileModule(parse(source, filename), filename, instructionSet, { source, advance: "advance" });

/**
 * Source text to code.
 * @param warn shows a SyntaxWarning, the text that CPython prints
 * @throws PythonSyntaxError, NotImplementedByHotPy with the place, or TooDeeplyNested
 */
export function compileSource(
  source: string,
  filename: string,
  warn?: (text: string) => void,
  { mode, hasNamespace }: ProgramOptions = { mode: "exec", hasNamespace: false },
): CodeUnit {
  const onWarning = ({ message, line }: CompilerWarning): void => {
    const text = source.split("\n")[line - 1]?.trim() ?? "";
    warn?.(`${filename}:${line}: SyntaxWarning: ${message}\n  ${text}\n`);
  };
  try {
    const tree = (mode === "eval" ? parseExpression : parse)(source, filename, { onWarning });
    return compileModule(tree, filename, instructionSet, {
      mode,
      hasNamespace,
      onWarning,
      // CPython reads the line from the file, so what comes from no file has none.
      ...(filename.startsWith("<") ? {} : { source }),
    });
  } catch (error) {
    if (error instanceof NotCompiled) throw notImplemented(error.feature, filename, error.line);
    if (error instanceof ParserStackOverflow) throw new TooDeeplyNested("s_push: parser stack overflow\nMemoryError");
    if (error instanceof CompilerRecursionError) throw new TooDeeplyNested(`RecursionError: ${error.message}`);
    throw error;
  }
}

/** What compiles for `compile`, `exec`, `eval` and imports. */
export const createProgramCompiler =
  (warn: (text: string) => void): ProgramCompiler =>
  (given, filename, options) =>
    orFault(given, filename, options, (source) => compileSource(source, filename, warn, options));

/** What parses for `ast.parse`. */
export const parseProgram: ProgramParser = (given, filename, mode) =>
  orFault(given, filename, { mode, hasNamespace: false }, (source) => {
    try {
      const tree = (mode === "eval" ? parseExpression : parse)(source, filename);
      return {
        tree: mode === "single" ? { kind: "Interactive", body: (tree as { body: unknown }).body } : { ...tree },
        text: source,
      };
    } catch (error) {
      if (error instanceof ParserStackOverflow) throw new TooDeeplyNested("MemoryError");
      throw error;
    }
  });

/** What `make` makes of a source, or the fault that it finds in it. */
function orFault<T>(
  given: ProgramSource,
  filename: string,
  options: ProgramOptions,
  make: (source: string) => T,
): T | CompileFault {
  let source = "";
  try {
    source = typeof given === "string" ? given : decodeSource(given, filename);
    return make(source);
  } catch (error) {
    if (error instanceof TooDeeplyNested)
      return error.message.startsWith("RecursionError")
        ? { type: "RecursionError", message: error.message.replace(/^RecursionError: /, "") }
        : { type: "MemoryError", message: "" };
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, end_lineno, end_offset } = error;
    const text = error.text === null ? null : withNewline(error.text, error, source, options);
    return { type, message, place: { filename, lineno, offset, text, end_lineno, end_offset } };
  }
}

/** Errors that the tokenizer finds show the line as far as it has been read: without its newline. */
const FOUND_BY_TOKENIZER =
  /^(unterminated|unmatched|closing|too many nested|leading zeros|invalid (\w+ literal|character|non-printable)|unexpected character after)/;

/** CPython's attribute `text` is the line with its newline; what is executed gets one at its end. */
function withNewline(text: string, error: PythonSyntaxError, source: string, { mode }: ProgramOptions): string {
  const line = text.replace(/\n$/, "");
  const isLast = error.lineno >= source.replace(/\r\n?/g, "\n").split("\n").length;
  return FOUND_BY_TOKENIZER.test(error.message) || (isLast && mode !== "exec") ? line : `${line}\n`;
}

function notImplemented(feature: string, filename: string, line: number): NotImplementedByHotPy {
  const error = new NotImplementedByHotPy(feature);
  error.filename = filename;
  error.line = line;
  return error;
}
