import type { Kind } from "@hotpy/bytecode";
import {
  EXIT_BUFFER,
  EXIT_WORD_BYTES,
  EXITS_PER_TRACE,
  type MemoryMap,
  NULL,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_NATIVE_BUDGET,
} from "@hotpy/memory";
import type { Exit, Trace } from "@hotpy/trace";
import { FunctionBuilder } from "../lir/builder.js";
import type { LirFunction, LirType, Reg, Signature } from "../lir/lir.js";
import { type FrameRegisters, writeHeader } from "./frames.js";

/// Exits. They are most of a trace's code and rarely taken, so what they do is in functions of their own: passing a
/// value takes a third of the bytes that storing it takes, and the engine optimises the trace the sooner. A bridge that
/// has been compiled by itself is a function with the same parameters, which the exit goes on in.

/** Most values that are passed as parameters; WebAssembly allows a thousand. */
const MOST_PARAMETERS = 500;
/** frame, previous, function, budget, trace, exit. */
const FIXED: readonly LirType[] = ["i32", "i32", "i32", "i32", "i32", "i32"];

/** Parameter of an exit's function, or a bridge's, with the live value at a position. */
export const liveParameter = (position: number): Reg => FIXED.length + position;

/** Signature of a bridge from an exit with live values of these types. */
export const bridgeSignature = (types: readonly LirType[]): Signature => ({
  params: [...FIXED, ...types],
  result: "i32",
});

/** Whether code that is compiled later can be reached from an exit, if its live values are so many. */
export const canBePatched = (exit: number, live: number): boolean => exit < EXITS_PER_TRACE && live <= MOST_PARAMETERS;

/** Byte address of the word that says where an exit goes on. */
export const exitWord = ({ exits }: Pick<MemoryMap, "exits">, trace: number, exit: number): number =>
  exits.start + (trace * EXITS_PER_TRACE + exit) * EXIT_WORD_BYTES;

/** Stores the live value at this position of an exit's list. */
function storeLive(f: FunctionBuilder, position: number, value: Reg): void {
  f.storeAt(`${f.typeOf(value)}.store`, EXIT_BUFFER + position * 8, value);
}

/** The exits of one root: functions that leave with so many values of these types, made as they are needed. */
export class ExitFunctions {
  readonly #root: Trace;
  readonly #map: MemoryMap;
  readonly #functions = new Map<string, LirFunction>();
  /** The same by the list of kinds, which exits to one state share: those that may go on in a bridge, and those that may not. */
  readonly #patched = new Map<readonly Kind[], LirFunction>();
  readonly #final = new Map<readonly Kind[], LirFunction>();

  constructor(root: Trace, map: MemoryMap) {
    this.#root = root;
    this.#map = map;
  }

  get functions(): readonly LirFunction[] {
    return [...this.#functions.values()];
  }

  /** Ends the function being written: leaves these values to the supervisor, or (`mayGoOn`) goes on with them in a bridge. */
  leave(
    f: FunctionBuilder,
    frames: FrameRegisters,
    trace: number,
    { number, kinds }: Exit,
    live: readonly Reg[],
    mayGoOn: boolean,
  ): void {
    const passed = live.slice(0, MOST_PARAMETERS);
    for (let position = passed.length; position < live.length; position++) storeLive(f, position, live[position]);
    const isPatched = mayGoOn && canBePatched(number, live.length);
    const byKinds = isPatched ? this.#patched : this.#final;
    let target = byKinds.get(kinds);
    if (target === undefined) {
      target = this.#functionFor(
        passed.map((register) => f.typeOf(register)),
        isPatched,
      );
      byKinds.set(kinds, target);
    }
    const { frame, previous, function: fn, budget } = frames;
    const args = [frame, previous, fn, budget, f.i32(trace), f.i32(number), ...passed];
    // A tail call: two traces may go on in each other for ever, and must not pile up on the hardware stack.
    f.tailcall({ kind: "function", name: target.name }, args);
  }

  #functionFor(types: readonly LirType[], mayGoOn: boolean): LirFunction {
    // Runs of one type are counted: leave7_i32x3_f64x1.
    let name = `${mayGoOn ? "leave" : "end"}${this.#root.id}`;
    for (let first = 0; first < types.length; ) {
      let end = first + 1;
      while (end < types.length && types[end] === types[first]) end++;
      name += `_${types[first]}x${end - first}`;
      first = end;
    }
    let found = this.#functions.get(name);
    if (found === undefined) this.#functions.set(name, (found = this.#lower(name, types, mayGoOn)));
    return found;
  }

  #lower(name: string, types: readonly LirType[], mayGoOn: boolean): LirFunction {
    const signature = bridgeSignature(types);
    const f = new FunctionBuilder(name, signature, false);
    const [frame, previous, fn, budget, trace, exit] = [0, 1, 2, 3, 4, 5];
    if (mayGoOn) {
      const word = f.binary("i32.add", f.binary("i32.mul", trace, f.i32(EXITS_PER_TRACE)), exit);
      const place = f.binary("i32.mul", word, f.i32(EXIT_WORD_BYTES));
      const bridge = f.load("i32.load", place, this.#map.exits.start);
      f.if(bridge, () =>
        f.tailcall(
          { kind: "table", index: bridge, type: signature },
          signature.params.map((_, index) => index),
        ),
      );
    }
    types.forEach((_, position) => storeLive(f, position, liveParameter(position)));
    // The header of a function's frame is not in memory until something needs it.
    if (this.#root.kind === "function") {
      writeHeader(f, frame, 0, {
        previous,
        code: this.#root.anchor.code,
        function: fn,
        generator: f.i32(NULL),
      });
    }
    f.storeAt("i32.store", STATE_NATIVE_BUDGET, budget);
    f.storeAt("i32.store", STATE_EXIT_TRACE, trace);
    f.storeAt("i32.store", STATE_EXIT_NUMBER, exit);
    f.storeAt("i32.store", STATE_EXIT_FRAME, frame);
    f.return(f.i32(0));
    return f.finish();
  }
}
