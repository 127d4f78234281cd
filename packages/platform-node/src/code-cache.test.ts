import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCodeCache } from "./code-cache.js";

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "hotpy-code-")), "below");
});
afterEach(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const cacheOf = (build = "aa", isWritten = true) => createCodeCache({ directory, build, isWritten });
const files = (build = "aa"): string[] => readdirSync(join(directory, build));

describe("a cache of code in a directory", () => {
  it("finds what was kept of a source, in another process too", () => {
    cacheOf().keep(bytes(1, 2), bytes(3, 4, 5));
    expect(cacheOf().find(bytes(1, 2))).toEqual(bytes(3, 4, 5));
    expect(cacheOf().find(bytes(1))).toBeUndefined();
  });

  it("takes what is kept last", () => {
    cacheOf().keep(bytes(1), bytes(2));
    cacheOf().keep(bytes(1), bytes(3));
    expect(cacheOf().find(bytes(1))).toEqual(bytes(3));
    expect(files()).toHaveLength(1);
  });

  it("tells sources with one checksum apart", () => {
    const [one, other] = [Buffer.from("plumless"), Buffer.from("buckeroo")];
    expect(crc32(one)).toBe(crc32(other));
    cacheOf().keep(one, bytes(1));
    expect(cacheOf().find(one)).toEqual(bytes(1));
    expect(cacheOf().find(other)).toBeUndefined();
    cacheOf().keep(other, bytes(2));
    expect(cacheOf().find(other)).toEqual(bytes(2));
    expect(cacheOf().find(one)).toBeUndefined();
  });

  it("finds nothing of another build, and removes what old ones have left", () => {
    for (const [age, build] of ["0a", "0b", "0c", "0d"].entries()) {
      cacheOf(build).keep(bytes(1), bytes(2));
      utimesSync(join(directory, build), 1000 + age, 1000 + age);
    }
    mkdirSync(join(directory, "not ours"));
    expect(cacheOf("0e").find(bytes(1))).toBeUndefined();
    cacheOf("0e").keep(bytes(1), bytes(2));
    expect(readdirSync(directory).sort()).toEqual(["0c", "0d", "0e", "not ours"]);
  });

  it("does not believe a damaged file, and replaces it", () => {
    cacheOf().keep(bytes(1), bytes(2, 3, 4, 5, 6));
    const path = join(directory, "aa", files()[0]);
    const good = readFileSync(path);
    for (const damaged of [good.subarray(1), good.subarray(0, 3), Buffer.alloc(0), good.map((each) => each ^ 1)]) {
      writeFileSync(path, damaged);
      expect(cacheOf().find(bytes(1))).toBeUndefined();
    }
    cacheOf().keep(bytes(1), bytes(7));
    expect(cacheOf().find(bytes(1))).toEqual(bytes(7));
  });

  it("writes nothing if it is not to, but finds what is there", () => {
    cacheOf("aa", false).keep(bytes(1), bytes(2));
    expect(cacheOf().find(bytes(1))).toBeUndefined();
    cacheOf().keep(bytes(1), bytes(2));
    expect(cacheOf("aa", false).find(bytes(1))).toEqual(bytes(2));
  });

  it("costs nothing but time where it cannot be written", () => {
    writeFileSync(directory, "a file in its place");
    cacheOf().keep(bytes(1), bytes(2));
    expect(cacheOf().find(bytes(1))).toBeUndefined();
  });

  it("does not grow without limit", () => {
    const own = join(directory, "aa");
    mkdirSync(own, { recursive: true });
    for (let index = 0; index <= 4000; index++) {
      writeFileSync(join(own, `${index}`), "");
      utimesSync(join(own, `${index}`), index, index);
    }
    cacheOf().keep(bytes(1), bytes(2));
    expect(files()).toHaveLength(2001);
    expect(files()).toContain("4000");
  });
});
