import { NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "../library.js";
import { integerString, toDouble, truncate } from "../numbers/convert.js";
import { asciiText } from "../text/repr.js";
import {
  type Conversion,
  conversionText,
  FROM_ARGUMENT,
  parsePercentTemplate,
  STR_TYPES,
  type UnendedKey,
} from "./percent-template.js";
import { type Fail, failing, got, RAISED } from "./raised.js";

/** A piece of a template; a number is a str word. */
type Piece = Word | Conversion | UnendedKey;

/** Fields are not longer. */
const LONGEST = 2 ** 27;
/** So many parts are joined at a time. */
const MANY = 1024;
const UNMAPPED = "format requires a mapping";

/** What differs where templates are bytes: they and all parts are text of Latin-1 then. All may collect. */
export interface PercentDialect {
  /** Types of conversions. */
  readonly types: string;
  /** What is formatted, for messages. */
  readonly what: "string" | "bytes";
  /** Whether a value is no mapping though it has items. */
  isText(value: Word): boolean;
  /** The key that a name in a template is. */
  key(name: string): Word;
  /** The text of a value by a type of conversion of its own; undefined: it is as for str; NULL: raised. */
  convert(value: Word, type: string): Word | undefined;
  /** The message where a value is no float; undefined: as for str. */
  noFloat?(value: Word): string;
}

/** `str % values`. May collect. */
export function percentFormat(library: Library): (format: Word, values: Word) => Word {
  const { strings, valueOf } = library.realm;
  const percentPlain = library.realm.pythonKernel.percentPlain;
  const made = madeBy(library.realm.heap);
  const general = percentFormatOf(library, {
    types: STR_TYPES,
    what: "string",
    isText: (value) => strings.isString(valueOf(value)),
    key: strings.internJS,
    convert: () => undefined,
  });
  return (format, values) => {
    const plain = made(percentPlain(format, values));
    return plain === UNDECIDED ? general(format, values) : plain;
  };
}

/** The same of another dialect; templates are str words. May collect. */
export function percentFormatOf(library: Library, dialect: PercentDialect): (format: Word, values: Word) => Word {
  const { realm, lists } = library;
  const { strings, integers, handles } = realm;
  const { percentPlain, percentDigits } = realm.pythonKernel;
  const made = madeBy(realm.heap);
  const getItemName = realm.intern("__getitem__");

  const fail: Fail = failing(realm);

  /** Pieces with literal text as str words, which are interned: templates that are constants are parsed once. */
  const known = new Map<Word, readonly Piece[]>();

  function piecesOf(format: Word): readonly Piece[] {
    const present = known.get(format);
    if (present !== undefined) return present;
    const isConstant = strings.isInterned(format);
    const pieces = parsePercentTemplate(strings.toJS(format), dialect.types).map((piece) =>
      typeof piece === "string"
        ? strings.internJS(piece)
        : "type" in piece && piece.type === "%" && !piece.fault
          ? strings.char(37)
          : piece,
    );
    if (isConstant) known.set(format, pieces);
    return pieces;
  }

  /* State of one `%`: nothing of it is nested, as conversions run in `handles` only. */
  interface Values {
    /** Handle of what stands right of `%`. */
    readonly operand: number;
    readonly isMapping: boolean;
    /** Handle of the tuple of values, or of the only one: the operand at first, then what stood under the last name. */
    readonly kept: number;
    isTuple: boolean;
    used: number;
  }

  function nextValue(values: Values): Word {
    const word = handles.get(values.kept);
    if (values.used >= (values.isTuple ? lists.length(word) : 1))
      fail("TypeError", "not enough arguments for format string");
    values.used++;
    return values.isTuple ? lists.item(word, values.used - 1) : word;
  }

  /** Width or precision; CPython keeps them in integers of C of so many bits. */
  function numberArgument(values: Values, bits: 32 | 64): number {
    const word = realm.valueOf(nextValue(values));
    if (!integers.isInteger(word)) fail("TypeError", "* wants int");
    const value = integers.toBigInt(word);
    if (BigInt.asIntN(bits, value) !== value)
      fail("OverflowError", `Python int too large to convert to C ${bits === 32 ? "int" : "ssize_t"}`);
    return integers.toNumber(word);
  }

  /** The value of that name becomes the only one that follows. */
  function takeNamed(values: Values, key: string): void {
    if (!values.isMapping) fail("TypeError", UNMAPPED);
    handles.set(values.kept, got(realm.getItem(handles.get(values.operand), got(dialect.key(key)))));
    values.isTuple = false;
    values.used = 0;
  }

  function run(format: Word, operand: Word): Word {
    const isTuple = lists.isTuple(realm.valueOf(operand));
    const word = isTuple ? realm.valueOf(operand) : operand;
    const isMapping = !isTuple && !dialect.isText(word) && realm.lookupOnType(realm.typeOf(word), getItemName) !== NULL;
    const pieces = piecesOf(format);
    const values: Values = {
      operand: handles.push(word),
      isMapping,
      kept: handles.push(word),
      isTuple,
      used: 0,
    };
    // The parts lie side by side on the stack of handles; many become one.
    let parts = handles.mark();
    const first = parts;
    let count = 0;
    for (const piece of pieces) {
      if (typeof piece !== "number" && "unended" in piece) {
        return fail(isMapping ? "ValueError" : "TypeError", isMapping ? piece.unended : UNMAPPED);
      }
      handles.push(typeof piece === "number" ? piece : expand(piece, values));
      if (++count < MANY) continue;
      const text = strings.join(strings.empty, parts, count);
      handles.release(parts);
      parts = handles.push(text) + 4;
      count = 0;
    }
    if (!isMapping && (isTuple ? values.used < lists.length(handles.get(values.kept)) : values.used === 0)) {
      fail("TypeError", `not all arguments converted during ${dialect.what} formatting`);
    }
    return strings.join(strings.empty, first, (handles.mark() - first) / 4);
  }

  /** In CPython's order: the name, the width, the precision, the value. */
  function expand(conversion: Conversion, values: Values): Word {
    if (conversion.key !== undefined) takeNamed(values, conversion.key);
    const { fault } = conversion;
    let { width, precision, leftAligned } = conversion;
    if (width === FROM_ARGUMENT) {
      width = numberArgument(values, 64);
      if (width < 0) leftAligned = true;
      width = Math.abs(width);
    }
    if (precision === FROM_ARGUMENT) precision = Math.max(0, numberArgument(values, 32));
    if (fault && !fault.isType) fail("ValueError", fault.error);
    const value = nextValue(values);
    if (fault) fail("ValueError", fault.error);
    if (width === conversion.width && precision === conversion.precision) return convert(value, conversion);
    return convert(value, { ...conversion, width, precision, leftAligned });
  }

  function convert(value: Word, conversion: Conversion): Word {
    const own = dialect.convert(value, conversion.type);
    if (own !== undefined) return cut(got(own), conversion);
    switch (conversion.type) {
      case "s":
        if (conversion.width < 0 && conversion.precision < 0) return got(realm.toStr(value));
        return cut(got(realm.toStr(value)), conversion);
      case "r":
        return cut(got(realm.repr(value)), conversion);
      case "a":
        return cut(asciiText(realm, got(realm.repr(value))), conversion);
      case "c":
        return cut(characterOf(value), conversion);
      case "e":
      case "E":
      case "f":
      case "F":
      case "g":
      case "G":
        return byKernel(floatOf(value), conversion);
      default:
        return byKernel(got(toInteger(value, conversion.type)), conversion);
    }
  }

  function checkLength({ width, precision }: Conversion): void {
    if (width > LONGEST || precision > LONGEST) fail("MemoryError", "");
  }

  /** A number by a conversion of its own. */
  function byKernel(number: Word, conversion: Conversion): Word {
    checkLength(conversion);
    const kept = handles.push(number);
    const template = strings.fromJS(conversionText(conversion));
    const word = handles.get(kept);
    handles.release(kept);
    const text = made(percentPlain(template, word));
    if (text !== UNDECIDED) return text;
    const digits = got(integerString(realm, word));
    return made(percentDigits(template, digits));
  }

  function characterOf(given: Word): Word {
    const value = realm.valueOf(given);
    if (strings.isString(value)) {
      if (strings.length(value) !== 1) fail("TypeError", "%c requires int or char");
      return value;
    }
    const number = integers.isInteger(value) ? value : indexOf(value);
    if (number === NULL) return fail("TypeError", "%c requires int or char");
    const code = integers.toNumber(number);
    if (!(code >= 0 && code < 0x110000)) fail("OverflowError", "%c arg not in range(0x110000)");
    return strings.char(code);
  }

  /** `operator.index(value)`; NULL: it is no integer. */
  function indexOf(value: Word): Word {
    if (realm.lookupOnType(realm.typeOf(value), realm.intern("__index__")) === NULL) return NULL;
    const index = realm.index(value);
    if (index === NULL && !realm.pendingIs("TypeError")) throw RAISED;
    realm.clearPending();
    return index;
  }

  function cut(string: Word, conversion: Conversion): Word {
    checkLength(conversion);
    const { precision, type, width, leftAligned } = conversion;
    const text = strings.flat(string);
    const length = strings.length(text);
    const shown = type !== "c" && precision >= 0 && precision < length ? strings.substring(text, 0, precision) : text;
    const padding = Math.max(0, width - strings.length(shown));
    return leftAligned ? strings.pad(shown, 0, padding, 32) : strings.pad(shown, padding, 0, 32);
  }

  function toInteger(operand: Word, type: string): Word {
    const value = realm.valueOf(operand);
    if (integers.isInteger(value)) return value;
    const isDecimal = "diu".includes(type);
    if (isDecimal && realm.floats.isFloat(operand)) return truncate(realm, realm.floats.value(operand));
    // The methods may bring about a collection, after which the value is somewhere else.
    const typeName = realm.typeName(operand);
    const methodOf = (name: string): Word => realm.lookupOnType(realm.typeOf(operand), realm.intern(name));
    const method = (isDecimal ? ["__int__", "__index__"] : ["__index__"]).find((name) => methodOf(name) !== NULL);
    if (method !== undefined) {
      const given = realm.callFound(methodOf(method), operand);
      const result = given === NULL ? NULL : realm.valueOf(given);
      if (result !== NULL && integers.isInteger(result)) return got(realm.narrow(given, method, "int"));
      // What the method raises goes on, unless it says that it is no number.
      if (result === NULL && !realm.pendingIs("TypeError")) throw RAISED;
      realm.clearPending();
    }
    const wanted = isDecimal ? "a real number" : "an integer";
    return fail("TypeError", `%${type} format: ${wanted} is required, not ${typeName}`);
  }

  function floatOf(value: Word): Word {
    const fault = dialect.noFloat?.(value);
    const double = toDouble(realm, value);
    if (double !== undefined) return realm.float(double);
    if (fault !== undefined) {
      realm.clearPending();
      fail("TypeError", fault);
    }
    return got(NULL);
  }

  return (format, values) => {
    const mark = handles.mark();
    try {
      return run(format, values);
    } catch (error) {
      if (error !== RAISED) throw error;
      return NULL;
    } finally {
      handles.release(mark);
    }
  };
}
