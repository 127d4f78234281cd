import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, SHAPE_DICT, shapeIdOf, UNDECIDED } from "@hotpy/object-model";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { asciiText } from "../text/repr.js";
import { type Fail, failing, got, RAISED } from "./raised.js";
import { type Field, readTemplate } from "./template.js";

/** Replacement fields nest this deep: those of a specification. */
const MOST_DEPTH = 2;

/** A field with its words, which are interned: the name, unless it is none of a value or has more parts, and the specification if no field is in it. */
interface Place extends Field {
  readonly nameWord: Word;
  readonly specWord: Word;
}

/** A piece of a template; a number is a str word. */
type Piece = Word | Place | { readonly error: string };

/** Where the values of a template come from; handles. */
interface Values {
  /** Tuple of positional values, or NULL (format_map). */
  readonly positional: number;
  /** Mapping of named values. */
  readonly named: number;
  /** State of "{}" numbering. */
  numbering: "none" | "automatic" | "manual";
  next: number;
}

/** `str.format` and `str.format_map`. May collect. */
export function strFormatMethods({ realm, lists, argument }: Library): NativeDefinition[] {
  const { strings, handles } = realm;
  const { formatArguments, formatBraces, formatPlain } = realm.pythonKernel;
  const made = madeBy(realm.heap);

  const fail: Fail = failing(realm);

  /** Pieces with literal text as interned str words: templates that are constants are parsed once. */
  const known = new Map<Word, readonly Piece[]>();

  function parse(template: string): Piece[] {
    return [...readTemplate(template)].map((piece) => {
      if (typeof piece === "string") return strings.internJS(piece);
      if ("error" in piece) return piece;
      return {
        ...piece,
        nameWord: /^[^0-9.[][^.[]*$/.test(piece.name) ? realm.intern(piece.name) : NULL,
        specWord: /[{}]/.test(piece.spec) ? NULL : realm.intern(piece.spec),
      };
    });
  }

  function piecesOf(template: Word): readonly Piece[] {
    const present = known.get(template);
    if (present !== undefined) return present;
    const pieces = parse(strings.toJS(template));
    if (strings.isInterned(template)) known.set(template, pieces);
    return pieces;
  }

  function expand(pieces: readonly Piece[], values: Values, depth: number): Word {
    if (depth <= 0) fail("ValueError", "Max string recursion exceeded");
    // The parts lie side by side on the stack of handles.
    const parts = handles.mark();
    for (const piece of pieces) {
      if (typeof piece === "number") handles.push(piece);
      else if ("error" in piece) fail("ValueError", piece.error);
      else handles.push(expandField(piece, values, depth));
    }
    const result = strings.join(strings.empty, parts, pieces.length);
    handles.release(parts);
    return result;
  }

  /** The value of a name among the named values, where those are in a dict; else NULL. */
  function namedValue({ nameWord }: Place, values: Values): Word {
    const named = handles.get(values.named);
    return nameWord !== NULL && shapeIdOf(realm.memory, named) === SHAPE_DICT ? realm.dicts.get(named, nameWord) : NULL;
  }

  function expandField(field: Place, values: Values, depth: number): Word {
    const value = handles.push(namedValue(field, values) || fieldValue(field, values));
    if (field.conversion === "s") handles.set(value, got(realm.toStr(handles.get(value))));
    else if (field.conversion === "r") handles.set(value, got(realm.repr(handles.get(value))));
    else if (field.conversion === "a") handles.set(value, asciiText(realm, got(realm.repr(handles.get(value)))));
    else if (field.conversion !== "") {
      const code = field.conversion.codePointAt(0) as number;
      const shown = code > 32 && code < 127 ? field.conversion : `\\x${code.toString(16)}`;
      fail("ValueError", `Unknown conversion specifier ${shown}`);
    }
    const spec = field.specWord || expand(parse(field.spec), values, depth - 1);
    const word = handles.get(value);
    handles.release(value);
    const text = made(formatPlain(word, spec));
    return text === UNDECIDED ? got(realm.format(word, spec)) : text;
  }

  /** "name.attribute[index]…" */
  function fieldValue({ name }: Field, values: Values): Word {
    if (name === "") return firstValue(name, values);
    const first = /^[^.[]*/.exec(name)?.[0] ?? "";
    let value = firstValue(first, values);
    for (let at = first.length; at < name.length; ) {
      if (name[at] === ".") {
        const attribute = /^[^.[]*/.exec(name.slice(at + 1))?.[0] ?? "";
        if (attribute === "") fail("ValueError", "Empty attribute in format string");
        value = got(realm.getAttribute(value, realm.intern(attribute)));
        at += 1 + attribute.length;
      } else if (name[at] === "[") {
        const end = name.indexOf("]", at);
        if (end < 0) fail("ValueError", "Missing ']' in format string");
        const index = name.slice(at + 1, end);
        if (index === "") fail("ValueError", "Empty attribute in format string");
        value = got(getItem(value, index));
        at = end + 1;
      } else {
        fail("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  function getItem(container: Word, index: string): Word {
    const kept = handles.push(container);
    const isNumber = /^[0-9]+$/.test(index);
    if (isNumber && BigInt(index) >= 2n ** 63n) fail("ValueError", "Too many decimal digits in format string");
    const key = isNumber ? realm.int(BigInt(index)) : realm.str(index);
    const item = realm.getItem(handles.get(kept), key);
    handles.release(kept);
    return item;
  }

  function firstValue(name: string, values: Values): Word {
    const isNumber = name !== "" && /^[0-9]+$/.test(name);
    if (isNumber && BigInt(name) >= 2n ** 63n) fail("ValueError", "Too many decimal digits in format string");
    if (name !== "" && !isNumber) {
      const mapping = handles.get(values.named);
      const key = realm.intern(name);
      if (realm.typeOf(mapping) !== realm.type("dict")) return got(realm.getItem(mapping, key));
      const value = realm.dicts.get(mapping, key);
      return value === NULL ? got(realm.raiseWith("KeyError", realm.str(name))) : value;
    }
    const wanted = isNumber ? "manual" : "automatic";
    if (handles.get(values.positional) === NULL) fail("ValueError", "Format string contains positional fields");
    if (values.numbering !== "none" && values.numbering !== wanted) {
      fail(
        "ValueError",
        wanted === "automatic"
          ? "cannot switch from manual field specification to automatic field numbering"
          : "cannot switch from automatic field numbering to manual field specification",
      );
    }
    values.numbering = wanted;
    const index = isNumber ? Number(name) : values.next++;
    const tuple = handles.get(values.positional);
    if (index >= lists.length(tuple))
      fail("IndexError", `Replacement index ${isNumber ? BigInt(name) : index} out of range for positional args tuple`);
    return lists.item(tuple, index);
  }

  function run(args: Address, positional: Word, named: Word): Word {
    const mark = handles.mark();
    try {
      const values: Values = {
        positional: handles.push(positional),
        named: handles.push(named),
        numbering: "none",
        next: 0,
      };
      return expand(piecesOf(argument(args, 0)), values, MOST_DEPTH);
    } catch (error) {
      if (error !== RAISED) throw error;
      return NULL;
    } finally {
      handles.release(mark);
    }
  }

  return [
    {
      name: "format",
      parameters: "(self, /, *args, **kwargs)",
      kernel: { 3: formatBraces },
      spread: formatArguments,
      takesNames: true,
      run(args) {
        const text = made(formatBraces(argument(args, 0), argument(args, 1), argument(args, 2)));
        return text === UNDECIDED ? run(args, argument(args, 1), argument(args, 2)) : text;
      },
    },
    { name: "format_map", parameters: "(self, mapping, /)", run: (args) => run(args, NULL, argument(args, 1)) },
  ];
}
