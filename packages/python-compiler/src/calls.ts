import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { attributePlace, literalType } from "./accesses.js";
import { buildSequence } from "./displays.js";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";
import { refuseDebug } from "./variables.js";

export function compileCall(unit: Unit, node: ast.Call): void {
  const { func, args, keywords } = node;
  checkKeywords(unit, keywords, node);
  if (func.kind === "Attribute" && func.ctx === "Load" && !isSpread(args, keywords))
    return compileMethodCall(unit, node, func);
  warnAboutCallee(unit, func, node);
  unit.expression(func);
  compileArguments(unit, 0, args, keywords, node);
}

/** The method is not bound to its object if the call has positional arguments only. */
function compileMethodCall(unit: Unit, node: ast.Call, func: ast.Attribute): void {
  const { args, keywords } = node;
  unit.expression(func.value);
  unit.emitName(keywords.length > 0 ? "load_attr" : "load_method", func.attr, attributePlace(func, func));
  const place = attributePlace(node, func);
  if (keywords.length > 0) return compileArguments(unit, 0, args, keywords, place);
  unit.expressions(args);
  unit.emit("call_method", place, args.length);
}

function isSpread(args: readonly ast.ExprNode[], keywords: readonly ast.Keyword[]): boolean {
  return args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.arg === null);
}

/** Arguments and call of what is on the stack, above it `pushed` arguments that are there already. */
export function compileArguments(
  unit: Unit,
  pushed: number,
  args: readonly ast.ExprNode[],
  keywords: readonly ast.Keyword[],
  place: Place,
): void {
  if (isSpread(args, keywords)) return compileSpread(unit, pushed, args, keywords, place);
  unit.expressions(args);
  const count = pushed + args.length + keywords.length;
  if (keywords.length === 0) return unit.emit("call", place, count);
  for (const keyword of keywords) unit.expression(keyword.value);
  const items = keywords.map((keyword): Constant => ({ kind: "str", value: keyword.arg ?? "" }));
  unit.loadConstant({ kind: "tuple", items }, place);
  unit.emit("call_keywords", place, count);
}

function compileSpread(
  unit: Unit,
  pushed: number,
  args: readonly ast.ExprNode[],
  keywords: readonly ast.Keyword[],
  place: Place,
): void {
  const [only] = args;
  // A single *iterable is handed over as it is.
  if (pushed === 0 && args.length === 1 && only.kind === "Starred") unit.expression(only.value);
  else buildSequence(unit, args, "tuple", place, pushed);
  const [mapping] = keywords;
  // So is a single **mapping.
  if (keywords.length === 1 && mapping.arg === null) unit.expression(mapping.value);
  else if (keywords.length > 0) compileKeywordDict(unit, keywords, place);
  unit.emit("call_spread", place, keywords.length > 0 ? 1 : 0);
}

/** Keywords as a dict: runs of named ones are built at once, and merged with each **mapping in order. */
function compileKeywordDict(unit: Unit, keywords: readonly ast.Keyword[], place: Place): void {
  let haveDict = false;
  let named: ast.Keyword[] = [];
  const flush = () => {
    if (named.length === 0) return;
    for (const { arg, value } of named) {
      unit.loadText(arg ?? "", place);
      unit.expression(value);
    }
    unit.emit("build_map", place, named.length);
    if (haveDict) unit.emit("dict_merge", place, 1);
    haveDict = true;
    named = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      named.push(keyword);
      continue;
    }
    flush();
    if (!haveDict) unit.emit("build_map", place, 0);
    haveDict = true;
    unit.expression(keyword.value);
    unit.emit("dict_merge", place, 1);
  }
  flush();
}

/** Refuses a keyword given twice, in a call or class. */
export function checkKeywords(unit: Unit, keywords: readonly ast.Keyword[], place: Place): void {
  if (keywords.length === 0) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    refuseDebug(unit, keyword.arg, place, "assign to");
    if (seen.has(keyword.arg)) unit.fail(keyword, `keyword argument repeated: ${keyword.arg}`);
    seen.add(keyword.arg);
  }
}

function warnAboutCallee(unit: Unit, func: ast.ExprNode, place: Place): void {
  const type = func.kind === "Lambda" ? null : literalType(func);
  if (type !== null) unit.context.warn(place, `'${type}' object is not callable; perhaps you missed a comma?`);
}
