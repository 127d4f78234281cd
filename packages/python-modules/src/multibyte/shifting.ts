import type { Codec, Fault, Push } from "@hotpy/python-builtins";

/// Encodings whose bytes mean different things after others: what is common to them.

export const ILLEGAL = "illegal multibyte sequence";
export const INCOMPLETE = "incomplete multibyte sequence";

/** What stands at a place: so many bytes and perhaps a character; bytes at fault; or undefined, there is more to come. */
export type Step = { readonly size: number; readonly code?: number } | { readonly fault: number } | undefined;

/** Reads one text from its beginning to its end. */
export interface ShiftReader {
  read(bytes: Uint8Array, at: number): Step;
  /** Whether it is where it was at the beginning. */
  isPlain(): boolean;
}

/** Writes one text from its beginning to its end. */
export interface ShiftWriter {
  /** False: there is no such character, and nothing is done. */
  encodeCode(code: number, push: Push): boolean;
  /** Goes back to where it was at the beginning. */
  finish(push: Push): void;
}

export function shiftingCodec(name: string, reader: () => ShiftReader, writer: () => ShiftWriter): Codec {
  return {
    name,
    reason: ILLEGAL,
    joinsFaults: false,
    encoder: writer,
    encodeCode: (code, push) => writer().encodeCode(code, push),
    decode(input, from, push, onFault, isFinal) {
      // What comes after the last plain place waits for more, as nobody keeps in which state it was reached.
      const end = isFinal ? input.bytes.length : lastPlain(reader(), input.bytes, from);
      const state = reader();
      let at = from;
      while (at >= 0 && at < (isFinal ? input.bytes.length : end)) {
        const step = state.read(input.bytes, at);
        const fault: Fault | undefined =
          step === undefined
            ? { start: at, end: input.bytes.length, reason: INCOMPLETE }
            : "fault" in step
              ? { start: at, end: at + step.fault, reason: ILLEGAL }
              : undefined;
        if (fault !== undefined) at = onFault(fault);
        else {
          const { size, code } = step as { size: number; code?: number };
          if (code !== undefined) push(code);
          at += size;
        }
      }
      return at;
    },
  };
}

function lastPlain(reader: ShiftReader, bytes: Uint8Array, from: number): number {
  let plain = from;
  for (let at = from; at < bytes.length; ) {
    const step = reader.read(bytes, at);
    if (step === undefined) break;
    at += "fault" in step ? step.fault : step.size;
    if (reader.isPlain()) plain = at;
  }
  return plain;
}
