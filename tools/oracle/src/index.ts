import { execFileSync } from "node:child_process";

export { readCallTables, type TableCall } from "./call-tables.js";

/** Runs a script under CPython 3.11 that prints JSON; its standard input is `input` as JSON in the variable `data`. */
export function oracle<T>(script: string, input: unknown = null): T {
  const program = `import json, sys\ndata = json.load(sys.stdin)\n${script}`;
  const output = execFileSync("/usr/bin/python3.11", ["-c", program], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  return JSON.parse(output) as T;
}

/** A repeatable sequence of doubles in [0, 1). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Doubles of all magnitudes: any bits, short decimals, halves, powers and their neighbours. */
export function sampleDoubles(count: number, seed: number): number[] {
  const next = random(seed);
  const view = new DataView(new ArrayBuffer(8));
  const values = [
    0,
    -0,
    0.5,
    1.5,
    2.5,
    -2.5,
    1e16,
    1e15,
    9999999999999998,
    1e-4,
    1e-5,
    0.00012345,
    5e-324,
    1.7976931348623157e308,
    2 ** 53,
    2 ** 63,
    2 ** 64,
    1e22,
    1e23,
    123456789.125,
    0.1,
    0.3,
    2.675,
    1.005,
    1e21,
    1e20,
    0.045,
    4.35,
    9.5,
    99.5,
    8.5,
  ];
  while (values.length < count) {
    const kind = next();
    if (kind < 0.3) {
      view.setUint32(0, next() * 4294967296);
      view.setUint32(4, next() * 4294967296);
      const value = view.getFloat64(0);
      if (Number.isFinite(value)) values.push(value);
    } else if (kind < 0.6) values.push(Math.round((next() - 0.5) * 1e6) / 10 ** Math.floor(next() * 7));
    else if (kind < 0.8) values.push((Math.floor(next() * 4096) - 2048) / 2 ** Math.floor(next() * 12));
    else values.push((next() - 0.5) * 10 ** Math.floor(next() * 40 - 20));
  }
  return values;
}
