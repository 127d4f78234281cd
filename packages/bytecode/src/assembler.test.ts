import { describe, expect, it } from "vitest";
import {
  Assembler,
  type CodeUnit,
  type ComplexDefinition,
  ConstantPool,
  createInstructionSet,
  disassemble,
  handlerAt,
  Label,
  positionAt,
  verify,
} from "./index.js";

const define = (
  name: string,
  operand: ComplexDefinition["operand"],
  pops: number,
  pushes: number,
  more: Partial<ComplexDefinition> = {},
): ComplexDefinition => ({ name, operand, pops, pushes, caches: 0, meaning: "", code: "", ...more });

const toy = createInstructionSet([
  define("push", "count", 0, 1),
  define("pop", "none", 1, 0),
  define("add", "none", 2, 1, { caches: 2 }),
  define("pack", "count", 0, 1, { pops: (count) => count }),
  define("get", "local", 0, 1),
  define("jump", "jump", 0, 0, { terminal: true }),
  define("loop", "jump", 0, 0, { terminal: true, caches: 1 }),
  define("unless", "jump", 1, 0),
  define("next", "jump", 1, 2, { jumpPops: 1, jumpPushes: 0, caches: 1 }),
  define("end", "none", 1, 0, { terminal: true }),
  define("get_push", "local", 0, 1, { fuses: ["get", "push"] }),
]);

function unitOf(assembler: Assembler): CodeUnit {
  return {
    name: "f",
    qualname: "f",
    filename: "f.toy",
    firstLine: 1,
    argumentCount: 1,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    flags: 0,
    localNames: ["a"],
    cellNames: [],
    freeNames: [],
    constants: [],
    names: [],
    instanceSlotsHint: 0,
    ...assembler.assemble(),
  };
}

/** The instructions of a unit, without the heading. */
function text(assembler: Assembler): string[] {
  const unit = unitOf(assembler);
  verify(unit, toy);
  return disassemble(unit, toy)
    .split("\n")
    .slice(1)
    .map((line) => line.trim().replace(/ +/g, " "));
}

