import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import { callInternal } from "./internals.js";
import type { Unit } from "./unit.js";

/** Where a value that is awaited comes from, which the error names if it cannot be. */
const SOURCES = ["expression", "__aenter__", "__aexit__"] as const;

export function compileAwait(unit: Unit, node: ast.Await): void {
  if (unit.scope.kind !== "function" && !unit.scope.isAsyncFunction) unit.fail(node, "'await' outside function");
  if (!unit.scope.isAsyncFunction && unit.scope.comprehension === null)
    unit.fail(node, "'await' outside async function");
  unit.expression(node.value);
  awaitTop(unit, "expression", node);
}

/** Awaits the value on top; its result takes its place. */
export function awaitTop(unit: Unit, source: (typeof SOURCES)[number], place: Place): void {
  unit.loadConstant({ kind: "int", value: BigInt(SOURCES.indexOf(source)) }, place);
  callInternal(unit, "awaitable", 2, place);
  delegate(unit, place);
}

/** `yield from` the iterator on top; its result takes its place. */
export function delegate(unit: Unit, place: Place): void {
  const [send, end] = [new Label(), new Label()];
  unit.loadNone(place);
  unit.place(send);
  unit.jump("send", end, place);
  unit.emit("yield_value", place, unit.isInHandler ? 1 : 0);
  unit.jump("jump_back", send, place);
  unit.place(end);
}

/** Makes the asynchronous iterator of the iterable on top. */
export function asyncIterator(unit: Unit, place: Place): void {
  callInternal(unit, "async_iterator", 1, place);
}

/**
 * Awaits the next item of the asynchronous iterator on top, which stays below it.
 * @returns where its end arrives; to be ended by {@link endAsyncLoop}.
 */
export function awaitNext(unit: Unit, place: Place): Label {
  const onEnd = new Label();
  const handler = unit.assembler.protect(onEnd);
  unit.emit("dup", place);
  callInternal(unit, "async_next", 1, place);
  delegate(unit, place);
  unit.assembler.handler = handler.parent;
  return onEnd;
}

/** StopAsyncIteration ends the loop, whose iterator is dropped; any other exception is raised on. */
export function endAsyncLoop(unit: Unit, onEnd: Label, place: Place): void {
  unit.place(onEnd);
  unit.emit("end_async_for", place);
}
