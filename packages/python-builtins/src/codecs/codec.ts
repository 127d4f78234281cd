/// Text encodings. What knows nothing of Python's objects works on code points and bytes in arrays of JavaScript.

/** Takes what a codec makes: bytes, or code points. */
export type Push = (value: number) => void;

/** What is wrong at a place: from `start` to before `end`, in bytes or in code points. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Deals with a fault, and returns where to go on; -1: raised. May give the input other bytes. */
export type OnFault = (fault: Fault) => number;

/** What is decoded. A handler of errors may put other bytes in the place of those that are at fault. */
export interface Input {
  bytes: Uint8Array;
}

export interface Codec {
  /** As exceptions call it. */
  readonly name: string;
  /** What stands at the start of encoded text. */
  readonly mark?: readonly number[];
  /** All of a text, where each code point has bytes and these depend on those before. */
  encodeAll?(codes: ArrayLike<number>, push: Push): void;
  /** For one text, whose bytes depend on those before: {@link encodeCode}, and what goes back to the state at the start. */
  encoder?(): Pick<Codec, "encodeCode"> & { finish(push: Push): void };
  /** Bytes of a code point. False: it has none, and nothing is done. */
  encodeCode(code: number, push: Push): boolean;
  /** Why a code point has none. */
  readonly reason: string;
  /** Code points without bytes that follow one another are one fault. */
  readonly joinsFaults: boolean;
  /**
   * The code points of bytes from an index on, and where it has stopped: behind the last byte or, unless the input is all there will be,
   * before one whose character is not complete. -1: raised.
   */
  decode(input: Input, from: number, push: Push, onFault: OnFault, isFinal: boolean): number;
  /** Bytes of a unit, of which replacements must consist. Default: 1. */
  readonly unit?: number;
  /** Only ASCII may replace what has no bytes. */
  readonly replacesByAscii?: true;
  /** Looks for a mark: what decodes these bytes, and from where on; `cut`: positions count from there. */
  resolve?(bytes: Uint8Array): { readonly codec: Codec; readonly from: number; readonly cut?: true };
  /** Of encodings of Unicode: the bytes that a surrogate would have. */
  encodeSurrogate?(code: number, push: Push): void;
  /** And the surrogate whose bytes stand at an index, with their number. */
  decodeSurrogate?(bytes: Uint8Array, at: number): { readonly code: number; readonly size: number } | undefined;
}

export const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
export const SURROGATES_NOT_ALLOWED = "surrogates not allowed";
