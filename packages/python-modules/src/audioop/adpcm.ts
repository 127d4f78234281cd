import { putWideSample, wideSampleAt } from "./samples.js";

/// Intel's and DVI's ADPCM: half a byte says how far the next sample of 16 bits is from where the last one was, in steps that grow and shrink.

const STEPS = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];
/** By the distance in steps: how the number of the step changes. */
const CHANGES = [-1, -1, -1, -1, 2, 4, 6, 8];
const NEGATIVE = 8;

/** Where the coding is: the last sample, and the number of the step. */
export interface AdpcmState {
  readonly value: number;
  readonly step: number;
}

export interface Coded {
  readonly bytes: Uint8Array;
  readonly state: AdpcmState;
}

const clamp = (value: number, lowest: number, highest: number): number => Math.min(Math.max(value, lowest), highest);

/** The state behind a distance of 4 bits. */
function moved({ value, step }: AdpcmState, distance: number): AdpcmState {
  const size = STEPS[step];
  let change = size >> 3;
  if ((distance & 4) !== 0) change += size;
  if ((distance & 2) !== 0) change += size >> 1;
  if ((distance & 1) !== 0) change += size >> 2;
  return {
    value: clamp((distance & NEGATIVE) !== 0 ? value - change : value + change, -0x8000, 0x7fff),
    step: clamp(step + CHANGES[distance & 7], 0, STEPS.length - 1),
  };
}

export function encodeAdpcm(bytes: Uint8Array, width: number, from: AdpcmState): Coded {
  const result = new Uint8Array(Math.floor(bytes.length / (2 * width)));
  let state = from;
  let high = 0;
  for (let at = 0, index = 0; at < bytes.length; at += width, index++) {
    let rest = (wideSampleAt(bytes, width, at) >> 16) - state.value;
    let distance = rest < 0 ? NEGATIVE : 0;
    rest = Math.abs(rest);
    for (let bit = 4, size = STEPS[state.step]; bit > 0; bit >>= 1, size >>= 1) {
      if (rest < size) continue;
      distance |= bit;
      rest -= size;
    }
    state = moved(state, distance);
    if (index % 2 === 0) high = distance << 4;
    else result[index >> 1] = high | distance;
  }
  return { bytes: result, state };
}

export function decodeAdpcm(bytes: Uint8Array, width: number, from: AdpcmState): Coded {
  const result = new Uint8Array(2 * bytes.length * width);
  let state = from;
  for (let index = 0; index < 2 * bytes.length; index++) {
    const pair = bytes[index >> 1];
    state = moved(state, index % 2 === 0 ? pair >> 4 : pair & 0xf);
    putWideSample(result, width, index * width, state.value << 16);
  }
  return { bytes: result, state };
}
