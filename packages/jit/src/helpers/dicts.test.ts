import { type Address, FALSE, isSmall, NONE, NULL, TRUE, tagSmall, type Word } from "@hotpy/memory";
import { DICT_KEYS, FLAG_WATCHED, KEYS_USABLE, KEYS_USED } from "@hotpy/object-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHelperFixture, type HelperFixture, makeCollide } from "../../test/helper-fixture.js";

/** A key of the programs: what it is, not where it lies. */
type Key = { form: "small" | "float"; value: number } | { form: "fresh" | "interned"; text: string };

type Command =
  | { op: "set" | "setdefault"; key: Key; value: number }
  | { op: "find" | "item" | "contains" | "get" | "get_default" | "delete"; key: Key }
  | { op: "collect" | "share" | "copy" | "watch" | "unwatch" };

const key: fc.Arbitrary<Key> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      form: fc.constant("small" as const),
      value: fc.oneof(
        fc.integer({ min: -4, max: 12 }),
        fc.nat(30).map((n) => n * 1024),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ form: fc.constant("float" as const), value: fc.nat(20).map((n) => n / 2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      form: fc.constantFrom("fresh" as const, "interned" as const),
      // All widths; those that begin with "c" collide.
      text: fc.oneof(
        fc.nat(30).map((n) => `key ${n}`),
        fc.nat(12).map((n) => `c${n}`),
        fc.constantFrom("", "a", "é", "ж", "жж", "ж1", "\u{1f600}", "\u{1f600}x"),
      ),
    }),
  },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      op: fc.constantFrom("set" as const, "set" as const, "setdefault" as const),
      key,
      value: fc.nat(1000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      op: fc.constantFrom(
        "find" as const,
        "item" as const,
        "contains" as const,
        "get" as const,
        "get_default" as const,
        "delete" as const,
      ),
      key,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constantFrom("collect" as const, "share" as const, "copy" as const, "watch" as const, "unwatch" as const),
    }),
  },
);

function makeKey(fixture: HelperFixture, wanted: Key): Word {
  const { strings } = fixture;
  if ("value" in wanted) return wanted.form === "small" ? tagSmall(wanted.value) : fixture.float(wanted.value);
  // A string of its own, also where the text has an interned one.
  const fresh = strings.fromJS(wanted.text);
  const word = wanted.form === "interned" ? strings.intern(fresh) : fresh;
  return wanted.text.startsWith("c") ? makeCollide(fixture, word, 8) : word;
}

/** Keys and values in order, and what is known of the tables. */
function contents({ dicts, strings, memory }: HelperFixture, dict: Address): unknown[] {
  const show = (word: Word): unknown =>
    isSmall(word) ? word >> 1 : strings.isString(word) ? strings.toJS(word) : "float";
  const found: unknown[] = [dicts.length(dict)];
  for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
    found.push([entry, show(dicts.keyAt(dict, entry)), show(dicts.valueAt(dict, entry)), dicts.hashAt(dict, entry)]);
  }
  const keys = memory.i32[(dict + DICT_KEYS) >>> 2];
  found.push(memory.i32[(keys + KEYS_USED) >>> 2], memory.i32[(keys + KEYS_USABLE) >>> 2]);
  return found;
}

/** What the leaf helpers of a language do in TypeScript. */
function inTypeScript({ dicts }: HelperFixture, op: string, dict: Address, word: Word, value: Word): Word {
  switch (op) {
    case "set":
      return dicts.set(dict, word, value) ? NONE : NULL;
    case "setdefault":
      return dicts.setDefault(dict, word, value);
    case "find":
      return dicts.find(dict, word) + 2;
    case "contains":
      return dicts.find(dict, word) < 0 ? FALSE : TRUE;
    case "item":
      return dicts.get(dict, word);
    default:
      return dicts.get(dict, word) || (op === "get" ? NONE : value);
  }
}

const ARGUMENTS: Record<string, number> = {
  set: 3,
  setdefault: 3,
  get_default: 3,
  find: 2,
  item: 2,
  contains: 2,
  get: 2,
};

