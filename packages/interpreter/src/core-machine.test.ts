import { expect, it } from "vitest";
import type { CoreMachine } from "./core-machine.js";

/** Never runs: what matters is what TypeScript says. */
function mistakes(m: CoreMachine<number>): void {
  m.op("i64_add", [1, 2]);
  // @ts-expect-error one operand is missing
  m.op("i64_add", [1]);
  // @ts-expect-error no field
  m.op("load_word", [1]);
  // @ts-expect-error a field, not a number
  m.op("load_word", [1], 8);
  // @ts-expect-error no immediate is wanted
  m.attempt("i64_neg", [1], 5);
  // @ts-expect-error there is no such instruction
  m.op("i64_frobnicate", [1]);
}

it("is typed by the table of core instructions", () => {
  expect(mistakes).toBeTypeOf("function");
});
