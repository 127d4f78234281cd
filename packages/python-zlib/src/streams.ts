/// Streams of zlib: pako is zlib's own code in JavaScript, so what it writes is what zlib writes, byte for byte.

import {
  Z_BUF_ERROR,
  Z_DATA_ERROR,
  Z_FINISH,
  type Z_FlushMode,
  Z_NEED_DICT,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_STREAM_ERROR,
  type Z_Strategy,
  Z_SYNC_FLUSH,
  ZStream,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from "pako";

/** Bytes of a piece of output. */
const PIECE = 0x8000;
const NOTHING = new Uint8Array(0);

/** Whether a stream goes on or has ended. No input or no room is nothing unusual. */
const isUsual = (status: number): boolean => status === Z_OK || status === Z_BUF_ERROR || status === Z_STREAM_END;

/** zlib said no: its number, and what was being done. */
export class ZlibFault extends Error {
  override readonly name = "ZlibFault";
  constructor(code: number, doing: string, text: string) {
    const reason = text !== "" ? text : (REASONS.get(code) ?? "");
    super(`Error ${code} ${doing}${reason === "" ? "" : `: ${reason}`}`);
  }
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [Z_BUF_ERROR, "incomplete or truncated stream"],
  [Z_STREAM_ERROR, "inconsistent stream state"],
  [Z_DATA_ERROR, "invalid input data"],
]);

/** The options of zlib's streams do not go together. */
export class BadOptions extends Error {
  override readonly name = "BadOptions";
}

export interface DeflateOptions {
  readonly level: number;
  readonly method: number;
  readonly windowBits: number;
  readonly memoryLevel: number;
  readonly strategy: number;
  readonly dictionary?: Uint8Array | undefined;
}

/** Output in pieces. */
class Output {
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  /** Room for at most `most` bytes more. */
  open(stream: ZStream, most = PIECE): void {
    stream.output = new Uint8Array(Math.min(most, PIECE));
    stream.next_out = 0;
    stream.avail_out = stream.output.length;
  }

  /** Takes what has been written since {@link open}. */
  close(stream: ZStream): void {
    const piece = (stream.output as Uint8Array).subarray(0, stream.next_out);
    this.#pieces.push(piece);
    this.#size += piece.length;
  }

  get size(): number {
    return this.#size;
  }

  bytes(): Uint8Array {
    if (this.#pieces.length === 1) return this.#pieces[0];
    const result = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }
}

function feed(stream: ZStream, input: Uint8Array): void {
  stream.input = input;
  stream.next_in = 0;
  stream.avail_in = input.length;
}

/** Compresses. Input is not kept. */
export class Deflater {
  #stream: ZStream | undefined;

  /** @throws BadOptions */
  constructor(options: DeflateOptions | Deflater) {
    if (options instanceof Deflater) {
      this.#stream = structuredClone(options.#stream);
      return;
    }
    const { level, method, windowBits, memoryLevel, strategy, dictionary } = options;
    const stream = new ZStream();
    // With the hash of zlib itself, which is slower: else other bytes come out.
    const status = zlibDeflateInit2(stream, level, method, windowBits, memoryLevel, strategy as Z_Strategy, true);
    if (status !== Z_OK) throw new BadOptions("Invalid initialization option");
    if (dictionary !== undefined && zlibDeflateSetDictionary(stream, dictionary) !== Z_OK)
      throw new BadOptions("Invalid dictionary");
    this.#stream = stream;
  }

  /** Whether more can be written: the stream has not been finished. */
  get isOpen(): boolean {
    return this.#stream !== undefined;
  }

  /** @throws ZlibFault */
  write(input: Uint8Array, flush: number = Z_NO_FLUSH): Uint8Array {
    const doing = flush === Z_NO_FLUSH ? "while compressing data" : "while flushing";
    const stream = this.#stream;
    if (stream === undefined) throw new ZlibFault(Z_STREAM_ERROR, doing, "");
    const output = new Output();
    feed(stream, input);
    let status: number;
    do {
      output.open(stream);
      status = zlibDeflate(stream, flush as Z_FlushMode);
      output.close(stream);
      if (status === Z_STREAM_ERROR) throw new ZlibFault(status, doing, "");
    } while (stream.avail_out === 0);
    feed(stream, NOTHING);
    if (status === Z_STREAM_END && flush === Z_FINISH) this.#stream = undefined;
    return output.bytes();
  }
}

/** Decompresses. */
export class Inflater {
  readonly #stream: ZStream;
  readonly #dictionary: Uint8Array | undefined;
  #atEnd = false;
  /** It has been flushed at its end. */
  #isDone = false;
  /** Input that came before there was room for its output. */
  #tail: Uint8Array = NOTHING;
  #unused: Uint8Array = NOTHING;

