import { NULL } from "@hotpy/memory";
import { CODE_TRACE } from "@hotpy/object-model";
import { type FrameState, type InstructionOf, NO_VALUE, snapshotOf, type Trace, type ValueId } from "@hotpy/trace";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { type FrameRegisters, frameBytes, leaveAtEntry, rootSignature, writeHeader, writePosition } from "./frames.js";
import type { LoweringEnvironment } from "./lowering.js";
import { type RunState, rootName } from "./run-state.js";

/// Calls from compiled code to compiled code. The caller's frames are in memory during the call, so that whatever
/// happens in the callee, the supervisor can go on from memory; the callee's frame is its own business.

/** What writing a call needs of the function around it. */
export interface CallSite {
  readonly f: FunctionBuilder;
  readonly environment: LoweringEnvironment;
  readonly frames: FrameRegisters;
  readonly root: Trace;
  /** Whether the call stands in the root's own function, which can then call itself. */
  readonly isInRoot: boolean;
  readonly run: RunState;
  value(id: ValueId): Reg;
  returnZero(): void;
}

/** Writes the caller's frames and calls the code object's compiled entry; the result is not NULL. */
export function writeCall(site: CallSite, instruction: InstructionOf<"call_code">): Reg {
  const { f, frames, environment } = site;
  const snapshot = snapshotOf(site.run.trace, instruction.exit);
  const calleeOffset = writeFrames(site, snapshot.frames);
  const depth = snapshot.frames.length;
  const code = instruction.immediate;
  const [calleeFunction, ...args] = Array.from(instruction.args, (id) => site.value(id));

  const at = (offset: number): Reg => (offset === 0 ? frames.frame : f.binary("i32.add", frames.frame, f.i32(offset)));
  const callee: FrameRegisters = {
    frame: at(calleeOffset),
    previous: at(calleeOffset - frameBytes(snapshot.frames[depth - 1].slots.length)),
    function: calleeFunction,
    budget: f.binary("i32.sub", frames.budget, f.i32(depth)),
  };
  const parameters = [callee.frame, callee.previous, callee.function, callee.budget, ...args];
  const result = f.register("i32");
  if (site.isInRoot && site.root.kind === "function" && site.root.anchor.code === code) {
    f.move(result, f.call({ kind: "function", name: rootName(site.root.id) }, parameters, "i32"));
  } else {
    const entry = f.loadAt("i32.load", code + CODE_TRACE);
    f.unlikely(f.unary("i32.eqz", entry), () => leaveAtEntry(f, environment.objects, code, callee, args));
    const index = f.binary("i32.sub", entry, f.i32(1));
    f.move(result, f.call({ kind: "table", index, type: rootSignature(args.length) }, parameters, "i32"));
  }
  f.unlikely(f.unary("i32.eqz", result), () => site.returnZero());
  // The callee's frames have overwritten everything above the caller's.
  for (const offset of [...site.run.written.keys()]) if (offset >= calleeOffset) site.run.written.delete(offset);
  return result;
}

/** Writes all frames of a snapshot; what this activation wrote before and is still so is left out. Returns their size in bytes. */
function writeFrames(site: CallSite, states: readonly FrameState[]): number {
  const { f, frames, environment, run } = site;
  const { written } = run;
  let offset = 0;
  let below = -1;
  const write = (at: number, value: Reg): void => {
    if (written.get(at) === value) return;
    f.store("i32.store", frames.frame, at, value);
    written.set(at, value);
  };
  states.forEach((state, index) => {
    if (index > 0 || site.root.kind === "function") {
      const functionWord = state.function === NO_VALUE ? frames.function : site.value(state.function);
      const key = offset - 1;
      if (written.get(key) !== functionWord) {
        const previous =
          index === 0 ? frames.previous : below === 0 ? frames.frame : f.binary("i32.add", frames.frame, f.i32(below));
        const generator = state.generator === NO_VALUE ? f.i32(NULL) : site.value(state.generator);
        writeHeader(f, frames.frame, offset, {
          previous,
          code: state.code,
          function: functionWord,
          generator,
        });
        if (index === 0) written.set(key, functionWord);
        // An earlier call may have had a slot of a frame below where this header lies.
        else for (let at = offset; at < offset + frameBytes(0); at += 4) written.delete(at);
      }
    }
    writePosition(f, environment.objects, frames.frame, offset, state);
    state.slots.forEach((id, slot) => {
      write(offset + frameBytes(slot), id === NO_VALUE ? f.i32(NULL) : site.value(id));
    });
    below = offset;
    offset += frameBytes(state.slots.length);
  });
  return offset;
}
