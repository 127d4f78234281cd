import { escapedText } from "./escaped-text.js";

const NEWLINE = 10;
/** Bytes that are asked for at once. */
const CHUNK = 65536;

/** Standard input, in lines of text or in bytes: what one of the two has not taken comes next. */
export class LineReader {
  /** What has been read and not taken. */
  private pending: Uint8Array = new Uint8Array(0);
  private atEnd = false;

  /** `read` fills the array and returns how many bytes it got, 0 at the end, -1 where the user interrupted it. */
  constructor(private readonly read: (bytes: Uint8Array) => number) {}

  /** The next line with its newline; "" at the end; undefined: interrupted. */
  readLine(): string | undefined {
    for (let from = 0; ; ) {
      const end = this.pending.indexOf(NEWLINE, from) + 1;
      if (end > 0 || this.atEnd) return escapedText(this.take(end > 0 ? end : this.pending.length));
      from = this.pending.length;
      if (!this.fill()) return undefined;
    }
  }

  /** The next bytes, at most so many and at least one; none at the end; undefined: interrupted. */
  readBytes(most: number): Uint8Array | undefined {
    if (this.pending.length === 0 && !this.atEnd && !this.fill()) return undefined;
    return this.take(Math.min(most, this.pending.length));
  }

  /** False: interrupted. */
  private fill(): boolean {
    const chunk = new Uint8Array(CHUNK);
    const length = this.read(chunk);
    if (length < 0) return false;
    this.atEnd = length === 0;
    const joined = new Uint8Array(this.pending.length + length);
    joined.set(this.pending);
    joined.set(chunk.subarray(0, length), this.pending.length);
    this.pending = joined;
    return true;
  }

  private take(end: number): Uint8Array {
    const taken = this.pending.subarray(0, end);
    this.pending = this.pending.subarray(end);
    return taken;
  }
}
