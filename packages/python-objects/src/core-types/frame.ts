import { type Address, NONE, type Word } from "@hotpy/memory";
import type { Context } from "../context.js";
import { FRAME_OBJECT_BACK, FRAME_OBJECT_CODE, FRAME_OBJECT_GLOBALS, FRAME_OBJECT_IP } from "../frame-objects.js";
import type { GetterDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** frame. */
export function defineFrame(context: Context): void {
  const { memory, codes, continuations, dicts, modules, objects, strings, heap, reentry, frameObjects, frameNames } =
    context;
  const field = (object: Word, offset: number): Word => memory.i32[(object + offset) >>> 2];
  const codeOf = (self: Word): Address => field(self, FRAME_OBJECT_CODE);

  /** Where the frame stands now, or stood. */
  function ipOf(self: Word): Address {
    const address = frameObjects.addressOf(self);
    return address === 0 ? field(self, FRAME_OBJECT_IP) : continuations.realIp(address);
  }
  const lineOf = (self: Word): number =>
    codes.positionAt(codeOf(self), ipOf(self))?.line ?? codes.record(codeOf(self)).unit.firstLine;

  /** What is read from the frame, which is not in memory while compiled code runs it. */
  const living = (name: string, get: (self: Word) => Word): GetterDefinition => ({
    name,
    get: (self) => (reentry.isAllowed() ? get(self) : reentry.refuse()),
  });

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
      { name: "clear", parameters: "(self, /)", run: () => NONE },
    ],
    getters: [
      { name: "f_code", get: codeOf },
      { name: "f_globals", get: (self) => field(self, FRAME_OBJECT_GLOBALS) },
      { name: "f_builtins", get: (self) => modules.builtinsOf(field(self, FRAME_OBJECT_GLOBALS)) },
      { name: "f_back", get: (self) => field(self, FRAME_OBJECT_BACK) || NONE },
      living("f_lineno", (self) => objects.int(lineOf(self))),
      living("f_lasti", (self) => objects.int(codes.offsetAt(codeOf(self), ipOf(self)) * 2)),
      { name: "f_trace", get: () => NONE },
      { name: "f_trace_lines", isField: true, get: () => objects.bool(true) },
      { name: "f_trace_opcodes", isField: true, get: () => objects.bool(false) },
      living("f_locals", (self) => {
        const address = frameObjects.addressOf(self);
        if (address !== 0) return frameNames.localsOf(address);
        const isModule = codes.record(codeOf(self)).unit.name === "<module>";
        return isModule ? field(self, FRAME_OBJECT_GLOBALS) : dicts.create();
      }),
    ],
  });
}
