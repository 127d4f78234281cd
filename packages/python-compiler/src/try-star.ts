import { type Handler, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { beginHandler, compileGuarded, endHandler } from "./handlers.js";
import { callInternal } from "./internals.js";
import type { Unit } from "./unit.js";
import { forgetVariable } from "./unwinding.js";
import { storeVariable } from "./variables.js";

/**
 * While the clauses are tried, the stack holds the exception handled before, the exception that came, a list of what the clauses
 * have raised, and the rest: the part of the exception that no clause has matched so far, or None.
 */
export function compileTryExceptStar(unit: Unit, node: ast.TryStar): void {
  const [onException, unhandled, end] = [new Label(), new Label(), new Label()];
  compileGuarded(unit, node, onException, end);

  const cleanup = beginHandler(unit, onException);
  const [first] = node.handlers;
  unit.emit("dup", first);
  unit.emit("build_list", first, 0);
  unit.emit("swap", first);
  for (const clause of node.handlers) compileClause(unit, clause, cleanup);
  unit.emit("list_append", null, 1);
  callInternal(unit, "unhandled_of", 2, null);
  unit.emit("dup", null);
  unit.jump("jump_if_not_none", unhandled, null);
  unit.emit("pop", null);
  unit.assembler.handler = cleanup.parent;
  unit.emit("pop_handler", null);
  unit.jump("jump", end, null);
  unit.assembler.handler = cleanup;
  unit.place(unhandled);
  unit.emit("reraise", null);
  endHandler(unit, cleanup);
  unit.place(end);
}

/** Takes its part from the rest. What its body raises goes into the list. */
function compileClause(unit: Unit, clause: ast.ExceptHandler, cleanup: Handler): void {
  const [onException, noMatch, next] = [new Label(), new Label(), new Label()];
  unit.inHandler(() => unit.expression(clause.type as ast.ExprNode));
  callInternal(unit, "match_group", 2, clause);
  unit.emit("unpack_sequence", clause, 2);
  unit.emit("dup", clause);
  unit.jump("jump_if_none", noMatch, clause);
  unit.emit("push_handler", clause, 1);
  if (clause.name === null) unit.emit("pop", clause);
  else storeVariable(unit, clause.name, clause);
  unit.assembler.protect(onException);
  unit.enterBlock({ kind: "except star" }, clause);
  unit.statements(clause.body);
  unit.blocks.pop();
  unit.assembler.handler = cleanup;
  unit.emit("pop_handler", null);
  if (clause.name !== null) forgetVariable(unit, clause.name);
  unit.jump("jump", next, null);

  unit.place(onException);
  if (clause.name !== null) forgetVariable(unit, clause.name);
  // Below the exception lie the one handled before the body, the rest, and the list.
  unit.emit("list_append", null, 3);
  unit.emit("pop_handler", null);
  unit.jump("jump", next, null);

  unit.place(noMatch);
  unit.emit("pop", clause);
  unit.place(next);
}
