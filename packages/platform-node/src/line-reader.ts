/** Splits a stream of bytes into lines of text. */
export class LineReader {
  private pending = "";
  private readonly decoder = new TextDecoder();
  private atEnd = false;

  /** `read` fills the array and returns how many bytes it got, 0 at the end, -1 where the user interrupted it. */
  constructor(private readonly read: (bytes: Uint8Array) => number) {}

  /** The next line with its newline; "" at the end; undefined: interrupted. */
  readLine(): string | undefined {
    const chunk = new Uint8Array(65536);
    for (;;) {
      const end = this.pending.indexOf("\n") + 1;
      if (end > 0 || this.atEnd) return this.take(end > 0 ? end : this.pending.length);
      const length = this.read(chunk);
      if (length < 0) return undefined;
      this.atEnd = length === 0;
      this.pending += this.decoder.decode(chunk.subarray(0, length), { stream: !this.atEnd });
    }
  }

  private take(end: number): string {
    const line = this.pending.slice(0, end);
    this.pending = this.pending.slice(end);
    return line;
  }
}
