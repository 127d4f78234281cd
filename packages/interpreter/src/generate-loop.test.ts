import { type ComplexDefinition, createInstructionSet } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_IP, FRAME_PREVIOUS, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { assemble, compileFunctions } from "@hotpy/loop-compiler";
import { type Memory, NULL, REQUEST_INTERRUPT, reserveMemory, STATE_FRAME, STATE_REQUEST } from "@hotpy/memory";
import { describe, expect, test } from "vitest";
import { generateLoop, generateStep, type TextOptions } from "./generate-loop.js";
import { instantiateLoop } from "./instantiate-loop.js";

/* A toy language of ten instructions over raw integers: nothing of it is known to the generator. */

const define = (
  name: string,
  operand: ComplexDefinition["operand"],
  pops: number,
  pushes: number,
  code: string,
  more: Partial<ComplexDefinition> = {},
): ComplexDefinition => ({
  name,
  operand,
  pops,
  pushes,
  caches: 0,
  meaning: name,
  code,
  ...more,
});

const definitions = [
  define("push", "count", 0, 1, "PUSH(ARG);"),
  define("load", "local", 0, 1, "PUSH(LOCAL(ARG));"),
  define("store", "local", 1, 0, "const v = POP(); LOCAL(ARG) = v;"),
  define("add", "none", 2, 1, "const b = POP(), a = TOP(1); TOP(1) = (a + b) | 0;", { caches: 1 }),
  define("less", "none", 2, 1, "const b = POP(), a = TOP(1); PUT(a < b ? 1 : 0)"),
  define("jump_if_false", "jump", 1, 0, "if (POP() === 0) JUMP"),
  define(
    "jump_back",
    "jump",
    0,
    0,
    "const target = (ip + ARG) | 0; ip = target; if (REQUESTED) { i32[fp + 3] = ip << 2; i32[fp + 4] = sp << 2; RELOAD } GOTO",
    { terminal: true },
  ),
  define("slow_add", "none", 2, 1, "const b = TOP(1), a = TOP(2); DROP(2); SAVE RESULT(slowAdd(a, b))"),
  define("fail", "none", 0, 0, "SAVE RAISE", { terminal: true }),
  define("finish", "none", 1, 0, "return POP();", { terminal: true }),
];
const set = createInstructionSet(definitions);
const op = (name: string, argument = 0): number => (set.get(name)?.opcode as number) | (argument << 8);

interface Toy {
  readonly memory: Memory;
  readonly log: string[];
  run(code: readonly number[]): number;
}

const members = ["slowAdd", "safepoint", "unwind", "badInstruction"];
const texts: TextOptions = {
  tails: [{ name: "put", parameters: { outcome: "i32" }, caches: 0, code: "TOP(1) = outcome; NEXT" }],
};
const compiled = btoa(String.fromCharCode(...assemble(compileFunctions(generateLoop(set, texts), { members }).wat)));

function stepLoop(vm: unknown): () => number {
  const text = generateStep(set, { ...texts, name: "create", header: "", vmType: "any", members });
  const javascript = text
    .replace(/\): \(\) => number \{/, ") {")
    .replace(/: (number|any)\b/g, "")
    .replace("export function create", "return function create");
  return (new Function(javascript)() as (vm: unknown) => () => number)(vm);
}

async function createToy(step = false, others: object = {}): Promise<Toy> {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32 } = memory;
  const log: string[] = [];
  let handler = 0;
  const start = (memory.immortal.start >>> 2) + 16;
  const vm = {
    memory,
    slowAdd(a: number, b: number): number {
      log.push(`slow ${a} ${b}`);
      return a + b;
    },
    safepoint(): number {
      log.push("safepoint");
      i32[STATE_REQUEST >>> 2] = 0;
      return 1;
    },
    unwind(): number {
      log.push("unwind");
      if (handler === 0) return 0;
      i32[(i32[STATE_FRAME >>> 2] + FRAME_IP) >>> 2] = (start + handler) << 2;
      return 1;
    },
    badInstruction(opcode: number): never {
      throw new Error(`bad instruction ${opcode}`);
    },
    ...others,
  };
  const loop = step ? stepLoop(vm) : instantiateLoop(compiled, memory, vm);
  return {
    memory,
    log,
    run(code) {
      const frame = memory.stack.start >>> 2;
      i32.set(code, start);
      handler = code.indexOf(op("push", 99)) > 0 ? code.indexOf(op("push", 99)) : 0;
      i32[frame + (FRAME_PREVIOUS >>> 2)] = NULL;
      i32[frame + (FRAME_CODE >>> 2)] = NULL;
      i32[frame + (FRAME_IP >>> 2)] = start << 2;
      i32[frame + (FRAME_SP >>> 2)] = (frame + (FRAME_SLOTS >>> 2) + 4) << 2;
      i32[STATE_FRAME >>> 2] = frame << 2;
      let result = loop();
      while (step && result === 2) result = loop();
      return result;
    },
  };
}

