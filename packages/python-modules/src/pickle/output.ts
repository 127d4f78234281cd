import { OP } from "./opcodes.js";

/** A frame is closed at the next opcode once it has so many bytes; what is as long by itself is in none. */
const FRAME_BYTES = 64 * 1024;
/** Shorter ones get no head. */
const FEWEST_FRAMED = 4;
const FRAME_HEAD = 9;

/** The buffer of an output that has been finished: making one takes longer than most pickles. */
let spare: Uint8Array | undefined;
/** Larger ones are not kept. */
const MOST_SPARE = 1 << 20;

/** The bytes of a pickle as they are made, in frames where the protocol has such. */
export class PickleOutput {
  private bytes: Uint8Array;
  private view: DataView;
  private length = 0;
  /** Where the head of the open frame stands. */
  private frame = -1;
  private isFraming = false;
  /** Where a file gets what has been made so far. */
  private cuts: number[] = [];

  constructor() {
    this.bytes = spare ?? new Uint8Array(4096);
    this.view = new DataView(this.bytes.buffer);
    spare = undefined;
  }

  /** Frames from here on. */
  beginFrames(): void {
    this.isFraming = true;
  }

  /** Room for so many bytes; where they begin. */
  private reserve(count: number): number {
    if (this.isFraming && this.frame < 0) {
      this.frame = this.length;
      this.length += FRAME_HEAD;
    }
    const at = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + 64));
      larger.set(this.bytes.subarray(0, at));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  /** An opcode with a number of 1, 2, 4 or 8 bytes behind it. */
  withNumber(opcode: number, value: number, size: 1 | 2 | 4 | 8): void {
    const at = this.reserve(1 + size);
    this.bytes[at] = opcode;
    if (size === 1) this.bytes[at + 1] = value;
    else if (size === 2) this.view.setUint16(at + 1, value, true);
    else {
      this.view.setInt32(at + 1, value, true);
      if (size === 8) this.view.setInt32(at + 5, value / 2 ** 32, true);
    }
  }

  double(opcode: number, value: number): void {
    const at = this.reserve(9);
    this.bytes[at] = opcode;
    this.view.setFloat64(at + 1, value);
  }

  raw(data: Uint8Array): void {
    const at = this.reserve(data.length);
    this.bytes.set(data, at);
  }

  /** An opcode, the size of data in so many bytes, and the data: outside of frames where they are long. */
  payload(opcode: number, sizeBytes: 1 | 4 | 8, data: Uint8Array): void {
    const isLong = data.length >= FRAME_BYTES;
    const wasFraming = this.isFraming;
    if (isLong) {
      this.closeFrame();
      this.isFraming = false;
    }
    this.withNumber(opcode, data.length, sizeBytes);
    if (isLong) this.cuts.push(this.length);
    this.raw(data);
    if (isLong) this.cuts.push(this.length);
    this.isFraming = wasFraming;
  }

  /** What stands between two opcodes: a frame that is long enough ends here. */
  boundary(): void {
    if (this.frame < 0 || this.length - this.frame - FRAME_HEAD < FRAME_BYTES) return;
    this.closeFrame();
    this.cuts.push(this.length);
  }

  private closeFrame(): void {
    const { frame } = this;
    if (frame < 0) return;
    this.frame = -1;
    const size = this.length - frame - FRAME_HEAD;
    if (size < FEWEST_FRAMED) {
      this.bytes.copyWithin(frame, frame + FRAME_HEAD, this.length);
      this.length -= FRAME_HEAD;
      return;
    }
    this.bytes[frame] = OP.FRAME;
    this.view.setUint32(frame + 1, size, true);
    this.view.setUint32(frame + 5, 0, true);
  }

  /** All bytes: as {@link finish}, for who writes no file. */
  whole(): Uint8Array {
    this.cuts = [];
    return this.finish()[0];
  }

  /** All bytes, in the pieces in which a file gets them: to be used at once, as the next output is written to the same memory. Nothing can be added to this one. */
  finish(): Uint8Array[] {
    this.closeFrame();
    this.isFraming = false;
    const ends = [...this.cuts, this.length];
    const pieces: Uint8Array[] = [];
    let from = 0;
    for (const end of ends) {
      if (end > from) pieces.push(this.bytes.subarray(from, end));
      from = end;
    }
    if (this.bytes.length <= MOST_SPARE) spare = this.bytes;
    return pieces;
  }

  /** Forgets what has been made: a dump that failed. */
  clear(): void {
    this.length = 0;
    this.cuts = [];
    this.frame = -1;
    this.isFraming = false;
  }
}
