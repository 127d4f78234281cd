import type { CodeUnit, Constant, PositionRange } from "../code-unit.js";
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
  UNIT_COUNT,
  UNIT_FIRST_LINE,
  UNIT_FLAGS,
  UNIT_FORMAT,
  UNIT_FREE_NAMES,
  UNIT_HANDLERS,
  UNIT_INDEX,
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
 * A code unit, and those within it, as bytes from which `decodeUnit` makes it again. The file's name is left out: equal sources give equal bytes
 * wherever they lie. Bytes of other versions of this package are not understood.
 * @param notesOf a number that is kept with each unit, its `notes`: what a language finds out about it once
 */
export function encodeUnit(unit: CodeUnit, notesOf: (unit: CodeUnit) => number = () => 0): Uint8Array {
  return new Encoder(notesOf).encode(unit);
}

const CONSTANT_KINDS = {
  none: CONSTANT_NONE,
  true: CONSTANT_TRUE,
  false: CONSTANT_FALSE,
  ellipsis: CONSTANT_ELLIPSIS,
  float: CONSTANT_FLOAT,
  complex: CONSTANT_COMPLEX,
  tuple: CONSTANT_TUPLE,
  set: CONSTANT_SET,
} as const;

/** Six numbers of at most five bytes. */
const MOST_POSITION_BYTES = 30;

/** -0.0 and the payload of NaN are kept. */
const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

class Encoder {
  private words = new Int32Array(512);
  private wordCount = 0;
  private positions = new Uint8Array(512);
  private positionCount = 0;
  private unitCount = 0;
  private readonly pieces = new Map<string, number>();

  constructor(private readonly notesOf: (unit: CodeUnit) => number) {}

