import type { CodeUnit, Constant, EncodedUnits, HandlerRange, PositionRange } from "../code-unit.js";
import {
  CONSTANT_BIG_INT,
  CONSTANT_BYTES,
  CONSTANT_CODE,
  CONSTANT_COMPLEX,
  CONSTANT_ELLIPSIS,
  CONSTANT_FALSE,
  CONSTANT_FLOAT,
  CONSTANT_INT,
  CONSTANT_NONE,
  CONSTANT_SET,
  CONSTANT_STR,
  CONSTANT_TRUE,
  CONSTANT_TUPLE,
  UNIT_ARGUMENT_COUNT,
  UNIT_CELL_NAMES,
  UNIT_CODE_WORDS,
  UNIT_CONSTANT_WORDS,
  UNIT_CONSTANTS,
  UNIT_FIRST_LINE,
  UNIT_FLAGS,
  UNIT_FORMAT,
  UNIT_FREE_NAMES,
  UNIT_HANDLERS,
  UNIT_HEADER_WORDS,
  UNIT_KEYWORD_ONLY_COUNT,
  UNIT_LOCAL_NAMES,
  UNIT_NAME,
  UNIT_NAMES,
  UNIT_NOTES,
  UNIT_POSITION_COUNT,
  UNIT_POSITIONAL_ONLY_COUNT,
  UNIT_POSITIONS,
  UNIT_QUALNAME,
  UNIT_SLOTS_HINT,
  UNIT_STACK_SIZE,
  UNIT_WORDS,
} from "./format.js";

/**
 * The code unit of which `encodeUnit` has made these bytes. Its parts are made when they are first asked for, so the bytes must stay as they are.
 * @param filename the file that it is of
 * @returns undefined if the bytes are of another version or have lost their end. Whether they are otherwise what was written is not checked.
 */
export function decodeUnit(bytes: Uint8Array, filename: string): CodeUnit | undefined {
  const aligned = (bytes.byteOffset & 3) === 0 ? bytes : bytes.slice();
  if (aligned.length < UNIT_HEADER_WORDS * 4) return undefined;
  const { buffer, byteOffset, length } = aligned;
  const words = new Int32Array(buffer, byteOffset, length >>> 2);
  const [format, pieceCount, unitWords, textBytes, positionBytes, wideCount] = words;
  if (format !== UNIT_FORMAT) return undefined;
  const wide = UNIT_HEADER_WORDS + pieceCount + 1;
  const units = wide + wideCount;
  const text = 4 * (units + unitWords);
  const positions = text + ((textBytes + 3) & ~3);
  if (positions > length || positions + positionBytes !== length) return undefined;
  const file = new EncodedFile(
    filename,
    aligned.subarray(0, positions),
    words.subarray(UNIT_HEADER_WORDS, wide),
    words.subarray(wide, units),
    words.subarray(units, units + unitWords),
    aligned.subarray(text, text + textBytes),
    aligned.subarray(positions),
  );
  return new DecodedUnit(file, 0);
}

let decoder: TextDecoder | undefined;

/** What the units of one file share. */
class EncodedFile implements EncodedUnits {
  private known: string | undefined;
  private readonly isWide: ReadonlySet<number>;
  /** Those that have been asked for. */
  private readonly pieces: (string | undefined)[] = [];

  constructor(
    readonly filename: string,
    readonly bytes: Uint8Array,
    readonly places: Int32Array,
    readonly wide: Int32Array,
    readonly words: Int32Array,
    readonly text: Uint8Array,
    readonly positions: Uint8Array,
  ) {
    this.isWide = new Set(wide);
  }

  piece(number: number): string {
    return (this.pieces[number] ??= this.isWide.has(number)
      ? fromUtf16(this.text.subarray(this.places[number], this.places[number + 1]))
      : this.allText.slice(this.places[number], this.places[number + 1]));
  }

  unit(start: number): CodeUnit {
    return new DecodedUnit(this, start);
  }

  /** One character for each byte: only pieces of ASCII are taken from it. */
  private get allText(): string {
    if (this.known === undefined) {
      decoder ??= new TextDecoder("latin1");
      this.known = decoder.decode(this.text);
    }
    return this.known;
  }
}

