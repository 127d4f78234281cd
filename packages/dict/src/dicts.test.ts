import { NULL, tagSmall, WATCHED_KEYS, WATCHED_KEYS_BYTES } from "@hotpy/memory";
import { DICT_KEYS, DICT_VERSION, FLAG_WATCHED, KEYS_VERSION } from "@hotpy/object-model";
import { expect, test } from "vitest";
import { createFixture, type Fixture, takePending } from "../test/fixture.js";
import { ABSENT, RAISED } from "./index.js";

const keysVersionWord = ({ memory }: Fixture, dict: number): number =>
  memory.i32[(memory.i32[(dict + DICT_KEYS) >>> 2] + KEYS_VERSION) >>> 2];

test("a raising hash or comparison changes nothing", () => {
  const fixture = createFixture();
  const { dicts, behaviour, float } = fixture;
  const dict = dicts.create();
  dicts.set(dict, float(1.5), tagSmall(1));
  for (const what of ["raiseInHash", "raiseInEquals"] as const) {
    behaviour[what] = true;
    expect(dicts.set(dict, float(1.5), tagSmall(2))).toBe(false);
    expect(takePending(fixture)).toBe(true);
    expect(dicts.get(dict, float(1.5))).toBe(NULL);
    expect(takePending(fixture)).toBe(true);
    expect(dicts.find(dict, float(1.5))).toBe(RAISED);
    expect(takePending(fixture)).toBe(true);
    expect(dicts.delete(dict, float(1.5))).toBe(NULL);
    expect(takePending(fixture)).toBe(true);
    expect(dicts.getOrInsert(dict, float(1.5), tagSmall(2))).toBe(NULL);
    expect(takePending(fixture)).toBe(true);
    behaviour[what] = false;
  }
  expect(dicts.get(dict, float(1.5))).toBe(tagSmall(1));
  expect(dicts.length(dict)).toBe(1);
});

test("a comparison that changes the dict starts the search again", () => {
  const changes: ((fixture: Fixture, dict: number) => void)[] = [
    ({ dicts }, dict) => dicts.clear(dict),
    ({ dicts }, dict) => dicts.deleteEntry(dict, 0),
    ({ dicts }, dict) => {
      for (let i = 0; i < 50; i++) dicts.set(dict, tagSmall(i + 1000), tagSmall(i));
    },
    ({ dicts }, dict) => void dicts.copy(dict),
    ({ heap }) => heap.collect("full"),
  ];
  for (const change of changes) {
    const fixture = createFixture({ stress: true });
    const { dicts, handles, behaviour, float } = fixture;
    const handle = handles.push(dicts.create());
    dicts.set(handles.get(handle), float(2.5), tagSmall(1));
    dicts.set(handles.get(handle), float(3.5), tagSmall(2));
    let isChanged = false;
    behaviour.onHook = () => {
      if (isChanged) return;
      isChanged = true;
      change(fixture, handles.get(handle));
      fixture.heap.collect("full");
    };
    dicts.set(handles.get(handle), float(2.5), tagSmall(3));
    const dict = (): number => handles.get(handle);
    behaviour.onHook = () => {};
    const lengths = dicts.length(dict());
    expect(dicts.get(dict(), float(2.5))).toBe(tagSmall(3));
    dicts.delete(dict(), float(2.5));
    expect(dicts.length(dict())).toBe(lengths - 1);
    expect(dicts.get(dict(), float(2.5))).toBe(NULL);
    fixture.heap.verify();
  }
});

test("versions: kept while nothing changes, never given twice", () => {
  const fixture = createFixture();
  const { dicts, interned } = fixture;
  const dict = dicts.create();
  const seen = new Set<number>();
  const fresh = (): [number, number] => {
    const pair: [number, number] = [dicts.keysVersion(dict), dicts.version(dict)];
    expect([keysVersionWord(fixture, dict), fixture.memory.i32[(dict + DICT_VERSION) >>> 2]]).toEqual(pair);
    return pair;
  };
  const [emptyKeys, emptyVersion] = fresh();
  seen.add(emptyKeys).add(emptyVersion);
  expect(dicts.slotOf(dict, interned("x"))).toBe(ABSENT);

  dicts.set(dict, interned("x"), tagSmall(1));
  const [keys1, version1] = fresh();
  expect(seen.has(keys1) || seen.has(version1) || keys1 === version1).toBe(false);
  expect(dicts.slotOf(dict, interned("x"))).toBe(0);

  dicts.set(dict, interned("x"), tagSmall(2));
  const [keys2, version2] = fresh();
  expect(keys2).toBe(keys1);
  expect(version2).toBeGreaterThan(version1);

  dicts.delete(dict, interned("x"));
  const [keys3] = fresh();
  expect(keys3).toBeGreaterThan(keys2);
  dicts.clear(dict);
  expect(fresh()[0]).toBe(emptyKeys);
});

