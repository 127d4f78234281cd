/// Calls: Python functions get a frame, classes an instance and a frame of `__init__`, natives a helper.

import { CODE_VARARGS, CODE_VARKEYWORDS } from "@hotpy/bytecode";
import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  DICT,
  FIRST_DYNAMIC_SHAPE,
  FUNCTION,
  INSTANCE_VALUE,
  METHOD,
  NATIVE,
  NATIVE_INDEX,
  SHAPE_BOUND_OPERATOR,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_LIST,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  shapeIdOf,
  TAIL_SIZE,
  TUPLE,
  TUPLE_ITEMS,
  TYPE_ROOT_SHAPE,
  wordAt,
} from "@hotpy/object-model";
import { DICT_CONTENTS, EXCEPTION, NAME_TUPLES, WRAPPED } from "@hotpy/python-objects";
import { buildDict, itemsOf, newTuple } from "./builders.js";
import { isImmutable } from "./carried.js";
import { createDictExpansions } from "./dicts.js";
import { registerInstance } from "./finalisers.js";
import { createGenericInstances } from "./generic-instances.js";
import { Helpers } from "./helpers.js";
import { createIterationSteps } from "./iteration.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { goUnder } from "./operator-methods.js";
import { createRaising } from "./raising.js";
import { newImplicitSuper, newSuper } from "./super.js";
import { instanceTypeOf } from "./types.js";
import { newWrapper, wrapperOf } from "./wrappers.js";

/** Arguments that `*` gives to a call within a trace. */
const MOST_SPREAD = 16;

