import { createRandom } from "./random.js";

/** Doubles of all magnitudes: any bits, short decimals, halves, powers and their neighbours. */
export function sampleDoubles(count: number, seed: number): number[] {
  const { next } = createRandom(seed);
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
