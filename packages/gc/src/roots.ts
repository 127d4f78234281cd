import { type Memory, STATE_CONSTANTS_TOP, STATE_HANDLED, STATE_HANDLES_TOP, STATE_PENDING } from "@hotpy/memory";
import type { RootVisitor } from "./collector.js";

/** Visits the roots that lie in memory whatever the language: exceptions, handles, constants of traces. */
export function visitStateRoots(memory: Memory, visit: RootVisitor): void {
  const { i32, handles, constants } = memory;
  visit(STATE_PENDING, STATE_PENDING + 4);
  visit(STATE_HANDLED, STATE_HANDLED + 4);
  visit(handles.start, i32[STATE_HANDLES_TOP >>> 2]);
  visit(constants.start, i32[STATE_CONSTANTS_TOP >>> 2]);
}
