import type { Word } from "@hotpy/memory";
import { STR_DATA } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";

/** Builds a str of at least two ASCII characters in place, without a text of JavaScript's between. One at a time. Leaf. */
export interface AsciiWriter {
  start(): void;
  /** A character by its code, below 128. */
  character(code: number): void;
  text(ascii: string): void;
  /** A number of so many digits, with zeros in front. */
  padded(value: number, digits: number): void;
  finish(): Word;
}

/** The longest text has 32 characters and the sign, hours, minutes, seconds and microseconds of an offset. */
const CAPACITY = 64;
const ZERO = 48;

export function createAsciiWriter({ realm }: Library): AsciiWriter {
  const { strings } = realm;
  const { u8 } = realm.memory;
  const buffer = new Uint8Array(CAPACITY);
  let size = 0;
  return {
    start() {
      size = 0;
    },
    character(code) {
      buffer[size++] = code;
    },
    text(ascii) {
      for (let i = 0; i < ascii.length; i++) buffer[size++] = ascii.charCodeAt(i);
    },
    padded(value, digits) {
      for (let at = size + digits - 1; at >= size; at--) {
        buffer[at] = ZERO + (value % 10);
        value = (value / 10) | 0;
      }
      size += digits;
    },
    finish() {
      const string = strings.allocate(0, size);
      const base = (string + STR_DATA) >>> 0;
      for (let i = 0; i < size; i++) u8[base + i] = buffer[i];
      return string;
    },
  };
}
