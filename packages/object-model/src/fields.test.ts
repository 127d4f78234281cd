import { describe, expect, it } from "vitest";
import {
  type AliasClass,
  type AliasOf,
  defineFields,
  type Field,
  fixed,
  HEADER_BYTES,
  LIST,
  layoutOf,
  mutable,
  ownedBy,
  packLayout,
  slotAt,
  TAIL_BYTES,
  TAIL_NONE,
  TAIL_SIZE,
  TAIL_WORDS,
  wordAt,
} from "./index.js";

const POINT = defineFields("point", { x: mutable("word", 8), y: mutable("word", 12), id: fixed("i32", 16) });

describe("declared fields", () => {
  it("have an alias class each, which says whether they may change", () => {
    expect(POINT.x).toEqual({ offset: 8, kind: "word", mutability: "mutable", refersTo: 0, alias: "point.x" });
    expect(POINT.id).toEqual({ offset: 16, kind: "i32", mutability: "fixed", refersTo: 0, alias: "fixed.point.id" });
  });

  it("give words of a tail the class of all, and slots one each", () => {
    const group = defineFields("g", { items: fixed("words", 8), slot: mutable("slots", 8) });
    expect(wordAt(group.items, 3)).toEqual({
      offset: 20,
      kind: "word",
      mutability: "fixed",
      refersTo: 0,
      alias: "fixed.g.items",
    });
    expect(slotAt(group.slot, 3)).toEqual({
      offset: 20,
      kind: "word",
      mutability: "mutable",
      refersTo: 0,
      alias: "g.slot.3",
    });
  });

  it("give what only one field refers to a class of its own", () => {
    const { items } = defineFields("array", { items: mutable("words", 8) });
    expect(ownedBy(POINT.x, "items", items)).toEqual({ ...items, alias: "point.x.items" });
  });

  it("are checked by the compiler", () => {
    const classes: AliasClass[] = [POINT.x.alias, LIST.items.alias];
    const ofPoint: AliasOf<typeof POINT>[] = [POINT.x.alias, POINT.y.alias, POINT.id.alias];
    const raw: Field<"i32">[] = [POINT.id, LIST.length];
    const changing: Field<"word", "mutable">[] = [POINT.x];
    const name: "fixed.point.id" = POINT.id.alias;
    // @ts-expect-error: no such field
    classes.push(POINT.z?.alias);
    // @ts-expect-error: text is no alias class, however it is spelt
    classes.push("point.x");
    // @ts-expect-error: a field of another group
    ofPoint.push(LIST.items.alias);
    // @ts-expect-error: a tagged field
    raw.push(POINT.x);
    // @ts-expect-error: a field that never changes
    changing.push(METHOD_SELF);
    // @ts-expect-error: the class of a field that never changes says so
    const wrong: "point.id" = POINT.id.alias;
    expect(name).toBe(wrong);
  });
});

const METHOD_SELF = defineFields("m", { self: fixed("word", 8) }).self;

describe("the layout of declared fields", () => {
  it("has the size of all, in whole 8 bytes, and the range of the tagged ones", () => {
    const layout = layoutOf("point", POINT);
    expect(layout).toEqual({ name: "point", fixedWords: 6, refStart: 2, refEnd: 4, tail: TAIL_NONE, fields: POINT });
    expect(packLayout(layout)).toBe(6 | (2 << 8) | (4 << 16));
  });

  it("ends at its tail, and takes no notice of the header", () => {
    const words = { size: fixed("i32", TAIL_SIZE), n: mutable("i32", 8), items: mutable("words", 12) };
    expect(layoutOf("w", defineFields("w", words))).toMatchObject({ fixedWords: 3, refEnd: 2, tail: TAIL_WORDS });
    expect(layoutOf("b", defineFields("b", { data: fixed("bytes", 8) }))).toMatchObject({
      fixedWords: 2,
      tail: TAIL_BYTES,
    });
    expect(layoutOf("none", {})).toMatchObject({ fixedWords: HEADER_BYTES / 4, refStart: 2, refEnd: 2 });
  });

  it.each([
    ["a overlaps the field before it", { a: mutable("i32", 12), b: mutable("i64", 8) }],
    ["b is not aligned", { a: mutable("i32", 8), b: mutable("f64", 12) }],
    ["c is not beside the other tagged fields", { a: mutable("word", 8), b: fixed("i32", 12), c: fixed("word", 16) }],
    ["a tail is not at the end", { a: mutable("words", 8), b: mutable("word", 12) }],
    ["a tail is not at the end", { a: mutable("words", 8), b: mutable("bytes", 12) }],
  ])("refuses: %s", (fault, declarations) => {
    expect(() => layoutOf("wrong", defineFields("wrong", declarations))).toThrow(`layout wrong: ${fault}`);
  });
});
