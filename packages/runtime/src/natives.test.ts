import { NULL, reserveMemory, type Word } from "@hotpy/memory";
import { PURE, type Realm } from "@hotpy/python-objects";
import { createCapturingPlatform } from "@hotpy/python-objects/testing";
import { describe, expect, it } from "vitest";
import { WAYS } from "../test/ways.js";
import { createPython, type PythonOptions, type SupervisedTracing } from "./index.js";

/// Natives of a module that no package knows: each is called from traces, with the right results, whatever it says about itself.

const ALL_WAYS = { "the loop": {}, ...WAYS };

/** What the natives were called with, in order: that none is called twice, or not at all. */
const calls: string[] = [];

/** A module as a user of the packages would write it. */
function defineExample(realm: Realm): void {
  const { i32 } = realm.memory;
  const argument = (args: number, index: number): Word => i32[(args >>> 2) + index];
  const number = (word: Word): number => realm.integers.toNumber(word);
  realm.defineModule({
    name: "example",
    functions: [
      {
        name: "twice",
        parameters: "(x, /)",
        effects: PURE,
        expand: (m, [x, ...rest]) =>
          x !== undefined && rest.length === 0 && m.isInt(x)
            ? m.op("box_int", [m.op("i64_add", [m.op("unbox_int", [x]), m.op("unbox_int", [x])])])
            : undefined,
        run: (args) => realm.binary("add", argument(args, 0), argument(args, 0)),
      },
      { name: "square", parameters: "(x, /)", effects: PURE, run: (args) => realm.int(number(argument(args, 0)) ** 2) },
      {
        name: "count",
        parameters: "(item, /, step=1)",
        run(args) {
          calls.push(`count ${number(argument(args, 0))}`);
          return realm.int(calls.length + (argument(args, 1) === NULL ? 0 : number(argument(args, 1))));
        },
      },
      {
        name: "store",
        parameters: "(list, value, /)",
        run(args) {
          // It says nothing, so a trace must read the list anew.
          return realm.setItem(argument(args, 0), realm.int(0), argument(args, 1)) ? realm.none : NULL;
        },
      },
      {
        name: "note_then_raise",
        parameters: "(log, value, /)",
        run(args) {
          const value = argument(args, 1);
          if (realm.callMethod(argument(args, 0), realm.intern("append"), value) === NULL) return NULL;
          calls.push(`note ${number(value)}`);
          return number(value) % 3 === 0 ? realm.raise("ValueError", `not ${number(value)}`) : value;
        },
      },
      {
        name: "total",
        parameters: "(first, /, *others, scale=1)",
        run(args) {
          const others = argument(args, 1);
          let sum = number(argument(args, 0));
          for (let i = 0; i < i32[(others >>> 2) + 1]; i++) sum += number(i32[(others >>> 2) + 2 + i]);
          return realm.int(sum * (argument(args, 2) === NULL ? 1 : number(argument(args, 2))));
        },
      },
      {
        name: "redefine",
        parameters: "(cls, value, /)",
        run: (args) =>
          realm.setAttribute(argument(args, 0), realm.intern("shared"), argument(args, 1)) ? realm.none : NULL,
      },
      {
        name: "apply",
        parameters: "(function, value, /)",
        // It calls back before it does anything else.
        run: (args) => realm.call(argument(args, 0), argument(args, 1)),
      },
      {
        name: "apply_after",
        parameters: "(log, function, value, /)",
        leaf: false,
        run(args) {
          calls.push("apply_after");
          return realm.call(argument(args, 1), argument(args, 2));
        },
      },
    ],
  });
}

interface Ran {
  readonly text: string;
  readonly calls: readonly string[];
  /** Names of the natives that traces call. */
  readonly traced: readonly string[];
}

function run(source: string, way: Partial<PythonOptions>): Ran {
  const platform = createCapturingPlatform();
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const found = new Set<string>();
  const { tracing } = way;
  calls.length = 0;
  createPython({
    platform,
    memory,
    ...way,
    ...(tracing === undefined
      ? {}
      : {
          tracing(context, step) {
            const made = tracing(context, step) as SupervisedTracing;
            made.hooks.subscribe((event) => {
              if (event.event !== "trace") return;
              const { prologue, loop } = event.recorded;
              for (const { op, immediate } of [...prologue, ...(loop?.body ?? [])])
                if (op === "call_leaf") found.add(String(immediate).replace(/^native\.\d+\.(\w+)\.\d+$/, "$1"));
            });
            return made;
          },
        }),
    modules: ({ realm }) => defineExample(realm),
  }).run(source, "natives.py");
  return { text: platform.text(), calls: [...calls], traced: [...found] };
}

