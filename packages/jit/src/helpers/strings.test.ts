import { STATE_ALLOC_LIMIT, STATE_ALLOC_TOP, tagSmall, type Word } from "@hotpy/memory";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHelperFixture, type HelperFixture } from "../../test/helper-fixture.js";

/** Texts of all widths, often equal or nearly. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 9 }),
  fc.string({ unit: fc.constantFrom("a", "ÿ", "ж", "\u{1f600}"), maxLength: 9 }),
  fc.constantFrom("", "x".repeat(1000)),
);

const form = fc.constantFrom("fresh", "hashed", "interned", "view");

function make({ strings }: HelperFixture, content: string, how: string): Word {
  const string = strings.fromJS(content);
  if (how === "interned") return strings.intern(string);
  if (how === "hashed") strings.hash(string);
  return how === "view" ? strings.append(strings.append(strings.fromJS("x".repeat(1024)), string), string) : string;
}

test("equality is that of TypeScript", () => {
  const fixture = createHelperFixture();
  const { strings, call, count } = fixture;
  fc.assert(
    fc.property(text, form, text, form, fc.boolean(), (left, leftForm, right, rightForm, same) => {
      const a = make(fixture, left, leftForm);
      const b = make(fixture, same ? left : right, rightForm);
      const result = call("str.equal", a, b);
      if (result !== undefined) expect(result).toBe(strings.equals(a, b) ? 1 : 0);
      else expect([leftForm, rightForm]).toContain("view");
    }),
  );
  expect(count.decided).toBeGreaterThan(0);
});

test("lengths and characters are those of TypeScript", () => {
  const fixture = createHelperFixture();
  const { strings, call } = fixture;
  fc.assert(
    fc.property(text, form, (content, how) => {
      const string = make(fixture, content, how);
      expect(call("str.length", string)).toBe(strings.length(string));
      if (how === "view") return;
      for (let index = 0; index < strings.length(string); index++) {
        const isLatin1 = strings.codeAt(string, index) < 256;
        expect(call("str.item", string, index)).toBe(isLatin1 ? strings.charAt(string, index) : undefined);
      }
    }),
  );
});

test("sums are those of TypeScript, and exact to the last bit of their last word", () => {
  const fixture = createHelperFixture();
  const {
    strings,
    call,
    memory: { i32 },
    heap,
    count,
  } = fixture;
  fc.assert(
    fc.property(text, form, text, form, (left, leftForm, right, rightForm) => {
      const [a, b] = [make(fixture, left, leftForm), make(fixture, right, rightForm)];
      // Memory is not zero where objects are made.
      i32.fill(-1, i32[STATE_ALLOC_TOP >>> 2] >>> 2, (i32[STATE_ALLOC_TOP >>> 2] >>> 2) + 1024);
      const sum = call("str.concat", a, b);
      if (sum === undefined) return;
      const expected = strings.concat(a, b);
      expect(strings.toJS(sum)).toBe(strings.toJS(expected));
      expect(strings.hash(sum)).toBe(strings.hash(expected));
      expect(strings.equals(sum, expected)).toBe(true);
      if (leftForm !== "view") expect(call("str.equal", sum, expected)).toBe(1);
    }),
  );
  expect(count.decided).toBeGreaterThan(count.undecided / 4);
  heap.verify();
  const [a, b] = [strings.fromJS("no"), strings.fromJS("room")];
  i32[STATE_ALLOC_LIMIT >>> 2] = i32[STATE_ALLOC_TOP >>> 2];
  expect(call("str.concat", a, b)).toBeUndefined();
  expect(call("str.concat", tagSmall(1), b)).toBeUndefined();
});

test("code points and their characters", () => {
  const { strings, call } = createHelperFixture();
  for (let code = 0; code < 256; code++) {
    expect(call("str.code", strings.char(code))).toBe(tagSmall(code));
    expect(call("str.char", tagSmall(code))).toBe(strings.char(code));
  }
  for (const other of ["", "ab", "ж"].map(strings.fromJS)) expect(call("str.code", other)).toBeUndefined();
  for (const other of [tagSmall(-1), tagSmall(256), strings.fromJS("a")])
    expect(call("str.char", other)).toBeUndefined();
});

test("a long sum grows in place; what it grew from stays", () => {
  const fixture = createHelperFixture();
  const { strings, call, count, heap, handles } = fixture;
  let expected = "x".repeat(2000);
  const handle = handles.push(strings.append(strings.fromJS(expected), strings.fromJS("y")));
  expected += "y";
  const texts: [number, string][] = [];
  for (let i = 0; i < 2000; i++) {
    const [left, part] = [handles.get(handle), strings.fromJS(`${i},`)];
    if (i % 100 === 0) texts.push([handles.push(left), expected]);
    handles.set(handle, call("str.concat", left, part) ?? strings.append(left, part));
    expected += `${i},`;
    if (i % 300 === 150) heap.collect("minor");
  }
  expect(strings.toJS(handles.get(handle))).toBe(expected);
  for (const [older, content] of texts) {
    const [fast, slow] = [call("str.concat", handles.get(older), strings.fromJS("!")), strings.fromJS(`${content}!`)];
    if (fast !== undefined) expect(strings.equals(fast, slow)).toBe(true);
    expect(strings.toJS(handles.get(older))).toBe(content);
  }
  expect(call("str.concat", handles.get(handle), strings.fromJS("ж")), "a wider one").toBeUndefined();
  expect(call("str.concat", handles.get(handle), strings.fromJS("")), "nothing").toBeUndefined();
  heap.verify();
  expect(count.decided).toBeGreaterThan(1900);
});
