import { reserveMemory } from "@hotpy/memory";
import { createCapturingPlatform } from "@hotpy/python-objects/testing";
import { describe, expect, it } from "vitest";
import { WAYS } from "../test/ways.js";
import { createPython, type PythonOptions } from "./index.js";

/// Every expansion means what the text of its instruction means: programs made from tables of operands print the same
/// run by the loop, by the expansions, and as traces before and after the passes, interpreted and compiled.

function run(source: string, way: Partial<PythonOptions>): string {
  const platform = createCapturingPlatform();
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  createPython({ platform, memory, ...way }).run(source, "table.py");
  return platform.text();
}

const NUMBERS = [
  "0",
  "1",
  "-1",
  "7",
  "-7",
  "2**30 - 1",
  "-2**30",
  "2**30",
  "2**62 + 3",
  "2**63 - 1",
  "-2**63",
  "2**63",
  "-2**100",
  "0.0",
  "-0.0",
  "1.5",
  "-2.5",
  "2.0**53",
  "1e308",
  "float('inf')",
  "float('nan')",
  "True",
  "False",
];
const OTHERS = ["''", "'ab'", "'é'", "'ж'", "'ab' * 20", "[]", "[1, 2]", "(1, 2)", "()", "None", "{1: 2}", "range(3)"];
/** One or two of each kind, to meet all of them. */
const FEW = [
  "7",
  "-2**30",
  "2**63 - 1",
  "2**63",
  "-0.0",
  "1.5",
  "float('nan')",
  "True",
  "'ab'",
  "[1, 2]",
  "(1, 2)",
  "None",
];
const SMALL = ["0", "1", "-1", "3", "70", "2.0", "0.5", "True"];

/** Prints what `statements` leave in r, for each pair of operands, each tried often enough to become hot. */
function table(statements: string, left: readonly string[], right: readonly string[]): string {
  return `
def attempt(a, b):
    r = None
    for i in range(9):
        ${statements}
    return r
for a in [${left.join(", ")}]:
    for b in [${right.join(", ")}]:
        try:
            print(repr(attempt(a, b)))
        except Exception as e:
            print(type(e).__name__, e)
`;
}

