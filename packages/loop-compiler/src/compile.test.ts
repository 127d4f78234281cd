import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemble, compileFunctions } from "./index.js";

/* Each function runs as JavaScript and as WebAssembly, on the same memory and with the same members. */

const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
const i32 = new Int32Array(memory.buffer);
let log: number[][] = [];
const members = {
  twice: (x: number): number => x * 2,
  note(a: number, b: number): number {
    log.push([a, b]);
    return 0;
  },
  answer: 42,
  table: new WebAssembly.Table({ element: "anyfunc", initial: 2 }),
};
members.table.set(1, differenceInWasm());

/** A function of another module: tables take no others. */
function differenceInWasm(): CallableFunction {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0];
  bytes.push(10, 9, 1, 7, 0, 32, 0, 32, 1, 107, 11);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
  return exports.f as CallableFunction;
}

interface Outcome {
  readonly result: number;
  readonly log: number[][];
  readonly words: number[];
}

function outcome(run: () => number): Outcome {
  log = [];
  i32.fill(0, 0, 256);
  for (let i = 0; i < 16; i++) i32[64 + i] = (i + 1) * 1001;
  const result = run() | 0;
  return { result, log, words: [...i32.subarray(0, 256)] };
}

async function both(text: string, args: readonly number[] = [], name = "f"): Promise<Outcome> {
  const { buffer } = memory;
  const views = {
    i32,
    u8: new Uint8Array(buffer),
    u16: new Uint16Array(buffer),
    f64: new Float64Array(buffer),
    i64: new BigInt64Array(buffer),
  };
  const names = { ...views, ...members };
  const inJavaScript = new Function(...Object.keys(names), `${text}; return ${name};`)(...Object.values(names)) as (
    ...args: readonly number[]
  ) => number;
  const { wat } = compileFunctions(text, { members: ["twice", "note", "answer", "table"] });
  const module = new WebAssembly.Module(
    (await assemble(wat.replace("(memory 1 65536)", "(memory 1 1)"))) as Uint8Array<ArrayBuffer>,
  );
  const inWasm = new WebAssembly.Instance(module, { vm: { ...members, memory } }).exports[name] as (
    ...args: readonly number[]
  ) => number;
  const expected = outcome(() => inJavaScript(...args));
  expect(
    outcome(() => inWasm(...args)),
    text,
  ).toEqual(expected);
  return expected;
}

