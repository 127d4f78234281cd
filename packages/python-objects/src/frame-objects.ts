/// Frame objects: what a program sees of a frame. They keep what does not change; names are looked for in the frame while it is there.

import { CODE_ASYNC_GENERATOR, CODE_COROUTINE, CODE_GENERATOR } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_FUNCTION, FRAME_GENERATOR, FRAME_PREVIOUS, FRAME_SLOTS } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  CODE_FLAGS,
  CODE_LOCALS,
  defineFields,
  FUNCTION_GLOBALS,
  fixed,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  headerWord,
  layoutOf,
  mutable,
  SHAPE_ARRAY,
  SHAPE_GENERATOR,
  shapeIdOf,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { CODE_HIDDEN } from "./code/codes.js";
import type { Protocols, UpToCalling } from "./context.js";
import { TRACEBACK_ADDRESS, TRACEBACK_CODE, TRACEBACK_FRAME } from "./exceptions/layout.js";
import { unlessExhausted } from "./exhaustion.js";
import { NOTE_FRAME, noteOf, setNotes } from "./generators/notes.js";

export const FRAME_OBJECT_CODE = 8;
export const FRAME_OBJECT_GLOBALS = 12;
/** The frame object of the caller, or NULL. */
const FRAME_OBJECT_BACK = 16;
/** `f_trace`, or NULL. */
export const FRAME_OBJECT_TRACE = 20;
/** The dict that `f_locals` or `locals()` has given, or NULL. */
const FRAME_OBJECT_LOCALS = 24;
/** Of a frame that has left the stack: an array of what its slots held, else NULL. */
const FRAME_OBJECT_SLOTS = 28;
/** The generator that the frame is of, where programs have got it from that, or NULL. */
export const FRAME_OBJECT_GENERATOR = 32;
/** Raw: the saved ip, and where the frame lies, 0 where it is on no stack. */
export const FRAME_OBJECT_IP = 36;
const FRAME_OBJECT_ADDRESS = 40;
/** Raw: the line that a trace function is told of, 0: that of the ip; and which events it is not told of, see below. */
export const FRAME_OBJECT_LINE = 44;
export const FRAME_OBJECT_EVENTS = 48;
/** Bits of FRAME_OBJECT_EVENTS. */
export const WITHOUT_LINES = 1;
export const WITH_OPCODES = 2;
export const FRAME_OBJECT_BYTES = 56;
export const FRAME_OBJECT = defineFields("frame", {
  code: fixed("word", FRAME_OBJECT_CODE),
  globals: fixed("word", FRAME_OBJECT_GLOBALS),
  back: mutable("word", FRAME_OBJECT_BACK),
  trace: mutable("word", FRAME_OBJECT_TRACE),
  locals: mutable("word", FRAME_OBJECT_LOCALS),
  slots: mutable("word", FRAME_OBJECT_SLOTS),
  generator: mutable("word", FRAME_OBJECT_GENERATOR),
  ip: mutable("i32", FRAME_OBJECT_IP),
  address: mutable("i32", FRAME_OBJECT_ADDRESS),
  line: mutable("i32", FRAME_OBJECT_LINE),
  events: mutable("i32", FRAME_OBJECT_EVENTS),
});

const GENERATORS = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;

/** All leaf. */
export interface FrameObjects {
  readonly shape: number;
  /** The frame object of the frame so many calls above the running one; NULL: there are not so many. */
  above(depth: number): Word;
  /** The frame object of the topmost frame of each thread, by the thread's number; a thread without one is left out. */
  ofThreads(): ReadonlyMap<number, Word>;
  /** The frame of a generator. */
  ofGenerator(generator: Word): Word;
  /** The frame of a traceback: that at the address, if it is still there. */
  ofTraceback(code: Address, globals: Word, ip: Address, address: Address): Word;
  /** The frame object of the caller, NULL: there is none. */
  callerOf(frame: Word): Word;
  /** The address of a frame object's frame if that is still on the stack, else 0. */
  addressOf(frame: Word): Address;
  /** Whether a generator is not running nor ended: it has its frame's slots and ip in itself. */
  isSuspended(generator: Word): boolean;
  /** The frame object of the frame at an address, which is made if there is none. */
  objectOf(address: Address): Word;
  /** The frame object that programs have got of the frame at an address, or NULL. */
  keptAt(address: Address): Word;
  /** The generator whose frame lies at an address, or NULL. */
  generatorOf(address: Address): Word;
  /** What `locals()` gives there: for a function always the same dict, brought up to date. */
  localsOf(address: Address): Word;
  /**
   * An exception ends the frame at an address, at this saved ip: debuggers look at its variables by its entry of the traceback, if the first one is that,
   * unless there is no memory at all.
   */
  end(address: Address, ip: Address, entry: Word): void;
  /** `f_locals` of a frame that is not on a stack: of a suspended generator's, or with what the variables were at the end. */
  keptLocals(frame: Word): Word;
  /** The dict that the program has got as `f_locals` of a frame object, NULL: none. */
  localsGiven(frame: Word): Word;
  /** `clear()` of the object of a frame that has ended. */
  clear(frame: Word): void;
  /** The frame at an address is about to leave the stack at this saved ip: its frame object, if there is one, keeps its variables. */
  retire(address: Address, ip: Address): void;
}

