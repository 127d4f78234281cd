/// Immediates in the text format, by what the instruction's definition says its immediate is.
///
///     number   raw: 12   word (const_word, guard_same, …): #6 a small integer, 1040 an address   float: 0.5 -0 inf nan
///     bigint   12n
///     field    [8 list.items]
///     helper   dict_get          a bare name
///     object   {shape 8 bytes 24 fields [8 list.length] [12 list.items] raw [4]=2 late [16]}
///              places by byte offset; the names, where the layout is known, are for people
///     code     code#4096

import { type CoreName, core } from "@hotpy/bytecode";
import { isSmall, tagSmall, untagSmall } from "@hotpy/memory";
import { type Field, type FieldKind, fieldAt, fieldNamed, type Layout } from "@hotpy/object-model";
import type { ImmediateValue, ObjectImmediate } from "../instruction.js";

/** Instructions whose number is a tagged word. */
const WORD_NUMBERS: ReadonlySet<CoreName> = new Set(["const_word", "guard_same", "guard_not_same"]);

/** The layout of the objects of a shape, if it is known. */
export type LayoutOf = (shape: number) => Layout | undefined;

export function printImmediate(op: CoreName, value: ImmediateValue, layoutOf: LayoutOf): string {
  switch (core(op).immediate) {
    case "none":
      return "";
    case "number":
      if (op === "const_f64") return printFloat(value as number);
      return WORD_NUMBERS.has(op) && isSmall(value as number) ? `#${untagSmall(value as number)}` : `${value}`;
    case "bigint":
      return `${value}n`;
    case "helper":
      return value as string;
    case "object":
      return printObject(value as ObjectImmediate, layoutOf);
    case "code":
      return `code#${value}`;
    default: {
      const { offset, alias } = value as Field;
      return `[${offset} ${alias}]`;
    }
  }
}

function printFloat(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return Number.isNaN(value) ? "nan" : `${value}`.replace("Infinity", "inf");
}

function printObject({ shape, words, fields, raw, late }: ObjectImmediate, layoutOf: LayoutOf): string {
  const layout = layoutOf(shape);
  const place = (index: number): string => {
    const field = layout && fieldAt(layout, 4 * index);
    return field === undefined ? `[${4 * index}]` : `[${4 * index} ${field.alias}]`;
  };
  return (
    [
      `{shape ${shape} bytes ${4 * words}`,
      ...(fields.length === 0 ? [] : ["fields", ...fields.map(place)]),
      ...(raw.length === 0 ? [] : ["raw", ...raw.map(([index, word]) => `${place(index)}=${word}`)]),
      ...(late === undefined || late.length === 0 ? [] : ["late", ...late.map(place)]),
    ].join(" ") + "}"
  );
}

/**
 * Reads an immediate; `text` is without surrounding blanks.
 * @throws SyntaxError if the instruction has no such immediate.
 */
export function parseImmediate(op: CoreName, text: string): ImmediateValue {
  const kind = core(op).immediate;
  const wrong = (): never => {
    throw new SyntaxError(text === "" ? `${op} needs an immediate (${kind})` : `${text} is not an immediate of ${op}`);
  };
  const match = (pattern: RegExp): RegExpExecArray => pattern.exec(text) ?? wrong();
  switch (kind) {
    case "none":
      return text === "" ? undefined : wrong();
    case "number":
      if (op === "const_f64") return parseFloatText(match(/^(nan|-?inf|-?[\d.]+(e[+-]?\d+)?)$/)[1]);
      if (text.startsWith("#")) return tagSmall(Number(match(/^#(-?\d+)$/)[1]));
      return Number(match(/^(-?\d+)$/)[1]);
    case "bigint":
      return BigInt(match(/^(-?\d+)n$/)[1]);
    case "helper":
      return match(/^[A-Za-z_][\w.]*$/)[0];
    case "object":
      return parseObject(match(/^\{(.*)\}$/)[1], wrong);
    case "code":
      return Number(match(/^code#(-?\d+)$/)[1]);
    default: {
      const [, offset, name] = match(/^\[(\d+) (\S+)\]$/);
      return fieldNamed(kind.split(" ")[0] as FieldKind, Number(offset), name);
    }
  }
}

function parseFloatText(text: string): number {
  return text === "nan" ? Number.NaN : Number(text.replace("inf", "Infinity"));
}

/** Reads what {@link printObject} writes, between the braces. */
function parseObject(text: string, wrong: () => never): ObjectImmediate {
  const [, shape, bytes, ...lists] =
    /^shape (\d+) bytes (\d+)(?: fields((?: \[[^\]]*\])+))?(?: raw((?: \[[^\]]*\]=-?\d+)+))?(?: late((?: \[[^\]]*\])+))?$/.exec(
      text,
    ) ?? wrong();
  const [fields, raw, late] = lists.map((list = "") =>
    [...list.matchAll(/\[(\d+)[^\]]*\](?:=(-?\d+))?/g)].map(([, offset, word]): [number, number] => [
      Number(offset) / 4,
      Number(word),
    ]),
  );
  const indices = (places: readonly [number, number][]): number[] => places.map(([index]) => index);
  return {
    shape: Number(shape),
    words: Number(bytes) / 4,
    fields: indices(fields),
    raw,
    ...(late.length === 0 ? {} : { late: indices(late) }),
  };
}
