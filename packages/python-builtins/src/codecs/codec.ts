/// Text encodings. What knows nothing of Python's objects works on code points and bytes in arrays of JavaScript.

/** Takes what a codec makes: bytes, or code points. */
export type Push = (value: number) => void;

/** What is wrong at a place: from `start` to before `end`, in bytes or in code points. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Deals with a fault, and returns where to go on; -1: raised. */
export type OnFault = (fault: Fault) => number;

export interface Codec {
  /** As exceptions call it. */
  readonly name: string;
  /** What stands at the start of encoded text. */
  readonly mark?: readonly number[];
  /** Bytes of a code point. False: it has none, and nothing is done. */
  encodeCode(code: number, push: Push): boolean;
  /** Why a code point has none. */
  readonly reason: string;
  /** Code points without bytes that follow one another are one fault. */
  readonly joinsFaults: boolean;
  /** The code points of bytes from an index on. False: raised. */
  decode(bytes: Uint8Array, from: number, push: Push, onFault: OnFault): boolean;
  /** Looks for a mark: what decodes these bytes, and from where on; `cut`: positions count from there. */
  resolve?(bytes: Uint8Array): { readonly codec: Codec; readonly from: number; readonly cut?: true };
  /** Of encodings of Unicode: the bytes that a surrogate would have. */
  encodeSurrogate?(code: number, push: Push): void;
  /** And the surrogate whose bytes stand at an index, with their number. */
  decodeSurrogate?(bytes: Uint8Array, at: number): { readonly code: number; readonly size: number } | undefined;
}

export const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
export const SURROGATES_NOT_ALLOWED = "surrogates not allowed";
