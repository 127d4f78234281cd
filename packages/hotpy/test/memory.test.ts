import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/// What a program sees when memory is short: a MemoryError that it can catch, in time, and an interpreter that goes on.

const MAIN = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));

function run(options: readonly string[], text: string): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...options, "-"], {
    input: text,
    encoding: "utf8",
    timeout: 20_000,
  });
  return { out: stdout, err: stderr, code: status };
}

/** Without end: each fills the heap, in a function, in place, in a builtin, in a generator, in a comprehension. */
const FILLING: Record<string, string> = {
  "a list": "items = []\n    while True: items.append('x' * 10000 + str(len(items)))",
  "a dict": "d = {}\n    while True: d[len(d)] = [len(d)] * 10",
  "a chain of objects":
    "class Node:\n        def __init__(self, below): self.below = below\n    node = None\n    while True: node = Node(node)",
  "a list in place": "items = []\n    while True: items += [1, 2, 3]",
  "a tuple in place": "t = (1,)\n    while True: t += t",
  "a str in place": "s = 'x'\n    while True: s += s",
  "a list of a generator": "def g():\n        while True: yield 'z' * 10000\n    list(g())",
  "a join of a generator": "def g():\n        while True: yield 'z' * 10000\n    ''.join(g())",
  "a set in a comprehension": "s = {(i, i) for i in range(10**9)}",
  "arguments behind a star": "max(*range(10**9))",
  "a target with a star": "first, *rest = iter(range(10**9))",
};

describe("a program that fills the heap", () => {
  for (const options of [[], ["-X", "jit=off"], ["-X", "gc=semispace"]]) {
    for (const [name, body] of Object.entries(FILLING)) {
      it(`gets a MemoryError: ${[name, ...options].join(" ")}`, () => {
        const text = `def f():\n    ${body}\ntry:\n    f()\nexcept MemoryError:\n    print('caught')\nprint(sum(range(1000)))\n`;
        expect(run(["-X", "heap=64", ...options], text)).toEqual({ out: "caught\n499500\n", err: "", code: 0 });
      });
    }
  }

  // Here the handler is in the frame of the loop: it must be known where the frame stands.
  const IN_TRY: Record<string, string> = {
    append: "items.append(0)",
    extend: "items.extend([1, 2])",
    "+=": "items += [1, 2]",
    add: "some.add((len(some), 1))",
  };
  for (const options of [[], ["-X", "jit=off"]]) {
    for (const [name, statement] of Object.entries(IN_TRY)) {
      it(`gets a MemoryError in the loop's own frame: ${[name, ...options].join(" ")}`, () => {
        const text = `items = []; some = set(); i = 0
try:
    while True:
        i += 1
        ${statement}
except MemoryError as error:
    line = error.__traceback__.tb_lineno
    size = len(items) or len(some)
    items = some = None
    done = i - (line == 5)
    print('caught', size in (done, 2 * done))
print(sum(range(1000)))
`;
        expect(run(["-X", "heap=64", ...options], text)).toEqual({ out: "caught True\n499500\n", err: "", code: 0 });
      });
    }
  }

  for (const limit of [48, 60, 64, 66, 80]) {
    it(`is reported once, whether a table finds no room or a collection does: ${limit} MiB`, () => {
      const text = `d = {}; i = 0
try:
    while True:
        d[i] = [i]
        i += 1
except MemoryError:
    print(len(d) == i)
    d.clear()
print(sum(range(1000)))
`;
      const options = ["-X", `heap=${limit}`, "-X", "jit=off"];
      expect(run(options, text)).toEqual({ out: "True\n499500\n", err: "", code: 0 });
    });
  }

  it("can handle it while everything is still alive", () => {
    const text = `
items = []
try:
    while True: items.append('x' * 100000 + str(len(items)))
except MemoryError:
    texts = [str(i) for i in range(1000)]
    print(len(''.join(texts)), len(items) > 100)
items = None
more = []
for i in range(10): more.append('y' * 10**6)
print(len(more))
`;
    expect(run(["-X", "heap=64"], text)).toEqual({ out: "2890 True\n10\n", err: "", code: 0 });
  });
});

/** Expressions whose result has no room, of which nothing may be computed. */
const TOO_LARGE = [
  "[0] * 10**10",
  "(0,) * 2**30",
  "'a' * 2**32",
  "list(range(10**9))",
  "('b' * 10**5).join('a' * 10**6)",
  "'a'.join(['b' * 10**6] * 10**4)",
  "('\\t' * 10**6).expandtabs(10**5)",
  "('a' * 10**6).replace('a', 'b' * 10**5)",
  "('a' * 10**6).replace('', 'b' * 10**5)",
  "'x'.center(10**10)",
  "'%1000000000d' % 1",
  "f'{1:>1000000000}'",
  "1 << 10**10",
  "2 ** 2**40",
  "sorted(range(10**9))",
];

describe("a result that has no room", () => {
  it("is a MemoryError at once", () => {
    const text = TOO_LARGE.map(
      (each) => `try:\n    ${each}\n    print('made')\nexcept MemoryError:\n    print('MemoryError')\n`,
    ).join("");
    expect(run([], text)).toEqual({ out: "MemoryError\n".repeat(TOO_LARGE.length), err: "", code: 0 });
  });
});

it("natives that only look at numbers take no memory for them", () => {
  const text = "print(sum(range(10**7)), max(range(2**31, 2**31 + 10**7)), sum(range(2**31, 2**31 + 10**7)))\n";
  expect(run(["-X", "heap=32"], text).out).toBe("49999995000000 2157483647 21524836475000000\n");
});

describe("more items than the VM has handles", () => {
  const TAKING: Record<string, readonly [text: string, expected: string]> = {
    "arguments behind a star": ["print((lambda *args: len(args))(*range(n)))", "1100000"],
    "a target with a star at the end": ["a, *b = iter(range(n)); print(a, len(b), b[-1])", "0 1099999 1099999"],
    "a target with a star at the start": ["*a, b = (i for i in range(n)); print(len(a), b)", "1099999 1099999"],
    "a slice": ["a = [1, 2]; a[1:1] = (i for i in range(n)); print(len(a), a[-2])", "1100002 1099999"],
  };
  for (const [name, [text, expected]] of Object.entries(TAKING)) {
    it(`are taken by ${name}`, () => {
      expect(run([], `n = 1_100_000\n${text}\n`)).toEqual({ out: `${expected}\n`, err: "", code: 0 });
    });
  }
});
