/// The system's library of SQLite, called through koffi where that is installed.

import type {
  SqliteAggregate,
  SqliteCalls,
  SqliteDatabase,
  SqliteFailure,
  SqliteFunction,
  SqliteStatement,
  SqliteValue,
} from "@hotpy/python-objects";
import { loadLibrary } from "./c-library.js";
import { loadSqlite, type SqliteLibrary } from "./sqlite-library.js";

const ERROR = 1;
const DENY = 1;
const TRACES_STATEMENTS = 1;
const [INTEGER, REAL, TEXT, BLOB] = [1, 2, 3, 4];
const UTF8 = 1;
const DETERMINISTIC = 0x800;
const utf8 = new TextEncoder();
const NOTHING: SqliteValue = { kind: "null" };

/** Undefined: there is no SQLite here. */
export function createSqlite(): SqliteCalls | undefined {
  const c = loadLibrary();
  const library = c === undefined ? undefined : loadSqlite(c);
  if (library === undefined) return undefined;
  const { calls, readPointer } = library;
  return {
    version: calls.libversion() as string,
    textOf: (code) => calls.errstr(code) as string,
    isComplete: (sql) => calls.complete(sql) !== 0,
    open(path, flags) {
      const place = new BigUint64Array(1);
      const code = calls.open_v2(path, place, flags, null) as number;
      const database = place[0];
      if (code === 0) return { database: createDatabase(library, database), code, message: "" };
      const message = database === 0n ? (calls.errstr(code) as string) : readPointer(calls.errmsg(database));
      calls.close_v2(database);
      return { database: undefined, code, message };
    },
  };
}

/** Addresses of databases, for what joins two of them. */
const addresses = new WeakMap<SqliteDatabase, bigint>();

function createDatabase(library: SqliteLibrary, address: bigint): SqliteDatabase {
  const { calls, readPointer, callback, release } = library;
  /** Functions that SQLite may call, by what they are called for. */
  const given = new Map<string, readonly unknown[]>();

  function keep(what: string, callbacks: readonly unknown[]): void {
    for (const each of given.get(what) ?? []) release(each);
    given.set(what, callbacks);
  }

  /** A function that SQLite may call from now on, in place of an earlier one; undefined: none. As SQLite takes it. */
  function keepOne(
    what: string,
    kind: Parameters<typeof callback>[0],
    run: Parameters<typeof callback>[1] | undefined,
  ): unknown {
    const kept = run === undefined ? null : callback(kind, run);
    keep(what, kept === null ? [] : [kept]);
    return kept;
  }

  const valuesAt = (count: number, places: unknown): SqliteValue[] =>
    library.pointersAt(places, count).map((place) => valueOf(library, "value", place));

  function fail(context: unknown, failure: SqliteFailure, message: string): void {
    if (failure === "memory") calls.result_error_nomem(context);
    else if (failure === "size") calls.result_error_toobig(context);
    else calls.result_error(context, message, -1);
  }

  function setResult(context: unknown, value: SqliteValue): void {
    if (value.kind === "integer") calls.result_int64(context, value.value);
    else if (value.kind === "real") calls.result_double(context, value.value);
    else if (value.kind === "text") calls.result_text(context, value.bytes, value.bytes.length, -1n);
    else if (value.kind === "blob") calls.result_blob(context, value.bytes, value.bytes.length, -1n);
    else calls.result_null(context);
  }

  function defineFunction({ name, count, isDeterministic, call }: SqliteFunction): number {
    const run = callback("function", (context: unknown, used: number, places: unknown) => {
      const said = call(valuesAt(used, places));
      if (typeof said === "string") fail(context, said, "user-defined function raised exception");
      else setResult(context, said);
    });
    keep(`function ${name} ${count}`, [run]);
    const flags = UTF8 | (isDeterministic ? DETERMINISTIC : 0);
    return calls.create_function_v2(address, name, count, flags, 0n, run, null, null, null) as number;
  }

  function defineAggregate({ name, count, begin, step, finish }: SqliteAggregate): number {
    const state = new Map<string, number | undefined>();
    const failed = new Set<string>();
    const failIn = (context: unknown, method: string, failure: SqliteFailure): void => {
      const what = failure === "undefined" ? "not defined" : "raised error";
      fail(context, failure, `user-defined aggregate's '${method}' method ${what}`);
    };
    const stateOf = (context: unknown): string => String(calls.aggregate_context(context, 1));
    function begun(context: unknown): number | undefined {
      const key = stateOf(context);
      if (!state.has(key)) state.set(key, begin());
      return state.get(key);
    }
    const onStep = callback("function", (context: unknown, used: number, places: unknown) => {
      const current = begun(context);
      if (current === undefined) {
        failed.add(stateOf(context));
        failIn(context, "__init__", "error");
        return;
      }
      const failure = step(current, valuesAt(used, places));
      if (failure === undefined) return;
      failed.add(stateOf(context));
      failIn(context, "step", failure);
    });
    const onEnd = callback("finish", (context: unknown) => {
      const current = begun(context);
      const key = stateOf(context);
      const isLost = failed.delete(key);
      state.delete(key);
      if (current === undefined || isLost) return;
      const value = finish(current);
      if (typeof value === "string") failIn(context, "finalize", value);
      else setResult(context, value);
    });
    keep(`function ${name} ${count}`, [onStep, onEnd]);
    return calls.create_function_v2(address, name, count, UTF8, 0n, null, onStep, onEnd, null) as number;
  }

  const database: SqliteDatabase = {
    prepare(sql) {
      const place = new BigUint64Array(1);
      const [text, rest] = [library.copy(sql), new BigUint64Array(1)];
      const code = calls.prepare_v2(address, text, sql.length + 1, place, rest) as number;
      const used = Number(rest[0] - text);
      library.free(text);
      return { statement: place[0] === 0n ? undefined : createStatement(library, place[0]), code, used };
    },
    error: () => ({
      code: calls.errcode(address) as number,
      extended: calls.extended_errcode(address) as number,
      message: readPointer(calls.errmsg(address)),
    }),
    changes: () => calls.changes(address) as number,
    totalChanges: () => calls.total_changes(address) as number,
    lastRow: () => BigInt(calls.last_insert_rowid(address) as number),
    isAutomatic: () => calls.get_autocommit(address) !== 0,
    setTimeout: (milliseconds) => void calls.busy_timeout(address, milliseconds),
    interrupt: () => void calls.interrupt(address),
    limit: (category, value) => calls.limit(address, category, value) as number,
    defineFunction,
    defineAggregate,
    defineCollation(name, compare) {
      const run = keepOne(
        `collation ${name}`,
        "compare",
        compare &&
          ((_: unknown, leftSize: number, left: unknown, rightSize: number, right: unknown) =>
            compare(library.bytesAt(left, leftSize), library.bytesAt(right, rightSize))),
      );
      return calls.create_collation_v2(address, name, UTF8, 0n, run, null) as number;
    },
    trace(told) {
      const run = keepOne(
        "trace",
        "trace",
        told &&
          ((_: number, __: unknown, statement: unknown) => {
            const text = calls.expanded_sql(statement);
            // There is none where it would be too long.
            if (BigInt(text as number) === 0n) return 0;
            told(readPointer(text));
            calls.free(text);
            return 0;
          }),
      );
      calls.trace_v2(address, run === null ? 0 : TRACES_STATEMENTS, run, 0n);
    },
    authorise(asks) {
      const textAt = (pointer: unknown): string | undefined =>
        BigInt(pointer as number) === 0n ? undefined : readPointer(pointer);
      const run = keepOne(
        "authorise",
        "authorise",
        asks && ((_: unknown, action: number, ...given: unknown[]) => asks(action, given.map(textAt)) ?? DENY),
      );
      calls.set_authorizer(address, run, 0n);
    },
    watch(steps, asks) {
      const run = keepOne("watch", "watch", asks && (() => (asks() ? 1 : 0)));
      calls.progress_handler(address, steps, run, 0n);
    },
    copyTo(target, pages, name, told) {
      const to = addresses.get(target);
      const copying = to === undefined ? 0n : BigInt(calls.backup_init(to, "main", address, name) as number);
      if (to === undefined || copying === 0n) return to === undefined ? ERROR : (calls.errcode(to) as number);
      for (;;) {
        const code = calls.backup_step(copying, pages) as number;
        const goesOn = told(code, calls.backup_remaining(copying) as number, calls.backup_pagecount(copying) as number);
        if (!goesOn) break;
      }
      return calls.backup_finish(copying) as number;
    },
    close() {
      const code = calls.close_v2(address) as number;
      for (const what of [...given.keys()]) keep(what, []);
      return code;
    },
  };
  addresses.set(database, address);
  return database;
}