interface Example {
  /** The natives that the traces of the loop must call. */
  readonly natives: readonly string[];
  readonly source: string;
  readonly prints: string;
  /** How often natives that note their calls are called. */
  readonly noted?: number;
}

const LOOP = `
import example
def main():
    result = []
    log = []
    for i in range(60):
`;
const EXAMPLES: Record<string, Example> = {
  "in core instructions": {
    natives: [],
    source: `${LOOP}        result.append(example.twice(i))\n    print(sum(result), example.twice("a"))`,
    prints: "3540 aa\n",
  },
  "with declared effects": {
    natives: ["square"],
    source: `${LOOP}        result.append(example.square(i) + example.square(i))\n    print(sum(result))`,
    prints: "140420\n",
  },
  "that says nothing": {
    natives: ["count"],
    source: `${LOOP}        result.append(example.count(i))\n    print(sum(result), example.count(1, 100))`,
    prints: "1830 161\n",
    noted: 61,
  },
  "that changes a list which the loop reads": {
    natives: ["store"],
    source: `${LOOP}        log = [i]\n        before = log[0]\n        example.store(log, i + 1)\n        result.append(log[0] - before)\n    print(sum(result))`,
    prints: "60\n",
  },
  "that raises after an effect": {
    natives: ["note_then_raise"],
    source: `${LOOP}        try:
            result.append(example.note_then_raise(log, i))
        except ValueError as error:
            result.append(-1)
            assert str(error) == "not %d" % i and error.__traceback__ is not None
    print(sum(result), log == list(range(60)))`,
    prints: "1180 True\n",
    noted: 60,
  },
  "that raises out of the loop": {
    natives: ["note_then_raise"],
    source: `import example
def inner(log, i):
    return example.note_then_raise(log, i * 3 + (1 if i < 50 else 0))
def main():
    log = []
    try:
        for i in range(60):
            inner(log, i)
    except ValueError as error:
        print(error, i, len(log), error.__context__)`,
    prints: "not 150 50 51 None\n",
    noted: 51,
  },
  "with *args": {
    natives: ["total"],
    source: `${LOOP}        result.append(example.total(i, 1, i) + example.total(i))\n    print(sum(result), example.total(1, 2, scale=3))`,
    prints: "5370 9\n",
  },
  "that changes a class which the trace relies on": {
    natives: ["redefine"],
    source: `${LOOP}        example.redefine(Shared, i)\n        result.append(Shared().shared)\n    print(sum(result))\nclass Shared:\n    shared = 5`,
    prints: "1770\n",
  },
  "that calls a native back": {
    natives: ["apply"],
    source: `${LOOP}        result.append(example.apply(abs, -i))\n    print(sum(result))`,
    prints: "1770\n",
  },
  "that calls Python code back": {
    natives: [],
    source: `${LOOP}        result.append(example.apply(lambda x: log.append(x) or -x, i))\n    print(sum(result), len(log))`,
    prints: "-1770 60\n",
  },
  "that calls Python code back now and then": {
    natives: ["apply"],
    source: `${LOOP}        f = abs if i % 10 != 9 else (lambda x: log.append(x) or -x)\n        result.append(example.apply(f, i))\n    print(sum(result), len(log))`,
    prints: "1362 6\n",
  },
  "that is not leaf": {
    natives: [],
    source: `${LOOP}        result.append(example.apply_after(log, lambda x: -x, i))\n    print(sum(result))`,
    prints: "-1770\n",
    noted: 60,
  },
};

describe.each(Object.entries(EXAMPLES))("a native %s", (_, { natives, source, prints, noted }) => {
  it.each(Object.entries(ALL_WAYS))("does what it does, by %s", (name, way) => {
    const ran = run(`${source}\nmain()\n`, way);
    expect(ran.text).toBe(prints);
    expect(ran.calls).toHaveLength(noted ?? 0);
    if (name.includes("traces")) expect(ran.traced).toEqual(expect.arrayContaining([...natives]));
    expect(ran.traced).not.toContain("apply_after");
  });
});
