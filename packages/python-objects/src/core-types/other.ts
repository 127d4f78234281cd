import { type Address, FALSE, NONE, NULL, type Word } from "@hotpy/memory";
import {
  GENERATOR_NAME,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
  MODULE_DICT,
  SHAPE_GENERATOR,
  SHAPE_MODULE,
  SHAPE_NONE,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "../layouts.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** NoneType, NotImplementedType, ellipsis, module and generator. */
export function defineOtherTypes(context: Context): void {
  const { memory, types, objects, exceptions, strings, dicts, generators, heap, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];

  const singleton = (name: string, shape: number, value: Word, text: string): void => {
    defineType(context, {
      name,
      shapes: [shape],
      construct: { name, parameters: "(cls, /)", run: () => value },
      methods: [{ name: "__repr__", parameters: "(self, /)", run: () => intern(text) }],
    });
  };
  singleton("NoneType", SHAPE_NONE, NONE, "None");
  singleton("NotImplementedType", SHAPE_NOT_IMPLEMENTED, objects.notImplemented, "NotImplemented");
  singleton("ellipsis", SHAPE_ELLIPSIS, objects.ellipsis, "Ellipsis");
  types.setAttribute(
    types.named("NoneType"),
    intern("__bool__"),
    context.natives.create({ name: "__bool__", parameters: "(self, /)", run: () => FALSE }, types.named("NoneType")),
  );

  defineType(context, {
    name: "module",
    shapes: [SHAPE_MODULE],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const name = dicts.getInterned(field(arg(args, 0), MODULE_DICT), intern("__name__"));
          return strings.fromJS(`<module '${strings.toJS(name)}' (built-in)>`);
        },
      },
    ],
  });

  /** An exception from the arguments of `throw`: an instance, or a type with a value. */
  function exceptionOf(args: Address): Word {
    const given = arg(args, 1);
    const traceback = arg(args, 3);
    const isTraceback = (traceback & 1) === 0 && i32[traceback >>> 2] >>> 8 === exceptions.tracebackShape;
    if (traceback !== NULL && traceback !== NONE && !isTraceback)
      return exceptions.raise("TypeError", "throw() third argument must be a traceback object");
    if ((given & 1) === 0 && exceptions.isException(given)) {
      if (arg(args, 2) !== NULL && arg(args, 2) !== NONE)
        return exceptions.raise("TypeError", "instance exception may not have a separate value");
      return given;
    }
    if (types.isType(given) && types.record(given).kind === "exception") {
      const value = arg(args, 2);
      if (value === NULL || value === NONE) return context.realm.call(given);
      if (exceptions.isException(value) && types.isSubtype(types.typeOf(value), given)) return value;
      // A tuple is taken for the arguments.
      const isTuple = (value & 1) === 0 && i32[value >>> 2] >>> 8 === SHAPE_TUPLE;
      return isTuple ? context.realm.callSpread(given, value, NULL) : context.realm.call(given, value);
    }
    return exceptions.raise(
      "TypeError",
      `exceptions must be classes or instances deriving from BaseException, not ${types.nameOf(types.typeOf(given))}`,
    );
  }

  defineType(context, {
    name: "generator",
    shapes: [SHAPE_GENERATOR],
    iterate: (self) => self,
    methods: [
      {
        name: "__next__",
        parameters: "(self, /)",
        frames: true,
        run: (args) => generators.resume(arg(args, 0), NONE, 0),
      },
      {
        name: "send",
        parameters: "(self, arg, /)",
        frames: true,
        run: (args) => generators.resume(arg(args, 0), arg(args, 1), 0),
      },
      {
        name: "throw",
        parameters: "(self, type, value=None, traceback=None, /)",
        frames: true,
        run(args) {
          const mark = context.handles.mark();
          const generator = context.handles.push(arg(args, 0));
          const exception = exceptionOf(args);
          const kept = context.handles.get(generator);
          context.handles.release(mark);
          return exception === NULL ? NULL : generators.throwInto(kept, exception);
        },
      },
      { name: "close", parameters: "(self, /)", frames: true, run: (args) => generators.close(arg(args, 0)) },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run: (args) =>
          strings.fromJS(
            `<generator object ${strings.toJS(field(arg(args, 0), GENERATOR_NAME))} at ${addressText(heap.identity(arg(args, 0)))}>`,
          ),
      },
    ],
    getters: [
      {
        name: "__name__",
        get: (self) => strings.fromJS(strings.toJS(field(self, GENERATOR_NAME)).split(".").pop() ?? ""),
      },
      { name: "__qualname__", get: (self) => field(self, GENERATOR_NAME) },
      { name: "gi_running", get: (self) => objects.bool(field(self, GENERATOR_STATE) === GENERATOR_RUNNING) },
    ],
  });
}
