/// Facts: what is known of a value. A value of a trace is assigned once, so a fact that a guard has established holds
/// from there on. What can change about an object (fields, the shape of an instance) is no fact but memory state.

import type { Kind } from "@hotpy/bytecode";
import { FALSE, isSmall, NONE, NULL, TRUE, untagSmall } from "@hotpy/memory";
import { FIRST_DYNAMIC_SHAPE, SHAPE_BOOL, SHAPE_INT64, SHAPE_NONE } from "@hotpy/object-model";
import type { Fact, FixedObjects, Range, Tag } from "@hotpy/trace";
import { hull, INT32, INT64, intersect, SMALL, sameRange, single, widen } from "./range.js";

/** A fact; all have the same properties, which keeps reading them fast. */
export const fact = (
  kind: Kind,
  tag: Tag,
  range?: Range,
  constant?: number | bigint,
  shape?: number,
  not?: readonly number[],
): Fact => ({ kind, tag, constant, shape, range, not });

const BY_KIND: Readonly<Record<Kind, Fact>> = {
  word: fact("word", "any"),
  i32: fact("i32", "any", INT32),
  i64: fact("i64", "any", INT64),
  f64: fact("f64", "any"),
};

/** What is known of any value of this kind. */
export const nothingKnown = (kind: Kind): Fact => BY_KIND[kind];

export const isStableShape = (shape: number): boolean => shape > 0 && shape < FIRST_DYNAMIC_SHAPE;

export function integerFact(kind: "i32" | "i64", values: Range): Fact {
  const within = intersect(values, kind === "i32" ? INT32 : INT64) ?? values;
  const constant = within.low !== within.high ? undefined : kind === "i32" ? Number(within.low) : within.low;
  return fact(kind, "any", within, constant);
}

/** The fact about an integer word with a value in this range. */
export function integerWordFact(values: Range): Fact {
  const tag = values.low >= SMALL.low && values.high <= SMALL.high ? "small" : "integer";
  return fact("word", tag, values);
}

export const objectFact = (shape: number): Fact =>
  fact("word", "object", undefined, undefined, isStableShape(shape) ? shape : undefined);

/** The fact about a constant; of objects that never move the shape is looked up, unless instances may change it. */
export function constantFact(kind: Kind, value: number | bigint, objects: FixedObjects): Fact {
  switch (kind) {
    case "f64":
      return fact(kind, "any", undefined, value);
    case "i64":
      return integerFact("i64", single(value as bigint));
    case "i32":
      return integerFact("i32", single(BigInt(value)));
    case "word":
      return wordFact(value as number, objects);
  }
}

function wordFact(word: number, objects: FixedObjects): Fact {
  if (isSmall(word)) return fact("word", "small", single(BigInt(untagSmall(word))), word);
  if (word === NULL) return fact("word", "any", undefined, word);
  const shape = word === NONE ? SHAPE_NONE : word === TRUE || word === FALSE ? SHAPE_BOOL : objects.shapeOf(word);
  return { ...objectFact(shape), constant: word };
}

export const isSmallFact = ({ tag }: Fact): boolean => tag === "small";
export const isIntegerFact = ({ tag, shape }: Fact): boolean =>
  tag === "small" || tag === "integer" || shape === SHAPE_INT64;
/** Certainly not an integer of 64 bits. */
export const isNoIntegerFact = (fact: Fact): boolean =>
  fact.constant === NULL || (fact.tag === "object" && fact.shape !== undefined && fact.shape !== SHAPE_INT64);
const isPresentFact = (fact: Fact): boolean => fact.tag !== "any" || fact.not?.includes(NULL) === true;

