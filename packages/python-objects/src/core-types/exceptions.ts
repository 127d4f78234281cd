import { type Address, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE, TAIL_SIZE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { EXCEPTION_HIERARCHY } from "../exceptions/hierarchy.js";
import {
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_SLOTS,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  TRACEBACK_CODE,
  TRACEBACK_IP,
  TRACEBACK_NEXT,
} from "../exceptions/layout.js";
import type { GetterDefinition } from "../natives.js";
import { defineType, extendType } from "../types/define-type.js";

/** The builtin exceptions. */
export function defineExceptionTypes(context: Context): void {
  const { memory, heap, types, objects, exceptions, strings, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const argsOf = (exception: Word): Word => field(exception, EXCEPTION_ARGS);
  const count = (exception: Word): number => i32[(argsOf(exception) + TAIL_SIZE) >>> 2];
  const argument = (exception: Word, index: number): Word =>
    index < count(exception) ? i32[(argsOf(exception) >>> 2) + 2 + index] : NONE;

  for (const [name, baseName] of EXCEPTION_HIERARCHY) {
    const base = baseName === "object" ? types.object : types.named(baseName);
    const type = types.create({
      name,
      module: "builtins",
      bases: [base],
      mro: types.record(base).mro,
      meta: types.type,
      kind: "exception",
      isClass: false,
      inlineSlots: EXCEPTION_SLOTS.length,
      dict: NULL,
    });
    types.register(name, type);
    types.setAttribute(type, intern("__module__"), intern("builtins"));
  }

  const link = (name: string, offset: number, what: string): GetterDefinition => ({
    name,
    get: (self) => field(self, offset) || NONE,
    set(self, value) {
      if (value !== NONE && (value === NULL || !exceptions.isException(value))) {
        exceptions.raise("TypeError", `exception ${what} must be None or derive from BaseException`);
        return false;
      }
      heap.storeWord(self, offset, value === NONE ? NULL : value);
      if (offset === EXCEPTION_CAUSE) i32[(self + EXCEPTION_SUPPRESS) >>> 2] = TRUE;
      return true;
    },
  });

  extendType(context, types.named("BaseException"), {
    methods: [
      {
        name: "__init__",
        parameters: "(self, /, *args, **kwargs)",
        run(args) {
          if (context.dicts.length(arg(args, 2)) > 0) {
            return exceptions.raise(
              "TypeError",
              `${types.nameOf(types.typeOf(arg(args, 0)))}() takes no keyword arguments`,
            );
          }
          heap.storeWord(arg(args, 0), EXCEPTION_ARGS, arg(args, 1));
          return NONE;
        },
      },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const name = types.nameOf(types.typeOf(arg(args, 0)));
          const inside =
            count(arg(args, 0)) === 1
              ? context.realm.repr(argument(arg(args, 0), 0))
              : context.realm.repr(argsOf(arg(args, 0)));
          if (inside === NULL) return NULL;
          const text = strings.toJS(inside);
          return strings.fromJS(count(arg(args, 0)) === 1 ? `${name}(${text})` : `${name}${text}`);
        },
      },
      {
        name: "__str__",
        parameters: "(self, /)",
        run(args) {
          const self = arg(args, 0);
          if (count(self) === 0) return intern("");
          return context.realm.toStr(count(self) === 1 ? argument(self, 0) : argsOf(self));
        },
      },
      {
        name: "with_traceback",
        parameters: "(self, tb, /)",
        run(args) {
          heap.storeWord(arg(args, 0), EXCEPTION_TRACEBACK, arg(args, 1) === NONE ? NULL : arg(args, 1));
          return arg(args, 0);
        },
      },
      {
        name: "add_note",
        parameters: "(self, note, /)",
        run(args) {
          const key = intern("__notes__");
          const { instances } = context.attributes;
          const notes = instances.get(arg(args, 0), key);
          if (notes !== NULL) return context.realm.callMethod(notes, intern("append"), arg(args, 1));
          instances.set(arg(args, 0), key, objects.list([arg(args, 1)]));
          return NONE;
        },
      },
    ],
    getters: [
      {
        name: "args",
        get: argsOf,
        set(self, value) {
          const tuple = value !== NULL && (value & 1) === 0 && i32[value >>> 2] >>> 8 === SHAPE_TUPLE ? value : NULL;
          if (tuple === NULL) return false;
          heap.storeWord(self, EXCEPTION_ARGS, tuple);
          return true;
        },
      },
      link("__cause__", EXCEPTION_CAUSE, "cause"),
      link("__context__", EXCEPTION_CONTEXT, "context"),
      {
        name: "__suppress_context__",
        get: (self) => objects.bool(field(self, EXCEPTION_SUPPRESS) === TRUE),
        set(self, value) {
          i32[(self + EXCEPTION_SUPPRESS) >>> 2] = value === TRUE ? TRUE : NULL;
          return true;
        },
      },
      {
        name: "__traceback__",
        get: (self) => field(self, EXCEPTION_TRACEBACK) || NONE,
        set(self, value) {
          heap.storeWord(self, EXCEPTION_TRACEBACK, value === NONE ? NULL : value);
          return true;
        },
      },
    ],
  });

  extendType(context, types.named("KeyError"), {
    methods: [
      {
        name: "__str__",
        parameters: "(self, /)",
        run(args) {
          const self = arg(args, 0);
          if (count(self) === 1) return context.realm.repr(argument(self, 0));
          return count(self) === 0 ? intern("") : context.realm.toStr(argsOf(self));
        },
      },
    ],
  });
  extendType(context, types.named("StopIteration"), { getters: [{ name: "value", get: (self) => argument(self, 0) }] });
  extendType(context, types.named("SystemExit"), {
    getters: [{ name: "code", get: (self) => (count(self) > 1 ? argsOf(self) : argument(self, 0)) }],
  });
  extendType(context, types.named("OSError"), {
    getters: ["errno", "strerror"].map((name, i) => ({
      name,
      get: (self: Word) => (count(self) >= 2 ? argument(self, i) : NONE),
    })),
    methods: [
      {
        name: "__str__",
        parameters: "(self, /)",
        run(args) {
          const self = arg(args, 0);
          if (count(self) < 2) return count(self) === 0 ? intern("") : context.realm.toStr(argument(self, 0));
          const code = context.realm.toStr(argument(self, 0));
          if (code === NULL) return NULL;
          const number = strings.toJS(code);
          const text = context.realm.toStr(argument(self, 1));
          return text === NULL ? NULL : strings.fromJS(`[Errno ${number}] ${strings.toJS(text)}`);
        },
      },
    ],
  });

  defineType(context, {
    name: "traceback",
    shapes: [exceptions.tracebackShape],
    getters: [
      { name: "tb_next", get: (self) => field(self, TRACEBACK_NEXT) || NONE },
      {
        name: "tb_lineno",
        get: (self) =>
          objects.int(context.codes.positionAt(field(self, TRACEBACK_CODE), field(self, TRACEBACK_IP))?.line ?? 0),
      },
    ],
  });
}
