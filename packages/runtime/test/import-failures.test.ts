import { HeapExhausted } from "@hotpy/memory";
import { createLoop, createPythonVm, instructionSet, type PythonVm, shieldVm } from "@hotpy/python-instructions";
import { SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { createPython, installModules, type Python } from "../src/index.js";

/// Whatever the loop imports may throw, for want of memory or of stack, or by a fault of ours. None of it passes through the loop's frame:
/// the program finds the exception where it stands, in the `try` that covers the instruction, and its locals as they were.

/** A statement that has the loop call an import. */
interface Use {
  readonly setup?: string;
  readonly statement: string;
  /** Not in a function. */
  readonly isGlobal?: true;
}

const defaults = Array.from({ length: 600 }, (_, i) => `p${i}=a`).join(", ");
/** Enough to fill the allocation chunk, and to have a collection asked for. */
const FILLING = "[(i, i) for i in range(400000)]";

const USES: Record<string, Use> = {
  // Operands and keys that are not plain: the kernels do the others.
  binary: { statement: "[1] * True" },
  bindExit: { statement: "with Thing(): pass" },
  buildMap: { statement: "{None: b}" },
  buildSet: { statement: "{None, b}" },
  callEnter: { statement: "with Thing(): pass" },
  callExit: { statement: "with Thing(): raise ValueError" },
  callNative: { statement: "'abc'.rindex('a')" },
  compare: { statement: "[None] == [Thing]" },
  contains: { statement: "a in range(3)" },
  continueWith: { setup: "thing = Thing()", statement: "if thing: pass" },
  // One that closing runs code in: the kernel makes the others.
  createGenerator: { setup: "def g():\n  try: yield\n  finally: pass", statement: "g()" },
  delegate: { statement: "list(delegating())" },
  deleteAttribute: { setup: "thing = Thing()", statement: "del thing.x" },
  deleteGlobal: { setup: "global other\nother = 1", statement: "del other" },
  deleteItem: { setup: "d = {range(3): 2}", statement: "del d[range(3)]" },
  deleteName: { statement: "class C: x = 1; del x" },
  dictGet: { setup: "d = {}", statement: "d['absent']" },
  dictMerge: { statement: "dict(**{'x': 1}, **{'y': 2})" },
  dictSet: { setup: "d = {}", statement: "d[range(3)] = 1" },
  dictUpdate: { statement: "{**{'x': 1}}" },
  endAsyncLoop: {
    setup: "async def items():\n    yield 1\nasync def loop():\n    async for x in items(): pass",
    statement: "loop().send(None)",
  },
  formatValue: { statement: "f'{Thing}'" },
  getItem: { statement: "range(3)[a]" },
  importFrom: { statement: "from math import pi" },
  importName: { statement: "import math" },
  importStar: { statement: "from math import *", isGlobal: true },
  invoke: { statement: "dict([], x=1)" },
  invokeSpread: { setup: "def g(x=1): return x", statement: "g(*memoryview(b'a'))" },
  iterate: { statement: "for x in memoryview(b'abc'): pass" },
  extendByAny: { statement: "[*memoryview(b'a'), *[3]]" },
  loadAttribute: { setup: "thing = Thing()", statement: "thing.x" },
  loadClassCell: { setup: "c = 1\ndef g(): return c", statement: "class C: y = c" },
  loadGlobal: { statement: "fresh" },
  loadMethod: { statement: "'abc'.upper()" },
  loadName: { statement: "class C: y = fresh" },
  loopIsHot: { statement: "for i in range(200000): pass" },
  makeFunction: { statement: "def g(x: int): pass" },
  mapAdd: { statement: "{range(3): i for i in [1]}" },
  // Of classes that have been asked for it is known.
  matchException: {
    setup: "class Fresh(Exception): pass",
    statement: "try: raise ValueError\nexcept (ValueError, Fresh): pass",
  },
  next: { statement: "for x in reversed((1,)): pass" },
  not: { statement: "not Thing" },
  raise: { statement: "raise ValueError" },
  refill: { statement: FILLING },
  safepoint: { statement: FILLING },
  sendTo: { statement: "list(delegating())" },
  setAdd: { statement: "{range(3) for i in [1]}" },
  setItem: { statement: "Thing()[a] = b" },
  setUpdate: { statement: "{*iter([1])}" },
  setupAnnotations: { statement: "class C: x: int = 1" },
  spreadArguments: { setup: "def g(x=1): return x", statement: "g(*memoryview(b'a'))" },
  stopIteration: { setup: "g = (i for i in [])", statement: "g.__next__()" },
  storeAttribute: { setup: "thing = Thing()", statement: "thing.y = 1" },
  storeGlobal: { setup: "global other", statement: "other = 1" },
  retireFrame: { setup: "def g(): return locals()", statement: "g()" },
  storeName: { statement: "class C: x = 1" },
  truth: { setup: "thing = Thing()", statement: "if thing: pass" },
  truthNow: { setup: "thing = Thing()", statement: "thing and 1" },
  tupleFrom: { statement: `lambda ${defaults}: 1` },
  unary: { statement: "~(a == b)" },
  unboundCell: { setup: "c = 1\ndef g(): return c\ndel c", statement: "g()" },
  unboundLocal: { setup: "c = 1\ndel c", statement: "c" },
  unpackAroundStar: { statement: "x, *y = 'abc'" },
  unpackSequence: { statement: "x, y = 'ab'" },
};

/** What has no result that could tell of a failure. Nothing in them allocates or calls. */
const CANNOT_FAIL = ["endGenerator", "remember", "reraise", "resumeWith"];
/** The end of every failure; what is called when a kernel finds no room; only in an interactive session; only by other compilers; what is called where a program is damaged; and what is not called by the loop. */
const OTHERS = ["unwind", "noMemory", "printExpression", "listFrom", "badInstruction", "typeHides"];

const indent = (text: string, by: string): string =>
  text
    .split("\n")
    .map((line) => by + line)
    .join("\n");

function programOf({ setup = "pass", statement, isGlobal }: Use): string {
  const body = `a, b = 1, 2
${setup}
try:
    arm()
${indent(statement, "    ")}
except (MemoryError, RecursionError) as error:
    print(type(error).__name__, a, b)
`;
  return `class Thing:
    x = 1
    def __init__(self): self.x = 1
    def __setitem__(self, key, value): pass
    def __enter__(self): pass
    def __exit__(self, *args): pass
    def __bool__(self): return True
    def __repr__(self): return ''
def delegating(): yield from [1, 2]
fresh = 1
${isGlobal ? body : `def f():\n${indent(body, "    ")}\nf()`}
print(sum(range(100)))
`;
}

let python: Python;
/** The import that throws when it is called next. */
let failing: string | undefined;
let error: unknown;
let isArmed = false;
const members: string[] = [];
let written = "";

function createDoubles(): Python {
  const made = createPython({
    platform: {
      ...SILENT_PLATFORM,
      write: (_, bytes) => {
        written += new TextDecoder().decode(bytes);
      },
    },
    modules: (_, builtins) => installModules(builtins, { argv: [""], executable: "test" }),
    loop(context) {
      const vm = createPythonVm(context, instructionSet);
      const doubled = Object.entries(vm).map(([name, member]) => {
        const isOwn = typeof member === "function" && !/^\d+$/.test(member.name);
        if (!isOwn) return [name, member];
        members.push(name);
        return [
          name,
          (...args: unknown[]) => {
            if (isArmed && failing === name) {
              isArmed = false;
              throw error;
            }
            return (member as CallableFunction)(...args);
          },
        ];
      });
      return createLoop(shieldVm(Object.fromEntries(doubled) as PythonVm, context.failures.raise));
    },
  });
  const { realm } = made.context;
  realm.defineBuiltin({
    name: "arm",
    parameters: "()",
    run() {
      isArmed = true;
      return realm.none;
    },
  });
  return made;
}

beforeEach(() => {
  python ??= createDoubles();
  written = "";
  isArmed = false;
});

function run(use: Use, name: string, thrown: unknown): string {
  failing = name;
  error = thrown;
  python.run(programOf(use), "<test>");
  return written;
}

it("all imports are tried", () => {
  expect([...Object.keys(USES), ...CANNOT_FAIL, ...OTHERS].sort()).toEqual([...new Set(members)].sort());
});

describe("what an import throws is caught where the program stands", () => {
  for (const [name, use] of Object.entries(USES)) {
    it(name, () => {
      expect(run(use, name, new HeapExhausted(16))).toBe("MemoryError 1 2\n4950\n");
      written = "";
      expect(run(use, name, new RangeError("Maximum call stack size exceeded"))).toBe("RecursionError 1 2\n4950\n");
      written = "";
      const fault = new Error("a fault of ours");
      expect(() => run(use, name, fault)).toThrow(fault);
      expect(written).toBe("");
    });
  }
});
