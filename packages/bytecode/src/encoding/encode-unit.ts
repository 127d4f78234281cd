import type { CodeUnit, Constant, PositionRange } from "../code-unit.js";
import { CONSTANT, FORMAT, HEADER_WORDS, UNIT, UNIT_WORDS } from "./format.js";

/**
 * A code unit, and those within it, as bytes from which `decodeUnit` makes it again. The file's name is left out: equal sources give equal bytes
 * wherever they lie. Bytes of other versions of this package are not understood.
 */
export function encodeUnit(unit: CodeUnit): Uint8Array {
  return new Encoder().encode(unit);
}

/** -0.0 and the payload of NaN are kept. */
const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

class Encoder {
  private readonly words: number[] = [];
  private readonly positions: number[] = [];
  private readonly pieces = new Map<string, number>();

  encode(unit: CodeUnit): Uint8Array {
    this.unit(unit);
    const texts = [...this.pieces.keys()];
    const text = texts.join("");
    const width = isAscii(text) ? 1 : 2;
    const placesWords = texts.length + 1;
    const positionWords = (this.positions.length + 3) >>> 2;
    const headWords = HEADER_WORDS + placesWords + this.words.length + positionWords;
    const bytes = new Uint8Array(headWords * 4 + text.length * width);
    const head = new Int32Array(bytes.buffer, 0, headWords);
    head.set([FORMAT, texts.length, this.words.length, this.positions.length, width]);
    let place = 0;
    texts.forEach((piece, index) => {
      head[HEADER_WORDS + index] = place;
      place += piece.length;
    });
    head[HEADER_WORDS + texts.length] = place;
    head.set(this.words, HEADER_WORDS + placesWords);
    bytes.set(this.positions, (headWords - positionWords) * 4);
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

  /** Where the unit begins. Units within it come behind it. */
  private unit(unit: CodeUnit): number {
    const { words } = this;
    const start = words.length;
    for (let index = 0; index < UNIT_WORDS; index++) words.push(0);
    words[start + UNIT.name] = this.piece(unit.name);
    words[start + UNIT.qualname] = this.piece(unit.qualname);
    words[start + UNIT.firstLine] = unit.firstLine;
    words[start + UNIT.argumentCount] = unit.argumentCount;
    words[start + UNIT.positionalOnlyCount] = unit.positionalOnlyCount;
    words[start + UNIT.keywordOnlyCount] = unit.keywordOnlyCount;
    words[start + UNIT.flags] = unit.flags;
    words[start + UNIT.stackSize] = unit.stackSize;
    words[start + UNIT.instanceSlotsHint] = unit.instanceSlotsHint;
    for (const list of ["localNames", "cellNames", "freeNames", "names"] as const) {
      words[start + UNIT[list]] = unit[list].length;
      for (const name of unit[list]) words.push(this.piece(name));
    }
    const constants = words.length;
    /** Where the words of inner units go, once these are there. */
    const inner: { readonly unit: CodeUnit; readonly at: number }[] = [];
    for (const constant of unit.constants) this.constant(constant, inner);
    words[start + UNIT.constants] = unit.constants.length;
    words[start + UNIT.constantWords] = words.length - constants;
    words[start + UNIT.handlers] = unit.handlers.length;
    for (const { start, end, target, depth } of unit.handlers) words.push(start, end, target, depth);
    words[start + UNIT.codeWords] = unit.code.length;
    for (const word of unit.code) words.push(word);
    words[start + UNIT.positions] = this.positions.length;
    words[start + UNIT.positionCount] = unit.positions.length;
    this.ranges(unit.positions);
    for (const { unit, at } of inner) words[at] = this.unit(unit);
    return start;
  }

  private constant(constant: Constant, inner: { readonly unit: CodeUnit; readonly at: number }[]): void {
    const { words } = this;
    switch (constant.kind) {
      case "int": {
        const { value } = constant;
        if (BigInt.asIntN(32, value) === value) words.push(CONSTANT.int, Number(value));
        else words.push(CONSTANT.bigInt, this.piece(value.toString(16)));
        return;
      }
      case "float":
      case "complex":
        float[0] = constant.kind === "float" ? constant.value : constant.imag;
        words.push(CONSTANT[constant.kind], floatWords[0], floatWords[1]);
        return;
      case "str":
        words.push(CONSTANT.str, this.piece(constant.value));
        return;
      case "bytes": {
        const { value } = constant;
        words.push(CONSTANT.bytes, value.length);
        for (let at = 0; at < value.length; at += 4)
          words.push(value[at] | (value[at + 1] << 8) | (value[at + 2] << 16) | (value[at + 3] << 24));
        return;
      }
      case "tuple":
        words.push(CONSTANT.tuple, constant.items.length);
        for (const item of constant.items) this.constant(item, inner);
        return;
      case "code":
        words.push(CONSTANT.code, 0);
        inner.push({ unit: constant.unit, at: words.length - 1 });
        return;
      default:
        words.push(CONSTANT[constant.kind]);
    }
  }

  /** Differences to what stands before, as most fit in a byte. */
  private ranges(ranges: readonly PositionRange[]): void {
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
    for (; rest >>> 7 !== 0; rest >>>= 7) this.positions.push((rest & 0x7f) | 0x80);
    this.positions.push(rest);
  }
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
