/// What CPython asks of a syntax tree that a program has made, beyond the types of its fields.

import type { SyntaxNode } from "@hotpy/python-objects";

/** Why a tree cannot be compiled: the exception that it is in Python. */
export class SyntaxTreeError extends Error {
  constructor(
    readonly type: "TypeError" | "ValueError",
    message: string,
  ) {
    super(message);
  }
}

type Context = "Load" | "Store" | "Del";
interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

const invalid = (message: string, type: "TypeError" | "ValueError" = "ValueError"): never => {
  throw new SyntaxTreeError(type, message);
};
const check = (holds: boolean, message: string): void => {
  if (!holds) invalid(message);
};
const nodesOf = (node: SyntaxNode, field: string): readonly (SyntaxNode | null)[] =>
  node[field] as readonly (SyntaxNode | null)[];
const nodeOf = (node: SyntaxNode, field: string): SyntaxNode => node[field] as SyntaxNode;

/** @throws SyntaxTreeError */
export function validate(tree: SyntaxNode): void {
  if (tree.kind === "Expression") expression(nodeOf(tree, "body"));
  else statements(nodesOf(tree, "body"));
}

function place(node: SyntaxNode): void {
  const { lineno, col_offset, end_lineno, end_col_offset } = node as unknown as Place;
  check(lineno <= end_lineno, `AST node line range (${lineno}, ${end_lineno}) is not valid`);
  check(
    !((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)),
    `AST node column range (${col_offset}, ${end_col_offset}) for line range (${lineno}, ${end_lineno}) is not valid`,
  );
  check(
    !(lineno === end_lineno && col_offset > end_col_offset),
    `line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`,
  );
}

function notEmpty(node: SyntaxNode, field: string, owner = node.kind): void {
  check(nodesOf(node, field).length > 0, `empty ${field} on ${owner}`);
}

function statements(nodes: readonly (SyntaxNode | null)[]): void {
  for (const node of nodes) statement(node ?? invalid("None disallowed in statement list"));
}

function body(node: SyntaxNode): void {
  notEmpty(node, "body");
  statements(nodesOf(node, "body"));
}

function expressions(nodes: readonly (SyntaxNode | null)[], context: Context = "Load", allowsNone = false): void {
  for (const node of nodes) {
    if (node !== null) expression(node, context);
    else check(allowsNone, "None disallowed in expression list");
  }
}

function optional(node: SyntaxNode, field: string, context: Context = "Load"): void {
  if (node[field] !== null) expression(nodeOf(node, field), context);
}

const CONSTANT_NAMES = new Set(["None", "True", "False"]);

function name(given: unknown): void {
  check(!CONSTANT_NAMES.has(given as string), `identifier field can't represent '${given}' constant`);
}

function parameters(node: SyntaxNode): void {
  const lists = ["posonlyargs", "args", "kwonlyargs"].map((field) => nodesOf(node, field));
  for (const each of [...lists.flat(), node.vararg, node.kwarg] as readonly (SyntaxNode | null)[]) {
    if (each === null) continue;
    place(each);
    optional(each, "annotation");
  }
  const [positionalOnly, positional, keywordOnly] = lists;
  check(
    nodesOf(node, "defaults").length <= positionalOnly.length + positional.length,
    "more positional defaults than args on arguments",
  );
  check(
    nodesOf(node, "kw_defaults").length === keywordOnly.length,
    "length of kwonlyargs is not the same as kw_defaults on arguments",
  );
  expressions(nodesOf(node, "defaults"));
  expressions(nodesOf(node, "kw_defaults"), "Load", true);
}

function keywords(nodes: readonly (SyntaxNode | null)[]): void {
  for (const node of nodes) if (node !== null) expression(nodeOf(node, "value"));
}

function targets(node: SyntaxNode, context: Context): void {
  notEmpty(node, "targets");
  expressions(nodesOf(node, "targets"), context);
}

