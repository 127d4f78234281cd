import { FRAME_CODE, FRAME_IP, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME } from "@hotpy/memory";
import type { UpToCode } from "./context.js";

/** The program needs something that HotPy does not have yet. Not a Python exception: no `except` catches it. */
export class NotImplementedByHotPy extends Error {
  override readonly name = "NotImplementedByHotPy";
  /** Where in the program, once known. */
  filename: string | undefined;
  line: number | undefined;

  constructor(readonly feature: string) {
    super(`hotpy: not implemented: ${feature}`);
  }
}

/** Notes the source line that needed it: that of the running frame, builtins written in Python left out. */
export function locate(error: NotImplementedByHotPy, { memory, codes }: UpToCode): void {
  if (error.line !== undefined) return;
  const { i32 } = memory;
  for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = i32[(frame + FRAME_PREVIOUS) >>> 2]) {
    const code = i32[(frame + FRAME_CODE) >>> 2];
    const { unit, isHidden } = codes.record(code);
    const position = isHidden ? undefined : codes.positionAt(code, i32[(frame + FRAME_IP) >>> 2]);
    if (position === undefined) continue;
    error.filename = unit.filename;
    error.line = position.line;
    return;
  }
}
