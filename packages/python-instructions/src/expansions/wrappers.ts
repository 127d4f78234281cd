/// Surrogates in place of natives. map, filter, zip and enumerate: objects around a generator of a surrogate. A trace makes the generator as the call of
/// the surrogate would, so that neither it nor the object around it need exist while a loop takes their items.

import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, FALSE, NULL, TRUE } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  isNativeShape,
  SHAPE_FUNCTION,
  SHAPE_GENERATOR,
  SHAPE_METHOD,
  SHAPE_TYPE,
} from "@hotpy/object-model";
import {
  type GeneratorWrapper,
  type NativeDefinition,
  SHAPE_RANGE,
  type SurrogateArgument,
  type SurrogateCall,
} from "@hotpy/python-objects";
import { instructionSet } from "../instruction-set.js";
import { newGenerator } from "./generators.js";
import type { Language } from "./language.js";
import { instanceTypeOf } from "./types.js";

const CALLABLES = new Set([SHAPE_FUNCTION, SHAPE_METHOD, SHAPE_TYPE]);
const isCallable = (shape: number): boolean => CALLABLES.has(shape) || isNativeShape(shape);

/** What the type makes that this shape belongs to, if it is such an object. */
export function wrapperOf({ types, natives }: Language, type: Address): GeneratorWrapper | undefined {
  // Classes that refine such a type make something else: what carries one of its objects.
  const { construct, isClass } = types.record(type);
  return isClass || construct === NULL ? undefined : natives.record(construct).definition.wraps;
}

/** Arguments of a call, undefined where one is not given, and how to take `iter()` of one. */
export interface GivenArguments<V> {
  readonly args: readonly (V | undefined)[];
  iteratorOf(iterable: V): V;
}

/** What a surrogate is given in place of a native. */
function surrogateArguments<V>(
  m: CoreMachine<V>,
  plan: readonly SurrogateArgument[],
  { args, iteratorOf }: GivenArguments<V>,
): V[] {
  const valueOf = (argument: SurrogateArgument): V => {
    if (argument.kind === "constant") return m.word(argument.word);
    const value = args[argument.index];
    if (argument.kind === "flag") {
      if (value === undefined || m.isSame(value, FALSE)) return m.word(FALSE);
      return m.isSame(value, TRUE) ? value : m.decline("an argument of a surrogate");
    }
    if (value === undefined) return m.decline("an argument of a surrogate");
    if (argument.kind === "anything") return value;
    if (argument.kind === "iterator") return iteratorOf(value);
    const fits = argument.kind === "integer" ? m.isInt(value) : isCallable(m.shapeOf(value));
    return fits ? value : m.decline("an argument of a surrogate");
  };
  // Iterators over ranges come last: their fields are stored, which is an effect, and others may decline.
  const isOverRange = (argument: SurrogateArgument): boolean =>
    argument.kind === "iterator" && m.shapeOf(args[argument.index] as V) === SHAPE_RANGE;
  const areLate = plan.map(isOverRange);
  const values = plan.map((argument, index) => (areLate[index] ? undefined : valueOf(argument)));
  return plan.map((argument, index) => values[index] ?? valueOf(argument));
}

/** A generator, or the one that an object is around; undefined: it is neither. */
export function generatorOf<V>(m: CoreMachine<V>, language: Language, object: V): V | undefined {
  const shape = m.shapeOf(object);
  if (shape === SHAPE_GENERATOR) return object;
  if (shape < FIRST_DYNAMIC_SHAPE) return undefined;
  const wrapper = wrapperOf(language, instanceTypeOf(m, language, shape));
  if (wrapper?.shape !== shape) return undefined;
  const inner = m.op("load_word", [object], wrapper.inner);
  return m.shapeOf(inner) === SHAPE_GENERATOR ? inner : undefined;
}

/** Calls the surrogate of a native if the iterable that it is given is a generator, or an object around one; false: it is not. */
export function callSurrogate<V>(
  m: CoreMachine<V>,
  language: Language,
  { forGenerators }: NativeDefinition,
  given: GivenArguments<V>,
): boolean {
  // Surrogates are compiled when they are asked for.
  const isGenerator = (value: V | undefined): boolean => {
    if (value === undefined) return false;
    const shape = m.shapeOf(value);
    if (shape === SHAPE_GENERATOR) return true;
    return shape >= FIRST_DYNAMIC_SHAPE && wrapperOf(language, instanceTypeOf(m, language, shape))?.shape === shape;
  };
  if (forGenerators === undefined || !given.args.some(isGenerator)) return false;
  const plan = forGenerators(given.args.length);
  const iterable = plan?.given.find(({ kind }) => kind === "iterator");
  if (plan === undefined || iterable === undefined || iterable.kind === "constant") return false;
  // Too few arguments: defaults, or an error.
  if (plan.given.some((each) => each.kind !== "constant" && each.index >= given.args.length)) return false;
  if (!isGenerator(given.args[iterable.index])) return false;
  callPlanned(m, language, plan, given);
  return true;
}

function callPlanned<V>(
  m: CoreMachine<V>,
  { codes }: Language,
  plan: NonNullable<ReturnType<SurrogateCall>>,
  given: GivenArguments<V>,
): void {
  const args = surrogateArguments(m, plan.given, given);
  m.call(codes.ofFunction(plan.surrogate), m.word(plan.surrogate), args);
}

/** Calls the surrogate of a native that is given a function as its key; false: it is not. `args` are those of the parameters. */
export function callKeyed<V>(
  m: CoreMachine<V>,
  language: Language,
  { forKeys }: NativeDefinition,
  given: GivenArguments<V>,
): boolean {
  const key = forKeys === undefined ? undefined : given.args[forKeys.key];
  // Objects with `__call__` may be known to the native, which then calls nothing.
  if (forKeys === undefined || key === undefined || !isCallable(m.shapeOf(key))) return false;
  const plan = forKeys.call((index) => given.args[index] !== undefined);
  if (plan !== undefined) callPlanned(m, language, plan, given);
  return plan !== undefined;
}

/** A new object of what {@link wrapperOf} found. */
export function newWrapper<V>(
  m: CoreMachine<V>,
  language: Language,
  { shape, inner, over }: GeneratorWrapper,
  given: GivenArguments<V>,
): V {
  const { memory, codes } = language;
  const plan = over(given.args.length);
  if (plan === undefined) return m.decline("arguments of an iterator's type");
  const code = codes.ofFunction(plan.surrogate);
  const start = codes.startOf(code);
  const first = instructionSet.get("make_generator");
  if ((memory.i32[start >>> 2] & 0xff) !== first?.opcode) return m.decline("a surrogate that prepares its generator");

  const slots = surrogateArguments(m, plan.given, given);
  const generator = newGenerator(m, language, {
    code,
    callee: m.word(plan.surrogate),
    slots,
    ip: start + 4 * (1 + first.caches),
  });
  return m.op("new", [generator], { shape, words: 4, fields: [inner.offset / 4], raw: [] });
}
