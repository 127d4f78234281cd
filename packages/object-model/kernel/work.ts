import { REQUEST_INTERRUPT, REQUEST_STOPPED, STATE_REQUEST } from "./generated/constants";

/// Operations that may take seconds count their steps, and look now and then whether the user has interrupted. Then they are stopped: they return 0, as
/// where there is no memory, with REQUEST_STOPPED set, and so does what makes a long integer until the interrupt is raised.

/** Whether the user has interrupted: true once for each time. */
declare function isInterrupted(): bool;

/** Steps between two looks: some 50 ms. A step is about 3 microseconds. */
const STEPS: i32 = 16384;
/** Where a step is so much work, in products of limbs. */
const STEP_SHIFT: i32 = 10;

let left: i32 = STEPS;

/** Steps of plain work between two looks: some 10 ms. A step of it is about 10 nanoseconds. */
const PLAIN_STEPS: i32 = 1 << 20;

let plainLeft: i32 = PLAIN_STEPS;

/**
 * Counts work that allocates nothing or little: comparing, hashing, searching, copying. True: the user has interrupted, so that the next safepoint
 * raises; who can leave its outcome open ends at once, and who cannot goes on.
 */
export function isInterruptedAfter(steps: i32): bool {
  plainLeft -= steps;
  return plainLeft <= 0 && lookAtRequest();
}

/** The same, for who cannot leave its outcome open: it returns 0, as where there is no memory. */
export function stopsAfter(steps: i32): bool {
  if (!isInterruptedAfter(steps)) return false;
  store<i32>(STATE_REQUEST, load<i32>(STATE_REQUEST) | REQUEST_STOPPED);
  return true;
}

function lookAtRequest(): bool {
  plainLeft = 0;
  if ((load<i32>(STATE_REQUEST) & REQUEST_INTERRUPT) !== 0) return true;
  if (isInterrupted()) {
    store<i32>(STATE_REQUEST, load<i32>(STATE_REQUEST) | REQUEST_INTERRUPT);
    return true;
  }
  plainLeft = PLAIN_STEPS;
  return false;
}

/** Counts bytes that are read, compared or copied. */
export function countBytes(size: i32): void {
  if (size >= 4096) isInterruptedAfter(size >> 6);
}

/** Whether work is to end at once: from here on results have no meaning. */
export function isStopped(): bool {
  return (load<i32>(STATE_REQUEST) & REQUEST_STOPPED) !== 0;
}

/** Counts work of so many products of limbs, at least one step; whether work is to end. */
export function isStoppedAfter(products: i32): bool {
  left -= (products >> STEP_SHIFT) + 1;
  return left <= 0 && look();
}

function look(): bool {
  if (isStopped()) return true;
  left = STEPS;
  // Plain work may have heard of it, and gone on.
  if ((load<i32>(STATE_REQUEST) & REQUEST_INTERRUPT) === 0 && !isInterrupted()) return false;
  store<i32>(STATE_REQUEST, load<i32>(STATE_REQUEST) | REQUEST_INTERRUPT | REQUEST_STOPPED);
  left = 0;
  return true;
}
