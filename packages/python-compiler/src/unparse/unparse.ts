import type { ast } from "@hotpy/python-parser";
import { constantText, textLiteral } from "./constant-text.js";

/// The text of an expression, as CPython's `ast_unparse.c` writes it: annotations are such texts
/// where a module has `from __future__ import annotations`.

/** How tightly expressions bind, loosest first. */
enum Level {
  Tuple,
  Test,
  Or,
  And,
  Not,
  Compare,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Arithmetic,
  Term,
  Factor,
  Power,
  Await,
  Atom,
}

const BINARY: Readonly<Record<ast.Operator, readonly [text: string, level: Level]>> = {
  Add: ["+", Level.Arithmetic],
  Sub: ["-", Level.Arithmetic],
  Mult: ["*", Level.Term],
  MatMult: ["@", Level.Term],
  Div: ["/", Level.Term],
  Mod: ["%", Level.Term],
  FloorDiv: ["//", Level.Term],
  LShift: ["<<", Level.Shift],
  RShift: [">>", Level.Shift],
  BitOr: ["|", Level.BitOr],
  BitXor: ["^", Level.BitXor],
  BitAnd: ["&", Level.BitAnd],
  Pow: ["**", Level.Power],
};

const UNARY: Readonly<Record<ast.UnaryOperator, readonly [text: string, level: Level]>> = {
  Invert: ["~", Level.Factor],
  Not: ["not ", Level.Not],
  UAdd: ["+", Level.Factor],
  USub: ["-", Level.Factor],
};

const COMPARISONS: Readonly<Record<ast.CompareOperator, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
};

export function unparse(node: ast.ExprNode): string {
  return textOf(node, Level.Test);
}

const within = (text: string, own: Level, level: Level): string => (level > own ? `(${text})` : text);
const list = (nodes: readonly ast.ExprNode[]): string => nodes.map((node) => textOf(node, Level.Test)).join(", ");

