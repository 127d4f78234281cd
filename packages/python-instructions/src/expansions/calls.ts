/// Calls: Python functions get a frame, classes an instance and a frame of `__init__`, natives a helper.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS, CODE_FLAGS, FIRST_DYNAMIC_SHAPE, SHAPE_FUNCTION, SHAPE_METHOD, SHAPE_NATIVE, SHAPE_TYPE, shapeIdOf, TAIL_SIZE, TUPLE_ITEMS,
  TYPE_ROOT_SHAPE,
} from "@hotpy/object-model";
import { CODE_PLAIN } from "@hotpy/python-objects";
import { FUNCTION, METHOD, TUPLE } from "./fields.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { newSuper } from "./super.js";
import { instanceTypeOf } from "./types.js";

export function callExpansions(language: Language): Record<string, Expansion> {
  const { memory, types, calls, codes, continuations, name: intern } = language;
  const { i32 } = memory;
  const natives = createNativeCalls(language);

  /** `names`: a tuple that names the last arguments, NULL for none. */
  function call<V>(m: CoreMachine<V>, callee: V, args: readonly V[], names: Word = NULL): void {
    const shape = m.shapeOf(callee);
    switch (shape) {
      case SHAPE_FUNCTION: return callFunction(m, callee, args, names);
      case SHAPE_NATIVE: return names === NULL ? natives.call(m, callee, args) : m.decline("a native with named arguments");
      case SHAPE_METHOD: return call(m, m.op("load_word", [callee], METHOD.function), [m.op("load_word", [callee], METHOD.self), ...args], names);
      case SHAPE_TYPE: return instantiate(m, m.wordOf(callee), args, names);
    }
    if (shape < FIRST_DYNAMIC_SHAPE) return m.decline("a call of such an object");
    const found = types.lookup(instanceTypeOf(m, language, shape), intern("__call__"));
    if (found === NULL || shapeIdOf(memory, found) !== SHAPE_FUNCTION) return m.decline("a call of such an object");
    callFunction(m, m.word(found), [callee, ...args], names);
  }

  function callFunction<V>(m: CoreMachine<V>, callee: V, args: readonly V[], names: Word): void {
    const code = m.wordOf(m.op("load_word", [callee], FUNCTION.code));
    m.call(code, callee, bind(m, callee, code, args, names));
  }

  /** One value per parameter of a function that has only plain ones. */
  function bind<V>(m: CoreMachine<V>, callee: V, code: Address, args: readonly V[], names: Word): V[] {
    if ((i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) === 0) return m.decline("a function with special parameters");
    const count = i32[(code + CODE_ARGUMENTS) >>> 2];
    const named = names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2];
    const given = args.length - named;
    if (given > count) return m.decline("too many arguments");
    const bound: (V | undefined)[] = Array.from({ length: count }, (_, index) => (index < given ? args[index] : undefined));
    const { localNames, unit } = codes.record(code);
    for (let index = 0; index < named; index++) {
      const parameter = localNames.indexOf(i32[(names + TUPLE_ITEMS + 4 * index) >>> 2]);
      if (parameter < unit.positionalOnlyCount || parameter >= count || bound[parameter] !== undefined) return m.decline("named arguments that do not fit");
      bound[parameter] = args[given + index];
    }
    if (!bound.includes(undefined)) return bound as V[];
    const tuple = m.op("load_word", [callee], FUNCTION.defaults);
    const size = m.isNull(tuple) ? 0 : m.numberOf(m.op("load_i32", [tuple], TUPLE.size));
    return bound.map((value, index) => {
      if (value !== undefined) return value;
      const position = index - (count - size);
      if (position < 0) return m.decline("too few arguments");
      return m.op("load_word", [tuple], { ...TUPLE.items, offset: TUPLE.items.offset + 4 * position });
    });
  }

  function instantiate<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): void {
    const record = types.record(type);
    if (type === types.named("super") && args.length === 0) return m.push(newSuper(m, language));
    if (record.kind === "builtin" && record.construct !== NULL && names === NULL) return natives.construct(m, type, args);
    if (record.kind !== "instance" || !record.isClass || types.typeOf(type) !== types.type) return m.decline("an instance of such a type");
    m.watch(type);
    if (types.lookup(type, intern("__new__")) !== types.lookup(types.object, intern("__new__"))) return m.decline("a class with __new__");
    const init = types.lookup(type, intern("__init__"));
    const hasInit = init !== types.lookup(types.object, intern("__init__"));
    if (!hasInit && args.length > 0) return m.decline("too many arguments");
    if (hasInit && shapeIdOf(memory, init) !== SHAPE_FUNCTION) return m.decline("an __init__ of another kind");
    const shape = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    const instance = m.op("new", [], { shape, words: record.instanceBytes / 4, fields: [], raw: [] });
    m.push(instance);
    if (hasInit) initialise(m, init, instance, args, names);
  }

  /** `__init__` under the continuation that drops its result and leaves the instance, which is on the stack. */
  function initialise<V>(m: CoreMachine<V>, init: Word, instance: V, args: readonly V[], names: Word): void {
    m.push(m.word((m.next >>> 1) | 1));
    m.goTo(continuations.addressOf(calls.finishInit));
    callFunction(m, m.word(init), [instance, ...args], names);
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
    call_keywords(m, count) {
      const names = m.wordOf(m.pop());
      const args = popArguments(m, count);
      call(m, m.pop(), args, names);
    },
    return: (m) => m.return(m.pop()),
    finish_init(m) {
      if (!m.isSame(m.pop(), NONE)) m.decline("__init__ has a result");
      m.goTo((m.wordOf(m.pop()) >>> 1) << 2);
    },
  };
}
