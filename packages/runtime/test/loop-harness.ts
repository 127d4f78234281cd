/// Run in a process of its own by loop-optimised.test.ts: warms the interpreter's loop up on a mixture of work, marks the
/// place in V8's trace, and goes on.

import { SILENT_PLATFORM } from "@hotpy/python-objects/testing";
import { createPython } from "../src/python.js";

declare const markWarm: () => void;
declare const isBaseline: (fn: unknown) => boolean;

// The loop's module is the first that is instantiated with these exports.
let bytes = 0;
let loop: unknown;
const { Module, Instance } = WebAssembly;
WebAssembly.Module = class extends Module {
  constructor(source: BufferSource) {
    super(source);
    if (Module.exports(this).some(({ name }) => name === "interpret")) bytes = source.byteLength;
  }
};
WebAssembly.Instance = class extends Instance {
  constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
    super(module, imports);
    // `super` returns the instance itself, of the original class.
    loop ??= (this as unknown as WebAssembly.Instance).exports.interpret;
  }
};

const PROGRAM = `
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v
    def move(self, dt):
        self.x += self.v * dt
def floats(n):
    bodies = [Body(i * 0.5, 1.0 - i) for i in range(5)]
    for i in range(n):
        for b in bodies:
            b.move(0.01)
    return bodies[2].x
def words(n):
    counts = {}
    for i in range(n):
        for w in ("the", "quick", "brown", "the", "fox"):
            if w in counts:
                counts[w] += 1
            else:
                counts[w] = 1
    return counts["the"]
def squares(n):
    for i in range(n):
        yield i * i
def total(n):
    s = 0
    for x in squares(n):
        s += x
    return s
def caught(n):
    k = 0
    for i in range(n):
        try:
            [1, 2][i % 4]
        except IndexError as e:
            k += len(e.args)
    return k
def work():
    return fib(12), floats(300), words(300), total(3000), caught(100)
__builtins__.work = work
`;

const python = createPython({ platform: SILENT_PLATFORM });
const { context } = python;
const { realm } = context;
python.run(PROGRAM, "harness.py");
const work = (): void => {
  const fn = context.dicts.getInterned(context.memory.i32[context.modules.builtins >>> 2], context.name("work"));
  if (realm.call(fn) === 0) throw new Error("the harness's program fails");
};
const runFor = (milliseconds: number): void => {
  const { user } = process.cpuUsage();
  while (process.cpuUsage({ user, system: 0 }).user < milliseconds * 1000) work();
};
const atStart = isBaseline(loop);
runFor(3000);
const warm = isBaseline(loop);
markWarm();
runFor(1000);
console.log(`loop: ${JSON.stringify({ bytes, baseline: { atStart, warm, atEnd: isBaseline(loop) } })}`);