const cases: [what: string, text: string, ...args: number[]][] = [
  ["sums and differences", "function f(a, b) { return (a + b - 7) | 0; }", 2 ** 31 - 1, 40],
  [
    "a product of integers as a double",
    "function f(a, b) { const p = a * b; return p >= -0x40000000 && p <= 0x3fffffff ? p : -1; }",
    70000,
    70000,
  ],
  ["a multiple", "function f(a) { return 2 * a + a * 3; }", 17],
  ["Math.imul", "function f(a) { return Math.imul(a, a); }", 123456789],
  ["a quotient, rounded", "function f(a, b) { const q = Math.floor(a / b); return q; }", -7, 2],
  ["a remainder", "function f(a, b) { return (a % b) | 0; }", -7, 3],
  ["shifts", "function f(a, b) { return ((a << b) ^ (a >> b) ^ (a >>> b)) | 0; }", -12345, 5],
  [
    "an unsigned word as a double",
    "function f(a) { const x = i32[64] * 4294967296 + (a >>> 0); return x > 4294967296 ? 1 : 0; }",
    -1,
  ],
  ["the low word of a double", "function f(a) { const x = a * 4294967296 + 99; i32[1] = x; return x | 0; }", 1234],
  ["not", "function f(a) { return !(a === 3) ? ~a : -a; }", 3],
  ["and, or", "function f(a) { if (a > 3 && twice(a) < 20 || a === 0) return 1; return 0; }", 7],
  ["and, which does not go on", "function f(a) { if (a !== 0 && note(1, a) === 1) return 1; return note(2, a); }", 0],
  ["members", "function f(a) { note(a, answer); return twice(answer); }", 1],
  ["functions in a table", "function f(a) { return table.get(a - 4)(a * 2, table.get(1)(a, 1)); }", 5],
  [
    "loads and stores",
    "function f(a) { i32[(a + 8) >>> 2] = i32[64]; u8[a] = 300; u16[(a + 20) >>> 1] = 70000; return u8[a + 9]; }",
    400,
  ],
  [
    "doubles in memory",
    "function f(a) { f64[a >>> 3] = 0.1; f64[(a + 8) >>> 3] = f64[a >>> 3] / 3; return f64[(a + 8) >>> 3] < 0.04 ? 1 : 2; }",
    512,
  ],
  [
    "a constant double for an integer view of it",
    "function f(a) { f64[a >>> 3] = 6.33e-321; return i32[a >>> 2]; }",
    512,
  ],
  [
    "pushing and popping",
    "function f() { let sp = 400 >>> 2; i32[sp++] = 1; i32[sp++] = i32[sp - 2] + 1; i32[sp - 1] = i32[--sp] + 5; return sp; }",
  ],
  [
    "word indices in sums",
    "function f(a) { let p = a >>> 2; const q = p + i32[64] - 1000; p += 2; i32[q] = p - q; i32[p - 1] = q << 2; return q < p ? p : q; }",
    400,
  ],
  ["word indices as numbers", "function f(a) { const p = a >>> 2; return note(p, p & 3) + p + (p << 1); }", 404],
  [
    "word indices from either side",
    "function f(a, b) { const p = a >>> 2, q = (p + 3) | 0; const r = b === 0 ? p : q; return i32[r]; }",
    256,
    1,
  ],
  [
    "while with two indices",
    "function f() { let from = 256 >>> 2, to = 600 >>> 2; const end = from + 7; while (from < end) i32[to++] = i32[from++]; return to; }",
  ],
  [
    "for",
    "function f(n) { let total = 0; for (let i = 0; i < n; i++) total += i; for (let i = n; i > 0; i--) total -= 1; return total; }",
    10,
  ],
  [
    "a name of two types",
    "function f(a) { let r = 0; { const x = a / 4; if (x > 1) r = 1; } { const x = a; r += x; } return r; }",
    9,
  ],
  [
    "a variable set in an inner block",
    "function f(a) { let left = 0, right = 0; out: { { left = a; right = 3; if (a > 2) break out; return left; } } return left * 1 + right; }",
    5,
  ],
  [
    "labels",
    "function f(a) { outer: for (;;) { for (;;) { a--; if (a < 3) break outer; if (a === 5) continue outer; } } return a; }",
    20,
  ],
  ["a block that is left", "function f(a) { b: { if (a > 1) break b; return 7; } return 8; }", 5],
  ["a loop without an end", "function f(a) { for (;;) { a -= 3; if (a < 0) return a; } }", 20],
  [
    "switch",
    "function f(a) { for (;;) { switch (a & 7) { case 1: return 11; case 4: { a++; continue; } case 5: { const a2 = a + 1; return a2; } default: return -1; } } }",
    4,
  ],
  ["switch, its default", "function f(a) { switch (a) { case 1: return 11; default: return -1; } }", 1 << 30],
  [
    "the value of an assignment",
    "function f(a) { let r = 0; if (((r = twice(a)) & -3) === 0) return 99; return r; }",
    1,
  ],
  ["comparison with a boolean", "function f(a) { return (a !== 1) === false ? 5 : 6; }", 1],
  [
    "sums and products of 64 bits",
    "function f(a) { let x = BigInt(a), r = 0n; r = BigInt.asIntN(64, x * x + 7n); i64[64] = r; return Number(r >> 32n) > 1e6 ? i32[129] : 5; }",
    2 ** 31 - 1,
  ],
  [
    "operators of 64 bits",
    "function f(a, b) { const x = BigInt(a), y = BigInt(b); const r = (x / y ^ x % y) - (x & y | 3n) + (-x << 5n); return r < -1n ? Number(BigInt.asIntN(32, r)) : 0; }",
    1e9,
    -77,
  ],
  [
    "choices of 64 bits",
    "function f(a) { const x = a > 3 ? BigInt(a) : i64[32]; i64[70] = x === 0n ? 1n : x; return x !== 4n ? 1 : 0; }",
    2,
  ],
  ["an unsigned word of 64 bits", "function f(a) { i64[64] = BigInt(a >>> 0); return i32[129]; }", -1],
  ["NaN", "function f(a) { const x = a > 0 ? NaN : a; return x === x ? 1 : 0; }", 1],
  ["compound assignment to memory", "function f() { i32[64] += 5; i32[65] <<= 2; return i32[64]; }"],
  [
    "functions that call each other",
    "function g(a, b) { return a - b; } function f(a) { return g(g(a, 1), twice(a)); }",
    10,
  ],
];

