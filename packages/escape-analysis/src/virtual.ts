/// Virtual objects: boxes and objects that the trace has not made yet, and may never make.

import type { CoreName, Kind } from "@hotpy/bytecode";
import type { ObjectImmediate, ValueId } from "@hotpy/trace";

/** Instructions whose result is a word with a raw content. */
export type BoxName = "box_int" | "box_float" | "box_bool" | "small_from_i32";

const BOX_CONTENTS: Readonly<Record<BoxName, Kind>> = {
  box_int: "i64",
  box_float: "f64",
  box_bool: "i32",
  small_from_i32: "i32",
};

export const isBoxName = (op: CoreName): op is BoxName => op in BOX_CONTENTS;
/** Kind of what is in a box. */
export const contentKind = (op: BoxName): Kind => BOX_CONTENTS[op];

/** What a field of a virtual object holds: a constant raw word, a raw `i32` value, or a tagged value. */
export type FieldContent =
  | { readonly kind: "raw"; readonly word: number }
  | { readonly kind: "i32" | "word"; readonly value: ValueId };

export interface VirtualBox {
  readonly kind: "box";
  readonly op: BoxName;
  readonly content: ValueId;
}

export interface VirtualObject {
  readonly kind: "object";
  readonly shape: number;
  /** Size in words. */
  readonly words: number;
  /** By word index. What is absent is 0: NULL. */
  readonly fields: ReadonlyMap<number, FieldContent>;
}

export type Virtual = VirtualBox | VirtualObject;

/** Objects with more words are made at once. */
const LARGEST_VIRTUAL = 64;

/** The object that a `new` makes, if it is small enough to be virtual. */
export function virtualObject(
  args: readonly ValueId[],
  { shape, words, fields, raw, late = [] }: ObjectImmediate,
): VirtualObject | undefined {
  if (words > LARGEST_VIRTUAL) return undefined;
  const contents = new Map<number, FieldContent>();
  for (const [index, word] of raw) contents.set(index, { kind: "raw", word });
  fields.forEach((index, position) => contents.set(index, { kind: "word", value: args[position] }));
  late.forEach((index, position) => contents.set(index, { kind: "i32", value: args[fields.length + position] }));
  return { kind: "object", shape, words, fields: contents };
}

/** The same object after a store. */
export function withField(object: VirtualObject, index: number, content: FieldContent): VirtualObject {
  return { ...object, fields: new Map(object.fields).set(index, content) };
}

/** The `new` that makes an object. */
export interface Creation {
  readonly args: readonly ValueId[];
  /** Raw values come as `late` fields. */
  readonly immediate: ObjectImmediate;
}

const creations = new WeakMap<VirtualObject, Creation>();

/** The `new` that makes an object, always the same for the same object: exits ask for it again and again. */
export function creation(object: VirtualObject): Creation {
  let made = creations.get(object);
  if (made === undefined) creations.set(object, (made = describe(object)));
  return made;
}

function describe({ shape, words, fields }: VirtualObject): Creation {
  const tagged: number[] = [];
  const late: number[] = [];
  const raw: (readonly [number, number])[] = [];
  const args: ValueId[] = [];
  const lateArgs: ValueId[] = [];
  for (let index = 0; index < words; index++) {
    const content = fields.get(index);
    if (content === undefined) continue;
    if (content.kind === "raw") {
      if (content.word !== 0) raw.push([index, content.word]);
    } else if (content.kind === "word") {
      tagged.push(index);
      args.push(content.value);
    } else {
      late.push(index);
      lateArgs.push(content.value);
    }
  }
  if (late.length === 0) return { args, immediate: { shape, words, raw, fields: tagged } };
  return { args: [...args, ...lateArgs], immediate: { shape, words, raw, fields: tagged, late } };
}
