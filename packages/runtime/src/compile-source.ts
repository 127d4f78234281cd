import type { CodeUnit } from "@hotpy/bytecode";
import { compileModule, CompilerRecursionError, NotImplementedByHotPy as NotCompiled } from "@hotpy/python-compiler";
import { instructionSet } from "@hotpy/python-instructions";
import { NotImplementedByHotPy } from "@hotpy/python-objects";
import { parse, ParserStackOverflow, UnsupportedSyntaxError } from "@hotpy/python-parser";

/** The source is nested deeper than parser or compiler can follow; the message is what CPython prints. */
export class TooDeeplyNested extends Error {}

/**
 * Source text to code.
 * @throws PythonSyntaxError, NotImplementedByHotPy with the place, or TooDeeplyNested
 */
export function compileSource(source: string, filename: string): CodeUnit {
  try {
    return compileModule(parse(source, filename), filename, instructionSet, { source });
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