/**
 * A frame is marked with its frame object, where a generator's has its generator: whoever pushes a frame there clears that, so a mark is of this
 * frame. The frame object of a generator is kept by that.
 */
export function createFrameObjects({
  memory,
  shapes,
  objects,
  codes,
  continuations,
  heap,
  strings,
  dicts,
  frameNames,
  threads,
}: UpToCalling & Pick<Protocols, "frameNames">): FrameObjects {
  const { i32 } = memory;
  const shape = shapes.define(layoutOf("frame", FRAME_OBJECT), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const parts = { memory, strings, objects, heap };

  function make(code: Address, globals: Word, ip: Address, address: Address): Word {
    const frame = objects.object(shape);
    i32[(frame + FRAME_OBJECT_CODE) >>> 2] = code;
    i32[(frame + FRAME_OBJECT_GLOBALS) >>> 2] = globals;
    i32[(frame + FRAME_OBJECT_IP) >>> 2] = ip;
    i32[(frame + FRAME_OBJECT_ADDRESS) >>> 2] = address;
    return frame;
  }

  const isOfProgram = (frame: Address): boolean =>
    field(frame, FRAME_FUNCTION) !== NULL && (field(field(frame, FRAME_CODE), CODE_FLAGS) & CODE_HIDDEN) === 0;

  /** From this frame on, the first frame of the program, NULL: there is none. */
  function visibleFrom(frame: Address): Address {
    while (frame !== NULL && !isOfProgram(frame)) frame = field(frame, FRAME_PREVIOUS);
    return frame;
  }

  /** Whether a frame begins at this address, on the stack of whatever thread. */
  function isFrame(address: Address): boolean {
    for (const top of threads.frames().values())
      for (let frame = top; frame !== NULL; frame = field(frame, FRAME_PREVIOUS)) if (frame === address) return true;
    return false;
  }

  function keptAt(address: Address): Word {
    const mark = field(address, FRAME_GENERATOR);
    if (mark === NULL || shapeIdOf(memory, mark) === shape) return mark;
    const noted = noteOf(parts, mark, NOTE_FRAME);
    return noted === NONE ? NULL : noted;
  }

  function ofGenerator(generator: Word): Word {
    const before = noteOf(parts, generator, NOTE_FRAME);
    if (before !== NONE) return before;
    const fn = field(generator, GENERATOR_FUNCTION);
    const code = field(generator, GENERATOR_CODE);
    const frame = make(code, fn === NULL ? NULL : field(fn, FUNCTION_GLOBALS), codes.startOf(code), 0);
    i32[(frame + FRAME_OBJECT_GENERATOR) >>> 2] = generator;
    setNotes(parts, generator, new Map([[NOTE_FRAME, frame]]));
    return frame;
  }

  function objectOf(address: Address): Word {
    const kept = keptAt(address);
    if (kept !== NULL) return kept;
    const generator = field(address, FRAME_GENERATOR);
    if (generator !== NULL) return ofGenerator(generator);
    const globals = field(field(address, FRAME_FUNCTION), FUNCTION_GLOBALS);
    const code = field(address, FRAME_CODE);
    const frame = make(code, globals, continuations.realIp(address), address);
    // Where a generator's code runs what is there is taken for the generator.
    if ((field(code, CODE_FLAGS) & GENERATORS) === 0) i32[(address + FRAME_GENERATOR) >>> 2] = frame;
    return frame;
  }

  /** A copy of the slots of a frame that hold variables. */
  function slotsOf(address: Address): Word {
    const count = field(field(address, FRAME_CODE), CODE_LOCALS);
    const bytes = ARRAY_ITEMS + 4 * count;
    const values = heap.allocateUrgent(bytes + (bytes & 4));
    i32[values >>> 2] = headerWord(SHAPE_ARRAY);
    i32[(values + TAIL_SIZE) >>> 2] = count;
    const from = (address + FRAME_SLOTS) >>> 2;
    const to = (values + ARRAY_ITEMS) >>> 2;
    for (let i = 0; i < count; i++) i32[to + i] = i32[from + i];
    return values;
  }

  function isSuspended(generator: Word): boolean {
    const state = field(generator, GENERATOR_STATE);
    return state === GENERATOR_SUSPENDED || state === GENERATOR_CREATED;
  }

  function addressOf(frame: Word): Address {
    const generator = field(frame, FRAME_OBJECT_GENERATOR);
    if (generator !== NULL) {
      if (field(generator, GENERATOR_STATE) !== GENERATOR_RUNNING) return 0;
      for (const top of threads.frames().values())
        for (let each = top; each !== NULL; each = field(each, FRAME_PREVIOUS))
          if (field(each, FRAME_GENERATOR) === generator) return each;
      return 0;
    }
    const address = field(frame, FRAME_OBJECT_ADDRESS);
    return address !== 0 && isFrame(address) && field(address, FRAME_GENERATOR) === frame ? address : 0;
  }

  const localsGiven = (frame: Word): Word => field(frame, FRAME_OBJECT_LOCALS);

  /** `f_locals` of a frame object, from the slots at an address. */
  function localsFrom(frame: Word, slots: Address): Word {
    const locals = frameNames.localsIn(
      field(frame, FRAME_OBJECT_CODE),
      field(frame, FRAME_OBJECT_GLOBALS),
      slots,
      localsGiven(frame),
    );
    heap.storeWord(frame, FRAME_OBJECT_LOCALS, locals);
    return locals;
  }

  function retire(address: Address, ip: Address): void {
    const frame = keptAt(address);
    if (frame === NULL) return;
    i32[(frame + FRAME_OBJECT_IP) >>> 2] = ip;
    // What `locals()` has given stays as it is until somebody asks for `f_locals`.
    heap.storeWord(frame, FRAME_OBJECT_SLOTS, slotsOf(address));
    if (field(frame, FRAME_OBJECT_GENERATOR) !== NULL) return;
    const caller = visibleFrom(field(address, FRAME_PREVIOUS));
    if (caller !== NULL) heap.storeWord(frame, FRAME_OBJECT_BACK, objectOf(caller));
    i32[(frame + FRAME_OBJECT_ADDRESS) >>> 2] = 0;
    i32[(address + FRAME_GENERATOR) >>> 2] = NULL;
  }

  return {
    shape,
    above(depth) {
      const running = i32[STATE_FRAME >>> 2];
      let frame = visibleFrom(running);
      // The running frame counts also where it does not show: the standard library's code asks for its caller's frame so.
      for (let left = frame === running ? depth : depth - 1; left > 0 && frame !== NULL; left--)
        frame = visibleFrom(field(frame, FRAME_PREVIOUS));
      return frame === NULL ? NULL : objectOf(frame);
    },
    ofThreads() {
      const found = new Map<number, Word>();
      for (const [ident, top] of threads.frames()) {
        const frame = visibleFrom(top);
        if (frame !== NULL) found.set(ident, objectOf(frame));
      }
      return found;
    },
    ofGenerator,
    ofTraceback: (code, globals, ip, address) =>
      address !== 0 && field(address, FRAME_CODE) === code && isFrame(address)
        ? objectOf(address)
        : make(code, globals, ip, 0),
    callerOf(frame) {
      const back = field(frame, FRAME_OBJECT_BACK);
      if (back !== NULL) return back;
      const address = addressOf(frame);
      const caller = address === 0 ? NULL : visibleFrom(field(address, FRAME_PREVIOUS));
      return caller === NULL ? NULL : objectOf(caller);
    },
    addressOf,
    isSuspended,
    objectOf,
    keptAt,
    localsGiven,
    generatorOf(address) {
      const mark = field(address, FRAME_GENERATOR);
      return mark !== NULL && shapeIdOf(memory, mark) === SHAPE_GENERATOR ? mark : NULL;
    },
    localsOf(address) {
      if (!isOfProgram(address)) return frameNames.localsOf(address);
      return localsFrom(objectOf(address), address + FRAME_SLOTS);
    },
    retire,
    end(address, ip, entry) {
      const isEntry =
        entry !== NULL &&
        // An entry that a trace has made knows no address.
        (field(entry, TRACEBACK_ADDRESS) === address || field(entry, TRACEBACK_ADDRESS) === 0) &&
        field(entry, TRACEBACK_CODE) === field(address, FRAME_CODE);
      unlessExhausted(() => {
        if (isEntry && field(entry, TRACEBACK_FRAME) === NULL)
          heap.storeWord(entry, TRACEBACK_FRAME, objectOf(address));
        const frame = keptAt(address);
        retire(address, ip);
        // The generator is at its end: who keeps the frame does not keep it.
        if (frame !== NULL) i32[(frame + FRAME_OBJECT_GENERATOR) >>> 2] = NULL;
      });
    },
    keptLocals(frame) {
      const generator = field(frame, FRAME_OBJECT_GENERATOR);
      if (generator !== NULL && isSuspended(generator)) return localsFrom(frame, generator + GENERATOR_SLOTS);
      const slots = field(frame, FRAME_OBJECT_SLOTS);
      if (slots !== NULL) return localsFrom(frame, slots + ARRAY_ITEMS);
      const isModule = codes.record(field(frame, FRAME_OBJECT_CODE)).unit.name === "<module>";
      if (isModule) return field(frame, FRAME_OBJECT_GLOBALS);
      const locals = localsGiven(frame) || dicts.create();
      heap.storeWord(frame, FRAME_OBJECT_LOCALS, locals);
      return locals;
    },
    clear(frame) {
      const slots = field(frame, FRAME_OBJECT_SLOTS);
      if (frameNames.hasNamespace(field(frame, FRAME_OBJECT_CODE))) return;
      if (slots === NULL) {
        heap.storeWord(frame, FRAME_OBJECT_LOCALS, NULL);
        return;
      }
      const first = (slots + ARRAY_ITEMS) >>> 2;
      i32.fill(NULL, first, first + field(slots, TAIL_SIZE));
    },
  };
}
