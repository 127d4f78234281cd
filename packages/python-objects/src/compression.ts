/// The compression libraries of the system: numbers (actions, codes, filters) are those of bzlib.h and lzma.h.

/** A compressor or decompressor in the middle of its work. */
export interface CompressionStream {
  /** Goes on with more bytes, until all are taken, `most` bytes have been made, or the library says that it is at an end or at fault. */
  step(
    input: Uint8Array,
    action: number,
    most: number,
  ): { readonly output: Uint8Array; readonly taken: number; readonly code: number };
  /** LZMA: which check the data have; undefined: that has not been seen. */
  check(): number | undefined;
  /** Gives its memory back. */
  close(): void;
}

/** One step of what LZMA does with data: options are a C structure, which may be missing. */
export interface LzmaFilter {
  readonly id: bigint;
  readonly options?: Uint8Array;
}

/** What is to be made of data, or of what. */
export type LzmaFormat =
  | { readonly kind: "easy"; readonly preset: number; readonly check: number }
  | { readonly kind: "xz"; readonly filters: readonly LzmaFilter[]; readonly check: number }
  | { readonly kind: "alone"; readonly options: Uint8Array }
  | { readonly kind: "raw"; readonly filters: readonly LzmaFilter[] };

/** How compressed data are to be understood. */
export type LzmaInput =
  | { readonly kind: "auto" | "xz" | "alone"; readonly memoryLimit: bigint }
  | { readonly kind: "raw"; readonly filters: readonly LzmaFilter[] };

/** A number is the library's code where it refuses. */
export interface LzmaCalls {
  compressor(format: LzmaFormat): CompressionStream | number;
  decompressor(input: LzmaInput): CompressionStream | number;
  /** The options of a preset, `lzma_options_lzma`; undefined: there is no such preset. */
  preset(preset: number): Uint8Array | undefined;
  isCheckSupported(check: number): boolean;
  encodeProperties(filter: LzmaFilter): Uint8Array | number;
  /** The options that properties say; those of no bytes are empty. */
  decodeProperties(id: bigint, properties: Uint8Array): Uint8Array | number;
}

export interface Bzip2Calls {
  compressor(level: number): CompressionStream | number;
  decompressor(): CompressionStream | number;
}

/** Undefined: the library is not there. */
export interface Compression {
  readonly bzip2: Bzip2Calls | undefined;
  readonly lzma: LzmaCalls | undefined;
}