function createStatement(library: SqliteLibrary, address: bigint): SqliteStatement {
  const { calls } = library;
  return {
    parameterCount: calls.bind_parameter_count(address) as number,
    // The schema may have changed since the statement was prepared.
    get columnCount() {
      return calls.column_count(address) as number;
    },
    isReadOnly: calls.stmt_readonly(address) !== 0,
    parameterName: (index) => (calls.bind_parameter_name(address, index) as string | null) ?? undefined,
    columnName: (index) => (calls.column_name(address, index) as string | null) ?? "",
    columnType: (index) => (calls.column_decltype(address, index) as string | null) ?? undefined,
    bind(index, value) {
      if (value.kind === "integer") return calls.bind_int64(address, index, value.value) as number;
      if (value.kind === "real") return calls.bind_double(address, index, value.value) as number;
      if (value.kind === "text")
        return calls.bind_text(address, index, padded(value.bytes), value.bytes.length, -1n) as number;
      if (value.kind === "blob")
        return calls.bind_blob(address, index, padded(value.bytes), value.bytes.length, -1n) as number;
      return calls.bind_null(address, index) as number;
    },
    step: () => calls.step(address) as number,
    column: (index) => valueOf(library, "column", address, index),
    reset: () => calls.reset(address) as number,
    finish: () => calls.finalize(address) as number,
  };
}

/** No bytes would be a null pointer, and that NULL. */
const padded = (bytes: Uint8Array): Uint8Array => (bytes.length > 0 ? bytes : utf8.encode("\0"));

/** A value of a row, or an argument of a function. */
function valueOf({ calls, bytesAt }: SqliteLibrary, what: "column" | "value", ...at: readonly unknown[]): SqliteValue {
  const call = (name: string): unknown => calls[`${what}_${name}`](...at);
  const kind = call("type");
  if (kind === INTEGER) return { kind: "integer", value: BigInt(call("int64") as number) };
  if (kind === REAL) return { kind: "real", value: call("double") as number };
  if (kind !== TEXT && kind !== BLOB) return NOTHING;
  const start = call(kind === TEXT ? "text" : "blob");
  return { kind: kind === TEXT ? "text" : "blob", bytes: bytesAt(start, call("bytes") as number) };
}
