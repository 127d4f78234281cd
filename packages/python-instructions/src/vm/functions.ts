import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  FUNCTION_ANNOTATIONS,
  FUNCTION_GLOBALS,
  LIST_ITEMS,
  LIST_LENGTH,
  NATIVE_INDEX,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  TAIL_SIZE,
  TUPLE_ITEMS,
  TYPE_CALL_OPERATION,
} from "@hotpy/object-model";
import { type Context, createFunction, MAKES_STR } from "@hotpy/python-objects";
import type { AttributeOperations } from "./attributes.js";

/** Making functions, and calls that are not plain. */
export interface FunctionOperations {
  makeFunction(top: number, flags: number, running: Word): Word;
  /** Makes the operand of `*` a tuple and that of `**` a dict, in place. */
  spreadArguments(top: number, hasKeywords: number): Word;
  invoke(callee: Word, args: Address, count: number, names: Word): Word;
  invokeSpread(callee: Word, args: Word, keywords: Word): Word;
  /** Calls a native that is not bound to a self. `cut`: where the operands of the caller end. */
  callNative(native: Word, args: Address, count: number, cut: Address): Word;
  /** Byte address of a table by NATIVE_INDEX, a byte each: what the loop does in place of a call; see {@link Natives.loopOperations}. */
  readonly nativeOperations: Address;
  /** See {@link Natives.asked}; and the byte addresses of the continuations of `__str__` and `__repr__`. */
  readonly nativeAsks: Address;
  readonly strContinuation: Address;
  readonly reprContinuation: Address;
  /** See {@link Natives.kernels} and {@link Natives.kernelCalls}. */
  readonly kernels: WebAssembly.Table;
  readonly kernelCalls: Address;
  /** Byte address of the table of shapes. */
  readonly shapesStart: Address;
  /** Byte address of the continuation under which a class calls `__init__`. */
  readonly initContinuation: Address;
  /** The same of the continuation under which it calls `__new__`, written in Python. */
  readonly newContinuation: Address;
  /** The string `__name__`. */
  readonly moduleName: Word;
}

const DONE: Word = 1;

/** What is called, as errors about its `*` and `**` arguments name it. May collect. */
export function describeCallee({ realm, exceptions, strings, handles, name }: Context, callee: Word): string {
  const mark = handles.mark();
  const kept = handles.push(callee);
  const textOf = (attribute: string): string | undefined => {
    const value = realm.findAttribute(handles.get(kept), name(attribute));
    exceptions.clearPending();
    return value !== NULL && strings.isString(value) ? strings.toJS(value) : undefined;
  };
  const described = (): string => {
    const qualname = textOf("__qualname__");
    if (qualname === undefined) {
      const text = realm.toStr(handles.get(kept));
      return text === NULL ? "" : strings.toJS(text);
    }
    const module = textOf("__module__");
    return module === undefined || module === "builtins" ? `${qualname}()` : `${module}.${qualname}()`;
  };
  const text = described();
  handles.release(mark);
  return text;
}

/**
 * @param noteMethod remembers, for the loop, the method that an object's class has for a name
 * @param noteCall the same for `__call__`
 * @param noteTexts the same for what gives an object's text
 */
export function createFunctionOperations(
  context: Context,
  { noteMethod, noteCall, noteTexts }: Pick<AttributeOperations, "noteMethod" | "noteCall" | "noteTexts">,
): FunctionOperations {
  const {
    memory,
    heap,
    objects,
    natives,
    dicts,
    calls,
    exceptions,
    types,
    realm,
    conversions,
    continuations,
    name: intern,
  } = context;
  const { i32 } = memory;
  const isShape = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;

  function annotate(fn: Word, pairs: Word): void {
    const annotations = dicts.create();
    for (let i = 0; i < i32[(pairs + TAIL_SIZE) >>> 2]; i += 2) {
      const pair = ((pairs + TUPLE_ITEMS) >>> 2) + i;
      dicts.set(annotations, i32[pair], i32[pair + 1]);
    }
    heap.storeWord(fn, FUNCTION_ANNOTATIONS, annotations);
  }

  return {
    nativeOperations: natives.loopOperations,
    nativeAsks: natives.asked,
    strContinuation: continuations.addressOf(conversions.afterText.__str__),
    reprContinuation: continuations.addressOf(conversions.afterText.__repr__),
    kernels: natives.kernels,
    kernelCalls: natives.kernelCalls,
    shapesStart: memory.shapes.start,
    initContinuation: continuations.addressOf(calls.finishInit),
    newContinuation: continuations.addressOf(calls.finishNew),
    moduleName: intern("__name__"),
    makeFunction(top, flags, running) {
      let at = top - 1;
      const code = i32[at];
      const closure = (flags & 8) !== 0 ? i32[--at] : NULL;
      const annotations = (flags & 4) !== 0 ? i32[--at] : NULL;
      const keywordDefaults = (flags & 2) !== 0 ? i32[--at] : NULL;
      const defaults = (flags & 1) !== 0 ? i32[--at] : NULL;
      const fn = createFunction(context, code, i32[(running + FUNCTION_GLOBALS) >>> 2], {
        closure,
        keywordDefaults,
        defaults,
      });
      if (annotations !== NULL) annotate(fn, annotations);
      return fn;
    },
    spreadArguments(top, hasKeywords) {
      const args = top - 1 - hasKeywords;
      if (hasKeywords && !isShape(i32[top - 1], SHAPE_DICT)) {
        if (realm.findAttribute(i32[top - 1], intern("keys")) === NULL) {
          if (exceptions.pending() !== NULL) return NULL;
          return exceptions.raise(
            "TypeError",
            `${describeCallee(context, i32[args - 1])} argument after ** must be a mapping, not ${types.shownNameOf(types.typeOf(i32[top - 1]))}`,
          );
        }
        const dict = realm.call(realm.type("dict"), i32[top - 1]);
        if (dict === NULL) return NULL;
        i32[top - 1] = dict;
      }
      if (isShape(i32[args], SHAPE_TUPLE)) return DONE;
      const type = types.typeOf(i32[args]);
      const has = (name: string): boolean => types.lookup(type, intern(name)) !== NULL;
      if (!isShape(i32[args], SHAPE_LIST) && !has("__iter__") && !has("__getitem__")) {
        return exceptions.raise(
          "TypeError",
          `${describeCallee(context, i32[args - 1])} argument after * must be an iterable, not ${types.shownNameOf(type)}`,
        );
      }
      const list = isShape(i32[args], SHAPE_LIST) ? i32[args] : realm.listOf(i32[args]);
      if (list === NULL) return NULL;
      i32[args] = objects.tupleFrom(i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS, i32[(list + LIST_LENGTH) >>> 2]);
      return DONE;
    },
    invoke(callee, args, count, names) {
      if (count === 1 && isShape(callee, SHAPE_TYPE) && i32[(callee + TYPE_CALL_OPERATION) >>> 2] === MAKES_STR)
        noteTexts(i32[args >>> 2]);
      noteCall(callee);
      return calls.invoke(callee, args, count, names);
    },
    invokeSpread: calls.invokeSpread,
    callNative(native, args, count, cut) {
      const asked = i32[(natives.asked >>> 2) + i32[(native + NATIVE_INDEX) >>> 2] * 2];
      if (asked !== NULL && count === 1) noteMethod(i32[args >>> 2], asked);
      return natives.call(native, args, count, NULL, cut);
    },
  };
}
