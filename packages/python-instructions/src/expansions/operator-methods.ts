/// Operators of classes: calls of `__add__`, `__eq__` and so on.

import type { CoreMachine } from "@hotpy/interpreter";
import type { Language } from "./language.js";

/** Calls the method of an operator. Declines: its result may be NotImplemented, which the interpreter goes on from. */
export function callOperator<V>(m: CoreMachine<V>, _: Language, operator: string, __: boolean, ___: V, ____: V): void {
  m.decline(`operands of ${operator}`);
}

export function callComparison<V>(m: CoreMachine<V>, _: Language, comparison: string, __: V, ___: V): void {
  m.decline(`operands of ${comparison}`);
}
