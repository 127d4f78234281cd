import { expect, it } from "vitest";
import { decodeSource } from "./index.js";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const decode = (text: string) => decodeSource(bytes(text), "test.py");

it("reads UTF-8 by default, with or without a mark", () => {
  expect(decode("x = '\xc3\xa9\xf0\x9f\x98\x80'")).toBe("x = 'é😀'");
  expect(decode("\xef\xbb\xbfx")).toBe("x");
  expect(decode("\xef\xbb\xbf# coding: utf-8\nx")).toBe("# coding: utf-8\nx");
  expect(decode("")).toBe("");
});

it("follows a coding comment in the first two lines", () => {
  expect(decode("# -*- coding: latin-1 -*-\n'\xe9\x80'")).toBe("# -*- coding: latin-1 -*-\n'é\x80'");
  expect(decode("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n'\xe9'")).toContain("é");
  expect(decode("\r\n# coding=ISO_8859-1\r\n'\xe9'")).toContain("é");
  expect(decode("# coding: koi8-r\n'\xc1'")).toContain("а");
  expect(decode("# coding: ascii\nx")).toContain("x");
});

it("ignores such a comment elsewhere", () => {
  const late = /Non-UTF-8 code starting with '\\xe9' in file test.py on line 3, but no encoding/;
  expect(() => decode("\n\n# coding: latin-1 \xe9")).toThrow(late);
  expect(() => decode("x\n# coding: latin-1\n'\xe9'")).toThrow(late);
});

it.each([
  ["\xff", "\\xff"],
  ["\xc3", "\\xc3"],
  ["\xc3(", "\\xc3"],
  ["\xed\xa0\x80", "\\xed"],
  ["\xf5\x80\x80\x80", "\\xf5"],
  ["\xc0\x80", "\\xc0"],
  ["ab\xe9'\n", "\\xe9"],
])("rejects %j, which is not UTF-8", (text, byte) => {
  expect(() => decode(text)).toThrow(`Non-UTF-8 code starting with '${byte}' in file test.py`);
});

it("names the encoding that is the problem", () => {
  expect(() => decode("# coding: foo\n")).toThrow("encoding problem: foo");
  expect(() => decode("# coding: utf-16\n")).toThrow("encoding problem: utf-16");
  expect(() => decode("# coding: cp1252\n'\x81'")).toThrow("encoding problem: cp1252");
  expect(() => decode("# coding: ascii\n\xe9")).toThrow("encoding problem: ascii");
  expect(() => decode("# coding: utf8\n\xe9")).toThrow("encoding problem: utf8");
  expect(() => decode("\xef\xbb\xbf# coding: latin-1\n")).toThrow("encoding problem: iso-8859-1 with BOM");
});

it("reads Windows' characters, which some engines take for control characters", () => {
  expect(decode("# coding: cp1252\n'\x80\x99\xe9'")).toContain("'€™é'");
});

it("tells of bytes in memory what cannot be decoded", () => {
  const fromMemory = (text: string) => decodeSource(bytes(text), "test.py", "memory");
  expect(() => fromMemory("# coding: foo\n")).toThrow("unknown encoding: foo");
  expect(() => fromMemory("# coding: ascii\n\xe9")).toThrow(
    "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)",
  );
  expect(() => fromMemory("# coding: cp1252\n'\x81'")).toThrow(
    "'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>",
  );
});
