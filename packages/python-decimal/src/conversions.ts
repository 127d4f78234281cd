import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { Contexts } from "./contexts.js";
import {
  adjusted,
  CONVERSION_SYNTAX,
  type Dec,
  digitsOf,
  FINITE,
  FLOAT_OPERATION,
  INVALID_OPERATION,
  isNaN,
  MOST_EXPONENT,
  NAN,
  type Rules,
} from "./engine/number.js";
import { finalize } from "./engine/rounding.js";
import { fromNumber, parse, toAscii } from "./engine/text.js";
import type { Values } from "./values.js";

/** Python's objects as decimals. */
export type Conversions = ReturnType<typeof createConversions>;

export function createConversions({ realm, lists }: Library, values: Values, contexts: Contexts) {
  const { integers, floats, strings } = realm;

  const fail = (error: string, message: string): undefined => {
    realm.raise(error, message);
    return undefined;
  };
  const notSupported = (word: Word): undefined =>
    fail("TypeError", `conversion from ${realm.typeName(word)} to Decimal is not supported`);

  /** A Decimal or an int, or of classes that refine these; undefined: it is neither. Leaf. */
  function operand(word: Word): Dec | undefined {
    if (values.isExactly(word)) return values.read(word);
    if ((word & 1) !== 0) return values.fromInteger(word);
    const value = realm.valueOf(word);
    if (values.isExactly(value)) return values.read(value);
    return integers.isInteger(value) ? values.fromInteger(value) : undefined;
  }

  /** Of a text, exactly. */
  function fromText(text: string, rules: Rules): Dec {
    const parsed = parse(text);
    if (parsed === undefined) {
      rules.status |= CONVERSION_SYNTAX;
      return NAN;
    }
    if (parsed.kind !== FINITE) return parsed;
    if (Math.abs(adjusted(parsed)) > MOST_EXPONENT || parsed.exponent < -MOST_EXPONENT) {
      rules.status |= INVALID_OPERATION;
      return NAN;
    }
    return parsed;
  }

  /** Of a text, as a context rounds it. */
  function fromTextRounded(text: string, rules: Rules): Dec {
    const parsed = parse(text);
    if (parsed === undefined || (isNaN(parsed) && !fitsPayload(parsed, rules))) {
      rules.status |= CONVERSION_SYNTAX;
      return NAN;
    }
    if (parsed.kind !== FINITE) return parsed;
    const exponent = Math.max(-2 * MOST_EXPONENT, Math.min(2 * MOST_EXPONENT, parsed.exponent));
    return finalize({ ...parsed, exponent }, rules);
  }
  const fitsPayload = (nan: Dec, rules: Rules): boolean =>
    nan.coefficient === 0n || digitsOf(nan.coefficient) <= rules.prec - rules.clamp;

  function rounded(exact: Dec, rules: Rules): Dec {
    if (exact.kind === FINITE) return finalize(exact, rules);
    if (!isNaN(exact) || fitsPayload(exact, rules)) return exact;
    rules.status |= CONVERSION_SYNTAX;
    return NAN;
  }

  /** Of a text with few digits and nothing else but a sign and a point; NULL: it is another. */
  function fromShortText(text: string): Word {
    if (text.length > 14) return NULL;
    let coefficient = 0;
    let point = -1;
    let digits = 0;
    const sign = text.charCodeAt(0) === 45 ? 1 : 0;
    for (let i = sign; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 48 && code <= 57) {
        coefficient = coefficient * 10 + code - 48;
        digits++;
      } else if (code === 46 && point < 0) point = i;
      else return NULL;
    }
    return digits === 0 ? NULL : values.parts(sign, 0, coefficient, point < 0 ? 0 : point + 1 - text.length);
  }

  /** The text that the parts of a tuple stand for; undefined: raised. */
  function textOfParts(word: Word): string | undefined {
    const items = lists.itemsOf(word);
    if (items.length !== 3) return fail("ValueError", "argument must be a sequence of length 3");
    const [sign, digits, exponent] = items.map((item) => realm.valueOf(item));
    const isInteger = (item: Word): boolean => (item & 1) !== 0 || integers.isInteger(item);
    const signValue = isInteger(sign) ? integers.toNumber(sign) : -1;
    if (signValue !== 0 && signValue !== 1) return fail("ValueError", "sign must be an integer with the value 0 or 1");
    const minus = signValue === 1 ? "-" : "";
    let special = "";
    let shown = "";
    if (strings.isString(exponent)) {
      const text = strings.toJS(exponent);
      if (text === "F") return `${minus}Infinity`;
      if (text !== "n" && text !== "N")
        return fail("ValueError", "string argument in the third position must be 'F', 'n' or 'N'");
      special = text === "n" ? "NaN" : "sNaN";
    } else {
      if (!isInteger(exponent)) return fail("ValueError", "exponent must be an integer");
      const value = integers.toBigInt(exponent);
      if (BigInt.asIntN(64, value) !== value)
        return fail("OverflowError", "Python int too large to convert to C ssize_t");
      shown = `e${value}`;
    }
    if ((digits & 1) !== 0 || !(lists.isList(digits) || lists.isTuple(digits)))
      return fail("ValueError", "coefficient must be a tuple of digits");
    let text = "";
    for (const item of lists.itemsOf(digits)) {
      const digit = isInteger(realm.valueOf(item)) ? integers.toNumber(realm.valueOf(item)) : -1;
      if (!(digit >= 0 && digit <= 9)) return fail("ValueError", "coefficient must be a tuple of digits");
      text += digit;
    }
    if (special !== "") return minus + special + text.replace(/^0+/, "");
    return `${minus}${text === "" ? "0" : text}${shown}`;
  }

  /**
   * What `Decimal(x)`, or of a context `create_decimal(x)`, makes. `context` is the one that signals. NULL: raised. May collect then.
   */
  function construct(word: Word, context: Word, isExact: boolean): Word {
    const value = (word & 1) !== 0 ? word : realm.valueOf(word);
    const finish = (exact: Dec): Word =>
      isExact ? values.make(exact) : contexts.operate(context, (rules) => rounded(exact, rules));
    if (values.isExactly(value)) return isExact ? value : finish(values.read(value));
    if ((value & 1) !== 0 && isExact) {
      const number = value >> 1;
      return values.parts(number < 0 ? 1 : 0, 0, Math.abs(number), 0);
    }
    if ((value & 1) !== 0 || integers.isInteger(value)) return finish(values.fromInteger(value));
    const ofText = (text: string): Word =>
      contexts.operate(context, (rules) => (isExact ? fromText(text, rules) : fromTextRounded(text, rules)));
    if (strings.isString(value)) {
      const text = strings.toJS(value);
      return (isExact && fromShortText(text)) || ofText(toAscii(text, isExact));
    }
    if (lists.isList(value) || lists.isTuple(value)) {
      const text = textOfParts(value);
      return text === undefined ? NULL : ofText(text);
    }
    if (floats.isFloat(value)) {
      const exact = fromNumber(floats.value(value));
      const made = contexts.compute(context, (rules) => {
        rules.status |= FLOAT_OPERATION;
        return isExact ? exact : rounded(exact, rules);
      });
      return made === undefined ? NULL : values.make(made);
    }
    notSupported(word);
    return NULL;
  }

  return {
    operand,
    /** The same, with TypeError for all others; undefined: raised. */
    required: (word: Word): Dec | undefined => operand(word) ?? notSupported(word),
    construct,
    rounded,
  };
}
