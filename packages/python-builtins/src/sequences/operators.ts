import { type Address, copyWords, fillWords, NULL, type Word } from "@hotpy/memory";
import { SHAPE_NATIVE, shapeIdOf } from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Repetitions that an int word asks for, at least 0; undefined: raised. */
export function repeatCount(realm: Realm, word: Word): number | undefined {
  if (
    (word & 1) === 0 &&
    !realm.integers.isInteger(word) &&
    realm.lookupOnType(realm.typeOf(word), realm.intern("__index__")) === NULL
  ) {
    realm.raise("TypeError", `can't multiply sequence by non-int of type '${realm.typeName(word)}'`);
    return undefined;
  }
  const index = realm.index(word);
  if (index === NULL) return undefined;
  const count = realm.integers.toNumber(index);
  if (Math.abs(count) >= 2 ** 63) {
    realm.raise("OverflowError", "cannot fit 'int' into an index-sized integer");
    return undefined;
  }
  return Math.max(0, count);
}

/** Whether the right operand may know what to do: its type has the reflected method, written in Python. */
export function hasReflected(realm: Realm, word: Word, name: string): boolean {
  const method = realm.lookupOnType(realm.typeOf(word), realm.intern(name));
  return method !== NULL && shapeIdOf(realm.memory, method) !== SHAPE_NATIVE;
}

/** `+` and `*` of lists or of tuples. */
export function defineConcatenation(library: Library, type: Address, name: "list" | "tuple"): void {
  const { realm, lists } = library;
  const { i32 } = realm.memory;
  const object = realm.type("object");
  const fresh = name === "list" ? lists.freshList : lists.freshTuple;

  /** Items of `source` written `times` over into `result`. */
  function write(result: Word, source: Word, times: number): Word {
    const count = lists.length(source);
    const to = lists.items(result) >>> 2;
    const from = lists.items(source) >>> 2;
    if (count === 1) fillWords(i32, i32[from], to, times);
    else for (let i = 0; i < times; i++) copyWords(i32, to + i * count, from, count);
    return result;
  }

  realm.defineOperator("add", type, type, (a, b) => {
    const left = lists.length(a);
    const right = lists.length(b);
    if (name === "tuple" && (left === 0 || right === 0)) return left === 0 ? b : a;
    const result = fresh(left + right);
    const to = lists.items(result) >>> 2;
    copyWords(i32, to, lists.items(a) >>> 2, left);
    copyWords(i32, to + left, lists.items(b) >>> 2, right);
    return result;
  });
  realm.defineOperator("add", type, object, (_, b) =>
    hasReflected(realm, b, "__radd__")
      ? realm.notImplementedWord
      : realm.raise("TypeError", `can only concatenate ${name} (not "${realm.typeName(b)}") to ${name}`),
  );

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
    if (count === undefined) return NULL;
    const length = lists.length(operand);
    if (name === "tuple" && count === 1) return operand;
    if (!realm.heap.canAllocate(length * count * 4)) return realm.raise("MemoryError", "");
    return write(fresh(length * count), operand, length === 0 ? 0 : count);
  }
  defineRepetition(realm, type, repeat);
}

/** `sequence * int` and `int * sequence`, with the error for anything else. */
export function defineRepetition(realm: Realm, type: Address, repeat: (sequence: Word, count: Word) => Word): void {
  const reflected = (count: Word, sequence: Word): Word => repeat(sequence, count);
  for (const integer of [realm.type("int"), realm.type("bool")]) {
    realm.defineOperator("mul", type, integer, repeat, type);
    realm.defineOperator("mul", integer, type, reflected, type);
  }
  realm.defineOperator("mul", type, realm.type("object"), (sequence, other) =>
    hasReflected(realm, other, "__rmul__") ? realm.notImplementedWord : repeat(sequence, other),
  );
  realm.defineOperator("mul", realm.type("object"), type, reflected);
}
