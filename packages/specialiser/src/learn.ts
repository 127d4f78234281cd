/// What an instruction tells about its result, and what a guard that has passed tells about its arguments.

import type { CoreName, Kind, LeafHelper } from "@hotpy/bytecode";
import { SHAPE_BOOL, SHAPE_FLOAT } from "@hotpy/object-model";
import type { Fact, FixedObjects, ImmediateValue, Instruction, ObjectImmediate, Range, ValueId } from "@hotpy/trace";
import { constantFact, fact, integerFact, integerWordFact, isStableShape, nothingKnown, objectFact } from "./facts.js";
import { isCondition, resultRange } from "./integers.js";
import { INT32, INT64, intersect, refineLess, SMALL } from "./range.js";

const OBJECT = fact("word", "object");
const PRESENT = fact("word", "present");

/** The fact about the result of an instruction, from those about its first two arguments. */
export function resultFact(
  op: CoreName,
  kind: Kind,
  first: Fact | undefined,
  second: Fact | undefined,
  immediate: ImmediateValue,
  objects: FixedObjects,
  helper: LeafHelper | undefined,
): Fact {
  switch (op) {
    case "const_word":
    case "const_i32":
    case "const_i64":
    case "const_f64":
      return constantFact(kind, immediate as number | bigint, objects);
    case "const_object":
      return OBJECT;
    case "unbox_int":
      return integerFact("i64", first?.range ?? INT64);
    case "box_int":
      return integerWordFact(first?.range ?? INT64);
    case "small_from_i32":
      return fact("word", "small", intersect(first?.range ?? INT32, SMALL) ?? SMALL);
    case "box_float":
      return objectFact(SHAPE_FLOAT);
    case "box_bool":
      return objectFact(SHAPE_BOOL);
    case "new":
      return objectFact((immediate as ObjectImmediate).shape);
    case "call_code":
      return PRESENT;
    case "call_leaf":
      return kind === "word" && helper?.fails !== "never" ? PRESENT : nothingKnown(kind);
    default: {
      if (kind !== "i32" && kind !== "i64") return nothingKnown(kind);
      const range = resultRange(op, first?.range ?? INT64, second?.range ?? INT64);
      return range === undefined ? nothingKnown(kind) : integerFact(kind, range);
    }
  }
}

/** The part of the specialiser's state that learning needs. */
export interface Learner {
  readonly objects: FixedObjects;
  fact(id: ValueId): Fact;
  definition(id: ValueId): Instruction | undefined;
  /** Adds to what is known of a value. */
  refine(id: ValueId, fact: Fact): void;
  learnShape(object: ValueId, shape: number): void;
}

const SMALL_WORD = fact("word", "small", SMALL);
const INTEGER_WORD = fact("word", "integer", INT64);
const isNot = (word: number): Fact => fact("word", "any", undefined, undefined, undefined, [word]);

/** Takes note of a guard, or another instruction that would have exited, that has passed. */
export function learnFromGuard(learner: Learner, guard: Instruction): void {
  const { op, immediate } = guard;
  const [id, other] = guard.args as readonly ValueId[];
  switch (op) {
    case "guard_small":
      learner.refine(id, SMALL_WORD);
      break;
    case "guard_int":
      learner.refine(id, INTEGER_WORD);
      break;
    case "guard_shape":
      learner.refine(id, objectFact(immediate as number));
      if (!isStableShape(immediate as number)) learner.learnShape(id, immediate as number);
      break;
    case "guard_same":
      learner.refine(id, constantFact("word", immediate as number, learner.objects));
      break;
    case "guard_not_same":
      learner.refine(id, isNot(immediate as number));
      break;
    case "guard_true":
      learnCondition(learner, id, true);
      break;
    case "guard_false":
      learnCondition(learner, id, false);
      break;
    case "check_index": {
      const { high } = rangeOf(learner, other);
      withRange(learner, other, { low: 1n, high });
      withRange(learner, id, { low: 0n, high: high - 1n });
      break;
    }
    default:
      break;
  }
}

/** Takes note of a guard that has failed: what holds where its exit leads. */
export function learnFromFailure(learner: Learner, guard: Instruction): void {
  const { op, immediate } = guard;
  const [id] = guard.args as readonly ValueId[];
  switch (op) {
    case "guard_true":
      learnCondition(learner, id, false);
      break;
    case "guard_false":
      learnCondition(learner, id, true);
      break;
    case "guard_same":
      learner.refine(id, isNot(immediate as number));
      break;
    case "guard_not_same":
      learner.refine(id, constantFact("word", immediate as number, learner.objects));
      break;
    default:
      break;
  }
}

/** Takes note of the truth of a condition, and of what it says about the values it compares. */
function learnCondition(learner: Learner, condition: ValueId, holds: boolean): void {
  const source = learner.definition(condition);
  const isBoolean = source !== undefined && isCondition(source.op);
  if (!holds) learner.refine(condition, integerFact("i32", { low: 0n, high: 0n }));
  else if (isBoolean) learner.refine(condition, integerFact("i32", { low: 1n, high: 1n }));
  if (source === undefined) return;
  const [a, b] = source.args;
  switch (source.op) {
    case "i64_lt":
    case "i32_lt":
      holds ? learnLess(learner, a, b, false) : learnLess(learner, b, a, true);
      break;
    case "i64_le":
      holds ? learnLess(learner, a, b, true) : learnLess(learner, b, a, false);
      break;
    case "i64_gt":
      holds ? learnLess(learner, b, a, false) : learnLess(learner, a, b, true);
      break;
    case "i64_ge":
      holds ? learnLess(learner, b, a, true) : learnLess(learner, a, b, false);
      break;
    case "i64_eq":
    case "i32_eq":
      if (holds) learnEqual(learner, a, b);
      break;
    case "i64_ne":
      if (!holds) learnEqual(learner, a, b);
      break;
    case "i32_not":
      learnCondition(learner, a, !holds);
      break;
    case "word_eq":
      learnIdentity(learner, a, b, holds);
      break;
    default:
      break;
  }
}

const withRange = (learner: Learner, id: ValueId, range: Range): void => {
  const { kind } = learner.fact(id);
  if (kind === "i32" || kind === "i64") learner.refine(id, integerFact(kind, range));
  const source = learner.definition(id);
  if (source?.op === "i64_from_i32") withRange(learner, source.args[0], range);
};
const rangeOf = (learner: Learner, id: ValueId): Range => learner.fact(id).range ?? INT64;

function learnLess(learner: Learner, a: ValueId, b: ValueId, orEqual: boolean): void {
  const [left, right] = refineLess(rangeOf(learner, a), rangeOf(learner, b), orEqual);
  if (left !== undefined) withRange(learner, a, left);
  if (right !== undefined) withRange(learner, b, right);
}

function learnEqual(learner: Learner, a: ValueId, b: ValueId): void {
  const common = intersect(rangeOf(learner, a), rangeOf(learner, b));
  if (common === undefined) return;
  withRange(learner, a, common);
  withRange(learner, b, common);
}

function learnIdentity(learner: Learner, a: ValueId, b: ValueId, same: boolean): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { constant } = learner.fact(other);
    if (typeof constant !== "number") continue;
    learner.refine(one, same ? constantFact("word", constant, learner.objects) : isNot(constant));
  }
}
