import type { CodeUnit } from "@hotpy/bytecode";
import {
  CompilerRecursionError,
  type CompilerWarning,
  compileModule,
  NotImplementedByHotPy as NotCompiled,
} from "@hotpy/python-compiler";
import { instructionSet } from "@hotpy/python-instructions";
import { NotImplementedByHotPy } from "@hotpy/python-objects";
import { ParserStackOverflow, parse, UnsupportedSyntaxError } from "@hotpy/python-parser";

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
export function compileSource(source: string, filename: string, warn?: (text: string) => void): CodeUnit {
  const onWarning = ({ message, line }: CompilerWarning): void => {
    const text = source.split("\n")[line - 1]?.trim() ?? "";
    warn?.(`${filename}:${line}: SyntaxWarning: ${message}\n  ${text}\n`);
  };
  try {
    return compileModule(parse(source, filename, { onWarning }), filename, instructionSet, { source, onWarning });
  } catch (error) {
    if (error instanceof NotCompiled) throw notImplemented(error.feature, filename, error.line);
    if (error instanceof UnsupportedSyntaxError) throw notImplemented(error.feature, filename, error.lineno);
    if (error instanceof ParserStackOverflow) throw new TooDeeplyNested("s_push: parser stack overflow\nMemoryError");
    if (error instanceof CompilerRecursionError) throw new TooDeeplyNested(`RecursionError: ${error.message}`);
    throw error;
  }
}

function notImplemented(feature: string, filename: string, line: number): NotImplementedByHotPy {
  const error = new NotImplementedByHotPy(feature);
  error.filename = filename;
  error.line = line;
  return error;
}
