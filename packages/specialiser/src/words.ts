/// Rules of words: boxes and what is in them, identity, guards. `unbox(box x)` is x, and `box(unbox w)` is w, because an
/// integer has one form only and the content of a float never changes.

import type { CoreName, Kind } from "@hotpy/bytecode";
import { FALSE, isSmall, TRUE } from "@hotpy/memory";
import { SHAPE_INT64 } from "@hotpy/object-model";
import type { ValueId } from "@hotpy/trace";
import { isIntegerFact, isNoIntegerFact, isNotWord, isSmallFact } from "./facts.js";
import { contains, SMALL } from "./range.js";
import { as, decided, FAILS, GONE, type Outcome, type Rule, type View, value } from "./rule.js";

/** Where a guard has failed before, though nothing shows it, a word may be unboxed as what it is not. */
const unbox =
  (kind: Kind): Rule =>
  (view, [word]) => {
    const content = view.contentOf(word);
    if (content !== undefined) return view.fact(content).kind === kind ? value(content) : undefined;
    const source = view.definition(word);
    return source?.op === "small_from_i32" && kind === "i64" ? as("i64_from_i32", [source.args[0]]) : undefined;
  };

const box: Rule = (view, [content]) => {
  const word = view.boxOf(content);
  return word === undefined ? undefined : value(word);
};

const boxInt: Rule = (view, args, immediate) => {
  const fact = view.fact(args[0]);
  if (fact.constant !== undefined && fact.range !== undefined && contains(SMALL, fact.range)) {
    return value(view.constant("const_word", (Number(fact.constant) << 1) | 1));
  }
  const boxed = box(view, args, immediate);
  if (boxed !== undefined) return boxed;
  const source = view.definition(args[0]);
  return source?.op === "i64_from_i32" && fact.range !== undefined && contains(SMALL, fact.range)
    ? as("small_from_i32", source.args)
    : undefined;
};

/** A bool that is compared with TRUE or FALSE is its condition. */
function compareBool(view: View, word: ValueId, other: ValueId): Outcome {
  const source = view.definition(word);
  if (source?.op !== "box_bool") return undefined;
  const { constant } = view.fact(other);
  if (constant === TRUE) return value(source.args[0]);
  return constant === FALSE ? as("i32_not", source.args) : undefined;
}

const sameWord: Rule = (view, [a, b]) => {
  const [factA, factB] = [view.fact(a), view.fact(b)];
  const truth = (holds: boolean): Outcome => value(view.constant("const_i32", holds ? 1 : 0));
  if (a === b) return truth(true);
  if (factA.constant !== undefined && factB.constant !== undefined) return truth(factA.constant === factB.constant);
  if (typeof factB.constant === "number" && isNotWord(factA, factB.constant, view.objects)) return truth(false);
  if (typeof factA.constant === "number" && isNotWord(factB, factA.constant, view.objects)) return truth(false);
  if (factA.tag === "object" && factB.tag === "object" && !view.state.mayBeSame(a, b)) return truth(false);
  return compareBool(view, a, b) ?? compareBool(view, b, a);
};

const guardSmall: Rule = (view, [word]) => {
  const fact = view.fact(word);
  if (isSmallFact(fact)) return GONE;
  return fact.tag === "object" || fact.constant !== undefined ? FAILS : undefined;
};

const guardInt: Rule = (view, [word]) => {
  const fact = view.fact(word);
  return isIntegerFact(fact) ? GONE : isNoIntegerFact(fact) ? FAILS : undefined;
};

const guardShape: Rule = (view, [word], immediate) => {
  const fact = view.fact(word);
  const known = fact.shape ?? view.state.shapes.get(word);
  if (known !== undefined) return decided(known === immediate);
  if (isSmallFact(fact) || (isIntegerFact(fact) && immediate !== SHAPE_INT64)) return FAILS;
  return fact.constant !== undefined && fact.tag !== "object" ? FAILS : undefined;
};

/** A bool that is guarded to be TRUE or FALSE: its condition is guarded. */
function guardBool(view: View, word: ValueId, wanted: unknown, holds: boolean): Outcome {
  const source = view.definition(word);
  if (source?.op !== "box_bool" || (wanted !== TRUE && wanted !== FALSE)) return undefined;
  return as((wanted === TRUE) === holds ? "guard_true" : "guard_false", source.args);
}

const guardSame: Rule = (view, [word], wanted) => {
  const fact = view.fact(word);
  if (fact.constant !== undefined) return decided(fact.constant === wanted);
  return isNotWord(fact, wanted as number, view.objects) ? FAILS : guardBool(view, word, wanted, true);
};

const guardNotSame: Rule = (view, [word], unwanted) => {
  const fact = view.fact(word);
  if (fact.constant !== undefined) return decided(fact.constant !== unwanted);
  return isNotWord(fact, unwanted as number, view.objects) ? GONE : guardBool(view, word, unwanted, false);
};

const guardCondition =
  (wanted: boolean): Rule =>
  (view, [condition]) => {
    const { constant, range } = view.fact(condition);
    if (constant !== undefined) return decided((constant !== 0) === wanted);
    if (range !== undefined && (range.low > 0n || range.high < 0n)) return decided(wanted);
    const source = view.definition(condition);
    return source?.op === "i32_not" ? as(wanted ? "guard_false" : "guard_true", source.args) : undefined;
  };

const boxBool: Rule = (view, [condition]) => {
  const { constant } = view.fact(condition);
  if (constant !== undefined) return value(view.constant("const_word", constant !== 0 ? TRUE : FALSE));
  return box(view, [condition], undefined);
};

export const WORD_RULES: Partial<Record<CoreName, Rule>> = {
  unbox_int: (view, args, immediate) => {
    const { constant } = view.fact(args[0]);
    return typeof constant === "number" && isSmall(constant)
      ? value(view.constant("const_i64", BigInt(constant >> 1)))
      : unbox("i64")(view, args, immediate);
  },
  unbox_float: unbox("f64"),
  box_int: boxInt,
  box_float: box,
  box_bool: boxBool,
  small_from_i32: (view, [a]) => {
    const { constant } = view.fact(a);
    return typeof constant === "number" ? value(view.constant("const_word", (constant << 1) | 1)) : undefined;
  },
  word_eq: sameWord,
  guard_small: guardSmall,
  guard_int: guardInt,
  guard_shape: guardShape,
  guard_same: guardSame,
  guard_not_same: guardNotSame,
  guard_true: guardCondition(true),
  guard_false: guardCondition(false),
};
