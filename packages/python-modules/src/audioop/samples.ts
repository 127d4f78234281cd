/// Samples of sound: signed integers of 1 to 4 bytes, the lowest byte first.

/** A sample, as the number that it is. */
export function sampleAt(bytes: Uint8Array, width: number, at: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value |= bytes[at + index] << (8 * index);
  const unused = 32 - 8 * width;
  return (value << unused) >> unused;
}

/** Writes the low bytes of a number. */
function putSample(bytes: Uint8Array, width: number, at: number, value: number): void {
  for (let index = 0; index < width; index++) bytes[at + index] = value >> (8 * index);
}

/** A sample as the high bytes of 32 bits, as which those of all widths are alike. */
export const wideSampleAt = (bytes: Uint8Array, width: number, at: number): number =>
  sampleAt(bytes, width, at) << (32 - 8 * width);

export const putWideSample = (bytes: Uint8Array, width: number, at: number, value: number): void =>
  putSample(bytes, width, at, value >> (32 - 8 * width));

/** Rounds down to a sample of this width, the nearest where there is none. */
function bounded(value: number, width: number): number {
  const limit = 2 ** (8 * width - 1);
  if (value > limit - 1) return limit - 1;
  // What C makes of no number is the lowest one.
  return value < -limit + 1 || Number.isNaN(value) ? -limit : Math.floor(value);
}

/** Sound of the same width, of which each sample is made of the one at its place. */
function mapped(bytes: Uint8Array, width: number, make: (sample: number, at: number) => number): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += width) putSample(result, width, at, make(sampleAt(bytes, width, at), at));
  return result;
}

export function reversed(bytes: Uint8Array, width: number): Uint8Array {
  return mapped(bytes, width, (_, at) => sampleAt(bytes, width, bytes.length - width - at));
}

/** Has the highest byte of each sample first. */
export function swapped(bytes: Uint8Array, width: number): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) result[at - (at % width) + width - 1 - (at % width)] = bytes[at];
  return result;
}

/** The same sound in samples of another width. */
export function converted(bytes: Uint8Array, width: number, newWidth: number): Uint8Array {
  const result = new Uint8Array((bytes.length / width) * newWidth);
  for (let at = 0, to = 0; at < bytes.length; at += width, to += newWidth)
    putWideSample(result, newWidth, to, wideSampleAt(bytes, width, at));
  return result;
}

export const multiplied = (bytes: Uint8Array, width: number, factor: number): Uint8Array =>
  mapped(bytes, width, (sample) => bounded(sample * factor, width));

export const added = (bytes: Uint8Array, others: Uint8Array, width: number): Uint8Array =>
  mapped(bytes, width, (sample, at) => bounded(sample + sampleAt(others, width, at), width));

/** Samples that grow beyond the largest go on from the lowest. */
export const biased = (bytes: Uint8Array, width: number, bias: number): Uint8Array =>
  mapped(bytes, width, (sample) => (sample + bias) | 0);

/** Two channels as one. */
export function toMono(bytes: Uint8Array, width: number, left: number, right: number): Uint8Array {
  const result = new Uint8Array(bytes.length / 2);
  for (let at = 0; at < bytes.length; at += 2 * width) {
    const sum = sampleAt(bytes, width, at) * left + sampleAt(bytes, width, at + width) * right;
    putSample(result, width, at / 2, bounded(sum, width));
  }
  return result;
}

/** One channel as two. */
export function toStereo(bytes: Uint8Array, width: number, left: number, right: number): Uint8Array {
  const result = new Uint8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at += width) {
    const sample = sampleAt(bytes, width, at);
    putSample(result, width, 2 * at, bounded(sample * left, width));
    putSample(result, width, 2 * at + width, bounded(sample * right, width));
  }
  return result;
}
