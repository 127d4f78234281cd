import { type Address, NULL, type Word } from "@hotpy/memory";
import { STR_DATA } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createHostObjects, type HostObjects } from "../host-objects.js";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { type FieldText, fieldText, RecordParser } from "./record.js";
import { NO_CHARACTER, QUOTING, type Rules } from "./rules.js";
import { csvSource } from "./source.js";

/** Most characters of a field. */
const DEFAULT_LIMIT = 131072;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** No line has so many parts. */
const MOST_CUTS = 0x7fffffff;
const NEEDS_ESCAPE = "need to escape, but no escapechar set";
const EMPTY_RECORD = "single empty field record must be quoted";
const NUMBER_METHODS = ["__float__", "__index__", "__int__"];

/** The module `_csv`. */
export function defineCsv(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument } = library;
  const { strings, none } = realm;
  const { i32, u8 } = realm.memory;
  let limit = DEFAULT_LIMIT;
  const dialects = realm.root(NULL);
  const usual = realm.root(NULL);
  let holders: HostObjects<RecordParser | Rules> | undefined;

  /** The dialects that have been registered, by name. */
  function dialectsDict(): Word {
    if (i32[dialects >>> 2] === NULL) i32[dialects >>> 2] = realm.dicts.create();
    return i32[dialects >>> 2];
  }

  /** A list for what a dialect without options consists of, which all such share. */
  function usualParts(): Word {
    if (i32[usual >>> 2] === NULL) i32[usual >>> 2] = realm.list([]);
    return i32[usual >>> 2];
  }

  /** An object that holds a value of TypeScript's. */
  function hold(value: RecordParser | Rules): Word {
    holders ??= createHostObjects(library, "csv-held", realm.type("object"));
    return holders.wrap(value);
  }
  const held = <T extends RecordParser | Rules>(args: Address, index: number): T =>
    holders!.get(argument(args, index)) as T;

  const codeOf = (word: Word): number =>
    word === none ? NO_CHARACTER : strings.codeAt(strings.flat(realm.valueOf(word)), 0);

  function makeRules(args: Address): Word {
    const rules: Rules = {
      delimiter: codeOf(argument(args, 0)),
      doubleQuote: argument(args, 1) === realm.bool(true),
      escape: codeOf(argument(args, 2)),
      lineTerminator: strings.toJS(realm.valueOf(argument(args, 3))),
      quote: codeOf(argument(args, 4)),
      quoting: argument(args, 5) >> 1,
      skipsSpace: argument(args, 6) === realm.bool(true),
      isStrict: argument(args, 7) === realm.bool(true),
    };
    return hold(rules);
  }

  /**
   * The fields of a line of one-byte characters in which nothing is escaped or out of the ordinary: most lines are so. NULL: it is another.
   */
  function plainRow(line: Word, rules: Rules): Word {
    if (strings.widthOf(line) !== 0 || rules.quoting === QUOTING.QUOTE_NONNUMERIC || rules.skipsSpace) return NULL;
    const { delimiter, quote, escape } = rules;
    const data = (line + STR_DATA) >>> 0;
    let end = strings.length(line);
    if (end > limit || delimiter > 0xff) return NULL;
    while (end > 0 && (u8[data + end - 1] === NEWLINE || u8[data + end - 1] === RETURN)) end--;
    if (end === 0) return realm.list([]);
    let hasQuotes = false;
    for (let i = 0; i < end; i++) {
      const code = u8[data + i];
      if (code === escape || code === NEWLINE || code === RETURN) return NULL;
      if (code === quote) hasQuotes = true;
    }
    if (!hasQuotes || rules.quoting === QUOTING.QUOTE_NONE)
      return strings.split(strings.substring(line, 0, end), strings.char(delimiter), MOST_CUTS);
    return rules.doubleQuote ? quotedRow(line, end, delimiter, quote) : NULL;
  }

  /** The same where fields are quoted as a whole. */
  function quotedRow(line: Word, end: number, delimiter: number, quote: number): Word {
    const data = (line + STR_DATA) >>> 0;
    const row = lists.create(8);
    const mark = strings.char(quote);
    for (let at = 0; ; ) {
      let field: Word;
      if (at < end && u8[data + at] === quote) {
        const start = ++at;
        let isDoubled = false;
        for (; ; at++) {
          if (at >= end) return NULL;
          if (u8[data + at] !== quote) continue;
          if (at + 1 >= end || u8[data + at + 1] !== quote) break;
          isDoubled = true;
          at++;
        }
        field = strings.substring(line, start, at++);
        if (isDoubled) field = strings.replace(field, strings.concat(mark, mark), mark, MOST_CUTS);
        if (at < end && u8[data + at] !== delimiter) return NULL;
      } else {
        const start = at;
        while (at < end && u8[data + at] !== delimiter) at++;
        field = strings.substring(line, start, at);
      }
      lists.append(row, field);
      if (at >= end) return row;
      at++;
    }
  }

  /** The fields as a list; NULL: raised. May collect. */
  function rowOf(fields: readonly FieldText[]): Word {
    return library.withHandles(() => {
      const row = realm.handles.push(lists.create(fields.length));
      for (const { text, isNumeric } of fields) {
        const item = isNumeric ? realm.call(realm.type("float"), realm.str(text)) : realm.str(text);
        if (item === NULL) return NULL;
        lists.append(realm.handles.get(row), item);
      }
      return realm.handles.get(row);
    });
  }

  /** A row, None if it goes on in the next line, or a str that says what is wrong. */
  function parseLine(args: Address): Word {
    const parser = held<RecordParser>(args, 0);
    const rules = held<Rules>(args, 1);
    const line = strings.flat(realm.valueOf(argument(args, 2)));
    const plain = parser.isAtStart ? plainRow(line, rules) : NULL;
    if (plain !== NULL) return plain;
    const fields = parser.add(strings.toJS(line), rules, limit);
    if (fields === undefined) return none;
    return typeof fields === "string" ? realm.str(fields) : rowOf(fields);
  }

  /** The row that the end of the input ends, None: there is none, False: there should be more. */
  function endInput(args: Address): Word {
    const fields = held<RecordParser>(args, 0).end(held<Rules>(args, 1));
    if (fields === undefined) return none;
    return typeof fields === "string" ? realm.bool(false) : rowOf(fields);
  }

  function isNumber(word: Word): boolean {
    if (realm.integers.isInteger(word) || realm.floats.isFloat(word)) return true;
    const type = realm.typeOf(word);
    if (realm.isSubtype(type, realm.type("complex"))) return true;
    return NUMBER_METHODS.some((name) => realm.lookupOnType(type, realm.intern(name)) !== NULL);
  }

  /** The text of a field; NULL: raised. May collect. */
  function textOf(word: Word): Word {
    if (word === none) return strings.empty;
    const value = realm.valueOf(word);
    if (strings.isString(value)) return strings.flat(value);
    const text = realm.toStr(word);
    return text === NULL ? NULL : strings.flat(realm.valueOf(text));
  }

  /** Whether a text of one-byte characters holds nothing that a dialect must quote or escape. */
  function isPlain(text: Word, rules: Rules): boolean {
    if (strings.widthOf(text) !== 0) return false;
    const { delimiter, quote, escape, lineTerminator } = rules;
    const data = (text + STR_DATA) >>> 0;
    const end = data + strings.length(text);
    for (let at = data; at < end; at++) {
      const code = u8[at];
      if (code === delimiter || code === quote || code === escape || code === NEWLINE || code === RETURN) return false;
    }
    return lineTerminator === "\r\n" || lineTerminator === "\n";
  }

  /** The text of a row, or a tuple of what is wrong. */
  function joinRow(args: Address): Word {
    const rules = held<Rules>(args, 0);
    const { quoting } = rules;
    const fault = (message: string): Word => realm.tuple([realm.str(message)]);
    return library.withHandles(() => {
      const row = realm.handles.push(lists.create(lists.length(argument(args, 1))));
      for (let i = 0; i < lists.length(argument(args, 1)); i++) {
        const item = lists.item(argument(args, 1), i);
        const isQuoted = quoting === QUOTING.QUOTE_ALL || (quoting === QUOTING.QUOTE_NONNUMERIC && !isNumber(item));
        let text = textOf(item);
        if (text === NULL) return NULL;
        if (isQuoted || !isPlain(text, rules)) {
          const written = fieldText(strings.toJS(text), isQuoted, rules);
          if (written === undefined) return fault(NEEDS_ESCAPE);
          text = realm.str(written);
        }
        lists.append(realm.handles.get(row), text);
      }
      const texts = realm.handles.get(row);
      const count = lists.length(texts);
      if (count === 1 && strings.length(lists.item(texts, 0)) === 0) {
        if (quoting === QUOTING.QUOTE_NONE) return fault(EMPTY_RECORD);
        lists.setItem(texts, 0, realm.str(fieldText("", true, rules) as string));
      }
      const joined = strings.join(strings.char(rules.delimiter), lists.items(texts), count);
      return strings.concat(joined, realm.str(rules.lineTerminator));
    });
  }

  const natives: NativeDefinition[] = [
    {
      name: "make_rules",
      parameters:
        "(delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict, /)",
      run: makeRules,
    },
    { name: "make_state", parameters: "()", run: () => hold(new RecordParser()) },
    {
      name: "restart",
      parameters: "(state, /)",
      run(args) {
        held<RecordParser>(args, 0).restart();
        return none;
      },
    },
    { name: "parse_line", parameters: "(state, rules, line, /)", run: parseLine },
    { name: "end_input", parameters: "(state, rules, /)", run: endInput },
    { name: "join_row", parameters: "(rules, row, /)", run: joinRow },
    {
      name: "dialects",
      parameters: "()",
      run: dialectsDict,
    },
    { name: "usual_parts", parameters: "()", run: usualParts },
    {
      name: "size_limit",
      parameters: "(limit, /)",
      run(args) {
        const old = limit;
        const given = realm.integers.toNumber(argument(args, 0));
        if (given >= 0) limit = given;
        return realm.int(old);
      },
    },
  ];

  defineSourceModule(builtins, {
    name: "_csv",
    source: csvSource,
    natives,
    shows: ["Error", "Dialect", "Reader=reader", "Writer=writer"],
    calls: [
      { name: "reader", calls: "new_reader", parameters: "(iterator, /, dialect=None, **options)" },
      { name: "writer", calls: "new_writer", parameters: "(fileobj, /, dialect=None, **options)" },
      { name: "register_dialect", parameters: "(name, /, dialect=None, **options)" },
      { name: "unregister_dialect", parameters: "(name)" },
      { name: "get_dialect", parameters: "(name)" },
      { name: "list_dialects", parameters: "()" },
      { name: "field_size_limit", parameters: "(limit=None, /)" },
    ],
    attributes: () => ({
      ...numberAttributes(realm, QUOTING),
      __version__: realm.str("1.0"),
      _dialects: dialectsDict(),
    }),
    doc: "CSV parsing and writing.\n",
  });
}
