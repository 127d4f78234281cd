/// Nanoseconds per call of leaf helpers from a compiled loop: in TypeScript, and by the functions of kernels. Run from the root:
///   npx esbuild packages/jit/bench/helpers.ts --bundle --conditions=source --platform=node --format=esm | node --input-type=module

import type { LeafHelper } from "@hotpy/bytecode";
import { createDicts } from "@hotpy/dict";
import { FRAME_SLOTS } from "@hotpy/frame-stack";
import { createHeap, generational } from "@hotpy/gc";
import {
  NONE,
  reserveMemory,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_FUEL,
  TRACE_VALID,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  ANYTHING,
  ARRAY,
  createObjectKernel,
  createShapeTable,
  createStrings,
  headerWord,
  SHAPE_ARRAY,
} from "@hotpy/object-model";
import { type Snapshot, type Trace, TraceBuilder, type ValueId } from "@hotpy/trace";
import { createJit, wasmBackend } from "../src/index.js";

declare const console: { log(line: string): void };
declare const performance: { now(): number };

const memory = reserveMemory({ size: 512 * 1024 * 1024 });
createShapeTable(memory);
const heap = createHeap(memory, generational);
const kernel = createObjectKernel(memory, heap);
const strings = createStrings(memory, heap, kernel);
const dicts = createDicts(memory, heap, {
  hash: (key) => (key >> 1) | 0,
  equals: () => 0,
  watched: () => {},
  outOfMemory() {
    throw new Error("no memory");
  },
});
const { i32 } = memory;
const ROUNDS = 10_000_000;
const KEYS = 1024;
const code = memory.immortal.start + 0x100000;
const frame = memory.stack.start;

const helpers: LeafHelper[] = [];
const helper = (
  name: string,
  args: LeafHelper["args"],
  result: LeafHelper["result"],
  run: (...args: number[]) => number,
  compiled: CallableFunction,
): string => {
  helpers.push({ name, args, result, reads: [ANYTHING], writes: [ANYTHING], fails: "never", run, kernel: compiled });
  return name;
};
const find = helper("find", ["word", "word"], "i32", (dict, key) => dicts.find(dict, key) + 2, dicts.kernel.locateKey);
const set = helper(
  "set",
  ["word", "word", "word"],
  "word",
  (dict, key, value) => (dicts.set(dict, key, value) ? NONE : 0),
  dicts.kernel.setKey,
);
const insert = helper(
  "insert",
  ["word", "word", "word"],
  "word",
  (dict, key, value) => dicts.getOrInsert(dict, key, value),
  dicts.kernel.getOrInsert,
);
const equal = helper(
  "str.equal",
  ["word", "word"],
  "i32",
  (a, b) => (strings.equals(a, b) ? 1 : 0),
  kernel.equalStrings,
);
const length = helper("str.length", ["word"], "i32", (text) => strings.length(text), kernel.lengthOfString);
const item = helper(
  "str.item",
  ["word", "i32"],
  "word",
  (text, index) => strings.charAt(text, index),
  kernel.characterAt,
);
const concat = helper(
  "str.concat",
  ["word", "word"],
  "word",
  (left, right) => strings.concat(left, right),
  kernel.addStrings,
);
const text = helper(
  "int.text",
  ["word"],
  "word",
  (number) => strings.fromJS(String(number >> 1)),
  kernel.textOfInteger,
);

function array(words: readonly Word[]): Word {
  const at = heap.allocateImmortal(8 + words.length * 4);
  i32.set([headerWord(SHAPE_ARRAY), words.length, ...words], at >>> 2);
  return at;
}

const snapshot = (slots: readonly ValueId[]): Snapshot => ({
  frames: [{ code, ip: 0, function: -1, slots, generator: -1 }],
  action: "resume",
});

/** Runs `body` on the words of an array (slot 0) one after the other, until the fuel is gone. */
function loop(body: (b: TraceBuilder, word: ValueId) => void): Trace {
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code, ip: 0 } });
  const words = b.input("word", 0);
  const zero = b.emit("const_i64", [], 0n);
  const [i] = b.beginLoop([{ kind: "i64", entry: zero }], () => snapshot([words]));
  const index = b.emit("i64_to_i32", [b.emit("i64_and", [i, b.emit("const_i64", [], BigInt(KEYS - 1))])]);
  body(b, b.emit("load_element", [words, index], ARRAY.items));
  return b.endLoop([b.emit("i64_add_wrap", [i, b.emit("const_i64", [], 1n)])]);
}

