import { NULL, type Word } from "@hotpy/memory";
import { oracle, readCallTables, type TableCall } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import { createBuiltins, createEvaluator, Raised } from "./evaluate.js";

/// Calls of builtin types and functions, by the operations of the realm alone: what they make is what CPython makes.

/** Run Python code, so they need the interpreter. */
const NOT_HERE = ["surrogates", "generator", "coroutine", "async_generator", "code", "frame"];

describe("calls do what they do in CPython", () => {
  const realm = createBuiltins();
  const names = new Map<string, Word>();
  const evaluate = createEvaluator(realm, names);
  const textOf = (word: Word): string => {
    if (word === NULL) throw new Raised();
    return realm.strings.toJS(word);
  };

  function outcome({ receiver, call }: TableCall): string {
    names.clear();
    if (receiver !== undefined) names.set("r", evaluate(receiver));
    const self = names.get("r");
    const before = self === undefined ? "" : textOf(realm.repr(self));
    const result = resultOf(call);
    const after = self === undefined ? "" : textOf(realm.repr(self));
    return after === before ? result : `${result}; r = ${after}`;
  }

  function resultOf(call: string): string {
    try {
      return textOf(realm.repr(evaluate(call)));
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      const exception = realm.pending();
      realm.clearPending();
      return `${realm.typeName(exception)}: ${textOf(realm.toStr(exception))}`;
    }
  }

  const tables = readCallTables(new URL("calls/", import.meta.url));
  it.each([...tables.keys()].filter((name) => !NOT_HERE.includes(name)))("%s", (name) => {
    const calls = tables.get(name) ?? [];
    const line = ({ receiver, call }: TableCall, made: string): string =>
      `${receiver === undefined ? "" : `r = ${receiver}; `}${call} -> ${made}`;
    const attempted = (call: TableCall): string => {
      try {
        return outcome(call);
      } catch (error) {
        return `${error}`;
      }
    };
    expect(calls.map((call) => line(call, attempted(call)))).toEqual(calls.map((call) => line(call, call.outcome)));
  });
});

describe("the tables have a call of every method", () => {
  const realm = createBuiltins();
  const tables = readCallTables(new URL("calls/", import.meta.url));
  const calls = [...tables].map(([table, each]) => ({ table, text: each.map(({ call }) => call).join("\n") }));
  /** By type, what CPython defines for it and can be called; of the types that have a table. */
  const methods = oracle<Record<string, string[]>>(
    `
import builtins, types
others = [type({}.keys()), type({}.values()), type({}.items()), types.GeneratorType, types.CoroutineType,
    types.AsyncGeneratorType, types.CodeType, types.FrameType]
types = [each for each in [*vars(builtins).values(), *others] if isinstance(each, type) and each.__name__ in data]
print(json.dumps({each.__name__: [name for name in vars(each) if callable(getattr(each, name, None))] for each in types}))
`,
    [...tables.keys()],
  );
  /** Methods that run Python code have their calls in a table of their own. */
  const isFor = (type: string, table: string): boolean => table === type || NOT_HERE.includes(table);

  it.each(Object.entries(methods))("of %s that there is here", (type, names) => {
    const ours = names.filter((name) => {
      const isThere = realm.getAttribute(realm.type(type), realm.intern(name)) !== NULL;
      realm.clearPending();
      return isThere;
    });
    const called = calls.filter(({ table }) => isFor(type, table)).map(({ text }) => text);
    const missing = ours.filter((name) => !called.some((text) => new RegExp(`\\.${name}\\b`).test(text)));
    expect(missing).toEqual([]);
  });
});
