import { putWideSample, wideSampleAt } from "./samples.js";

/// G.711: samples of 13 or 14 bits as bytes of a sign, the number of a segment and a place in it.

const ULAW_ENDS = [0x3f, 0x7f, 0xff, 0x1ff, 0x3ff, 0x7ff, 0xfff, 0x1fff];
const ALAW_ENDS = [0x1f, 0x3f, 0x7f, 0xff, 0x1ff, 0x3ff, 0x7ff, 0xfff];
const SIGN = 0x80;
const PLACE = 0xf;
const SEGMENT_SHIFT = 4;
const SEGMENT = 0x7;
const BIAS = 0x84;
const HIGHEST = 8159;
/** A-law has every second bit inverted. */
const EVEN_BITS = 0x55;

const segmentOf = (value: number, ends: readonly number[]): number => {
  const found = ends.findIndex((end) => value <= end);
  return found < 0 ? ends.length : found;
};

/** @param sample of 14 bits */
function ulawOf(sample: number): number {
  const mask = sample < 0 ? 0x7f : 0xff;
  const value = Math.min(Math.abs(sample), HIGHEST) + (BIAS >> 2);
  const segment = segmentOf(value, ULAW_ENDS);
  return segment >= ULAW_ENDS.length
    ? 0x7f ^ mask
    : ((segment << SEGMENT_SHIFT) | ((value >> (segment + 1)) & PLACE)) ^ mask;
}

/** @param sample of 13 bits */
function alawOf(sample: number): number {
  const mask = sample < 0 ? EVEN_BITS : EVEN_BITS | SIGN;
  const value = sample < 0 ? -sample - 1 : sample;
  const segment = segmentOf(value, ALAW_ENDS);
  return segment >= ALAW_ENDS.length
    ? 0x7f ^ mask
    : ((segment << SEGMENT_SHIFT) | ((value >> Math.max(segment, 1)) & PLACE)) ^ mask;
}

/** A sample of 16 bits. */
function fromUlaw(byte: number): number {
  const bits = ~byte;
  const value = (((bits & PLACE) << 3) + BIAS) << ((bits >> SEGMENT_SHIFT) & SEGMENT);
  return (bits & SIGN) !== 0 ? BIAS - value : value - BIAS;
}

function fromAlaw(byte: number): number {
  const bits = byte ^ EVEN_BITS;
  const segment = (bits >> SEGMENT_SHIFT) & SEGMENT;
  const place = (bits & PLACE) << 4;
  const value = segment === 0 ? place + 8 : (place + 0x108) << (segment - 1);
  return (bits & SIGN) !== 0 ? value : -value;
}

/** How a law makes samples bytes, and bytes samples. */
export interface Law {
  encode(bytes: Uint8Array, width: number): Uint8Array;
  decode(bytes: Uint8Array, width: number): Uint8Array;
}

/** @param shift from 32 bits to those that are encoded */
const lawOf = (shift: number, encode: (sample: number) => number, decode: (byte: number) => number): Law => ({
  encode: (bytes, width) =>
    Uint8Array.from({ length: bytes.length / width }, (_, index) =>
      encode(wideSampleAt(bytes, width, index * width) >> shift),
    ),
  decode(bytes, width) {
    const result = new Uint8Array(bytes.length * width);
    for (const [index, byte] of bytes.entries()) putWideSample(result, width, index * width, decode(byte) << 16);
    return result;
  },
});

export const ULAW = lawOf(18, ulawOf, fromUlaw);
export const ALAW = lawOf(19, alawOf, fromAlaw);