describe("Assembler", () => {
  it("lays out caches and resolves jumps in words", () => {
    const assembler = new Assembler(toy);
    const head = new Label();
    const done = new Label();
    assembler.emit("push", 5);
    assembler.place(head);
    assembler.jump("next", done);
    assembler.emit("pop");
    assembler.jump("loop", head);
    assembler.place(done);
    assembler.emit("push", -1);
    assembler.emit("push", 2);
    assembler.emit("add");
    assembler.emit("end");
    expect(text(assembler)).toEqual([
      "0 push 5",
      ">> 1 next to 6",
      "3 pop",
      "4 loop to 1",
      ">> 6 push -1",
      "7 push 2",
      "8 add",
      "11 end",
    ]);
  });

  it("drops unreachable code, threads jumps and drops jumps to the next instruction", () => {
    const assembler = new Assembler(toy);
    const [a, b, c, d] = [new Label(), new Label(), new Label(), new Label()];
    assembler.emit("get", 0);
    assembler.jump("unless", a);
    assembler.jump("jump", c);
    assembler.emit("pop");
    assembler.place(a);
    assembler.jump("jump", b);
    assembler.emit("push", 9);
    assembler.place(b);
    assembler.jump("jump", d);
    assembler.place(c);
    assembler.emit("push", 1);
    assembler.emit("push", 2);
    assembler.emit("pop");
    assembler.emit("end");
    assembler.place(d);
    assembler.emit("push", 3);
    assembler.emit("end");
    expect(text(assembler)).toEqual([
      "0 get 0 (a)",
      "1 unless to 6",
      "2 push 1",
      "3 push 2",
      "4 pop",
      "5 end",
      ">> 6 push 3",
      "7 end",
    ]);
  });

  it("repeats a short tail instead of jumping to it", () => {
    const assembler = new Assembler(toy);
    const [otherwise, tail] = [new Label(), new Label()];
    assembler.emit("get", 0);
    assembler.jump("unless", otherwise);
    assembler.emit("push", 1);
    assembler.emit("pop");
    assembler.jump("jump", tail);
    assembler.place(otherwise);
    assembler.emit("push", 2);
    assembler.emit("pop");
    assembler.place(tail);
    assembler.emit("push", 0);
    assembler.emit("end");
    expect(text(assembler)).toEqual([
      "0 get 0 (a)",
      "1 unless to 6",
      "2 push 1",
      "3 pop",
      "4 push 0",
      "5 end",
      ">> 6 push 2",
      "7 pop",
      "8 push 0",
      "9 end",
    ]);
  });

  it("finds handler depths, and drops handlers that nothing can reach", () => {
    const assembler = new Assembler(toy);
    const [outer, inner] = [new Label(), new Label()];
    assembler.emit("push", 1);
    const outerHandler = assembler.protect(outer);
    assembler.emit("push", 2);
    assembler.protect(inner);
    assembler.handler = outerHandler;
    assembler.emit("add");
    assembler.handler = null;
    assembler.emit("end");
    assembler.place(inner);
    assembler.emit("end");
    assembler.place(outer);
    assembler.emit("add");
    assembler.emit("end");
    const unit = unitOf(assembler);
    verify(unit, toy);
    expect(unit.handlers).toEqual([{ start: 1, end: 5, target: 6, depth: 1 }]);
    expect(handlerAt(unit, 0)).toBeNull();
    expect(handlerAt(unit, 2)?.target).toBe(6);
    expect(handlerAt(unit, 5)).toBeNull();
  });

  it("merges equal positions; an instruction without takes that of the one before", () => {
    const assembler = new Assembler(toy);
    const at = (line: number) => ({ line, endLine: line, column: 0, endColumn: 5 });
    assembler.position = at(1);
    assembler.emit("push", 1);
    assembler.position = at(1);
    assembler.emit("push", 2);
    assembler.position = null;
    assembler.emit("add");
    assembler.position = at(2);
    assembler.emit("end");
    const unit = unitOf(assembler);
    expect(unit.positions.map(({ start, end, line }) => [start, end, line])).toEqual([
      [0, 5, 1],
      [5, 6, 2],
    ]);
    expect(positionAt(unit, 3)?.line).toBe(1);
    expect(positionAt(unit, 6)).toBeNull();
  });

  it("forms superinstructions in place, so that a jump may enter in the middle", () => {
    const assembler = new Assembler(toy);
    const middle = new Label();
    assembler.emit("push", 7);
    assembler.jump("unless", middle);
    assembler.emit("push", 8);
    assembler.emit("pop");
    assembler.emit("get", 0);
    assembler.emit("pop");
    assembler.place(middle);
    assembler.emit("get", 0);
    assembler.emit("push", 4);
    assembler.emit("add");
    assembler.emit("end");
    expect(text(assembler).slice(-4)).toEqual([">> 6 get_push 0 (a)", "7 push 4", "8 add", "11 end"]);
  });

  it("computes the stack size with effects that depend on the argument", () => {
    const assembler = new Assembler(toy);
    for (const value of [1, 2, 3]) assembler.emit("push", value);
    assembler.emit("pack", 3);
    assembler.emit("end");
    expect(unitOf(assembler).stackSize).toBe(3);
  });

  it.each([
    ["underflow", (a: Assembler) => a.emit("add"), /add takes 2 words from a stack of 0/],
    ["the end", (a: Assembler) => a.emit("push"), /runs off the end/],
    ["an unknown name", (a: Assembler) => a.emit("fly"), /no instruction is called fly/],
    ["a long argument", (a: Assembler) => a.emit("push", 2 ** 23), /more than 24 bits/],
    ["a label that is nowhere", (a: Assembler) => a.jump("jump", new Label()), /nowhere/],
  ])("refuses %s", (_, build, message) => {
    expect(() => {
      const assembler = new Assembler(toy);
      build(assembler);
      assembler.assemble();
    }).toThrow(message);
  });
});