export function callExpansions(language: Language): Record<string, Expansion> {
  const { memory, types, calls, codes, objects, dicts, strings, attributes, pythonKernel, name: intern } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const generic = createGenericInstances(language);
  const dictExpansions = createDictExpansions(language);
  const natives = createNativeCalls(language);
  const raising = createRaising(language);
  const iteration = createIterationSteps(language);

  /** `names`: a tuple that names the last arguments, NULL for none. */
  function call<V>(m: CoreMachine<V>, callee: V, args: readonly V[], names: Word = NULL): void {
    const shape = m.shapeOf(callee);
    switch (shape) {
      case SHAPE_FUNCTION:
        return callFunction(m, callee, args, names);
      case SHAPE_NATIVE:
      case SHAPE_NATIVE_METHOD:
      case SHAPE_NATIVE_OPERATOR:
      case SHAPE_BOUND_OPERATOR:
        if (!callNew(m, callee, args, names)) natives.call(m, callee, args, names);
        return;
      case SHAPE_METHOD:
        return call(
          m,
          m.op("load_word", [callee], METHOD.function),
          [m.op("load_word", [callee], METHOD.self), ...args],
          names,
        );
      case SHAPE_TYPE:
        if (m.isMegamorphic(callee) && instantiateAny(m, callee, args, names)) return;
        return instantiate(m, m.wordOf(callee), args, names);
    }
    if (shape < FIRST_DYNAMIC_SHAPE) return m.decline("a call of such an object");
    const found = types.lookup(instanceTypeOf(m, language, shape), intern("__call__"));
    const kind = found === NULL ? 0 : shapeIdOf(memory, found);
    if (kind === SHAPE_NATIVE_METHOD || kind === SHAPE_NATIVE_OPERATOR)
      return natives.call(m, m.word(found), [callee, ...args], names);
    if (kind !== SHAPE_FUNCTION) return m.decline("a call of such an object");
    callFunction(m, m.word(found), [callee, ...args], names);
  }

  /** `beforeCall` is an effect that comes after all questions. */
  function callFunction<V>(
    m: CoreMachine<V>,
    callee: V,
    args: readonly V[],
    names: Word,
    beforeCall?: () => void,
  ): void {
    const code = m.wordOf(m.op("load_word", [callee], FUNCTION.code));
    const bound = bind(m, callee, code, args, names);
    beforeCall?.();
    m.call(code, callee, bound);
  }

  /** One value per parameter; the tuple and the dict of `*args` and `**kwargs` among them are new. */
  function bind<V>(m: CoreMachine<V>, callee: V, code: Address, args: readonly V[], names: Word): V[] {
    const { localNames, unit } = codes.record(code);
    const { argumentCount, keywordOnlyCount, positionalOnlyCount, flags } = unit;
    const count = argumentCount + keywordOnlyCount;
    const named = names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2];
    const given = args.length - named;
    const takesMore = (flags & CODE_VARARGS) !== 0;
    if (given > argumentCount && !takesMore) return m.decline("too many arguments");
    const bound: (V | undefined)[] = Array.from({ length: count }, (_, index) =>
      index < given && index < argumentCount ? args[index] : undefined,
    );
    const keywords: V[] = [];
    for (let index = 0; index < named; index++) {
      const name = i32[(names + TUPLE_ITEMS + 4 * index) >>> 2];
      const parameter = localNames.indexOf(name, positionalOnlyCount);
      const isParameter = parameter >= 0 && parameter < count;
      if (isParameter ? bound[parameter] !== undefined : (flags & CODE_VARKEYWORDS) === 0)
        return m.decline("named arguments that do not fit");
      if (isParameter) bound[parameter] = args[given + index];
      else keywords.push(m.word(name), args[given + index]);
    }
    if (bound.indexOf(undefined) >= 0 && bound.indexOf(undefined) < argumentCount)
      fillDefaults(m, callee, bound, argumentCount);
    if (bound.includes(undefined)) fillKeywordDefaults(m, callee, bound, localNames);
    if (takesMore) bound.push(newTuple(m, language, args.slice(argumentCount, Math.max(argumentCount, given))));
    if ((flags & CODE_VARKEYWORDS) !== 0) bound.push(buildDict(m, language, keywords));
    return bound as V[];
  }

  /** Defaults belong to the last of the positional parameters. */
  function fillDefaults<V>(m: CoreMachine<V>, callee: V, bound: (V | undefined)[], argumentCount: number): void {
    const tuple = m.op("load_word", [callee], FUNCTION.defaults);
    const size = m.isNull(tuple) ? 0 : m.numberOf(m.op("load_i32", [tuple], TUPLE.size));
    for (let index = 0; index < argumentCount; index++) {
      if (bound[index] !== undefined) continue;
      const position = index - (argumentCount - size);
      if (position < 0) return m.decline("too few arguments");
      bound[index] = m.op("load_word", [tuple], wordAt(TUPLE.items, position));
    }
  }

  function fillKeywordDefaults<V>(
    m: CoreMachine<V>,
    callee: V,
    bound: (V | undefined)[],
    localNames: readonly Word[],
  ): void {
    const dict = m.op("load_word", [callee], FUNCTION.keywordDefaults);
    if (m.isNull(dict)) return m.decline("too few arguments");
    bound.forEach((value, index) => {
      bound[index] = value ?? dictExpansions.get(m, dict, m.word(localNames[index])) ?? m.decline("too few arguments");
    });
  }

  function instantiate<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): void {
    const record = types.record(type);
    if (type === types.named("super") && names === NULL) {
      if (args.length === 0) return m.push(newImplicitSuper(m, language));
      if (args.length === 2 && m.shapeOf(args[0]) === SHAPE_TYPE)
        return m.push(newSuper(m, language, m.wordOf(args[0]), args[1]));
    }
    const wrapper = wrapperOf(language, type);
    const plain = wrapper === undefined ? undefined : natives.positional(type, args, names);
    if (wrapper !== undefined && plain !== undefined)
      return m.push(
        newWrapper(m, language, wrapper, { args: plain, iteratorOf: (iterable) => iteration.iteratorOf(m, iterable) }),
      );
    if (record.kind === "builtin" && !record.isClass && record.construct !== NULL)
      return natives.construct(m, type, args, names);
    if (callMetaclass(m, type, args, names)) return;
    if (record.kind === "exception") return instantiateException(m, type, args, names);
    const isMade = record.kind === "instance" && (record.isClass || type === types.object);
    if (!isMade || record.abstractMethods.length > 0 || !types.isCalledPlainly(type))
      return m.decline("an instance of such a type");
    m.watch(type);
    if (instantiateCarrier(m, type, args, names) || instantiateContainer(m, type, args, names)) return;
    const init = types.lookup(type, intern("__init__"));
    const hasInit = init !== types.lookup(types.object, intern("__init__"));
    const ownNew = types.lookup(type, intern("__new__"));
    if (ownNew !== types.lookup(types.object, intern("__new__"))) {
      const fn = functionOf(ownNew);
      if (hasInit || fn === NULL) return m.decline("a class with __new__");
      // What it returns may be of a class that has `__init__`.
      goUnder(m, language, calls.finishNew, [m.word(type), newTuple(m, language, args), m.word(names || NONE)]);
      return callFunction(m, m.word(fn), [m.word(type), ...args], names);
    }
    if (!hasInit && args.length > 0) return m.decline("too many arguments");
    if (hasInit && shapeIdOf(memory, init) !== SHAPE_FUNCTION) return m.decline("an __init__ of another kind");
    const shape = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    const instance = m.op("new", [], { shape, words: record.instanceBytes / 4, fields: [], raw: [] });
    m.push(instance);
    const register = record.hasFinaliser ? () => registerInstance(m, language, instance) : undefined;
    if (hasInit) initialise(m, m.word(init), instance, args, names, register);
    else register?.();
  }

  /** Calls the `__call__` that the class of a class has, written in Python; false: it has none. */
  function callMetaclass<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): boolean {
    if (types.isCalledPlainly(type)) return false;
    const meta = types.typeOf(type);
    const call = types.lookup(meta, intern("__call__"));
    if (shapeIdOf(memory, call) !== SHAPE_FUNCTION) return false;
    m.watch(meta);
    callFunction(m, m.word(call), [m.word(type), ...args], names);
    return true;
  }

  function instantiateException<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): void {
    if (!raising.isPlain(type)) return m.decline("an instance of such an exception");
    if (types.record(type).isClass) m.watch(type);
    const init = types.lookup(type, intern("__init__"));
    const isUsual = init === types.lookup(types.named("BaseException"), intern("__init__"));
    if (!isUsual && shapeIdOf(memory, init) !== SHAPE_FUNCTION) return m.decline("an __init__ of another kind");
    if (isUsual && names !== NULL) return m.decline("named arguments that do not fit");
    const named = names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2];
    const exception = raising.create(m, type, args.slice(0, args.length - named));
    m.push(exception);
    if (!isUsual) initialise(m, m.word(init), exception, args, names);
  }

  /** An instance around a number, str or tuple, of a class that leaves making it to the builtin type; false: it is another class. */
  function instantiateCarrier<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): boolean {
    const { valueType, hasFinaliser } = types.record(type);
    if (valueType === NULL || !isImmutable(language, valueType) || hasFinaliser) return false;
    const isInherited = (name: string, from: Address): boolean =>
      types.lookup(type, intern(name)) === types.lookup(from, intern(name));
    if (!isInherited("__new__", valueType) || !isInherited("__init__", types.object)) return false;
    // `reversed` returns what `__reversed__` has made.
    if (valueType === types.named("reversed")) return m.decline("an object that another one may stand for");
    pushCarrier(m, type, natives.made(m, valueType, args, names));
    return true;
  }

  /** An instance around a list, dict or set of its own, which `__init__` fills, written in Python or that of the builtin type; false: it is another class. */
  function instantiateContainer<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): boolean {
    const { valueType, hasFinaliser, refinedWithDict } = types.record(type);
    if (valueType === NULL || isImmutable(language, valueType) || hasFinaliser || refinedWithDict) return false;
    const [newName, initName] = ["__new__", "__init__"].map(intern);
    if (types.lookup(type, newName) !== types.lookup(valueType, newName)) return false;
    const init = types.lookup(type, initName);
    if (init === types.lookup(valueType, initName)) {
      // What fills the object itself, and not only the value that it carries, must get it.
      if (language.natives.records[i32[(init + NATIVE_INDEX) >>> 2]].definition.receives === "self") return false;
      pushCarrier(m, type, natives.made(m, valueType, args, names));
      return true;
    }
    if (shapeIdOf(memory, init) !== SHAPE_FUNCTION) return false;
    const instance = carrier(m, type, natives.made(m, valueType, [], NULL));
    m.push(instance);
    initialise(m, m.word(init), instance, args, names);
    return true;
  }

  function carrier<V>(m: CoreMachine<V>, type: Address, value: V): V {
    const shape = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    const words = types.record(type).instanceBytes / 4;
    return m.op("new", [value], { shape, words, fields: [INSTANCE_VALUE / 4], raw: [] });
  }

  const pushCarrier = <V>(m: CoreMachine<V>, type: Address, value: V): void => m.push(carrier(m, type, value));

  /** The Python function that a class has as `__new__`, which is a static method without saying so; NULL: something else. */
  function functionOf(found: Word): Word {
    const isStatic = shapeIdOf(memory, found) === attributes.descriptors.staticMethodShape;
    const fn = isStatic ? i32[(found + WRAPPED) >>> 2] : found;
    return shapeIdOf(memory, fn) === SHAPE_FUNCTION ? fn : NULL;
  }

  /** A call of the `__new__` of an immutable builtin type with a class that refines it; false: it is another call. */
  function callNew<V>(m: CoreMachine<V>, callee: V, args: readonly V[], names: Word): boolean {
    const index = m.numberOf(m.op("load_i32", [callee], NATIVE.index));
    if (names !== NULL || args.length === 0 || !isNew(index) || m.shapeOf(args[0]) !== SHAPE_TYPE) return false;
    const type = m.wordOf(args[0]);
    const { valueType, hasFinaliser, isClass } = types.record(type);
    if (!isClass || valueType === NULL || hasFinaliser || !isImmutable(language, valueType)) return false;
    if (i32[(types.record(valueType).construct + NATIVE_INDEX) >>> 2] !== index) return false;
    m.watch(type);
    pushCarrier(m, type, natives.made(m, valueType, args.slice(1), NULL));
    return true;
  }

  const isNew = (index: number): boolean => language.natives.records[index].definition.name === "__new__";

  /** An instance of whatever class it is; false, and nothing has happened, if that needs more than its `__init__`. */
  function instantiateAny<V>(m: CoreMachine<V>, type: V, args: readonly V[], names: Word): boolean {
    const init = m.attempt("call_leaf", [type], generic.initialiser());
    const instance = init === undefined ? undefined : m.attempt("call_leaf", [type], generic.instance());
    if (init === undefined || instance === undefined) return false;
    m.push(instance);
    initialise(m, init, instance, args, names);
    return true;
  }

  /** `__init__` under the continuation that drops its result and leaves the instance, which is on the stack. */
  function initialise<V>(
    m: CoreMachine<V>,
    init: V,
    instance: V,
    args: readonly V[],
    names: Word,
    beforeCall?: () => void,
  ): void {
    goUnder(m, language, calls.finishInit);
    callFunction(m, init, [instance, ...args], names, beforeCall);
  }

  /** Names and values of `**dict`; the names are pinned. */
  function spreadKeywords<V>(m: CoreMachine<V>, dict: V): { names: Word; values: V[] } {
    if (m.shapeOf(dict) !== SHAPE_DICT) return m.decline("** of something else than a dict");
    if (m.truth(m.op("i32_eq", [m.op("load_i32", [dict], DICT.count), m.i32(0)]))) return { names: NULL, values: [] };
    const names = m.wordOf(m.leaf(namesOfDict(), [dict, m.i32(nameTable)]));
    const values = Array.from(
      { length: i32[(names + TAIL_SIZE) >>> 2] },
      (_, index) =>
        dictExpansions.get(m, dict, m.word(i32[(names + TUPLE_ITEMS + 4 * index) >>> 2])) ??
        m.decline("other keywords"),
    );
    return { names, values };
  }

  /** Tuples of names that dicts had as keys, by their addresses: each exists once, so that a trace can compare them as words. */
  const nameTuples = new Map<string, Word>();
  /** The tuple that was wanted last of those with the same place; the kernel looks here. */
  const nameTable = objects.immortal(SHAPE_TUPLE, NAME_TUPLES) + TUPLE_ITEMS;
  i32.fill(0, nameTable >>> 2, (nameTable >>> 2) + NAME_TUPLES);
  i32[(nameTable - TUPLE_ITEMS + TAIL_SIZE) >>> 2] = NAME_TUPLES;
  function keepNames(dict: Word, names: Word): Word {
    i32[pythonKernel.placeOfNames(dict, nameTable) >>> 2] = names;
    return names;
  }
  const namesOfDict = (): string =>
    helpers.define(
      "dict.names",
      "word i32 -> word",
      { reads: DICT_CONTENTS, kernel: pythonKernel.namesOfDict },
      (dict: Word, _table: number) => {
        const names: Word[] = [];
        for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
          const key = dicts.keyAt(dict, entry);
          if (!strings.isString(key)) return NULL;
          names.push(strings.intern(key));
        }
        const text = names.join();
        const found = nameTuples.get(text);
        if (found !== undefined) return keepNames(dict, found);
        if (nameTuples.size >= NAME_TUPLES) return NULL;
        const tuple = objects.immortal(SHAPE_TUPLE, names.length);
        i32[(tuple + TAIL_SIZE) >>> 2] = names.length;
        i32.set(names, (tuple + TUPLE_ITEMS) >>> 2);
        nameTuples.set(text, tuple);
        return keepNames(dict, tuple);
      },
    );

  const popArguments = <V>(m: CoreMachine<V>, count: number): V[] =>
    Array.from({ length: count }, () => m.pop()).reverse();

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
    /** `exit(type, exception, traceback)` of a `with`, where an exception ends it. */
    with_except(m) {
      const exception = m.peek(0);
      const type = i32[language.shapes.record(m.shapeOf(exception)) >>> 2];
      const traceback = m.op("load_word", [exception], EXCEPTION.traceback);
      const entry = m.isNull(traceback) ? m.word(NONE) : traceback;
      call(m, m.peek(2), [m.word(type), exception, entry]);
    },
    call_keywords(m, count) {
      const names = m.wordOf(m.pop());
      const args = popArguments(m, count);
      call(m, m.pop(), args, names);
    },
    call_spread(m, hasKeywords) {
      const keywords = hasKeywords === 1 ? m.pop() : undefined;
      const rest = m.pop();
      const callee = m.pop();
      if (m.shapeOf(rest) !== SHAPE_TUPLE && m.shapeOf(rest) !== SHAPE_LIST) return m.decline("* of an iterator");
      const args = itemsOf(m, rest, (size) => size <= MOST_SPREAD);
      const { names, values } = keywords === undefined ? { names: NULL, values: [] } : spreadKeywords(m, keywords);
      call(m, callee, [...args, ...values], names);
    },
    return(m) {
      if (m.address !== NULL) language.frameObjects.retire(m.address, m.next);
      m.return(m.pop());
    },
    finish_init(m) {
      if (!m.isSame(m.pop(), NONE)) m.decline("__init__ has a result");
      m.goTo((m.wordOf(m.pop()) >>> 1) << 2);
    },
  };
}