  /** @throws BadOptions, ZlibFault */
  constructor(options: { readonly windowBits: number; readonly dictionary?: Uint8Array | undefined } | Inflater) {
    if (options instanceof Inflater) {
      this.#stream = structuredClone(options.#stream);
      this.#dictionary = options.#dictionary;
      this.#atEnd = options.#atEnd;
      this.#isDone = options.#isDone;
      this.#tail = options.#tail;
      this.#unused = options.#unused;
      return;
    }
    this.#stream = new ZStream();
    this.#dictionary = options.dictionary;
    if (zlibInflateInit2(this.#stream, options.windowBits) !== Z_OK)
      throw new BadOptions("Invalid initialization option");
    if (options.windowBits < 0 && this.#dictionary !== undefined) this.#useDictionary();
  }

  get isOpen(): boolean {
    return !this.#isDone;
  }
  get isAtEnd(): boolean {
    return this.#atEnd;
  }
  get unconsumedTail(): Uint8Array {
    return this.#tail;
  }
  /** Input behind the end of the stream. */
  get unusedData(): Uint8Array {
    return this.#unused;
  }

  #useDictionary(): void {
    const status = zlibInflateSetDictionary(this.#stream, this.#dictionary as Uint8Array);
    if (status !== Z_OK) throw new ZlibFault(status, "while setting zdict", this.#stream.msg);
  }

  /** At most `most` bytes of output, 0: all there is. @throws ZlibFault */
  write(input: Uint8Array, most: number, flush: number = Z_SYNC_FLUSH): Uint8Array {
    const stream = this.#stream;
    const limit = most === 0 ? Number.POSITIVE_INFINITY : most;
    const output = new Output();
    feed(stream, input);
    let status: number = Z_OK;
    do {
      output.open(stream, limit - output.size);
      status = zlibInflate(stream, flush as Z_FlushMode);
      output.close(stream);
      if (status === Z_NEED_DICT && this.#dictionary !== undefined) this.#useDictionary();
      else if (!isUsual(status)) break;
    } while ((stream.avail_out === 0 || status === Z_NEED_DICT) && output.size < limit);
    this.#keep(status);
    if (status === Z_STREAM_END) this.#atEnd = true;
    else if (status !== Z_OK && status !== Z_BUF_ERROR && flush === Z_SYNC_FLUSH)
      throw new ZlibFault(status, "while decompressing data", stream.msg);
    return output.bytes();
  }

  /** What is left of the input is kept: it is behind the end, or there was no room for its output. */
  #keep(status: number): void {
    const stream = this.#stream;
    const left = (stream.input as Uint8Array).slice(stream.next_in, stream.next_in + stream.avail_in);
    feed(stream, NOTHING);
    if (status !== Z_STREAM_END) {
      this.#tail = left;
      return;
    }
    // As in CPython, a tail that there was is replaced by what is left.
    if (this.#tail.length > 0) this.#tail = left;
    if (left.length === 0) return;
    const unused = new Uint8Array(this.#unused.length + left.length);
    unused.set(this.#unused);
    unused.set(left, this.#unused.length);
    this.#unused = unused;
  }

  /** What is still to come of the input that is kept. */
  flush(): Uint8Array {
    const rest = this.write(this.#tail, 0, Z_FINISH);
    this.#isDone = this.#atEnd;
    return rest;
  }
}

/** All that a whole stream holds. @throws ZlibFault, BadOptions */
export function inflateWhole(input: Uint8Array, windowBits: number): Uint8Array {
  const stream = new ZStream();
  const doing = "while decompressing data";
  const made = zlibInflateInit2(stream, windowBits);
  if (made !== Z_OK) throw new ZlibFault(made, "while preparing to decompress data", stream.msg);
  const output = new Output();
  feed(stream, input);
  let status: number;
  do {
    output.open(stream);
    status = zlibInflate(stream, Z_SYNC_FLUSH);
    output.close(stream);
    if (!isUsual(status)) throw new ZlibFault(status, doing, stream.msg);
  } while (status !== Z_STREAM_END && stream.avail_out === 0);
  if (status !== Z_STREAM_END) throw new ZlibFault(status === Z_OK ? Z_BUF_ERROR : status, doing, stream.msg);
  return output.bytes();
}