/** Programs by topic. What belongs together is one program: starting a Python takes longer than a table. */
const programs: Record<string, string> = {};
function add(topic: string, title: string, source: string): void {
  programs[topic] = `${programs[topic] ?? ""}\nprint(${JSON.stringify(title)})\n${source}`;
}
for (const operator of ["+", "-", "*", "/", "//", "%", "&", "|", "^"]) {
  add(
    "arithmetic",
    operator,
    table(
      `r = a ${operator} b`,
      [...NUMBERS, ...OTHERS],
      operator === "*" ? [...SMALL, "'ab'", "[1]", "2**63", "1.5"] : FEW,
    ),
  );
}
for (const operator of ["**", "<<", ">>"]) {
  add(
    "arithmetic",
    operator,
    table(
      `r = a ${operator} b`,
      NUMBERS.filter((each) => each !== "-2.5"),
      SMALL.filter((each) => each !== "0.5"),
    ),
  );
}
for (const operator of ["<", "<=", ">", ">=", "==", "!=", "is", "is not", "and", "or"]) {
  add("comparison", operator, table(`r = a ${operator} b`, [...NUMBERS, ...OTHERS], FEW));
}
add(
  "arithmetic",
  "augmented assignment",
  table("r = a\n        r += b\n        r *= 2", [...NUMBERS, "'ab'", "(1,)"], [...NUMBERS, "'ab'", "(1,)"]),
);
add(
  "comparison",
  "a in b",
  table(
    "r = (a in b, a not in b)",
    ["1", "1.0", "'a'", "None", "2**63", "(1,)"],
    ["[1, 2, (1,)]", "(1.0, None)", "{1: 2, 'a': 3, 2**63: 4}", "'abc'", "range(3)", "5"],
  ),
);
add("arithmetic", "unary", table("r = (-a, +a, not a, abs(a), ~a if isinstance(a, int) else 0)", NUMBERS, ["0"]));
add("comparison", "truth", table("r = (1 if a else 0, bool(a), a is None)", [...NUMBERS, ...OTHERS], ["0"]));
add(
  "builtins",
  "builtin functions",
  table(
    "r = (str(a), int(a), float(a), min(a, b), max(a, b), isinstance(a, float), type(b))",
    ["0", "7", "-2**63", "1.5", "-2.5", "True", "1e300"],
    ["3", "2.5", "2**62"],
  ),
);
add("builtins", "len", table("r = len(a)", [...OTHERS, "5"], ["0"]));
add(
  "containers",
  "a[b]",
  table(
    "r = a[b]",
    ["'abc'", "'aж'", "[1, 2, 3]", "(4, 5, 6)", "{0: 'zero', 'k': 1, 2**63: 2}", "7"],
    ["0", "2", "-1", "-4", "3", "True", "'k'", "2**63", "slice(1, None)", "None"],
  ),
);
add(
  "containers",
  "a[b] = i",
  table(
    "r = a.copy()\n        r[b] = i",
    ["[1, 2, 3]", "{}", "{0: 1, 'k': 2}"],
    ["0", "-1", "3", "'k'", "True", "2**63"],
  ),
);
add(
  "containers",
  "iteration",
  table(
    "r = [x for x in a]\n        for x in a:\n            r.append((x, b))",
    [
      "[1, 2.5, 'a']",
      "(1, 2)",
      "'añb'",
      "range(4)",
      "range(5, 0, -2)",
      "range(2**62, 2**62 + 3)",
      "{1: 2, 'b': 3}",
      "{1: 2}.items()",
      "[]",
      "7",
    ],
    ["0"],
  ),
);
add(
  "containers",
  "unpacking",
  table("x, y = a\n        r = [y, x]", ["[1, 2]", "(1, 2)", "'ab'", "{1: 2, 3: 4}", "[1]", "(1, 2, 3)", "5"], ["0"]),
);
add(
  "containers",
  "starred unpacking",
  table(
    "x, *y = a\n        *p, q = a\n        r = (x, y, p, q)",
    ["[1, 2]", "(1, 2, 3)", "[1]", "'ab'", "[]", "list(range(30))"],
    ["0"],
  ),
);
add(
  "builtins",
  "isinstance",
  table(
    "r = (isinstance(a, (int, str)), isinstance(a, b), isinstance(a, (b, (float, list))))",
    ["1", "True", "1.5", "'a'", "[]", "None", "int"],
    ["int", "(float, str)", "object", "5"],
  ),
);
add(
  "builtins",
  "strings",
  table("r = f'{a}|{b!r}|{a:>12}' + str(b)", ["1", "2**70", "1.5", "'x'", "True"], ["0.1", "'q'", "None"]),
);
add(
  "builtins",
  "methods",
  table(
    "r = (a.upper(), a.find(b), a.split(b), a.replace(b, 'z'), a.startswith(b), b.join([a, a]))",
    ["'a-b-c'", "'ж-ж'", "''"],
    ["'-'", "'ж'", "'a'"],
  ),
);
programs["classes"] = `
class V:
    scale = 3
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
    def __add__(self, other):
        return V(self.x + other.x, y=self.y + other.y) if isinstance(other, V) else NotImplemented
    def __radd__(self, other):
        return V(other)
    def __eq__(self, other):
        return self.x == other.x
    def __lt__(self, other):
        return self.x < other.x
    def __getitem__(self, i):
        return (self.x, self.y)[i]
    def __call__(self, a, *, b=1):
        return self.x * a
    @property
    def size(self):
        return self.x * self.scale
    @staticmethod
    def make(x):
        return V(x)
    @classmethod
    def other(cls, x):
        return cls(x, x)
class W(V):
    scale = 4
    def __init__(self, x):
        super().__init__(x)
        self.z = 1
        if x == 5:
            self.extra = 1
def attempt(kind):
    out = []
    total = kind(0)
    for i in range(12):
        a = kind(i)
        total = total + a
        try:
            out.append((a == total, a < total, a[0], a[1], a.size, a.make(i).x, a.other(2).y, a.scale, hasattr(a, "extra")))
            out.append((1 + a).x)
            a.x += 0.5
            f = a.other
            out.append(f(3).x)
            out.append(a(2))
        except TypeError as e:
            out.append(str(e))
    return out, total.x, total.y
print(attempt(V))
print(attempt(W))
V.scale = 7
V.__add__ = lambda self, other: V(-1)
print(attempt(V))
print(attempt(W))
`;
programs["functions"] = `
def many(a, b=2, *rest, c=3, **named):
    return a, b, rest, c, sorted(named.items())
def plain(a, b=2, c=3):
    return a, b, c
def counter():
    n = 0
    def add(k=1):
        nonlocal n
        n += k
        return n
    return add
def recurse(n):
    return 0 if n == 0 else 1 + recurse(n - 1)
def attempt():
    out = []
    add = counter()
    for i in range(12):
        out.append(plain(i))
        out.append(plain(i, c=i))
        out.append(plain(c=1, a=2))
        out.append(many(1, 2, 3, c=4, d=5))
        out.append(add(i))
        out.append(recurse(i))
        out.append((lambda x, y=i: x + y)(1))
        out.append(sum([x * i for x in range(4)]))
    return out
print(attempt())
def shadow():
    return len([1, 2])
for i in range(12):
    if i == 8:
        len = lambda x: "shadowed"
    print(shadow(), end=" ")
print()
`;
programs["generators"] = `
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i = got
        i += 1
    return "done"
def outer(n):
    r = yield from count(n)
    yield r
def tree(n):
    if n > 0:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
def attempt(n):
    out = []
    for k in range(9):
        for x in count(n):
            out.append(x)
        out.extend(outer(n))
        out.append(sum(x * k for x in count(n)))
        out.append([x for x in tree(3)])
        g = count(10)
        next(g)
        out.append(g.send(5))
        for x in g:
            if x > 7:
                break
            out.append(x)
    return out
print(attempt(5))
print(attempt(0))
`;
programs["exceptions"] = `
def risky(i):
    if i % 3 == 0:
        raise ValueError(i)
    return 10 // (i % 5)
def attempt():
    out = []
    for i in range(30):
        try:
            out.append(risky(i))
        except ValueError as e:
            out.append(("value", e.args))
        except ZeroDivisionError as e:
            out.append(str(e))
        finally:
            out.append(i)
    return out
print(attempt())
`;

describe.each(Object.entries(programs))("%s", (_, source) => {
  let expected: string | undefined;
  it.each(Object.keys(WAYS))("by %s", (way) => {
    expected ??= run(source, {});
    expect(run(source, WAYS[way])).toBe(expected);
  });
});
