/// Running code for `sys.settrace` and `sys.setprofile`: instruction by instruction, by the single-step variant of the loop, which is far
/// slower than the loop. What an instruction is about to do is told before it is executed; what raises is told by the unwinder.

import type { CodeUnit, InstructionSet } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_FUNCTION, FRAME_IP, FRAME_PREVIOUS, FRAME_SP } from "@hotpy/frame-stack";
import {
  type Address,
  NONE,
  NULL,
  REQUEST_LANGUAGE,
  STATE_FRAME,
  STATE_HANDLED,
  STATE_PENDING,
  STATE_REQUEST,
  type Word,
} from "@hotpy/memory";
import { GENERATOR_HANDLED, isNativeShape } from "@hotpy/object-model";
import {
  type Context,
  FRAME_OBJECT_EVENTS,
  FRAME_OBJECT_LINE,
  FRAME_OBJECT_TRACE,
  type Observation,
  type RootSlot,
  WITH_OPCODES,
  WITHOUT_LINES,
} from "@hotpy/python-objects";
import type { LineJumpTarget } from "./line-jumps.js";

/** A frame of an observed thread. */
interface Entry {
  readonly address: Address;
  readonly code: Address;
  /** Nothing is told of it: the code of a builtin. */
  readonly isHidden: boolean;
  /** Of the instruction that was executed last: its address, and line, -1 for none; 0 and -1 before the first. */
  ip: Address;
  line: number;
  /** The last line that any had. */
  shown: number;
  /** Where the native lies that it has called and of whose end the profile function is to be told. */
  native: RootSlot | undefined;
}

/** What there is for each thread. */
interface Observed {
  /** The frames of its stack, the lowest first. */
  readonly entries: Entry[];
  /** One of its observers runs, of which nothing is told. */
  isBusy: boolean;
  /** What the one that runs has been told of; "call" where none runs. */
  told: Event;
  /** Where the frame goes on instead, as that has assigned `f_lineno`. */
  jump: LineJumpTarget | undefined;
}

type Event = "call" | "line" | "return" | "exception" | "opcode" | "c_call" | "c_return" | "c_exception";

/** Result of {@link createStep}'s function: one instruction has been executed, there are more. */
const STEPPED = 2;
/** Instructions between two polls, a power of 2. */
const POLL_STEPS = 1024;

export interface Observing {
  readonly observation: Observation;
  /** The step for who records: nothing is observed meanwhile. */
  readonly step: () => number;
  /** The loop that is observed where the running thread has observers, made from the one that runs else. */
  readonly loop: (run: () => number) => () => number;
}

/**
 * @param jumps where a line begins, for who goes on elsewhere
 * @param step the single-step variant of the loop
 * @param poll called now and then: looks whether a safepoint is to be asked for
 */
