import { type Handler, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

/** The body of a `try` that has handlers, and its `else`; then execution goes on at `end`. */
export function compileGuarded(unit: Unit, node: ast.Try | ast.TryStar, onException: Label, end: Label): void {
  unit.emit("nop", node);
  const handler = unit.assembler.protect(onException);
  unit.enterBlock({ kind: "try", handler }, node);
  unit.statements(node.body);
  unit.blocks.pop();
  unit.assembler.handler = handler.parent;
  unit.statements(node.orelse);
  unit.jump("jump", end, null);
}

/**
 * Start of a handler: makes the exception on the stack the handled one, above the one handled before.
 * @returns the handler of what the code that follows raises; it is ended by {@link endHandler}.
 */
export function beginHandler(unit: Unit, label: Label, place: Place | null = null): Handler {
  unit.place(label);
  unit.emit("push_handler", place, unit.isInHandler ? 1 : 0);
  return unit.assembler.protect(new Label(), 1);
}

/** What a handler raises is raised on, after the exception handled before is the handled one again. */
export function endHandler(unit: Unit, handler: Handler, isBehindWith = false): void {
  unit.assembler.handler = handler.parent;
  unit.place(handler.label);
  unit.emit("swap", null);
  unit.emit("pop_handler", null);
  unit.emit("reraise", null, isBehindWith ? 1 : 0);
}
