import { expect, it } from "vitest";
import { removeDeadCode } from "./dead-code.js";
import { NO_HELPERS } from "./kinds.js";
import { parseTrace } from "./text/parse.js";
import { printTrace } from "./text/print.js";

it("removes what nothing needs, around loops too, and keeps what may exit", () => {
  const trace = parseTrace(`trace 1 loop at code#8+0
inputs:
  %0: word = slot 0
prologue:
  %1: i64 = unbox_int %0
  %2: i64 = const_i64 1n
  %3: i64 = const_i64 2n
loop:
  %4: i64 = param %1 %8
  %5: i64 = param %2 %7
  %6: i64 = param %2 %9
  head @0
  %7: i64 = i64_add_wrap %5 %3
  %8: i64 = i64_add %4 %4 @1
  %9: i64 = i64_add_wrap %6 %2
  %10: word = box_int %9
end: loop
deferred:
  %11: word = box_int %6
  %12: word = box_int %5
snapshots:
  @0 resume [code#8+0 %0]
  @1 resume [code#8+4 %11]
`);
  expect(printTrace(removeDeadCode(trace, NO_HELPERS), NO_HELPERS)).toBe(`trace 1 loop at code#8+0
inputs:
  %0: word = slot 0
prologue:
  %1: i64 = unbox_int %0
  %2: i64 = const_i64 1n
loop:
  %4: i64 = param %1 %8
  %6: i64 = param %2 %9
  head @0
  %8: i64 = i64_add %4 %4 @1
  %9: i64 = i64_add_wrap %6 %2
end: loop
deferred:
  %11: word = box_int %6
snapshots:
  @0 resume [code#8+0 %0]
  @1 resume [code#8+4 %11]
`);
});
