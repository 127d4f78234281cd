/// A language of a dozen instructions, for testing recorder and supervisor without any real language: integers,
/// floats, cells, loops and calls. Its loop runs every instruction by its expansion on the direct machine.

import { type ComplexDefinition, createMeanings, type LeafHelper, type Operand } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_PREVIOUS, initialiseFrameStack } from "@hotpy/frame-stack";
import {
  type CoreMachine,
  Decline,
  DirectMachine,
  type ExecutionHooks,
  type Expansion,
  type ExpansionEntry,
  expansionTable,
  Raised,
  RunningFrame,
} from "@hotpy/interpreter";
import {
  type Address,
  type Memory,
  NULL,
  reserveMemory,
  STATE_FRAME,
  STATE_PENDING,
  TRUE,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  BASIC_LAYOUTS,
  CODE_ARGUMENTS,
  CODE_COUNTER,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_TRACE,
  createShapeTable,
  defineFields,
  FIRST_LANGUAGE_SHAPE,
  FUNCTION,
  FUNCTION_CODE,
  headerWord,
  type Layout,
  layoutOf,
  mutable,
  SHAPE_CODE,
  SHAPE_FLOAT,
  SHAPE_FUNCTION,
} from "@hotpy/object-model";

const define = (name: string, operand: Operand, pops: number, pushes: number, caches = 0): ComplexDefinition => ({
  name,
  operand,
  pops,
  pushes,
  caches,
  meaning: name,
  code: "",
});

/** The toy's instructions; opcodes are positions. */
const TOY: readonly ComplexDefinition[] = [
  define("local", "local", 0, 1),
  define("store", "local", 1, 0),
  define("small", "count", 0, 1),
  define("add", "none", 2, 1),
  define("subtract", "none", 2, 1),
  define("less", "none", 2, 1),
  define("jump_unless", "jump", 1, 0),
  define("jump_back", "jump", 0, 0, 2),
  define("self", "none", 0, 1),
  define("call", "count", 1, 1),
  define("return", "none", 1, 0),
  define("get", "none", 1, 1),
  define("set", "none", 2, 0),
  define("check", "none", 1, 1),
  define("odd_thing", "none", 0, 0),
];

/** The toy's own kind of object. */
export const TOY_CELL = defineFields("toy_cell", { value: mutable("word", 8) });
const SHAPE_TOY_CELL = FIRST_LANGUAGE_SHAPE;
const TOY_LAYOUTS = new Map([[SHAPE_TOY_CELL, layoutOf("toy-cell", TOY_CELL)]]);

function arithmetic(int: "i64_add" | "i64_sub", float: "f64_add" | "f64_sub"): Expansion {
  return (m) => {
    const b = m.pop();
    const a = m.pop();
    if (m.isInt(a) && m.isInt(b))
      m.push(m.op("box_int", [m.op(int, [m.op("unbox_int", [a]), m.op("unbox_int", [b])])]));
    else m.push(m.op("box_float", [m.op(float, [toFloat(m, a), toFloat(m, b)])]));
  };
}

function toFloat<V>(m: CoreMachine<V>, value: V): V {
  if (m.isInt(value)) return m.op("i64_to_f64", [m.op("unbox_int", [value])]);
  if (m.shapeOf(value) !== SHAPE_FLOAT) m.decline("not a number");
  return m.op("unbox_float", [value]);
}

const expansions = new Map<string, Expansion>([
  ["local", (m, slot) => m.push(m.local(slot))],
  ["store", (m, slot) => m.setLocal(slot, m.pop())],
  ["small", (m, value) => m.push(m.word(tagSmall(value)))],
  ["add", arithmetic("i64_add", "f64_add")],
  ["subtract", arithmetic("i64_sub", "f64_sub")],
  [
    "less",
    (m) => {
      const b = m.pop();
      const a = m.pop();
      const isInt = m.isInt(a) && m.isInt(b);
      m.push(
        m.op("box_bool", [
          isInt
            ? m.op("i64_lt", [m.op("unbox_int", [a]), m.op("unbox_int", [b])])
            : m.op("f64_lt", [toFloat(m, a), toFloat(m, b)]),
        ]),
      );
    },
  ],
  [
    "jump_unless",
    (m, words) => {
      if (!m.truth(m.op("word_eq", [m.pop(), m.word(TRUE)]))) m.jump(words);
    },
  ],
  ["jump_back", (m, words) => m.jump(words)],
  ["self", (m) => m.push(m.currentFunction())],
  [
    "call",
    (m, count) => {
      const args = Array.from({ length: count }, () => m.pop()).reverse();
      const callee = m.pop();
      if (m.shapeOf(callee) !== SHAPE_FUNCTION) m.decline("not a function");
      m.call(m.wordOf(m.op("load_word", [callee], FUNCTION.code)), callee, args);
    },
  ],
  ["return", (m) => m.return(m.pop())],
  ["get", (m) => m.push(cell(m, m.pop()))],
  [
    "set",
    (m) => {
      const target = m.pop();
      if (m.shapeOf(target) !== SHAPE_TOY_CELL) m.decline("not a cell");
      m.op("store_word", [target, m.pop()], TOY_CELL.value);
    },
  ],
  ["check", (m) => m.push(m.leaf("positive", [m.pop()]))],
]);

