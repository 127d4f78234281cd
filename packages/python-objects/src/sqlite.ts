/// SQLite, the system's library: numbers (codes, flags, limits) are those of sqlite3.h, and so is what functions do.

/** A value as SQLite knows it: integers are bigints, texts lie in UTF-8. */
export type SqliteValue =
  | { readonly kind: "null" }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "real"; readonly value: number }
  | { readonly kind: "text" | "blob"; readonly bytes: Uint8Array };

/** Why a function of the program's has no value: there is no memory, it is too large, there is no such method, or whatever else. */
export type SqliteFailure = "memory" | "size" | "undefined" | "error";

/** What is called from within a statement. */
export interface SqliteFunction {
  readonly name: string;
  /** How many arguments it takes; -1: any number. */
  readonly count: number;
  readonly isDeterministic: boolean;
  call(given: readonly SqliteValue[]): SqliteValue | SqliteFailure;
}

/** A function of the values of many rows. */
export interface SqliteAggregate {
  readonly name: string;
  readonly count: number;
  /** Number of a new group's state; undefined: it has failed. */
  begin(): number | undefined;
  /** Undefined: it has not failed. */
  step(state: number, given: readonly SqliteValue[]): SqliteFailure | undefined;
  finish(state: number): SqliteValue | SqliteFailure;
}

export interface SqliteStatement {
  readonly parameterCount: number;
  readonly columnCount: number;
  /** Whether it leaves the database as it is. */
  readonly isReadOnly: boolean;
  /** `:name`, `@name`, `$name` or `?1`; undefined: it has no name. */
  parameterName(index: number): string | undefined;
  columnName(index: number): string;
  /** The type that the column's table declares; undefined: none. */
  columnType(index: number): string | undefined;
  bind(index: number, value: SqliteValue): number;
  /** The code: SQLITE_ROW, SQLITE_DONE or an error. */
  step(): number;
  /** A value of the row that `step` has found. */
  column(index: number): SqliteValue;
  reset(): number;
  finish(): number;
}

export interface SqliteDatabase {
  /** A statement, undefined where there is none in the text; the code; how many bytes of the text it takes. */
  prepare(sql: Uint8Array): {
    readonly statement: SqliteStatement | undefined;
    readonly code: number;
    readonly used: number;
  };
  /** The last error: its code, the extended one, and what it says. */
  error(): { readonly code: number; readonly extended: number; readonly message: string };
  changes(): number;
  totalChanges(): number;
  lastRow(): bigint;
  /** Whether no transaction is open. */
  isAutomatic(): boolean;
  setTimeout(milliseconds: number): void;
  interrupt(): void;
  limit(category: number, value: number): number;
  defineFunction(definition: SqliteFunction): number;
  defineAggregate(definition: SqliteAggregate): number;
  /** `compare` undefined removes it. */
  defineCollation(name: string, compare: ((left: Uint8Array, right: Uint8Array) => number) | undefined): number;
  /** Tells of each statement that begins; undefined: no more. */
  trace(told: ((sql: string) => void) | undefined): void;
  /** Asked about each action of statements that are prepared; undefined: it has failed, and so does the statement. */
  authorise(asks: ((action: number, given: readonly (string | undefined)[]) => number | undefined) | undefined): void;
  /** Called now and then, each `steps` steps; true ends the statement. */
  watch(steps: number, asks: (() => boolean) | undefined): void;
  /** Copies pages of one database into another: the code of each step goes to `told`, with what remains and what there is in all. */
  copyTo(
    target: SqliteDatabase,
    pages: number,
    name: string,
    told: (code: number, remaining: number, count: number) => boolean,
  ): number;
  close(): number;
}

export interface SqliteCalls {
  readonly version: string;
  /** What a code means. */
  textOf(code: number): string;
  isComplete(sql: string): boolean;
  open(
    path: string,
    flags: number,
  ): { readonly database: SqliteDatabase | undefined; readonly code: number; readonly message: string };
}
