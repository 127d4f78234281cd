import { NULL, tagSmall, untagSmall, type Word } from "@hotpy/memory";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFixture, type Fixture } from "../test/fixture.js";
import { ABSENT } from "./index.js";

/** A key of the model, and how it is made: one value in several forms. */
type Key = { form: "small" | "float" | "text" | "interned"; value: number };

const keyArbitrary: fc.Arbitrary<Key> = fc.record({
  form: fc.constantFrom("small", "float", "text", "interned"),
  value: fc.oneof(
    fc.nat(12),
    fc.nat(400),
    fc.nat(50).map((n) => n * 1024),
    fc.nat(40).map((n) => n / 4),
  ),
});

type Command =
  | { op: "set" | "getOrInsert"; key: Key; value: number }
  | { op: "get" | "delete"; key: Key }
  | { op: "popitem" | "clear" | "copy" | "collect" | "shareKeys" | "rebuildFromShared" };

const commandArbitrary: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      op: fc.constantFrom("set", "set", "set", "getOrInsert"),
      key: keyArbitrary,
      value: fc.nat(1000),
    }),
  },
  { weight: 8, arbitrary: fc.record({ op: fc.constantFrom("get", "delete", "delete"), key: keyArbitrary }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constantFrom("popitem", "copy", "collect", "shareKeys", "rebuildFromShared") }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("clear") }) },
) as fc.Arbitrary<Command>;

function makeKey(fixture: Fixture, { form, value }: Key): Word {
  if (form === "text") return fixture.text(`k${value}`);
  if (form === "interned") return fixture.interned(`k${value}`);
  return form === "small" && Number.isInteger(value) ? tagSmall(value) : fixture.float(value);
}

const modelKey = ({ form, value }: Key): number | string => {
  if (form === "text" || form === "interned") return `k${value}`;
  return Number.isInteger(value) ? value : `float ${value}`;
};

function contents({ dicts, valueOf }: Fixture, dict: Word): [number | string, number][] {
  const items: [number | string, number][] = [];
  for (let entry = dicts.nextEntry(dict, 0); entry !== ABSENT; entry = dicts.nextEntry(dict, entry + 1)) {
    items.push([valueOf(dicts.keyAt(dict, entry)), untagSmall(dicts.valueAt(dict, entry))]);
  }
  return items;
}

function runCommands(fixture: Fixture, commands: readonly Command[]): void {
  const { dicts, heap, handles } = fixture;
  let model = new Map<number | string, number>();
  const handle = handles.push(dicts.create());
  const others: { handle: number; model: Map<number | string, number> }[] = [];
  const dict = (): Word => handles.get(handle);

  for (const command of commands) {
    switch (command.op) {
      case "set":
        expect(dicts.set(dict(), makeKey(fixture, command.key), tagSmall(command.value))).toBe(true);
        model.set(modelKey(command.key), command.value);
        break;
      case "getOrInsert": {
        const key = modelKey(command.key);
        if (!model.has(key)) model.set(key, command.value);
        expect(dicts.getOrInsert(dict(), makeKey(fixture, command.key), tagSmall(command.value))).toBe(
          tagSmall(model.get(key)!),
        );
        break;
      }
      case "get": {
        const expected = model.get(modelKey(command.key));
        expect(dicts.get(dict(), makeKey(fixture, command.key))).toBe(
          expected === undefined ? NULL : tagSmall(expected),
        );
        break;
      }
      case "delete": {
        const expected = model.get(modelKey(command.key));
        expect(dicts.delete(dict(), makeKey(fixture, command.key))).toBe(
          expected === undefined ? NULL : tagSmall(expected),
        );
        model.delete(modelKey(command.key));
        break;
      }
      case "popitem": {
        const entry = dicts.previousEntry(dict(), dicts.entryEnd(dict()));
        expect(entry === ABSENT).toBe(model.size === 0);
        if (entry === ABSENT) break;
        const last = [...model.keys()].at(-1)!;
        expect(fixture.valueOf(dicts.keyAt(dict(), entry))).toBe(last);
        dicts.deleteEntry(dict(), entry);
        model.delete(last);
        break;
      }
      case "clear":
        dicts.clear(dict());
        model = new Map();
        break;
      case "copy":
        others.push({ handle: handles.push(dicts.copy(dict())), model: new Map(model) });
        break;
      case "collect":
        heap.collect("full");
        break;
      case "shareKeys":
        dicts.shareKeys(dict());
        break;
      case "rebuildFromShared": {
        const keys = dicts.shareKeys(dict());
        const mark = handles.mark();
        const values = [...model.values()].map((value) => handles.push(tagSmall(value + 1)));
        const made = dicts.fromSharedKeys(keys, values[0] ?? mark);
        handles.release(mark);
        others.push({ handle: handles.push(made), model: new Map([...model].map(([key, value]) => [key, value + 1])) });
        break;
      }
    }
    expect(dicts.length(dict())).toBe(model.size);
  }
  others.push({ handle, model });
  for (const other of others) expect(contents(fixture, handles.get(other.handle))).toEqual([...other.model]);
}

const configurations: [string, (fixture: Fixture) => void][] = [
  ["as it is", () => {}],
  ["hooks that collect", (fixture) => void (fixture.behaviour.onHook = () => fixture.heap.collect("full"))],
  ["hashes that collide", (fixture) => void (fixture.behaviour.hashModulus = 3)],
];

for (const [name, configure] of configurations) {
  test(`any sequence of operations agrees with Map: ${name}`, () => {
    const fixture = createFixture({ stress: name !== "as it is", verify: true });
    const mark = fixture.handles.mark();
    fc.assert(
      fc.property(fc.array(commandArbitrary, { maxLength: 120 }), (commands) => {
        fixture.handles.release(mark);
        configure(fixture);
        runCommands(fixture, commands);
      }),
    );
  });
}

test("growing to 100,000 keys and deleting them again", () => {
  const fixture = createFixture();
  const { dicts, heap, handles } = fixture;
  const handle = handles.push(dicts.create());
  for (let i = 0; i < 100000; i++) {
    dicts.set(handles.get(handle), tagSmall(i * 64), tagSmall(i));
    if (i % 20000 === 0) heap.collect("minor");
  }
  heap.collect("full");
  heap.verify();
  for (let i = 0; i < 100000; i++) expect(dicts.get(handles.get(handle), tagSmall(i * 64))).toBe(tagSmall(i));
  for (let i = 0; i < 100000; i += 2) dicts.delete(handles.get(handle), tagSmall(i * 64));
  expect(dicts.length(handles.get(handle))).toBe(50000);
  expect(dicts.keyAt(handles.get(handle), dicts.nextEntry(handles.get(handle), 0))).toBe(tagSmall(64));
});

test("adding and popping the last key for ever neither grows the table nor fills its index", () => {
  const fixture = createFixture();
  const { dicts, memory } = fixture;
  const dict = dicts.create();
  for (let i = 0; i < 5000; i++) {
    dicts.set(dict, tagSmall(i), tagSmall(i));
    dicts.deleteEntry(dict, dicts.previousEntry(dict, dicts.entryEnd(dict)));
  }
  expect(dicts.length(dict)).toBe(0);
  const values = memory.i32[(dict + 20) >>> 2];
  expect(memory.i32[(values + 4) >>> 2]).toBeLessThan(10);
});
