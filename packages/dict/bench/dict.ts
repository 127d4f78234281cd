/// Nanoseconds per operation beside CPython's (bench/dict.py). Run from the root:
///   npx esbuild packages/dict/bench/dict.ts --bundle --conditions=source --platform=node --format=esm | node --input-type=module

import { tagSmall, type Word } from "@hotpy/memory";
import { createFixture } from "../test/fixture.js";

declare const console: { log(line: string): void };
declare const performance: { now(): number };

const { dicts, interned, text, float, heap, handles } = createFixture();

function report(name: string, operations: number, run: () => void): void {
  let best = Infinity;
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  console.log(`${name.padEnd(44)} ${((best * 1e6) / operations).toFixed(1)} ns`);
}

const ROUNDS = 3_000_000;

for (const size of [10, 1000, 100000]) {
  const names = Array.from({ length: size }, (_, i) => interned(`name_${i}`));
  const byName = handles.push(dicts.create());
  const byNumber = handles.push(dicts.create());
  for (let i = 0; i < size; i++) {
    dicts.set(handles.get(byName), names[i], tagSmall(i));
    dicts.set(handles.get(byNumber), tagSmall(i), tagSmall(i));
  }
  heap.collect("full");
  let sink = 0;
  const cycle = (operation: (i: number) => void) => (): void => {
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      operation(i);
      if (++i === size) i = 0;
    }
  };
  const nameDict = handles.get(byName);
  const numberDict = handles.get(byNumber);
  report(`the loop alone, ${size} keys`, ROUNDS, () => {
    let all = 0;
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      all ^= names[i];
      if (++i === size) i = 0;
    }
    sink = all;
  });
  report(`get, interned, ${size} keys`, ROUNDS, () => {
    let all = 0;
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      all ^= dicts.get(nameDict, names[i]);
      if (++i === size) i = 0;
    }
    sink = all;
  });
  report(`getInterned, ${size} keys`, ROUNDS, () => {
    let all = 0;
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      all ^= dicts.getInterned(nameDict, names[i]);
      if (++i === size) i = 0;
    }
    sink = all;
  });
  report(`get, small integer, ${size} keys`, ROUNDS, () => {
    let all = 0;
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      all ^= dicts.get(numberDict, tagSmall(i));
      if (++i === size) i = 0;
    }
    sink = all;
  });
  report(
    `set existing, interned, ${size} keys`,
    ROUNDS,
    cycle((i) => dicts.set(nameDict, names[i], tagSmall(i))),
  );
  report(
    `set existing, small integer, ${size} keys`,
    ROUNDS,
    cycle((i) => dicts.set(numberDict, tagSmall(i), tagSmall(i))),
  );
  const fresh = Array.from({ length: Math.min(size, 1000) }, (_, i) => text(`name_${i}`));
  report(`get, equal but not interned, ${fresh.length} of ${size} keys`, ROUNDS, () => {
    let all = 0;
    for (let n = 0, i = 0; n < ROUNDS; n++) {
      all ^= dicts.get(nameDict, fresh[i]);
      if (++i === fresh.length) i = 0;
    }
    sink = all;
  });
  if (sink === 1) console.log("");
}

const half: Word[] = Array.from({ length: 100 }, (_, i) => float(i + 0.5));
const byFloat = dicts.create();
for (const key of half) dicts.set(byFloat, key, tagSmall(1));
const others = Array.from({ length: 100 }, (_, i) => float(i + 0.5));
report("get, hooks hash and compare, 100 keys", ROUNDS, () => {
  for (let n = 0; n < ROUNDS; n++) dicts.get(byFloat, others[n % 100]);
});
report("insert, small integers, dicts of 1000", 1_000_000, () => {
  for (let round = 0; round < 1000; round++) {
    const dict = dicts.create();
    for (let i = 0; i < 1000; i++) dicts.set(dict, tagSmall(i), tagSmall(i));
    heap.safepoint();
  }
});
report("insert, small integers, room for 1000", 1_000_000, () => {
  for (let round = 0; round < 1000; round++) {
    const dict = dicts.create(1000);
    for (let i = 0; i < 1000; i++) dicts.set(dict, tagSmall(i), tagSmall(i));
    heap.safepoint();
  }
});
report("create with 3 interned keys", 300_000, () => {
  const [a, b, c] = [interned("a"), interned("b"), interned("c")];
  for (let round = 0; round < 300_000; round++) {
    const dict = dicts.create();
    dicts.set(dict, a, tagSmall(1));
    dicts.set(dict, b, tagSmall(1));
    dicts.set(dict, c, tagSmall(1));
    heap.safepoint();
  }
});
