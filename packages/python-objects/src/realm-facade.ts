import type { CodeUnit } from "@hotpy/bytecode";
import {
  FALSE,
  isSmall,
  NONE,
  NULL,
  REQUEST_COLLECT,
  REQUEST_INTERRUPT,
  STATE_DEPTH_LIMIT,
  STATE_REQUEST,
  TRUE,
  type Word,
} from "@hotpy/memory";
import { int64Halves, SHAPE_MODULE, SHAPE_TUPLE, TAIL_SIZE, TUPLE_ITEMS, TYPE_DICT } from "@hotpy/object-model";
import { createSurrogates } from "./code/surrogates.js";
import type { Parts } from "./context.js";
import { createFrameNames } from "./frame-names.js";
import { NotImplementedByHotPy } from "./not-implemented.js";
import { interruptsOf } from "./platform.js";
import { BINARY_OPERATORS, COMPARISONS, UNARY_OPERATORS } from "./protocols/operator-names.js";
import type { Realm } from "./realm.js";
import { defineType, extendType } from "./types/define-type.js";

/** The small integer 0. */
const ZERO = 1;

/** The realm over the parts: protocol operations completed by running the loop where they push a frame. */
export function createRealmFacade(context: Parts, compile: (source: string, filename: string) => CodeUnit): Realm {
  const {
    memory,
    heap,
    shapes,
    handles,
    strings,
    integers,
    floats,
    dicts,
    platform,
    objects,
    types,
    exceptions,
    natives,
    calls,
    attributes,
    operators,
    conversions,
    iteration,
    subscripts,
    modules,
    reentry,
    name: intern,
  } = context;
  const { i32 } = memory;
  const frameNames = createFrameNames(context);
  const { complete } = reentry;
  const interrupted = interruptsOf(context.platform);
  const binaryNumber = new Map(BINARY_OPERATORS.map(([name], i) => [name, i]));
  const comparisonNumber = new Map(COMPARISONS.map(([name], i) => [name, i]));
  const unaryNumber = new Map(UNARY_OPERATORS.map(([name], i) => [name, i]));
  const number = <K>(map: ReadonlyMap<K, number>, key: K): number => map.get(key) as number;

  function safepoint(): boolean {
    if (interrupted()) i32[STATE_REQUEST >>> 2] |= REQUEST_INTERRUPT;
    const requests = i32[STATE_REQUEST >>> 2];
    if ((requests & (REQUEST_COLLECT | REQUEST_INTERRUPT)) === 0) return true;
    if (!reentry.isAllowed()) return false;
    if ((requests & REQUEST_INTERRUPT) !== 0) {
      i32[STATE_REQUEST >>> 2] &= ~REQUEST_INTERRUPT;
      exceptions.raise("KeyboardInterrupt", "");
      return false;
    }
    if (heap.safepoint()) return true;
    exceptions.raise("MemoryError", "");
    return false;
  }

  function truthOf(result: Word): number {
    if (result === NULL) return -1;
    if (result === TRUE) return 1;
    if (isSmall(result) || result === FALSE || result === NONE) return result === ZERO || !isSmall(result) ? 0 : 1;
    const truth = complete(conversions.truth, result, 0, 0);
    return truth === NULL ? -1 : truth === TRUE ? 1 : 0;
  }

  const immediate = (word: Word, method: Word): boolean =>
    natives.isImmediate(types.lookup(types.typeOf(word), method));
  const [reprName, hashName, formatName] = ["__repr__", "__hash__", "__format__"].map(intern);
  const compare: Realm["compare"] = (operator, a, b) =>
    complete(operators.compare, number(comparisonNumber, operator), a, b);
  const iterate = (word: Word): Word => complete(iteration.iterate, word, 0, 0);

  function next(iterator: Word): Word {
    const item = complete(iteration.next, iterator, 0, 0);
    if (item === NULL && exceptions.pendingIs("StopIteration")) exceptions.clearPending();
    return item;
  }

  function listOf(iterable: Word): Word {
    const mark = handles.mark();
    const iterator = handles.push(iterate(iterable));
    const list = handles.push(NULL);
    if (handles.get(iterator) !== NULL) {
      handles.set(list, objects.list([]));
      for (let item = next(handles.get(iterator)); item !== NULL; item = next(handles.get(iterator)))
        objects.append(handles.get(list), item);
      if (exceptions.pending() !== NULL) handles.set(list, NULL);
    }
    const result = handles.get(list);
    handles.release(mark);
    return result;
  }

  const [instanceCheckName, subclassCheckName] = ["__instancecheck__", "__subclasscheck__"].map(intern);

  /** What a class's own `__instancecheck__` or `__subclasscheck__` says: 1, 0, -1; undefined: it has none but that of `type`. */
  function checkBy(classInfo: Word, name: Word, argument: Word): number | undefined {
    const meta = types.typeOf(classInfo);
    if (meta === types.type) return undefined;
    const found = types.lookup(meta, name);
    if (found === NULL || found === types.lookup(types.type, name)) return undefined;
    const result = complete(calls.invokeBound, found, classInfo, argument);
    return truthOf(result);
  }

  /**
   * Whether `check` says so of a class in a tuple: 1, 0, -1. What is no tuple raises TypeError.
   * The checks may run Python code, so the tuple may move.
   */
  function anyOf(
    argument: Word,
    classes: Word,
    check: (argument: Word, classInfo: Word) => number,
    fault: string,
  ): number {
    const list = shapes.valueOf(classes);
    if (isSmall(list) || i32[list >>> 2] >>> 8 !== SHAPE_TUPLE) {
      exceptions.raise("TypeError", fault);
      return -1;
    }
    const mark = handles.mark();
    const kept = handles.push(argument);
    const tuple = handles.push(list);
    const count = i32[(list + TAIL_SIZE) >>> 2];
    let answer = 0;
    for (let i = 0; i < count && answer === 0; i++)
      answer = check(handles.get(kept), i32[((handles.get(tuple) + TUPLE_ITEMS) >>> 2) + i]);
    handles.release(mark);
    return answer;
  }

  /** issubclass(); 1, 0, -1. */
  function isSubclassOf(type: Word, classInfo: Word): number {
    const own = checkBy(classInfo, subclassCheckName, type);
    if (own !== undefined) return own;
    if (!types.isType(type)) {
      exceptions.raise("TypeError", "issubclass() arg 1 must be a class");
      return -1;
    }
    if (types.isType(classInfo)) return types.isSubtype(type, classInfo) ? 1 : 0;
    return anyOf(type, classInfo, isSubclassOf, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }

  function isInstanceOf(word: Word, classInfo: Word): number {
    if (types.typeOf(word) === classInfo) return 1;
    const own = checkBy(classInfo, instanceCheckName, word);
    if (own !== undefined) return own;
    if (types.isType(classInfo)) return types.isSubtype(types.typeOf(word), classInfo) ? 1 : 0;
    return anyOf(word, classInfo, isInstanceOf, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }

  function dir(word: Word): Word {
    const names = new Set<Word>();
    const addDict = (dict: Word): void => {
      for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
        names.add(dicts.keyAt(dict, entry));
    };
    const own = attributes.instances.dictOf(word);
    if (own !== NULL) addDict(own);
    else if (attributes.instances.hasOwn(word)) for (const each of attributes.instances.names(word)) names.add(each);
    const type = types.isType(word) ? word : types.typeOf(word);
    const isModule = !isSmall(word) && i32[word >>> 2] >>> 8 === SHAPE_MODULE;
    if (!isModule) for (const each of types.record(type).mro) addDict(i32[(each + TYPE_DICT) >>> 2]);
    return objects.list([...names].filter((each) => !strings.toJS(each).startsWith("<")).sort(strings.compare));
  }

  function indexNumber(word: Word): number | undefined {
    if (isSmall(word)) return word >> 1;
    const index = complete(conversions.index, word, 0, 0);
    if (index === NULL) return undefined;
    return Math.max(-0x80000000, Math.min(0x7fffffff, integers.toNumber(index)));
  }

  return {
    memory,
    heap,
    safepoint,
    isInTrace: () => reentry.limit < 0,
    retryByInterpreter: reentry.refuse,
    shapes,
    handles,
    strings,
    integers,
    floats,
    dicts,
    kernel: context.kernel,
    platform,
    plain: conversions.plain,
    none: NONE,
    notImplementedWord: objects.notImplemented,
    ellipsis: objects.ellipsis,
    bool: objects.bool,
    int: objects.int,
    float: objects.float,
    str: strings.fromJS,
    intern,
    tuple: objects.tuple,
    list: objects.list,
    tupleFrom: objects.tupleFrom,
    listFrom: objects.listFrom,
    object: objects.object,
    raise: exceptions.raise,
    raiseWith: exceptions.raiseWith,
    raiseObject: exceptions.raiseObject,
    pending: exceptions.pending,
    clearPending: exceptions.clearPending,
    pendingIs: exceptions.pendingIs,
    notImplemented(feature) {
      throw new NotImplementedByHotPy(feature);
    },
    type: types.named,
    typeOf: types.typeOf,
    valueOf: shapes.valueOf,
    typeName: (word) => types.nameOf(types.typeOf(word)),
    nameOfType: types.nameOf,
    isSubtype: types.isSubtype,
    isInstance: (word, type) => types.isSubtype(types.typeOf(word), type),
    defineType: (definition) => defineType(context, definition),
    extendType: (type, definition) => extendType(context, type, definition),
    defineBuiltin: (definition) =>
      void dicts.set(i32[modules.builtins >>> 2], intern(definition.name), natives.create(definition)),
    setBuiltin: (name, value) => void dicts.set(i32[modules.builtins >>> 2], intern(name), value),
    native: (definition) => natives.create(definition),
    defineModule: modules.define,
    frameGlobals: frameNames.globals,
    frameLocals: frameNames.locals,
    modules: () => i32[modules.loaded >>> 2],
    loadedModule: (name) => dicts.getInterned(i32[modules.loaded >>> 2], intern(name)),
    defineOperator: operators.defineBinary,
    defineInPlace: operators.defineInPlace,
    defineComparison: operators.defineComparison,
    defineUnary: operators.defineUnary,
    lookupOnType: types.lookup,
    defineSurrogates: createSurrogates(context, compile, (fn) => complete(callWith, fn, [], 0)),
    tailCall: calls.invokeWith,
    tailCallSpecial: (self, name, argument) => calls.special(self, name, argument),
    repr: (word) => (immediate(word, reprName) ? conversions.repr(word) : complete(conversions.repr, word, 0, 0)),
    toStr: (word) => complete(conversions.toStr, word, 0, 0),
    format(word, given) {
      const spec = given === NULL ? strings.empty : given;
      return immediate(word, formatName) ? conversions.format(word, spec) : complete(conversions.format, word, spec, 0);
    },
    hash(word) {
      if (conversions.plain.hash(word)) return integers.fromHalves(int64Halves.int64.lo, int64Halves.int64.hi);
      return immediate(word, hashName) ? conversions.hash(word) : complete(conversions.hash, word, 0, 0);
    },
    equals: conversions.equals,
    compare,
    compareTruth: (operator, a, b) => truthOf(compare(operator, a, b)),
    binary: (operator, a, b) => complete(operators.binary, number(binaryNumber, operator), a, b),
    unary: (operator, a) => complete(operators.unary, number(unaryNumber, operator), a, 0),
    truth: truthOf,
    length(word) {
      const known = conversions.knownLength(word);
      if (known >= 0) return known;
      const length = complete(conversions.length, word, 0, 0);
      return length === NULL ? -1 : integers.toNumber(length);
    },
    getAttribute: (object, name) => complete(attributes.get, object, strings.intern(name), 0),
    findAttribute(object, name) {
      const value = complete(attributes.get, object, strings.intern(name), 0);
      if (value === NULL && exceptions.pendingIs("AttributeError")) exceptions.clearPending();
      return value;
    },
    setAttribute: (object, name, value) => complete(attributes.set, object, strings.intern(name), value) !== NULL,
    deleteAttribute: (object, name) => complete(attributes.set, object, strings.intern(name), NULL) !== NULL,
    getItem: (container, key) => complete(subscripts.get, container, key, 0),
    setItem: (container, key, value) => complete(subscripts.set, container, key, value) !== NULL,
    deleteItem: (container, key) => complete(subscripts.delete, container, key, 0) !== NULL,
    contains(container, item) {
      const answer = complete(subscripts.contains, container, item, 0);
      return answer === NULL ? -1 : answer === TRUE ? 1 : 0;
    },
    iterate,
    next,
    listOf,
    call(callee, ...args) {
      const isShort = args.length > 0 && args.length <= 3 && natives.isImmediate(callee);
      return isShort ? calls.invokeBound(callee, args[0], args[1], args[2]) : complete(callWith, callee, args, 0);
    },
    callSpread: (callee, args, keywords) => complete(calls.invokeSpread, callee, args, keywords),
    callMethod(object, name, ...args) {
      // The arguments must survive the lookup, which may run code.
      const mark = handles.mark();
      const kept = args.map((each) => handles.push(each));
      const method = complete(attributes.get, object, strings.intern(name), 0);
      const result = method === NULL ? NULL : complete(callWith, method, kept.map(handles.get), 0);
      handles.release(mark);
      return result;
    },
    isInstanceOf,
    isSubclassOf,
    index: (word) => (isSmall(word) ? word : complete(conversions.index, word, 0, 0)),
    indexNumber,
    dir,
    get recursionLimit() {
      return i32[STATE_DEPTH_LIMIT >>> 2];
    },
    set recursionLimit(limit) {
      i32[STATE_DEPTH_LIMIT >>> 2] = limit;
    },
    enter: reentry.enter,
    leave: reentry.leave,
  };

  function callWith(callee: Word, args: readonly Word[]): Word {
    return calls.invokeWith(callee, ...args);
  }
}
