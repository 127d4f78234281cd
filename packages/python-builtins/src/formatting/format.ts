import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Limits, Machine, Making, Raising } from "@hotpy/python-objects";
import { fitsSize, integerString } from "../numbers/convert.js";
import { type FormatSpec, parseFormatSpec, quoteType } from "./spec.js";

/** No string is as long. */
const LONGEST_PRECISION = 2 ** 29;
/** A valid specification for str without its precision. */
const withoutPrecision = (spec: string): string => spec.replace(/\.\d+(?=s?$)/, "");

/** `__format__` of the builtin types; `spec` is a str word. Leaf. Results are str words or NULL. */
export interface Formatting {
  formatStr(value: Word, spec: Word): Word;
  formatInt(value: Word, spec: Word): Word;
  formatFloat(value: Word, spec: Word): Word;
}

/** The kernel formats what can be formatted; this is for what it leaves undone: long integers, type "c", and saying what is wrong. */
export function createFormatting(realm: Limits & Machine & Making & Raising): Formatting {
  const { strings, integers } = realm;
  const { formatPlain, formatDigits } = realm.pythonKernel;

  const made = madeBy(realm.heap);
  const isEmpty = (spec: Word): boolean => spec === strings.empty;

  function parse(word: Word, defaultType: string, defaultAlign: "<" | ">", typeName: string): FormatSpec | undefined {
    const parsed = parseFormatSpec(strings.toJS(word), defaultType, defaultAlign, typeName);
    if (typeof parsed !== "string") return parsed;
    realm.raise("ValueError", parsed);
    return undefined;
  }

  const unknown = (spec: FormatSpec, type: string): Word =>
    realm.raise("ValueError", `Unknown format code ${quoteType(spec.type)} for object of type '${type}'`);
  /** Nothing is wrong with the specification but that it asks for too much. */
  const tooLong = (): Word => realm.raise("MemoryError", "");

  /** `precision` of floats is an int of C. */
  const tooPrecise = ({ precision }: FormatSpec): Word =>
    precision > 2 ** 31 - 1 ? realm.raise("ValueError", "precision too big") : tooLong();

  function refuseStr(value: Word, specWord: Word): Word {
    const spec = parse(specWord, "s", "<", "str");
    if (spec === undefined) return NULL;
    const refuse = (what: string): Word => realm.raise("ValueError", `${what} not allowed in string format specifier`);
    if (spec.type !== "s") return unknown(spec, "str");
    if (spec.sign === " ") return refuse("Space");
    if (spec.sign !== "") return refuse("Sign");
    if (spec.coerceNegativeZero) return refuse("Negative zero coercion (z)");
    if (spec.alternate) return refuse("Alternate form (#)");
    if (spec.align === "=") return refuse("'=' alignment");
    // A precision that no string is as long as cuts nothing off.
    if (spec.precision > LONGEST_PRECISION)
      return formatStr(value, strings.fromJS(withoutPrecision(strings.toJS(specWord))));
    return tooLong();
  }

  function formatOtherInt(value: Word, specWord: Word): Word {
    const isBool = value === TRUE || value === FALSE;
    if (isEmpty(specWord))
      return isBool ? realm.intern(value === TRUE ? "True" : "False") : integerString(realm, value);
    const spec = parse(specWord, "d", ">", isBool ? "bool" : "int");
    if (spec === undefined) return NULL;
    if ("eEfFgG%".includes(spec.type)) {
      return Number.isFinite(integers.toNumber(value))
        ? tooPrecise(spec)
        : realm.raise("OverflowError", "int too large to convert to float");
    }
    if (!"bcdnoxX".includes(spec.type)) return unknown(spec, isBool ? "bool" : "int");
    if (spec.precision >= 0) return realm.raise("ValueError", "Precision not allowed in integer format specifier");
    if (spec.coerceNegativeZero)
      return realm.raise("ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type === "c") return formatCharacter(value, spec);
    const text = integerString(realm, value);
    if (text === NULL) return NULL;
    const result = formatDigits(text, specWord);
    return result === UNDECIDED ? tooLong() : made(result);
  }

  function formatCharacter(value: Word, spec: FormatSpec): Word {
    if (spec.sign !== "") return realm.raise("ValueError", "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
      return realm.raise("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
    const code = integers.toExactNumber(value);
    if (!fitsSize(realm, value)) return realm.raise("OverflowError", "Python int too large to convert to C long");
    if (!(code >= 0 && code < 0x110000)) return realm.raise("OverflowError", "%c arg not in range(0x110000)");
    const padding = Math.max(0, spec.width - 1);
    if (!realm.heap.canAllocate(padding * 4)) return tooLong();
    const left = spec.align === "<" ? 0 : spec.align === "^" ? padding >> 1 : padding;
    return strings.pad(strings.char(code), left, padding - left, spec.fill);
  }

  function refuseFloat(specWord: Word): Word {
    const spec = parse(specWord, "", ">", "float");
    if (spec === undefined) return NULL;
    return spec.type !== "" && !"eEfFgGn%".includes(spec.type) ? unknown(spec, "float") : tooPrecise(spec);
  }

  const withKernel =
    (other: (value: Word, spec: Word) => Word) =>
    (value: Word, spec: Word): Word => {
      const text = formatPlain(value, spec);
      return text === UNDECIDED ? other(value, spec) : made(text);
    };

  const formatStr = withKernel(refuseStr);

  return {
    formatStr,
    formatInt: withKernel(formatOtherInt),
    formatFloat: withKernel((_, spec) => refuseFloat(spec)),
  };
}
