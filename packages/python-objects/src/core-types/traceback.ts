import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import type { Context } from "../context.js";
import {
  TRACEBACK_ADDRESS,
  TRACEBACK_CODE,
  TRACEBACK_FRAME,
  TRACEBACK_GLOBALS,
  TRACEBACK_IP,
  TRACEBACK_LINE,
  TRACEBACK_NEXT,
} from "../exceptions/layout.js";
import { FRAME_OBJECT_CODE, FRAME_OBJECT_GLOBALS } from "../frame-objects.js";
import { defineType } from "../types/define-type.js";

/** traceback. */
export function defineTraceback(context: Context): void {
  const { memory, heap, types, objects, exceptions, reentry } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];

  function setNext(self: Word, value: Word): boolean {
    const fail = (type: string, message: string): boolean => exceptions.raise(type, message) !== NULL;
    if (value === NULL) return fail("TypeError", "can't delete tb_next attribute");
    const isTraceback = (value & 1) === 0 && i32[value >>> 2] >>> 8 === exceptions.tracebackShape;
    if (value !== NONE && !isTraceback)
      return fail("TypeError", `expected traceback object or None, got '${types.shownNameOf(types.typeOf(value))}'`);
    for (let each = value; each !== NONE && each !== NULL; each = field(each, TRACEBACK_NEXT))
      if (each === self) return fail("ValueError", "traceback loop detected");
    heap.storeWord(self, TRACEBACK_NEXT, value === NONE ? NULL : value);
    return true;
  }

  /** The saved ip behind the instruction that begins at an offset in `co_code`. */
  const ipAt = (code: Address, offset: number): Address =>
    context.codes.startOf(code) + 4 * (context.codes.view.wordAt(context.codes.record(code).unit, offset) + 1);

  function newTraceback(args: Address): Word {
    const [next, frame] = [arg(args, 1), arg(args, 2)];
    const isOf = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;
    const given = (word: Word): string => types.shownNameOf(types.typeOf(word));
    if (next !== NONE && !isOf(next, exceptions.tracebackShape))
      return exceptions.raise("TypeError", `expected traceback object or None, got '${given(next)}'`);
    if (!isOf(frame, context.frameObjects.shape))
      return exceptions.raise("TypeError", `traceback() argument 'tb_frame' must be frame, not ${given(frame)}`);
    const numbers: number[] = [];
    for (const word of [arg(args, 3), arg(args, 4)]) {
      const index = context.realm.index(word);
      if (index === NULL) return NULL;
      numbers.push(context.realm.integers.toNumber(index));
    }
    const entry = objects.object(exceptions.tracebackShape);
    const code = field(arg(args, 2), FRAME_OBJECT_CODE);
    i32[(entry + TRACEBACK_NEXT) >>> 2] = arg(args, 1) === NONE ? NULL : arg(args, 1);
    i32[(entry + TRACEBACK_CODE) >>> 2] = code;
    i32[(entry + TRACEBACK_GLOBALS) >>> 2] = field(arg(args, 2), FRAME_OBJECT_GLOBALS);
    i32[(entry + TRACEBACK_FRAME) >>> 2] = arg(args, 2);
    i32[(entry + TRACEBACK_IP) >>> 2] = ipAt(code, numbers[0]);
    i32[(entry + TRACEBACK_LINE) >>> 2] = numbers[1];
    return entry;
  }

  defineType(context, {
    name: "traceback",
    shapes: [exceptions.tracebackShape],
    construct: {
      name: "traceback",
      parameters: "(cls, tb_next, tb_frame, tb_lasti, tb_lineno)",
      run: newTraceback,
    },
    getters: [
      {
        name: "tb_frame",
        isField: true,
        get(self) {
          const before = field(self, TRACEBACK_FRAME);
          if (before !== NULL) return before;
          // Frames are looked for, which are not in memory while compiled code runs them.
          if (field(self, TRACEBACK_ADDRESS) !== 0 && !reentry.isAllowed()) return reentry.refuse();
          const [code, globals, ip] = [TRACEBACK_CODE, TRACEBACK_GLOBALS, TRACEBACK_IP].map((at) => field(self, at));
          const made = context.frameObjects.ofTraceback(code, globals, ip, field(self, TRACEBACK_ADDRESS));
          heap.storeWord(self, TRACEBACK_FRAME, made);
          return made;
        },
      },
      {
        name: "tb_lasti",
        isField: true,
        get: (self) => objects.int(context.codes.shownOffset(field(self, TRACEBACK_CODE), field(self, TRACEBACK_IP))),
      },
      { name: "tb_next", get: (self) => field(self, TRACEBACK_NEXT) || NONE, set: setNext },
      {
        name: "tb_lineno",
        isField: true,
        get: (self) =>
          objects.int(
            field(self, TRACEBACK_LINE) ||
              (context.codes.positionAt(field(self, TRACEBACK_CODE), field(self, TRACEBACK_IP))?.line ?? 0),
          ),
      },
    ],
  });
}
