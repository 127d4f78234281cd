/// Sums of floats without rounding errors on the way.

/** An exact sum of doubles that is being made, of partials that do not overlap (Shewchuk's). */
export class ExactSum {
  private readonly partials: number[] = [];
  private count = 0;
  /** Sum of all that is not finite, and of the infinities among it. */
  private special = 0;
  private infinities = 0;

  /** False: it overflows on the way. */
  add(value: number): boolean {
    const { partials } = this;
    let x = value;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      let y = partials[i];
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    if (Number.isFinite(x)) {
      if (x !== 0) partials[kept++] = x;
      this.count = kept;
      return true;
    }
    if (Number.isFinite(value)) return false;
    this.count = 0;
    if (!Number.isNaN(value)) this.infinities += value;
    this.special += value;
    return true;
  }

  /** The sum, rounded once; undefined: it is of infinities of both signs. */
  total(): number | undefined {
    if (this.special !== 0) return Number.isNaN(this.infinities) ? undefined : this.special;
    return roundPartials(this.partials.slice(0, this.count));
  }
}

/** Sum of partials that do not overlap, in increasing magnitude; half-way cases to even. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n];
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && low < 0 === partials[n - 1] < 0 && partials[n - 1] !== 0 && low !== 0) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) return x;
  }
  return high;
}
