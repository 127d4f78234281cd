import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CELL_VALUE,
  CODE_FLAGS,
  CODE_NAME,
  FUNCTION_ANNOTATIONS,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_DOC,
  FUNCTION_GLOBALS,
  FUNCTION_KEYWORD_DEFAULTS,
  FUNCTION_MODULE,
  FUNCTION_NAME,
  FUNCTION_QUALNAME,
  METHOD_FUNCTION,
  METHOD_SELF,
  MODULE_DICT,
  SHAPE_CELL,
  SHAPE_CODE,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import { CODE_HIDDEN } from "../code/codes.js";
import { createFunction } from "../code/functions.js";
import type { Context } from "../context.js";
import type { GetterDefinition, NativeDefinition } from "../natives.js";
import type { Comparison } from "../realm/operator-types.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** Functions, methods and cells. */
export function defineFunctionTypes(context: Context): void {
  const { memory, heap, codes, dicts, objects, exceptions, strings, attributes, calls, shapes, pythonKernel } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const orNone = (word: Word): Word => (word === NULL ? NONE : word);
  /** What a field that may be absent keeps: of an object of a subclass the plain value, which calls read. */
  const plainOrAbsent = (word: Word): Word => (word === NONE || word === NULL ? NULL : shapes.valueOf(word));

  const fieldGetter = (
    name: string,
    offset: number,
    check?: (value: Word) => boolean,
    message = "",
  ): GetterDefinition => ({
    name,
    get: (self) => orNone(field(self, offset)),
    set(self, value) {
      if (check !== undefined && !check(value)) {
        exceptions.raise("TypeError", message);
        return false;
      }
      heap.storeWord(self, offset, value);
      return true;
    },
  });
  /** A field that may be absent, which to programs is None. */
  const optionalField = (name: string, offset: number, shape: number, message: string): GetterDefinition => ({
    ...fieldGetter(name, offset),
    set(self, value) {
      const given = plainOrAbsent(value);
      if (given !== NULL && !isShape(given, shape)) {
        exceptions.raise("TypeError", message);
        return false;
      }
      heap.storeWord(self, offset, given);
      return true;
    },
  });
  const isText = (value: Word): boolean => value !== NULL && strings.isString(value);

  const isShape = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;
  const nameOf = (word: Word): string => context.types.nameOf(context.types.typeOf(word));

  /** What `types.FunctionType` makes. */
  function makeFunction(code: Word, globals: Word, name: Word, defaults: Word, closure: Word): Word {
    const refuse = (message: string): Word => exceptions.raise("TypeError", message);
    const needs = (what: string, type: string, given: Word): Word =>
      refuse(`function() argument '${what}' must be ${type}, not ${nameOf(given)}`);
    if (!isShape(code, SHAPE_CODE)) return needs("code", "code", code);
    if (!isShape(globals, SHAPE_DICT)) return needs("globals", "dict", globals);
    if (name !== NONE && !strings.isString(name)) return refuse("arg 3 (name) must be None or string");
    const isTuple = (word: Word): boolean => isShape(shapes.valueOf(word), SHAPE_TUPLE);
    if (defaults !== NONE && !isTuple(defaults)) return refuse("arg 4 (defaults) must be None or tuple");
    const free = codes.record(code).unit.freeNames.length;
    if (closure !== NONE && !isTuple(closure)) return refuse("arg 5 (closure) must be None or tuple");
    if (closure === NONE && free > 0) return refuse("arg 5 (closure) must be tuple");
    const cells = closure === NONE ? [] : objects.itemsOf(shapes.valueOf(closure));
    if (cells.length !== free) {
      const codeName = strings.toJS(field(code, CODE_NAME));
      return exceptions.raise("ValueError", `${codeName} requires closure of length ${free}, not ${cells.length}`);
    }
    const other = cells.find((cell) => !isShape(cell, SHAPE_CELL));
    if (other !== undefined) return refuse(`arg 5 (closure) expected cell, found ${nameOf(other)}`);
    const fn = createFunction(context, code, globals, {
      defaults: plainOrAbsent(defaults),
      closure: plainOrAbsent(closure),
    });
    if (name !== NONE) heap.storeWord(fn, FUNCTION_NAME, name);
    return fn;
  }

  const callMethod: NativeDefinition = {
    name: "__call__",
    parameters: "(self, /, *args, **kwargs)",
    frames: true,
    run: (args) => calls.invokeSpread(arg(args, 0), arg(args, 1), arg(args, 2)),
  };

  defineType(context, {
    name: "function",
    shapes: [SHAPE_FUNCTION],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const fn = arg(args, 0);
          const name = strings.toJS(field(fn, FUNCTION_QUALNAME));
          const hidden = (field(field(fn, FUNCTION_CODE), CODE_FLAGS) & CODE_HIDDEN) !== 0;
          return strings.fromJS(
            hidden ? `<built-in function ${name}>` : `<function ${name} at ${addressText(heap.identity(fn))}>`,
          );
        },
      },
      callMethod,
      {
        name: "__get__",
        parameters: "(self, instance, owner=None, /)",
        run: (args) => (arg(args, 1) === NONE ? arg(args, 0) : objects.boundMethod(arg(args, 0), arg(args, 1))),
      },
    ],
    getters: [
      {
        ...fieldGetter("__name__", FUNCTION_NAME, isText, "__name__ must be set to a string object"),
        kernel: pythonKernel.nameOfFunction,
      },
      {
        ...fieldGetter("__qualname__", FUNCTION_QUALNAME, isText, "__qualname__ must be set to a string object"),
        kernel: pythonKernel.qualnameOfFunction,
      },
      {
        name: "__doc__",
        get: codes.documentationOf,
        set(self, value) {
          heap.storeWord(self, FUNCTION_DOC, orNone(value));
          return true;
        },
      },
      { ...fieldGetter("__module__", FUNCTION_MODULE), kernel: pythonKernel.moduleOfFunction },
      optionalField("__defaults__", FUNCTION_DEFAULTS, SHAPE_TUPLE, "__defaults__ must be set to a tuple object"),
      optionalField(
        "__kwdefaults__",
        FUNCTION_KEYWORD_DEFAULTS,
        SHAPE_DICT,
        "__kwdefaults__ must be set to a dict object",
      ),
      {
        name: "__builtins__",
        isField: true,
        get(self) {
          const found = dicts.getInterned(field(self, FUNCTION_GLOBALS), context.name("__builtins__"));
          if (found === NULL) return i32[context.modules.builtins >>> 2];
          return context.modules.isModule(found) ? field(found, MODULE_DICT) : found;
        },
      },
      { name: "__closure__", isField: true, get: (self) => orNone(field(self, FUNCTION_CLOSURE)) },
      {
        name: "__code__",
        kernel: pythonKernel.codeOfFunction,
        get: (self) => field(self, FUNCTION_CODE),
        set(self, value) {
          if (value === NULL || (value & 1) !== 0 || i32[value >>> 2] >>> 8 !== SHAPE_CODE)
            return exceptions.raise("TypeError", "__code__ must be set to a code object") !== NULL;
          const free = (code: Word): number => codes.record(code).unit.freeNames.length;
          if (free(value) !== free(field(self, FUNCTION_CODE))) {
            const name = strings.toJS(field(self, FUNCTION_NAME));
            const message = `${name}() requires a code object with ${free(field(self, FUNCTION_CODE))} free vars, not ${free(value)}`;
            return exceptions.raise("ValueError", message) !== NULL;
          }
          // It stays that of the code with which the function was made.
          heap.storeWord(self, FUNCTION_DOC, codes.documentationOf(self));
          heap.storeWord(self, FUNCTION_CODE, value);
          context.execution().functionChanged();
          return true;
        },
      },
      { name: "__globals__", isField: true, get: (self) => field(self, FUNCTION_GLOBALS) },
      attributes.instanceGetters.dict,
      {
        ...optionalField(
          "__annotations__",
          FUNCTION_ANNOTATIONS,
          SHAPE_DICT,
          "__annotations__ must be set to a dict object",
        ),
        get(self) {
          if (field(self, FUNCTION_ANNOTATIONS) === NULL) heap.storeWord(self, FUNCTION_ANNOTATIONS, dicts.create());
          return field(self, FUNCTION_ANNOTATIONS);
        },
      },
    ],
    construct: {
      name: "function",
      parameters: "(cls, code, globals, name=None, argdefs=None, closure=None)",
      wording: "parse",
      run(args) {
        const given = (index: number): Word => orNone(arg(args, index));
        return makeFunction(arg(args, 1), arg(args, 2), given(3), given(4), given(5));
      },
    },
  });

  defineType(context, {
    name: "method",
    shapes: [SHAPE_METHOD],
    methods: [
      callMethod,
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          let found = NULL;
          for (const each of ["__qualname__", "__name__"])
            if (found === NULL && exceptions.pending() === NULL)
              found = context.realm.findAttribute(field(arg(args, 0), METHOD_FUNCTION), context.name(each));
          if (exceptions.pending() !== NULL) return NULL;
          const name = found !== NULL && strings.isString(found) ? strings.toJS(found) : "?";
          const self = context.realm.repr(field(arg(args, 0), METHOD_SELF));
          return self === NULL ? NULL : strings.fromJS(`<bound method ${name} of ${strings.toJS(self)}>`);
        },
      },
      {
        name: "__eq__",
        parameters: "(self, value, /)",
        run(args) {
          const [a, b] = [arg(args, 0), arg(args, 1)];
          if ((b & 1) !== 0 || i32[b >>> 2] >>> 8 !== SHAPE_METHOD) return objects.notImplemented;
          return objects.bool(
            field(a, METHOD_FUNCTION) === field(b, METHOD_FUNCTION) && field(a, METHOD_SELF) === field(b, METHOD_SELF),
          );
        },
      },
      {
        name: "__hash__",
        parameters: "(self, /)",
        run: (args) => objects.int(heap.identity(field(arg(args, 0), METHOD_FUNCTION)) * 31),
      },
    ],
    getters: [
      {
        name: "__func__",
        isField: true,
        kernel: pythonKernel.functionOfMethod,
        get: (self) => field(self, METHOD_FUNCTION),
      },
      {
        name: "__self__",
        isField: true,
        kernel: pythonKernel.selfOfMethod,
        get: (self) => field(self, METHOD_SELF),
      },
      // Other attributes of the function are found where there are none of this type.
      {
        name: "__doc__",
        get: (self) => context.realm.getAttribute(field(self, METHOD_FUNCTION), context.name("__doc__")),
      },
    ],
    construct: {
      name: "method",
      parameters: "(cls, function, instance, /)",
      run(args) {
        if (!context.realm.isCallable(arg(args, 1)))
          return exceptions.raise("TypeError", "first argument must be callable");
        if (arg(args, 2) === NONE) return exceptions.raise("TypeError", "instance must not be None");
        return objects.boundMethod(arg(args, 1), arg(args, 2));
      },
    },
  });

  /** Cells compare as what they hold; an empty one is less than all others. */
  const cellComparison = (operator: Comparison): NativeDefinition => ({
    name: `__${operator}__`,
    parameters: "(self, value, /)",
    run(args) {
      if (!isShape(arg(args, 1), SHAPE_CELL)) return objects.notImplemented;
      const [a, b] = [field(arg(args, 0), CELL_VALUE), field(arg(args, 1), CELL_VALUE)];
      if (a !== NULL && b !== NULL) return context.realm.compare(operator, a, b);
      return context.realm.compare(operator, objects.int(a === NULL ? 0 : 1), objects.int(b === NULL ? 0 : 1));
    },
  });

  defineType(context, {
    name: "cell",
    shapes: [SHAPE_CELL],
    unhashable: true,
    methods: [
      ...(["eq", "ne", "lt", "le", "gt", "ge"] as const).map(cellComparison),
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const [cell, value] = [arg(args, 0), field(arg(args, 0), CELL_VALUE)];
          const content =
            value === NULL
              ? "empty"
              : `${nameOf(value)} object at ${addressText((value & 1) !== 0 ? value >>> 1 : heap.identity(value))}`;
          return strings.fromJS(`<cell at ${addressText(heap.identity(cell))}: ${content}>`);
        },
      },
    ],
    construct: {
      name: "cell",
      parameters: "(cls, contents=<unrepresentable>, /)",
      wording: "unpack",
      run: (args) => objects.cell(arg(args, 1)),
    },
    getters: [
      {
        name: "cell_contents",
        get: (self) =>
          field(self, CELL_VALUE) !== NULL ? field(self, CELL_VALUE) : exceptions.raise("ValueError", "Cell is empty"),
        set(self, value) {
          heap.storeWord(self, CELL_VALUE, value);
          return true;
        },
      },
    ],
  });
}
