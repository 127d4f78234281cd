/// Calls of native functions: in core instructions where the native says how, else as leaf helpers.

import { type CoreMachine, SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  type AliasClass,
  ANYTHING,
  GENERATOR_CLOSED,
  isNativeShape,
  NATIVE,
  NATIVE_INDEX,
  SHAPE_LAYOUT_FIELD,
  SHAPE_TYPE,
  shapeIdOf,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { COROUTINE, type NativeDefinition } from "@hotpy/python-objects";
import { buildDict, newTuple } from "./builders.js";
import { carriesValue, loadValue } from "./carried.js";
import { ANY_EFFECTS, Helpers } from "./helpers.js";
import { createIterationSteps } from "./iteration.js";
import type { Language } from "./language.js";
import { createNativeTools } from "./native-tools.js";
import { callForObject } from "./objects-sought.js";
import { callUnder, methodOf } from "./operator-methods.js";
import { createRaising, raisedBy } from "./raising.js";
import { typeOf } from "./types.js";
import { callKeyed, callSurrogate, type GivenArguments, generatorOf } from "./wrappers.js";

export interface NativeCalls {
  /** Calls a native function object and pushes its result. `names`: a tuple that names the last arguments, or NULL. */
  call<V>(m: CoreMachine<V>, callee: V, args: readonly V[], names: Word): void;
  /** Calls a builtin type and pushes the object that it makes. */
  construct<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): void;
  /** The object that a call of a builtin type makes, if that calls no Python code; else declines. */
  made<V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word): V;
  /** The arguments of a call of a builtin type as a call without names would give them; undefined: none would. Asks nothing. */
  positional<V>(type: Address, args: readonly V[], names: Word): readonly V[] | undefined;
  /** Whether the type of `self` has a native method of this name. */
  hasMethod<V>(m: CoreMachine<V>, self: V, name: string): boolean;
  /** The result of a native method, found by name on the type of `self`. */
  method<V>(m: CoreMachine<V>, self: V, name: string, args: readonly V[]): V;
}

/** Arguments as a native takes them, and those that are in its tuple of `*args`. */
interface Bound<V> {
  readonly words: readonly V[];
  readonly rest: readonly V[];
}

/** Thrown within this file: a native has raised, and has done nothing else. */
class Failed extends Error {
  constructor(readonly exception: unknown) {
    super("a native has raised");
  }
}

