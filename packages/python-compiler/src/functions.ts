import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { makeClosure } from "./closures.js";
import { docstringOf } from "./docstrings.js";
import type { Place } from "./errors.js";
import { foldTuple } from "./fold.js";
import { keepsAnnotationTexts } from "./future.js";
import { mangle } from "./mangle.js";
import { type ParameterCounts, Unit } from "./unit.js";
import { unparse } from "./unparse/unparse.js";
import { refuseDebug, storeVariable } from "./variables.js";

const DEFAULTS = 1;
const KEYWORD_DEFAULTS = 2;
const ANNOTATIONS = 4;

export function compileFunction(unit: Unit, node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const { args, body } = node;
  unit.expressions(node.decorator_list);
  const flags = compileDefaults(unit, args, node) | compileAnnotations(unit, args, node.returns, node);
  const inner = enterFunction(unit, node, node.name, (node.decorator_list[0] ?? node).lineno);
  const docstring = docstringOf(body);
  inner.reserveConstant((unit.context.optimize === 2 ? null : docstring) ?? { kind: "none" });
  inner.statements(docstring === null ? body : body.slice(1));
  inner.loadNone(null);
  inner.emit("return", null);
  makeClosure(unit, inner.finish(), flags, node);
  applyDecorators(unit, node.decorator_list);
  storeVariable(unit, node.name, node);
}

export function compileLambda(unit: Unit, node: ast.Lambda): void {
  const flags = compileDefaults(unit, node.args, node);
  const inner = enterFunction(unit, node, "<lambda>", node.lineno);
  inner.reserveConstant({ kind: "none" });
  inner.expression(node.body);
  // A lambda that yields ignores the value of its body.
  inner.emit("return", node.body);
  makeClosure(unit, inner.finish(), flags, node);
}

function enterFunction(
  unit: Unit,
  node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
  name: string,
  firstLine: number,
): Unit {
  const { args } = node;
  for (const arg of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg !== null) refuseDebug(unit, arg.arg, node, "assign to");
  }
  const counts: ParameterCounts = {
    positional: args.posonlyargs.length + args.args.length,
    positionalOnly: args.posonlyargs.length,
    keywordOnly: args.kwonlyargs.length,
    varargs: args.vararg !== null,
    varkeywords: args.kwarg !== null,
  };
  return new Unit(unit.context, unit, unit.context.scopeOf(node), name, unit.className, firstLine, counts);
}

/** Calls the decorators on the stack, the last one first, with what is above them. */
export function applyDecorators(unit: Unit, decorators: readonly ast.ExprNode[]): void {
  for (const decorator of decorators.toReversed()) unit.emit("call", decorator, 1);
}

/** Default values as a tuple and a dict. Returns the flags for what it has put on the stack. */
function compileDefaults(unit: Unit, args: ast.Arguments, place: Place): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    flags |= DEFAULTS;
    const constant = foldTuple(unit.context, args.defaults);
    if (constant === null) {
      unit.expressions(args.defaults);
      unit.emit("build_tuple", place, args.defaults.length);
    } else {
      unit.loadConstant(constant, place);
    }
  }
  let pairs = 0;
  args.kwonlyargs.forEach((arg, index) => {
    const value = args.kw_defaults[index];
    if (value === null) return;
    unit.loadText(mangle(unit.className, arg.arg), place);
    unit.expression(value);
    pairs++;
  });
  if (pairs > 0) unit.emit("build_map", place, pairs);
  return flags | (pairs > 0 ? KEYWORD_DEFAULTS : 0);
}

/** Annotations as a tuple of names and values, in CPython's order. */
function compileAnnotations(unit: Unit, args: ast.Arguments, returns: ast.ExprNode | null, place: Place): number {
  const annotated: [name: string, annotation: ast.ExprNode | null | undefined][] = [
    ...[...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg].map(
      (arg): [string, ast.ExprNode | null | undefined] => [arg?.arg ?? "", arg?.annotation],
    ),
    ["return", returns],
  ];
  let count = 0;
  for (const [name, annotation] of annotated) {
    if (annotation === null || annotation === undefined) continue;
    const text: Constant = { kind: "str", value: mangle(unit.className, name) };
    unit.loadConstant(text, place);
    compileAnnotation(unit, annotation);
    count += 2;
  }
  if (count > 0) unit.emit("build_tuple", place, count);
  return count > 0 ? ANNOTATIONS : 0;
}

/** `*args: *Ts` annotates with the only item of the unpacked Ts. */
function compileAnnotation(unit: Unit, annotation: ast.ExprNode): void {
  if (keepsAnnotationTexts(unit)) return unit.loadText(unparse(annotation), annotation);
  if (annotation.kind !== "Starred") return unit.expression(annotation);
  unit.expression(annotation.value);
  unit.emit("unpack_sequence", annotation, 1);
}