describe("compiled functions do what they do as JavaScript:", () => {
  test.each(cases)("%s", async (_, text, ...args) => {
    await both(text, args);
  });

  test("random integer expressions", async () => {
    const leaf = fc.oneof(
      fc.constantFrom("a", "b", "i32[64]", "answer"),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(String),
      fc.integer({ min: -9, max: 9 }).map(String),
    );
    const expression = fc.letrec<{ node: string }>((tie) => {
      const node = tie("node");
      return {
        node: fc
          .oneof(
            { maxDepth: 5, withCrossShrink: true },
            leaf,
            fc.tuple(node, fc.constantFrom("+", "-"), node).map(([a, op, b]) => `((${a} ${op} (${b})) | 0)`),
            fc.tuple(node, fc.constantFrom("&", "|", "^", "<<", ">>"), node).map(([a, op, b]) => `(${a} ${op} (${b}))`),
            fc
              .tuple(node, fc.constantFrom("<", "<=", ">", ">=", "===", "!=="), node)
              .map(([a, op, b]) => `(${a} ${op} (${b}) ? 1 : 0)`),
            fc.tuple(node, node, node).map(([a, b, c]) => `(${a} !== 0 ? ${b} : ${c})`),
            node.map((a) => `i32[(((${a}) & 60) + 256) >>> 2]`),
            fc.tuple(node, node).map(([a, b]) => `((((${a}) & 60) + 256) >>> 2) + ((${b}) & 3)`),
            node.map((a) => `(twice((${a}) >> 1) | 0)`),
          )
          .map((text) => `(${text})`),
      };
    }).node;
    await fc.assert(
      fc.asyncProperty(expression, fc.integer(), fc.integer(), async (text, a, b) => {
        await both(
          `function f(a, b) { const first = ${text}; let at = (256 >>> 2) + (first & 3); i32[at++] = first; return (i32[at] + i32[--at]) | 0; }`,
          [a, b],
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is not in the subset is refused, with its place", () => {
  test.each([
    ["function f() {\n return new Date();\n}", /line 2: .*new Date/],
    ["function f() { return unknown; }", /unknown is neither/],
    ["function f(a) { twice(a); return twice(a, 1); }", /called with 1 arguments and with 2/],
    ["function f(a) { let r = 1; r = a / 2; return r; }", /a double for an integer variable/],
    ["function f(a) { if (a) return 1; }", /ends without return/],
    ["function f(a) { switch (a) { case 1: a++; default: return 2; } }", /case that does not end/],
    ["function f(a) { const { b } = a; return b; }", /declaration/],
    ["function f(a) { return BigInt(a) + a > 3n ? 1 : 0; }", /64 bits/],
    ["function f(a) { if (BigInt(a)) return 1; return 2; }", /64 bits/],
    ["function f(a) { return a == 1 ? 1 : 0; }", /operator ==/],
    [
      "function f(a) { { const x = 1 / a; a = x > 1 ? 1 : 0; } { const x = a; a = x; } return x; }",
      /x is neither a variable nor a member/,
    ],
    ["function f(a) { var x = a; return x; }", /var is not/],
    ["function f(a) { { const x = a; a = x; } return x; }", /x is neither a variable nor a member/],
    ["function f(a) { var x = a; return x; }", /var is not/],
    ["function f(a) { { const x = a; a = x; } x = 1; return a; }", /what is no variable/],
  ])("%s", (text, message) => {
    expect(() => compileFunctions(text, { members: ["twice"] })).toThrow(message);
  });
});

test("imports are named with the number of their parameters", () => {
  const text = "function f(a) { g(a, 1); return h(); } function g(a, b) { return twice(a) + b; }";
  const { imports } = compileFunctions(text, { members: ["twice", "h", "unused"] });
  expect([...imports]).toEqual([
    ["h", 0],
    ["twice", 1],
  ]);
});

test("indices of words are kept as byte addresses", () => {
  const { wat } = compileFunctions(
    "function f(a) { let sp = i32[16] >>> 2; i32[sp++] = a; return i32[sp - 2] + i32[(a + 12) >>> 2]; }",
    { members: [] },
  );
  expect(wat.slice(wat.indexOf("(local"))).toMatchInlineSnapshot(`
    "(local $sp i32)
    i32.const 0 i32.load offset=64 local.set $sp
    local.get $sp local.get $sp i32.const 4 i32.add local.set $sp local.get $a i32.store offset=0
    local.get $sp i32.const -8 i32.add i32.load offset=0 local.get $a i32.load offset=12 i32.add return
    unreachable))
    "
  `);
});
