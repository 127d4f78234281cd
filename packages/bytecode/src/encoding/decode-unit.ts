import type { CodeUnit, Constant, HandlerRange, PositionRange } from "../code-unit.js";
import { CONSTANT, FORMAT, HEADER_WORDS, UNIT, UNIT_WORDS } from "./format.js";

/**
 * The code unit of which `encodeUnit` has made these bytes. Its parts are made when they are first asked for, so the bytes must stay as they are.
 * @param filename the file that it is of
 * @returns undefined if the bytes are of another version or have lost their end. Whether they are otherwise what was written is not checked.
 */
export function decodeUnit(bytes: Uint8Array, filename: string): CodeUnit | undefined {
  const aligned = (bytes.byteOffset & 3) === 0 ? bytes : bytes.slice();
  if (aligned.length < HEADER_WORDS * 4) return undefined;
  const { buffer, byteOffset, length } = aligned;
  const words = new Int32Array(buffer, byteOffset, length >>> 2);
  const [format, pieceCount, unitWords, positionBytes, width] = words;
  if (format !== FORMAT) return undefined;
  const units = HEADER_WORDS + pieceCount + 1;
  const positions = units + unitWords;
  const text = 4 * (positions + ((positionBytes + 3) >>> 2));
  if (text > length || text + width * words[units - 1] !== length) return undefined;
  const file: EncodedFile = {
    filename,
    text: width === 1 ? fromAscii(aligned.subarray(text)) : fromUtf16(aligned.subarray(text)),
    places: words.subarray(HEADER_WORDS, units),
    pieces: new Array(pieceCount).fill(undefined),
    words: words.subarray(units, positions),
    positions: aligned.subarray(4 * positions, 4 * positions + positionBytes),
  };
  return new DecodedUnit(file, 0);
}

/** What the units of one file share. */
interface EncodedFile {
  readonly filename: string;
  readonly text: string;
  readonly places: Int32Array;
  /** Those that have been asked for. */
  readonly pieces: (string | undefined)[];
  readonly words: Int32Array;
  readonly positions: Uint8Array;
}

let decoder: TextDecoder | undefined;

function fromAscii(bytes: Uint8Array): string {
  decoder ??= new TextDecoder();
  return decoder.decode(bytes);
}

/** Many arguments at a time, but fewer than fill the stack. */
const CHUNK = 4096;

function fromUtf16(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // It has lone surrogates, which the decoder does not know.
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
    let text = "";
    for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK));
    return text;
  }
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

/** A unit that reads what it is asked for. */
class DecodedUnit implements CodeUnit {
  readonly firstLine: number;
  readonly argumentCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly flags: number;
  readonly stackSize: number;
  readonly instanceSlotsHint: number;
  private lists: (readonly string[])[] = [];
  private knownConstants: readonly Constant[] | undefined;
  private knownHandlers: readonly HandlerRange[] | undefined;
  private knownPositions: readonly PositionRange[] | undefined;

  constructor(
    private readonly file: EncodedFile,
    private readonly start: number,
  ) {
    const { words } = file;
    this.firstLine = words[start + UNIT.firstLine];
    this.argumentCount = words[start + UNIT.argumentCount];
    this.positionalOnlyCount = words[start + UNIT.positionalOnlyCount];
    this.keywordOnlyCount = words[start + UNIT.keywordOnlyCount];
    this.flags = words[start + UNIT.flags];
    this.stackSize = words[start + UNIT.stackSize];
    this.instanceSlotsHint = words[start + UNIT.instanceSlotsHint];
  }

  get filename(): string {
    return this.file.filename;
  }

  get name(): string {
    return this.piece(this.at(UNIT.name));
  }

  get qualname(): string {
    return this.piece(this.at(UNIT.qualname));
  }

  get localNames(): readonly string[] {
    return this.list(0);
  }

  get cellNames(): readonly string[] {
    return this.list(1);
  }

  get freeNames(): readonly string[] {
    return this.list(2);
  }

  get names(): readonly string[] {
    return this.list(3);
  }

  get constants(): readonly Constant[] {
    if (this.knownConstants === undefined) {
      const reader = { at: this.constantsStart };
      this.knownConstants = Array.from({ length: this.at(UNIT.constants) }, () => this.constant(reader));
    }
    return this.knownConstants;
  }

