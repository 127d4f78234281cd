/// Plans: how a value crosses the back-edge. A box crosses as its content, a virtual object as its fields, so that
/// neither is made in any iteration (PyPy's virtual state).

import type { Kind } from "@hotpy/bytecode";
import { isSmall, untagSmall } from "@hotpy/memory";
import type { ValueId } from "@hotpy/trace";
import type { Analysis } from "./analysis.js";
import { type BoxName, contentKind, type FieldContent, type Virtual } from "./virtual.js";

export type Plan =
  /** As it is; a word is made real. */
  | { readonly kind: "value"; readonly valueKind: Kind }
  /** A raw word that is always the same: nothing crosses. */
  | { readonly kind: "raw"; readonly word: number }
  /** By its content. `soft`: on entry the box exists, only its content is known too. */
  | { readonly kind: "box"; readonly op: BoxName; readonly soft: boolean }
  | {
      readonly kind: "object";
      readonly shape: number;
      readonly words: number;
      readonly fields: ReadonlyMap<number, Plan>;
    };

export const REAL: Plan = { kind: "value", valueKind: "word" };
const NO_CONTENT: FieldContent = { kind: "raw", word: 0 };

/** How a word would cross, going by what it is on entry. `seen` collects the virtual objects that it consists of. */
export function planOf(analysis: Analysis, id: ValueId, seen: ValueId[]): Plan {
  const virtual = analysis.virtuals.get(id);
  if (virtual?.kind === "box") return { kind: "box", op: virtual.op, soft: false };
  if (virtual?.kind === "object") {
    seen.push(id);
    const fields = new Map(
      [...virtual.fields].map(([index, content]) => [index, planOfField(analysis, content, seen)] as const),
    );
    return { kind: "object", shape: virtual.shape, words: virtual.words, fields };
  }
  const op = analysis.contents.get(id)?.op ?? (smallConstant(analysis, id) === undefined ? undefined : "box_int");
  return op === undefined ? REAL : { kind: "box", op, soft: true };
}

function planOfField(analysis: Analysis, content: FieldContent, seen: ValueId[]): Plan {
  if (content.kind === "raw") return content;
  return content.kind === "i32"
    ? { kind: "value", valueKind: "i32" }
    : planOf(analysis, analysis.resolve(content.value), seen);
}

/** The plan, as weak as the value at the back-edge demands; the plan itself if that value can cross by it. */
export function fit(plan: Plan, analysis: Analysis, id: ValueId, seen: ValueId[]): Plan {
  const virtual = analysis.virtuals.get(id);
  if (plan.kind === "box") return fitBox(plan, analysis, id, virtual);
  if (plan.kind !== "object") return plan;
  if (virtual?.kind !== "object" || virtual.shape !== plan.shape || virtual.words !== plan.words) return REAL;
  seen.push(id);
  let changed = false;
  const fields = new Map<number, Plan>();
  for (const index of new Set([...plan.fields.keys(), ...virtual.fields.keys()])) {
    const before = plan.fields.get(index) ?? NO_CONTENT_PLAN;
    const after = fitField(before, analysis, virtual.fields.get(index) ?? NO_CONTENT, seen);
    if (after === undefined) return REAL;
    if (after !== before) changed = true;
    fields.set(index, after);
  }
  return changed ? { ...plan, fields } : plan;
}

const NO_CONTENT_PLAN: Plan = { kind: "raw", word: 0 };

function fitBox(plan: Plan & { kind: "box" }, analysis: Analysis, id: ValueId, virtual: Virtual | undefined): Plan {
  if (plan.soft && virtual === undefined) return REAL;
  if (canCross(plan.op, analysis, id)) return plan;
  return plan.op === "small_from_i32" && canCross("box_int", analysis, id) ? { ...plan, op: "box_int" } : REAL;
}

function fitField(plan: Plan, analysis: Analysis, content: FieldContent, seen: ValueId[]): Plan | undefined {
  if (content.kind === "raw") {
    if (plan.kind === "raw") return plan.word === content.word ? plan : { kind: "value", valueKind: "i32" };
    return plan.kind === "value" ? plan : content.word === 0 ? REAL : undefined;
  }
  if (content.kind === "i32") {
    return plan.kind === "raw"
      ? { kind: "value", valueKind: "i32" }
      : plan.kind === "value" && plan.valueKind === "i32"
        ? plan
        : undefined;
  }
  if (plan.kind === "raw") return plan.word === 0 ? REAL : undefined;
  if (plan.kind === "value") return plan.valueKind === "word" ? plan : undefined;
  return fit(plan, analysis, analysis.resolve(content.value), seen);
}