test("shared keys have one version, and a change of one dict leaves the others alone", () => {
  const fixture = createFixture();
  const { dicts, interned, handles } = fixture;
  const first = dicts.create();
  for (const name of ["a", "b", "c"]) dicts.set(first, interned(name), tagSmall(0));
  const keys = dicts.shareKeys(first);
  const values = handles.push(tagSmall(1));
  handles.push(tagSmall(2));
  handles.push(tagSmall(3));
  const second = dicts.fromSharedKeys(keys, values);
  expect(dicts.keysVersion(second)).toBe(dicts.keysVersion(first));
  expect(dicts.getInterned(second, interned("c"))).toBe(tagSmall(3));
  dicts.set(second, interned("b"), tagSmall(9));
  expect(dicts.get(first, interned("b"))).toBe(tagSmall(0));
  expect(dicts.keysVersion(second)).toBe(dicts.keysVersion(first));
  dicts.delete(second, interned("a"));
  dicts.set(second, interned("d"), tagSmall(4));
  expect([dicts.length(first), dicts.length(second)]).toEqual([3, 3]);
  expect(dicts.getInterned(first, interned("a"))).toBe(tagSmall(0));
  expect(dicts.getInterned(first, interned("d"))).toBe(NULL);
  expect(dicts.getInterned(second, interned("d"))).toBe(tagSmall(4));
  expect(dicts.getInterned(second, interned("c"))).toBe(tagSmall(3));
});

test("a watched dict reports each change once", () => {
  const fixture = createFixture();
  const { dicts, watched, memory, interned } = fixture;
  const dict = dicts.create();
  dicts.set(dict, interned("quiet"), tagSmall(1));
  memory.i32[dict >>> 2] |= FLAG_WATCHED;
  dicts.set(dict, interned("quiet"), tagSmall(2));
  // Nobody has said that they watch any key.
  expect(watched).toEqual([]);
  memory.u8.fill(0xff, WATCHED_KEYS, WATCHED_KEYS + WATCHED_KEYS_BYTES);
  dicts.set(dict, interned("quiet"), tagSmall(2));
  dicts.set(dict, interned("new"), tagSmall(2));
  dicts.delete(dict, interned("new"));
  dicts.delete(dict, interned("absent"));
  dicts.get(dict, interned("quiet"));
  dicts.clear(dict);
  expect(watched).toEqual([
    [dict, interned("quiet")],
    [dict, interned("new")],
    [dict, interned("new")],
    [dict, NULL],
  ]);
});

test("iteration by entry survives any change of the dict", () => {
  const fixture = createFixture();
  const { dicts } = fixture;
  const dict = dicts.create();
  for (let i = 0; i < 20; i++) dicts.set(dict, tagSmall(i), tagSmall(i));
  const entry = dicts.nextEntry(dict, 10);
  dicts.clear(dict);
  expect(dicts.nextEntry(dict, entry + 1)).toBe(ABSENT);
  expect(dicts.nextEntry(dict, -5)).toBe(ABSENT);
  expect(dicts.previousEntry(dict, 1000)).toBe(ABSENT);
});

test("known hashes: the language may compute them beforehand", () => {
  const fixture = createFixture();
  const { dicts, behaviour, float } = fixture;
  behaviour.onHook = () => {
    throw new Error("no hook is needed");
  };
  const dict = dicts.create(10);
  const key = float(0.5);
  expect(dicts.setHashed(dict, key, 77, tagSmall(1))).toBe(true);
  expect(dicts.getHashed(dict, key, 77)).toBe(tagSmall(1));
  expect(dicts.hashAt(dict, 0)).toBe(77);
  expect(dicts.getHashed(dict, float(0.5), 78)).toBe(NULL);
});

test("the language says what the hash of a negative integer is", () => {
  const { dicts, float } = createFixture();
  const dict = dicts.create();
  dicts.set(dict, tagSmall(-1), tagSmall(10));
  dicts.set(dict, tagSmall(1), tagSmall(20));
  expect([0, 1].map((entry) => dicts.hashAt(dict, entry))).toEqual([1, 1]);
  expect([-1, 1].map((value) => dicts.get(dict, float(value)))).toEqual([tagSmall(10), tagSmall(20)]);
});
