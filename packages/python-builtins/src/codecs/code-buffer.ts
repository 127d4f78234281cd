import type { Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";

/** Code points of a text that is being made, whose length is not known before. */
export class CodeBuffer {
  readonly #realm: Pick<Realm, "heap" | "strings">;
  #codes = new Int32Array(64);
  #length = 0;

  constructor(realm: Pick<Realm, "heap" | "strings">) {
    this.#realm = realm;
  }

  push(code: number): void {
    if (this.#length === this.#codes.length) this.#grow(this.#length + 1);
    this.#codes[this.#length++] = code;
  }

  finish(): Word {
    return this.#realm.strings.fromCodes(this.#codes.subarray(0, this.#length));
  }

  /** @throws HeapExhausted if the text would pass the heap's limit */
  #grow(least: number): void {
    if (least <= this.#codes.length) return;
    // What grows by pieces doubles; it is copied once more in the end.
    this.#realm.heap.require(least * 4);
    const larger = new Int32Array(Math.max(least, this.#length * 2));
    larger.set(this.#codes.subarray(0, this.#length));
    this.#codes = larger;
  }
}
