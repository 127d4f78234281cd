/// What a bridge inherits: facts known of the live values at the exit it grows from, as text.
///
///     small | integer | object | present    shape=5    instance=70    range=-3..12    constant=1040

import type { ValueId } from "@hotpy/trace";
import { constantFact, type Fact, integerFact, type Tag } from "./facts.js";
import { INT32, INT64, sameRange } from "./range.js";
import type { Walk } from "./walk.js";

/** A fact as text; `undefined` if there is nothing to say. `instance` is the shape that the object has at this point. */
export function formatFact({ kind, tag, shape, range, constant }: Fact, instance?: number): string | undefined {
  const parts: string[] = [];
  if (tag !== "any") parts.push(tag);
  if (shape !== undefined) parts.push(`shape=${shape}`);
  if (instance !== undefined) parts.push(`instance=${instance}`);
  if (range !== undefined && !sameRange(range, kind === "i32" ? INT32 : INT64)) parts.push(`range=${range.low}..${range.high}`);
  if (kind === "word" && typeof constant === "number") parts.push(`constant=${constant}`);
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** Takes over a fact that {@link formatFact} has written. @throws SyntaxError if it is none. */
export function applyInherited(walk: Walk, id: ValueId, text: string): void {
  const { kind } = walk.fact(id);
  for (const part of text.split(" ")) {
    const [name, content] = part.split("=");
    switch (name) {
      case "small": case "integer": case "object": case "present": walk.refine(id, { kind, tag: name as Tag }); break;
      case "shape": walk.refine(id, { kind, tag: "object", shape: Number(content) }); break;
      case "instance": walk.learnShape(id, Number(content)); break;
      case "constant": walk.refine(id, constantFact(kind, Number(content), walk.linear)); break;
      case "range": {
        const [low, high] = content.split("..").map(BigInt);
        walk.refine(id, kind === "word" ? { kind, tag: "any", range: { low, high } } : integerFact(kind as "i32" | "i64", { low, high }));
        break;
      }
      default: throw new SyntaxError(`not a fact: ${part}`);
    }
  }
}