function cell<V>(m: CoreMachine<V>, object: V): V {
  if (m.shapeOf(object) !== SHAPE_TOY_CELL) m.decline("not a cell");
  return m.op("load_word", [object], TOY_CELL.value);
}

/** Size of a code object. */
const CODE_BYTES = 4 * (BASIC_LAYOUTS.get(SHAPE_CODE) as Layout).fixedWords;

/** Hooks under which nothing gets hot. */
const IDLE: ExecutionHooks = {
  loopThreshold: 0x7fffffff,
  functionThreshold: 0x7fffffff,
  loopHot: () => true,
  functionHot: () => true,
  enterLoopTrace: () => true,
  enterFunctionTrace: () => NULL,
};

/** A running toy: with what a recorder, the trace interpreter and a supervisor need of a language. */
export interface Toy {
  readonly memory: Memory;
  readonly meanings: ReturnType<typeof createMeanings>;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  readonly expansions: readonly ExpansionEntry[];
  hooks: ExecutionHooks;
  barrier(object: Address): void;
  allocate(bytes: number): Address;
  allocateImmortal(bytes: number): Address;
  /** A function from instructions `[name, argument]`; jumps are in instructions, relative. */
  define(args: number, locals: number, instructions: readonly (readonly [string, number?])[]): Address;
  cell(value: Word): Address;
  float(value: number): Address;
  /** Pushes the frame of a call of a function. */
  enter(callee: Address, ...args: readonly Word[]): void;
  /** Runs until the frame pushed last has returned; NULL: raised. */
  run(): Word;
  call(callee: Address, ...args: readonly Word[]): Word;
  /** One instruction; 0: raised. */
  step(): number;
  /** Address of a `return` outside of any code. */
  readonly returnStub: Address;
  /** Instructions that the loop has executed. */
  count: number;
}

