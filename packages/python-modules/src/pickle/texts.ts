import type { Address, Word } from "@hotpy/memory";
import type { Strings } from "@hotpy/object-model";

/** Bytes of a text of Latin-1. */
export const binaryOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Two's complement in as few bytes as CPython takes, the lowest first; none for 0. */
export function integerBytes(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array(0);
  const bits = (value < 0n ? -value - 1n : value).toString(2).length;
  const count = (bits >> 3) + 1;
  const digits = BigInt.asUintN(8 * count, value)
    .toString(16)
    .padStart(2 * count, "0");
  return Uint8Array.from({ length: count }, (_, i) => Number.parseInt(digits.substr(2 * (count - 1 - i), 2), 16));
}

/** The integer of such bytes. */
export function integerOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).reverse();
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${digits.join("")}`));
}

/**
 * A string in UTF-8, surrogates too.
 * @param data where the characters of the flat string are
 */
export function utf8Of(strings: Strings, u8: Uint8Array, data: Address, flat: Word): Uint8Array {
  const length = strings.length(flat);
  if (strings.widthOf(flat) === 0) {
    let isAscii = true;
    for (let i = data; isAscii && i < data + length; i++) isAscii = u8[i] < 0x80;
    if (isAscii) return u8.subarray(data, data + length);
  }
  const bytes: number[] = [];
  for (let i = 0; i < length; i++) {
    const code = strings.codeAt(flat, i);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

/** A string in Latin-1, with escapes for what has no place in a line of protocol 0. */
export function rawUnicodeEscape(strings: Strings, flat: Word): string {
  let text = "";
  for (let i = 0; i < strings.length(flat); i++) {
    const code = strings.codeAt(flat, i);
    if (code >= 0x10000) text += `\\U${code.toString(16).padStart(8, "0")}`;
    else if (code >= 0x100 || [0, 10, 13, 26, 92].includes(code)) text += `\\u${code.toString(16).padStart(4, "0")}`;
    else text += String.fromCharCode(code);
  }
  return text;
}
