/// Templates of `str.format`: text with replacement fields "{name!conversion:spec}".

/** A replacement field; absent parts are "". */
export interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

/** A piece of a template: literal text, a field, or the message of CPython's ValueError at that place. */
export type Piece = string | Field | { readonly error: string };

/** The pieces of a template in order; ends after an error. */
export function* readTemplate(template: string): Generator<Piece> {
  let at = 0;
  let literal = "";
  while (at < template.length) {
    const character = template[at++];
    if (character !== "{" && character !== "}") {
      literal += character;
    } else if (template[at] === character) {
      literal += character;
      at++;
    } else {
      if (literal !== "") yield literal;
      literal = "";
      if (character === "}") return yield { error: "Single '}' encountered in format string" };
      if (at === template.length) return yield { error: "Single '{' encountered in format string" };
      const end = endOfField(template, at);
      if (end < 0) return yield { error: faultOfOpenField(template.slice(at)) };
      const piece = readField(template.slice(at, end));
      yield piece;
      if ("error" in piece) return;
      at = end + 1;
    }
  }
  if (literal !== "") yield literal;
}

/** Message for a field that is not closed. */
function faultOfOpenField(text: string): string {
  const piece = readField(text);
  if ("error" in piece && piece.error.startsWith("unexpected")) return piece.error;
  return "conversion" in piece && piece.conversion !== ""
    ? "unmatched '{' in format spec"
    : "expected '}' before end of string";
}

/** Index of the brace that closes the field beginning at `start`, or -1. Brackets hide braces. */
export function endOfField(template: string, start: number): number {
  let depth = 1;
  let inBrackets = false;
  let inSpec = false;
  for (let i = start; i < template.length; i++) {
    const character = template[i];
    if (!inSpec && character === "[") inBrackets = true;
    else if (!inSpec && character === "]") inBrackets = false;
    else if (inBrackets) continue;
    else if (character === ":" && depth === 1) inSpec = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i;
  }
  return -1;
}

/** What is wrong with a field that has a brace in its name. */
export const BRACE_IN_NAME = "unexpected '{' in field name";

/** Index at which the name at the start of a field ends; -1: a brace stands in it. Brackets hide all but "]". */
export function endOfName(text: string): number {
  let inBrackets = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[") inBrackets = true;
    else if (character === "]") inBrackets = false;
    else if (inBrackets) continue;
    else if (character === "{") return -1;
    else if (character === "!" || character === ":") return at;
  }
  return text.length;
}

function readField(text: string): Field | { readonly error: string } {
  const at = endOfName(text);
  if (at < 0) return { error: BRACE_IN_NAME };
  const name = text.slice(0, at);
  if (text[at] !== "!") return { name, conversion: "", spec: text.slice(at + 1) };
  const code = text.codePointAt(at + 1);
  if (code === undefined) return { error: "unmatched '{' in format spec" };
  const conversion = String.fromCodePoint(code);
  const rest = text.slice(at + 1 + conversion.length);
  if (rest !== "" && rest[0] !== ":") return { error: "expected ':' after conversion specifier" };
  return { name, conversion, spec: rest.slice(1) };
}
