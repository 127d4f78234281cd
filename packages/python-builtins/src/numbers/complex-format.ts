import { NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Machine, Making, Raising } from "@hotpy/python-objects";
import { type FormatSpec, parseFormatSpec, quoteType } from "../formatting/spec.js";

/** `complex.__format__`: both parts by one specification, padded together. `spec` is a str word. Leaf. */
export function complexFormat(realm: Machine & Making & Raising): (value: Word, spec: Word) => Word {
  const { strings, complexes, pythonKernel } = realm;
  const made = madeBy(realm.heap);

  /** One part; its sign is written if `sign` says so. */
  function part(value: number, spec: FormatSpec, sign: string): string {
    // Without a type it is the shortest text, without ".0"; with a precision as for "g".
    const type = spec.type === "" && spec.precision >= 0 ? "g" : spec.type;
    const precision = spec.precision >= 0 ? `.${spec.precision}` : "";
    const zero = spec.coerceNegativeZero ? "z" : "";
    const own = `${sign}${zero}${spec.alternate && type !== "" ? "#" : ""}${spec.grouping}${precision}${type}`;
    const text = made(pythonKernel.formatPlain(realm.float(value), realm.str(own)));
    if (text === UNDECIDED) return "";
    const result = strings.toJS(text);
    if (type !== "") return result;
    const short = result.replace(/\.0$/, "");
    return spec.alternate && /^[^a-z.]*(e|$)/.test(short) ? short.replace(/(?=e|$)/, ".") : short;
  }

  return (word, specWord) => {
    const spec = parseFormatSpec(strings.toJS(specWord), "", ">", "complex");
    if (typeof spec === "string") return realm.raise("ValueError", spec);
    if (spec.fill === 48) return realm.raise("ValueError", "Zero padding is not allowed in complex format specifier");
    if (spec.align === "=")
      return realm.raise("ValueError", "'=' alignment flag is not allowed in complex format specifier");
    if (spec.type !== "" && !"eEfFgGn".includes(spec.type))
      return realm.raise("ValueError", `Unknown format code ${quoteType(spec.type)} for object of type 'complex'`);
    if (spec.precision > 2 ** 31 - 1) return realm.raise("ValueError", "precision too big");
    const { real, imag } = complexes.value(word);
    const isPlain = spec.type === "";
    const skipsReal = isPlain && Object.is(real, 0);
    const sign = spec.sign === "-" ? "" : spec.sign;
    const body = `${skipsReal ? part(imag, spec, sign) : part(real, spec, sign) + part(imag, spec, "+")}j`;
    const text = isPlain && !skipsReal ? `(${body})` : body;
    const padding = Math.max(0, spec.width - text.length);
    if (!realm.heap.canAllocate(padding * 4)) return realm.raise("MemoryError", "");
    const left = spec.align === "<" ? 0 : spec.align === "^" ? padding >> 1 : padding;
    const string = realm.str(text);
    return string === NULL ? NULL : strings.pad(string, left, padding - left, spec.fill);
  };
}
