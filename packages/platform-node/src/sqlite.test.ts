import type { SqliteValue } from "@hotpy/python-objects";
import { expect, it } from "vitest";
import { createSqlite } from "./sqlite.js";

const sqlite = createSqlite();
const utf8 = new TextEncoder();

it.runIf(sqlite !== undefined)("runs statements, with values of all kinds and functions of the program's", () => {
  const { database } = sqlite!.open(":memory:", 6);
  const prepare = (sql: string) => database!.prepare(utf8.encode(sql)).statement;
  const run = (sql: string, ...values: readonly SqliteValue[]) => {
    const statement = prepare(sql)!;
    for (const [index, value] of values.entries()) expect(statement.bind(index + 1, value)).toBe(0);
    const rows: SqliteValue[][] = [];
    while (statement.step() === 100)
      rows.push(Array.from({ length: statement.columnCount }, (_, index) => statement.column(index)));
    statement.finish();
    return rows;
  };
  run("create table t(a, b)");
  const text = { kind: "text", bytes: utf8.encode("é") } as const;
  const big = { kind: "integer", value: -(2n ** 63n) } as const;
  run("insert into t values(?, ?)", big, text);
  run("insert into t values(?, ?)", { kind: "real", value: 0.5 }, { kind: "blob", bytes: new Uint8Array() });
  expect(run("select a, b from t")).toEqual([
    [big, text],
    [
      { kind: "real", value: 0.5 },
      { kind: "blob", bytes: new Uint8Array() },
    ],
  ]);
  database!.defineFunction({
    name: "count_of",
    count: -1,
    isDeterministic: true,
    call: (given) => (given.length === 0 ? "error" : { kind: "integer", value: BigInt(given.length) }),
  });
  expect(run("select count_of(1, null)")).toEqual([[{ kind: "integer", value: 2n }]]);
  expect(prepare("select count_of()")!.step()).toBe(1);
  expect(database!.error().message).toBe("user-defined function raised exception");
  expect(database!.close()).toBe(0);
});

it.runIf(sqlite !== undefined)("says why a database cannot be opened", () => {
  expect(sqlite!.open("/there/is/none", 2)).toEqual({
    database: undefined,
    code: 14,
    message: "unable to open database file",
  });
});
