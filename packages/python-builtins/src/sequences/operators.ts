import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Arithmetic, Defining, Machine, Making, Raising, Typing } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { fitsSize } from "../numbers/convert.js";

/** Repetitions that an int word asks for, at least 0; undefined: raised. */
export function repeatCount(realm: Arithmetic & Machine & Making & Raising & Typing, word: Word): number | undefined {
  if (
    (word & 1) === 0 &&
    !realm.integers.isInteger(word) &&
    realm.lookupOnType(realm.typeOf(word), realm.intern("__index__")) === NULL
  ) {
    realm.raise("TypeError", `can't multiply sequence by non-int of type '${realm.typeName(word)}'`);
    return undefined;
  }
  const type = realm.typeOf(word);
  const index = realm.index(word);
  if (index === NULL) return undefined;
  if (!fitsSize(realm, index)) {
    realm.raise("OverflowError", `cannot fit '${realm.nameOfType(type)}' into an index-sized integer`);
    return undefined;
  }
  return Math.max(0, realm.integers.toNumber(index));
}

/** `+` and `*` of lists or of tuples. */
export function defineConcatenation(library: Library, type: Address, name: "list" | "tuple"): void {
  const { realm, lists } = library;
  const object = realm.type("object");
  const [concat, times] =
    name === "list" ? [lists.concatLists, lists.repeatList] : [lists.concatTuples, lists.repeatTuple];

  realm.defineOperator("add", type, object, (_, b) =>
    realm.raise("TypeError", `can only concatenate ${name} (not "${realm.typeName(b)}") to ${name}`),
  );
  realm.defineOperator("add", type, type, concat);

  function repeat(sequence: Word, countWord: Word): Word {
    let operand = sequence;
    let count: number | undefined = Math.max(0, countWord >> 1);
    if ((countWord & 1) === 0) {
      const mark = realm.handles.mark();
      const kept = realm.handles.push(sequence);
      count = repeatCount(realm, countWord);
      operand = realm.handles.get(kept);
      realm.handles.release(mark);
    }
    return count === undefined ? NULL : times(operand, count);
  }
  defineRepetition(realm, type, repeat);
}

/** `sequence * int` and `int * sequence`, with the error for anything else. */
export function defineRepetition(
  realm: Defining & Typing,
  type: Address,
  repeat: (sequence: Word, count: Word) => Word,
): void {
  const reflected = (count: Word, sequence: Word): Word => repeat(sequence, count);
  for (const integer of [realm.type("int"), realm.type("bool")]) {
    realm.defineOperator("mul", type, integer, repeat, type);
    realm.defineOperator("mul", integer, type, reflected, type);
  }
  realm.defineOperator("mul", type, realm.type("object"), repeat);
  realm.defineOperator("mul", realm.type("object"), type, reflected);
}
