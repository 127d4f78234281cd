import { putWideSample, wideSampleAt } from "./samples.js";

/** Where the conversion of a rate is. */
export interface RateState {
  /** How far the next sample is, in parts of a sample. */
  readonly distance: number;
  /** The last two samples of each channel, of 32 bits. */
  readonly channels: readonly (readonly [before: number, now: number])[];
}

export interface RateConversion {
  readonly width: number;
  readonly from: number;
  readonly to: number;
  /** Each sample is made of itself and the one before it, by these weights. */
  readonly weights: readonly [now: number, before: number];
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Sound at another rate of samples in a second: what lies between two of the old ones is drawn on the line from one to the other. */
export function atRate(
  bytes: Uint8Array,
  { width, from, to, weights }: RateConversion,
  state: RateState | undefined,
  channelCount: number,
): { readonly bytes: Uint8Array; readonly state: RateState } {
  const common = divisor(from, to);
  const [step, parts] = [from / common, to / common];
  const shared = divisor(...weights);
  const [weight, weightBefore] = [weights[0] / shared, weights[1] / shared];
  const before = Array.from({ length: channelCount }, (_, index) => state?.channels[index][0] ?? 0);
  const now = Array.from({ length: channelCount }, (_, index) => state?.channels[index][1] ?? 0);
  let distance = state?.distance ?? -parts;
  const frame = width * channelCount;
  const made: number[] = [];
  for (let at = 0; ; ) {
    for (; distance < 0; distance += parts) {
      if (at >= bytes.length) {
        const result = new Uint8Array(made.length * width);
        for (const [index, sample] of made.entries()) putWideSample(result, width, index * width, sample);
        return { bytes: result, state: { distance, channels: before.map((each, index) => [each, now[index]]) } };
      }
      for (let channel = 0; channel < channelCount; channel++) {
        before[channel] = now[channel];
        const sample = wideSampleAt(bytes, width, at + channel * width);
        now[channel] = Math.trunc((weight * sample + weightBefore * before[channel]) / (weight + weightBefore));
      }
      at += frame;
    }
    for (; distance >= 0; distance -= step)
      for (let channel = 0; channel < channelCount; channel++)
        made.push(Math.trunc((before[channel] * distance + now[channel] * (parts - distance)) / parts));
  }
}