function fromUtf16(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8));
  return text;
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
    this.firstLine = words[start + UNIT_FIRST_LINE];
    this.argumentCount = words[start + UNIT_ARGUMENT_COUNT];
    this.positionalOnlyCount = words[start + UNIT_POSITIONAL_ONLY_COUNT];
    this.keywordOnlyCount = words[start + UNIT_KEYWORD_ONLY_COUNT];
    this.flags = words[start + UNIT_FLAGS];
    this.stackSize = words[start + UNIT_STACK_SIZE];
    this.instanceSlotsHint = words[start + UNIT_SLOTS_HINT];
  }

  /** A getter: copies of a unit with other parts have none. */
  get encoded(): { readonly units: EncodedUnits; readonly start: number } {
    return { units: this.file, start: this.start };
  }

  get notes(): number {
    return this.at(UNIT_NOTES);
  }

  get filename(): string {
    return this.file.filename;
  }

  get name(): string {
    return this.piece(this.at(UNIT_NAME));
  }

  get qualname(): string {
    return this.piece(this.at(UNIT_QUALNAME));
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
      this.knownConstants = Array.from({ length: this.at(UNIT_CONSTANTS) }, () => this.constant(reader));
    }
    return this.knownConstants;
  }

  get handlers(): readonly HandlerRange[] {
    this.knownHandlers ??= Array.from({ length: this.at(UNIT_HANDLERS) }, (_, index) => {
      const [start, end, target, depth] = this.file.words.subarray(this.handlersStart + 4 * index);
      return { start, end, target, depth };
    });
    return this.knownHandlers;
  }

  get code(): Int32Array {
    const start = this.handlersStart + 4 * this.at(UNIT_HANDLERS);
    return this.file.words.subarray(start, start + this.at(UNIT_CODE_WORDS));
  }

  get positions(): readonly PositionRange[] {
    this.knownPositions ??= readRanges(this.file.positions, this.at(UNIT_POSITIONS), this.at(UNIT_POSITION_COUNT));
    return this.knownPositions;
  }

  private at(field: number): number {
    return this.file.words[this.start + field];
  }

  private get constantsStart(): number {
    return (
      this.start +
      UNIT_WORDS +
      this.at(UNIT_LOCAL_NAMES) +
      this.at(UNIT_CELL_NAMES) +
      this.at(UNIT_FREE_NAMES) +
      this.at(UNIT_NAMES)
    );
  }

  private get handlersStart(): number {
    return this.constantsStart + this.at(UNIT_CONSTANT_WORDS);
  }

  private piece(number: number): string {
    return this.file.piece(number);
  }

  /** One of the four lists of names, which stand in this order. */
  private list(which: 0 | 1 | 2 | 3): readonly string[] {
    if (this.lists[which] === undefined) {
      let at = this.start + UNIT_WORDS;
      for (let before = 0; before < which; before++) at += this.at(UNIT_LOCAL_NAMES + before);
      const names: string[] = [];
      for (let count = this.at(UNIT_LOCAL_NAMES + which); count > 0; count--)
        names.push(this.piece(this.file.words[at++]));
      this.lists[which] = names;
    }
    return this.lists[which];
  }

  private constant(reader: { at: number }): Constant {
    const { words } = this.file;
    const kind = words[reader.at++];
    switch (kind) {
      case CONSTANT_NONE:
        return { kind: "none" };
      case CONSTANT_TRUE:
        return { kind: "true" };
      case CONSTANT_FALSE:
        return { kind: "false" };
      case CONSTANT_ELLIPSIS:
        return { kind: "ellipsis" };
      case CONSTANT_INT:
        return { kind: "int", value: BigInt(words[reader.at++]) };
      case CONSTANT_BIG_INT:
        return { kind: "int", value: fromHexadecimal(this.piece(words[reader.at++])) };
      case CONSTANT_FLOAT:
      case CONSTANT_COMPLEX: {
        floatWords[0] = words[reader.at++];
        floatWords[1] = words[reader.at++];
        return kind === CONSTANT_FLOAT ? { kind: "float", value: float[0] } : { kind: "complex", imag: float[0] };
      }
      case CONSTANT_STR:
        return { kind: "str", value: this.piece(words[reader.at++]) };
      case CONSTANT_BYTES: {
        const length = words[reader.at++];
        const start = words.byteOffset + 4 * reader.at;
        reader.at += (length + 3) >>> 2;
        return { kind: "bytes", value: new Uint8Array(words.buffer, start, length) };
      }
      case CONSTANT_TUPLE:
      case CONSTANT_SET: {
        const count = words[reader.at++];
        return {
          kind: kind === CONSTANT_TUPLE ? "tuple" : "set",
          items: Array.from({ length: count }, () => this.constant(reader)),
        };
      }
      case CONSTANT_CODE:
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
