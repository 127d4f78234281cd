import { FRAME_FUNCTION, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import {
  NULL,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_FORCED_EXIT,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  STATE_REQUEST,
  TRACE_VALID,
} from "@hotpy/memory";
import {
  type Exit,
  exitKey,
  exitsOf,
  type FrameState,
  FUEL_ENDED,
  fuelOf,
  type Instruction,
  mayGoOn,
  NO_EXIT,
  NO_VALUE,
  type Snapshot,
  snapshotOf,
  type Trace,
  type TraceEnd,
  type TraceTree,
  type ValueId,
} from "@hotpy/trace";
import { FunctionBuilder } from "../lir/builder.js";
import type { Label, LirFunction, LirType, Reg, Signature } from "../lir/lir.js";
import { writeCall } from "./calls.js";
import {
  FIRST_SLOT_PARAMETER,
  type FrameRegisters,
  frameBytes,
  leaveAtEntry,
  leaveWithFramesComplete,
  rootSignature,
  slotParameters,
  writeHeader,
  writePosition,
} from "./frames.js";
import { bridgeSignature, ExitFunctions, liveParameter } from "./leave.js";
import type { LoweringEnvironment, LowerOp, OpContext } from "./lowering.js";
import { LOWER } from "./ops.js";
import { entryName, type RunState, rootName } from "./run-state.js";

/** What a tree became: the root function, its entry from TypeScript, and the imports that they call. */
export interface LoweredTree {
  readonly functions: readonly LirFunction[];
  readonly imports: ReadonlyMap<string, Signature>;
}

/**
 * Lowers a whole tree into one function. A bridge stands where its exit would leave, so its values are the parent's
 * registers, unboxed as they are; a bridge that links back to the root is a jump.
 */
export function lowerTree(tree: TraceTree, environment: LoweringEnvironment): LoweredTree {
  const lowering = new TreeLowering(tree, environment);
  const slots = slotParameters(tree.root, environment.objects);
  return {
    functions: [lowering.lower(), lowerEntry(tree.root, slots), ...lowering.exits.functions],
    imports: lowering.imports,
  };
}

/**
 * Lowers one bridge into a function of its own, with the parameters of its exit (see `leave.ts`). It goes back to the root, or to
 * wherever it leads, by a tail call.
 */
export function lowerBridge(
  tree: TraceTree,
  bridge: Trace,
  environment: LoweringEnvironment,
  live: readonly LirType[],
): LoweredTree {
  const lowering = new TreeLowering(tree, environment, { name: rootName(bridge.id), signature: bridgeSignature(live) });
  return { functions: [lowering.lowerBridge(bridge), ...lowering.exits.functions], imports: lowering.imports };
}

/** `enter(frame)`: loads the parameters from the frame in memory. */
function lowerEntry(root: Trace, slots: readonly number[]): LirFunction {
  const f = new FunctionBuilder(entryName(root.id), { params: ["i32"], result: "i32" }, true);
  const frame = 0;
  const args = [
    frame,
    f.load("i32.load", frame, FRAME_PREVIOUS),
    f.load("i32.load", frame, FRAME_FUNCTION),
    f.loadAt("i32.load", STATE_NATIVE_BUDGET),
    ...slots.map((slot) => f.load("i32.load", frame, frameBytes(slot))),
  ];
  f.return(f.call({ kind: "function", name: rootName(root.id) }, args, "i32"));
  return f.finish();
}

class TreeLowering {
  readonly imports = new Map<string, Signature>();
  readonly exits: ExitFunctions;
  private readonly f: FunctionBuilder;
  private readonly frames: FrameRegisters = { frame: 0, previous: 1, function: 2, budget: 3 };
  private readonly slots: readonly number[];
  /** Iterations left until the loop must leave; in a register while this function runs. */
  private readonly fuel: Reg;
  /** The start of the root, in the function that has it. */
  private rootLabel: Label = -1;

  /** @param bridge name and signature of the function, if it is that of a bridge */
  constructor(
    private readonly tree: TraceTree,
    private readonly environment: LoweringEnvironment,
    bridge?: { readonly name: string; readonly signature: Signature },
  ) {
    this.slots = slotParameters(tree.root, environment.objects);
    this.exits = new ExitFunctions(tree.root, environment.map);
    this.f = new FunctionBuilder(
      bridge?.name ?? rootName(tree.root.id),
      bridge?.signature ?? rootSignature(this.slots.length),
      true,
    );
    this.fuel = this.f.register("i32");
  }

  lower(): LirFunction {
    const { f } = this;
    const { root } = this.tree;
    if (root.kind === "function") this.checkFunctionEntry();
    else f.move(this.fuel, f.loadAt("i32.load", STATE_FUEL));
    f.loop((label) => {
      this.rootLabel = label;
      if (root.kind === "loop") this.checkLoopEntry();
      const run = this.startRun(root, new Map(), new Map());
      for (const input of root.inputs) {
        run.registers.set(
          input.id,
          input.source === "function" ? this.frames.function : this.slotRegister(input.source),
        );
      }
      this.writeTrace(run);
    });
    return f.finish();
  }

  lowerBridge(bridge: Trace): LirFunction {
    const { f } = this;
    f.move(this.fuel, f.loadAt("i32.load", STATE_FUEL));
    const run = this.startRun(bridge, new Map(), new Map());
    for (const input of bridge.inputs) run.registers.set(input.id, liveParameter(input.source as number));
    this.writeTrace(run);
    return f.finish();
  }

  private slotRegister(slot: number): Reg {
    return FIRST_SLOT_PARAMETER + this.slots.indexOf(slot);
  }

  /** Validity, fuel and depth, once: on failure the interpreter goes on from the anchor. */
  private checkFunctionEntry(): void {
    const { f, frames } = this;
    const { root } = this.tree;
    const invalid = f.unary("i32.eqz", f.loadAt("i32.load", TRACE_VALID + root.id * 4));
    f.binary("i32.sub", f.loadAt("i32.load", STATE_FUEL), f.i32(fuelOf(root)), this.fuel);
    f.storeAt("i32.store", STATE_FUEL, this.fuel);
    const noFuel = f.binary("i32.le_s", this.fuel, f.i32(0));
    const noBudget = f.binary("i32.le_s", frames.budget, f.i32(0));
    f.unlikely(f.binary("i32.or", invalid, f.binary("i32.or", noFuel, noBudget)), () =>
      leaveAtEntry(
        f,
        this.environment.objects,
        root.anchor.code,
        frames,
        this.slots.map((slot) => this.slotRegister(slot)),
      ),
    );
  }

  /**
   * Validity and fuel, at the start of a loop's trace and wherever a bridge links back to it: an iteration may leave in the prologue time
   * and again, and so never come to the loop's head.
   */
  private checkLoopEntry(): void {
    this.f.unlikely(this.mustStop(this.tree.root, 1), () => this.leaveLoopAtEntry());
  }

  /** Takes so much of the fuel. Whether the loop of a trace must leave: the fuel is gone, or the trace is not valid any more. */
  private mustStop(trace: Trace, fuel: number): Reg {
    const { f } = this;
    f.binary("i32.sub", this.fuel, f.i32(fuel), this.fuel);
    const noFuel = f.binary("i32.le_s", this.fuel, f.i32(0));
    const invalid = f.unary("i32.eqz", f.loadAt("i32.load", TRACE_VALID + trace.id * 4));
    return f.binary("i32.or", noFuel, invalid);
  }

  private leaveLoopAtEntry(): void {
    const { f, frames } = this;
    f.storeAt("i32.store", STATE_FUEL, this.fuel);
    const { root } = this.tree;
    for (const slot of this.slots) f.store("i32.store", frames.frame, frameBytes(slot), this.slotRegister(slot));
    const { locals } = this.environment.objects.code(root.anchor.code);
    const used = Math.max(locals, ...this.slots.map((slot) => slot + 1));
    writePosition(f, this.environment.objects, frames.frame, 0, {
      ...root.anchor,
      function: NO_VALUE,
      slots: new Array<number>(used).fill(NO_VALUE),
      generator: NO_VALUE,
    });
    leaveWithFramesComplete(f, frames);
  }

  private startRun(trace: Trace, written: Map<number, Reg>, constants: Map<ValueId, number | bigint>): RunState {
    const exits = exitsOf(trace, this.environment.helpers);
    return { trace, exits, registers: new Map(), constants, fresh: new Set(), written };
  }

  private writeTrace(run: RunState): void {
    const { trace } = run;
    this.writeAll(run, trace.prologue);
    if (trace.loop === undefined) return this.writeEnd(run, trace.end, undefined);
    const { params, body, head } = trace.loop;
    const registers = params.map((param) => this.f.register(param.kind === "word" ? "i32" : param.kind));
    this.f.moveAll(
      registers,
      params.map((param) => this.value(run, param.entry)),
    );
    params.forEach((param, index) => run.registers.set(param.id, registers[index]));
    this.f.loop((label) => {
      run.fresh = new Set();
      run.written = new Map();
      this.writeLoopHead(run, run.exits[head]);
      this.writeAll(run, body);
      this.writeEnd(run, trace.end, { label, registers });
    });
  }

  /** Fuel and validity, once an iteration. */
  private writeLoopHead(run: RunState, head: Exit): void {
    this.checkForced(run, head);
    this.exitIf(run, this.mustStop(run.trace, fuelOf(run.trace)), head);
  }

  private writeAll(run: RunState, instructions: readonly Instruction[]): void {
    const context = this.contextOf(run);
    for (const instruction of instructions) this.write(run, context, instruction);
  }

  private write(run: RunState, context: OpContext, instruction: Instruction): void {
    if (instruction.exit !== NO_EXIT) this.checkForced(run, run.exits[instruction.exit]);
    const register = (LOWER[instruction.op] as LowerOp)(context, instruction);
    if (register !== undefined) run.registers.set(instruction.id, register);
    switch (instruction.op) {
      case "const_word":
      case "const_i32":
      case "const_i64":
      case "const_f64":
        run.constants.set(instruction.id, instruction.immediate);
        break;
      case "new":
      case "box_float":
        run.fresh.add(instruction.id);
        break;
      case "call_code":
        run.fresh = new Set();
        break;
      default:
        break;
    }
  }

  private contextOf(run: RunState): OpContext {
    const { f, environment } = this;
    return {
      f,
      environment,
      trace: run.trace,
      value: (id) => this.value(run, id),
      constant: (id) => run.constants.get(id),
      isFresh: (id) => run.fresh.has(id),
      exitIf: (condition, exit) => this.exitIf(run, condition, run.exits[exit]),
      allocate: (bytes) => this.allocate(bytes),
      import: (name, signature) => this.imports.set(name, signature),
      heedRequests: () => f.unlikely(f.loadAt("i32.load", STATE_REQUEST), () => this.endFuel()),
      callCode: (instruction) =>
        writeCall(
          {
            f,
            environment,
            frames: this.frames,
            root: this.tree.root,
            isInRoot: this.rootLabel >= 0,
            run,
            value: (id) => this.value(run, id),
            returnZero: () => f.return(f.i32(0)),
          },
          instruction,
        ),
    };
  }

  /** Register of a value; a deferred one is made here and now (only at ends, where the trace leaves anyway). */
  private value(run: RunState, id: ValueId): Reg {
    const register = run.registers.get(id);
    if (register !== undefined) return register;
    const recipe = run.trace.deferred.get(id);
    if (recipe === undefined) throw new Error(`trace ${run.trace.id} uses %${id} before it is defined`);
    this.write(run, this.contextOf(run), recipe);
    return run.registers.get(id) as Reg;
  }

  private exitIf(run: RunState, condition: Reg, exit: Exit): void {
    this.f.unlikely(condition, () => this.takeExit(run, exit));
  }

  /** Goes on in the bridge of an exit, or leaves. */
  private takeExit(run: RunState, exit: Exit): void {
    const bridge = this.tree.bridges.get(exitKey(run.trace.id, exit.number));
    if (bridge === undefined) this.leave(run, exit, true);
    else this.writeBridge(run, exit, bridge);
  }

  /** Chaos testing: the exit may be taken by force, before the instruction has done anything, and never into a bridge. */
  private checkForced(run: RunState, exit: Exit): void {
    if (!this.environment.chaos) return;
    const { f } = this;
    const forced = f.binary(
      "i32.eq",
      f.loadAt("i32.load", STATE_FORCED_EXIT),
      f.i32((run.trace.id << 16) | exit.number),
    );
    f.unlikely(forced, () => this.leave(run, exit, false));
  }

  /** Leaves the values of an exit to the supervisor, or to a bridge that is compiled later. */
  private leave(run: RunState, exit: Exit, goesOn: boolean): void {
    // How much a loop has done before it leaves tells the supervisor whether it pays; and a bridge goes on with its fuel.
    if (this.tree.root.kind === "loop" || run.trace.loop !== undefined)
      this.f.storeAt("i32.store", STATE_FUEL, this.fuel);
    this.exits.leave(
      this.f,
      this.frames,
      run.trace.id,
      exit,
      exit.live.map((id) => this.value(run, id)),
      goesOn && mayGoOn(exit),
    );
  }

  /** The links of the base frame; a function's frame is not in memory until something needs it. */
  private writeBaseHeader(): void {
    const { f, frames } = this;
    const { code } = this.tree.root.anchor;
    writeHeader(f, frames.frame, 0, {
      previous: frames.previous,
      code,
      function: frames.function,
      generator: f.i32(NULL),
    });
  }

  private writeBridge(parent: RunState, exit: Exit, bridge: Trace): void {
    const run = this.startRun(bridge, new Map(parent.written), new Map());
    for (const input of bridge.inputs) {
      const id = exit.live[input.source as number];
      run.registers.set(input.id, this.value(parent, id));
      const constant = parent.constants.get(id);
      if (constant !== undefined) run.constants.set(input.id, constant);
    }
    this.writeTrace(run);
  }

  private writeEnd(
    run: RunState,
    end: TraceEnd,
    loop: { readonly label: Label; readonly registers: readonly Reg[] } | undefined,
  ): void {
    const { f } = this;
    switch (end.kind) {
      case "return":
        f.return(this.value(run, end.value));
        return;
      case "leave":
        this.takeExit(run, run.exits[end.exit]);
        return;
      case "link":
        this.link(run, end.target, snapshotOf(run.trace, end.exit));
        return;
      case "loop": {
        if (loop === undefined) throw new Error(`trace ${run.trace.id} has no loop to end in`);
        const params = (run.trace.loop as NonNullable<Trace["loop"]>).params;
        const moved = params.flatMap((param, index) => (param.back === param.id ? [] : [index]));
        f.moveAll(
          moved.map((index) => loop.registers[index]),
          moved.map((index) => this.value(run, params[index].back)),
        );
        f.continue(loop.label);
      }
    }
  }

  private link(run: RunState, targetId: number, snapshot: Snapshot): void {
    const { f, frames, environment } = this;
    const base = snapshot.frames[0];
    const slot = (index: number): Reg => {
      const id = base.slots[index] ?? NO_VALUE;
      return id === NO_VALUE ? f.i32(NULL) : this.value(run, id);
    };
    if (targetId === this.tree.root.id && this.rootLabel >= 0) {
      const args = this.slots.map(slot);
      f.moveAll(
        this.slots.map((index) => this.slotRegister(index)),
        args,
      );
      f.continue(this.rootLabel);
      return;
    }
    const target = environment.root(targetId);
    const slots = slotParameters(target, environment.objects);
    if (this.tree.root.kind === "function") this.writeBaseHeader();
    f.storeAt("i32.store", STATE_FUEL, this.fuel);
    const args = [frames.frame, frames.previous, this.functionWord(run, base), frames.budget, ...slots.map(slot)];
    f.tailcall({ kind: "table", index: f.i32(targetId), type: rootSignature(slots.length) }, args);
  }

  private functionWord(run: RunState, base: FrameState): Reg {
    return base.function === NO_VALUE ? this.frames.function : this.value(run, base.function);
  }

  /** The loop leaves at its next turn, and so does the next function that is called. */
  private endFuel(): void {
    this.f.move(this.fuel, this.f.i32(FUEL_ENDED));
    this.f.storeAt("i32.store", STATE_FUEL, this.fuel);
  }

  /** Inline bump allocation; the slow path asks for a collection and ends the loop's fuel. */
  private allocate(bytes: number): Reg {
    const { f } = this;
    const object = f.register("i32");
    f.move(object, f.loadAt("i32.load", STATE_ALLOC_TOP));
    const end = f.binary("i32.add", object, f.i32(bytes));
    this.imports.set("allocate", { params: ["i32"], result: "i32" });
    f.if(
      f.binary("i32.gt_u", end, f.loadAt("i32.load", STATE_ALLOC_LIMIT)),
      () => {
        f.move(object, f.call({ kind: "import", name: "allocate" }, [f.i32(bytes)], "i32"));
        this.endFuel();
      },
      () => {
        f.storeAt("i32.store", STATE_ALLOC_TOP, end);
      },
    );
    return object;
  }
}