export function createObserving(
  context: Context,
  instructions: InstructionSet,
  jumps: (unit: CodeUnit, offset: number, line: number) => LineJumpTarget | string,
  step: () => number,
  poll: () => void,
): Observing {
  const { memory, heap, codes, continuations, frameObjects, frameNames, handles, observers, realm, threads } = context;
  const { descriptors } = context.attributes;
  const { i32 } = memory;
  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];
  const opcode = (name: string): number => instructions.get(name)?.opcode as number;
  const events = ["call", "line", "return", "exception", "opcode", "c_call", "c_return", "c_exception"];
  const names = new Map(events.map((event) => [event, realm.intern(event)]));

  const leaving = new Set(["return", "return_generator", "yield_value"].map(opcode));
  const makeGenerator = opcode("make_generator");
  const send = opcode("send");
  /** The first part of each superinstruction: the parts are executed one by one, as they may stand in several lines. */
  const firstParts = new Map<number, number>();
  for (const { opcode: fused, fuses } of instructions.values())
    if (fuses !== undefined) firstParts.set(fused, opcode(fuses[0]));

  const threadsObserved = new WeakMap<object, Observed>();
  const freeSlots: RootSlot[] = [];
  /** Who steps, so that safepoints begin no run of their own. */
  let stepping: "nobody" | "recorder" | "observation" = "nobody";
  let steps = 0;

  function running(): Observed {
    let observed = threadsObserved.get(threads.running);
    if (observed === undefined)
      threadsObserved.set(threads.running, (observed = { entries: [], isBusy: false, told: "call", jump: undefined }));
    return observed;
  }

  function stepFor(whom: typeof stepping): number {
    const outer = stepping;
    stepping = whom;
    try {
      return step();
    } finally {
      stepping = outer;
    }
  }

  /* ---- the frames ---- */

  const isHiddenFrame = (frame: Address): boolean =>
    field(frame, FRAME_FUNCTION) === NULL || codes.record(field(frame, FRAME_CODE)).isHidden;

  function enter(entries: Entry[], frame: Address): Entry {
    const code = field(frame, FRAME_CODE);
    const entry = {
      address: frame,
      code,
      isHidden: isHiddenFrame(frame),
      ip: 0,
      line: -1,
      shown: -1,
      native: undefined,
    };
    entries.push(entry);
    return entry;
  }

  /** Forgets frames that are no longer there. */
  function trim(entries: Entry[], frame: Address): void {
    for (let top = entries.at(-1); top !== undefined && top.address > frame; top = entries.at(-1)) drop(entries);
  }

  function drop(entries: Entry[]): void {
    const entry = entries.pop() as Entry;
    releaseNative(entry);
  }

  function releaseNative(entry: Entry): void {
    if (entry.native === undefined) return;
    i32[entry.native >>> 2] = NULL;
    freeSlots.push(entry.native);
    entry.native = undefined;
  }

  /** Frames that are there before they are observed: nothing is told of their beginning. */
  function enterAll(entries: Entry[]): void {
    const found: Address[] = [];
    const known = entries.at(-1)?.address ?? 0;
    for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL && frame !== known; frame = field(frame, FRAME_PREVIOUS))
      found.push(frame);
    for (const frame of found.reverse()) {
      const entry = enter(entries, frame);
      entry.ip = realIp(frame);
      stand(entry, entry.ip, lineAt(entry.code, entry.ip));
    }
  }

  function stand(entry: Entry, ip: Address, line: number): void {
    [entry.ip, entry.line] = [ip, line];
    if (line !== -1) entry.shown = line;
  }

  const realIp = (frame: Address): Address => continuations.realIp(frame);
  /** The line of the instruction at an address; -1: it has none. */
  const lineAt = (code: Address, ip: Address): number => codes.positionAt(code, ip + 4)?.line ?? -1;

  /** The frame object of the running frame, kept as long as the frame is there. */
  const frameObject = (): Word => frameObjects.objectOf(i32[STATE_FRAME >>> 2]);

  /* ---- telling ---- */

  /** Calls an observer with the running frame. Its result, which is fresh; NULL: it has raised, and observes no longer. */
  function call(slot: RootSlot, callee: Word, event: Event, argument: Word, line: number): Word {
    const observed = running();
    const mark = handles.mark();
    const [fn, value] = [handles.push(callee), handles.push(argument)];
    const frame = handles.push(frameObject());
    i32[(handles.get(frame) + FRAME_OBJECT_LINE) >>> 2] = Math.max(line, 0);
    const before = frameObjects.localsGiven(handles.get(frame));
    if (before !== NULL) frameNames.localsOf(i32[STATE_FRAME >>> 2], before);
    const outer = stepping;
    const toldBefore = observed.told;
    observed.isBusy = true;
    observed.told = event;
    observed.jump = undefined;
    stepping = "nobody";
    try {
      const result = realm.call(handles.get(fn), handles.get(frame), names.get(event) as Word, handles.get(value));
      if (result === NULL) {
        i32[slot >>> 2] = NONE;
        heap.storeWord(handles.get(frame), FRAME_OBJECT_TRACE, NULL);
      }
      const locals = frameObjects.localsGiven(handles.get(frame));
      if (locals !== NULL) frameNames.storeLocals(i32[STATE_FRAME >>> 2], locals);
      return result;
    } finally {
      observed.isBusy = false;
      observed.told = toldBefore;
      stepping = outer;
      i32[(handles.get(frame) + FRAME_OBJECT_LINE) >>> 2] = 0;
      handles.release(mark);
    }
  }

  /** Tells the trace function. False: raised. */
  function trace(event: Event, argument: Word, line: number): boolean {
    const global = i32[observers.trace >>> 2];
    if (global === NONE) return true;
    const kept = frameObjects.keptAt(i32[STATE_FRAME >>> 2]);
    const callee = event === "call" ? global : kept === NULL ? NULL : field(kept, FRAME_OBJECT_TRACE);
    if (callee === NULL) return true;
    const result = call(observers.trace, callee, event, argument, line);
    if (result === NULL) return false;
    if (result !== NONE) heap.storeWord(frameObject(), FRAME_OBJECT_TRACE, result);
    return true;
  }

  function profile(event: Event, argument: Word, line: number): boolean {
    const callee = i32[observers.profile >>> 2];
    return callee === NONE || call(observers.profile, callee, event, argument, line) !== NULL;
  }

  /** What is pending, which `run` gets as a handle, stays so unless an observer raises. */
  function tellPending(run: (pending: number) => boolean): void {
    const mark = handles.mark();
    const pending = handles.push(i32[STATE_PENDING >>> 2]);
    i32[STATE_PENDING >>> 2] = NULL;
    if (run(pending)) i32[STATE_PENDING >>> 2] = handles.get(pending);
    handles.release(mark);
  }

  function traceException(line: number): void {
    if (i32[observers.trace >>> 2] === NONE) return;
    tellPending((pending) => {
      const traceback = realm.getAttribute(handles.get(pending), realm.intern("__traceback__"));
      const exception = handles.get(pending);
      return trace("exception", realm.tuple([realm.typeOf(exception), exception, traceback]), line);
    });
  }

  /* ---- natives, of whose calls the profile function is told ---- */

  const callOpcodes = new Map(
    (["call", "call_method", "call_keywords", "call_spread"] as const).map((name) => [opcode(name), name]),
  );

  /** The native that the instruction is about to call, with its object filled in; NULL: none. */
  function calledNative(frame: Address, instruction: number): Word {
    const kind = callOpcodes.get(instruction & 255);
    if (kind === undefined) return NULL;
    const argument = instruction >> 8;
    const top = field(frame, FRAME_SP) >>> 2;
    const below = {
      call: argument + 1,
      call_method: argument + 2,
      call_keywords: argument + 2,
      call_spread: argument + 2,
    };
    let at = top - below[kind];
    let self = NULL;
    if (kind === "call_method") {
      if (i32[at] === 1) at++;
      else self = i32[at + 1];
    }
    const callee = i32[at];
    if ((callee & 1) !== 0 || callee === NULL || !isNativeShape(i32[callee >>> 2] >>> 8)) return NULL;
    return self === NULL || !descriptors.isMethod(callee) ? callee : descriptors.get(callee, self, realm.typeOf(self));
  }

  /* ---- running ---- */

  /** What is told before the instruction at the saved ip of the running frame. False: an observer has raised. */
  function before(observed: Observed, entry: Entry, isNew: boolean): boolean {
    const { address: frame, code } = entry;
    const ip = field(frame, FRAME_IP);
    if (entry.isHidden) return true;
    if (continuations.isContinuation(ip)) return !isNew || tellOfThrow(entry);
    const instruction = i32[ip >>> 2];
    if (isNew) {
      if ((instruction & 255) === makeGenerator) return true;
      const { firstLine } = codes.record(code).unit;
      const isBegun = ip === codes.startOf(code) || (i32[(ip >>> 2) - 1] & 255) === makeGenerator;
      const isResumed = frameObjects.generatorOf(frame) !== NULL && !isBegun;
      const line = isResumed ? (codes.positionAt(code, ip)?.line ?? firstLine) : firstLine;
      if (isResumed) stand(entry, ip, line);
      if (!trace("call", NONE, line) || !profile("call", NONE, line)) return false;
    } else if (entry.native !== undefined) {
      const native = i32[entry.native >>> 2];
      releaseNative(entry);
      if (!profile("c_return", native, entry.shown)) return false;
    }
    const line = lineAt(code, ip);
    const kept = frameObjects.keptAt(frame);
    const told = kept === NULL ? 0 : field(kept, FRAME_OBJECT_EVENTS);
    const isLine =
      line !== -1 &&
      (told & WITHOUT_LINES) === 0 &&
      (line !== entry.line || (ip < entry.ip && (instruction & 255) !== send));
    stand(entry, ip, line);
    if (kept !== NULL && field(kept, FRAME_OBJECT_TRACE) !== NULL) {
      if (isLine && !trace("line", NONE, line)) return false;
      if (observed.jump !== undefined) return goOnElsewhere(observed, entry, observed.jump);
      if ((told & WITH_OPCODES) !== 0 && !trace("opcode", NONE, entry.shown)) return false;
    }
    if (leaving.has(instruction & 255)) return leave(observed, i32[(field(frame, FRAME_SP) >>> 2) - 1], entry.shown);
    if (i32[observers.profile >>> 2] === NONE) return true;
    const native = calledNative(frame, instruction);
    if (native === NULL) return true;
    entry.native = freeSlots.pop() ?? realm.root(NULL);
    i32[entry.native >>> 2] = native;
    return profile("c_call", native, entry.shown);
  }

  /** The observer has assigned `f_lineno`: nothing is told of the line that is reached so. */
  function goOnElsewhere(observed: Observed, entry: Entry, { offset, dropped }: LineJumpTarget): boolean {
    const { address: frame, code } = entry;
    observed.jump = undefined;
    for (const { isException } of dropped) {
      const top = field(frame, FRAME_SP) - 4;
      i32[(frame + FRAME_SP) >>> 2] = top;
      if (isException) handle(frame, i32[top >>> 2]);
    }
    const ip = codes.startOf(code) + 4 * offset;
    i32[(frame + FRAME_IP) >>> 2] = ip;
    stand(entry, ip, lineAt(code, ip));
    if (!leaving.has(i32[ip >>> 2] & 255)) return true;
    return leave(observed, i32[(field(frame, FRAME_SP) >>> 2) - 1], entry.shown);
  }

  /** The frame is to go on where the line begins. The message of a ValueError: it cannot. */
  function setLine(frameObject: Word, line: number): string | undefined {
    const observed = running();
    const { told, isBusy, entries, jump } = observed;
    if (told === "call") return "can't jump from the 'call' trace event of a new frame";
    if (told !== "line") return "can only jump from a 'line' trace event";
    const entry = entries.at(-1);
    const isTold = isBusy && entry !== undefined && entry.address === frameObjects.addressOf(frameObject);
    if (!isTold || field(frameObject, FRAME_OBJECT_TRACE) === NULL)
      return "f_lineno can only be set by a trace function";
    const { code, ip } = entry;
    const target = jumps(codes.record(code).unit, jump?.offset ?? codes.offsetAt(code, ip + 4), line);
    if (typeof target === "string") return target;
    observed.jump = { offset: target.offset, dropped: [...(jump?.dropped ?? []), ...target.dropped] };
    i32[(frameObject + FRAME_OBJECT_LINE) >>> 2] = lineAt(code, codes.startOf(code) + 4 * target.offset);
    return undefined;
  }

  /** As `pop_handler` does. */
  function handle(frame: Address, old: Word): void {
    const generator = frameObjects.generatorOf(frame);
    const outer = generator === NULL ? NULL : field(generator, GENERATOR_HANDLED);
    i32[STATE_HANDLED >>> 2] = old === NONE ? outer : old;
  }

  /** The frame of a generator into which something is thrown. */
  function tellOfThrow(entry: Entry): boolean {
    // Above the ip of the continuation lies what the continuation is given.
    const ip = (i32[(field(entry.address, FRAME_SP) >>> 2) - 2] >>> 1) << 2;
    stand(entry, ip, codes.positionAt(entry.code, ip)?.line ?? -1);
    return trace("call", NONE, entry.shown) && profile("call", NONE, entry.shown);
  }

  /** The running frame is about to leave with a value. */
  function leave({ entries }: Observed, value: Word, line: number): boolean {
    const mark = handles.mark();
    const kept = handles.push(value);
    const isDone = trace("return", handles.get(kept), line) && profile("return", handles.get(kept), line);
    handles.release(mark);
    if (isDone) retire(entries, 4);
    return isDone;
  }

  /** Its frame object, if it has one, goes on without the frame: it keeps where that stood, and its variables. */
  function retire(entries: Entry[], ahead: number): void {
    const frame = i32[STATE_FRAME >>> 2];
    if (entries.at(-1)?.address !== frame) return;
    frameObjects.retire(frame, field(frame, FRAME_IP) + ahead);
    drop(entries);
  }

  /** Executes one instruction, or the first part of several. */
  function execute(): number {
    const frame = i32[STATE_FRAME >>> 2];
    const at = field(frame, FRAME_IP) >>> 2;
    const fused = i32[at];
    const first = firstParts.get(fused & 255);
    if (first === undefined) return stepFor("observation");
    const part = (fused & ~255) | first;
    i32[at] = part;
    const status = stepFor("observation");
    if (i32[at] === part) i32[at] = fused;
    return status;
  }

  function run(): boolean {
    // It begins as soon as what is recorded ends.
    if (stepping === "recorder") i32[STATE_REQUEST >>> 2] |= REQUEST_LANGUAGE;
    if (stepping !== "nobody") return true;
    for (;;) {
      const observed = running();
      if (!observers.isAny()) trim(observed.entries, 0);
      if (!observers.isAny() || observed.isBusy) return true;
      if ((++steps & (POLL_STEPS - 1)) === 0) poll();
      const { entries } = observed;
      const frame = i32[STATE_FRAME >>> 2];
      if (field(frame, FRAME_IP) === continuations.leaveLoop) return true;
      if (entries.length === 0) enterAll(entries);
      trim(entries, frame);
      let entry = entries.at(-1);
      const isNew = entry?.address !== frame || entry.code !== field(frame, FRAME_CODE);
      if (isNew && entry?.address === frame) drop(entries);
      if (isNew || entry === undefined) entry = enter(entries, frame);
      if (!before(observed, entry, isNew)) {
        // As if the instruction had begun.
        i32[(frame + FRAME_IP) >>> 2] += 4;
        if (context.unwinding.unwind() === 0) return false;
        continue;
      }
      const status = execute();
      if (status !== STEPPED) return false;
    }
  }

  const observation: Observation = {
    run,
    setLine,
    raised() {
      const observed = running();
      const frame = i32[STATE_FRAME >>> 2];
      if (observed.isBusy) return;
      trim(observed.entries, frame);
      const entry = observed.entries.at(-1);
      if (entry === undefined || entry.address !== frame || entry.isHidden) return;
      const line = codes.positionAt(entry.code, field(frame, FRAME_IP))?.line ?? entry.shown;
      if (entry.native !== undefined) {
        const native = i32[entry.native >>> 2];
        releaseNative(entry);
        tellPending(() => profile("c_exception", native, line));
      }
      traceException(line);
    },
    left() {
      const observed = running();
      const frame = i32[STATE_FRAME >>> 2];
      if (observed.isBusy) return;
      trim(observed.entries, frame);
      const entry = observed.entries.at(-1);
      if (entry === undefined || entry.address !== frame) return;
      if (!entry.isHidden)
        tellPending(() => trace("return", NONE, entry.shown) && profile("return", NONE, entry.shown));
      retire(observed.entries, 0);
    },
    resuming(body) {
      const observed = running();
      const outer = observed.isBusy;
      observed.isBusy = false;
      try {
        return body();
      } finally {
        observed.isBusy = outer;
      }
    },
  };

  return {
    observation,
    step: () => stepFor("recorder"),
    loop: (inner) => () => {
      if (stepping === "nobody" && !observers.isAny()) return inner();
      const outer = stepping;
      stepping = "nobody";
      try {
        return run() ? inner() : 0;
      } finally {
        stepping = outer;
      }
    },
  };
}
