import type { ast } from "@hotpy/python-parser";
import { analyseScopes, type Fail } from "./analyse-scopes.js";
import { checkAnnotation } from "./annotation-texts.js";
import type { DepthCounter } from "./depth.js";
import { type ComprehensionKind, DEFINED_IMPORT, DEFINED_PARAMETER, Scope, type ScopeNode } from "./scope.js";
import { ScopeBuilder } from "./scope-builder.js";

/**
 * The scope of each node that has one, with every name's place decided.
 * @throws what `fail` throws, for errors such as a `nonlocal` without a binding.
 */
export function buildScopes(
  tree: ast.ModNode,
  depth: DepthCounter,
  fail: Fail,
  features: ReadonlySet<string>,
): ReadonlyMap<ScopeNode, Scope> {
  const nowhere = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
  const module = new Scope("module", "top", null, nowhere);
  const builder = new ScopeBuilder(module, tree, fail);
  const visitor = new ScopeVisitor(builder, depth, features.has("annotations"));
  if (tree.kind === "Expression") visitor.expression(tree.body);
  else visitor.statements(tree.body);
  analyseScopes(module, fail);
  return builder.scopes;
}

/** Visits statements and expressions in CPython's order, on which the errors depend. */
class ScopeVisitor {
  constructor(
    private readonly builder: ScopeBuilder,
    private readonly depth: DepthCounter,
    /** Annotations are kept as texts: names in them are not looked up. */
    private readonly keepsAnnotationTexts: boolean,
  ) {}

  statements(nodes: readonly ast.StmtNode[]): void {
    for (const node of nodes) this.statement(node);
  }

  expressions(nodes: readonly (ast.ExprNode | null)[]): void {
    for (const node of nodes) this.optional(node);
  }

  private optional(node: ast.ExprNode | null): void {
    if (node !== null) this.expression(node);
  }

