import { decodeString } from "./escapes.js";
import { LiteralError } from "./literal-error.js";
import { appendText } from "./pieces.js";

const MAX_BRACKETS = 200;
const OPENING: { readonly [closing: string]: string } = { ")": "(", "]": "[", "}": "{" };

/** A replacement field of an f-string; `E` is what the caller makes of expressions. */
export interface Field<E> {
  /** Which of the adjacent string tokens it stands in. */
  token: number;
  expression: E;
  /** The code of the conversion character, or -1. */
  conversion: -1 | 97 | 114 | 115;
  spec: FormatPart<E>[] | null;
}

/** Literal text, decoded and not empty, or a field. */
export type FormatPart<E> = string | Field<E>;

/**
 * Reads the inside of an f-string as CPython 3.11 does: it finds the end of each expression by
 * brackets and quotes alone, then compiles the expression on its own.
 */
export class FormatStringReader<E> {
  private index = 0;

  /**
   * @param token goes into the fields
   * @param body the text between the quotes
   * @param compile makes an expression of `body.slice(start, end)`; called from left to right
   * @param onInvalid as for `decodeString`
   */
  constructor(
    private readonly token: number,
    private readonly body: string,
    private readonly isRaw: boolean,
    private readonly compile: (start: number, end: number) => E,
    private readonly onInvalid?: (escape: string) => void,
  ) {}

  /** @throws LiteralError with CPython's message */
  read(): FormatPart<E>[] {
    return this.parts(0);
  }

  /** Parts up to the end or, in a format spec (`level` > 0), to the brace that ends it. */
  private parts(level: number): FormatPart<E>[] {
    const parts: FormatPart<E>[] = [];
    let pieces: string[] = [];
    const flush = () => {
      parts.push(...pieces);
      pieces = [];
    };
    for (;;) {
      const [literal, isBraceDoubled] = this.literal(level);
      for (const piece of literal) appendText(pieces, piece);
      if (isBraceDoubled) continue;
      if (this.index >= this.body.length || this.body[this.index] === "}") break;
      const [field, source] = this.field(level);
      appendText(pieces, source);
      flush();
      parts.push(field);
    }
    if (level > 0 && this.body[this.index] !== "}") throw expectingBrace();
    flush();
    return parts;
  }

  /** Text up to a brace, and whether that was a doubled one, which is then part of the text. */
  private literal(level: number): [pieces: string[], isBraceDoubled: boolean] {
    const { body, isRaw } = this;
    const start = this.index;
    let i = start;
    let isBraceDoubled = false;
    while (i < body.length) {
      let char = body[i++];
      if (!isRaw && char === "\\" && i < body.length) {
        char = body[i++];
        if (char === "N") {
          // The braces of \N{…} are no field.
          if (i < body.length && body[i++] === "{") {
            while (i < body.length && body[i++] !== "}");
          }
          continue;
        }
      }
      if (char !== "{" && char !== "}") continue;
      if (level === 0) {
        if (body[i] === char) {
          isBraceDoubled = true;
          break;
        }
        if (char === "}") throw new LiteralError("f-string: single '}' is not allowed");
      }
      i--;
      break;
    }
    const text = body.slice(start, i);
    this.index = isBraceDoubled ? i + 1 : i;
    return [isRaw ? [text] : decodeString(text, this.onInvalid), isBraceDoubled];
  }

  /** A field, at its `{`, and the source text that `=` asks to print before the value. */
  private field(level: number): [field: Field<E>, source: string] {
    const { body } = this;
    if (level >= 2) throw new LiteralError("f-string: expressions nested too deeply");
    const start = this.index + 1;
    const end = this.expressionEnd(start);
    if (end >= body.length) throw expectingBrace();
    if (/^[ \t\n\f]*$/.test(body.slice(start, end))) {
      throw new LiteralError(
        body[end] === "}"
          ? "f-string: empty expression not allowed"
          : `f-string: expression required before '${body[end]}'`,
      );
    }
    const expression = this.compile(start, end);
    this.index = end;
    let source = "";
    if (body[end] === "=") {
      this.index++;
      while (/[ \t\n\r\f\v]/.test(body[this.index] ?? "")) this.index++;
      source = body.slice(start, this.index);
    }
    let conversion: Field<E>["conversion"] = -1;
    if (body[this.index] === "!") {
      conversion = this.conversion();
    }
    let spec: FormatPart<E>[] | null = null;
    if (body[this.index] === ":") {
      this.index++;
      if (this.index >= body.length) throw expectingBrace();
      spec = this.parts(level + 1);
    }
    if (body[this.index] !== "}") throw expectingBrace();
    this.index++;
    if (source !== "" && spec === null && conversion === -1) conversion = 114;
    return [{ token: this.token, expression, conversion, spec }, source];
  }

  private conversion(): 97 | 114 | 115 {
    const index = this.index + 1;
    if (index >= this.body.length) throw expectingBrace();
    const code = this.body.charCodeAt(index);
    if (code !== 97 && code !== 114 && code !== 115) {
      throw new LiteralError("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    this.index = index + 1;
    return code;
  }

  /** The index of the character that ends the expression begun at `start`. */
  private expressionEnd(start: number): number {
    const { body } = this;
    const open: string[] = [];
    let quote = "";
    let i = start;
    for (; i < body.length; i++) {
      const char = body[i];
      if (char === "\\") {
        throw new LiteralError("f-string expression part cannot include a backslash");
      }
      if (quote !== "") {
        if (body.startsWith(quote, i)) {
          i += quote.length - 1;
          quote = "";
        }
      } else if (char === "'" || char === '"') {
        quote = body.startsWith(char.repeat(3), i) ? char.repeat(3) : char;
        i += quote.length - 1;
      } else if (char === "(" || char === "[" || char === "{") {
        if (open.length >= MAX_BRACKETS) {
          throw new LiteralError("f-string: too many nested parenthesis");
        }
        open.push(char);
      } else if (char === "#") {
        throw new LiteralError("f-string expression part cannot include '#'");
      } else if (open.length === 0 && "!:}=<>".includes(char)) {
        if (body[i + 1] === "=" && "!=<>".includes(char)) i++;
        else if (char !== "<" && char !== ">") break;
      } else if (char === ")" || char === "]" || char === "}") {
        const opening = open.pop();
        if (opening === undefined) throw new LiteralError(`f-string: unmatched '${char}'`);
        if (opening !== OPENING[char]) {
          throw new LiteralError(
            `f-string: closing parenthesis '${char}' does not match ` + `opening parenthesis '${opening}'`,
          );
        }
      }
    }
    if (quote !== "") throw new LiteralError("f-string: unterminated string");
    if (open.length > 0) throw new LiteralError(`f-string: unmatched '${open.at(-1)}'`);
    return i;
  }
}

function expectingBrace(): LiteralError {
  return new LiteralError("f-string: expecting '}'");
}