function statement(node: SyntaxNode): void {
  place(node);
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      body(node);
      parameters(nodeOf(node, "args"));
      expressions(nodesOf(node, "decorator_list"));
      return optional(node, "returns");
    case "ClassDef":
      body(node);
      expressions(nodesOf(node, "bases"));
      keywords(nodesOf(node, "keywords"));
      return expressions(nodesOf(node, "decorator_list"));
    case "Return":
      return optional(node, "value");
    case "Delete":
      return targets(node, "Del");
    case "Assign":
      targets(node, "Store");
      return expression(nodeOf(node, "value"));
    case "AugAssign":
      expression(nodeOf(node, "target"), "Store");
      return expression(nodeOf(node, "value"));
    case "AnnAssign":
      if (nodeOf(node, "target").kind !== "Name" && node.simple !== 0)
        invalid("AnnAssign with simple non-Name target", "TypeError");
      expression(nodeOf(node, "target"), "Store");
      optional(node, "value");
      return expression(nodeOf(node, "annotation"));
    case "For":
    case "AsyncFor":
      expression(nodeOf(node, "target"), "Store");
      expression(nodeOf(node, "iter"));
      body(node);
      return statements(nodesOf(node, "orelse"));
    case "While":
    case "If":
      expression(nodeOf(node, "test"));
      body(node);
      return statements(nodesOf(node, "orelse"));
    case "With":
    case "AsyncWith":
      notEmpty(node, "items");
      for (const item of nodesOf(node, "items")) {
        if (item === null) continue;
        expression(nodeOf(item, "context_expr"));
        optional(item, "optional_vars", "Store");
      }
      return body(node);
    case "Match":
      expression(nodeOf(node, "subject"));
      notEmpty(node, "cases");
      for (const each of nodesOf(node, "cases")) {
        if (each === null) continue;
        pattern(nodeOf(each, "pattern"), false);
        optional(each, "guard");
        body(each);
      }
      return;
    case "Raise":
      if (node.exc !== null) expression(nodeOf(node, "exc"));
      else check(node.cause === null, "Raise with cause but no exception");
      return node.exc === null ? undefined : optional(node, "cause");
    case "Try":
    case "TryStar":
      return tryStatement(node);
    case "Assert":
      expression(nodeOf(node, "test"));
      return optional(node, "msg");
    case "Import":
    case "Global":
    case "Nonlocal":
      return notEmpty(node, "names");
    case "ImportFrom":
      check((node.level as number) >= 0, "Negative ImportFrom level");
      return notEmpty(node, "names");
    case "Expr":
      return expression(nodeOf(node, "value"));
  }
}

function tryStatement(node: SyntaxNode): void {
  const { kind } = node;
  const [handlers, otherwise, final] = ["handlers", "orelse", "finalbody"].map((field) => nodesOf(node, field));
  body(node);
  check(handlers.length + final.length > 0, `${kind} has neither except handlers nor finalbody`);
  check(handlers.length > 0 || otherwise.length === 0, `${kind} has orelse but no except handlers`);
  for (const handler of handlers) {
    if (handler === null) continue;
    place(handler);
    optional(handler, "type");
    body(handler);
  }
  statements(final);
  statements(otherwise);
}

function generators(node: SyntaxNode): void {
  check(nodesOf(node, "generators").length > 0, "comprehension with no generators");
  for (const each of nodesOf(node, "generators")) {
    if (each === null) continue;
    expression(nodeOf(each, "target"), "Store");
    expression(nodeOf(each, "iter"));
    expressions(nodesOf(each, "ifs"));
  }
}

/** Kinds that have a context. */
const WITH_CONTEXT = new Set(["Attribute", "Subscript", "Starred", "Name", "List", "Tuple"]);

function expression(node: SyntaxNode, context: Context = "Load"): void {
  place(node);
  if (node.kind === "Name") name(node.id);
  if (WITH_CONTEXT.has(node.kind))
    check(node.ctx === context, `expression must have ${context} context but has ${node.ctx} instead`);
  else check(context === "Load", `expression which can't be assigned to in ${context} context`);
  const all = (...fields: readonly string[]): void => {
    for (const field of fields) expression(nodeOf(node, field));
  };
  switch (node.kind) {
    case "BoolOp":
      check(nodesOf(node, "values").length >= 2, "BoolOp with less than 2 values");
      return expressions(nodesOf(node, "values"));
    case "BinOp":
      return all("left", "right");
    case "UnaryOp":
      return all("operand");
    case "Lambda":
      parameters(nodeOf(node, "args"));
      return all("body");
    case "IfExp":
      return all("test", "body", "orelse");
    case "Dict":
      check(
        nodesOf(node, "keys").length === nodesOf(node, "values").length,
        "Dict doesn't have the same number of keys as values",
      );
      expressions(nodesOf(node, "keys"), "Load", true);
      return expressions(nodesOf(node, "values"));
    case "Set":
      return expressions(nodesOf(node, "elts"));
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      generators(node);
      return all("elt");
    case "DictComp":
      generators(node);
      return all("key", "value");
    case "Yield":
      return optional(node, "value");
    case "YieldFrom":
    case "Await":
    case "NamedExpr":
    case "Attribute":
      return all("value");
    case "Compare":
      check(nodesOf(node, "comparators").length > 0, "Compare with no comparators");
      check(
        nodesOf(node, "comparators").length === nodesOf(node, "ops").length,
        "Compare has a different number of comparators and operands",
      );
      expressions(nodesOf(node, "comparators"));
      return all("left");
    case "Call":
      all("func");
      expressions(nodesOf(node, "args"));
      return keywords(nodesOf(node, "keywords"));
    case "JoinedStr":
      return expressions(nodesOf(node, "values"));
    case "FormattedValue":
      all("value");
      return optional(node, "format_spec");
    case "Subscript":
      return all("slice", "value");
    case "Starred":
      return expression(nodeOf(node, "value"), context);
    case "List":
    case "Tuple":
      return expressions(nodesOf(node, "elts"), context);
    case "Slice":
      for (const field of ["lower", "upper", "step"]) optional(node, field);
  }
}

