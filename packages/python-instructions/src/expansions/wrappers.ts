/// map, filter, zip and enumerate: objects around a generator of a surrogate. A trace makes the generator as the call of
/// the surrogate would, so that neither it nor the object around it need exist while a loop takes their items.

import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, NULL } from "@hotpy/memory";
import { FUNCTION_CODE, SHAPE_FUNCTION } from "@hotpy/object-model";
import type { GeneratorWrapper, SurrogateArgument } from "@hotpy/python-objects";
import { instructionSet } from "../instruction-set.js";
import { newGenerator } from "./generators.js";
import type { Language } from "./language.js";

/** What the type makes that this shape belongs to, if it is such an object. */
export function wrapperOf({ types, natives }: Language, type: Address): GeneratorWrapper | undefined {
  const { construct } = types.record(type);
  return construct === NULL ? undefined : natives.record(construct).definition.wraps;
}

/** A new object of what {@link wrapperOf} found; `iteratorOf` is `iter()`. */
export function newWrapper<V>(
  m: CoreMachine<V>, language: Language, { shape, inner, over }: GeneratorWrapper, args: readonly V[], iteratorOf: (iterable: V) => V,
): V {
  const { memory, codes } = language;
  const plan = over(args.length);
  if (plan === undefined) return m.decline("arguments of an iterator's type");
  const code = memory.i32[(plan.surrogate + FUNCTION_CODE) >>> 2];
  const start = codes.startOf(code);
  const first = instructionSet.get("make_generator");
  if ((memory.i32[start >>> 2] & 0xff) !== first?.opcode) return m.decline("a surrogate that prepares its generator");

  const valueOf = (argument: SurrogateArgument): V => {
    if (argument.kind === "constant") return m.word(argument.word);
    const value = args[argument.index];
    if (argument.kind === "iterator") return iteratorOf(value);
    const fits = argument.kind === "integer" ? m.isInt(value) : m.shapeOf(value) === SHAPE_FUNCTION;
    return fits ? value : m.decline("an argument of an iterator's type");
  };
  const generator = newGenerator(m, language, { code, callee: m.word(plan.surrogate), slots: plan.given.map(valueOf), ip: start + 4 * (1 + first.caches) });
  return m.op("new", [generator], { shape, words: 4, fields: [inner / 4], raw: [] });
}
