import type { Realm } from "@hotpy/python-objects";

/** Bytes that are being made, whose number is not known before. */
export class ByteBuffer {
  readonly #heap: Realm["heap"];
  #bytes = new Uint8Array(64);
  #size = 0;

  constructor(heap: Realm["heap"]) {
    this.#heap = heap;
  }

  /** Adds a byte. May be passed on as a function. */
  readonly push = (byte: number): void => {
    if (this.#size === this.#bytes.length) this.#grow(this.#size + 1);
    this.#bytes[this.#size++] = byte;
  };

  append(bytes: Uint8Array): void {
    this.#grow(this.#size + bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** The bytes so far, not a copy. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  /** @throws HeapExhausted if the bytes would pass the heap's limit */
  #grow(least: number): void {
    if (least <= this.#bytes.length) return;
    this.#heap.require(least);
    const larger = new Uint8Array(Math.max(least, this.#size * 2));
    larger.set(this.finish());
    this.#bytes = larger;
  }
}
