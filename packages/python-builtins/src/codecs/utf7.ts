import type { Codec, OnFault, Push } from "./codec.js";

/// UTF-7: ASCII, and between `+` and `-` UTF-16 in base64.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIRECT = new Set(
  Array.from(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:?!\"#$%&*;<=>@[]^_`{|}\t\n\r ",
    codeOf,
  ),
);
const PLUS = codeOf("+");
const MINUS = codeOf("-");

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** The value of a digit of base64, or -1. */
const sextet = (byte: number): number => ALPHABET.indexOf(String.fromCharCode(byte));

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

function encodeAll(codes: ArrayLike<number>, push: Push): void {
  let isShifted = false;
  let buffer = 0;
  let bits = 0;
  const unit = (value: number): void => {
    buffer = ((buffer << 16) | value) & 0x3fffff;
    for (bits += 16; bits >= 6; bits -= 6) push(codeOf(ALPHABET[(buffer >> (bits - 6)) & 63]));
  };
  const flush = (): void => {
    if (bits > 0) push(codeOf(ALPHABET[(buffer << (6 - bits)) & 63]));
    buffer = bits = 0;
  };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (DIRECT.has(code)) {
      if (isShifted) {
        flush();
        if (sextet(code) >= 0 || code === MINUS) push(MINUS);
      }
      isShifted = false;
      push(code);
    } else if (!isShifted && code === PLUS) {
      push(PLUS);
      push(MINUS);
    } else {
      if (!isShifted) push(PLUS);
      isShifted = true;
      if (code < 0x10000) unit(code);
      else {
        unit(0xd800 | ((code - 0x10000) >> 10));
        unit(0xdc00 | (code & 0x3ff));
      }
    }
  }
  if (!isShifted) return;
  flush();
  push(MINUS);
}

/** Reads one text: what is between `+` and `-` has a state. */
class Decoder {
  private isShifted = false;
  private surrogate = 0;
  private buffer = 0;
  private bits = 0;
  /** Where the sequence at hand began, and what of it is not complete yet waits for the end. */
  private start = 0;
  private waiting: number[] = [];
  private at: number;

  constructor(
    private readonly input: { readonly bytes: Uint8Array },
    from: number,
    private readonly emit: Push,
    private readonly onFault: OnFault,
    private readonly isFinal: boolean,
  ) {
    this.at = from;
  }

  run(): number {
    for (;;) {
      while (this.at >= 0 && this.at < this.input.bytes.length) this.step(this.input.bytes[this.at]);
      if (this.at < 0) return this.at;
      if (!this.isShifted) return this.at;
      if (!this.isFinal) {
        // What has been read of the sequence is read again, unless it was ASCII all along.
        return this.start;
      }
      this.release();
      const isCut = this.surrogate !== 0 || this.bits >= 6 || (this.bits > 0 && this.buffer !== 0);
      if (!isCut) return this.at;
      this.isShifted = false;
      this.at = this.onFault({
        start: this.start,
        end: this.input.bytes.length,
        reason: "unterminated shift sequence",
      });
      if (this.at < 0 || this.at >= this.input.bytes.length) return this.at;
    }
  }

  private fault(reason: string): void {
    this.release();
    this.at = this.onFault({ start: this.start, end: this.at, reason });
  }

  /** Inside of a sequence that may be read again, characters wait. */
  private push(code: number): void {
    if (this.isShifted && !this.isFinal) this.waiting.push(code);
    else this.emit(code);
  }

  private release(): void {
    for (const code of this.waiting) this.emit(code);
    this.waiting = [];
  }

  private step(byte: number): void {
    if (this.isShifted) this.shifted(byte);
    else if (byte === PLUS) this.begin();
    else if (byte < 128) {
      this.at++;
      this.push(byte);
    } else {
      this.start = this.at++;
      this.fault("unexpected special character");
    }
  }

  private begin(): void {
    this.start = this.at++;
    const next = this.input.bytes[this.at];
    if (next === MINUS) {
      this.at++;
      this.push(PLUS);
    } else if (next !== undefined && sextet(next) < 0) {
      this.at++;
      this.fault("ill-formed sequence");
    } else {
      this.isShifted = true;
      this.surrogate = this.buffer = this.bits = 0;
    }
  }

  private shifted(byte: number): void {
    const value = sextet(byte);
    if (value < 0) return this.end(byte);
    this.at++;
    this.buffer = (this.buffer << 6) | value;
    this.bits += 6;
    if (this.bits < 16) return;
    const unit = (this.buffer >> (this.bits - 16)) & 0xffff;
    this.bits -= 16;
    this.buffer &= (1 << this.bits) - 1;
    if (this.surrogate !== 0) {
      const high = this.surrogate;
      this.surrogate = 0;
      if (isLow(unit)) return this.push(0x10000 + ((high & 0x3ff) << 10) + (unit & 0x3ff));
      this.push(high);
    }
    if (isHigh(unit)) this.surrogate = unit;
    else this.push(unit);
  }

  /** A byte that is no digit ends the sequence. */
  private end(byte: number): void {
    this.release();
    this.isShifted = false;
    if (this.bits >= 6 || (this.bits > 0 && this.buffer !== 0)) {
      const reason = this.bits >= 6 ? "partial character in shift sequence" : "non-zero padding bits in shift sequence";
      this.at++;
      return this.fault(reason);
    }
    if (this.surrogate !== 0 && byte < 128 && byte !== PLUS) this.push(this.surrogate);
    this.surrogate = 0;
    if (byte === MINUS) this.at++;
  }
}

export const utf7: Codec = {
  name: "utf7",
  reason: "",
  joinsFaults: false,
  encodeAll,
  encodeCode: () => false,
  decode: (input, from, push, onFault, isFinal) => new Decoder(input, from, push, onFault, isFinal).run(),
};
