import { type Address, FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { GENERATOR_CLOSED, GENERATOR_IP, GENERATOR_STATE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import {
  FRAME_OBJECT_CODE,
  FRAME_OBJECT_EVENTS,
  FRAME_OBJECT_GENERATOR,
  FRAME_OBJECT_GLOBALS,
  FRAME_OBJECT_IP,
  FRAME_OBJECT_LINE,
  FRAME_OBJECT_TRACE,
  WITH_OPCODES,
  WITHOUT_LINES,
} from "../frame-objects.js";
import type { GetterDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** frame. */
export function defineFrame(context: Context): void {
  const { memory, codes, continuations, modules, objects, strings, heap, reentry, exceptions } = context;
  const { frameObjects } = context;
  const field = (object: Word, offset: number): Word => memory.i32[(object + offset) >>> 2];
  const codeOf = (self: Word): Address => field(self, FRAME_OBJECT_CODE);

  const generatorOf = (self: Word): Word => field(self, FRAME_OBJECT_GENERATOR);
  /** Where the frame stands now, or stood. */
  function ipOf(self: Word): Address {
    const address = frameObjects.addressOf(self);
    if (address !== 0) return continuations.realIp(address);
    const generator = generatorOf(self);
    return generator !== NULL && frameObjects.isSuspended(generator)
      ? field(generator, GENERATOR_IP)
      : field(self, FRAME_OBJECT_IP);
  }
  const lineOf = (self: Word): number => field(self, FRAME_OBJECT_LINE) || codes.lineAt(codeOf(self), ipOf(self));

  /** What is read from the frame, which is not in memory while compiled code runs it. */
  const living = (name: string, get: (self: Word) => Word): GetterDefinition => ({
    name,
    get: (self) => (reentry.isAllowed() ? get(self) : reentry.refuse()),
  });

  const eventsOf = (name: string, bit: number, isUsual: boolean): GetterDefinition => ({
    name,
    isField: true,
    get: (self) => objects.bool(((field(self, FRAME_OBJECT_EVENTS) & bit) === 0) === isUsual),
    set(self, value) {
      if (value !== FALSE && value !== TRUE) {
        exceptions.raise(
          "TypeError",
          value === NULL ? "can't delete numeric/char attribute" : "attribute value type must be bool",
        );
        return false;
      }
      if ((value === TRUE) === isUsual) memory.i32[(self + FRAME_OBJECT_EVENTS) >>> 2] &= ~bit;
      else memory.i32[(self + FRAME_OBJECT_EVENTS) >>> 2] |= bit;
      return true;
    },
  });

  function setLine(self: Word, value: Word): boolean {
    if (value === NULL) {
      exceptions.raise("AttributeError", "cannot delete attribute");
      return false;
    }
    const message =
      context.types.typeOf(value) === context.types.named("int")
        ? context.observers.observation?.setLine(self, context.integers.toNumber(value))
        : "lineno must be an integer";
    if (message !== undefined) exceptions.raise("ValueError", message);
    return message === undefined;
  }

  /** As a generator that dies: what it raises is reported, and goes no further. */
  function closeGenerator(generator: Word): Word {
    const mark = context.handles.mark();
    const kept = context.handles.push(generator);
    if (reentry.complete(context.generators.close, generator, NULL, NULL) === NULL) {
      const exception = exceptions.pending();
      exceptions.clearPending();
      context.execution().exceptionIgnored(exception, context.handles.get(kept));
    }
    context.handles.release(mark);
    return NONE;
  }

  defineType(context, {
    name: "frame",
    shapes: [frameObjects.shape],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const self = memory.i32[args >>> 2];
          const { name, filename } = codes.record(codeOf(self)).unit;
          const address = addressText(heap.identity(self));
          return strings.fromJS(`<frame at ${address}, file '${filename}', line ${lineOf(self)}, code ${name}>`);
        },
      },
      {
        name: "clear",
        parameters: "(self, /)",
        // A generator that is closed may run code.
        leaf: false,
        run(args) {
          const self = memory.i32[args >>> 2];
          if (frameObjects.addressOf(self) !== 0)
            return exceptions.raise("RuntimeError", "cannot clear an executing frame");
          const generator = generatorOf(self);
          if (generator !== NULL && field(generator, GENERATOR_STATE) !== GENERATOR_CLOSED)
            return closeGenerator(generator);
          frameObjects.clear(self);
          return NONE;
        },
      },
    ],
    getters: [
      { name: "f_code", get: codeOf },
      { name: "f_globals", get: (self) => field(self, FRAME_OBJECT_GLOBALS) },
      { name: "f_builtins", get: (self) => modules.builtinsOf(field(self, FRAME_OBJECT_GLOBALS)) },
      living("f_back", (self) => frameObjects.callerOf(self) || NONE),
      { ...living("f_lineno", (self) => objects.int(lineOf(self))), set: setLine },
      living("f_lasti", (self) => objects.int(codes.shownOffset(codeOf(self), ipOf(self)))),
      {
        name: "f_trace",
        get: (self) => field(self, FRAME_OBJECT_TRACE) || NONE,
        set(self, value) {
          heap.storeWord(self, FRAME_OBJECT_TRACE, value === NONE ? NULL : value);
          return true;
        },
      },
      eventsOf("f_trace_lines", WITHOUT_LINES, true),
      eventsOf("f_trace_opcodes", WITH_OPCODES, false),
      living("f_locals", (self) => {
        const address = frameObjects.addressOf(self);
        // A debugger changes it, and asks for it again.
        if (address !== 0) return frameObjects.localsOf(address);
        return frameObjects.keptLocals(self);
      }),
    ],
  });
}
