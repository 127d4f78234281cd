import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition, SqliteCalls, SqliteDatabase, SqliteStatement } from "@hotpy/python-objects";
import { createSqliteCallbacks } from "./callbacks.js";
import { createSqliteValues } from "./values.js";

/** What `bind` says of a value that SQLite has nothing like. */
const UNSUPPORTED = -1;

/** The functions that the module's source is written with. Databases and statements are numbers there. */
export function sqliteNatives(library: Library, calls: () => SqliteCalls | undefined): NativeDefinition[] {
  const { realm, argument, numberArgument } = library;
  const { strings, bytes, none } = realm;
  const values = createSqliteValues(library);
  const callbacks = createSqliteCallbacks(library, values);
  const databases = new Map<number, SqliteDatabase>();
  const statements = new Map<number, SqliteStatement>();
  /** The callbacks of a database by what they are for. */
  const usedBy = new Map<number, Map<string, number>>();
  let last = 0;

  const text = (args: number, index: number): string => strings.toJS(realm.valueOf(argument(args, index)));
  const optional = (value: string | undefined): Word => (value === undefined ? none : realm.str(value));

  function databaseAt(args: number, index = 0): SqliteDatabase {
    const found = databases.get(numberArgument(args, index));
    if (found === undefined) throw new Error("the source uses a database that is closed");
    return found;
  }
  function statementAt(args: number): SqliteStatement {
    const found = statements.get(numberArgument(args, 0));
    if (found === undefined) throw new Error("the source uses a statement that has ended");
    return found;
  }

  /** Keeps what a database calls from now on under a name; `callable` None: nothing. */
  function keepFor(database: number, what: string, callable: Word): number | undefined {
    const used = usedBy.get(database) ?? new Map<string, number>();
    usedBy.set(database, used);
    const before = used.get(what);
    if (before !== undefined) callbacks.drop(before);
    used.delete(what);
    if (callable === none) return undefined;
    const kept = callbacks.keep(callable);
    used.set(what, kept);
    return kept;
  }

  const ofDatabase = (name: string, run: (database: SqliteDatabase) => Word): NativeDefinition => ({
    name,
    parameters: "(database, /)",
    run: (args) => run(databaseAt(args)),
  });
  const ofStatement = (name: string, run: (statement: SqliteStatement) => Word, leaf = true): NativeDefinition => ({
    name,
    parameters: "(statement, /)",
    ...(leaf ? {} : { leaf }),
    run: (args) => run(statementAt(args)),
  });

  function open(args: number): Word {
    const opened = calls()?.open(text(args, 0), numberArgument(args, 1));
    if (opened?.database === undefined)
      return realm.tuple([realm.int(0), realm.int(opened?.code ?? 1), realm.str(opened?.message ?? "")]);
    databases.set(++last, opened.database);
    return realm.tuple([realm.int(last), realm.int(0), none]);
  }

  function prepare(args: number): Word {
    const given = realm.valueOf(argument(args, 1));
    const { statement, code, used } = databaseAt(args).prepare(bytes.toArray(bytes.data(given), bytes.size(given)));
    if (statement !== undefined) statements.set(++last, statement);
    return realm.tuple([realm.int(statement === undefined ? 0 : last), realm.int(code), realm.int(used)]);
  }

  function bind(args: number): Word {
    const value = values.toSqlite(argument(args, 2));
    if (value === "raised") return NULL;
    return realm.int(value === undefined ? UNSUPPORTED : statementAt(args).bind(numberArgument(args, 1), value));
  }

  /** The row that a step has found, as a tuple; the index of a column whose text is not in UTF-8. */
  function row(args: number): Word {
    const statement = statementAt(args);
    const isRaw = argument(args, 1) !== realm.bool(false);
    const found = Array.from({ length: statement.columnCount }, (_, index) => statement.column(index));
    const words = found.map((each) => values.toPython(each, isRaw));
    return words.includes(NULL) ? realm.int(words.indexOf(NULL)) : realm.tuple(words);
  }

  function column(args: number): Word {
    const value = statementAt(args).column(numberArgument(args, 1));
    return value.kind === "null"
      ? none
      : "bytes" in value
        ? bytes.fromArray(value.bytes)
        : realm.str(String(value.value));
  }

  function defineFunction(args: number): Word {
    const [name, count] = [text(args, 1), numberArgument(args, 2)];
    const kept = keepFor(numberArgument(args, 0), `function ${name} ${count}`, argument(args, 4));
    return realm.int(
      databaseAt(args).defineFunction({
        name,
        count,
        isDeterministic: argument(args, 3) === realm.bool(true),
        call: (given) => (kept === undefined ? "error" : callbacks.call(kept, given)),
      }),
    );
  }

  function defineAggregate(args: number): Word {
    const [name, count] = [text(args, 1), numberArgument(args, 2)];
    const kept = keepFor(numberArgument(args, 0), `function ${name} ${count}`, argument(args, 3));
    return realm.int(
      databaseAt(args).defineAggregate({
        name,
        count,
        begin: () => (kept === undefined ? undefined : callbacks.make(kept)),
        step(state, given) {
          const said = callbacks.callMethod(state, "step", given, false);
          return typeof said === "string" ? said : undefined;
        },
        finish(state) {
          const result = callbacks.callMethod(state, "finalize", [], true);
          callbacks.drop(state);
          return result;
        },
      }),
    );
  }

  function defineCollation(args: number): Word {
    const name = text(args, 1);
    const kept = keepFor(numberArgument(args, 0), `collation ${name}`, argument(args, 2));
    const compare =
      kept === undefined ? undefined : (left: Uint8Array, right: Uint8Array) => callbacks.compare(kept, left, right);
    return realm.int(databaseAt(args).defineCollation(name, compare));
  }

  function trace(args: number): Word {
    const kept = keepFor(numberArgument(args, 0), "trace", argument(args, 1));
    databaseAt(args).trace(kept === undefined ? undefined : (sql) => callbacks.tell(kept, sql));
    return none;
  }

  function authorise(args: number): Word {
    const kept = keepFor(numberArgument(args, 0), "authorise", argument(args, 1));
    databaseAt(args).authorise(
      kept === undefined ? undefined : (action, given) => callbacks.judge(kept, action, given),
    );
    return none;
  }

  function watch(args: number): Word {
    const kept = keepFor(numberArgument(args, 0), "watch", argument(args, 2));
    databaseAt(args).watch(numberArgument(args, 1), kept === undefined ? undefined : () => callbacks.isTrue(kept));
    return none;
  }

  function copy(args: number): Word {
    const told = argument(args, 4);
    const kept = callbacks.keep(told);
    let code = 0;
    const ended = databaseAt(args).copyTo(
      databaseAt(args, 1),
      numberArgument(args, 2),
      text(args, 3),
      (said, remaining, count) => {
        code = said;
        const answer = callbacks.call(
          kept,
          [said, remaining, count].map((each) => ({ kind: "integer", value: BigInt(each) })),
        );
        return typeof answer !== "string" && answer.kind === "integer" && answer.value !== 0n;
      },
    );
    callbacks.drop(kept);
    return realm.tuple([realm.int(code), realm.int(ended)]);
  }

  function close(args: number): Word {
    const id = numberArgument(args, 0);
    const code = databaseAt(args).close();
    databases.delete(id);
    for (const each of usedBy.get(id)?.values() ?? []) callbacks.drop(each);
    usedBy.delete(id);
    return realm.int(code);
  }

  return [
    { name: "library_version", parameters: "()", run: () => realm.str(calls()?.version ?? "") },
    {
      name: "code_text",
      parameters: "(code, /)",
      run: (args) => realm.str(calls()?.textOf(numberArgument(args, 0)) ?? ""),
    },
    {
      name: "is_complete",
      parameters: "(sql, /)",
      run: (args) => realm.bool(calls()?.isComplete(text(args, 0)) === true),
    },
    { name: "open_database", parameters: "(path, flags, /)", run: open },
    { name: "prepare", parameters: "(database, sql, /)", leaf: false, run: prepare },
    ofDatabase("last_error", (database) => {
      const { code, extended, message } = database.error();
      return realm.tuple([realm.int(code), realm.int(extended), realm.str(message)]);
    }),
    ofDatabase("changes", (database) => realm.int(database.changes())),
    ofDatabase("total_changes", (database) => realm.int(database.totalChanges())),
    ofDatabase("last_row", (database) => realm.int(database.lastRow())),
    ofDatabase("is_automatic", (database) => realm.bool(database.isAutomatic())),
    ofDatabase("interrupt_database", (database) => {
      database.interrupt();
      return none;
    }),
    {
      name: "set_timeout",
      parameters: "(database, milliseconds, /)",
      run(args) {
        databaseAt(args).setTimeout(numberArgument(args, 1));
        return none;
      },
    },
    {
      name: "limit",
      parameters: "(database, category, value, /)",
      run: (args) => realm.int(databaseAt(args).limit(numberArgument(args, 1), numberArgument(args, 2))),
    },
    { name: "define_function", parameters: "(database, name, count, is_deterministic, call, /)", run: defineFunction },
    { name: "define_aggregate", parameters: "(database, name, count, make, /)", run: defineAggregate },
    { name: "define_collation", parameters: "(database, name, compare, /)", run: defineCollation },
    { name: "trace", parameters: "(database, told, /)", run: trace },
    { name: "authorise", parameters: "(database, asks, /)", run: authorise },
    { name: "watch", parameters: "(database, steps, asks, /)", run: watch },
    { name: "copy_database", parameters: "(source, target, pages, name, told, /)", leaf: false, run: copy },
    { name: "close_database", parameters: "(database, /)", leaf: false, run: close },
    { name: "bind", parameters: "(statement, index, value, /)", leaf: false, run: bind },
    { name: "row", parameters: "(statement, is_raw, /)", run: row },
    { name: "column", parameters: "(statement, index, /)", run: column },
    ofStatement("step", (statement) => realm.int(statement.step()), false),
    ofStatement("reset", (statement) => realm.int(statement.reset())),
    ofStatement("parameter_count", (statement) => realm.int(statement.parameterCount)),
    ofStatement("column_count", (statement) => realm.int(statement.columnCount)),
    ofStatement("is_read_only", (statement) => realm.bool(statement.isReadOnly)),
    {
      name: "parameter_name",
      parameters: "(statement, index, /)",
      run: (args) => optional(statementAt(args).parameterName(numberArgument(args, 1))),
    },
    {
      name: "column_name",
      parameters: "(statement, index, /)",
      run: (args) => realm.str(statementAt(args).columnName(numberArgument(args, 1))),
    },
    {
      name: "column_type",
      parameters: "(statement, index, /)",
      run: (args) => optional(statementAt(args).columnType(numberArgument(args, 1))),
    },
    {
      name: "end_statement",
      parameters: "(statement, /)",
      run(args) {
        const code = statementAt(args).finish();
        statements.delete(numberArgument(args, 0));
        return realm.int(code);
      },
    },
  ];
}
