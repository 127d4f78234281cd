import type { CodeUnit, Constant, PositionRange } from "../code-unit.js";
import { CONSTANT, FORMAT, HEADER_WORDS, UNIT, UNIT_WORDS } from "./format.js";

/**
 * A code unit, and those within it, as bytes from which `decodeUnit` makes it again. The file's name is left out: equal sources give equal bytes
 * wherever they lie. Bytes of other versions of this package are not understood.
 */
export function encodeUnit(unit: CodeUnit): Uint8Array {
  return new Encoder().encode(unit);
}

/** Six numbers of at most five bytes. */
const MOST_POSITION_BYTES = 30;

/** -0.0 and the payload of NaN are kept. */
const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

class Encoder {
  private words = new Int32Array(4096);
  private wordCount = 0;
  private positions = new Uint8Array(8192);
  private positionCount = 0;
  private readonly pieces = new Map<string, number>();

  encode(unit: CodeUnit): Uint8Array {
    this.unit(unit);
    const texts = [...this.pieces.keys()];
    const text = texts.join("");
    const width = isAscii(text) ? 1 : 2;
    const placesWords = texts.length + 1;
    const positionWords = (this.positionCount + 3) >>> 2;
    const headWords = HEADER_WORDS + placesWords + this.wordCount + positionWords;
    const bytes = new Uint8Array(headWords * 4 + text.length * width);
    const head = new Int32Array(bytes.buffer, 0, headWords);
    head.set([FORMAT, texts.length, this.wordCount, this.positionCount, width]);
    let place = 0;
    texts.forEach((piece, index) => {
      head[HEADER_WORDS + index] = place;
      place += piece.length;
    });
    head[HEADER_WORDS + texts.length] = place;
    head.set(this.words.subarray(0, this.wordCount), HEADER_WORDS + placesWords);
    bytes.set(this.positions.subarray(0, this.positionCount), (headWords - positionWords) * 4);
    if (width === 1) {
      new TextEncoder().encodeInto(text, bytes.subarray(headWords * 4));
    } else {
      const units = new Uint16Array(bytes.buffer, headWords * 4);
      for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
    }
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
    fixed[UNIT.name] = this.piece(unit.name);
    fixed[UNIT.qualname] = this.piece(unit.qualname);
    fixed[UNIT.firstLine] = unit.firstLine;
    fixed[UNIT.argumentCount] = unit.argumentCount;
    fixed[UNIT.positionalOnlyCount] = unit.positionalOnlyCount;
    fixed[UNIT.keywordOnlyCount] = unit.keywordOnlyCount;
    fixed[UNIT.flags] = unit.flags;
    fixed[UNIT.stackSize] = unit.stackSize;
    fixed[UNIT.instanceSlotsHint] = unit.instanceSlotsHint;
    fixed[UNIT.localNames] = localNames.length;
    fixed[UNIT.cellNames] = cellNames.length;
    fixed[UNIT.freeNames] = freeNames.length;
    fixed[UNIT.names] = names.length;
    fixed[UNIT.constants] = constants.length;
    fixed[UNIT.constantWords] = constantWords;
    fixed[UNIT.handlers] = handlers.length;
    fixed[UNIT.codeWords] = code.length;
    fixed[UNIT.positions] = this.positionCount;
    fixed[UNIT.positionCount] = positions.length;
    this.ranges(positions);
    for (const { unit, at } of inner) {
      const place = this.unit(unit);
      this.words[at] = place;
    }
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
          this.push(CONSTANT.int);
          this.push(Number(value));
        } else {
          this.push(CONSTANT.bigInt);
          this.push(this.piece(value.toString(16)));
        }
        return;
      }
      case "float":
      case "complex":
        float[0] = constant.kind === "float" ? constant.value : constant.imag;
        this.push(CONSTANT[constant.kind]);
        this.push(floatWords[0]);
        this.push(floatWords[1]);
        return;
      case "str":
        this.push(CONSTANT.str);
        this.push(this.piece(constant.value));
        return;
      case "bytes": {
        const { value } = constant;
        this.push(CONSTANT.bytes);
        this.push(value.length);
        for (let at = 0; at < value.length; at += 4)
          this.push(value[at] | (value[at + 1] << 8) | (value[at + 2] << 16) | (value[at + 3] << 24));
        return;
      }
      case "tuple":
      case "set":
        this.push(CONSTANT[constant.kind]);
        this.push(constant.items.length);
        for (const item of constant.items) this.constant(item, inner);
        return;
      case "code":
        this.push(CONSTANT.code);
        this.push(0);
        inner.push({ unit: constant.unit, at: this.wordCount - 1 });
        return;
      default:
        this.push(CONSTANT[constant.kind]);
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
