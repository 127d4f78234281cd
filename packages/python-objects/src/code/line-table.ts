/// `co_linetable`: the positions of instructions, as CPython 3.11 writes them (its Objects/locations.md). Each entry begins with a byte that says how many
/// instructions it is about and in which form the place follows.

/** The place of so many instructions, of two bytes each; -1: not known. */
export interface LineEntry {
  readonly units: number;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

const [FIRST_ONE_LINE, WITHOUT_COLUMNS, LONG, NONE] = [10, 13, 14, 15];
/** An entry is about no more than this. */
const MOST_UNITS = 8;

export function encodeLines(entries: readonly LineEntry[], firstLine: number): Uint8Array {
  const bytes: number[] = [];
  let before = firstLine;
  const varint = (value: number): void => {
    let rest = value;
    for (; rest >= 64; rest = Math.floor(rest / 64)) bytes.push(64 | (rest & 63));
    bytes.push(rest);
  };
  const signed = (value: number): void => varint(value < 0 ? (-value << 1) | 1 : value << 1);
  for (const entry of entries)
    for (let left = entry.units; left > 0; left -= MOST_UNITS) {
      const form = entry.line < 0 ? NONE : entry.column < 0 || entry.endColumn < 0 ? WITHOUT_COLUMNS : LONG;
      bytes.push(128 | (form << 3) | (Math.min(left, MOST_UNITS) - 1));
      if (form === NONE) continue;
      signed(entry.line - before);
      before = entry.line;
      if (form === WITHOUT_COLUMNS) continue;
      varint(entry.endLine - entry.line);
      varint(entry.column + 1);
      varint(entry.endColumn + 1);
    }
  return Uint8Array.from(bytes);
}

export function decodeLines(bytes: Uint8Array, firstLine: number): LineEntry[] {
  const entries: LineEntry[] = [];
  let at = 0;
  let line = firstLine;
  const next = (): number => bytes[at++] ?? 0;
  function varint(): number {
    let byte = next();
    let value = byte & 63;
    for (let shift = 6; (byte & 64) !== 0; shift += 6) {
      byte = next();
      value |= (byte & 63) << shift;
    }
    return value;
  }
  function signed(): number {
    const value = varint();
    return (value & 1) !== 0 ? -(value >> 1) : value >> 1;
  }
  while (at < bytes.length) {
    const head = next();
    const form = (head >> 3) & 15;
    const units = (head & 7) + 1;
    if (form === NONE) {
      entries.push({ units, line: -1, endLine: -1, column: -1, endColumn: -1 });
      continue;
    }
    let [endLine, column, endColumn] = [0, -1, -1];
    if (form < FIRST_ONE_LINE) {
      const low = next();
      column = (form << 3) | (low >> 4);
      endColumn = column + (low & 15);
    } else if (form < WITHOUT_COLUMNS) {
      line += form - FIRST_ONE_LINE;
      [column, endColumn] = [next(), next()];
    } else {
      line += signed();
      if (form === LONG) [endLine, column, endColumn] = [varint(), varint() - 1, varint() - 1];
    }
    entries.push({ units, line, endLine: line + endLine, column, endColumn });
  }
  return entries;
}
