import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { awaitTop } from "./await.js";
import { beginHandler, endHandler } from "./handlers.js";
import type { Unit } from "./unit.js";
import { callExit } from "./unwinding.js";

export function compileWith(unit: Unit, node: ast.With | ast.AsyncWith): void {
  if (node.kind === "AsyncWith" && !unit.scope.isAsyncFunction) unit.fail(node, "'async with' outside async function");
  compileItem(unit, node, 0);
}

/** The manager number `index`, and within it the following ones and the body. */
function compileItem(unit: Unit, node: ast.With | ast.AsyncWith, index: number): void {
  const { context_expr, optional_vars } = node.items[index];
  const [onException, suppress, exit] = [new Label(), new Label(), new Label()];
  unit.expression(context_expr);
  const isAsync = node.kind === "AsyncWith";
  unit.emit("setup_with", node, isAsync ? 1 : 0);
  if (isAsync) awaitTop(unit, "__aenter__", node);
  // The result of __enter__ is on the stack above __exit__, but does not outlive what follows.
  const handler = unit.assembler.protect(onException, 1);
  unit.enterBlock({ kind: "with", handler, statement: node }, node);
  if (optional_vars === null) unit.emit("pop", node);
  else unit.expression(optional_vars);
  if (index + 1 < node.items.length) compileItem(unit, node, index + 1);
  else unit.statements(node.body);
  unit.blocks.pop();
  unit.assembler.handler = handler.parent;
  callExit(unit, node);
  unit.jump("jump", exit, node);

  const cleanup = beginHandler(unit, onException, node);
  unit.emit("with_except", node);
  if (isAsync) unit.inHandler(() => awaitTop(unit, "__aexit__", node));
  unit.jump("jump_if_true", suppress, node);
  unit.emit("reraise", node);
  unit.place(suppress);
  unit.emit("pop", node);
  unit.assembler.handler = cleanup.parent;
  unit.emit("pop_handler", node);
  unit.emit("pop", node);
  unit.jump("jump", exit, node);
  endHandler(unit, cleanup, true);
  unit.place(exit);
}
