import type { CodeUnit } from "@hotpy/bytecode";
import {
  CompilerRecursionError,
  type CompilerWarning,
  compileModule,
  FUTURE_FLAGS,
  NotImplementedByHotPy as NotCompiled,
  syntaxErrorAt,
} from "@hotpy/python-compiler";
import { instructionSet } from "@hotpy/python-instructions";
import {
  type CompileFault,
  type CompileWarning,
  NotImplementedByHotPy,
  type ProgramCompiler,
  type ProgramOptions,
  type ProgramParser,
  type ProgramSource,
  type SurrogateCompiler,
  type SyntaxNode,
} from "@hotpy/python-objects";
import {
  type ast,
  decodeSource,
  ParserStackOverflow,
  PythonSyntaxError,
  parse,
  parseExpression,
} from "@hotpy/python-parser";
import { TooDeeplyNested } from "./too-deeply-nested.js";

/** Builtin behaviour that is written in Python; `advance` is as CompileOptions says. */
export const compileSurrogate: SurrogateCompiler = ({ text: source }, filename) =>
  compileModule(parse(source, filename), filename, instructionSet, { source, advance: "advance" });

/** `co_flags` and flags of `compile` beside those of features. */
const [NO_IMPLIED_DEDENT, AWAIT_AT_TOP, INCOMPLETE_INPUT] = [0x200, 0x2000, 0x4000];

/**
 * Source text, or a syntax tree, to code.
 * @param warn told of what CPython warns of
 * @throws PythonSyntaxError, NotImplementedByHotPy with the place, or TooDeeplyNested
 */
export function compileSource(
  source: string | SyntaxNode,
  filename: string,
  warn?: (warning: CompileWarning) => void,
  options: ProgramOptions = { mode: "exec", hasNamespace: false },
): CodeUnit {
  const { mode, hasNamespace, flags = 0, optimize = 0, isFile = false } = options;
  const text = typeof source === "string" ? source : undefined;
  const telling =
    (text: string | null) =>
    ({ category, message, place }: CompilerWarning): void =>
      warn?.({ category, message, place: syntaxErrorAt(place, message, filename, text) });
  try {
    const tree =
      typeof source === "string"
        ? parseSource(source, filename, options, telling(source))
        : (source as unknown as ast.ModNode);
    const compile = text === undefined ? compileModule : compilingText(text, isFile);
    return compile(tree, filename, instructionSet, {
      mode,
      hasNamespace,
      onWarning: telling(isFile ? (text ?? null) : null),
      optimize,
      features: Object.keys(FUTURE_FLAGS).filter((feature) => (flags & FUTURE_FLAGS[feature] & FEATURE_BITS) !== 0),
      awaitsAtTop: (flags & AWAIT_AT_TOP) !== 0,
      ...(text === undefined ? {} : { source: text }),
    });
  } catch (error) {
    if (error instanceof NotCompiled) throw notImplemented(error.feature, filename, error.line);
    if (error instanceof ParserStackOverflow) throw new TooDeeplyNested("s_push: parser stack overflow\nMemoryError");
    if (error instanceof CompilerRecursionError) throw new TooDeeplyNested(`RecursionError: ${error.message}`);
    throw error;
  }
}

/**
 * The compiler for a text. What it finds at fault CPython's shows in the line of the file of that name, whatever the text is, and counts columns in
 * bytes of UTF-8.
 */