export function createNativeCalls(language: Language): NativeCalls {
  const { memory, natives, shapes, types, pythonKernel, name: intern } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const tools = createNativeTools(language);
  const iteration = createIterationSteps(language);
  const raising = createRaising(language);

  /** Calls the native with this index through a helper; the operands' shapes are pinned, so that calls of one kind share it. */
  function byHelper<V>(
    m: CoreMachine<V>,
    index: number,
    { words: args, rest }: Bound<V>,
    isPositional: boolean,
    mayRaise: boolean,
  ): V {
    const { definition, signature } = natives.records[index];
    const { name, effects, leaf, makes, checksSelf } = definition;
    const kernel = makes === undefined ? definition.kernel : { 2: pythonKernel.constructOf, ...definition.kernel };
    if (leaf === false) return m.decline(`a call of ${name}, which is not leaf`);
    const owner = natives.ownerOf(index);
    const self = owner === NULL ? NULL : selfType(m, args[0]);
    if (owner !== NULL && !types.isSubtype(self, owner)) return m.decline(`${name} of another object`);
    // A native that gets the object itself may get an instance of a class that refines its type, of which the kernel knows nothing.
    const isExact = self === owner || checksSelf === true;
    // Those among `*args` come behind the others.
    const iterators = [...args, ...rest].map((argument) => iteratorWords(m, argument));
    // Nothing that is declared covers the fields of iterators.
    const hasIterator = iterators.some((words) => words > 0);
    // Of natives with `*args` and `**kwargs` it gets these as `run` does.
    const isGathered = signature.varargs >= 0 || signature.varkeywords >= 0;
    const compiled = (isPositional || isGathered) && isExact ? kernel?.[args.length] : undefined;
    const key = `native.${index}.${name}.${args.length}${isExact ? "" : ".refined"}${hasIterator ? `.${iterators.join("-")}` : ""}`;
    const words = signature.parameters.length;
    const helper = helpers.defineNative(
      key,
      args.length,
      words,
      {
        ...(effects === undefined ? ANY_EFFECTS : hasIterator ? { reads: [ANYTHING], writes: [ANYTHING] } : effects),
        ...(compiled === undefined ? {} : { kernel: compiled }),
      },
      natives.runs[index],
      { words: iterators, varargs: signature.varargs },
    );
    const isRepeatable = effects !== undefined && (effects.writes ?? []).length === 0 && !hasIterator;
    if (!mayRaise || !isRepeatable) return m.leaf(helper, args);
    const result = m.attempt("call_leaf", args, helper);
    if (result !== undefined) return result;
    throw new Failed(failureOf(m, key, words, args, effects.reads ?? [], natives.runs[index]));
  }

  /** What a native raises that has no effects: it is called once more. */
  function failureOf<V>(
    m: CoreMachine<V>,
    key: string,
    words: number,
    args: readonly V[],
    reads: readonly AliasClass[],
    run: NativeDefinition["run"],
  ): V {
    const failure = helpers.defineNative(`${key}.failure`, args.length, words, { reads }, raisedBy(language, run), {
      words: [],
      varargs: -1,
    });
    const exception = m.leaf(failure, args);
    m.shapeOf(exception);
    return exception;
  }

  /** Calls the method that a native does no more than to call; false: it does something else. */
  function askMethod<V>(m: CoreMachine<V>, { asks }: NativeDefinition, argument: V): boolean {
    const method = asks === undefined ? NULL : methodOf(m, language, argument, asks.method);
    if (asks === undefined || method === NULL) return false;
    callUnder(m, language, method, [argument], asks.after);
    return true;
  }

  /** Pushes what a native returns, or raises what it raises. */
  function pushResult<V>(m: CoreMachine<V>, call: () => V): void {
    let result: V;
    try {
      result = call();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      return raising.raise(m, error.exception as V);
    }
    m.push(result);
  }

  const selfType = <V>(m: CoreMachine<V>, self: V): Address =>
    m.shapeOf(self) === SHAPE_TYPE ? types.typeOf(m.wordOf(self)) : typeOf(m, language, self);

  /** The arguments by parameter, for {@link callKeyed}; undefined: `*args` has not one alone, or `self` is of another type. */
  function byParameter<V>(
    m: CoreMachine<V>,
    index: number,
    given: readonly V[],
    names: Word,
  ): readonly (V | undefined)[] | undefined {
    const { varargs } = natives.records[index].signature;
    const arrangement = natives.arrange(index, given.length, names);
    if (arrangement === undefined || (varargs >= 0 && arrangement.restCount !== 1)) return undefined;
    const owner = natives.ownerOf(index);
    if (owner !== NULL && selfType(m, given[0]) !== owner) return undefined;
    return arrangement.sources.map((source, at) => given[at === varargs ? arrangement.rest : source]);
  }

  /** The first words that the native takes; those that follow are NULL. */
  function bind<V>(m: CoreMachine<V>, index: number, given: readonly V[], names: Word): Bound<V> {
    const {
      definition: { name },
      signature: { varargs, varkeywords },
    } = natives.records[index];
    const arrangement = natives.arrange(index, given.length, names);
    if (arrangement === undefined) return m.decline(`arguments of ${name}`);
    const { sources, rest, restCount, keywords } = arrangement;
    const words = sources.map((source) => (source < 0 ? m.word(NULL) : given[source]));
    if (varargs >= 0) words[varargs] = newTuple(m, language, given.slice(rest, rest + restCount));
    if (varkeywords >= 0) {
      const firstNamed = given.length - (names === NULL ? 0 : i32[(names + TAIL_SIZE) >>> 2]);
      const nameOf = (source: number): V => m.word(i32[(names + TUPLE_ITEMS + 4 * (source - firstNamed)) >>> 2]);
      words[varkeywords] = buildDict(
        m,
        language,
        keywords.flatMap((source) => [nameOf(source), given[source]]),
      );
    }
    const last = words.findLastIndex((_, i) => sources[i] >= 0 || i === varargs || i === varkeywords);
    return { words: words.slice(0, last + 1), rest: varargs < 0 ? [] : given.slice(rest, rest + restCount) };
  }

  /**
   * How many words an iterator of a builtin type has, 0 for anything else. What takes items out of an iterator and is then refused is done
   * again, so the iterator is put back first: its state is in its own words. Others run Python code, and refuse before they change.
   */
  function iteratorWords<V>(m: CoreMachine<V>, argument: V): number {
    const shape = m.shapeOf(argument);
    if (shape <= SHAPE_SMALL || shape === SHAPE_TYPE) return 0;
    const type = i32[shapes.record(shape) >>> 2];
    return types.record(type).next === undefined ? 0 : i32[(shapes.record(shape) + SHAPE_LAYOUT_FIELD) >>> 2] & 0xff;
  }

  /** Arguments as the native gets them: of an instance of a refined builtin type the value that it carries. */
  const received = <V>(m: CoreMachine<V>, index: number, args: readonly V[]): readonly V[] =>
    args.map((argument, position) => {
      if (!natives.takesValue(index, position) || m.isInt(argument)) return argument;
      const shape = m.shapeOf(argument);
      if (!carriesValue(language, shape)) return argument;
      const { valueType } = types.record(i32[shapes.record(shape) >>> 2]);
      return natives.takesValue(index, position, valueType) ? loadValue(m, argument) : argument;
    });

  function apply<V>(m: CoreMachine<V>, index: number, given: readonly V[], names: Word, mayRaise = false): V {
    if (names !== NULL) {
      const { words, rest } = bind(m, index, given, names);
      return byHelper(m, index, { words: received(m, index, words), rest }, false, mayRaise);
    }
    const args = received(m, index, given);
    return (
      natives.records[index].definition.expand?.(m, args, tools) ??
      byHelper(m, index, bind(m, index, args, names), true, mayRaise)
    );
  }

  /** The generator that does a coroutine's work; undefined: it is no coroutine. */
  function bodyOf<V>(m: CoreMachine<V>, object: V): V | undefined {
    return m.shapeOf(object) === language.generators.coroutines.coroutineShape
      ? m.op("load_word", [object], COROUTINE.body)
      : undefined;
  }

  /** Goes on in the frame of the generator that a native resumes, whose next item the native's caller gets; false: it resumes none. */
  function resume<V>(m: CoreMachine<V>, { resumes }: NativeDefinition, [self, sent]: readonly V[]): boolean {
    if (resumes === undefined || self === undefined || (sent === undefined) === (resumes.sends === true)) return false;
    const generator = resumes.isCoroutine ? bodyOf(m, self) : generatorOf(m, language, self);
    if (generator === undefined) return false;
    const state = iteration.stateOf(m, generator);
    if (state === GENERATOR_CLOSED) return false;
    iteration.resume(m, generator, state, 0, sent ?? m.word(NONE));
    return true;
  }

  function withoutNames<V>(index: number, given: readonly V[], names: Word): readonly V[] | undefined {
    if (names === NULL) return given;
    const { positional: most, varargs } = natives.records[index].signature;
    const arrangement = natives.arrange(index, given.length, names);
    if (arrangement === undefined || varargs >= 0) return undefined;
    const sources = arrangement.sources.slice(0, given.length);
    return given.length <= most && !sources.includes(-1) ? sources.map((source) => given[source]) : undefined;
  }

  const constructor = (type: Address): number => i32[(types.record(type).construct + NATIVE_INDEX) >>> 2];

  // The first parameter is the class, which no call names.
  const positional = <V>(type: Address, args: readonly V[], names: Word): readonly V[] | undefined =>
    withoutNames<V | undefined>(constructor(type), [undefined, ...args], names)?.slice(1) as readonly V[] | undefined;

  const made = <V>(m: CoreMachine<V>, type: Address, args: readonly V[], names: Word, mayRaise = false): V =>
    apply(m, constructor(type), [m.word(type), ...args], names, mayRaise);

  const given = <V>(m: CoreMachine<V>, args: readonly (V | undefined)[]): GivenArguments<V> => ({
    args,
    iteratorOf: (iterable) => iteration.iteratorOf(m, iterable),
  });

  return {
    call(m, callee, args, names) {
      const index = m.numberOf(m.op("load_i32", [callee], NATIVE.index));
      const self = m.op("load_word", [callee], NATIVE.self);
      const all = m.isNull(self) ? args : [self, ...args];
      const { definition } = natives.records[index];
      const keyed = names === NULL || definition.forKeys === undefined ? undefined : byParameter(m, index, all, names);
      if (keyed !== undefined && callKeyed(m, language, definition, given(m, keyed))) return;
      const plain = withoutNames(index, all, names);
      if (plain?.length === 1 && askMethod(m, definition, plain[0])) return;
      if (plain !== undefined && resume(m, definition, plain)) return;
      if (plain !== undefined && callForObject(m, language, definition, plain)) return;
      if (plain === undefined || !callSurrogate(m, language, definition, given(m, plain)))
        pushResult(m, () => apply(m, index, plain ?? all, plain === undefined ? names : NULL, true));
    },
    construct(m, type, args, names) {
      const { definition } = natives.record(types.record(type).construct);
      const plain = positional(type, args, names);
      if (plain?.length === 1 && askMethod(m, definition, plain[0])) return;
      if (plain === undefined || !callSurrogate(m, language, definition, given(m, plain)))
        pushResult(m, () => made(m, type, plain ?? args, plain === undefined ? names : NULL, true));
    },
    positional,
    made: (m, type, args, names) => made(m, type, args, names),
    hasMethod(m, self, name) {
      const found = types.lookup(typeOf(m, language, self), intern(name));
      return found !== NULL && isNativeShape(shapeIdOf(memory, found));
    },
    method(m, self, name, args) {
      const found = types.lookup(typeOf(m, language, self), intern(name));
      if (found === NULL || !isNativeShape(shapeIdOf(memory, found))) return m.decline(`${name} of such an object`);
      return apply(m, i32[(found + NATIVE_INDEX) >>> 2], [self, ...args], NULL);
    },
  };
}
