import { properties as packed } from "./data/properties.generated.js";
import { unpack } from "./unpack.js";

/** Category, bidirectional class, combining class, width in East Asia, whether mirrored; and for the current version a set of properties. */
export type Record = readonly [string, string, number, string, number, number];
/** Its value as a decimal digit, as a digit (-1: none), and as a number (null: none). */
export type NumberValue = readonly [decimal: number, digit: number, numeric: number | null];

type Runs = readonly [records: readonly Record[], starts: readonly number[]];
type Table<T> = readonly [codes: readonly number[], values: readonly T[]];

/** As scripts/make-data.py writes it. */
interface Data {
  readonly current: Runs;
  readonly old: Runs;
  readonly numbers: Table<NumberValue>;
  readonly oldNumbers: Table<NumberValue | 0>;
  readonly upper: Table<string>;
  readonly lower: Table<string>;
  readonly title: Table<string>;
  readonly fold: Table<string>;
  readonly decompositions: Table<string>;
  readonly oldNormal: Table<string>;
}

let known: Data | undefined;

/** The data, unpacked when first asked for: some ten milliseconds. */
export function data(): Data {
  known ??= JSON.parse(unpack(packed())) as Data;
  return known;
}

/** The records of all code points: their index for each code point. */
export interface Records {
  readonly records: readonly Record[];
  readonly indices: Uint16Array;
}

/** Makes something once, when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export const spread = (runs: Runs): Records => ({ records: runs[0], indices: fill(runs, (index) => index) });

/** A number for each code point, made of its record's index. */
export function fill([, starts]: Runs, valueOf: (index: number) => number): Uint16Array {
  const values = new Uint16Array(0x110000);
  let code = 0;
  for (let i = 0; i < starts.length; i += 2) {
    code += starts[i];
    const end = i + 2 < starts.length ? code + starts[i + 2] : values.length;
    values.fill(valueOf(starts[i + 1]), code, end);
  }
  return values;
}

export function mapOf<T>([codes, values]: Table<T>): ReadonlyMap<number, T> {
  const map = new Map<number, T>();
  let code = 0;
  for (let i = 0; i < codes.length; i++) map.set((code += codes[i]), values[i]);
  return map;
}