/** i = 0; total = 0; while i < 100: total += i; i += 1; return total. `add` has a cache word. */
const sum = (add: readonly number[]): number[] => {
  const body = [
    op("load", 1),
    op("load", 0),
    ...add,
    op("store", 1),
    op("load", 0),
    op("push", 1),
    ...add,
    op("store", 0),
  ];
  const head = [op("load", 0), op("push", 100), op("less")];
  return [
    op("push", 0),
    op("store", 0),
    op("push", 0),
    op("store", 1),
    ...head,
    op("jump_if_false", body.length + 2),
    ...body,
    op("jump_back", -(body.length + head.length + 1)),
    op("load", 1),
    op("finish"),
  ];
};

describe("a loop generated for a toy language", () => {
  test("executes a loop, skipping cache words", async () => {
    expect((await createToy()).run(sum([op("add"), 0]))).toBe(4950);
  });

  test("one instruction per call gives the same", async () => {
    expect((await createToy(true)).run(sum([op("add"), 0]))).toBe(4950);
  });

  test("work out of line sees the operands and pushes the result", async () => {
    const toy = await createToy();
    expect(toy.run([op("push", 40), op("push", 3), op("slow_add"), op("finish")])).toBe(43);
    expect(toy.log).toEqual(["slow 40 3"]);
  });

  test("a function of another module is called without JavaScript between", async () => {
    const { wat } = compileFunctions("function slowAdd(a, b) { return a * 2 + b; }", { members: [] });
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
    const module = new WebAssembly.Module((await assemble(wat)) as Uint8Array<ArrayBuffer>);
    const { slowAdd } = new WebAssembly.Instance(module, { vm: { memory } }).exports as Record<string, () => number>;
    expect(
      (await createToy(false, { slowAdd })).run([op("push", 40), op("push", 3), op("slow_add"), op("finish")]),
    ).toBe(83);
    // JavaScript would convert arguments and result; a WebAssembly function of another type is no import of this one.
    const { f } = new WebAssembly.Instance(
      new WebAssembly.Module(
        (await assemble(
          compileFunctions("function f(a) { return a; }", { members: [] }).wat,
        )) as Uint8Array<ArrayBuffer>,
      ),
      { vm: { memory } },
    ).exports as Record<string, () => number>;
    await expect(createToy(false, { slowAdd: f })).rejects.toThrow(WebAssembly.LinkError);
  });

  test("a requested safepoint is taken at the next back-edge, and the loop goes on", async () => {
    const toy = await createToy();
    const { i32 } = toy.memory;
    const vmCode = sum([op("add"), 0]);
    i32[STATE_REQUEST >>> 2] = REQUEST_INTERRUPT;
    expect(toy.run(vmCode)).toBe(4950);
    expect(toy.log).toEqual(["safepoint"]);
  });

  test("an exception without a handler ends the loop with 0; a handler goes on", async () => {
    const toy = await createToy();
    expect(toy.run([op("fail")])).toBe(0);
    expect(toy.run([op("fail"), op("push", 99), op("finish")])).toBe(99);
    expect(toy.log).toEqual(["unwind", "unwind"]);
  });

  test("an unknown opcode is reported", async () => {
    const toy = await createToy();
    expect(() => toy.run([200])).toThrow("bad instruction 200");
  });

  test("a tail sees its parameters, not the variables of those who go there", () => {
    const tail = {
      name: "put",
      parameters: { outcome: "i32" },
      caches: 0,
      code: "TOP(1) = outcome + a; NEXT",
    } as const;
    expect(() => compileFunctions(generateLoop(set, { tails: [tail] }), { members })).toThrow(/^a is neither/);
  });

  test("a tail takes as many arguments as it has parameters", () => {
    const less = createInstructionSet([define("less", "none", 2, 1, "PUT(1, 2)")]);
    expect(() => generateLoop(less, texts)).toThrow("PUT takes 1 arguments");
  });

  test("a text that declares something else than numbers is refused", async () => {
    const bad = createInstructionSet([define("bad", "none", 0, 0, "const { a } = vm;")]);
    expect(() => generateStep(bad, { name: "create", header: "", vmType: "any", members: [] })).toThrow(/declares/);
    expect(() => compileFunctions(generateLoop(bad, {}), { members })).toThrow(/declaration/);
  });
});
