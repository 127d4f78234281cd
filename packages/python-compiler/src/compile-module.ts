import type { CodeUnit, InstructionSet } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { beginBody } from "./bodies.js";
import { buildScopes } from "./build-scopes.js";
import { CompilationContext, type CompilerWarning } from "./context.js";
import { DepthCounter } from "./depth.js";
import { CompilerRecursionError, type Place, syntaxErrorAt } from "./errors.js";
import { compileExpression } from "./expressions.js";
import { featureFlags, futureFeatures } from "./future.js";
import { compilePattern } from "./match/patterns.js";
import { compileStatement } from "./statements.js";
import { Unit } from "./unit.js";

export interface CompileOptions {
  /** `exec` runs statements, `eval` returns the value of one expression, `single` shows values as at the prompt. */
  readonly mode?: "exec" | "eval" | "single";
  /** Variables are looked for, and bound, in a mapping that is the code's only argument, before the globals: `exec` with locals of its own. */
  readonly hasNamespace?: boolean;
  /** The source text, whose lines SyntaxErrors quote. */
  readonly source?: string;
  /**
   * A name of which `for x in NAME(iterator)` takes what the iterator gives, without `iter()`: for builtin behaviour written
   * in Python, which must not call `__iter__` of what it was given more often than CPython does. No name has this meaning by default.
   */
  readonly advance?: string;
  /** 1: without assertions, `__debug__` is false; 2: without docstrings too. */
  readonly optimize?: 0 | 1 | 2;
  /** Features of `__future__` that hold without being asked for. */
  readonly features?: readonly string[];
  /** `await` may stand outside of functions: where it does the code is a coroutine's. */
  readonly awaitsAtTop?: boolean;
  /** Called with CPython's warnings. */
  readonly onWarning?: (warning: CompilerWarning) => void;
}

/**
 * Compiles a syntax tree to the code unit of a module, whose variables are globals.
 * @throws PythonSyntaxError for errors that CPython's compiler reports after parsing.
 * @throws NotImplementedByHotPy for what HotPy does not support yet.
 * @throws CompilerRecursionError if the tree is nested too deeply.
 */
export function compileModule(
  tree: ast.ModNode,
  filename: string,
  instructionSet: InstructionSet,
  options: CompileOptions = {},
): CodeUnit {
  try {
    return compileTree(tree, filename, instructionSet, options);
  } catch (error) {
    // On a small host stack that overflows first.
    if (error instanceof RangeError && /call stack|recursion/.test(error.message)) throw new CompilerRecursionError();
    throw error;
  }
}

/** CPython's place of that error. */
const MULTIPLE_STATEMENTS = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: -1 };

function compileTree(
  tree: ast.ModNode,
  filename: string,
  instructionSet: InstructionSet,
  options: CompileOptions,
): CodeUnit {
  const source = options.source ?? null;
  const fail = (place: Place, message: string): never => {
    throw syntaxErrorAt(place, message, filename, source);
  };
  const depth = new DepthCounter();
  const features = futureFeatures(tree.kind === "Expression" ? [] : tree.body, fail);
  for (const feature of options.features ?? []) features.add(feature);
  const scopes = buildScopes(tree, depth, fail, features);
  const scope = scopes.get(tree);
  if (options.awaitsAtTop && scope !== undefined) scope.isAsyncFunction = true;
  const visitor = { expression: compileExpression, statement: compileStatement, pattern: compilePattern };
  const context = new CompilationContext(
    filename,
    instructionSet,
    visitor,
    scopes,
    depth,
    features,
    source,
    options.onWarning ?? (() => {}),
    options.advance,
    options.hasNamespace,
    options.mode === "single",
    options.optimize,
    featureFlags(features),
    options.awaitsAtTop,
  );
  const unit = new Unit(context, null, context.scopeOf(tree), "<module>", null, 1);
  if (tree.kind === "Expression") {
    unit.expression(tree.body);
  } else {
    if (options.mode === "single" && !areOneStatement(tree.body))
      fail(MULTIPLE_STATEMENTS, "multiple statements found while compiling a single statement");
    unit.statements(beginBody(unit, tree.body));
    unit.loadNone(null);
  }
  unit.emit("return", null);
  return unit.finish();
}

/** Whether the prompt takes them at once: a compound statement, or what stands in a line, between semicolons. */
function areOneStatement(body: readonly ast.StmtNode[]): boolean {
  return body.every((node, index) => index === 0 || node.lineno === body[index - 1].end_lineno);
}
