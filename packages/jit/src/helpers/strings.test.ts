import type { Word } from "@hotpy/memory";
import { STR_HASH } from "@hotpy/object-model";
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
  fc.assert(fc.property(text, form, text, form, fc.boolean(), (left, leftForm, right, rightForm, same) => {
    const a = make(fixture, left, leftForm);
    const b = make(fixture, same ? left : right, rightForm);
    const result = call("str.equal", a, b);
    if (result !== undefined) expect(result).toBe(strings.equals(a, b) ? 1 : 0);
    else expect([leftForm, rightForm]).toContain("view");
  }));
  expect(count.decided).toBeGreaterThan(0);
});

test("lengths and characters are those of TypeScript", () => {
  const fixture = createHelperFixture();
  const { strings, call } = fixture;
  fc.assert(fc.property(text, form, (content, how) => {
    const string = make(fixture, content, how);
    expect(call("str.length", string)).toBe(strings.length(string));
    if (how === "view") return;
    for (let index = 0; index < strings.length(string); index++) {
      const isLatin1 = strings.codeAt(string, index) < 256;
      expect(call("str.item", string, index)).toBe(isLatin1 ? strings.charAt(string, index) : undefined);
    }
  }));
});

test("a dict's lookup computes the hash that TypeScript computes", () => {
  const fixture = createHelperFixture();
  const { strings, dicts, call, memory } = fixture;
  const dict = dicts.create();
  fc.assert(fc.property(text, (content) => {
    const string = make(fixture, content, "fresh");
    const hash = strings.hash(string);
    memory.i32[(string + STR_HASH) >>> 2] = 0;
    call("dict.contains", dict, string);
    expect(memory.i32[(string + STR_HASH) >>> 2]).toBe(hash);
  }));
});
