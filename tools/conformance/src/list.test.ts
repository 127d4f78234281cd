import { describe, expect, it } from "vitest";
import { differences, fitted, makeEntry, parse, print } from "./list.js";
import type { FileOutcome, Kind } from "./outcome.js";

const outcome = (tests: Record<string, Kind>): FileOutcome => ({
  tests: new Map(Object.entries(tests).map(([name, kind]) => [name, { kind, reason: kind === "ok" ? "" : "because" }])),
});

const cpython = outcome({ "A.a": "ok", "A.b": "ok", "A.c": "ok", "A.d": "skip" });
const hotpy = outcome({ "A.a": "ok", "A.b": "fail", "A.d": "fail" });

describe("the list of results", () => {
  it("counts what CPython passes", () => {
    expect(print(makeEntry(hotpy, cpython, 3))).toBe(
      "1 of 3 pass, in about 4 s\nfail A.b: because\nmissing A.c:\nnot passed by CPython here: A.d\n",
    );
  });

  it("is read as it was written", () => {
    const unloaded = { ...hotpy, unloaded: "ModuleNotFoundError: No module named 'x'" };
    for (const each of [hotpy, unloaded]) {
      const entry = makeEntry(each, cpython, 3);
      expect(parse(print(entry))).toEqual(entry);
    }
  });

  it("keeps the reason that somebody wrote", () => {
    const before = parse("1 of 3 pass\nfail A.b: no reference counts\nmissing A.c: of a class\n");
    expect(print(makeEntry(hotpy, cpython, 3, before))).toMatch(
      "fail A.b: no reference counts\nmissing A.c: of a class\n",
    );
  });

  it("keeps a time that is about right, and a test that somebody has called unsteady", () => {
    const before = parse("1 of 3 pass, in about 8 s\nunsteady A.b: by the clock\n");
    const entry = makeEntry(hotpy, cpython, 3, before);
    expect(print(entry)).toMatch("in about 8 s\nunsteady A.b: by the clock\n");
    expect(differences(entry, outcome({ "A.a": "ok", "A.b": "ok" }))).toEqual([]);
    expect(makeEntry(hotpy, cpython, 1, before).seconds).toBe(1);
  });

  it("refuses a line of another form", () => {
    expect(() => parse("1 of 3 pass\nbroken A.b\n")).toThrow("broken A.b");
  });
});

describe("differences from the list", () => {
  const entry = makeEntry(hotpy, cpython, 3);

  it("finds none where all is as it was", () => expect(differences(entry, hotpy)).toEqual([]));

  it.each<[string, FileOutcome, string]>([
    ["a test that fails now", outcome({ "A.a": "fail", "A.b": "fail" }), "A.a: fail: because"],
    ["a test that is skipped now", outcome({ "A.a": "skip", "A.b": "fail" }), "A.a: skip: because"],
    ["a test that passes now", outcome({ "A.a": "ok", "A.b": "ok" }), "A.b passes now"],
    ["a test that fails in another way", outcome({ "A.a": "ok", "A.b": "crashed" }), "A.b: crashed: because"],
    ["a test that is gone", outcome({ "A.b": "fail" }), "0 tests pass, not 1"],
    ["a file that cannot be imported", { ...hotpy, unloaded: "why" }, "cannot be imported: why"],
  ])("finds %s", (_, now, sentence) => expect(differences(entry, now)).toEqual([sentence]));

  it("fits another version of the tests: those that CPython does not pass do not count, those it passes must pass", () => {
    const entry = makeEntry(hotpy, cpython, 3);
    const later = outcome({ "A.a": "ok", "A.b": "ok", "A.c": "ok", "A.d": "skip", "A.new": "ok", "A.mended": "fail" });
    const ours = outcome({ "A.a": "ok", "A.b": "fail", "A.new": "ok", "A.mended": "fail" });
    expect(differences(entry, ours)).toEqual(["A.mended: fail: because"]);
    expect(differences(fitted(entry, later), ours)).toEqual([]);
    const worse = outcome({ "A.a": "ok", "A.b": "fail", "A.new": "fail", "A.mended": "fail" });
    expect(differences(fitted(entry, later), worse)).toEqual(["A.new: fail: because"]);
    const fewer = outcome({ "A.b": "fail" });
    expect(differences(fitted(entry, outcome({ "A.b": "ok", "A.c": "ok" })), fewer)).toEqual([]);
    const none = { unloaded: "ImportError", tests: new Map() };
    expect(differences(fitted(entry, none), none)).toEqual([]);
    expect(differences(fitted(entry, later), none)).toEqual(["cannot be imported: ImportError"]);
  });
});