export function createToy(): Toy {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32, f64 } = memory;
  createShapeTable(memory, TOY_LAYOUTS);
  let top = memory.heap.start;
  let immortal = memory.immortal.start;
  const allocate = (bytes: number): Address => (top += bytes) - bytes;
  const allocateImmortal = (bytes: number): Address => (immortal += (bytes + 7) & ~7) - ((bytes + 7) & ~7);
  const barrier = (): void => {};
  const opcode = new Map(TOY.map(({ name }, index) => [name, index]));
  const helpers = new Map<string, LeafHelper>([
    [
      "positive",
      {
        name: "positive",
        args: ["word"],
        result: "word",
        reads: [],
        writes: [],
        fails: "raise",
        run: ((word: Word) => {
          if (word > 0) return word;
          i32[STATE_PENDING >>> 2] = tagSmall(13);
          return NULL;
        }) as never,
      },
    ],
  ]);
  const meanings = createMeanings(memory, {
    allocate,
    barrier,
    helper: (name) => helpers.get(name) as LeafHelper,
    isValid: () => true,
    callCode: () => {
      throw new Error("not on its own");
    },
  });
  initialiseFrameStack(memory);
  const frame = new RunningFrame(memory, barrier);
  const direct = new DirectMachine(memory, meanings, frame);
  const table = expansionTable(TOY, expansions);

  const base = allocateImmortal(CODE_BYTES);
  i32[base >>> 2] = headerWord(SHAPE_CODE);
  const returnStub = allocateImmortal(4);
  i32[returnStub >>> 2] = opcode.get("return") as number;

  /** An exception: all frames go. */
  function fail(): number {
    while (i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2] !== base)
      i32[STATE_FRAME >>> 2] = i32[(i32[STATE_FRAME >>> 2] + FRAME_PREVIOUS) >>> 2];
    return 0;
  }

  function step(): number {
    frame.load();
    const { name, size, expansion } = table[frame.instruction & 255];
    const before = frame.frame;
    frame.begin();
    const cache = frame.ip + 4;
    frame.next = frame.ip + 4 * size;
    toy.count++;
    try {
      if (name !== "odd_thing") (expansion as Expansion)(direct, frame.instruction >> 8);
    } catch (error) {
      frame.undo();
      if (error instanceof Raised) return fail();
      throw error instanceof Decline ? new Error(`${name}: ${error.message}`) : error;
    }
    frame.save();
    if (name === "jump_back") return loopEnters(cache) ? 2 : fail();
    if (name === "call" && frame.frame !== before) return functionEnters() ? 2 : fail();
    return 2;
  }

  function loopEnters(cache: Address): boolean {
    if (i32[cache >>> 2] > 0 && --i32[cache >>> 2] > 0) return true;
    const trace = i32[(cache + 4) >>> 2];
    return trace === 0 ? toy.hooks.loopHot(i32[STATE_FRAME >>> 2], cache) : toy.hooks.enterLoopTrace(trace - 1, cache);
  }

  function functionEnters(): boolean {
    const code = frame.code;
    const counter = (code + CODE_COUNTER) >>> 2;
    if (i32[counter] > 0 && --i32[counter] > 0) return true;
    const trace = i32[(code + CODE_TRACE) >>> 2];
    if (trace === 0) return toy.hooks.functionHot(frame.frame);
    const result = toy.hooks.enterFunctionTrace(trace - 1);
    if (result === NULL) return i32[STATE_PENDING >>> 2] === NULL;
    frame.load();
    frame.popFrame();
    frame.push(result);
    frame.save();
    return true;
  }

  const toy: Toy = {
    memory,
    meanings,
    helpers,
    expansions: table,
    hooks: IDLE,
    barrier,
    allocate,
    allocateImmortal,
    returnStub,
    step,
    count: 0,
    define(args, locals, instructions) {
      const start = allocateImmortal(instructions.length * 12);
      const places: number[] = [];
      let place = 0;
      for (const [name] of instructions) {
        places.push(place);
        place += 1 + TOY[opcode.get(name) as number].caches;
      }
      instructions.forEach(([name, argument = 0], index) => {
        const isJump = TOY[opcode.get(name) as number].operand === "jump";
        const encoded = isJump ? places[index + argument] - places[index] : argument;
        i32[(start >>> 2) + places[index]] = (opcode.get(name) as number) | (encoded << 8);
        if (name === "jump_back") i32[(start >>> 2) + places[index] + 1] = toy.hooks.loopThreshold;
      });
      const code = allocateImmortal(CODE_BYTES);
      const set = (offset: number, value: number): void => {
        i32[(code + offset) >>> 2] = value;
      };
      set(0, headerWord(SHAPE_CODE));
      set(CODE_START, start);
      set(CODE_ARGUMENTS, args);
      set(CODE_LOCALS, locals);
      set(CODE_STACK, 8);
      set(CODE_COUNTER, toy.hooks.functionThreshold);
      const callee = allocate(48);
      i32.fill(0, callee >>> 2, (callee >>> 2) + 12);
      i32[callee >>> 2] = headerWord(SHAPE_FUNCTION);
      i32[(callee + FUNCTION_CODE) >>> 2] = code;
      return callee;
    },
    cell(value) {
      const object = allocate(16);
      i32[object >>> 2] = headerWord(SHAPE_TOY_CELL);
      i32[(object + TOY_CELL.value.offset) >>> 2] = value;
      return object;
    },
    float(value) {
      const object = allocate(16);
      i32[object >>> 2] = headerWord(SHAPE_FLOAT);
      f64[(object + 8) >>> 3] = value;
      return object;
    },
    enter(callee, ...args) {
      frame.load();
      frame.pushFrame(i32[(callee + FUNCTION_CODE) >>> 2], callee, args);
      frame.next = frame.ip;
      frame.save();
    },
    run() {
      while (i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2] !== base) if (step() === 0) return NULL;
      frame.load();
      const result = frame.pop();
      frame.next = frame.ip;
      frame.save();
      return result;
    },
    call(callee, ...args) {
      i32[STATE_PENDING >>> 2] = NULL;
      toy.enter(callee, ...args);
      if (functionEnters()) return toy.run();
      fail();
      return NULL;
    },
  };

  // A frame below all others, to which results go.
  i32[STATE_FRAME >>> 2] = memory.stack.start;
  i32[(memory.stack.start + FRAME_CODE) >>> 2] = base;
  i32[(memory.stack.start + 16) >>> 2] = memory.stack.start + 24;
  return toy;
}

/** Sum of 1 … n: local 0 is n, local 1 the sum. */
export const SUM: readonly (readonly [string, number?])[] = [
  ["small", 0],
  ["store", 1],
  ["small", 0],
  ["local", 0],
  ["less"],
  ["jump_unless", 10],
  ["local", 1],
  ["local", 0],
  ["add"],
  ["store", 1],
  ["local", 0],
  ["small", -1],
  ["add"],
  ["store", 0],
  ["jump_back", -12],
  ["local", 1],
  ["return"],
];

/** The Fibonacci number of local 0, by calls of itself. */
export const FIB: readonly (readonly [string, number?])[] = [
  ["local", 0],
  ["small", 2],
  ["less"],
  ["jump_unless", 3],
  ["local", 0],
  ["return"],
  ["self"],
  ["local", 0],
  ["small", 1],
  ["subtract"],
  ["call", 1],
  ["self"],
  ["local", 0],
  ["small", 2],
  ["subtract"],
  ["call", 1],
  ["add"],
  ["return"],
];
