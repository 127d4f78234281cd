import type { ast } from "@hotpy/python-parser";
import { awaitTop } from "./await.js";
import type { Block } from "./blocks.js";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";
import { deleteVariable, storeVariable } from "./variables.js";

type Loop = Block & { readonly kind: "while" | "for" };

/** Leaves every block, for a `return`, the place of errors. The caller restores the assembler's handler. */
export function leaveAll(unit: Unit, hasValue: boolean, place: Place): void {
  leaveBlocks(unit, hasValue, false, place);
}

/** Leaves the blocks within the innermost loop, which is returned; null if there is none. The caller restores the handler. */
export function leaveToLoop(unit: Unit, place: Place): Loop | null {
  return leaveBlocks(unit, false, true, place);
}

/** Blocks are off the list while those outside are left, as a `finally` on the way may leave blocks itself. */
function leaveBlocks(unit: Unit, hasValue: boolean, toLoop: boolean, place: Place): Loop | null {
  const block = unit.blocks.at(-1);
  if (block === undefined) return null;
  if (toLoop && (block.kind === "while" || block.kind === "for")) return block as Loop;
  unit.blocks.pop();
  leave(unit, block, hasValue, place);
  const loop = leaveBlocks(unit, hasValue, toLoop, place);
  unit.blocks.push(block);
  return loop;
}

/** Emits what leaving a block takes. `hasValue`: a value on top of the stack is to stay there. */
export function leave(unit: Unit, block: Block, hasValue: boolean, place: Place): void {
  switch (block.kind) {
    case "while":
      break;
    case "for":
    case "value":
      dropBelow(unit, hasValue, "pop");
      break;
    case "try":
      unit.assembler.handler = block.handler.parent;
      break;
    case "try finally":
      unit.assembler.handler = block.handler.parent;
      if (hasValue) unit.blocks.push({ kind: "value" });
      unit.statements(block.body);
      if (hasValue) unit.blocks.pop();
      break;
    case "finally":
      dropBelow(unit, hasValue, "pop");
      unit.assembler.handler = block.handler.parent;
      dropBelow(unit, hasValue, "pop_handler");
      break;
    case "except":
      // The handler of a named clause, then that of the `try`'s clauses.
      unit.assembler.handler = block.handler.parent;
      dropBelow(unit, hasValue, "pop_handler");
      if (block.variable !== null) forgetVariable(unit, block.variable);
      break;
    case "except star":
      unit.fail(place, "'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    case "with":
      unit.assembler.handler = block.handler.parent;
      if (hasValue) unit.emit("swap", block.statement);
      callExit(unit, block.statement);
      break;
  }
}

function dropBelow(unit: Unit, hasValue: boolean, instruction: "pop" | "pop_handler"): void {
  if (hasValue) unit.emit("swap", null);
  unit.emit(instruction, null);
}

/** `name = None; del name`: the end of `except … as name`, whatever the clause did with the name. */
export function forgetVariable(unit: Unit, name: string): void {
  unit.loadNone(null);
  storeVariable(unit, name, null);
  deleteVariable(unit, name, null);
}

/** `__exit__(None, None, None)` of the bound method on the stack. */
export function callExit(unit: Unit, statement: ast.With | ast.AsyncWith): void {
  for (let i = 0; i < 3; i++) unit.loadNone(statement);
  unit.emit("call", statement, 3);
  if (statement.kind === "AsyncWith") awaitTop(unit, "__aexit__", statement);
  unit.emit("pop", statement);
}
