import { createNodePlatform } from "@hotpy/platform-node";
import { createPython, installModules, type PythonOptions } from "@hotpy/runtime";
import { describe, expect, it } from "vitest";
import { connect, PythonError, type PythonObject } from "./index.js";

let output = "";
const decoder = new TextDecoder();

function start(options: Partial<PythonOptions> = {}) {
  output = "";
  const write = (_: 1 | 2, bytes: Uint8Array): void => void (output += decoder.decode(bytes));
  return connect(
    createPython({
      platform: { ...createNodePlatform(), write },
      modules: (_, builtins) => installModules(builtins, { argv: [""] }),
      ...options,
    }),
  );
}

/** As usual, and with every object moved at every safepoint. */
describe.each([
  ["as usual", {}],
  ["under stress", { heap: { stress: 1 } }],
])("Python from JavaScript, %s", (_, options) => {
  const python = start(options);

  it("runs statements and gives the values of expressions", () => {
    python.run("def add(a, b=1):\n    return a + b\nx = 2\n");
    expect(python.evaluate("add(x, 40)")).toBe(42);
    expect(python.get("x")).toBe(2);
    python.set("y", [1, { a: null }]);
    expect(python.evaluate("repr(y)")).toBe("[1, {'a': None}]");
  });

  it("shows what is printed at once", () => {
    output = "";
    python.run("print('hello', end='')");
    expect(output).toBe("hello");
  });

  it.each<[unknown, string, string]>([
    [null, "None", "NoneType"],
    [undefined, "None", "NoneType"],
    [true, "True", "bool"],
    [3, "3", "int"],
    [-0, "-0.0", "float"],
    [2.5, "2.5", "float"],
    [2 ** 60, "1.152921504606847e+18", "float"],
    [2n ** 70n, "1180591620717411303424", "int"],
    ["é\u{1f600}", "'é\u{1f600}'", "str"],
    [new Uint8Array([0, 255]), "b'\\x00\\xff'", "bytes"],
    [[1, [2]], "[1, [2]]", "list"],
    [new Map([[1, "a"]]), "{1: 'a'}", "dict"],
    [{ a: 1, __proto__: null }, "{'a': 1}", "dict"],
    [new Set([1]), "{1}", "set"],
  ])("gives %s to Python", (value, text, type) => {
    const describe = python.evaluate("lambda value: (repr(value), type(value).__name__)") as PythonObject;
    expect((describe(value) as PythonObject).toJs()).toEqual([text, type]);
  });

  it.each<[string, unknown]>([
    ["None", null],
    ["False", false],
    ["2**53 - 1", 2 ** 53 - 1],
    ["2**53", 2n ** 53n],
    ["-10**30", -(10n ** 30n)],
    ["float('inf')", Infinity],
    ["'\\ud800'", "\ud800"],
    ["b'ab'", new Uint8Array([97, 98])],
  ])("gets %s from Python", (expression, value) => expect(python.evaluate(expression)).toEqual(value));

  it("copies containers whole", () => {
    const value = python.evaluate(
      "[1, (2, 3), {'a': {4}}, {1: 'x', (2,): 'y'}, bytearray(b'a'), range(2)]",
    ) as PythonObject;
    const [one, tuple, plain, map, bytes, range] = value.toJs() as unknown[];
    expect([one, tuple, plain, bytes]).toEqual([1, [2, 3], { a: new Set([4]) }, new Uint8Array([97])]);
    expect([...(map as Map<unknown, unknown>)]).toEqual([
      [1, "x"],
      [[2], "y"],
    ]);
    expect(String(range)).toBe("range(0, 2)");
    python.run("loop = []\nloop.append(loop)");
    const loop = (python.get("loop") as PythonObject).toJs() as unknown[];
    expect(loop[0]).toBe(loop);
  });

  it("reads and changes objects", () => {
    python.run("class Point:\n    def __init__(self, x, y=0):\n        self.x, self.y = x, y\nd = {'k': [1, 2]}");
    const point = (python.get("Point") as PythonObject).callWith([1], { y: 5 }) as PythonObject;
    expect([point.type, point.get("x"), point.get("y")]).toEqual(["Point", 1, 5]);
    point.set("x", "new");
    expect(point.get("x")).toBe("new");
    const dict = python.get("d") as PythonObject;
    expect([dict.size, dict.has("k"), dict.has("z")]).toEqual([1, true, false]);
    dict.setItem("z", 3);
    dict.deleteItem("k");
    expect(dict.toJs()).toEqual({ z: 3 });
    expect([...(python.evaluate("(i * i for i in range(4))") as PythonObject)]).toEqual([0, 1, 4, 9]);
    // The object itself comes back, and not a copy.
    python.set("same", point);
    expect(python.evaluate("same.x == 'new' and type(same) is Point")).toBe(true);
  });

  it("imports modules", () => {
    expect(python.import("math").get("sqrt")(2)).toBe(Math.SQRT2);
    expect(() => python.import("no_such")).toThrow("ModuleNotFoundError: No module named 'no_such'");
  });

  it("throws exceptions of Python", () => {
    python.run("def fail():\n    raise ValueError('bad', 3)\n", "made.py");
    let caught: unknown;
    try {
      (python.get("fail") as PythonObject)();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PythonError);
    const { type, text, traceback, exception, message } = caught as PythonError;
    expect([type, text, message]).toEqual(["ValueError", "('bad', 3)", "ValueError: ('bad', 3)"]);
    expect(traceback).toBe(
      "Traceback (most recent call last):\n  File \"made.py\", line 2, in fail\nValueError: ('bad', 3)\n",
    );
    expect((exception.get("args") as PythonObject).toJs()).toEqual(["bad", 3]);
    expect(() => python.run("x = = 1")).toThrow("SyntaxError: invalid syntax (<script>, line 1)");
  });

  it("lets Python call functions of JavaScript", () => {
    python.set("twice", (x: number) => 2 * x);
    python.set("keywords", (...args: unknown[]) => JSON.stringify(args));
    expect(python.evaluate("[twice(i) for i in range(3)] == [0, 2, 4]")).toBe(true);
    expect(python.evaluate("keywords(1, [2, (3,)], a='b')")).toBe('[1,null,{"a":"b"}]');
    python.set("call", (f: PythonObject) => f(1));
    expect(python.evaluate("call(lambda x: call(lambda y: (x, y) == (1, 1)))")).toBe(true);
  });

  it("carries exceptions through both", () => {
    python.set("thrower", () => {
      throw new RangeError("too far");
    });
    python.run(`
import javascript
try:
    thrower()
except javascript.Error as error:
    seen = str(error), error.value.message
`);
    expect((python.get("seen") as PythonObject).toJs()).toEqual(["RangeError: too far", "too far"]);
    python.set("back", (f: PythonObject) => f());
    python.run("def key(): raise KeyError('k')\ntry: back(key)\nexcept KeyError as e: got = repr(e)");
    expect(python.get("got")).toBe("KeyError('k')");
  });

  it("shows objects of JavaScript to Python", () => {
    class Counter {
      count = 1;
      add(n: number) {
        this.count += n;
        return this;
      }
      toString() {
        return `Counter ${this.count}`;
      }
    }
    const counter = new Counter();
    python.set("counter", counter);
    python.run("counter.add(2).add(3)\ncounter.extra = [1]\nhas = 'count' in counter, hasattr(counter, 'nothing')");
    expect([counter.count, (python.get("has") as PythonObject).toJs()]).toEqual([6, [true, false]]);
    expect(python.evaluate("repr(counter), counter == counter, bool(counter)").toJs()).toEqual([
      "Counter 6",
      true,
      true,
    ]);
    expect(python.get("counter")).toBe(counter);
    python.set("date", new Date(0));
    expect(python.evaluate("date.getTime()")).toBe(0);
  });

  it("awaits promises, and is awaited", async () => {
    python.set("later", async (x: unknown) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (x === "bad") throw new Error("refused");
      return x;
    });
    python.run(`
import javascript
async def both(a, b):
    return [await later(a), await later(b)]
async def careful():
    try:
        await later('bad')
    except javascript.Error as error:
        return str(error)
async def fails():
    await later(1)
    return {}['missing']
`);
    expect(((await (python.get("both") as PythonObject)(1, "x")) as PythonObject).toJs()).toEqual([1, "x"]);
    expect(await python.evaluate("careful()")).toBe("Error: refused");
    await expect(python.evaluate("fails()")).rejects.toThrow("KeyError: 'missing'");
  });

  it("refuses what contains itself", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => python.set("loop", loop)).toThrow("ValueError: a JavaScript value that contains itself");
  });
});

it("keeps two Pythons apart", () => {
  const [one, two] = [start(), start()];
  one.set("x", 1);
  two.set("x", 2);
  expect([one.get("x"), two.get("x")]).toEqual([1, 2]);
});
