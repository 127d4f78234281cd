import { describe, expect, it, test } from "vitest";
import type { CodeUnit, Constant } from "../code-unit.js";
import { decodeUnit } from "./decode-unit.js";
import { encodeUnit } from "./encode-unit.js";

const PARTS = [
  ...["name", "qualname", "filename", "firstLine", "argumentCount", "positionalOnlyCount", "keywordOnlyCount", "flags"],
  ...[
    "localNames",
    "cellNames",
    "freeNames",
    "names",
    "code",
    "stackSize",
    "handlers",
    "positions",
    "instanceSlotsHint",
  ],
] as (keyof CodeUnit)[];

const simple: CodeUnit = {
  name: "f",
  qualname: "A.f",
  filename: "a.txt",
  firstLine: 7,
  argumentCount: 3,
  positionalOnlyCount: 2,
  keywordOnlyCount: 1,
  flags: 0x10024,
  localNames: ["self", "ä", "\ud800", "self2"],
  cellNames: ["cell"],
  freeNames: ["free", "self"],
  names: ["name", "😀", ""],
  constants: [],
  code: Int32Array.of(1, -1, 0x7fffffff, -0x80000000),
  stackSize: 5,
  handlers: [
    { start: 0, end: 1, target: 2, depth: 3 },
    { start: 2, end: 3, target: 3, depth: 0 },
  ],
  positions: [
    { start: 0, end: 1, line: 100_000, endLine: 100_002, column: 0, endColumn: 70_000 },
    { start: 2, end: 4, line: 3, endLine: 3, column: -1, endColumn: -1 },
  ],
  instanceSlotsHint: 2,
};

/** All parts of a unit as plain data. */
function plain(unit: CodeUnit): unknown {
  const constants = unit.constants.map(function plainConstant(constant): unknown {
    if (constant.kind === "code") return { kind: "code", unit: plain(constant.unit) };
    return constant.kind === "tuple" ? { kind: "tuple", items: constant.items.map(plainConstant) } : constant;
  });
  return { constants, ...Object.fromEntries(PARTS.map((part) => [part, unit[part]])) };
}

function roundTrip(unit: CodeUnit, filename = unit.filename): CodeUnit {
  const decoded = decodeUnit(encodeUnit(unit), filename);
  if (decoded === undefined) throw new Error("it is not understood");
  return decoded;
}

describe("a unit that is encoded and decoded", () => {
  it("has the same parts", () => {
    expect(plain(roundTrip(simple))).toEqual(plain(simple));
  });

  it("is of the file that is named when it is decoded, and so are those within it", () => {
    const inner = roundTrip({ ...simple, constants: [{ kind: "code", unit: simple }] }, "b.txt").constants[0];
    expect(inner.kind === "code" && inner.unit.filename).toBe("b.txt");
  });

  const constants: Constant[] = [
    ...(["none", "true", "false", "ellipsis"] as const).map((kind) => ({ kind })),
    ...[0n, -1n, 2n ** 31n - 1n, -(2n ** 31n), 2n ** 31n, -(2n ** 31n) - 1n, 10n ** 400n, -(10n ** 30n)].map(
      (value) => ({ kind: "int", value }) as const,
    ),
    ...[0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 5e-324].map((value) => ({ kind: "float", value }) as const),
    ...[0, -0, Number.NEGATIVE_INFINITY].map((imag) => ({ kind: "complex", imag }) as const),
    ...["", "a", "\0", "\x7f", "\x80", "é", "\ud800", "\udc00\ud800", "😀", "x".repeat(10_000)].map(
      (value) => ({ kind: "str", value }) as const,
    ),
    ...[0, 1, 3, 4, 5, 255].map(
      (length) => ({ kind: "bytes", value: Uint8Array.from({ length }, (_, index) => 255 - index) }) as const,
    ),
    { kind: "tuple", items: [] },
    { kind: "code", unit: simple },
  ];

  it("has the same constants, nested and in order", () => {
    const unit = { ...simple, constants: [...constants, { kind: "tuple", items: constants } as const, ...constants] };
    expect(plain(roundTrip(unit))).toEqual(plain(unit));
  });

  it("has the same text where all of it is ASCII", () => {
    const unit: CodeUnit = { ...simple, localNames: ["a", "b"], names: ["ab", ""], constants: constants.slice(0, 15) };
    expect(plain(roundTrip(unit))).toEqual(plain(unit));
  });

  it("can be encoded again", () => {
    const unit = { ...simple, constants };
    expect(encodeUnit(roundTrip(unit))).toEqual(encodeUnit(unit));
  });
});

test("bytes may lie anywhere", () => {
  const bytes = encodeUnit(simple);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  const decoded = decodeUnit(shifted.subarray(1), "a.txt");
  expect(decoded && plain(decoded)).toEqual(plain(simple));
});

test("what is no unit of this version, or has lost its end, is not understood", () => {
  const bytes = encodeUnit(simple);
  for (let length = 0; length < bytes.length; length++)
    expect(decodeUnit(bytes.subarray(0, length), "a.txt")).toBeUndefined();
  bytes[0] ^= 1;
  expect(decodeUnit(bytes, "a.txt")).toBeUndefined();
});
