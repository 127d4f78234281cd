import { NULL, type Word } from "@hotpy/memory";
import { type FloatType, formatMagnitude, signBit } from "@hotpy/object-model";
import type { Library } from "../library.js";
import { integerText, toDouble, truncate } from "../numbers/convert.js";
import { asciiText } from "../text/ascii.js";

/** One conversion: what stands between "%" and the end of it. */
interface Conversion {
  readonly leftAligned: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
  readonly type: string;
}

/** Thrown when an exception is pending. */
const RAISED = Symbol("raised");

/** `str % values`. May collect. */
export function percentFormat(library: Library): (format: Word, values: Word) => Word {
  const { realm, lists } = library;
  const { strings, integers, handles } = realm;

  function fail(type: string, message: string): never {
    realm.raise(type, message);
    throw RAISED;
  }

  /** A word, unless it is NULL. */
  function got(word: Word): Word {
    if (word === NULL) throw RAISED;
    return word;
  }

  function run(format: Word, values: Word): Word {
    const text = strings.toJS(format);
    const kept = handles.push(values);
    const parts = handles.push(lists.create(8));
    const add = (part: Word): void => lists.append(handles.get(parts), part);
    const isTuple = lists.isTuple(values);
    const isMapping = !isTuple && !strings.isString(values) && realm.lookupOnType(realm.typeOf(values), realm.intern("__getitem__")) !== NULL;
    let used = 0;
    let at = 0;

    /** The next value, read when it is needed: objects move. */
    function nextValue(): Word {
      const available = isTuple ? lists.length(handles.get(kept)) : 1;
      if (used >= available) fail("TypeError", "not enough arguments for format string");
      return isTuple ? lists.item(handles.get(kept), used++) : (used++, handles.get(kept));
    }

    function character(): string {
      if (at >= text.length) fail("ValueError", "incomplete format");
      return String.fromCodePoint(text.codePointAt(at) as number);
    }

    function number(what: string): number {
      if (text[at] === "*") {
        at++;
        const word = nextValue();
        if (!integers.isInteger(word)) fail("TypeError", "* wants int");
        return integers.toNumber(word);
      }
      const start = at;
      while (text[at] >= "0" && text[at] <= "9") at++;
      const value = at === start ? -1 : Number(text.slice(start, at));
      if (value > 2 ** 31) fail("ValueError", `${what} too big`);
      return value;
    }

    /** "(key)" as a value looked up in the mapping, kept as a handle; -1 if there is none. */
    function keyed(): number {
      if (text[at] !== "(") return -1;
      if (!isMapping) fail("TypeError", "format requires a mapping");
      let depth = 1;
      const start = ++at;
      for (; depth > 0 && at < text.length; at++) {
        if (text[at] === ")") depth--;
        else if (text[at] === "(") depth++;
      }
      if (depth > 0) fail("ValueError", "incomplete format key");
      return handles.push(got(realm.getItem(handles.get(kept), realm.str(text.slice(start, at - 1)))));
    }

    while (at < text.length) {
      const percent = text.indexOf("%", at);
      if (percent < 0) break;
      if (percent > at) add(realm.str(text.slice(at, percent)));
      at = percent + 1;
      const key = keyed();
      const flags = /^[-+ #0]*/.exec(text.slice(at))?.[0] ?? "";
      at += flags.length;
      let width = number("width");
      const leftAligned = flags.includes("-") || width < -1;
      if (width < -1) width = -width;
      let precision = -1;
      if (text[at] === ".") {
        at++;
        precision = Math.max(0, number("precision"));
      }
      if (text[at] === "h" || text[at] === "l" || text[at] === "L") at++;
      const type = character();
      at += type.length;
      if (type === "%") {
        add(strings.char(37));
        continue;
      }
      const conversion: Conversion = {
        leftAligned, plus: flags.includes("+"), space: flags.includes(" "), alternate: flags.includes("#"), zero: flags.includes("0"),
        width, precision, type,
      };
      if (!"diouxXeEfFgGcrsa".includes(type)) {
        const code = type.codePointAt(0) as number;
        const shown = code >= 32 && code < 127 ? type : "?";
        fail("ValueError", `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${[...text.slice(0, at)].length - 1}`);
      }
      const value = key >= 0 ? handles.get(key) : nextValue();
      add(convert(value, conversion));
      if (key >= 0) handles.release(key);
    }
    if (at < text.length) add(realm.str(text.slice(at)));
    if (!isMapping && (isTuple ? used < lists.length(handles.get(kept)) : used === 0)) {
      fail("TypeError", "not all arguments converted during string formatting");
    }
    const list = handles.get(parts);
    return strings.join(strings.empty, lists.items(list), lists.length(list));
  }

  function convert(value: Word, conversion: Conversion): Word {
    switch (conversion.type) {
      case "s":
        return cut(got(realm.toStr(value)), conversion);
      case "r":
        return cut(got(realm.repr(value)), conversion);
      case "a":
        return cut(asciiText(strings, got(realm.repr(value))), conversion);
      case "c":
        return cut(characterOf(value), conversion);
      case "d":
      case "i":
      case "u":
      case "o":
      case "x":
      case "X":
        return realm.str(integerOf(value, conversion));
      default:
        return realm.str(floatOf(value, conversion));
    }
  }

  function characterOf(value: Word): Word {
    if (strings.isString(value)) {
      if (strings.length(value) !== 1) fail("TypeError", "%c requires int or char");
      return value;
    }
    if (!integers.isInteger(value)) fail("TypeError", "%c requires int or char");
    const code = integers.toNumber(value);
    if (!(code >= 0 && code < 0x110000)) fail("OverflowError", "%c arg not in range(0x110000)");
    return strings.char(code);
  }

  function cut(string: Word, { precision, type, width, leftAligned }: Conversion): Word {
    const text = strings.flat(string);
    const length = strings.length(text);
    const shown = type !== "c" && precision >= 0 && precision < length ? strings.substring(text, 0, precision) : text;
    const padding = Math.max(0, width - strings.length(shown));
    return leftAligned ? strings.pad(shown, 0, padding, 32) : strings.pad(shown, padding, 0, 32);
  }

  function layout(negative: boolean, prefix: string, digits: string, conversion: Conversion): string {
    const sign = negative ? "-" : conversion.plus ? "+" : conversion.space ? " " : "";
    const head = sign + prefix;
    const padding = Math.max(0, conversion.width - head.length - digits.length);
    if (conversion.leftAligned) return head + digits + " ".repeat(padding);
    return conversion.zero ? head + "0".repeat(padding) + digits : " ".repeat(padding) + head + digits;
  }

  function integerOf(value: Word, conversion: Conversion): string {
    const { type, precision, alternate } = conversion;
    const bases: Record<string, number> = { o: 8, x: 16, X: 16 };
    const word = got(toInteger(value, type));
    let digits: string;
    if (bases[type] === undefined) {
      const text = integerText(realm, integers.absolute(word));
      if (text === undefined) throw RAISED;
      digits = text;
    } else {
      digits = integers.toBigInt(integers.absolute(word)).toString(bases[type]);
    }
    if (type === "X") digits = digits.toUpperCase();
    const prefix = alternate && bases[type] !== undefined ? `0${type}` : "";
    return layout(integers.sign(word) < 0, prefix, digits.padStart(precision, "0"), conversion);
  }

  function toInteger(value: Word, type: string): Word {
    if (integers.isInteger(value)) return value;
    const isDecimal = "diu".includes(type);
    if (isDecimal && realm.floats.isFloat(value)) return truncate(realm, realm.floats.value(value));
    const names = isDecimal ? ["__int__", "__index__"] : ["__index__"];
    for (const name of names) {
      const method = realm.lookupOnType(realm.typeOf(value), realm.intern(name));
      if (method !== NULL) return realm.call(method, value);
    }
    const wanted = isDecimal ? "a real number" : "an integer";
    return fail("TypeError", `%${type} format: ${wanted} is required, not ${realm.typeName(value)}`);
  }

  function floatOf(value: Word, conversion: Conversion): string {
    const double = toDouble(realm, value);
    if (double === undefined) throw RAISED;
    const digits = formatMagnitude(double, conversion.type as FloatType, conversion.precision, conversion.alternate);
    return layout(signBit(double) && !Number.isNaN(double), "", digits, conversion);
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
