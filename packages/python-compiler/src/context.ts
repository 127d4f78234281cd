import type { InstructionSet } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import type { DepthCounter } from "./depth.js";
import { type Place, syntaxErrorAt } from "./errors.js";
import type { PatternState } from "./match/state.js";
import type { Scope, ScopeNode } from "./scope.js";
import type { Unit } from "./unit.js";

/** A warning of CPython's compiler. */
export interface CompilerWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  /** Line from 1, columns from 0: where the SyntaxError is that the warning may be made. */
  readonly place: Place;
}

/** How the kinds of node are compiled. A value that is passed on, since these functions call each other across files. */
export interface Visitor {
  expression(unit: Unit, node: ast.ExprNode): void;
  statement(unit: Unit, node: ast.StmtNode): void;
  pattern(unit: Unit, node: ast.PatternNode, state: PatternState): void;
}

/** What all code units of one compilation share. */
export class CompilationContext {
  readonly notConstant = new Set<ast.ExprNode>();

  constructor(
    readonly filename: string,
    readonly instructionSet: InstructionSet,
    readonly visitor: Visitor,
    readonly scopes: ReadonlyMap<ScopeNode, Scope>,
    readonly depth: DepthCounter,
    /** `from __future__ import …` */
    readonly features: ReadonlySet<string>,
    private readonly source: string | null,
    private readonly onWarning: (warning: CompilerWarning) => void,
    /** See CompileOptions. */
    private readonly advance: string | undefined = undefined,
    /** See CompileOptions. */
    readonly hasNamespace = false,
    /** Expression statements at the top show their values. */
    readonly isInteractive = false,
    /** See CompileOptions. */
    readonly optimize: 0 | 1 | 2 = 0,
    /** What `co_flags` says of features, and whether `await` stands at the top. */
    readonly flags = 0,
    readonly awaitsAtTop = false,
  ) {}

  get isDebug(): boolean {
    return this.optimize === 0;
  }

  /** The iterator whose items a loop takes as it is, undefined for any other iterable. */
  iteratorIn(iterable: ast.ExprNode): ast.ExprNode | undefined {
    const isAdvance =
      this.advance !== undefined &&
      iterable.kind === "Call" &&
      iterable.func.kind === "Name" &&
      iterable.func.id === this.advance;
    return isAdvance ? iterable.args[0] : undefined;
  }

  fail(place: Place, message: string): never {
    throw syntaxErrorAt(place, message, this.filename, this.source);
  }

  warn(place: Place, message: string): void {
    this.onWarning({ category: "SyntaxWarning", message, place });
  }

  scopeOf(node: ScopeNode): Scope {
    const scope = this.scopes.get(node);
    if (scope === undefined) throw new Error(`a ${node.kind} has no scope`);
    return scope;
  }
}
