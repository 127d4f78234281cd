/// Calls of native functions: in core instructions where the native says how, else as leaf helpers.

import { type CoreMachine, SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, NULL } from "@hotpy/memory";
import { ANYTHING, NATIVE, NATIVE_INDEX, SHAPE_NATIVE, SHAPE_TYPE, shapeIdOf } from "@hotpy/object-model";
import { newTuple } from "./builders.js";
import { carriesValue, loadValue } from "./carried.js";
import { type HelperEffects, Helpers } from "./helpers.js";
import { createIterationSteps } from "./iteration.js";
import type { Language } from "./language.js";
import { createNativeTools } from "./native-tools.js";
import { typeOf } from "./types.js";
import { callSurrogate, type GivenArguments } from "./wrappers.js";

/** What a native may do that says nothing about it. */
const ANY_EFFECTS: HelperEffects = { reads: [ANYTHING], writes: [ANYTHING], raises: true };

export interface NativeCalls {
  /** Calls a native function object and pushes its result. */
  call<V>(m: CoreMachine<V>, callee: V, args: readonly V[]): void;
  /** Calls a builtin type and pushes the object that it makes. */
  construct<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): void;
  /** The object that a call of a builtin type makes, if that calls no Python code; else declines. */
  made<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V;
  /** The result of a native method, found by name on the type of `self`. */
  method<V>(m: CoreMachine<V>, self: V, name: string, args: readonly V[]): V;
}

export function createNativeCalls(language: Language): NativeCalls {
  const { memory, natives, shapes, types, name: intern } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const tools = createNativeTools(language);
  const iteration = createIterationSteps(language);

  /** Calls the native with this index through a helper; the operands' shapes are pinned, so that calls of one kind share it. */
  function byHelper<V>(m: CoreMachine<V>, index: number, given: readonly V[]): V {
    const { definition, signature } = natives.records[index];
    const { name, frames, effects, leaf, kernel } = definition;
    if (leaf === false || (frames && effects === undefined)) return m.decline(`a call of ${name}`);
    const args = bind(m, index, given);
    const owner = natives.ownerOf(index);
    if (owner !== NULL && !types.isSubtype(typeOf(m, language, args[0]), owner))
      return m.decline(`${name} of another object`);
    for (const argument of args)
      if (!isFit(m, argument, frames === true)) m.decline(`a call of ${name} with an iterator`);
    const compiled = kernel?.[args.length];
    return m.leaf(
      helpers.defineNative(
        `native.${index}.${name}.${args.length}`,
        args.length,
        signature.parameters.length,
        {
          ...(effects ?? ANY_EFFECTS),
          ...(compiled === undefined ? {} : typeof compiled === "string" ? { fast: compiled } : { kernel: compiled }),
        },
        natives.runs[index],
      ),
      args,
    );
  }

  /** The first words that the native takes; those that follow are NULL. */
  function bind<V>(m: CoreMachine<V>, index: number, given: readonly V[]): readonly V[] {
    const {
      definition: { name },
      signature: { positional, required, varargs, varkeywords, needsKeyword },
    } = natives.records[index];
    if (given.length < required || (given.length > positional && varargs < 0) || varkeywords >= 0 || needsKeyword)
      return m.decline(`arguments of ${name}`);
    if (varargs < 0) return given;
    const first = Array.from({ length: varargs }, (_, i) => given[i] ?? m.word(NULL));
    return [...first, newTuple(m, language, given.slice(varargs))];
  }

  /**
   * Whether a helper may get this argument. What takes items out of an iterator and is then refused cannot be done again. Iterators of
   * classes are refused at once; natives that push frames for objects of classes are.
   */
  function isFit<V>(m: CoreMachine<V>, argument: V, pushesFrames: boolean): boolean {
    const shape = m.shapeOf(argument);
    if (shape <= SHAPE_SMALL || shape === SHAPE_TYPE) return true;
    const type = i32[shapes.record(shape) >>> 2];
    return types.record(type).isClass ? !pushesFrames : types.lookup(type, intern("__next__")) === NULL;
  }

  /** Arguments as the native gets them: of an instance of a refined builtin type the value that it carries. */
  const received = <V>(m: CoreMachine<V>, index: number, args: readonly V[]): readonly V[] =>
    args.map((argument, position) =>
      natives.takesValue(index, position) && !m.isInt(argument) && carriesValue(language, m.shapeOf(argument))
        ? loadValue(m, argument)
        : argument,
    );

  const apply = <V>(m: CoreMachine<V>, index: number, given: readonly V[]): V => {
    const args = received(m, index, given);
    return natives.records[index].definition.expand?.(m, args, tools) ?? byHelper(m, index, args);
  };

  const made = <V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V =>
    apply(m, i32[(types.record(type).construct + NATIVE_INDEX) >>> 2], [m.word(type), ...args]);

  const given = <V>(m: CoreMachine<V>, args: readonly V[]): GivenArguments<V> => ({
    args,
    iteratorOf: (iterable) => iteration.iteratorOf(m, iterable),
  });

  return {
    call(m, callee, args) {
      const index = m.numberOf(m.op("load_i32", [callee], NATIVE.index));
      const self = m.op("load_word", [callee], NATIVE.self);
      const all = m.isNull(self) ? args : [self, ...args];
      if (!callSurrogate(m, language, natives.records[index].definition, given(m, all))) m.push(apply(m, index, all));
    },
    construct(m, type, args) {
      const { definition } = natives.record(types.record(type).construct);
      if (!callSurrogate(m, language, definition, given(m, args))) m.push(made(m, type, args));
    },
    made,
    method(m, self, name, args) {
      const found = types.lookup(typeOf(m, language, self), intern(name));
      if (found === NULL || shapeIdOf(memory, found) !== SHAPE_NATIVE) return m.decline(`${name} of such an object`);
      return apply(m, i32[(found + NATIVE_INDEX) >>> 2], [self, ...args]);
    },
  };
}
