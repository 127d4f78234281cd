/// The numbers of traces. They index the validity words and the words of exits, so there are TRACE_LIMIT of them.

import { TRACE_LIMIT } from "@hotpy/memory";

export class TraceIds {
  /** Id 0 is not used, so that no forced exit is encoded as 0. */
  #next = 1;
  /** The one freed last is given away first: what still holds it is found out soon, and few words of exits are touched. */
  readonly #free: number[] = [];

  /** An id that nothing names, or undefined if there is none. */
  reserve(): number | undefined {
    return this.#free.pop() ?? (this.#next < TRACE_LIMIT ? this.#next++ : undefined);
  }

  /** Nothing names this id any more. */
  free(id: number): void {
    this.#free.push(id);
  }
}