  encode(unit: CodeUnit): Uint8Array {
    this.unit(unit);
    const texts = [...this.pieces.keys()];
    const wide: number[] = [];
    const places: number[] = [0];
    let textBytes = 0;
    for (let number = 0; number < texts.length; number++) {
      const isWide = !isAscii(texts[number]);
      if (isWide) wide.push(number);
      textBytes += texts[number].length << (isWide ? 1 : 0);
      places.push(textBytes);
    }
    const head = [UNIT_FORMAT, texts.length, this.wordCount, textBytes, this.positionCount, wide.length];
    const unitsStart = head.length + places.length + wide.length;
    const textStart = (unitsStart + this.wordCount) * 4;
    const positionsStart = textStart + ((textBytes + 3) & ~3);
    const bytes = new Uint8Array(positionsStart + this.positionCount);
    const words = new Int32Array(bytes.buffer, 0, positionsStart >>> 2);
    words.set(head);
    words.set(places, head.length);
    words.set(wide, head.length + places.length);
    words.set(this.words.subarray(0, this.wordCount), unitsStart);
    let at = textStart;
    let nextWide = 0;
    for (let number = 0; number < texts.length; number++) {
      const text = texts[number];
      const isWide = wide[nextWide] === number;
      if (isWide) nextWide++;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        bytes[at++] = code;
        if (isWide) bytes[at++] = code >>> 8;
      }
    }
    bytes.set(this.positions.subarray(0, this.positionCount), positionsStart);
    return bytes;
  }

  /** The number of a text, which is kept once. */
  private piece(text: string): number {
    let number = this.pieces.get(text);
    if (number === undefined) this.pieces.set(text, (number = this.pieces.size));
    return number;
  }

  private push(word: number): void {
    if (this.wordCount === this.words.length) this.grow(1);
    this.words[this.wordCount++] = word;
  }

  /** Makes room for so many words. */
  private grow(count: number): void {
    const words = new Int32Array(2 * this.words.length + count);
    words.set(this.words);
    this.words = words;
  }

  /** Where the unit begins. Units within it come behind it. */
  private unit(unit: CodeUnit): number {
    const start = this.wordCount;
    const index = this.unitCount++;
    const { localNames, cellNames, freeNames, names, constants, handlers, code, positions } = unit;
    const length = localNames.length + cellNames.length + freeNames.length + names.length;
    if (start + UNIT_WORDS + length > this.words.length) this.grow(UNIT_WORDS + length);
    this.wordCount += UNIT_WORDS;
    this.list(localNames);
    this.list(cellNames);
    this.list(freeNames);
    this.list(names);
    const constantsStart = this.wordCount;
    /** Where the words of inner units go, once these are there. */
    const inner: { readonly unit: CodeUnit; readonly at: number }[] = [];
    for (const constant of constants) this.constant(constant, inner);
    const constantWords = this.wordCount - constantsStart;
    for (const { start, end, target, depth } of handlers) {
      this.push(start);
      this.push(end);
      this.push(target);
      this.push(depth);
    }
    if (this.wordCount + code.length > this.words.length) this.grow(code.length);
    this.words.set(code, this.wordCount);
    this.wordCount += code.length;
    const fixed = this.words.subarray(start, start + UNIT_WORDS);
    fixed[UNIT_NAME] = this.piece(unit.name);
    fixed[UNIT_QUALNAME] = this.piece(unit.qualname);
    fixed[UNIT_FIRST_LINE] = unit.firstLine;
    fixed[UNIT_ARGUMENT_COUNT] = unit.argumentCount;
    fixed[UNIT_POSITIONAL_ONLY_COUNT] = unit.positionalOnlyCount;
    fixed[UNIT_KEYWORD_ONLY_COUNT] = unit.keywordOnlyCount;
    fixed[UNIT_FLAGS] = unit.flags;
    fixed[UNIT_STACK_SIZE] = unit.stackSize;
    fixed[UNIT_SLOTS_HINT] = unit.instanceSlotsHint;
    fixed[UNIT_LOCAL_NAMES] = localNames.length;
    fixed[UNIT_CELL_NAMES] = cellNames.length;
    fixed[UNIT_FREE_NAMES] = freeNames.length;
    fixed[UNIT_NAMES] = names.length;
    fixed[UNIT_CONSTANTS] = constants.length;
    fixed[UNIT_CONSTANT_WORDS] = constantWords;
    fixed[UNIT_HANDLERS] = handlers.length;
    fixed[UNIT_CODE_WORDS] = code.length;
    fixed[UNIT_POSITIONS] = this.positionCount;
    fixed[UNIT_POSITION_COUNT] = positions.length;
    fixed[UNIT_INDEX] = index;
    fixed[UNIT_NOTES] = this.notesOf(unit);
    this.ranges(positions);
    for (const { unit, at } of inner) {
      const place = this.unit(unit);
      this.words[at] = place;
    }
    this.words[start + UNIT_COUNT] = this.unitCount - index;
    return start;
  }

  private list(names: readonly string[]): void {
    for (const name of names) this.push(this.piece(name));
  }

  private constant(constant: Constant, inner: { readonly unit: CodeUnit; readonly at: number }[]): void {
    switch (constant.kind) {
      case "int": {
        const { value } = constant;
        if (BigInt.asIntN(32, value) === value) {
          this.push(CONSTANT_INT);
          this.push(Number(value));
        } else {
          this.push(CONSTANT_BIG_INT);
          this.push(this.piece(value.toString(16)));
        }
        return;
      }
      case "float":
      case "complex":
        float[0] = constant.kind === "float" ? constant.value : constant.imag;
        this.push(CONSTANT_KINDS[constant.kind]);
        this.push(floatWords[0]);
        this.push(floatWords[1]);
        return;
      case "str":
        this.push(CONSTANT_STR);
        this.push(this.piece(constant.value));
        return;
      case "bytes": {
        const { value } = constant;
        this.push(CONSTANT_BYTES);
        this.push(value.length);
        for (let at = 0; at < value.length; at += 4)
          this.push(value[at] | (value[at + 1] << 8) | (value[at + 2] << 16) | (value[at + 3] << 24));
        return;
      }
      case "tuple":
      case "set":
        this.push(CONSTANT_KINDS[constant.kind]);
        this.push(constant.items.length);
        for (const item of constant.items) this.constant(item, inner);
        return;
      case "code":
        this.push(CONSTANT_CODE);
        this.push(0);
        inner.push({ unit: constant.unit, at: this.wordCount - 1 });
        return;
      default:
        this.push(CONSTANT_KINDS[constant.kind]);
    }
  }

  /** Differences to what stands before, as most fit in a byte. */
  private ranges(ranges: readonly PositionRange[]): void {
    const most = this.positionCount + MOST_POSITION_BYTES * ranges.length;
    if (most > this.positions.length) {
      const positions = new Uint8Array(2 * most);
      positions.set(this.positions);
      this.positions = positions;
    }
    let [before, lastLine] = [0, 0];
    for (const { start, end, line, endLine, column, endColumn } of ranges) {
      this.number(start - before);
      this.number(end - start);
      this.number(line - lastLine);
      this.number(endLine - line);
      this.number(column);
      this.number(endColumn - column);
      [before, lastLine] = [end, line];
    }
  }

  /** Seven bits a byte, the lowest first, the sign in the lowest of all; the eighth says that more follow. */
  private number(value: number): void {
    let rest = (value << 1) ^ (value >> 31);
    for (; rest >>> 7 !== 0; rest >>>= 7) this.positions[this.positionCount++] = (rest & 0x7f) | 0x80;
    this.positions[this.positionCount++] = rest;
  }
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
