/// What a bridge inherits: what is known of the live values at the exit it grows from.

import type { KnownValue, ValueId } from "@hotpy/trace";
import type { Walk } from "./walk.js";

/** What is known of live values, as the bridge's own passes take it over. */
export function knownValues(walk: Walk, live: readonly ValueId[]): readonly KnownValue[] {
  const resolved = live.map((id) => walk.resolve(id));
  return resolved.map((value): KnownValue => {
    const call = walk.state.results.find((known) => known.value === value);
    const args = call?.args.map((argument) => resolved.indexOf(argument));
    return {
      fact: walk.fact(value),
      instance: walk.state.shapes.get(value),
      result: call === undefined || args === undefined || args.includes(-1) ? undefined : { helper: call.helper, args },
    };
  });
}

/** Takes over what is known of an input; `inputs` are the bridge's by position in the live values of the exit. */
export function applyInherited(
  walk: Walk,
  id: ValueId,
  { fact, instance, result }: KnownValue,
  inputs: readonly (ValueId | undefined)[],
): void {
  if (fact.kind === walk.fact(id).kind) walk.refine(id, fact);
  if (instance !== undefined) walk.learnShape(id, instance);
  if (result === undefined) return;
  const args = result.args.map((position) => inputs[position]);
  if (!args.includes(undefined)) walk.learnResult(result.helper, args as ValueId[], id);
}
