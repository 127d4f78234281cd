/// What is known of values at a point of a trace, as data: passes hand it on from an exit to the bridge that grows there.

import type { Kind } from "@hotpy/bytecode";

/**
 * What kind of word it is. `integer`: small or a boxed 64-bit integer; `object`: a reference, not NULL.
 *
 *     any > present > integer > small
 *                   > object
 */
export type Tag = "any" | "present" | "integer" | "small" | "object";

/** Integers between two, both included. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** What is known of a value, for good: a value of a trace is assigned once. */
export interface Fact {
  readonly kind: Kind;
  /** Words only. */
  readonly tag: Tag;
  /** The value itself; of a word only if it never moves. */
  readonly constant: number | bigint | undefined;
  /** Shape of an object that cannot get another: ids below FIRST_DYNAMIC_SHAPE. */
  readonly shape: number | undefined;
  /** Of `i32`, `i64`, and words known to be integers. */
  readonly range: Range | undefined;
  /** Words that it is not. */
  readonly not: readonly number[] | undefined;
}

/** What is known of a live value where an exit is taken. */
export interface KnownValue {
  readonly fact: Fact;
  /** The shape that an instance has there; what follows may change it. */
  readonly instance: number | undefined;
  /** It is what this helper returned for the live values at these positions, and nothing has written what that depends on. */
  readonly result: { readonly helper: string; readonly args: readonly number[] } | undefined;
}
