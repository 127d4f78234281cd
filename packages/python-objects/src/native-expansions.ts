/// How natives say in core instructions what they do: for the recorder, and for `-X step=6`.

import type { CoreMachine } from "@hotpy/interpreter";

/**
 * A native in core instructions: its result, or undefined if these operands are not for it. `args` are the arguments that a call
 * gives by position; the first of a type's `construct` is the type. The rules for expansions hold (see CoreMachine): all
 * questions come before the first effect.
 */
export type NativeExpansion = <V>(m: CoreMachine<V>, args: readonly V[], tools: NativeTools) => V | undefined;

/** Larger steps than core instructions, for expansions of natives. All pin what they find out. */
export interface NativeTools {
  /** Whether the value is a float. */
  isFloat<V>(m: CoreMachine<V>, value: V): boolean;
  /** A float, or an int or bool that converts to one exactly, as f64; undefined for anything else. */
  toFloat<V>(m: CoreMachine<V>, value: V): V | undefined;
  /** The truth of a value; declines if Python code would say it. */
  truth<V>(m: CoreMachine<V>, value: V): boolean;
  /**
   * Of an instance of a class that refines a builtin type the value that it carries, if the class leaves all these special methods as the
   * type has them; else the value itself.
   */
  carried<V>(m: CoreMachine<V>, value: V, methods: readonly string[]): V;
  /** Items of a list, tuple, dict or set, or code points of a str, as i32; undefined for anything else. */
  size<V>(m: CoreMachine<V>, value: V): V | undefined;
  /** `str(value)` of a str or number; undefined for anything else. */
  text<V>(m: CoreMachine<V>, value: V): V | undefined;
  /** The attribute of an instance that is called what a string says, or a method bound to it; undefined: more than a look-up is needed. */
  attribute<V>(m: CoreMachine<V>, object: V, name: V): V | undefined;
  /** The value of a key of a dict, or undefined if it is not there. */
  dictGet<V>(m: CoreMachine<V>, dict: V, key: V): V | undefined;
  /** Appends to a list. */
  append<V>(m: CoreMachine<V>, list: V, value: V): void;
  /** A new empty list, a new empty dict. */
  newList<V>(m: CoreMachine<V>): V;
  newDict<V>(m: CoreMachine<V>): V;
  newTuple<V>(m: CoreMachine<V>, items: readonly V[]): V;
}
