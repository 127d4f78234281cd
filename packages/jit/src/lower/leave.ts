import {
  EXIT_BUFFER, NULL, STATE_EXIT_FRAME, STATE_EXIT_NUMBER, STATE_EXIT_TRACE, STATE_NATIVE_BUDGET,
} from "@hotpy/memory";
import type { Trace } from "@hotpy/trace";
import { FunctionBuilder } from "../lir/builder.js";
import type { LirFunction, LirType, Reg } from "../lir/lir.js";
import { type FrameRegisters, writeHeader } from "./frames.js";

/// Exits. They are most of a trace's code and rarely taken, so what they do is in functions of their own: passing a
/// value takes a third of the bytes that storing it takes, and the engine optimises the trace the sooner.

/** Most values that are passed as parameters; WebAssembly allows a thousand. */
const MOST_PARAMETERS = 500;
/** frame, previous, function, budget, trace, exit. */
const FIXED: readonly LirType[] = ["i32", "i32", "i32", "i32", "i32", "i32"];

/** Stores the live value at this position of an exit's list. */
function storeLive(f: FunctionBuilder, position: number, value: Reg): void {
  f.storeAt(`${f.typeOf(value)}.store`, EXIT_BUFFER + position * 8, value);
}

/** The exits of one root: functions that leave with so many values of these types, made as they are needed. */
export class ExitFunctions {
  readonly #root: Trace;
  readonly #functions = new Map<string, LirFunction>();

  constructor(root: Trace) {
    this.#root = root;
  }

  get functions(): readonly LirFunction[] {
    return [...this.#functions.values()];
  }

  /** Ends the function being written: leaves these values to the supervisor. */
  leave(f: FunctionBuilder, frames: FrameRegisters, trace: number, exit: number, live: readonly Reg[]): void {
    const passed = live.slice(0, MOST_PARAMETERS);
    for (let position = passed.length; position < live.length; position++) storeLive(f, position, live[position]);
    const { name } = this.#functionFor(passed.map((register) => f.typeOf(register)));
    const { frame, previous, function: fn, budget } = frames;
    const args = [frame, previous, fn, budget, f.i32(trace), f.i32(exit), ...passed];
    f.return(f.call({ kind: "function", name }, args, "i32"));
  }

  #functionFor(types: readonly LirType[]): LirFunction {
    // Runs of one type are counted: leave7_i32x3_f64x1.
    const runs = types.join(" ").match(/(\w+)( \1)*/g) ?? [];
    const name = [`leave${this.#root.id}`, ...runs.map((run) => `${run.slice(0, 3)}x${run.split(" ").length}`)].join("_");
    let found = this.#functions.get(name);
    if (found === undefined) this.#functions.set(name, (found = this.#lower(name, types)));
    return found;
  }

  #lower(name: string, types: readonly LirType[]): LirFunction {
    const f = new FunctionBuilder(name, { params: [...FIXED, ...types], result: "i32" }, false);
    const [frame, previous, fn, budget, trace, exit] = [0, 1, 2, 3, 4, 5];
    types.forEach((_, position) => storeLive(f, position, FIXED.length + position));
    // The header of a function's frame is not in memory until something needs it.
    if (this.#root.kind === "function") {
      writeHeader(f, frame, 0, { previous, code: this.#root.anchor.code, function: fn, generator: f.i32(NULL) });
    }
    f.storeAt("i32.store", STATE_NATIVE_BUDGET, budget);
    f.storeAt("i32.store", STATE_EXIT_TRACE, trace);
    f.storeAt("i32.store", STATE_EXIT_NUMBER, exit);
    f.storeAt("i32.store", STATE_EXIT_FRAME, frame);
    f.return(f.i32(0));
    return f.finish();
  }
}
