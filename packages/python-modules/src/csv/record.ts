/// Records of any form, a character at a time: the automaton of CPython's `_csv`.

import { NO_CHARACTER, QUOTING, type Rules } from "./rules.js";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
/** Behind the last character of each line. */
const END = -2;

type State =
  | "start-record"
  | "start-field"
  | "escaped"
  | "in-field"
  | "in-quotes"
  | "escape-in-quotes"
  | "quote-in-quotes"
  | "line-end"
  | "escaped-line-end";

/** A field; `isNumeric`: it is to be made a float. */
export interface FieldText {
  readonly text: string;
  readonly isNumeric: boolean;
}

/** A record that may go on over several lines. */
export class RecordParser {
  #state: State = "start-record";
  #field = "";
  #length = 0;
  #isNumeric = false;
  #fields: FieldText[] = [];

  restart(): void {
    this.#state = "start-record";
    this.#field = "";
    this.#length = 0;
    this.#isNumeric = false;
    this.#fields = [];
  }

  get isAtStart(): boolean {
    return this.#state === "start-record";
  }

  /** Takes a line. A string: what is wrong; undefined: the record goes on; else its fields. */
  add(line: string, rules: Rules, limit: number): readonly FieldText[] | string | undefined {
    for (const character of line) {
      const fault = this.#take(character.codePointAt(0) as number, character, rules, limit);
      if (fault !== undefined) return fault;
    }
    const fault = this.#take(END, "\n", rules, limit);
    if (fault !== undefined) return fault;
    return this.#state === "start-record" ? this.#fields : undefined;
  }

  /** The input ends. Undefined: so does the record; a string: what is wrong. */
  end(rules: Rules): readonly FieldText[] | string | undefined {
    if (this.#length === 0 && this.#state !== "in-quotes") return undefined;
    if (rules.isStrict) return "unexpected end of data";
    this.#save();
    return this.#fields;
  }

  #save(): void {
    this.#fields.push({ text: this.#field, isNumeric: this.#isNumeric });
    this.#field = "";
    this.#length = 0;
    this.#isNumeric = false;
  }

  #put(character: string, limit: number): string | undefined {
    if (this.#length >= limit) return `field larger than field limit (${limit})`;
    this.#field += character;
    this.#length++;
    return undefined;
  }

  #endField(code: number): undefined {
    this.#save();
    this.#state = code === END ? "start-record" : "line-end";
    return undefined;
  }

  /** What is wrong with a character here, or undefined. */
  #take(code: number, character: string, rules: Rules, limit: number): string | undefined {
    const { delimiter, escape, quote, quoting } = rules;
    const isLineEnd = code === NEWLINE || code === RETURN;
    switch (this.#state) {
      case "start-record":
        if (code === END) return undefined;
        this.#state = isLineEnd ? "line-end" : "start-field";
        return isLineEnd ? undefined : this.#take(code, character, rules, limit);
      case "start-field":
        if (isLineEnd || code === END) return this.#endField(code);
        if (code === quote && quoting !== QUOTING.QUOTE_NONE) this.#state = "in-quotes";
        else if (code === escape) this.#state = "escaped";
        else if (code === SPACE && rules.skipsSpace) return undefined;
        else if (code === delimiter) this.#save();
        else {
          this.#isNumeric = quoting === QUOTING.QUOTE_NONNUMERIC;
          this.#state = "in-field";
          return this.#put(character, limit);
        }
        return undefined;
      case "escaped":
        this.#state = isLineEnd ? "escaped-line-end" : "in-field";
        return this.#put(character, limit);
      case "escaped-line-end":
        if (code === END) return undefined;
        this.#state = "in-field";
        return this.#take(code, character, rules, limit);
      case "in-field":
        if (isLineEnd || code === END) return this.#endField(code);
        if (code === escape) this.#state = "escaped";
        else if (code === delimiter) {
          this.#save();
          this.#state = "start-field";
        } else return this.#put(character, limit);
        return undefined;
      case "in-quotes":
        if (code === END) return undefined;
        if (code === escape) this.#state = "escape-in-quotes";
        else if (code === quote && quoting !== QUOTING.QUOTE_NONE)
          this.#state = rules.doubleQuote ? "quote-in-quotes" : "in-field";
        else return this.#put(character, limit);
        return undefined;
      case "escape-in-quotes":
        this.#state = "in-quotes";
        return this.#put(character, limit);
      case "quote-in-quotes":
        if (quoting !== QUOTING.QUOTE_NONE && code === quote) {
          this.#state = "in-quotes";
          return this.#put(character, limit);
        }
        if (code === delimiter) {
          this.#save();
          this.#state = "start-field";
          return undefined;
        }
        if (isLineEnd || code === END) return this.#endField(code);
        if (rules.isStrict)
          return `'${String.fromCodePoint(delimiter)}' expected after '${String.fromCodePoint(quote)}'`;
        this.#state = "in-field";
        return this.#put(character, limit);
      default:
        if (isLineEnd) return undefined;
        if (code === END) {
          this.#state = "start-record";
          return undefined;
        }
        return "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?";
    }
  }
}

/** A field as it is written; undefined: something must be escaped, and there is no character for that. */
export function fieldText(text: string, isQuoted: boolean, rules: Rules): string | undefined {
  const { delimiter, escape, quote, quoting, lineTerminator } = rules;
  let result = "";
  let quoted = isQuoted;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code === delimiter || code === escape || code === quote || lineTerminator.includes(character)) {
      let isEscaped = quoting === QUOTING.QUOTE_NONE;
      if (!isEscaped) {
        if (code === quote) {
          if (rules.doubleQuote) result += character;
          else isEscaped = true;
        } else if (code === escape) isEscaped = true;
        if (!isEscaped) quoted = true;
      }
      if (isEscaped) {
        if (escape === NO_CHARACTER) return undefined;
        result += String.fromCodePoint(escape);
      }
    }
    result += character;
  }
  if (!quoted) return result;
  const mark = String.fromCodePoint(quote);
  return mark + result + mark;
}
