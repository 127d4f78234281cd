import type { Builtins } from "@hotpy/python-builtins";
import type { CodeCache, Context, Platform } from "@hotpy/python-objects";
import { createCapturingPlatform, createMemoryCodeCache } from "@hotpy/python-objects/testing";
import { describe, expect, test } from "vitest";
import { createPython, installModules } from "./index.js";

function run(source: string, codeCache: CodeCache, filename = "prog.py"): string {
  const platform = createCapturingPlatform();
  const own: Platform = { ...platform, codeCache };
  const modules = (_: Context, builtins: Builtins): void => installModules(builtins, { argv: [] });
  createPython({ platform: own, modules }).run(new TextEncoder().encode(source), filename);
  return platform.text();
}

const PROGRAM = `
def outer(a, /, b=(1, 2.5, -0.0, 10**30, b"\\x00\\xff", "\\ud800", ..., None, 3j), *, c):
    "documentation"
    x = a
    def inner():
        return x + b[0]
    return inner

print(outer(1, c=2)(), outer.__doc__, ascii(outer.__defaults__), outer.__code__.co_varnames)
print(sorted([3, 1, 2], key=lambda x: -x), list(map(str, [1])))
class A:
    def method(self):
        return 1 + self.missing
try:
    A().method()
finally:
    print([p for p in A.method.__code__.co_positions()])
`;

test("code that was kept does what compiled code does, and what is found is not compiled", () => {
  const cache = createMemoryCodeCache();
  const compiled = run(PROGRAM, cache);
  expect(compiled).toContain("AttributeError");
  expect(cache.hits).toBe(0);
  const size = cache.kept.size;
  expect(size).toBe(2); // The program's, and that of builtins.
  expect(run(PROGRAM, cache)).toBe(compiled);
  expect(cache.hits).toBe(2);
  expect(cache.kept.size).toBe(size);
});

const KINDS = `
def naïve(a, /, é=1.5, *rest, k=0x3fffffff, **more):
    "größer"
    return a, é, rest, k, more, (None, True, False, ..., 0x40000000, -0x40000000, 2**31 - 1, 10**20, 3j, b"\\xff", "日本", ascii("\\ud800"), "", ()), 3 in {1, 2, 3}

print(naïve(1, 2, 3, z=4), naïve.__doc__, naïve.__qualname__, naïve.__code__.co_varnames, naïve.__code__.co_consts)
try:
    naïve(a=1)
except TypeError as error:
    print(error)

def generator():
    for i in range(3):
        try:
            yield i
        finally:
            print("closed")

class Outer:
    class Inner:
        def method(self):
            return [lambda: (i, self) for i in range(2)][0]()[0]

codes = [compile(f"x in {{{items}}}", "f", "eval") for items in ("1, 100000000000000000000", "100000000000000000000, 1", "1, 2")]
print([code == codes[0] for code in codes], hash(codes[0]) == hash(codes[1]))
print(next(generator()), Outer.Inner().method(), Outer.Inner.method.__doc__)
`;

test("code of all kinds of constants, names and functions is the same when it was kept", () => {
  const cache = createMemoryCodeCache();
  const compiled = run(KINDS, cache);
  expect(compiled).toContain("closed\n");
  expect(compiled).toContain("größer naïve");
  expect(compiled).toContain("[True, True, False] True");
  cache.hits = 0;
  expect(run(KINDS, cache)).toBe(compiled);
  expect(cache.hits).toBeGreaterThan(0);
});

test("code from elsewhere is of the file that it is found for", () => {
  const cache = createMemoryCodeCache();
  run("print(1 / 0)", cache, "a.py");
  expect(run("print(1 / 0)", cache, "b.py")).toContain('File "b.py", line 1');
  expect(cache.hits).toBe(1);
});

test("code that is of another version is compiled again", () => {
  const cache = createMemoryCodeCache();
  run("print(1)", cache);
  for (const code of cache.kept.values()) code.fill(0);
  expect(run("print(1)", cache)).toBe("1\n");
  expect(run("print(1)", cache)).toBe("1\n");
});

test("a program's SyntaxWarnings are shown in each run", () => {
  const cache = createMemoryCodeCache();
  expect(run("print(1 is 1)", cache)).toContain("SyntaxWarning");
  expect(run("print(1 is 1)", cache)).toContain("SyntaxWarning");
});

const EVALUATING = `
space = {"base": 40}
exec("def f(x, y=2):\\n    'doc'\\n    return x + y + base", space)
class C:
    exec("here = 1 + 1")
print(space["f"](1), C.here, eval("base + 1", space), (lambda base: eval("base + 1"))(7), space["f"].__doc__)
for text in ("1 +", "assert 0"):
    try:
        exec(text)
    except (SyntaxError, AssertionError) as error:
        print(type(error).__name__, error)
def fail():
    exec("\\n\\n[][1]")
fail()
`;

test("texts that a program compiles are kept with it", () => {
  const cache = createMemoryCodeCache();
  const first = run(EVALUATING, cache);
  expect(first).toContain("43 2 41 8 doc\nSyntaxError invalid syntax (<string>, line 1)\nAssertionError");
  expect(first).toContain('File "<string>", line 3, in <module>');
  const size = cache.kept.size;
  expect(size).toBe(2); // The program's and that of texts.
  expect(run(EVALUATING, cache)).toBe(first);
  expect(cache.hits).toBe(2);
  expect(cache.kept.size).toBe(size);
});

test("a text that warns does so in each run", () => {
  const cache = createMemoryCodeCache();
  const source = "exec('print(1 is 1)')";
  expect(run(source, cache)).toContain("SyntaxWarning");
  expect(run(source, cache)).toContain("SyntaxWarning");
});

test("of ever new texts the first are kept, and then nothing is written any more", () => {
  const cache = createMemoryCodeCache();
  run("for i in range(600): eval(f'{i} + 0')", cache);
  const sizes = [...cache.kept.values()].map(({ length }) => length);
  run("for i in range(600): eval(f'{i} + 0')", cache);
  expect([...cache.kept.values()].map(({ length }) => length)).toEqual(sizes);
  expect(cache.hits).toBe(2);
});

test("texts of what has no file are not kept", () => {
  const cache = createMemoryCodeCache();
  run("eval('1')\nprint(1)", cache, "<stdin>");
  expect(cache.kept.size).toBe(0);
});

describe("programs that are a text", () => {
  test("are kept together, with the texts that they compile", () => {
    const cache = createMemoryCodeCache();
    const first = run(EVALUATING, cache, "<string>");
    expect(run("print(eval('6 * 7'))", cache, "<string>")).toBe("42\n");
    expect(cache.kept.size).toBe(1);
    cache.hits = 0;
    const sizes = [...cache.kept.values()].map(({ length }) => length);
    expect(run(EVALUATING, cache, "<string>")).toBe(first);
    expect([...cache.kept.values()].map(({ length }) => length)).toEqual(sizes);
    expect(cache.hits).toBe(1);
  });

  test("show their SyntaxWarnings in each run", () => {
    const cache = createMemoryCodeCache();
    expect(run("print(1 is 1)", cache, "<string>")).toContain("SyntaxWarning");
    expect(run("print(1 is 1)", cache, "<string>")).toContain("SyntaxWarning");
  });

  test("make room for others where they are many", () => {
    const cache = createMemoryCodeCache();
    run("for i in range(200): eval(f'{i} + 0')", cache, "<string>");
    const largest = (): number => Math.max(...[...cache.kept.values()].map(({ length }) => length));
    const full = largest();
    run("print(1)", cache, "<string>");
    expect(largest()).toBeLessThan(full);
  });
});
