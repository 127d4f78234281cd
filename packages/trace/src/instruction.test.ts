import { CELL, type Field, LIST, METHOD } from "@hotpy/object-model";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { TraceBuilder } from "./builder.js";
import { type Instruction, instruction, mapIds, type NO_EXIT, withArgs } from "./instruction.js";
import { InstructionTable } from "./instruction-table.js";
import { NO_VALUE } from "./trace.js";

/** Never runs: what matters is what TypeScript says. */
function mistakes(b: TraceBuilder): void {
  const exit = b.exit({ frames: [], action: "resume" });
  b.emit("i64_add", [1, 2], undefined, exit);
  // @ts-expect-error an addition may overflow: it must have an exit
  b.emit("i64_add", [1, 2]);
  // @ts-expect-error an operand is missing
  b.emit("i64_add", [1], undefined, exit);
  // @ts-expect-error a field, not a number
  b.emit("load_word", [1], 8);
  // @ts-expect-error it never exits
  b.emit("unbox_int", [1], undefined, exit);
  // @ts-expect-error a 64-bit constant is a bigint
  b.defer("const_i64", [], 1);
  // @ts-expect-error the kind of the field is another
  b.emit("load_word", [1], LIST.length);
  // @ts-expect-error the field never changes
  b.emit("store_word", [1, 2], METHOD.self);
  // @ts-expect-error an operand too many
  instruction(3, "unbox_int", [1, 2]);
}

/** What TypeScript knows once `op` is known. */
function operandsOf(one: Instruction): void {
  if (one.op === "store_word") {
    expectTypeOf(one.args).toEqualTypeOf<readonly [number, number]>();
    expectTypeOf(one.immediate).toEqualTypeOf<Field<"word", "mutable">>();
    expectTypeOf(one.exit).toEqualTypeOf<typeof NO_EXIT>();
  }
  if (one.op === "guard_shape") expectTypeOf(one.immediate).toEqualTypeOf<number>();
}

describe("instructions", () => {
  it("are typed by the table of core instructions", () => {
    expect([mistakes, operandsOf]).toHaveLength(2);
  });

  it("stay the same object where nothing changes", () => {
    const add = instruction(3, "i64_add_wrap", [1, 2]);
    expect(
      withArgs(
        add,
        mapIds(add.args, (id) => id),
      ),
    ).toBe(add);
    expect(
      withArgs(
        add,
        mapIds(add.args, (id) => (id === 2 ? 0 : id)),
      ),
    ).toEqual(instruction(3, "i64_add_wrap", [1, 0]));
  });
});

describe("a table of instructions", () => {
  it("finds what computes the same, and nothing else", () => {
    const table = new InstructionTable();
    for (let id = 0; id < 500; id++) table.add(instruction(id, "i64_add_wrap", [id, id + 1]));
    table.add(instruction(500, "const_f64", [], -0));
    table.add(instruction(501, "load_word", [1], METHOD.function));
    table.add(instruction(502, "const_i64", [], 2n ** 40n));
    for (let id = 0; id < 500; id++) expect(table.find("i64_add_wrap", [id, id + 1], undefined)).toBe(id);
    expect(table.find("i64_sub_wrap", [0, 1], undefined)).toBe(NO_VALUE);
    expect(table.find("const_f64", [], -0)).toBe(500);
    expect(table.find("const_f64", [], 0)).toBe(NO_VALUE);
    expect(table.find("load_word", [1], METHOD.function)).toBe(501);
    expect(table.find("load_word", [1], CELL.value)).toBe(NO_VALUE);
    expect(table.find("const_i64", [], 2n ** 40n)).toBe(502);
    const copy = new InstructionTable(table);
    copy.add(instruction(503, "const_i32", [], 7));
    expect([copy.find("const_i32", [], 7), table.find("const_i32", [], 7)]).toEqual([503, NO_VALUE]);
  });
});
