import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { compileAnnotatedAssignment, compileAssign, compileAugmentedAssignment } from "./assignments.js";
import { compileClass } from "./classes.js";
import { jumpIf } from "./conditions.js";
import { compileFunction } from "./functions.js";
import { compileImport, compileImportFrom } from "./imports.js";
import { compileAsyncFor, compileBreak, compileContinue, compileFor, compileReturn, compileWhile } from "./loops.js";
import { compileMatch } from "./match/match.js";
import { compileTry } from "./try.js";
import type { Unit } from "./unit.js";
import { compileWith } from "./with.js";

export function compileStatement(unit: Unit, node: ast.StmtNode): void {
  unit.context.depth.enter();
  compileKind(unit, node);
  unit.context.depth.leave();
}

function compileKind(unit: Unit, node: ast.StmtNode): void {
  switch (node.kind) {
    case "Expr":
      return compileExpressionStatement(unit, node);
    case "Assign":
      return compileAssign(unit, node);
    case "AugAssign":
      return compileAugmentedAssignment(unit, node);
    case "AnnAssign":
      return compileAnnotatedAssignment(unit, node);
    case "If":
      return compileIf(unit, node);
    case "Return":
      return compileReturn(unit, node);
    case "For":
      return compileFor(unit, node);
    case "AsyncFor":
      return compileAsyncFor(unit, node);
    case "While":
      return compileWhile(unit, node);
    case "FunctionDef":
    case "AsyncFunctionDef":
      return compileFunction(unit, node);
    case "ClassDef":
      return compileClass(unit, node);
    case "Raise":
      return compileRaise(unit, node);
    case "Try":
    case "TryStar":
      return compileTry(unit, node);
    case "With":
    case "AsyncWith":
      return compileWith(unit, node);
    case "Match":
      return compileMatch(unit, node);
    case "Assert":
      return compileAssert(unit, node);
    case "Delete":
      return unit.expressions(node.targets);
    case "Import":
      return compileImport(unit, node);
    case "ImportFrom":
      return compileImportFrom(unit, node);
    case "Break":
      return compileBreak(unit, node);
    case "Continue":
      return compileContinue(unit, node);
    case "Pass":
      return unit.emit("nop", node);
    case "Global":
    case "Nonlocal":
      return;
  }
}

function compileExpressionStatement(unit: Unit, node: ast.Expr): void {
  const { value } = node;
  if (unit.context.isInteractive && unit.parent === null) {
    unit.expression(value);
    unit.emit("print_expr", node);
    return;
  }
  if (value.kind === "Constant") return unit.emit("nop", node);
  unit.expression(value);
  unit.emit("pop", null);
}

function compileIf(unit: Unit, node: ast.If): void {
  const end = new Label();
  // An `elif` is an `if` alone in the `else`: followed here, as a long chain must not nest.
  for (let clause = node; ; ) {
    const otherwise = clause.orelse.length > 0 ? new Label() : end;
    jumpIf(unit, clause.test, otherwise, false, clause);
    unit.statements(clause.body);
    if (otherwise === end) break;
    unit.jump("jump", end, null);
    unit.place(otherwise);
    const [next] = clause.orelse;
    if (clause.orelse.length === 1 && next.kind === "If") {
      clause = next;
      continue;
    }
    unit.statements(clause.orelse);
    break;
  }
  unit.place(end);
}

function compileRaise(unit: Unit, node: ast.Raise): void {
  const operands = [node.exc, node.cause].filter((operand) => operand !== null);
  unit.expressions(operands);
  unit.emit("raise", node, operands.length);
}

function compileAssert(unit: Unit, node: ast.Assert): void {
  if (node.test.kind === "Tuple" && node.test.elts.length > 0) {
    unit.context.warn(node, "assertion is always true, perhaps remove parentheses?");
  }
  if (!unit.context.isDebug) return;
  const end = new Label();
  const place = jumpIf(unit, node.test, end, true, node);
  unit.emit("load_assertion_error", place);
  if (node.msg !== null) {
    unit.expression(node.msg);
    unit.emit("call", place, 1);
  }
  unit.emit("raise", place, 1);
  unit.place(end);
}
