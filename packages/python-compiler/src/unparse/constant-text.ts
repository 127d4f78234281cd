import type { ast } from "@hotpy/python-parser";
import { CHAR_PRINTABLE, propertiesOf } from "@hotpy/unicode";

/** CPython shows infinity as a number that is one when it is read. */
const INFINITY = "1e309";

/** The literal of a constant, as `repr` gives it. */
export const constantText = ({ value, prefix }: ast.Constant): string => literalText(value, prefix);

function literalText(constant: ast.ConstantValue, prefix: string | null): string {
  switch (constant.type) {
    case "int":
      return constant.value.toString();
    case "float":
      return floatText(constant.value, true);
    case "complex":
      return `${floatText(constant.value, false)}j`;
    case "str":
      return `${prefix ?? ""}${quoted(charactersOf(constant.value), escapeCharacter)}`;
    case "pieces":
      return `${prefix ?? ""}${quoted(constant.value.flatMap(charactersOf), escapeCharacter)}`;
    case "bytes":
      return `b${quoted(charactersOf(String.fromCharCode(...constant.value)), escapeByte)}`;
    case "bool":
      return constant.value ? "True" : "False";
    case "None":
      return "None";
    case "Ellipsis":
      return "...";
    case "tuple": {
      const items = constant.value.map((value) => literalText(value, null));
      return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
    }
  }
}

/** The shortest digits that give the number, with an exponent below 1e-4 and from 1e16. */
function floatText(value: number, wantsPoint: boolean): string {
  if (value === Number.POSITIVE_INFINITY) return INFINITY;
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const digits = mantissa.replace(".", "");
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  const fraction = digits.slice(power + 1);
  if (fraction !== "") return `${whole}.${fraction}`;
  return wantsPoint ? `${whole}.0` : whole;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** `repr` of text. */
export const textLiteral = (text: string): string => quoted(charactersOf(text), escapeCharacter);

const charactersOf = (text: string): string[] => [...text];

function quoted(text: readonly string[], escape: (character: string) => string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) {
    result += character === quote ? `\\${character}` : (ESCAPES[character] ?? escape(character));
  }
  return result + quote;
}

function escapeByte(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x20 && code < 0x7f ? character : `\\x${code.toString(16).padStart(2, "0")}`;
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code > 0x7f && (propertiesOf(code) & CHAR_PRINTABLE) !== 0) return character;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
