import { NULL, type Word } from "@hotpy/memory";
import { numberText, SHAPE_BIGINT, shapeIdOf, UNDECIDED } from "@hotpy/object-model";
import type { Arithmetic, Limits, Machine, Making, Raising, Realm, Texts } from "@hotpy/python-objects";

const BITS_PER_DIGIT = Math.log2(10);

const LIMIT_HINT = "use sys.set_int_max_str_digits() to increase the limit";

function tooManyDigits(realm: Limits & Raising, value = ""): Word {
  const limit = `Exceeds the limit (${realm.digitLimit()} digits) for integer string conversion`;
  return realm.raise("ValueError", `${limit}${value}; ${LIMIT_HINT}`);
}

/** `str` of an int word; NULL: raised (too many digits). */
export function integerString(realm: Machine & Limits & Raising, word: Word): Word {
  const { integers, strings } = realm;
  if ((word & 1) !== 0) return integers.toText(word);
  const limit = realm.digitLimit();
  const bits = integers.bitLength(word);
  // Numbers beyond the limit are not converted, unless the highest bit alone does not tell.
  if (limit > 0 && bits - 1 > limit * BITS_PER_DIGIT) return tooManyDigits(realm);
  const text = integers.toText(word);
  const isNear = limit > 0 && bits > limit * 3 && text !== NULL;
  return isNear && strings.length(text) - (integers.sign(word) < 0 ? 1 : 0) > limit ? tooManyDigits(realm) : text;
}

/** `int(text, base)` of a str. `shown` is the argument, for the message. */
export function integerFromText(
  realm: Machine & Limits & Making & Raising & Texts,
  word: Word,
  base: number,
  shown: Word,
): Word {
  const { integers, strings } = realm;
  const text = strings.flat(word);
  let value = integers.fromText(text, base, realm.digitLimit());
  // White space and digits of other scripts are made ASCII's.
  if (value === "syntax" && strings.widthOf(text) > 0)
    value = integers.fromText(realm.str(numberText(strings.toJS(text))), base, realm.digitLimit());
  if (typeof value === "number") return value;
  if (value === "digits") {
    const digits = numberText(strings.toJS(text)).replace(/[+_-]/g, "").length;
    return tooManyDigits(realm, `: value has ${digits} digits`);
  }
  const repr = realm.repr(shown);
  if (repr === NULL) return NULL;
  return realm.raise("ValueError", `invalid literal for int() with base ${base}: ${strings.toJS(repr)}`);
}

/** `float(text)`. `shown` is the argument, for the message. */
export function floatFromText(realm: Machine & Making & Raising & Texts, word: Word, shown = word): Word {
  const { strings, kernel } = realm;
  const text = strings.flat(word);
  let value = kernel.floatFromText(text);
  // White space and digits of other scripts are made ASCII's.
  if (value === UNDECIDED && strings.widthOf(text) > 0)
    value = kernel.floatFromText(realm.str(numberText(strings.toJS(text))));
  if (value === NULL) return realm.heap.exhausted();
  return value === UNDECIDED ? noFloat(realm, shown) : value;
}

/** Raises the ValueError for a text that is no float. */
export function noFloat(realm: Machine & Raising & Texts, shown: Word): Word {
  const repr = realm.repr(shown);
  if (repr === NULL) return NULL;
  return realm.raise("ValueError", `could not convert string to float: ${realm.strings.toJS(repr)}`);
}

/** A float truncated to an int word. */
export function truncate(realm: Machine & Raising, value: number): Word {
  if (Number.isNaN(value)) return realm.raise("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return realm.raise("OverflowError", "cannot convert float infinity to integer");
  return realm.integers.fromNumber(Math.trunc(value));
}

/**
 * The double of a float, an int or an object with `__float__` or `__index__`; undefined: raised. Floats of a subclass are what they are,
 * whatever its `__float__` says. May collect.
 */
export function toDouble(realm: Realm, word: Word): number | undefined {
  const { floats } = realm;
  const value = realm.valueOf(word);
  return floats.isFloat(value) ? floats.value(value) : convertedToDouble(realm, word);
}

/** The same as `float()` and `complex()` do it, which ask the `__float__` of a subclass. */
export function convertedToDouble(realm: Realm, word: Word): number | undefined {
  const { integers, floats } = realm;
  if (floats.isFloat(word)) return floats.value(word);
  if (integers.isInteger(word)) return integerToDouble(realm, word);
  const method = realm.lookupOnType(realm.typeOf(word), realm.intern("__float__"));
  if (method !== NULL) {
    const type = realm.typeName(word);
    const given = realm.callFound(method, word);
    if (given === NULL) return undefined;
    const result = realm.valueOf(given);
    if (floats.isFloat(result)) {
      const narrowed = realm.narrow(given, `${type}.__float__`, "float");
      return narrowed === NULL ? undefined : floats.value(narrowed);
    }
    realm.raise("TypeError", `${type}.__float__ returned non-float (type ${realm.typeName(result)})`);
    return undefined;
  }
  if (realm.lookupOnType(realm.typeOf(word), realm.intern("__index__")) !== NULL) {
    const index = realm.index(word);
    return index === NULL ? undefined : integerToDouble(realm, index);
  }
  realm.raise("TypeError", `must be real number, not ${realm.typeName(word)}`);
  return undefined;
}

function integerToDouble(realm: Machine & Raising, word: Word): number | undefined {
  const value = realm.integers.toNumber(word);
  if (Number.isFinite(value)) return value;
  realm.raise("OverflowError", "int too large to convert to float");
  return undefined;
}

/** Whether an integer is one of 64 bits with a sign. */
export const fitsSize = ({ memory }: Machine, integer: Word): boolean =>
  (integer & 1) !== 0 || shapeIdOf(memory, integer) !== SHAPE_BIGINT;

/** An argument that is a size of C, 64 bits with a sign, as an integer; NULL: raised. May collect. */
export function sizeWord(realm: Arithmetic & Machine & Raising, word: Word): Word {
  const index = realm.index(word);
  if (index === NULL || fitsSize(realm, index)) return index;
  return realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
}

/** As {@link sizeWord}, about as a number; undefined: raised. May collect. */
export function sizeArgument(realm: Arithmetic & Machine & Raising, word: Word): number | undefined {
  const index = sizeWord(realm, word);
  return index === NULL ? undefined : realm.integers.toNumber(index);
}
