/// Buffered output to a descriptor, in CPython's two stages: text gathers in 8 KiB, and goes from there to the system, or, if it
/// is little, to a second buffer that only `flush` empties. So a program learns that a disk is full at the same call as there,
/// and what could not be written is tried again at its end, or is lost, as there.

import { OUTPUT_TEXT_BYTES, type Platform } from "@hotpy/python-objects";

const TEXT_BYTES = OUTPUT_TEXT_BYTES;
const BINARY_BYTES = 4096;

/** Output to a descriptor. All throw SystemFault where the system refuses. */
export interface Output {
  /** Room in the buffer for so many bytes: write them at {@link buffer} from here on; -1: use {@link write}. */
  reserve(size: number): number;
  readonly buffer: Uint8Array;
  write(bytes: Uint8Array): void;
  /** Writes behind what has left the buffer of text, as `sys.stdout.buffer` does. */
  writeBinary(bytes: Uint8Array): void;
  /** Writes what {@link writeBinary} has not. */
  flushBinary(): void;
  flush(): void;
  /** From now on all that is written goes out at once. */
  unbuffer(): void;
}

/** Where text gathers. */
export interface TextBuffer {
  /** Room for {@link TEXT_BYTES}. */
  readonly bytes: Uint8Array;
  /** How many of them are text. */
  used: number;
}

const createTextBuffer = (): TextBuffer => ({ bytes: new Uint8Array(TEXT_BYTES), used: 0 });

export function createOutput(platform: Platform, descriptor: 1 | 2, text: TextBuffer = createTextBuffer()): Output {
  const buffer = text.bytes;
  let isBuffered = true;
  let binary = new Uint8Array(0);

  function flushBinary(): void {
    const bytes = binary;
    // What the system did not take is kept.
    if (bytes.length > 0) platform.write(descriptor, bytes);
    binary = new Uint8Array(0);
  }

  function writeBinary(bytes: Uint8Array): void {
    if (bytes.length > BINARY_BYTES - binary.length || bytes.length === BINARY_BYTES) {
      flushBinary();
      if (bytes.length > BINARY_BYTES) return platform.write(descriptor, bytes);
    }
    const joined = new Uint8Array(binary.length + bytes.length);
    joined.set(binary);
    joined.set(bytes, binary.length);
    binary = joined;
  }

  function drain(): void {
    const size = text.used;
    text.used = 0;
    // A copy, as the buffer may be part of a memory that is too large to be handed on.
    if (size > 0) writeBinary(buffer.slice(0, size));
  }

  return {
    buffer,
    reserve(size) {
      if (!isBuffered || text.used + size >= TEXT_BYTES) return -1;
      text.used += size;
      return text.used - size;
    },
    unbuffer() {
      isBuffered = false;
    },
    write(bytes) {
      if (!isBuffered) {
        drain();
        flushBinary();
        platform.write(descriptor, bytes);
        return;
      }
      if (text.used + bytes.length > TEXT_BYTES) drain();
      if (bytes.length > TEXT_BYTES) return writeBinary(bytes);
      buffer.set(bytes, text.used);
      text.used += bytes.length;
      if (text.used === TEXT_BYTES) drain();
    },
    writeBinary(bytes) {
      if (isBuffered) writeBinary(bytes);
      else platform.write(descriptor, bytes);
    },
    flushBinary,
    flush() {
      drain();
      flushBinary();
    },
  };
}