/** Whether the value is certainly not this word. */
export function isNotWord(fact: Fact, word: number, objects: FixedObjects): boolean {
  if (fact.kind !== "word") return false;
  if (fact.constant !== undefined) return fact.constant !== word;
  if (fact.not?.includes(word)) return true;
  if (word === NULL) return fact.tag !== "any";
  if (isSmall(word)) {
    const value = BigInt(untagSmall(word));
    return fact.tag === "object" || (fact.range !== undefined && (value < fact.range.low || value > fact.range.high));
  }
  const other = wordFact(word, objects);
  return (
    fact.tag === "small" ||
    (fact.shape !== undefined && other.shape !== undefined && fact.shape !== other.shape) ||
    (fact.tag === "integer" && other.shape !== undefined && other.shape !== SHAPE_INT64)
  );
}

function joinTags(a: Fact, b: Fact): Tag {
  if (a.tag === b.tag) return a.tag;
  if (isIntegerFact(a) && isIntegerFact(b)) return "integer";
  return isPresentFact(a) && isPresentFact(b) ? "present" : "any";
}

/** What holds of a value that is one of two. */
export function join(a: Fact, b: Fact, objects: FixedObjects): Fact {
  if (a === b) return a;
  const not = union(a.not, b.not)?.filter((word) => isNotWord(a, word, objects) && isNotWord(b, word, objects));
  return fact(
    a.kind,
    joinTags(a, b),
    a.range !== undefined && b.range !== undefined ? hull(a.range, b.range) : undefined,
    Object.is(a.constant, b.constant) ? a.constant : undefined,
    a.shape === b.shape ? a.shape : undefined,
    not?.length === 0 ? undefined : not,
  );
}

function union(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const missing = b.filter((word) => !a.includes(word));
  return missing.length === 0 ? a : [...a, ...missing];
}

/** What holds of a field that has one of two values; `undefined` if that is nothing. */
export function joinFields(a: Fact, b: Fact, objects: FixedObjects): Fact | undefined {
  if (a.kind !== b.kind || a.kind === "f64") return undefined;
  const both = join(a, b, objects);
  return sameFact(both, nothingKnown(a.kind)) ? undefined : both;
}

/** `next`, which is weaker than `previous`, weakened on so that repeated joins end. */
export function widenFact(previous: Fact, next: Fact): Fact {
  if (previous.range === undefined || next.range === undefined) return next;
  const wide = widen(previous.range, next.range);
  const limit = next.kind === "i32" ? INT32 : INT64;
  return fact(next.kind, next.tag, intersect(wide, limit) ?? limit, next.constant, next.shape, next.not);
}

/** What holds when both do; `undefined` if that cannot be. The first itself if the second adds nothing. */
export function meet(a: Fact, b: Fact): Fact | undefined {
  const values = a.range === undefined ? b.range : b.range === undefined ? a.range : intersect(a.range, b.range);
  if (values === undefined && a.range !== undefined) return undefined;
  const not = union(a.not, b.not);
  const constant = a.constant ?? b.constant;
  const boxed = (a.tag === "object" && b.tag === "integer") || (a.tag === "integer" && b.tag === "object");
  const shape = a.shape ?? b.shape ?? (boxed ? SHAPE_INT64 : undefined);
  const tag = meetTags(a.tag, b.tag);
  if (tag === a.tag && values === a.range && constant === a.constant && shape === a.shape && not === a.not) return a;
  return fact(a.kind, tag, values, constant, shape, not);
}

const STRENGTH: Readonly<Record<Tag, number>> = { any: 0, present: 1, integer: 2, object: 2, small: 3 };
/** Of two tags that both hold the one that says more; a boxed integer is both `integer` and `object`. */
const meetTags = (a: Tag, b: Tag): Tag =>
  a === "object" || b === "object" ? "object" : STRENGTH[a] >= STRENGTH[b] ? a : b;

export function sameFact(a: Fact, b: Fact): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.tag === b.tag &&
      a.shape === b.shape &&
      Object.is(a.constant, b.constant) &&
      (a.range === undefined ? b.range === undefined : b.range !== undefined && sameRange(a.range, b.range)) &&
      (a.not === b.not || (a.not ?? []).join() === (b.not ?? []).join()))
  );
}
