import { sampleAt } from "./samples.js";

/** What all samples have between lowest and highest; where there are none, as CPython has it. */
export function extremes(bytes: Uint8Array, width: number): [lowest: number, highest: number] {
  let [lowest, highest] = [0x7fffffff, -0x80000000];
  for (let at = 0; at < bytes.length; at += width) {
    const sample = sampleAt(bytes, width, at);
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
  }
  return [lowest, highest];
}

export function highestAbsolute(bytes: Uint8Array, width: number): number {
  const [lowest, highest] = extremes(bytes, width);
  return bytes.length === 0 ? 0 : Math.max(-lowest, highest);
}

export function average(bytes: Uint8Array, width: number): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += width) sum += sampleAt(bytes, width, at);
  return bytes.length === 0 ? 0 : Math.floor(sum / (bytes.length / width));
}

/** The square root of the average of squares. */
export function rootMeanSquare(bytes: Uint8Array, width: number): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += width) sum += sampleAt(bytes, width, at) ** 2;
  return bytes.length === 0 ? 0 : Math.trunc(Math.sqrt(sum / (bytes.length / width)));
}

/** How far the turning points of the samples are from those before: the largest distance, and the average one. */
export function peakDistances(
  bytes: Uint8Array,
  width: number,
): { readonly highest: number; readonly average: number } {
  let [sum, count, highest] = [0, 0, 0];
  let turningPoint: number | undefined;
  let wasFalling: boolean | undefined;
  let before = bytes.length > 0 ? sampleAt(bytes, width, 0) : 0;
  for (let at = width; at < bytes.length; at += width) {
    const sample = sampleAt(bytes, width, at);
    if (sample === before) continue;
    const isFalling = sample < before;
    if (wasFalling === !isFalling) {
      if (turningPoint !== undefined) {
        const distance = Math.abs(before - turningPoint);
        sum += distance;
        count++;
        if (distance > highest) highest = distance;
      }
      turningPoint = before;
    }
    before = sample;
    wasFalling = isFalling;
  }
  return { highest, average: count === 0 ? 0 : Math.trunc(sum / count) };
}

/** How often samples pass zero; -1: there are none. */
export function crossings(bytes: Uint8Array, width: number): number {
  let count = -1;
  let wasNegative: boolean | undefined;
  for (let at = 0; at < bytes.length; at += width) {
    const isNegative = sampleAt(bytes, width, at) < 0;
    if (isNegative !== wasNegative) count++;
    wasNegative = isNegative;
  }
  return count;
}

/// What follows is of samples of two bytes, given as numbers.

const productSum = (a: Int16Array, from: number, b: Int16Array, count: number): number => {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += a[from + index] * b[index];
  return sum;
};

/** Where a part of the sound is most like the reference: minimal is what is left when the reference, times a factor, is taken away. */
export function bestFit(sound: Int16Array, reference: Int16Array): { readonly place: number; readonly factor: number } {
  const { length } = reference;
  const squares = productSum(reference, 0, reference, length);
  let energy = productSum(sound, 0, sound, length);
  const rest = (place: number): number => {
    const product = productSum(sound, place, reference, length);
    return (squares * energy - product * product) / energy;
  };
  let [best, place] = [rest(0), 0];
  for (let start = 1; start <= sound.length - length; start++) {
    energy += sound[start + length - 1] ** 2 - sound[start - 1] ** 2;
    const left = rest(start);
    if (left < best) [best, place] = [left, start];
  }
  return { place, factor: productSum(sound, place, reference, length) / squares };
}

/** What the reference is to be multiplied by to be most like the sound. */
export const bestFactor = (sound: Int16Array, reference: Int16Array): number =>
  productSum(sound, 0, reference, sound.length) / productSum(reference, 0, reference, sound.length);

/** Where so many samples have most energy. */
export function loudest(sound: Int16Array, length: number): number {
  let energy = productSum(sound, 0, sound, length);
  let [best, place] = [energy, 0];
  for (let start = 1; start <= sound.length - length; start++) {
    energy += sound[start + length - 1] ** 2 - sound[start - 1] ** 2;
    if (energy > best) [best, place] = [energy, start];
  }
  return place;
}
