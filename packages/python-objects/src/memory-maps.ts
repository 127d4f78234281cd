/// Files, and memory that processes share, in the place of parts of linear memory. Protections, flags and advice are Linux's numbers.

/** Places are whole pages that begin where a page begins. All throw SystemFault. */
export interface MapCalls {
  /** Bytes of a page. */
  readonly pageSize: number;
  /** Puts a file in the place, or, without a descriptor, fresh memory. */
  map(place: Uint8Array, protection: number, flags: number, descriptor: number, offset: number): void;
  /** Fresh memory of this process alone is in the place again. */
  unmap(place: Uint8Array): void;
  /** Writes what has been changed to the file, and waits for that. */
  synchronise(place: Uint8Array): void;
  advise(place: Uint8Array, advice: number): void;
}
