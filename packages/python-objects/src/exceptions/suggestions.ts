/// "Did you mean": the nearest of some names, by CPython's measure.

const MOVE_COST = 2;
const CASE_COST = 1;
const MOST_CANDIDATES = 750;
const LONGEST_NAME = 40;

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * MOVE_COST);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE_COST];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(row[j - 1] + substitutionCost(a[i - 1], b[j - 1]), row[j] + MOVE_COST, next[j - 1] + MOVE_COST),
      );
    }
    row = next;
  }
  return row[b.length];
}

/** The candidate to suggest for a name that was not found, if any is near enough. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME || candidates.length > MOST_CANDIDATES) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === name || candidate.length > LONGEST_NAME) continue;
    // No more than a third of the characters may need a change.
    const most = Math.min(Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const current = distance(name, candidate);
    if (current <= most) {
      best = candidate;
      bestDistance = current;
    }
  }
  return best;
}
