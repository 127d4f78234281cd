import type { Address } from "@hotpy/memory";
import type { WeakTable } from "./collector.js";

/**
 * JavaScript values that objects refer to by index (a raw field such as HOST_INDEX). An entry lives as long as the
 * object that owns it.
 */
export interface HostTable extends WeakTable {
  /**
   * Adds a value; answers its index, which is never 0. The caller stores it in the object.
   * @param owner the object whose death frees the entry; NULL if the entry is never freed (immortal objects).
   * @param bytes what the value costs outside linear memory; counts against the limits of the heap.
   */
  add(value: unknown, owner: Address, bytes?: number): number;
  /** The value at an index; undefined if there is none. */
  get(index: number): unknown;
  /** Replaces the value at an index. */
  set(index: number, value: unknown): void;
  /** Bytes charged by all entries. */
  readonly bytes: number;
  /** Number of entries in use. */
  readonly size: number;
}
