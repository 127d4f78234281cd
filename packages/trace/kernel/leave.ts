/// Leaving a trace: rebuilds the frames of an exit from its record, and counts the exit. `src/recovery.ts` says how a record looks.

import {
  EXIT_ASKS,
  EXIT_BUFFER,
  EXIT_FRAMES_COMPLETE,
  EXIT_OPEN,
  EXIT_UNKNOWN,
  EXIT_WORD_BYTES,
  EXITS_PER_TRACE,
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
  RECORD_COUNTDOWN,
  RECORD_PROGRAM,
  RECORD_STATE,
  RECOVERY_FRAME_FIELDS,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FRAME,
  STEP_IMPOSSIBLE,
} from "./generated/constants";
import { depthStep, runSteps } from "./steps";

/**
 * A trace that was entered on frame `base` has left: rebuilds its frames, if the exit has a record that can, and counts it.
 * @param exits byte address of the words of exits
 * @returns the state that the record gives; EXIT_ASKS: its countdown has ended; EXIT_UNKNOWN: nothing is rebuilt
 */
export function leave(base: usize, exits: usize): i32 {
  const trace = load<i32>(STATE_EXIT_TRACE);
  if (trace === EXIT_FRAMES_COMPLETE) {
    settleDepths(load<usize>(STATE_FRAME), base);
    return EXIT_OPEN;
  }
  const frame = load<usize>(STATE_EXIT_FRAME);
  settleDepths(frame, base);
  const exit = load<i32>(STATE_EXIT_NUMBER);
  if (exit >= EXITS_PER_TRACE) return EXIT_UNKNOWN;
  const record = load<usize>(exits + <usize>(trace * EXITS_PER_TRACE + exit) * EXIT_WORD_BYTES + 4);
  return record === 0 ? EXIT_UNKNOWN : rebuild(record, frame);
}

/** The same, by a record, of an exit whose bottom frame is `frame`. */
export function rebuild(record: usize, frame: usize): i32 {
  const program = record + RECORD_PROGRAM;
  if (load<i32>(program) === STEP_IMPOSSIBLE) return EXIT_UNKNOWN;
  writeFrames(runSteps(program), frame);
  const countdown = load<i32>(record + RECORD_COUNTDOWN);
  if (countdown <= 1) return EXIT_ASKS;
  store<i32>(record + RECORD_COUNTDOWN, countdown - 1);
  return load<i32>(record + RECORD_STATE);
}

/**
 * Writes FRAME_DEPTH of the frames from `top` down to `base`, whose own is right. Compiled code leaves it out: it counts the frames that
 * may still be pushed in a parameter, and of most frames that it pushes nothing else asks.
 */
function settleDepths(top: usize, base: usize): void {
  if (top === base) return;
  let depth = load<i32>(base + FRAME_DEPTH);
  for (let frame = top; frame !== base; frame = load<usize>(frame + FRAME_PREVIOUS))
    depth += depthStep(load<usize>(frame + FRAME_CODE));
  for (let frame = top; frame !== base; frame = load<usize>(frame + FRAME_PREVIOUS)) {
    store<i32>(frame + FRAME_DEPTH, depth);
    depth -= depthStep(load<usize>(frame + FRAME_CODE));
  }
}

/** Word that lies where a position says, or NULL. */
function wordAt(position: i32): i32 {
  return position < 0 ? 0 : load<i32>(<usize>EXIT_BUFFER + ((<usize>position) << 3));
}

/** Writes the frames that are described at `from`, the bottom one at `base`. */
function writeFrames(from: usize, base: usize): void {
  let previous: usize = 0;
  let frame = base;
  let next = from + 4;
  for (let count = load<i32>(from); count > 0; count--) {
    const code = load<i32>(next);
    if (previous !== 0) store<usize>(frame + FRAME_PREVIOUS, previous);
    if (code !== 0) {
      store<i32>(frame + FRAME_CODE, code);
      store<i32>(frame + FRAME_FUNCTION, wordAt(load<i32>(next + 4)));
      store<i32>(frame + FRAME_GENERATOR, wordAt(load<i32>(next + 8)));
      const depth = load<i32>(load<usize>(frame + FRAME_PREVIOUS) + FRAME_DEPTH);
      store<i32>(frame + FRAME_DEPTH, depth + load<i32>(next + 12));
    }
    store<i32>(frame + FRAME_IP, load<i32>(next + 16));
    const slots = load<i32>(next + 20);
    next += 4 * RECOVERY_FRAME_FIELDS;
    let slot = frame + FRAME_SLOTS;
    const top = slot + ((<usize>slots) << 2);
    store<usize>(frame + FRAME_SP, top);
    for (; slot < top; slot += 4, next += 4) store<i32>(slot, wordAt(load<i32>(next)));
    previous = frame;
    frame = top;
  }
  store<usize>(STATE_FRAME, previous);
}
