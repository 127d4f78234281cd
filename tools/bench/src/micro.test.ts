import { expect, test } from "vitest";
import { microProgram, operations, parseOperations, speeds } from "./micro.js";

test("a line is divided at its first two bars", () => {
  expect(parseOperations("# comment\n## set\nor | s = {1}; t = s | s | t\n")).toEqual([
    { group: "set", name: "or", setup: "s = {1}; t = s", statement: "s | t" },
  ]);
  expect(() => parseOperations("name | statement")).toThrow('not "name | setup | statement"');
});

test("names are given once in a group", () => {
  const names = operations().map(({ group, name }) => `${group}: ${name}`);
  expect(names).toEqual([...new Set(names)]);
  expect(names.length).toBeGreaterThan(100);
});

test("the program times each operation", () => {
  const [operation] = parseOperations("add | x = 1 | x + x");
  const program = microProgram([operation as never]);
  expect(program).toContain(
    "def run_1():\n    x = 1\n    count = yield\n    while True:\n        start = clock()\n        for _ in range(count):\n            x + x\n",
  );
});

test("a statement may have several lines", () => {
  const [operation] = parseOperations("raise | x = 1 | try: raise x ¶ except TypeError: pass");
  expect(microProgram([operation as never])).toContain(
    "            try: raise x\n            except TypeError: pass\n",
  );
});

test("what comes before may have several lines", () => {
  const [operation] = parseOperations("method | class C: ¶     def f(self): pass ¶ c = C() | c.f()");
  expect(microProgram([operation as never])).toContain(
    "    class C:\n        def f(self): pass\n    c = C()\n    count = yield\n",
  );
});

test("speeds are compared within a round", () => {
  const operation = { group: "", name: "", setup: "", statement: "" };
  const [speed] = speeds({
    operation,
    seconds: [
      [1, 4, 1],
      [2, 4, 1],
    ],
  });
  expect(speed).toEqual({ median: 1, low: 0.75, high: 1 });
});
