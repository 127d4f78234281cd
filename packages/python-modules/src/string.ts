import { NULL, type Word } from "@hotpy/memory";
import { BRACE_IN_NAME, type Builtins, endOfField, endOfName } from "@hotpy/python-builtins";

/** A piece of a format string: text, and the field behind it if there is one. */
interface Piece {
  readonly literal: string;
  readonly field?: { readonly name: string; readonly spec: string; readonly conversion: string | null };
}

/** The module `_string`, on which `string.Formatter` works. */
export function defineString({ library }: Builtins): void {
  const { realm, argument } = library;
  const { strings, none } = realm;

  /** Splits a format string; a string: what is wrong with it. */
  function parse(text: string): Piece[] | string {
    const pieces: Piece[] = [];
    let literal = "";
    for (let at = 0; at < text.length; at++) {
      const each = text[at];
      if (each !== "{" && each !== "}") {
        literal += each;
        continue;
      }
      if (text[at + 1] === each) {
        // A doubled brace ends a piece, as in CPython.
        pieces.push({ literal: literal + each });
        literal = "";
        at++;
        continue;
      }
      if (each === "}") return "Single '}' encountered in format string";
      if (at + 1 === text.length) return "Single '{' encountered in format string";
      const end = endOfField(text, at + 1);
      if (end < 0) return "expected '}' before end of string";
      const field = fieldOf(text.slice(at + 1, end));
      if (typeof field === "string") return field;
      pieces.push({ literal, field });
      literal = "";
      at = end;
    }
    if (literal !== "") pieces.push({ literal });
    return pieces;
  }

  function fieldOf(text: string): NonNullable<Piece["field"]> | string {
    const end = endOfName(text);
    if (end < 0) return BRACE_IN_NAME;
    const name = text.slice(0, end);
    if (text[end] !== "!") return { name, spec: text.slice(end + 1), conversion: null };
    if (end + 1 >= text.length) return "end of string while looking for conversion specifier";
    const rest = text.slice(end + 2);
    if (rest !== "" && !rest.startsWith(":")) return "expected ':' after conversion specifier";
    return { name, spec: rest.slice(1), conversion: text[end + 1] };
  }

  const str = (text: string): Word => realm.str(text);

  function textOf(args: number): string | undefined {
    const word = realm.valueOf(argument(args, 0));
    if (strings.isString(word)) return strings.toJS(word);
    realm.raise("TypeError", `expected str, got ${realm.typeName(argument(args, 0))}`);
    return undefined;
  }

  function parser(args: number): Word {
    const text = textOf(args);
    if (text === undefined) return NULL;
    const pieces = parse(text);
    if (typeof pieces === "string") return realm.raise("ValueError", pieces);
    const words = pieces.map(({ literal, field }) =>
      field === undefined
        ? realm.tuple([str(literal), none, none, none])
        : realm.tuple([
            str(literal),
            str(field.name),
            str(field.spec),
            field.conversion === null ? none : str(field.conversion),
          ]),
    );
    return realm.iterate(realm.list(words));
  }

  /** Names and indices behind the first one: `.name` and `[index]`. */
  function split(args: number): Word {
    const text = textOf(args);
    if (text === undefined) return NULL;
    const first = /^[^.[]*/.exec(text)?.[0] ?? "";
    const words: Word[] = [];
    const parts = /\.([^.[]*)|\[([^\]]*)\]?/gy;
    parts.lastIndex = first.length;
    for (let found = parts.exec(text); found !== null; found = parts.exec(text)) {
      const [whole, attribute, index] = found;
      if ((attribute ?? index) === "") return realm.raise("ValueError", "Empty attribute in format string");
      if (index !== undefined && !whole.endsWith("]")) return realm.raise("ValueError", "Missing ']' in format string");
      words.push(
        realm.tuple([realm.bool(attribute !== undefined), attribute === undefined ? keyOf(index) : str(attribute)]),
      );
      if (parts.lastIndex < text.length && !/[.[]/.test(text[parts.lastIndex]))
        return realm.raise("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
    }
    return realm.tuple([keyOf(first), realm.iterate(realm.list(words))]);
  }

  const keyOf = (text: string): Word => (/^\d+$/.test(text) ? realm.int(BigInt(text)) : str(text));

  realm.defineModule({
    name: "_string",
    functions: [
      { name: "formatter_parser", parameters: "(format, /)", run: parser },
      { name: "formatter_field_name_split", parameters: "(name, /)", run: split },
    ],
  });
}
