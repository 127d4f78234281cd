/// Checksums that `binascii` and `zlib` share.

const CRC32_POLYNOMIAL = 0xedb88320;
const CCITT_POLYNOMIAL = 0x1021;

let crcTable: Int32Array | undefined;

function crc32Table(): Int32Array {
  if (crcTable !== undefined) return crcTable;
  crcTable = new Int32Array(256);
  for (let i = 0; i < 256; i++) {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CRC32_POLYNOMIAL : value >>> 1;
    crcTable[i] = value;
  }
  return crcTable;
}

/** CRC-32 of bytes after those whose CRC is `start`: 32 bits without a sign. */
export function crc32(bytes: Uint8Array, start: number): number {
  const table = crc32Table();
  let value = ~start;
  for (let i = 0; i < bytes.length; i++) value = table[(value ^ bytes[i]) & 0xff] ^ (value >>> 8);
  return ~value >>> 0;
}

/** CRC-CCITT of binhex: 16 bits. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let value = start & 0xffff;
  for (const byte of bytes) {
    value ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) value = value & 0x8000 ? (value << 1) ^ CCITT_POLYNOMIAL : value << 1;
    value &= 0xffff;
  }
  return value;
}

const ADLER_MODULUS = 65521;
/** So many bytes can be added before sums pass 32 bits. */
const ADLER_BLOCK = 3800;

/** Adler-32 of bytes after those whose checksum is `start`: 32 bits without a sign. */
export function adler32(bytes: Uint8Array, start: number): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + ADLER_BLOCK);
    for (; at < end; at++) {
      low += bytes[at];
      high += low;
    }
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}
