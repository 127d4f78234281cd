import { type Address, FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  FIRST_DYNAMIC_SHAPE,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_TUPLE,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { Context } from "../context.js";
import {
  EXCEPTION,
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
} from "../exceptions/layout.js";
import type { GetterDefinition, NativeDefinition } from "../natives.js";
import { classCheck, extendType } from "../types/define-type.js";
import { defineExceptionMembers } from "./exception-members.js";
import { defineOsError } from "./os-error.js";

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

  const link = (name: string, offset: number, what: string, kernel: CallableFunction): GetterDefinition => ({
    name,
    kernel,
    get: (self) => field(self, offset) || NONE,
    set(self, value) {
      if (value === NULL) {
        exceptions.raise("TypeError", `${name} may not be deleted`);
        return false;
      }
      if (value !== NONE && !exceptions.isException(value)) {
        exceptions.raise("TypeError", `exception ${what} must be None or derive from BaseException`);
        return false;
      }
      heap.storeWord(self, offset, value === NONE ? NULL : value);
      if (offset === EXCEPTION_CAUSE) i32[(self + EXCEPTION_SUPPRESS) >>> 2] = TRUE;
      return true;
    },
  });

  function setTraceback(exception: Word, traceback: Word): boolean {
    const isTraceback = (traceback & 1) === 0 && i32[traceback >>> 2] >>> 8 === exceptions.tracebackShape;
    if (traceback !== NONE && !isTraceback)
      return exceptions.raise("TypeError", "__traceback__ must be a traceback or None") !== NULL;
    heap.storeWord(exception, EXCEPTION_TRACEBACK, traceback === NONE ? NULL : traceback);
    return true;
  }

  /** A tuple of an iterable's items; itself if it is one. NULL: raised. */
  function tupleOf(iterable: Word): Word {
    if ((iterable & 1) === 0 && i32[iterable >>> 2] >>> 8 === SHAPE_TUPLE) return iterable;
    const list = context.realm.listOf(iterable);
    if (list === NULL) return NULL;
    return objects.tupleFrom(i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS, i32[(list + LIST_LENGTH) >>> 2]);
  }

  const checkClass = classCheck(context, types.named("BaseException"));

  /** `BaseException.__new__`: whatever `__init__` does, the arguments are kept. */
  function newException(args: Address): Word {
    const [cls, given] = [arg(args, 0), arg(args, 1)];
    if (!checkClass(cls)) return NULL;
    if (!exceptions.keepsArguments(cls)) return exceptions.create(cls, objects.emptyTuple);
    return exceptions.create(cls, given);
  }

  /** What makes the exception again: its class, its arguments, and its `__dict__` if there is anything in it, with these members that are set. */
  function reduced(self: Word, given: Word, members: readonly string[] = []): Word {
    const { attributes, dicts } = context;
    let state = attributes.instances.toDict(self);
    const set = members.filter((name) => !isUnset(exceptions.member(self, intern(name))));
    if (set.length > 0) {
      state = dicts.copy(state);
      for (const name of set) dicts.set(state, intern(name), exceptions.member(self, intern(name)));
    }
    const parts = [types.typeOf(self), given];
    return objects.tuple(dicts.length(state) > 0 ? [...parts, state] : parts);
  }
  const isUnset = (member: Word): boolean => member === NULL || member === NONE;

  function setState(args: Address): Word {
    const state = context.shapes.valueOf(arg(args, 1));
    if (state === NONE) return NONE;
    if ((state & 1) !== 0 || i32[state >>> 2] >>> 8 !== SHAPE_DICT)
      return exceptions.raise("TypeError", "state is not a dictionary");
    const { dicts, handles, realm } = context;
    const mark = handles.mark();
    const [self, kept] = [handles.push(arg(args, 0)), handles.push(state)];
    let result = NONE;
    for (let entry = dicts.nextEntry(state, 0); entry >= 0; entry = dicts.nextEntry(handles.get(kept), entry + 1)) {
      const [name, value] = [dicts.keyAt(handles.get(kept), entry), dicts.valueAt(handles.get(kept), entry)];
      const text = context.shapes.valueOf(name);
      if (!strings.isString(text))
        exceptions.raise("TypeError", `attribute name must be string, not '${types.shownNameOf(types.typeOf(name))}'`);
      else if (realm.setAttribute(handles.get(self), text, value)) continue;
      result = NULL;
      break;
    }
    handles.release(mark);
    return result;
  }

  function textOfArguments(self: Word): Word {
    if (count(self) === 0) return intern("");
    return context.realm.toStr(count(self) === 1 ? argument(self, 0) : argsOf(self));
  }

  const textMethod: NativeDefinition = {
    name: "__str__",
    parameters: "(self, /)",
    run: (args) => textOfArguments(arg(args, 0)),
  };

  extendType(context, types.named("BaseException"), {
    staticMethods: [
      { name: "__new__", parameters: "(cls, /, *args, **kwargs)", acceptsClass: checkClass, run: newException },
    ],
    methods: [
      {
        name: "__init__",
        parameters: "(self, /, *args, **kwargs)",
        spread: context.pythonKernel.initException,
        checksSelf: true,
        expand(m, [self, ...rest], tools) {
          const shape = self === undefined ? 0 : m.shapeOf(self);
          if (self === undefined || shape < FIRST_DYNAMIC_SHAPE) return undefined;
          if (types.record(i32[context.shapes.record(shape) >>> 2]).kind !== "exception") return undefined;
          m.op("store_word", [self, tools.newTuple(m, rest)], EXCEPTION.args);
          return m.word(NONE);
        },
        run(args) {
          if (context.dicts.length(arg(args, 2)) > 0) {
            return exceptions.raise(
              "TypeError",
              `${types.shownNameOf(types.typeOf(arg(args, 0)))}() takes no keyword arguments`,
            );
          }
          heap.storeWord(arg(args, 0), EXCEPTION_ARGS, arg(args, 1));
          return NONE;
        },
      },
      { name: "__reduce__", parameters: "(self, /)", run: (args) => reduced(arg(args, 0), argsOf(arg(args, 0))) },
      { name: "__setstate__", parameters: "(self, state, /)", run: setState },
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
      textMethod,
      {
        name: "with_traceback",
        parameters: "(self, tb, /)",
        run: (args) => (setTraceback(arg(args, 0), arg(args, 1)) ? arg(args, 0) : NULL),
      },
      {
        name: "add_note",
        parameters: "(self, note, /)",
        run(args) {
          const key = intern("__notes__");
          const { instances } = context.attributes;
          if (!strings.isString(context.shapes.valueOf(arg(args, 1))))
            return exceptions.raise(
              "TypeError",
              `note must be a str, not '${types.shownNameOf(types.typeOf(arg(args, 1)))}'`,
            );
          const notes = instances.get(arg(args, 0), key);
          if (notes !== NULL && !types.isSubtype(types.typeOf(notes), types.named("list")))
            return exceptions.raise("TypeError", "Cannot add note: __notes__ is not a list");
          if (notes !== NULL) return context.realm.callMethod(notes, intern("append"), arg(args, 1));
          instances.set(arg(args, 0), key, objects.list([arg(args, 1)]));
          return NONE;
        },
      },
    ],
    getters: [
      context.attributes.instanceGetters.dict,
      {
        name: "args",
        kernel: context.pythonKernel.exceptionArguments,
        get: argsOf,
        set(self, value) {
          if (value === NULL) return exceptions.raise("TypeError", "args may not be deleted") !== NULL;
          const mark = context.handles.mark();
          const kept = context.handles.push(self);
          const tuple = tupleOf(value);
          const exception = context.handles.get(kept);
          context.handles.release(mark);
          if (tuple === NULL) return false;
          heap.storeWord(exception, EXCEPTION_ARGS, tuple);
          return true;
        },
      },
      link("__cause__", EXCEPTION_CAUSE, "cause", context.pythonKernel.exceptionCause),
      link("__context__", EXCEPTION_CONTEXT, "context", context.pythonKernel.exceptionContext),
      {
        name: "__suppress_context__",
        isField: true,
        get: (self) => objects.bool(field(self, EXCEPTION_SUPPRESS) === TRUE),
        set(self, value) {
          if (value === NULL) return exceptions.raise("TypeError", "can't delete numeric/char attribute") !== NULL;
          if (value !== TRUE && value !== FALSE)
            return exceptions.raise("TypeError", "attribute value type must be bool") !== NULL;
          i32[(self + EXCEPTION_SUPPRESS) >>> 2] = value === TRUE ? TRUE : NULL;
          return true;
        },
      },
      {
        name: "__traceback__",
        kernel: context.pythonKernel.exceptionTraceback,
        get: (self) => field(self, EXCEPTION_TRACEBACK) || NONE,
        set(self, value) {
          if (value === NULL) return exceptions.raise("TypeError", "__traceback__ may not be deleted") !== NULL;
          return setTraceback(self, value);
        },
      },
    ],
  });

  // These have their own, which does the same.
  for (const name of ["NameError", "AttributeError"]) extendType(context, types.named(name), { methods: [textMethod] });
  extendType(context, types.named("ImportError"), {
    methods: [
      {
        name: "__reduce__",
        parameters: "(self, /)",
        run: (args) => reduced(arg(args, 0), argsOf(arg(args, 0)), ["name", "path"]),
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
  /** An attribute that is what an exception was made with, until it is assigned. */
  function assignable(name: string, initial: (self: Word) => Word): GetterDefinition {
    const key = intern(name);
    return {
      name,
      isField: true,
      get: (self) => exceptions.member(self, key) || initial(self),
      set(self, value) {
        exceptions.setMember(self, key, value === NULL ? NONE : value);
        return true;
      },
    };
  }
  extendType(context, types.named("StopIteration"), { getters: [assignable("value", (self) => argument(self, 0))] });
  extendType(context, types.named("SystemExit"), {
    getters: [assignable("code", (self) => (count(self) > 1 ? argsOf(self) : argument(self, 0)))],
  });
  defineExceptionMembers(context);
  defineOsError(context, { reduced, textOfArguments, argsOf, count, argument });
}