/** @param level how tightly what is around the expression binds */
function textOf(node: ast.ExprNode, level: Level): string {
  switch (node.kind) {
    case "BoolOp": {
      const own = node.op === "And" ? Level.And : Level.Or;
      const values = node.values.map((value) => textOf(value, own + 1));
      return within(values.join(node.op === "And" ? " and " : " or "), own, level);
    }
    case "BinOp": {
      const [operator, own] = BINARY[node.op];
      const isPower = node.op === "Pow";
      const left = textOf(node.left, isPower ? own + 1 : own);
      const right = textOf(node.right, isPower ? own : own + 1);
      return within(`${left} ${operator} ${right}`, own, level);
    }
    case "UnaryOp": {
      const [operator, own] = UNARY[node.op];
      return within(operator + textOf(node.operand, own), own, level);
    }
    case "Lambda": {
      const hasPositional = node.args.posonlyargs.length + node.args.args.length > 0;
      const head = `lambda${hasPositional ? " " : ""}${argumentsText(node.args)}`;
      return within(`${head}: ${textOf(node.body, Level.Test)}`, Level.Test, level);
    }
    case "IfExp": {
      const [body, test] = [node.body, node.test].map((each) => textOf(each, Level.Test + 1));
      return within(`${body} if ${test} else ${textOf(node.orelse, Level.Test)}`, Level.Test, level);
    }
    case "Dict": {
      const items = node.values.map((value, i) => {
        const key = node.keys[i];
        return key === null ? `**${textOf(value, Level.BitOr)}` : `${unparse(key)}: ${unparse(value)}`;
      });
      return `{${items.join(", ")}}`;
    }
    case "Set":
      return `{${list(node.elts)}}`;
    case "Tuple": {
      if (node.elts.length === 0) return "()";
      return within(`${list(node.elts)}${node.elts.length === 1 ? "," : ""}`, Level.Tuple, level);
    }
    case "List":
      return `[${list(node.elts)}]`;
    case "GeneratorExp":
      return `(${unparse(node.elt)}${generatorsText(node.generators)})`;
    case "ListComp":
      return `[${unparse(node.elt)}${generatorsText(node.generators)}]`;
    case "SetComp":
      return `{${unparse(node.elt)}${generatorsText(node.generators)}}`;
    case "DictComp":
      return `{${unparse(node.key)}: ${unparse(node.value)}${generatorsText(node.generators)}}`;
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${unparse(node.value)})`;
    case "YieldFrom":
      return `(yield from ${unparse(node.value)})`;
    case "Await":
      return within(`await ${textOf(node.value, Level.Atom)}`, Level.Await, level);
    case "Compare": {
      let text = textOf(node.left, Level.Compare + 1);
      node.ops.forEach((operator, i) => {
        text += ` ${COMPARISONS[operator]} ${textOf(node.comparators[i], Level.Compare + 1)}`;
      });
      return within(text, Level.Compare, level);
    }
    case "Call":
      return callText(node);
    case "JoinedStr":
      return `f${textLiteral(node.values.map((each) => fieldText(each)).join(""))}`;
    case "FormattedValue":
      return `f${textLiteral(fieldText(node))}`;
    case "Constant":
      return constantText(node);
    case "Attribute": {
      // A dot behind an integer would be its decimal point.
      const isInteger = node.value.kind === "Constant" && node.value.value.type === "int";
      return `${textOf(node.value, Level.Atom)}${isInteger ? " " : ""}.${node.attr}`;
    }
    case "Starred":
      return `*${textOf(node.value, Level.BitOr)}`;
    case "Name":
      return node.id;
    case "Slice": {
      const [lower, upper] = [node.lower, node.upper].map((each) => (each === null ? "" : unparse(each)));
      return `${lower}:${upper}${node.step === null ? "" : `:${unparse(node.step)}`}`;
    }
    case "Subscript":
      return `${textOf(node.value, Level.Atom)}[${textOf(node.slice, Level.Tuple)}]`;
    case "NamedExpr":
      return within(`${textOf(node.target, Level.Atom)} := ${textOf(node.value, Level.Atom)}`, Level.Tuple, level);
  }
}

function callText({ func, args, keywords }: ast.Call): string {
  const callee = textOf(func, Level.Atom);
  if (args.length === 1 && keywords.length === 0 && args[0].kind === "GeneratorExp") return callee + unparse(args[0]);
  const named = keywords.map(({ arg, value }) => `${arg === null ? "**" : `${arg}=`}${unparse(value)}`);
  return `${callee}(${[...args.map(unparse), ...named].join(", ")})`;
}

function generatorsText(generators: readonly ast.Comprehension[]): string {
  return generators
    .map(({ target, iter, ifs, is_async }) => {
      const head = `${is_async === 1 ? " async for " : " for "}${textOf(target, Level.Tuple)}`;
      const conditions = ifs.map((each) => ` if ${textOf(each, Level.Test + 1)}`);
      return `${head} in ${textOf(iter, Level.Test + 1)}${conditions.join("")}`;
    })
    .join("");
}

function argumentsText(args: ast.Arguments): string {
  const parts: string[] = [];
  const parameter = ({ arg, annotation }: ast.Arg): string =>
    annotation === null ? arg : `${arg}: ${unparse(annotation)}`;
  const withDefault = (text: string, value: ast.ExprNode | null | undefined): string =>
    value === null || value === undefined ? text : `${text}=${unparse(value)}`;
  const positional = [...args.posonlyargs, ...args.args];
  positional.forEach((each, i) => {
    parts.push(withDefault(parameter(each), args.defaults[i - positional.length + args.defaults.length]));
    if (i + 1 === args.posonlyargs.length) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${parameter(args.vararg)}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((each, i) => parts.push(withDefault(parameter(each), args.kw_defaults[i])));
  if (args.kwarg !== null) parts.push(`**${parameter(args.kwarg)}`);
  return parts.join(", ");
}

/** A part of an f-string. */
function fieldText(node: ast.ExprNode): string {
  if (node.kind === "JoinedStr") return node.values.map(fieldText).join("");
  if (node.kind === "Constant" && node.value.type === "str") return node.value.value.replace(/[{}]/g, "$&$&");
  if (node.kind !== "FormattedValue") return unparse(node);
  const value = textOf(node.value, Level.Test + 1);
  const conversion = node.conversion === -1 ? "" : `!${String.fromCharCode(node.conversion)}`;
  const format = node.format_spec === null ? "" : `:${fieldText(node.format_spec)}`;
  // Two braces would be one in the text.
  return `{${value.startsWith("{") ? " " : ""}${value}${conversion}${format}}`;
}
