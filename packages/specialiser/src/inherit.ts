/// What a bridge inherits: facts known of the live values at the exit it grows from, as text.
///
///     small | integer | object | present    shape=5    instance=70    range=-3..12    constant=1040
///     result=dict.find:1,2    what the helper answers for the live values 1 and 2

import type { ValueId } from "@hotpy/trace";
import { constantFact, type Fact, integerFact, isPresentFact, type Tag } from "./facts.js";
import { INT32, INT64, sameRange } from "./range.js";
import type { Walk } from "./walk.js";

/** What is known of a value at one point, beside facts. */
export interface KnownNow {
  /** The shape that an instance has at this point. */
  readonly instance?: number | undefined;
  /** The helper whose result it is, with the positions of the arguments. */
  readonly result?: string;
}

/** A fact as text; `undefined` if there is nothing to say. */
export function formatFact(fact: Fact, { instance, result }: KnownNow = {}): string | undefined {
  const { kind, tag, shape, range, constant } = fact;
  const parts: string[] = [];
  if (tag !== "any") parts.push(tag);
  else if (isPresentFact(fact)) parts.push("present");
  if (shape !== undefined) parts.push(`shape=${shape}`);
  if (instance !== undefined) parts.push(`instance=${instance}`);
  if (range !== undefined && !sameRange(range, kind === "i32" ? INT32 : INT64))
    parts.push(`range=${range.low}..${range.high}`);
  if (kind === "word" && typeof constant === "number") parts.push(`constant=${constant}`);
  if (result !== undefined) parts.push(`result=${result}`);
  return parts.length === 0 ? undefined : parts.join(" ");
}

/**
 * Takes over a fact that {@link formatFact} has written; `inputs` are the bridge's by position in the live values.
 * @throws SyntaxError if it is none.
 */
export function applyInherited(walk: Walk, id: ValueId, text: string, inputs: readonly ValueId[]): void {
  const { kind } = walk.fact(id);
  for (const part of text.split(" ")) {
    const [name, content] = part.split("=");
    switch (name) {
      case "small":
      case "integer":
      case "object":
      case "present":
        walk.refine(id, { kind, tag: name as Tag });
        break;
      case "shape":
        walk.refine(id, { kind, tag: "object", shape: Number(content) });
        break;
      case "instance":
        walk.learnShape(id, Number(content));
        break;
      case "constant":
        walk.refine(id, constantFact(kind, Number(content), walk.linear));
        break;
      case "result": {
        const [helper, positions] = content.split(":");
        const args = positions.split(",").map((position) => inputs[Number(position)]);
        if (!args.includes(undefined as never)) walk.learnResult(helper, args, id);
        break;
      }
      case "range": {
        const [low, high] = content.split("..").map(BigInt);
        walk.refine(
          id,
          kind === "word"
            ? { kind, tag: "any", range: { low, high } }
            : integerFact(kind as "i32" | "i64", { low, high }),
        );
        break;
      }
      default:
        throw new SyntaxError(`not a fact: ${part}`);
    }
  }
}
