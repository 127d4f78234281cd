import type { Address, NULL, Word } from "@hotpy/memory";

/**
 * The one way in which a part calls a part of a later stage: where Python's operations go in circles (a dict asks `__eq__`, calling that
 * needs dicts). All of these are functions that are given together, by {@link connect}, when the last stage has been made; whoever calls
 * one before that gets an error that says so.
 */
export interface Forward {
  /** Of the exceptions, for what runs out of memory below them. */
  raiseMemoryError(): void;
  /** Of the conversions, for dicts: see DictHooks of `@hotpy/dict`. */
  hashOfKey(key: Word): number;
  equalKeys(stored: Word, key: Word): 1 | 0 | -1;
  /** Of the descriptors, for types: whether a class attribute goes before the attributes of instances. */
  isDataDescriptor(word: Word): boolean;
  /** Of the attributes, for calls. */
  bindNew(found: Word, type: Address): Word;
  bindSpecial(found: Word, self: Word): Word;
  bindsAtOnce(found: Word): boolean;
  /** Of the conversions, for comparisons. */
  truth(word: Word): Word;
  /** Of unwinding and failures, for who runs the loop. */
  unwind(): number;
  raiseFailure(error: unknown): typeof NULL;
}

/** Functions that are not there yet. */
export function createForward(): Forward {
  const missing = (name: string) => (): never => {
    throw new Error(`${name} is called before the stage that gives it`);
  };
  return {
    raiseMemoryError: missing("raiseMemoryError"),
    hashOfKey: missing("hashOfKey"),
    equalKeys: missing("equalKeys"),
    isDataDescriptor: missing("isDataDescriptor"),
    bindNew: missing("bindNew"),
    bindSpecial: missing("bindSpecial"),
    bindsAtOnce: missing("bindsAtOnce"),
    truth: missing("truth"),
    unwind: missing("unwind"),
    raiseFailure: missing("raiseFailure"),
  };
}

/** Gives all of them. */
export function connect(forward: Forward, given: Forward): void {
  Object.assign(forward, given);
}
