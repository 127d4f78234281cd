/** A middle value and how far the single ones lie from it. */
export interface Estimate {
  readonly median: number;
  /** The quarter of the values below. */
  readonly low: number;
  /** The quarter of the values above. */
  readonly high: number;
}

/** @param values not empty */
export function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

export function median(values: readonly number[]): number {
  return estimate(values).median;
}

/** @param values positive, not empty */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Linear between the two nearest values, as R's and NumPy's default. */
function quantile(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}