function smallConstant(analysis: Analysis, id: ValueId): number | undefined {
  const constant = analysis.constants.get(id);
  return typeof constant === "number" && isSmall(constant) ? untagSmall(constant) : undefined;
}

function canCross(op: BoxName, analysis: Analysis, id: ValueId): boolean {
  const virtual = analysis.virtuals.get(id);
  if (virtual !== undefined)
    return virtual.kind === "box" && (virtual.op === op || (op === "box_int" && virtual.op === "small_from_i32"));
  return analysis.contents.get(id)?.op === op || (op === "box_int" && smallConstant(analysis, id) !== undefined);
}

function contentOf(op: BoxName, analysis: Analysis, id: ValueId): ValueId | undefined {
  const virtual = analysis.virtuals.get(id);
  if (virtual?.kind === "box") {
    if (virtual.op === op) return virtual.content;
    return op === "box_int" && virtual.op === "small_from_i32"
      ? analysis.emit("i64_from_i32", [virtual.content])
      : undefined;
  }
  const known = analysis.contents.get(id);
  if (known?.op === op) return known.content;
  const constant = op === "box_int" ? smallConstant(analysis, id) : undefined;
  return constant === undefined ? undefined : analysis.emit("const_i64", [], BigInt(constant));
}

/** Appends the values that cross for a word, in the plan's order. False if it cannot cross so. */
export function cross(plan: Plan, analysis: Analysis, id: ValueId, values: ValueId[]): boolean {
  switch (plan.kind) {
    case "raw":
      return true;
    case "value":
      if (plan.valueKind === "word") analysis.force(id);
      values.push(id);
      return true;
    case "box": {
      const content = contentOf(plan.op, analysis, id);
      if (content === undefined) return false;
      values.push(content);
      return true;
    }
    case "object": {
      const virtual = analysis.virtuals.get(id);
      if (virtual?.kind !== "object" || virtual.shape !== plan.shape) return false;
      return [...plan.fields].every(([index, field]) =>
        crossField(field, analysis, virtual.fields.get(index) ?? NO_CONTENT, values),
      );
    }
  }
}

function crossField(plan: Plan, analysis: Analysis, content: FieldContent, values: ValueId[]): boolean {
  if (content.kind !== "raw") return cross(plan, analysis, analysis.resolve(content.value), values);
  if (plan.kind === "raw") return plan.word === content.word;
  if (plan.kind !== "value") return false;
  values.push(analysis.emit(plan.valueKind === "i32" ? "const_i32" : "const_word", [], content.word));
  return true;
}

/** Kinds of the values that cross, in order. */
export function crossingKinds(plan: Plan): readonly Kind[] {
  switch (plan.kind) {
    case "raw":
      return [];
    case "value":
      return [plan.valueKind];
    case "box":
      return [contentKind(plan.op)];
    case "object":
      return [...plan.fields.values()].flatMap(crossingKinds);
  }
}

/** Makes a value of the loop virtual as the plan says. `next` gives the parameters that have crossed, in order. */
export function receive(
  plan: Plan & { kind: "box" | "object" },
  analysis: Analysis,
  id: ValueId,
  next: () => ValueId,
  own: (id: ValueId) => void,
): void {
  own(id);
  if (plan.kind === "box") {
    analysis.setVirtual(id, { kind: "box", op: plan.op, content: next() });
    return;
  }
  const fields = new Map<number, FieldContent>();
  for (const [index, field] of plan.fields) {
    if (field.kind === "raw") fields.set(index, field);
    else if (field.kind === "value")
      fields.set(index, { kind: field.valueKind === "i32" ? "i32" : "word", value: next() });
    else {
      const nested = analysis.freshId();
      receive(field, analysis, nested, next, own);
      fields.set(index, { kind: "word", value: nested });
    }
  }
  analysis.setVirtual(id, { kind: "object", shape: plan.shape, words: plan.words, fields });
}
