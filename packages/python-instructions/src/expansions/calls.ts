/// Calls: Python functions get a frame, classes an instance and a frame of `__init__`, natives a helper.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS, CODE_FLAGS, FUNCTION_CODE, SHAPE_FUNCTION, SHAPE_METHOD, SHAPE_NATIVE, SHAPE_TYPE, shapeIdOf, TYPE_ROOT_SHAPE,
} from "@hotpy/object-model";
import { CODE_PLAIN } from "@hotpy/python-objects";
import { FUNCTION, METHOD, TUPLE } from "./fields.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";

export function callExpansions(language: Language): Record<string, Expansion> {
  const { memory, types, calls, continuations, name: intern } = language;
  const { i32 } = memory;
  const natives = createNativeCalls(language);

  function call<V>(m: CoreMachine<V>, callee: V, args: readonly V[]): void {
    switch (m.shapeOf(callee)) {
      case SHAPE_FUNCTION: return callFunction(m, callee, args);
      case SHAPE_NATIVE: return natives.call(m, callee, args);
      case SHAPE_METHOD: return call(m, m.op("load_word", [callee], METHOD.function), [m.op("load_word", [callee], METHOD.self), ...args]);
      case SHAPE_TYPE: return instantiate(m, m.wordOf(callee), args);
      default: return m.decline("a call of such an object");
    }
  }

  function callFunction<V>(m: CoreMachine<V>, callee: V, args: readonly V[]): void {
    const code = m.wordOf(m.op("load_word", [callee], FUNCTION.code));
    if ((i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) === 0) return m.decline("a function with special parameters");
    const missing = i32[(code + CODE_ARGUMENTS) >>> 2] - args.length;
    if (missing < 0) return m.decline("too many arguments");
    m.call(code, callee, missing === 0 ? args : [...args, ...defaults(m, callee, missing)]);
  }

  /** The last `count` defaults of a function. */
  function defaults<V>(m: CoreMachine<V>, callee: V, count: number): V[] {
    const tuple = m.op("load_word", [callee], FUNCTION.defaults);
    if (m.isNull(tuple)) return m.decline("too few arguments");
    const size = m.numberOf(m.op("load_i32", [tuple], TUPLE.size));
    if (size < count) return m.decline("too few arguments");
    return Array.from({ length: count }, (_, index) =>
      m.op("load_word", [tuple], { ...TUPLE.items, offset: TUPLE.items.offset + 4 * (size - count + index) }));
  }

  function instantiate<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): void {
    const record = types.record(type);
    if (record.kind === "builtin" && record.construct !== NULL) return natives.construct(m, type, args);
    if (record.kind !== "instance" || !record.isClass || types.typeOf(type) !== types.type) return m.decline("an instance of such a type");
    m.watch(type);
    if (types.lookup(type, intern("__new__")) !== types.lookup(types.object, intern("__new__"))) return m.decline("a class with __new__");
    const init = types.lookup(type, intern("__init__"));
    const hasInit = init !== types.lookup(types.object, intern("__init__"));
    if (!hasInit && args.length > 0) return m.decline("too many arguments");
    if (hasInit && (shapeIdOf(memory, init) !== SHAPE_FUNCTION || !fits(init, args.length + 1))) return m.decline("an __init__ of another kind");
    const shape = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    const instance = m.op("new", [], { shape, words: record.instanceBytes / 4, fields: [], raw: [] });
    m.push(instance);
    if (hasInit) initialise(m, init, instance, args);
  }

  /** Whether a plain call with so many arguments fills the parameters. */
  const fits = (callee: Word, count: number): boolean => {
    const code = i32[(callee + FUNCTION_CODE) >>> 2];
    return (i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) !== 0 && i32[(code + CODE_ARGUMENTS) >>> 2] >= count;
  };

  /** `__init__` under the continuation that drops its result and leaves the instance, which is on the stack. */
  function initialise<V>(m: CoreMachine<V>, init: Word, instance: V, args: readonly V[]): void {
    m.push(m.word((m.next >>> 1) | 1));
    m.goTo(continuations.addressOf(calls.finishInit));
    callFunction(m, m.word(init), [instance, ...args]);
  }

  const popArguments = <V>(m: CoreMachine<V>, count: number): V[] => Array.from({ length: count }, () => m.pop()).reverse();

  return {
    call(m, count) {
      const args = popArguments(m, count);
      call(m, m.pop(), args);
    },
    call_method(m, count) {
      const args = popArguments(m, count);
      const self = m.pop();
      const callee = m.pop();
      if (m.isSmall(callee)) call(m, self, args);
      else call(m, callee, [self, ...args]);
    },
    return: (m) => m.return(m.pop()),
    finish_init(m) {
      if (!m.isSame(m.pop(), NONE)) m.decline("__init__ has a result");
      m.goTo((m.wordOf(m.pop()) >>> 1) << 2);
    },
  };
}
