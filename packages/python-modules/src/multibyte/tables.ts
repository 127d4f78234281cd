import { unpackBytes } from "@hotpy/unicode";
import { FOUR_BYTES, MULTIBYTE_TABLES } from "../generated/multibyte-tables.js";

/** What the bytes of an encoding stand for. A code is bytes as one number; ASCII is not in it but where it stands for something else. */
export interface MultibyteTable {
  readonly characters: ReadonlyMap<number, number>;
  /** Undefined: nothing is known; 0: it cannot be encoded. */
  readonly codes: ReadonlyMap<number, number>;
}

function unpacked(text: string): Uint16Array {
  return new Uint16Array(unpackBytes(text).slice().buffer);
}

const tables = new Map<string, MultibyteTable>();

export function tableOf(name: string): MultibyteTable {
  let table = tables.get(name);
  if (table === undefined) {
    table = makeTable(name);
    tables.set(name, table);
  }
  return table;
}

function makeTable(name: string): MultibyteTable {
  const { base, runs, exceptions } = MULTIBYTE_TABLES[name];
  const characters = new Map(base === undefined ? [] : tableOf(base).characters);
  const numbers = unpacked(runs);
  for (let at = 0; at < numbers.length; ) {
    const [high, low, count, hasCharacters] = numbers.subarray(at, at + 4);
    at += 4;
    for (let code = (high << 16) | low, end = code + count; code < end; code++) {
      if (hasCharacters) characters.set(code, numbers[at++]);
      else characters.delete(code);
    }
  }
  // Of several codes the first.
  const codes = new Map<number, number>();
  for (const code of [...characters.keys()].sort((a, b) => a - b)) {
    const character = characters.get(code) as number;
    if (!codes.has(character)) codes.set(character, code);
  }
  const others = unpacked(exceptions);
  for (let at = 0; at < others.length; at += 3) codes.set(others[at], (others[at + 1] << 16) | others[at + 2]);
  return { characters, codes };
}

/** Characters and positions of GB 18030's codes of four bytes, in runs. */
export interface FourBytes {
  positionOf(character: number): number | undefined;
  characterAt(position: number): number | undefined;
}

/** Where the characters beyond the first 65,536 begin. */
const BEYOND = 189_000;
let made: FourBytes | undefined;

export function fourBytes(): FourBytes {
  if (made !== undefined) return made;
  const numbers = unpacked(FOUR_BYTES);
  const runs = Array.from({ length: numbers.length / 3 }, (_, i) => numbers.subarray(3 * i, 3 * i + 3));
  made = {
    positionOf(character) {
      if (character > 0xffff) return BEYOND + character - 0x10000;
      const run = runs.find(([first, , count]) => character >= first && character < first + count);
      return run && run[1] + character - run[0];
    },
    characterAt(position) {
      if (position >= BEYOND) {
        const character = position - BEYOND + 0x10000;
        return character > 0x10ffff ? undefined : character;
      }
      const run = runs.find(([, at, count]) => position >= at && position < at + count);
      return run && run[0] + position - run[1];
    },
  };
  return made;
}