interface Literal {
  readonly type: string;
}
const literalOf = (node: SyntaxNode): Literal => node.value as Literal;
const NUMBERS = new Set(["int", "float", "complex"]);
const SINGLETONS = new Set(["None", "bool"]);

function isNumber(node: SyntaxNode, allowsImaginary: boolean): boolean {
  const number = node.kind === "UnaryOp" && node.op === "USub" ? nodeOf(node, "operand") : node;
  if (number.kind !== "Constant" || !NUMBERS.has(literalOf(number).type)) return false;
  return allowsImaginary || literalOf(number).type !== "complex";
}

function patternValue(node: SyntaxNode): void {
  expression(node);
  switch (node.kind) {
    case "Constant":
      return check(
        NUMBERS.has(literalOf(node).type) || ["str", "bytes"].includes(literalOf(node).type),
        "unexpected constant inside of a literal pattern",
      );
    case "Attribute":
    case "JoinedStr":
      return;
    case "UnaryOp":
      if (node.op === "USub" && isNumber(node, true)) return;
      break;
    case "BinOp": {
      const right = nodeOf(node, "right");
      const isSum = node.op === "Add" || node.op === "Sub";
      if (isSum && isNumber(nodeOf(node, "left"), false) && isNumber(right, true) && right.kind === "Constant") return;
    }
  }
  invalid("patterns may only match literals and attribute lookups");
}

function capture(given: unknown): void {
  check(given !== "_", "can't capture name '_' in patterns");
  name(given);
}

function patterns(nodes: readonly (SyntaxNode | null)[], allowsStar: boolean): void {
  for (const node of nodes) if (node !== null) pattern(node, allowsStar);
}

function pattern(node: SyntaxNode, allowsStar: boolean): void {
  place(node);
  switch (node.kind) {
    case "MatchValue":
      return patternValue(nodeOf(node, "value"));
    case "MatchSingleton":
      return check(SINGLETONS.has(literalOf(node).type), "MatchSingleton can only contain True, False and None");
    case "MatchSequence":
      return patterns(nodesOf(node, "patterns"), true);
    case "MatchMapping":
      check(
        nodesOf(node, "keys").length === nodesOf(node, "patterns").length,
        "MatchMapping doesn't have the same number of keys as patterns",
      );
      if (node.rest !== null) capture(node.rest);
      for (const key of nodesOf(node, "keys")) {
        if (key === null || (key.kind === "Constant" && SINGLETONS.has(literalOf(key).type))) continue;
        patternValue(key);
      }
      return patterns(nodesOf(node, "patterns"), false);
    case "MatchClass":
      return classPattern(node);
    case "MatchStar":
      check(allowsStar, "can't use MatchStar here");
      return node.name === null ? undefined : capture(node.name);
    case "MatchAs":
      if (node.name !== null) capture(node.name);
      if (node.pattern === null) return;
      check(node.name !== null, "MatchAs must specify a target name if a pattern is given");
      return pattern(nodeOf(node, "pattern"), false);
    case "MatchOr":
      check(nodesOf(node, "patterns").length >= 2, "MatchOr requires at least 2 patterns");
      return patterns(nodesOf(node, "patterns"), false);
  }
}

function classPattern(node: SyntaxNode): void {
  check(
    nodesOf(node, "kwd_attrs").length === nodesOf(node, "kwd_patterns").length,
    "MatchClass doesn't have the same number of keyword attributes as patterns",
  );
  expression(nodeOf(node, "cls"));
  let part = nodeOf(node, "cls");
  while (part.kind === "Attribute") part = nodeOf(part, "value");
  check(part.kind === "Name", "MatchClass cls field can only contain Name or Attribute nodes.");
  for (const each of node.kwd_attrs as readonly string[]) name(each);
  patterns(nodesOf(node, "patterns"), false);
  patterns(nodesOf(node, "kwd_patterns"), false);
}
