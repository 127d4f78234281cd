import type { Address } from "@hotpy/memory";
import type { Forwarding, WeakTable } from "./collector.js";

/** Host values of this many bytes are as good a reason to collect as a full nursery. Few, so that most die before the host moves them. */
const PRESSURE_BYTES = 4 * 1024 * 1024;

/**
 * JavaScript values that objects refer to by index (a raw field such as HOST_INDEX). An entry lives as long as the
 * object that owns it.
 */
export interface HostTable extends WeakTable {
  /**
   * Adds a value; returns its index, which is never 0. The caller stores it in the object.
   * @param owner the object whose death frees the entry; NULL if the entry is never freed (immortal objects).
   * @param bytes what the value costs outside linear memory; counts against the limits of the heap.
   */
  add(value: unknown, owner: Address, bytes?: number): number;
  /** The value at an index; undefined if there is none. */
  get(index: number): unknown;
  /** Replaces the value at an index. */
  set(index: number, value: unknown): void;
  /** Bytes charged by all entries. */
  bytes(): number;
  /** Number of entries in use. */
  size(): number;
}

/** @param onPressure called when PRESSURE_BYTES more were charged since the last collection. */
export function createHostTable(onPressure: () => void): HostTable {
  // Index 0 is never given out, so that a zeroed field names nothing.
  const values: unknown[] = [undefined];
  const owners: Address[] = [0];
  const charges: number[] = [0];
  const free: number[] = [];
  /** Entries added since the last collection. */
  let young: number[] = [];
  let bytes = 0;
  let chargedSince = 0;

  function drop(index: number): void {
    bytes -= charges[index];
    values[index] = undefined;
    owners[index] = 0;
    charges[index] = 0;
    free.push(index);
  }

  function sweepEntry(index: number, forward: Forwarding): void {
    const owner = owners[index];
    if (owner === 0) return;
    const now = forward(owner);
    if (now === 0) drop(index);
    else owners[index] = now;
  }

  return {
    add(value, owner, charge = 0) {
      const index = free.pop() ?? values.length;
      values[index] = value;
      owners[index] = owner;
      charges[index] = charge;
      if (owner !== 0) young.push(index);
      bytes += charge;
      chargedSince += charge;
      if (chargedSince > PRESSURE_BYTES) {
        chargedSince = 0;
        onPressure();
      }
      return index;
    },
    get: (index) => values[index],
    set(index, value) {
      values[index] = value;
    },
    bytes: () => bytes,
    size: () => values.length - 1 - free.length,
    sweep(kind, forward) {
      if (kind === "minor") for (const index of young) sweepEntry(index, forward);
      else for (let index = 1; index < values.length; index++) sweepEntry(index, forward);
      young = [];
      chargedSince = 0;
    },
  };
}
