import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { asyncIterator, awaitNext, endAsyncLoop } from "./await.js";
import type { Block } from "./blocks.js";
import { jumpIf } from "./conditions.js";
import { truthOf } from "./constant-values.js";
import type { Place } from "./errors.js";
import { foldConstant, foldTuple } from "./fold.js";
import type { Unit } from "./unit.js";
import { leave, leaveAll, leaveToLoop } from "./unwinding.js";

type LoopBlock = Extract<Block, { kind: "while" | "for" }>;

/** Each loop has one head and one back-edge, a `jump_back`; `continue` jumps to it. */
export function compileWhile(unit: Unit, node: ast.While): void {
  const loop = { kind: "while", continueLabel: new Label(), exit: new Label() } as const satisfies Block;
  const [head, otherwise] = [new Label(), new Label()];
  const constant = foldConstant(unit.context, node.test);
  const isEndless = constant !== null && truthOf(constant);
  if (isEndless) unit.emit("nop", node);
  unit.place(head);
  if (!isEndless) jumpIf(unit, node.test, otherwise, false, node);
  finishLoop(unit, node, loop, head, otherwise, isEndless ? node : null);
}

export function compileFor(unit: Unit, node: ast.For): void {
  const loop = { kind: "for", continueLabel: new Label(), exit: new Label() } as const satisfies Block;
  const [head, otherwise] = [new Label(), new Label()];
  const iterator = unit.context.iteratorIn(node.iter);
  if (iterator !== undefined) unit.expression(iterator);
  else {
    compileIterable(unit, node.iter);
    unit.emit("get_iter", node);
  }
  unit.place(head);
  unit.jump("for_iter", otherwise, node);
  unit.expression(node.target);
  finishLoop(unit, node, loop, head, otherwise);
}

export function compileAsyncFor(unit: Unit, node: ast.AsyncFor): void {
  if (!unit.scope.isAsyncFunction) unit.fail(node, "'async for' outside async function");
  const loop = { kind: "for", continueLabel: new Label(), exit: new Label() } as const satisfies Block;
  const head = new Label();
  unit.expression(node.iter);
  asyncIterator(unit, node.iter);
  unit.place(head);
  const onEnd = awaitNext(unit, node.iter);
  unit.expression(node.target);
  unit.enterBlock(loop, node);
  unit.statements(node.body);
  unit.blocks.pop();
  unit.place(loop.continueLabel);
  unit.jump("jump_back", head, null);
  endAsyncLoop(unit, onEnd, node.iter);
  unit.statements(node.orelse);
  unit.place(loop.exit);
}

/** What follows the head of a loop: its body, the jump back (at `back`), and the `else` that runs when the head leaves. */
function finishLoop(
  unit: Unit,
  node: ast.While | ast.For,
  loop: LoopBlock,
  head: Label,
  otherwise: Label,
  back: Place | null = null,
): void {
  unit.enterBlock(loop, node);
  unit.statements(node.body);
  unit.blocks.pop();
  unit.place(loop.continueLabel);
  unit.jump("jump_back", head, back);
  unit.place(otherwise);
  unit.statements(node.orelse);
  unit.place(loop.exit);
}

/** A list of constants that is only iterated over becomes a constant tuple, as in CPython. */
function compileIterable(unit: Unit, node: ast.ExprNode): void {
  const constant = node.kind === "List" ? foldTuple(unit.context, node.elts) : null;
  if (constant === null) unit.expression(node);
  else unit.loadConstant(constant, node);
}

export function compileBreak(unit: Unit, node: ast.Break): void {
  const { handler } = unit.assembler;
  unit.emit("nop", node);
  const loop = leaveToLoop(unit, node);
  if (loop === null) return unit.fail(node, "'break' outside loop");
  leave(unit, loop, false, node);
  unit.jump("jump", loop.exit, null);
  unit.assembler.handler = handler;
}

export function compileContinue(unit: Unit, node: ast.Continue): void {
  const { handler } = unit.assembler;
  unit.emit("nop", node);
  const loop = leaveToLoop(unit, node);
  if (loop === null) return unit.fail(node, "'continue' not properly in loop");
  unit.jump("jump", loop.continueLabel, null);
  unit.assembler.handler = handler;
}

export function compileReturn(unit: Unit, node: ast.Return): void {
  if (unit.scope.kind !== "function") unit.fail(node, "'return' outside function");
  if (node.value !== null && unit.scope.isCoroutine && unit.scope.isGenerator)
    unit.fail(node, "'return' with value in async generator");
  const { handler } = unit.assembler;
  const constant = node.value === null ? { kind: "none" as const } : foldConstant(unit.context, node.value);
  if (constant === null) unit.expression(node.value as ast.ExprNode);
  else if (node.value !== null) unit.emit("nop", node.value);
  if (node.value?.lineno !== node.lineno) unit.emit("nop", node);
  // CPython's place of the error that no `return` may stand here.
  leaveAll(unit, constant === null, constant !== null && node.value?.lineno === node.lineno ? node.value : node);
  // What a `with` or a `finally` has done on the way out has a line of its own.
  const end = unit.blocks.some(({ kind }) => kind === "with" || kind === "try finally") ? null : node;
  if (constant !== null) unit.loadConstant(constant, end);
  unit.emit("return", end);
  unit.assembler.handler = handler;
}