function compilingText(text: string, isFile: boolean): typeof compileModule {
  const lines = text.split(/\r\n|\r|\n/);
  const bytesBefore = (line: number, column: number): number =>
    column <= 0
      ? column
      : utf8Length(
          Array.from(lines[line - 1] ?? "")
            .slice(0, column)
            .join(""),
        );
  return (...given) => {
    try {
      return compileModule(...given);
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      const { type, message, filename, lineno, offset, end_lineno, end_offset } = error;
      throw new PythonSyntaxError(type, message, {
        filename,
        lineno,
        offset: bytesBefore(lineno, offset - 1) + 1,
        end_lineno,
        end_offset: end_offset === 0 ? 0 : bytesBefore(end_lineno, end_offset - 1) + 1,
        text: isFile ? error.text : null,
      });
    }
  };
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** Bits of features; the lowest feature's is one that has another meaning in `co_flags`. */
const FEATURE_BITS = ~0x10;

function parseSource(
  source: string,
  filename: string,
  { mode, flags = 0 }: ProgramOptions,
  onWarning?: (warning: CompilerWarning) => void,
): ast.ModNode {
  return (mode === "eval" ? parseExpression : parse)(source, filename, {
    ...(onWarning === undefined ? {} : { onWarning }),
    isPartial: (flags & INCOMPLETE_INPUT) !== 0,
    endsLine: mode === "exec",
    endsBlock: mode !== "single" || (flags & NO_IMPLIED_DEDENT) === 0,
  });
}

/** What compiles for `compile`, `exec`, `eval` and imports. */
export const compileProgram: ProgramCompiler = (given, filename, options, warn) =>
  orFault(given, filename, options, (source) => compileSource(source, filename, warn, options));

/** What parses for `ast.parse`. */
export const parseProgram: ProgramParser = (given, filename, options, warn) =>
  orFault(given, filename, options, (source) => {
    if (typeof source !== "string") throw new Error("a syntax tree is not parsed");
    const { mode } = options;
    const onWarning = ({ category, message, place }: CompilerWarning): void =>
      warn({ category, message, place: syntaxErrorAt(place, message, filename, source) });
    try {
      const tree = parseSource(source, filename, options, onWarning);
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
  given: ProgramSource | SyntaxNode,
  filename: string,
  options: ProgramOptions,
  make: (source: string | SyntaxNode) => T,
): T | CompileFault {
  let source = "";
  try {
    if (typeof given === "object" && "kind" in given) return make(given);
    source = typeof given === "string" ? given : decodeSource(given, filename, "memory");
    if (source.includes("\0")) return { type: "ValueError", message: "source code string cannot contain null bytes" };
    return make(source);
  } catch (error) {
    if (error instanceof TooDeeplyNested)
      return error.message.startsWith("RecursionError")
        ? { type: "RecursionError", message: error.message.replace(/^RecursionError: /, "") }
        : { type: "MemoryError", message: "" };
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, end_lineno, end_offset } = error;
    const text = error.text === null ? null : withNewline(error.text, error, source, options);
    // Where the range goes on in other lines it ends in the first one for those who show that.
    const end = text !== null && end_lineno > lineno ? Math.min(end_offset, Array.from(text).length + 1) : end_offset;
    return { type, message, place: { filename, lineno, offset, text, end_lineno, end_offset: end } };
  }
}

/** Errors that the tokenizer finds show the line as far as it has been read: without its newline. */
const FOUND_BY_TOKENIZER =
  /^(unterminated|unmatched|closing|too many nested|leading zeros|invalid (\w+ literal|digit|character|non-printable))/;

/** CPython's attribute `text` is the line with its newline; what is executed gets one at its end. */
function withNewline(text: string, error: PythonSyntaxError, source: string, { mode, isFile }: ProgramOptions): string {
  const line = text.replace(/\n$/, "");
  // The tokenizer is beyond this line, and gives it as it was.
  if (isFile !== true && error.end_lineno > error.lineno) return line;
  const isLast = error.lineno >= source.replace(/\r\n?/g, "\n").split("\n").length;
  return FOUND_BY_TOKENIZER.test(error.message) || (isLast && mode !== "exec") ? line : `${line}\n`;
}

function notImplemented(feature: string, filename: string, line: number): NotImplementedByHotPy {
  const error = new NotImplementedByHotPy(feature);
  error.filename = filename;
  error.line = line;
  return error;
}
