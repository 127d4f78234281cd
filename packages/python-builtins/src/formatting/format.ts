import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";
import { integerString } from "../numbers/convert.js";
import { BASES, formatFloat, formatInteger } from "./numbers.js";
import { type FormatSpec, parseFormatSpec, quoteType } from "./spec.js";

/** `__format__` of the builtin types; `spec` is a str word. Leaf. Results are str words or NULL. */
export interface Formatting {
  formatStr(value: Word, spec: Word): Word;
  formatInt(value: Word, spec: Word): Word;
  formatFloat(value: Word, spec: Word): Word;
}

/** JavaScript's strings are not longer. */
const LONGEST = 2 ** 28;

type Parser = (spec: Word) => FormatSpec | undefined;

export function createFormatting(realm: Realm): Formatting {
  const { strings, integers, floats } = realm;

  /** Specifications are mostly constants, hence interned: parsed once by word. */
  function parser(defaultType: string, defaultAlign: "<" | ">", typeName: string): Parser {
    const known = new Map<Word, FormatSpec>();
    return (word) => {
      let spec = known.get(word);
      if (spec === undefined) {
        const parsed = parseFormatSpec(strings.toJS(word), defaultType, defaultAlign, typeName);
        if (typeof parsed === "string") {
          realm.raise("ValueError", parsed);
          return undefined;
        }
        if (parsed.width > LONGEST || parsed.precision > LONGEST) {
          realm.raise("MemoryError", "");
          return undefined;
        }
        spec = parsed;
        if (strings.isInterned(word)) known.set(word, spec);
      }
      return spec;
    };
  }
  const parseStr = parser("s", "<", "str");
  const parseIntSpec = parser("d", ">", "int");
  const parseFloat = parser("", ">", "float");

  const isEmpty = (spec: Word): boolean => spec === strings.empty;
  const unknown = (spec: FormatSpec, type: string): Word =>
    realm.raise("ValueError", `Unknown format code ${quoteType(spec.type)} for object of type '${type}'`);

  function formatStr(value: Word, specWord: Word): Word {
    if (isEmpty(specWord)) return value;
    const spec = parseStr(specWord);
    if (spec === undefined) return NULL;
    const refuse = (what: string): Word => realm.raise("ValueError", `${what} not allowed in string format specifier`);
    if (spec.type !== "s") return unknown(spec, "str");
    if (spec.sign === " ") return refuse("Space");
    if (spec.sign !== "") return refuse("Sign");
    if (spec.coerceNegativeZero) return refuse("Negative zero coercion (z)");
    if (spec.alternate) return refuse("Alternate form (#)");
    if (spec.align === "=") return refuse("'=' alignment");
    const length = strings.length(value);
    const kept = spec.precision >= 0 && spec.precision < length ? strings.substring(value, 0, spec.precision) : value;
    return pad(kept, spec);
  }

  function pad(string: Word, spec: FormatSpec): Word {
    const padding = spec.width - strings.length(string);
    if (padding <= 0) return string;
    const left = spec.align === "<" ? 0 : spec.align === "^" ? padding >> 1 : padding;
    return strings.pad(string, left, padding - left, spec.fill);
  }

  function formatInt(value: Word, specWord: Word): Word {
    const spec = isEmpty(specWord) ? undefined : parseIntSpec(specWord);
    if (spec === undefined) {
      if (!isEmpty(specWord)) return NULL;
      if (value === TRUE || value === FALSE) return realm.intern(value === TRUE ? "True" : "False");
      return integerString(realm, value);
    }
    if (spec.type !== "" && "eEfFgG%".includes(spec.type)) {
      const double = integers.toNumber(value);
      if (!Number.isFinite(double)) return realm.raise("OverflowError", "int too large to convert to float");
      return realm.str(formatFloat(double, spec));
    }
    if (!"bcdnoxX".includes(spec.type)) return unknown(spec, value === TRUE || value === FALSE ? "bool" : "int");
    if (spec.precision >= 0) return realm.raise("ValueError", "Precision not allowed in integer format specifier");
    if (spec.coerceNegativeZero)
      return realm.raise("ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type === "c") return formatCharacter(value, spec);
    const isDecimal = spec.type === "d" || spec.type === "n";
    const isNegative = integers.sign(value) < 0;
    const isPlain =
      spec.type === "d" && spec.grouping === "" && spec.sign === "" && (spec.align !== "=" || !isNegative);
    if (isPlain) {
      const text = integerString(realm, value);
      return text === NULL ? NULL : pad(text, spec);
    }
    const magnitude = integers.absolute(value);
    const digits = isDecimal ? integerString(realm, magnitude) : integers.toBase(magnitude, BASES[spec.type], "");
    return digits === NULL ? NULL : realm.str(formatInteger(isNegative, strings.toJS(digits), spec));
  }

  function formatCharacter(value: Word, spec: FormatSpec): Word {
    if (spec.sign !== "") return realm.raise("ValueError", "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
      return realm.raise("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
    const code = integers.toExactNumber(value);
    if (!(code >= 0 && code < 0x110000)) return realm.raise("OverflowError", "%c arg not in range(0x110000)");
    return pad(strings.char(code), spec);
  }

  return {
    formatStr,
    formatInt,
    formatFloat(value, specWord) {
      const spec = parseFloat(specWord);
      if (spec === undefined) return NULL;
      if (spec.type !== "" && !"eEfFgGn%".includes(spec.type)) return unknown(spec, "float");
      return realm.str(formatFloat(floats.value(value), spec));
    },
  };
}