function measure(trace: Trace, words: Word, isCompiled: boolean, prepare: () => void): number {
  const host = { allocate: heap.allocate, remember: heap.barrier, hostError: () => {} };
  const jit = createJit({
    memory,
    host,
    backend: wasmBackend,
    root: () => trace,
    helpers: new Map(
      helpers.map(({ kernel: compiled, ...each }) => [
        each.name,
        isCompiled && compiled !== undefined ? { ...each, kernel: compiled } : each,
      ]),
    ),
  });
  const { enter } = jit.compile({ root: trace, bridges: new Map() });
  i32[(TRACE_VALID >>> 2) + trace.id] = 1;
  i32[(frame + FRAME_SLOTS) >>> 2] = words;
  let best = Infinity;
  for (let round = 0; round < 10; round++) {
    let time = 0;
    // In pieces, as the supervisor does: only a function that is called again gets optimised.
    for (let done = 0; done < ROUNDS / 5; done += 65536) {
      prepare();
      i32[STATE_FUEL >>> 2] = 65536;
      const start = performance.now();
      enter(frame);
      time += performance.now() - start;
    }
    best = Math.min(best, (time * 1e6) / (Math.ceil(ROUNDS / 5 / 65536) * 65536));
  }
  return best;
}

function report(
  name: string,
  words: readonly Word[],
  body: (b: TraceBuilder, word: ValueId) => void,
  prepare = (): void => {},
): void {
  const trace = loop(body);
  const all = array(words);
  const slow = measure(trace, all, false, prepare);
  const fast = measure(trace, all, true, prepare);
  console.log(`${name.padEnd(46)} ${slow.toFixed(1).padStart(6)} ns ${fast.toFixed(1).padStart(6)} ns`);
}

const numbers = Array.from({ length: KEYS }, (_, i) => tagSmall(i));
const interned = numbers.map((_, i) => strings.internJS(`name_${i}`));
const fresh = numbers.map((_, i) => strings.fromJS(`name_${i}`));
fresh.forEach((each) => strings.hash(each));
const absent = numbers.map((_, i) => strings.internJS(`absent ${i}`));
const dictOf = (keys: readonly Word[]): Word => {
  const dict = dicts.create(keys.length);
  for (const key of keys) dicts.set(dict, key, tagSmall(1));
  return dict;
};
const byName = dictOf(interned);
const byNumber = dictOf(numbers);
const word = (b: TraceBuilder, value: Word): ValueId => b.emit("const_word", [], value);

console.log(`${"".padEnd(46)} TypeScript   wasm`);
report("the loop alone", interned, () => {});
for (const [keys, dict, words] of [
  ["interned", byName, interned],
  ["small integers", byNumber, numbers],
  ["equal text", byName, fresh],
] as const) {
  report(`dict, find, ${keys}`, words, (b, key) => void b.emit("call_leaf", [word(b, dict), key], find));
  report(`dict, set, ${keys}`, words, (b, key) => void b.emit("call_leaf", [word(b, dict), key, word(b, NONE)], set));
  report(
    `dict, get or insert, ${keys}`,
    words,
    (b, key) => void b.emit("call_leaf", [word(b, dict), key, word(b, NONE)], insert),
  );
}
report("dict, find, absent", absent, (b, key) => void b.emit("call_leaf", [word(b, byName), key], find));
report("str.equal, equal text", fresh, (b, text) => void b.emit("call_leaf", [text, word(b, fresh[7])], equal));
const pair = [strings.fromJS("the same text"), strings.fromJS("the same text")];
report(
  "str.equal, 13 characters, no hashes",
  numbers.map(() => pair[0]),
  (b, text) => void b.emit("call_leaf", [text, word(b, pair[1])], equal),
);
report("str.length", interned, (b, text) => void b.emit("call_leaf", [text], length));
report("str.item", interned, (b, text) => void b.emit("call_leaf", [text, b.emit("const_i32", [], 2)], item));
// What these make is garbage at once: the next piece is made in its place.
const [top, limit] = [i32[STATE_ALLOC_TOP >>> 2], i32[STATE_ALLOC_LIMIT >>> 2]];
const forget = (): void => {
  i32[STATE_ALLOC_TOP >>> 2] = top;
  i32[STATE_ALLOC_LIMIT >>> 2] = limit;
};
report(
  "str.concat, 8 and 13 characters",
  interned,
  (b, left) => void b.emit("call_leaf", [left, word(b, pair[0])], concat),
  forget,
);
report(
  "int.text, 4 digits",
  numbers.map((_, i) => tagSmall(1000 + i)),
  (b, number) => void b.emit("call_leaf", [number], text),
  forget,
);