function runCommands(fixture: HelperFixture, commands: readonly Command[]): void {
  const { dicts, handles, heap, memory, watched } = fixture;
  const mark = handles.mark();
  const expectedHandle = handles.push(dicts.create());
  const actualHandle = handles.push(dicts.create());
  for (const step of commands) {
    const [expected, actual] = [handles.get(expectedHandle), handles.get(actualHandle)];
    switch (step.op) {
      case "collect":
        heap.collect("minor");
        break;
      case "share":
        dicts.shareKeys(expected);
        dicts.shareKeys(actual);
        break;
      case "copy":
        handles.set(expectedHandle, dicts.copy(expected));
        handles.set(actualHandle, dicts.copy(actual));
        break;
      case "watch":
      case "unwatch":
        for (const dict of [expected, actual]) {
          const header = memory.i32[dict >>> 2] & ~FLAG_WATCHED;
          memory.i32[dict >>> 2] = step.op === "watch" ? header | FLAG_WATCHED : header;
        }
        break;
      case "delete": {
        const word = makeKey(fixture, step.key);
        expect(dicts.delete(actual, word)).toBe(dicts.delete(expected, word));
        break;
      }
      default: {
        const value = tagSmall("value" in step ? step.value : 77);
        watched.length = 0;
        const wanted = inTypeScript(fixture, step.op, expected, makeKey(fixture, step.key), value);
        const reports = watched.splice(0).length;
        const word = makeKey(fixture, step.key);
        dicts.version(actual);
        dicts.keysVersion(actual);
        const args = [actual, word, value].slice(0, ARGUMENTS[step.op]);
        const result = fixture.call(`dict.${step.op}`, ...args) ?? inTypeScript(fixture, step.op, actual, word, value);
        expect(result, JSON.stringify(step)).toBe(wanted);
        expect(watched.length).toBe(reports);
      }
    }
    const [now, then] = [handles.get(actualHandle), handles.get(expectedHandle)];
    expect(contents(fixture, now)).toEqual(contents(fixture, then));
  }
  heap.verify();
  handles.release(mark);
}

test("dicts behave as in TypeScript, whoever decides", () => {
  const fixture = createHelperFixture();
  fc.assert(fc.property(fc.array(command, { maxLength: 80 }), (commands) => runCommands(fixture, commands)));
  expect(fixture.count.decided).toBeGreaterThan(fixture.count.undecided);
});

test("versions change with what they stand for", () => {
  const { dicts, call, memory, strings } = createHelperFixture();
  const dict = dicts.create(4);
  const [a, b] = [strings.internJS("a"), strings.internJS("b")];
  dicts.set(dict, a, NONE);
  const [keys, all] = [dicts.keysVersion(dict), dicts.version(dict)];
  expect(call("dict.set", dict, a, tagSmall(2))).toBe(NONE);
  expect(dicts.keysVersion(dict)).toBe(keys);
  expect(dicts.version(dict)).not.toBe(all);
  expect(call("dict.set", dict, b, tagSmall(3))).toBe(NONE);
  expect(dicts.keysVersion(dict)).not.toBe(keys);
  expect(memory.i32[(dict + 8) >>> 2]).toBe(2);
});

test("what is not for them they leave alone", () => {
  const { dicts, call, float, strings, memory } = createHelperFixture();
  const dict = dicts.create(4);
  dicts.set(dict, tagSmall(1), tagSmall(10));
  expect(call("dict.item", dict, tagSmall(2)), "a missing key").toBeUndefined();
  expect(call("dict.get", dict, float(1)), "a key with an equality of its own").toBeUndefined();
  expect(call("dict.get", tagSmall(5), tagSmall(1)), "no dict").toBeUndefined();
  expect(call("dict.get", strings.internJS("dict"), tagSmall(1)), "no dict").toBeUndefined();
  dicts.set(dict, float(7), NONE);
  expect(call("dict.contains", dict, tagSmall(7)), "a stored key of the same hash").toBeUndefined();
  memory.i32[dict >>> 2] |= FLAG_WATCHED;
  expect(call("dict.set", dict, tagSmall(1), NONE), "a watched dict").toBeUndefined();
  expect(call("dict.item", dict, tagSmall(1))).toBe(tagSmall(10));
});

test("old tables that get young keys and values are remembered", () => {
  const { dicts, call, handles, heap, strings } = createHelperFixture();
  const handle = handles.push(dicts.create(100));
  heap.collect("minor");
  heap.collect("minor");
  for (let i = 0; i < 60; i++) {
    expect(call("dict.set", handles.get(handle), strings.fromJS(`young ${i}`), strings.fromJS(`value ${i}`))).toBe(
      NONE,
    );
    if (i % 7 === 0) heap.collect("minor");
  }
  heap.collect("minor");
  heap.verify();
  for (let i = 0; i < 60; i++) {
    expect(strings.toJS(dicts.get(handles.get(handle), strings.fromJS(`young ${i}`)))).toBe(`value ${i}`);
  }
});
