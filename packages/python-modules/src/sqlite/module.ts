import type { Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { connectionSource } from "./connection-source.js";
import { cursorSource } from "./cursor-source.js";
import { sqliteNatives } from "./natives.js";
import { sqliteNumbers } from "./numbers.js";
import { statementSource, valuesSource } from "./source.js";

/** The module `_sqlite3`, where the system has the library of SQLite. */
export function defineSqlite(builtins: Builtins): void {
  const { realm } = builtins.library;
  const calls = () => realm.platform.sqlite?.();
  /** The dicts of adapters and converters, which programs may change. */
  function tables(): Record<string, Word> {
    const names = ["adapters", "converters"] as const;
    const handles = names.map((name) => realm.handles.push(realm.getAttribute(source("Tables"), realm.intern(name))));
    return Object.fromEntries(names.map((name, index) => [name, realm.handles.get(handles[index])]));
  }

  const source = defineSourceModule(builtins, {
    name: "_sqlite3",
    source: valuesSource + statementSource + cursorSource + connectionSource,
    isThere: () => calls() !== undefined,
    natives: sqliteNatives(builtins.library, calls),
    shows: [
      "Warning",
      "Error",
      "InterfaceError",
      "DatabaseError",
      "InternalError",
      "OperationalError",
      "ProgrammingError",
      "IntegrityError",
      "DataError",
      "NotSupportedError",
      "PrepareProtocol",
      "Row",
      "Cursor",
      "Connection",
    ],
    calls: [
      { name: "connect", parameters: "(database, *args, **kwargs)" },
      { name: "register_adapter", parameters: "(type, adapter, /)" },
      { name: "register_converter", parameters: "(typename, converter, /)" },
      { name: "adapt", parameters: "(obj, proto=None, alt=None, /)" },
      { name: "complete_statement", parameters: "(statement)" },
      { name: "enable_callback_tracebacks", parameters: "(enable, /)" },
      { name: "enable_shared_cache", parameters: "(do_enable)" },
    ],
    attributes: () => ({
      // First: to make them may run code.
      ...tables(),
      version: realm.str("2.6.0"),
      sqlite_version: realm.str(calls()?.version ?? ""),
      threadsafety: realm.int(3),
      PARSE_DECLTYPES: realm.int(1),
      PARSE_COLNAMES: realm.int(2),
      ...Object.fromEntries(sqliteNumbers().map(([name, value]) => [`SQLITE_${name}`, realm.int(value)])),
    }),
  });
}