  statement(node: ast.StmtNode): void {
    const { builder } = this;
    this.depth.enter();
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        builder.bind(node.name, node);
        this.defaults(node.args);
        this.annotations(node.args, node.returns);
        this.expressions(node.decorator_list);
        builder.inScope(node, "function", node.name, (scope) => {
          scope.isAsyncFunction = scope.isCoroutine = node.kind === "AsyncFunctionDef";
          this.parameters(node.args);
          this.statements(node.body);
        });
        break;
      case "ClassDef":
        builder.bind(node.name, node);
        this.expressions(node.bases);
        for (const keyword of node.keywords) this.expression(keyword.value);
        this.expressions(node.decorator_list);
        builder.inScope(node, "class", node.name, () => this.statements(node.body));
        break;
      case "Return":
      case "Expr":
        this.optional(node.value);
        break;
      case "Delete":
        this.expressions(node.targets);
        break;
      case "Assign":
        this.expressions(node.targets);
        this.expression(node.value);
        break;
      case "AugAssign":
        this.expression(node.target);
        this.expression(node.value);
        break;
      case "AnnAssign":
        if (node.target.kind === "Name") builder.annotate(node.target, node.simple === 1, node.value !== null, node);
        else this.expression(node.target);
        this.annotation(node.annotation);
        this.optional(node.value);
        break;
      case "For":
      case "AsyncFor":
        if (node.kind === "AsyncFor") builder.current.isCoroutine = true;
        this.expression(node.target);
        this.expression(node.iter);
        this.statements(node.body);
        this.statements(node.orelse);
        break;
      case "While":
      case "If":
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        break;
      case "With":
      case "AsyncWith":
        if (node.kind === "AsyncWith") builder.current.isCoroutine = true;
        for (const item of node.items) {
          this.expression(item.context_expr);
          this.optional(item.optional_vars);
        }
        this.statements(node.body);
        break;
      case "Raise":
        this.optional(node.exc);
        this.optional(node.cause);
        break;
      case "Try":
      case "TryStar":
        this.statements(node.body);
        this.statements(node.orelse);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) builder.bind(handler.name, handler);
          this.statements(handler.body);
        }
        this.statements(node.finalbody);
        break;
      case "Match":
        this.expression(node.subject);
        for (const { pattern, guard, body } of node.cases) {
          this.pattern(pattern);
          this.optional(guard);
          this.statements(body);
        }
        break;
      case "Assert":
        this.expression(node.test);
        this.optional(node.msg);
        break;
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) this.alias(alias);
        break;
      case "Global":
        for (const name of node.names) builder.declare(name, "global", node);
        break;
      case "Nonlocal":
        for (const name of node.names) builder.declare(name, "nonlocal", node);
        break;
      case "Pass":
      case "Break":
      case "Continue":
        break;
    }
    this.depth.leave();
  }

  private pattern(node: ast.PatternNode): void {
    const { builder } = this;
    switch (node.kind) {
      case "MatchValue":
        this.expression(node.value);
        break;
      case "MatchSingleton":
        break;
      case "MatchSequence":
      case "MatchOr":
        this.patterns(node.patterns);
        break;
      case "MatchMapping":
        this.expressions(node.keys);
        this.patterns(node.patterns);
        if (node.rest !== null) builder.bind(node.rest, node);
        break;
      case "MatchClass":
        this.expression(node.cls);
        this.patterns(node.patterns);
        this.patterns(node.kwd_patterns);
        break;
      case "MatchStar":
        if (node.name !== null) builder.bind(node.name, node);
        break;
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        if (node.name !== null) builder.bind(node.name, node);
        break;
    }
  }

  private patterns(nodes: readonly ast.PatternNode[]): void {
    for (const node of nodes) this.pattern(node);
  }

  private alias(alias: ast.Alias): void {
    const { builder } = this;
    if (alias.name === "*") {
      if (builder.current !== builder.module) builder.fail(alias, "import * only allowed at module level");
      return;
    }
    builder.add(alias.asname ?? alias.name.split(".")[0], DEFINED_IMPORT, alias);
  }

  private defaults(args: ast.Arguments): void {
    this.expressions(args.defaults);
    this.expressions(args.kw_defaults);
  }

  private annotations(args: ast.Arguments, returns: ast.ExprNode | null): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs];
    for (const arg of all) this.annotation(arg?.annotation ?? null);
    this.annotation(returns);
  }

  private annotation(node: ast.ExprNode | null): void {
    if (node === null) return;
    if (this.keepsAnnotationTexts) checkAnnotation(node, this.builder.fail);
    else this.expression(node);
  }

  private parameters(args: ast.Arguments): void {
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
    for (const arg of all) if (arg !== null) this.builder.add(arg.arg, DEFINED_PARAMETER, arg);
  }

  expression(node: ast.ExprNode): void {
    const { builder } = this;
    this.depth.enter();
    switch (node.kind) {
      case "Name":
        if (node.ctx === "Load") builder.use(node.id, node);
        else builder.bind(node.id, node);
        break;
      case "Constant":
        break;
      case "Attribute":
        if (node.ctx === "Store") builder.assignAttribute(node.value, node.attr);
        this.expression(node.value);
        break;
      case "Subscript":
        this.expression(node.value);
        this.expression(node.slice);
        break;
      case "Call":
        this.expression(node.func);
        this.expressions(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        break;
      case "BinOp":
        this.expression(node.left);
        this.expression(node.right);
        break;
      case "BoolOp":
      case "JoinedStr":
        this.expressions(node.values);
        break;
      case "UnaryOp":
        this.expression(node.operand);
        break;
      case "Compare":
        this.expression(node.left);
        this.expressions(node.comparators);
        break;
      case "NamedExpr":
        builder.bindNamedExpression(node);
        this.expression(node.value);
        this.expression(node.target);
        break;
      case "Lambda":
        this.defaults(node.args);
        builder.inScope(node, "function", "lambda", () => {
          this.parameters(node.args);
          this.expression(node.body);
        });
        break;
      case "IfExp":
        this.expression(node.test);
        this.expression(node.body);
        this.expression(node.orelse);
        break;
      case "Dict":
        this.expressions(node.keys);
        this.expressions(node.values);
        break;
      case "List":
      case "Tuple":
      case "Set":
        this.expressions(node.elts);
        break;
      case "ListComp":
        this.comprehension(node, "list", [node.elt]);
        break;
      case "SetComp":
        this.comprehension(node, "set", [node.elt]);
        break;
      case "GeneratorExp":
        this.comprehension(node, "generator", [node.elt]);
        break;
      case "DictComp":
        this.comprehension(node, "dict", [node.value, node.key]);
        break;
      case "Yield":
      case "YieldFrom":
        this.optional(node.value);
        builder.yieldIn(node);
        break;
      case "FormattedValue":
        this.expression(node.value);
        this.optional(node.format_spec);
        break;
      case "Starred":
        this.expression(node.value);
        break;
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        this.optional(node.step);
        break;
      case "Await":
        this.expression(node.value);
        builder.current.isCoroutine = true;
        break;
    }
    this.depth.leave();
  }

  /** The first iterable is evaluated outside; everything else in a function of its own. */
  private comprehension(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    kind: ComprehensionKind,
    results: readonly ast.ExprNode[],
  ): void {
    const [first, ...rest] = node.generators;
    let isCoroutine = false;
    this.iterable(first.iter);
    this.builder.inScope(node, "function", kind, (scope) => {
      scope.comprehension = kind;
      this.builder.add(".0", DEFINED_PARAMETER, node);
      this.iterationTarget(first.target);
      this.expressions(first.ifs);
      for (const { target, iter, ifs } of rest) {
        this.iterationTarget(target);
        this.iterable(iter);
        this.expressions(ifs);
      }
      this.expressions(results);
      scope.isGenerator = kind === "generator";
      if (node.generators.some((generator) => generator.is_async === 1)) scope.isCoroutine = true;
      isCoroutine = scope.isCoroutine;
    });
    // What awaits is awaited where it stands; a generator expression is not run there.
    if (isCoroutine && kind !== "generator") this.builder.current.isCoroutine = true;
  }

  private iterable(node: ast.ExprNode): void {
    this.builder.current.iterableDepth++;
    this.expression(node);
    this.builder.current.iterableDepth--;
  }

  private iterationTarget(node: ast.ExprNode): void {
    this.builder.current.inIterationTarget = true;
    this.expression(node);
    this.builder.current.inIterationTarget = false;
  }
}