describe("verify", () => {
  const good = (): CodeUnit => {
    const assembler = new Assembler(toy);
    assembler.emit("push", 3);
    assembler.emit("push", 1);
    assembler.emit("add");
    assembler.emit("end");
    return unitOf(assembler);
  };
  const word = (name: string, argument: number) => (argument << 8) | (toy.get(name)?.opcode ?? 0);
  const withWord = (index: number, value: number): CodeUnit => {
    const unit = good();
    unit.code[index] = value;
    return unit;
  };

  it("accepts what the assembler makes", () => expect(() => verify(good(), toy)).not.toThrow());

  it.each([
    ["an unknown opcode", () => withWord(1, 99), /no instruction has opcode 99/],
    ["a slot out of range", () => withWord(0, word("get", 1)), /get 1: there are 1/],
    ["a superinstruction without its parts", () => withWord(1, word("get_push", 0)), /must be followed by push/],
    ["a jump into a cache", () => withWord(1, word("jump", 2)), /word 3, which is no instruction/],
    ["a jump out of the code", () => withWord(1, word("jump", 90)), /no instruction/],
    ["underflow", () => withWord(0, word("pop", 0)), /pop takes 1 words from a stack of 0/],
    ["two depths", () => withWord(1, word("jump", -1)), /reached with 0 and with 1/],
    ["running off the end", () => withWord(5, word("push", 0)), /word 6, which is no instruction/],
    ["a stack size that is too small", () => ({ ...good(), stackSize: 1 }), /2 words on a stack of 1/],
    [
      "a handler in a cache",
      () => ({ ...good(), handlers: [{ start: 0, end: 1, target: 3, depth: 0 }] }),
      /handler is not at an instruction/,
    ],
    [
      "a handler deeper than the stack",
      () => ({ ...good(), handlers: [{ start: 0, end: 1, target: 5, depth: 3 }] }),
      /cannot be cut/,
    ],
    [
      "overlapping ranges",
      () => ({
        ...good(),
        handlers: [
          { start: 0, end: 2, target: 5, depth: 0 },
          { start: 1, end: 2, target: 5, depth: 0 },
        ],
      }),
      /overlaps/,
    ],
  ])("refuses %s", (_, unit, message) => expect(() => verify(unit(), toy)).toThrow(message));
});

describe("createInstructionSet", () => {
  it("refuses doubles, too many, and superinstructions that do not fit", () => {
    const one = define("a", "none", 0, 0);
    expect(() => createInstructionSet([one, one])).toThrow(/two instructions are called a/);
    expect(() => createInstructionSet(Array.from({ length: 257 }, (_, i) => define(`a${i}`, "none", 0, 0)))).toThrow(
      /8 bits/,
    );
    expect(() => createInstructionSet([one, define("aa", "count", 0, 0, { fuses: ["a", "a"] })])).toThrow(
      /operand and caches of a/,
    );
  });
});

describe("ConstantPool", () => {
  it("keeps 1, 1.0, True, '1', 0.0 and -0.0 apart, in tuples too", () => {
    const pool = new ConstantPool();
    const int = { kind: "int", value: 1n } as const;
    const float = { kind: "float", value: 1 } as const;
    const tuple = (...items: Parameters<typeof pool.index>[0][]) => ({ kind: "tuple", items }) as const;
    const constants = [
      int,
      float,
      { kind: "true" } as const,
      { kind: "str", value: "1" } as const,
      { kind: "float", value: 0 } as const,
      { kind: "float", value: -0 } as const,
      { kind: "float", value: NaN } as const,
      { kind: "bytes", value: new Uint8Array([49]) } as const,
      tuple(int),
      tuple(float),
      tuple(int, int),
      tuple(tuple(int), int),
      tuple(tuple(int, int)),
    ];
    expect(constants.map((constant) => pool.index(constant))).toEqual(constants.map((_, index) => index));
    expect(constants.map((constant) => pool.index(constant))).toEqual(constants.map((_, index) => index));
  });
});
