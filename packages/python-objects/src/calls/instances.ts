/// Making instances: what a call of a class does. See `calls.ts` for where arguments lie.

import { FRAME_SP } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, TRUE, tagSmall, type Word } from "@hotpy/memory";
import {
  isNativeShape,
  NATIVE_OWNER,
  SHAPE_FUNCTION,
  TAIL_SIZE,
  TUPLE_ITEMS,
  TYPE_CALL_BYTES,
  TYPE_CALL_VERSION,
  TYPE_INITIALISER,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { CALLS_NEW } from "../constructs.js";
import type { UpToCode } from "../context.js";
import { ERRNO_TYPES } from "../exceptions/hierarchy.js";
import { RESUME } from "../natives.js";
import { abstractMessage } from "../types/abstract.js";
import type { InstanceKind } from "../types/records.js";
import type { Calls } from "./calls.js";
import { ENDS_NEW } from "./endings.js";

/** The parts of calls that making instances needs. */
export interface CallParts extends Pick<Calls, "invoke" | "callNative" | "enterFunction"> {
  /** Calls a special method found on the type of `self`. */
  invokeFound(found: Word, self: Word, args: Address, count: number, names: Word): Word;
  /** The same with arguments as a tuple, and a dict or None. */
  callBound(found: Word, self: Word, positional: Word, keywords: Word): Word;
  /** Arguments as a tuple, and a dict or None. */
  pack(args: Address, count: number, names: Word): [positional: Word, keywords: Word];
  /** Makes room for one more argument in front. */
  prepend(word: Word, args: Address, count: number): Address;
  /** Moves arguments up if the next `words` words of operand stack would run into them. */
  clearOf(args: Address, count: number, words: number): Address;
}

/** {@link Calls} has the meaning of its members. */
export interface Instances extends Pick<Calls, "finishInit" | "finishNew" | "instantiate" | "carrying"> {
  /** Calls a type: one argument of `type` itself asks for a type, all else makes an instance. */
  callType(type: Address, args: Address, count: number, names: Word): Word;
}

export function createInstances(context: UpToCode, parts: CallParts): Instances {
  const { memory, heap, objects, types, exceptions, continuations, forward, name: intern } = context;
  const { invoke, invokeFound, callBound, callNative, enterFunction, pack, prepend, clearOf } = parts;
  const { i32 } = memory;
  const field = (object: Address, offset: number): number => i32[(object + offset) >>> 2];
  const callName = intern("__call__");

  const initName = intern("__init__");
  const newName = intern("__new__");
  /* Natives, which do not move. */
  let objectInit = NULL;
  let exceptionInit = NULL;
  const exceptionNew = (): Word => types.lookup(types.named("BaseException"), newName);
  const objectNew = (): Word => types.lookup(types.object, newName);
  const usualNew = (kind: InstanceKind): Word => (kind === "exception" ? exceptionNew() : objectNew());

  const finishInit = continuations.defineInit((result, state) => {
    const instance = i32[state];
    if (result === NULL || result === NONE) return result === NULL ? NULL : instance;
    return exceptions.raise(
      "TypeError",
      `__init__() should return None, not '${types.shownNameOf(types.typeOf(result))}'`,
    );
  });

  /** After a `__new__` written in Python: `__init__` if it made an instance of the class. Kept are the class, all arguments, and the names of the last, or None. */
  const finishNew = continuations.define(
    3,
    (instance, state) => {
      if (instance === NULL) return NULL;
      const type = i32[state];
      const args = i32[state + 1];
      const names = i32[state + 2];
      if (!types.isSubtype(types.typeOf(instance), type)) return instance;
      const init = types.lookup(types.typeOf(instance), initName);
      if (init === objectInit) return instance;
      const [positional, keywords] = pack(args + TUPLE_ITEMS, field(args, TAIL_SIZE), names === NONE ? NULL : names);
      continuations.push(finishInit, instance);
      const result = callBound(init, instance, positional, keywords);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    ENDS_NEW,
  );

  function callType(type: Address, args: Address, count: number, names: Word): Word {
    if (type === types.type && count !== 3) {
      if (count === 1 && names === NULL) return types.typeOf(i32[args >>> 2]);
      const named = names === NULL ? 0 : field(names, TAIL_SIZE);
      if (count - named === 1 && named > 0) return exceptions.raise("TypeError", "type() takes no keyword arguments");
      if (count - named !== 3) return exceptions.raise("TypeError", "type() takes 1 or 3 arguments");
    }
    const record = types.record(type);
    if (record.kind === "builtin" && !record.isClass && record.construct !== NULL) {
      return callNative(record.construct, prepend(type, args, count), count + 1, names);
    }
    if (names === NULL) {
      const result = callPlainClass(type, args, count);
      if (result !== undefined) return result;
    }
    const meta = types.typeOf(type);
    if (meta !== types.type) {
      const call = types.lookup(meta, callName);
      if (call !== typeCall()) return invokeFound(call, type, args, count, names);
    }
    return instantiate(type, args, count, names);
  }

  let typeCallWord = NULL;
  const typeCall = (): Word =>
    typeCallWord === NULL ? (typeCallWord = types.lookup(types.type, callName)) : typeCallWord;

  /** Remembers that a call of this class is one of its `__new__`, `found`, which is the function `bound`, and that it has no `__init__` of its own. */
  function noteNew(type: Address, found: Word, bound: Word): void {
    if (!types.isCalledPlainly(type) || types.lookup(type, initName) !== objectInit) return;
    // What another descriptor gives may differ each time.
    if (found !== bound && types.typeOf(found) !== types.named("staticmethod")) return;
    if ((bound & 1) !== 0 || i32[bound >>> 2] >>> 8 !== SHAPE_FUNCTION) return;
    heap.storeWord(type, TYPE_INITIALISER, bound);
    i32[(type + TYPE_CALL_BYTES) >>> 2] = CALLS_NEW;
    i32[(type + TYPE_CALL_VERSION) >>> 2] = field(type, TYPE_VERSION);
  }

  /**
   * Remembers that a call of this class makes a fresh instance (an exception with its arguments) and calls `init`, written in Python, or nothing (NULL): then the loop does
   * that. What finalises instances has to know them.
   */
  function notePlain(type: Address, init: Word): void {
    const { hasFinaliser, instanceBytes } = types.record(type);
    if (hasFinaliser || !types.isCalledPlainly(type)) return;
    heap.storeWord(type, TYPE_INITIALISER, init);
    i32[(type + TYPE_CALL_BYTES) >>> 2] = instanceBytes;
    i32[(type + TYPE_CALL_VERSION) >>> 2] = field(type, TYPE_VERSION);
  }

  function callPlainClass(type: Address, args: Address, count: number): Word | undefined {
    if (field(type, TYPE_CALL_VERSION) !== field(type, TYPE_VERSION)) return undefined;
    if (field(type, TYPE_CALL_BYTES) === CALLS_NEW) return undefined;
    const init = field(type, TYPE_INITIALISER);
    const { kind, valueType, empty } = types.record(type);
    if (init === NULL && count > 0 && kind !== "exception") return undefined;
    const instance =
      kind === "exception"
        ? exceptions.create(type, objects.tupleFrom(args, count))
        : valueType === NULL || empty === undefined
          ? types.instantiate(type)
          : types.carry(type, empty());
    if (init === NULL) return instance;
    // Up by three words: the instance and the real ip of the continuation come below, the instance again as `self` in front.
    const frame = i32[STATE_FRAME >>> 2];
    const top = field(frame, FRAME_SP) >>> 2;
    const from = args >>> 2;
    for (let i = count - 1; i >= 0; i--) i32[top + 3 + i] = i32[from + i];
    i32[top + 2] = instance;
    continuations.push(finishInit, instance);
    const result = enterFunction(init, (top + 2) << 2, count + 1, NULL);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  function instantiate(type: Address, args: Address, count: number, names: Word): Word {
    if (objectInit === NULL) {
      objectInit = types.lookup(types.object, initName);
      exceptionInit = types.lookup(types.named("BaseException"), initName);
    }
    const record = types.record(type);
    const found = types.lookup(type, newName);
    if (record.abstractMethods.length > 0 && found === objectNew())
      return exceptions.raise("TypeError", abstractMessage(record));
    if ((record.isClass || record.kind === "exception") && found !== usualNew(record.kind))
      return callNew(found, type, args, count, names);
    if (record.kind === "builtin") {
      if (record.construct === NULL)
        return exceptions.raise("TypeError", `cannot create '${qualified(record)}' instances`);
      return callNative(record.construct, prepend(type, args, count), count + 1, names);
    }
    const init = types.lookup(type, initName);
    if (record.kind === "exception") {
      const given = names === NULL ? count : count - field(names, TAIL_SIZE);
      const kept = exceptions.keepsArguments(type) ? given : 0;
      if (names !== NULL && isOfOSError(init)) return refuseNames(record.name);
      if (!types.isSubtype(type, types.named("OSError"))) {
        if (init === exceptionInit) notePlain(type, NULL);
        else if (i32[init >>> 2] >>> 8 === SHAPE_FUNCTION) notePlain(type, init);
      }
      const exception = exceptions.create(refined(type, args, given), objects.tupleFrom(args, kept));
      if (init === exceptionInit) {
        return names === NULL ? exception : refuseNames(record.name);
      }
      return initialise(exception, init, args, count, names);
    }
    if (init === objectInit) {
      if (count > 0) return exceptions.raise("TypeError", `${record.name}() takes no arguments`);
      notePlain(type, NULL);
      return types.instantiate(type);
    }
    if (i32[init >>> 2] >>> 8 === SHAPE_FUNCTION) notePlain(type, init);
    return initialise(types.instantiate(type), init, args, count, names);
  }

  const refuseNames = (name: string): Word => exceptions.raise("TypeError", `${name}() takes no keyword arguments`);
  /** Whether the initialiser is that of OSError itself, which asks first whether there are names. */
  const isOfOSError = (init: Word): boolean =>
    isNativeShape(i32[init >>> 2] >>> 8) && field(init, NATIVE_OWNER) === types.named("OSError");

  /** The subclass of OSError that its first argument asks for. */
  function refined(type: Address, args: Address, count: number): Address {
    if (count < 2 || type !== types.named("OSError")) return type;
    const given = i32[args >>> 2];
    const errno = given === TRUE ? tagSmall(1) : context.shapes.valueOf(given);
    if ((errno & 1) === 0) return type;
    const subclass = ERRNO_TYPES.get(errno >> 1);
    return subclass === undefined ? type : types.named(subclass);
  }

  const qualified = (record: { module: string; name: string }): string =>
    record.module === "builtins" ? record.name : `${record.module}.${record.name}`;

  function initialise(instance: Word, init: Word, args: Address, count: number, names: Word): Word {
    args = clearOf(args, count, 3);
    continuations.push(finishInit, instance);
    const result = invokeFound(init, instance, args, count, names);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  function callNew(found: Word, type: Address, args: Address, count: number, names: Word): Word {
    const { valueType, empty, refinedWithDict } = types.record(type);
    if (valueType !== NULL && empty !== undefined && !refinedWithDict && found === types.lookup(valueType, newName)) {
      // It makes an empty list, dict or set, whatever the arguments are.
      const init = types.lookup(type, initName);
      if (i32[init >>> 2] >>> 8 === SHAPE_FUNCTION) notePlain(type, init);
    }
    args = clearOf(args, count, 5);
    continuations.push(finishNew, type, objects.tupleFrom(args, count), names === NULL ? NONE : names);
    const bound = forward.bindNew(found, type);
    noteNew(type, found, bound);
    const result = invoke(bound, prepend(type, args, count), count + 1, names);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** What `reversed` is given may make an object of its own, which is then the result. */
  const carry = continuations.define(1, (value, state) => {
    if (value === NULL) return NULL;
    const { valueType } = types.record(i32[state]);
    return valueType === NULL || types.isSubtype(types.typeOf(value), valueType)
      ? types.carry(i32[state], value)
      : value;
  });

  function carrying(type: Address, args: Address, count: number, make: (args: Address, count: number) => Word): Word {
    args = clearOf(args, count, 2);
    continuations.push(carry, type);
    const result = make(args, count);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  return { finishInit, finishNew, callType, instantiate, carrying };
}