  get handlers(): readonly HandlerRange[] {
    this.knownHandlers ??= Array.from({ length: this.at(UNIT.handlers) }, (_, index) => {
      const [start, end, target, depth] = this.file.words.subarray(this.handlersStart + 4 * index);
      return { start, end, target, depth };
    });
    return this.knownHandlers;
  }

  get code(): Int32Array {
    const start = this.handlersStart + 4 * this.at(UNIT.handlers);
    return this.file.words.subarray(start, start + this.at(UNIT.codeWords));
  }

  get positions(): readonly PositionRange[] {
    this.knownPositions ??= readRanges(this.file.positions, this.at(UNIT.positions), this.at(UNIT.positionCount));
    return this.knownPositions;
  }

  private at(field: number): number {
    return this.file.words[this.start + field];
  }

  private get constantsStart(): number {
    return (
      this.start +
      UNIT_WORDS +
      this.at(UNIT.localNames) +
      this.at(UNIT.cellNames) +
      this.at(UNIT.freeNames) +
      this.at(UNIT.names)
    );
  }

  private get handlersStart(): number {
    return this.constantsStart + this.at(UNIT.constantWords);
  }

  private piece(number: number): string {
    const { pieces, places, text } = this.file;
    return (pieces[number] ??= text.slice(places[number], places[number + 1]));
  }

  /** One of the four lists of names, which stand in this order. */
  private list(which: 0 | 1 | 2 | 3): readonly string[] {
    if (this.lists[which] === undefined) {
      let at = this.start + UNIT_WORDS;
      for (let before = 0; before < which; before++) at += this.at(UNIT.localNames + before);
      const names: string[] = [];
      for (let count = this.at(UNIT.localNames + which); count > 0; count--)
        names.push(this.piece(this.file.words[at++]));
      this.lists[which] = names;
    }
    return this.lists[which];
  }

  private constant(reader: { at: number }): Constant {
    const { words } = this.file;
    const kind = words[reader.at++];
    switch (kind) {
      case CONSTANT.none:
        return { kind: "none" };
      case CONSTANT.true:
        return { kind: "true" };
      case CONSTANT.false:
        return { kind: "false" };
      case CONSTANT.ellipsis:
        return { kind: "ellipsis" };
      case CONSTANT.int:
        return { kind: "int", value: BigInt(words[reader.at++]) };
      case CONSTANT.bigInt:
        return { kind: "int", value: fromHexadecimal(this.piece(words[reader.at++])) };
      case CONSTANT.float:
      case CONSTANT.complex: {
        floatWords[0] = words[reader.at++];
        floatWords[1] = words[reader.at++];
        return kind === CONSTANT.float ? { kind: "float", value: float[0] } : { kind: "complex", imag: float[0] };
      }
      case CONSTANT.str:
        return { kind: "str", value: this.piece(words[reader.at++]) };
      case CONSTANT.bytes: {
        const length = words[reader.at++];
        const start = words.byteOffset + 4 * reader.at;
        reader.at += (length + 3) >>> 2;
        return { kind: "bytes", value: new Uint8Array(words.buffer, start, length) };
      }
      case CONSTANT.tuple:
      case CONSTANT.set: {
        const count = words[reader.at++];
        return {
          kind: kind === CONSTANT.tuple ? "tuple" : "set",
          items: Array.from({ length: count }, () => this.constant(reader)),
        };
      }
      case CONSTANT.code:
        return { kind: "code", unit: new DecodedUnit(this.file, words[reader.at++]) };
      default:
        throw new Error(`an encoded constant is of kind ${kind}`);
    }
  }
}

function fromHexadecimal(text: string): bigint {
  return text.startsWith("-") ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
}

function readRanges(bytes: Uint8Array, start: number, count: number): PositionRange[] {
  let at = start;
  /** As the encoder's `number` writes it. */
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
  };
  const ranges: PositionRange[] = [];
  let [end, line] = [0, 0];
  for (let left = count; left > 0; left--) {
    const start = end + number();
    end = start + number();
    line += number();
    const endLine = line + number();
    const column = number();
    ranges.push({ start, end, line, endLine, column, endColumn: column + number() });
  }
  return ranges;
}
