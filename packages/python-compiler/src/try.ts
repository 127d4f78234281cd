import { type Handler, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { beginHandler, compileGuarded, endHandler } from "./handlers.js";
import { compileTryExceptStar } from "./try-star.js";
import type { Unit } from "./unit.js";
import { forgetVariable } from "./unwinding.js";
import { storeVariable } from "./variables.js";

export function compileTry(unit: Unit, node: ast.Try | ast.TryStar): void {
  if (node.finalbody.length > 0) compileTryFinally(unit, node);
  else compileHandlers(unit, node);
}

function compileHandlers(unit: Unit, node: ast.Try | ast.TryStar): void {
  if (node.kind === "TryStar") compileTryExceptStar(unit, node);
  else compileTryExcept(unit, node);
}

/** The `finally` is compiled twice, for the way with and without an exception, and once more for each jump out of the body. */
function compileTryFinally(unit: Unit, node: ast.Try | ast.TryStar): void {
  const [onException, exit] = [new Label(), new Label()];
  unit.emit("nop", node);
  const handler = unit.assembler.protect(onException);
  unit.enterBlock({ kind: "try finally", handler, body: node.finalbody }, node);
  if (node.handlers.length > 0) compileHandlers(unit, node);
  else unit.statements(node.body);
  unit.blocks.pop();
  unit.assembler.handler = handler.parent;
  unit.statements(node.finalbody);
  unit.jump("jump", exit, null);

  const cleanup = beginHandler(unit, onException);
  unit.enterBlock({ kind: "finally", handler: cleanup }, node);
  unit.statements(node.finalbody);
  unit.blocks.pop();
  unit.emit("reraise", lastOf(node.finalbody));
  endHandler(unit, cleanup);
  unit.place(exit);
}

/** The simple statement that a body ends with in the text; null: it ends with another kind. */
function lastOf(body: readonly ast.StmtNode[]): ast.StmtNode | null {
  const last = body[body.length - 1];
  switch (last.kind) {
    case "If":
      return lastOf(last.orelse.length > 0 ? last.orelse : last.body);
    case "For":
    case "AsyncFor":
    case "While":
      return last.orelse.length > 0 ? lastOf(last.orelse) : null;
    case "Try":
    case "TryStar":
    case "Match":
      return null;
    default:
      return last;
  }
}

function compileTryExcept(unit: Unit, node: ast.Try): void {
  const [onException, end] = [new Label(), new Label()];
  compileGuarded(unit, node, onException, end);

  const cleanup = beginHandler(unit, onException);
  node.handlers.forEach((clause, index) => {
    const next = new Label();
    const { type } = clause;
    if (type !== null) {
      unit.inHandler(() => unit.expression(type));
      unit.emit("match_exception", clause);
      unit.jump("jump_if_false", next, clause);
    } else if (index < node.handlers.length - 1) {
      unit.fail(clause, "default 'except:' must be last");
    }
    compileClause(unit, clause, cleanup, end);
    unit.place(next);
  });
  unit.emit("reraise", node.handlers[node.handlers.length - 1]);
  endHandler(unit, cleanup);
  unit.place(end);
}

/** The body of an `except`, with the exception on the stack above the one handled before. */
function compileClause(unit: Unit, clause: ast.ExceptHandler, cleanup: Handler, end: Label): void {
  if (clause.name === null) {
    unit.emit("pop", clause);
    unit.enterBlock({ kind: "except", handler: cleanup, variable: null }, clause);
    unit.statements(clause.body);
    unit.blocks.pop();
    leaveClause(unit, clause, cleanup, end);
    return;
  }
  const onException = new Label();
  storeVariable(unit, clause.name, clause);
  unit.assembler.protect(onException);
  unit.enterBlock({ kind: "except", handler: cleanup, variable: clause.name }, clause);
  unit.statements(clause.body);
  unit.blocks.pop();
  leaveClause(unit, clause, cleanup, end);
  unit.assembler.handler = cleanup;
  unit.place(onException);
  forgetVariable(unit, clause.name);
  unit.emit("reraise", null);
}

function leaveClause(unit: Unit, clause: ast.ExceptHandler, cleanup: Handler, end: Label): void {
  unit.assembler.handler = cleanup.parent;
  unit.emit("pop_handler", null);
  if (clause.name !== null) forgetVariable(unit, clause.name);
  unit.jump("jump", end, null);
  unit.assembler.handler = cleanup;
}
