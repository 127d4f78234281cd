import { NULL, type Word } from "@hotpy/memory";
import type { ProgramOptions, ProgramSource, SyntaxNode } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Fields whose texts are names of classes: operators and contexts. */
const CLASS_FIELDS = new Set(["op", "ops", "ctx"]);
/** Fields that count bytes of UTF-8, where the parser counts characters. */
const COLUMNS: Readonly<Record<string, string>> = { col_offset: "lineno", end_col_offset: "end_lineno" };

/** A literal as the parser has it. */
interface Literal {
  readonly type: "int" | "float" | "complex" | "str" | "pieces" | "bytes" | "bool" | "None" | "Ellipsis";
  readonly value?: unknown;
}

/** What counts the bytes of UTF-8 before a character of a line; lines count from 1. */
function columnsOf(source: string): (line: number, characters: number) => number {
  const lines = source.split(/\r\n|\r|\n/);
  /** By line: bytes before each character, and before its end; null: as many as characters. */
  const known: (readonly number[] | null)[] = [];

  function placesOf(line: number): readonly number[] | null {
    const text = lines[line - 1] ?? "";
    if (/^[\0-\x7f]*$/.test(text)) return null;
    const places = [0];
    for (const character of text) {
      const code = character.codePointAt(0) as number;
      places.push((places.at(-1) as number) + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4));
    }
    return places;
  }

  return (line, characters) => {
    let places = known[line];
    if (places === undefined) known[line] = places = placesOf(line);
    return places === null ? characters : (places[characters] ?? (places.at(-1) as number));
  };
}

/** Makes Python's syntax tree of a text, from the classes of `_ast`. The result is a word, or NULL: raised. May collect. */
export function createSyntaxTrees({
  realm,
  withHandles,
}: Library): (source: ProgramSource, filename: string, options: ProgramOptions) => Word {
  const { handles, none } = realm;

  function literal({ type, value }: Literal): Word {
    switch (type) {
      case "int":
        return realm.int(value as bigint);
      case "float":
        return realm.float(value as number);
      case "complex":
        return realm.call(realm.type("complex"), realm.float(0), realm.float(value as number));
      case "str":
        return realm.str(value as string);
      case "pieces":
        return realm.strings.fromCodes(
          (value as readonly string[]).flatMap((piece) => [...piece].map((each) => each.codePointAt(0) as number)),
        );
      case "bytes":
        return realm.bytes.fromArray(Uint8Array.from(value as Iterable<number>));
      case "bool":
        return realm.bool(value as boolean);
      case "None":
        return none;
      case "Ellipsis":
        return realm.ellipsis;
    }
  }

  return (source, filename, options) =>
    withHandles(() => {
      const parsed = realm.parseProgram(source, filename, options);
      if (parsed === undefined) return NULL;
      const module = handles.push(realm.imports.import(realm.intern("_ast"), none, 0));
      if (handles.get(module) === NULL) return NULL;
      const column = columnsOf(parsed.text);

      const instance = (name: string): Word => {
        const found = realm.getAttribute(handles.get(module), realm.intern(name));
        return found === NULL ? NULL : realm.call(found);
      };

      /** What a property of a node is in Python. NULL: raised. */
      function convert(value: unknown, field: string, node: SyntaxNode): Word {
        if (value === null || value === undefined) return none;
        if (Array.isArray(value)) return listOf(value, field, node);
        if (typeof value === "string") return CLASS_FIELDS.has(field) ? instance(value) : realm.str(value);
        if (typeof value === "number")
          return realm.int(COLUMNS[field] === undefined ? value : column(node[COLUMNS[field]] as number, value));
        return "kind" in (value as object) ? nodeOf(value as SyntaxNode) : literal(value as Literal);
      }

      function listOf(values: readonly unknown[], field: string, node: SyntaxNode): Word {
        return withHandles(() => {
          const kept: number[] = [];
          for (const each of values) {
            const word = convert(each, field, node);
            if (word === NULL) return NULL;
            kept.push(handles.push(word));
          }
          return realm.list(kept.map(handles.get));
        });
      }

      function nodeOf(node: SyntaxNode): Word {
        return withHandles(() => {
          const made = handles.push(instance(node.kind));
          if (handles.get(made) === NULL) return NULL;
          const fields: Record<string, unknown> = { ...EXTRA[node.kind], ...node };
          for (const [field, value] of Object.entries(fields)) {
            if (field === "prefix" || (field === "kind" && node.kind !== "Constant")) continue;
            const word = convert(field === "kind" ? node["prefix"] : value, field, node);
            if (word === NULL || !realm.setAttribute(handles.get(made), realm.intern(field), word)) return NULL;
          }
          return handles.get(made);
        });
      }

      return nodeOf(parsed.tree);
    });
}

/** Fields that the parser leaves out, as they are always so. */
const EXTRA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { Module: { type_ignores: [] } };
