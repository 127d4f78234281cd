/// Immediates in the text format, by what the instruction's definition says its immediate is.
///
///     number   raw: 12   word (const_word, guard_same, …): #6 a small integer, 1040 an address   float: 0.5 -0 inf nan
///     bigint   12n
///     field    [8 list.items]
///     helper   dict_get          a bare name
///     object   {shape 64 words 4 fields 2 3 raw 1=2 late 4}
///     code     code#4096

import { type CoreName, core } from "@hotpy/bytecode";
import { isSmall, tagSmall, untagSmall } from "@hotpy/memory";
import { defineAlias, type Field, type FieldKind, isFixed } from "@hotpy/object-model";
import type { ImmediateValue, ObjectImmediate } from "../instruction.js";

/** Instructions whose number is a tagged word. */
const WORD_NUMBERS: ReadonlySet<CoreName> = new Set(["const_word", "guard_same", "guard_not_same"]);

export function printImmediate(op: CoreName, value: ImmediateValue): string {
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
      return printObject(value as ObjectImmediate);
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

function printObject({ shape, words, fields, raw, late }: ObjectImmediate): string {
  return (
    [
      `{shape ${shape} words ${words}`,
      ...(fields.length === 0 ? [] : ["fields", ...fields]),
      ...(raw.length === 0 ? [] : ["raw", ...raw.map(([index, word]) => `${index}=${word}`)]),
      ...(late === undefined || late.length === 0 ? [] : ["late", ...late]),
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
      const alias = defineAlias(name);
      const fieldKind = kind.split(" ")[0] as FieldKind;
      const mutability = isFixed(alias) ? "fixed" : "mutable";
      return { offset: Number(offset), kind: fieldKind, mutability, refersTo: 0, alias };
    }
  }
}

function parseFloatText(text: string): number {
  return text === "nan" ? Number.NaN : Number(text.replace("inf", "Infinity"));
}

function parseObject(text: string, wrong: () => never): ObjectImmediate {
  const parts = new Map<string, string[]>();
  let part: string[] | undefined;
  for (const token of text.split(/\s+/)) {
    if (/^[a-z]+$/.test(token)) parts.set(token, (part = []));
    else if (part === undefined) wrong();
    else part.push(token);
  }
  const numbers = (name: string): number[] => (parts.get(name) ?? []).map(Number);
  const [shape] = numbers("shape");
  const [words] = numbers("words");
  if (shape === undefined || words === undefined) wrong();
  const late = numbers("late");
  return {
    shape,
    words,
    fields: numbers("fields"),
    raw: (parts.get("raw") ?? []).map((pair) => pair.split("=").map(Number) as [number, number]),
    ...(late.length === 0 ? {} : { late }),
  };
}
