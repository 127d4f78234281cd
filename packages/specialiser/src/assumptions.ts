/// What is assumed at the head of a loop: first all that holds on entry, then, until it holds at the back-edge too, less.

import type { Fact, LoopParam, ValueId } from "@hotpy/trace";
import { join, joinFields, nothingKnown, sameFact, widenFact } from "./facts.js";
import type { Field, HelperResult } from "./memory-state.js";
import { type Setting, Walk } from "./walk.js";

/** A field known at the loop head. */
interface KnownField extends Field {
  /** Its value comes from the iteration before: the loop parameter that carries it. */
  readonly carrier?: ValueId;
}

/** Analyses after which nothing is assumed any more. A range ends to grow after a few; this is for safety. */
const MOST_ROUNDS = 24;
/** Analyses after which ranges are widened. */
const EXACT_ROUNDS = 2;

export class Assumptions {
  /** Parameters in order, those that carry fields at the end. `back` of these is found by {@link weaken}. */
  readonly params = new Map<ValueId, LoopParam>();
  /** Values that stand for a parameter throughout: its entry value, if it never changes, or another parameter. */
  readonly same = new Map<ValueId, ValueId>();
  private readonly facts = new Map<ValueId, Fact>();
  private fields: KnownField[] = [];
  private readonly shapes = new Map<ValueId, number>();
  /** The parameter that carries the content of the integer or float that another parameter is. */
  private readonly contents = new Map<ValueId, ValueId>();
  private readonly unshared: Set<ValueId>;
  private results: readonly HelperResult[];
  private rounds = 0;
  private nothingAssumed = false;

  /** @param entry the walk at the end of the prologue */
  constructor(
    private readonly setting: Setting,
    private readonly entry: Walk,
    params: readonly LoopParam[],
  ) {
    const entered = new Map<ValueId, ValueId[]>();
    for (const param of params) {
      const value = entry.resolve(param.entry);
      this.params.set(param.id, { ...param, entry: value });
      if (param.back === param.id) this.same.set(param.id, value);
      else {
        this.facts.set(param.id, entry.fact(value));
        this.assumeEqual(param.id, value, param.kind);
        entered.set(value, [...(entered.get(value) ?? []), param.id]);
      }
    }
    this.unshared = new Set([...entry.state.unshared].filter((id) => !entered.has(id)));
    this.results = entry.state.results.slice();
    for (const field of entry.state.knownFields()) {
      this.assumeField(field);
      for (const param of entered.get(field.object) ?? []) this.assumeField({ ...field, object: param });
    }
    for (const [value, names] of entered) this.carryContents(value, names);
    for (const [id, shape] of entry.state.shapes) {
      for (const name of [id, ...(entered.get(id) ?? [])]) this.shapes.set(name, shape);
    }
  }

  /** What is unboxed on entry is assumed to be so at the back-edge: the body need not unbox it again. */
  private carryContents(value: ValueId, names: readonly ValueId[]): void {
    const content = this.entry.contentOf(value);
    if (content === undefined) return;
    for (const name of names) this.contents.set(name, this.addCarrier(content, content));
  }

  private addCarrier(entry: ValueId, back: ValueId): ValueId {
    const carrier = this.setting.freshId();
    const { kind } = this.entry.fact(entry);
    this.params.set(carrier, { id: carrier, kind, entry, back });
    this.facts.set(carrier, this.entry.fact(entry));
    this.assumeEqual(carrier, entry, kind);
    return carrier;
  }

  private assumeField(field: Field): void {
    this.fields.push(field);
  }

  /** Parameters that start with the same value may stay the same. */
  private assumeEqual(id: ValueId, value: ValueId, kind: LoopParam["kind"]): void {
    for (const other of this.params.values()) {
      if (other.id !== id && other.entry === value && other.kind === kind && !this.same.has(other.id)) {
        this.same.set(id, other.id);
        return;
      }
    }
  }

  /** The state at the loop head under these assumptions. */
  begin(): Walk {
    const walk = new Walk(this.setting, this.entry);
    walk.valid = true;
    for (const { id, kind } of this.params.values()) {
      const other = this.same.get(id);
      if (other !== undefined) walk.replace(id, other);
      else {
        walk.declare(id, this.facts.get(id) ?? nothingKnown(kind));
      }
    }
    for (const [id, carrier] of this.contents) if (!this.same.has(id)) walk.assumeContent(id, walk.resolve(carrier));
    walk.assumeMemory(
      this.unshared,
      this.shapes,
      this.fields.map((field) =>
        field.carrier === undefined ? field : { ...field, value: walk.resolve(field.carrier) },
      ),
      this.results,
    );
    return walk;
  }

  /** Compares with the end of the body; drops what does not hold there. True if everything did. */
  weaken(end: Walk): boolean {
    if (this.nothingAssumed) return true;
    let stable = true;
    if (++this.rounds > MOST_ROUNDS) {
      this.forget();
      return false;
    }
    const drop = (): void => {
      stable = false;
    };
    this.weakenMemory(end, drop);
    this.weakenContents(end, drop);
    this.weakenParams(end, drop);
    return stable && !this.findInvariant(end);
  }

  private weakenParams(end: Walk, drop: () => void): void {
    for (const param of this.params.values()) {
      const back = end.resolve(param.back);
      const other = this.same.get(param.id);
      if (other !== undefined) {
        const partner = this.params.get(other);
        const kept = partner === undefined ? back === end.resolve(other) : back === end.resolve(partner.back);
        if (kept) continue;
        this.same.delete(param.id);
        this.facts.set(param.id, this.entry.fact(param.entry));
        drop();
      }
      const before = this.facts.get(param.id) ?? nothingKnown(param.kind);
      let after = join(before, end.fact(back), this.setting.objects);
      if (sameFact(before, after)) continue;
      if (this.rounds > EXACT_ROUNDS) after = widenFact(before, after);
      this.facts.set(param.id, after);
      drop();
    }
  }

  private weakenMemory(end: Walk, drop: () => void): void {
    const atEnd = (id: ValueId): ValueId => {
      const param = this.params.get(id);
      return end.resolve(param === undefined ? id : param.back);
    };
    const kept: KnownField[] = [];
    for (const field of this.fields) {
      const there = end.state.find(atEnd(field.object), field.offset, field.width, field.index);
      const next = this.weakenField(field, there, end, drop);
      if (next !== undefined) kept.push(next);
    }
    this.fields = kept;
    for (const [id, shape] of this.shapes) {
      if (end.state.shapes.get(atEnd(id)) === shape) continue;
      this.shapes.delete(id);
      drop();
    }
    const results = this.results.filter(({ helper, args, value }) => end.state.resultOf(helper, args)?.value === value);
    if (results.length < this.results.length) {
      this.results = results;
      drop();
    }
    for (const id of this.unshared) {
      if (end.state.unshared.has(id)) continue;
      this.unshared.delete(id);
      drop();
    }
  }

  private weakenContents(end: Walk, drop: () => void): void {
    for (const [id, carrier] of this.contents) {
      const { back } = this.params.get(id) as LoopParam;
      const content = end.contentOf(end.resolve(back));
      if (content !== undefined && end.fact(content).kind === this.params.get(carrier)?.kind) {
        this.setBack(carrier, content);
        continue;
      }
      this.contents.delete(id);
      this.dropCarrier(carrier);
      drop();
    }
  }

  /** Whether a field is at the back-edge what it was assumed to be; the value that a parameter carries is noted. */
  private holds(field: KnownField, there: Field | undefined): boolean {
    if (there === undefined) return false;
    if (field.carrier !== undefined && there.value !== undefined) {
      this.setBack(field.carrier, there.value);
      return true;
    }
    return (
      field.carrier === undefined &&
      field.fact === undefined &&
      there.fact === undefined &&
      there.value === field.value &&
      there.raw === field.raw
    );
  }

  /** What is left to be known of a field when the back-edge finds this there; `drop` is called if that is less. */
  private weakenField(
    field: KnownField,
    there: Field | undefined,
    end: Walk,
    drop: () => void,
  ): KnownField | undefined {
    if (this.holds(field, there)) return field;
    if (field.carrier === undefined) {
      const carried = this.carry(field, there?.value, end);
      if (carried !== undefined) {
        drop();
        return carried;
      }
    }
    const before = field.fact ?? (field.value === undefined ? undefined : this.entry.fact(field.value));
    const after = there?.fact ?? (there?.value === undefined ? undefined : end.fact(there.value));
    let fact =
      before === undefined || after === undefined ? undefined : joinFields(before, after, this.setting.objects);
    if (before !== undefined && fact !== undefined) {
      if (field.fact !== undefined && sameFact(field.fact, fact)) return field;
      if (this.rounds > EXACT_ROUNDS) fact = widenFact(before, fact);
    }
    if (field.carrier !== undefined) this.dropCarrier(field.carrier);
    drop();
    if (fact === undefined) return undefined;
    const { carrier: _, raw: __, ...rest } = field;
    return { ...rest, value: undefined, fact };
  }

  /** A field whose value changes with each iteration becomes a loop parameter: its loads become registers. */
  private carry(field: KnownField, back: ValueId | undefined, end: Walk): KnownField | undefined {
    if (field.value === undefined || back === undefined) return undefined;
    const { kind } = this.entry.fact(field.value);
    if (end.fact(back).kind !== kind) return undefined;
    return { ...field, carrier: this.addCarrier(field.value, back) };
  }

  private setBack(carrier: ValueId, back: ValueId): void {
    const param = this.params.get(carrier) as LoopParam;
    this.params.set(carrier, { ...param, back });
  }

  private dropCarrier(carrier: ValueId): void {
    // Another parameter may have been taken to be the same as this one.
    for (const [id, other] of this.same) {
      if (other !== carrier) continue;
      this.same.delete(id);
      this.facts.set(id, this.entry.fact((this.params.get(id) as LoopParam).entry));
    }
    this.same.delete(carrier);
    this.params.delete(carrier);
    this.facts.delete(carrier);
  }

  /** A parameter that comes back as itself or as its entry value never changes. */
  private findInvariant(end: Walk): boolean {
    let found = false;
    for (const { id, entry, back } of this.params.values()) {
      if (this.same.has(id)) continue;
      const value = end.resolve(back);
      if (value !== id && value !== entry) continue;
      this.same.set(id, entry);
      found = true;
    }
    return found;
  }

  private forget(): void {
    this.nothingAssumed = true;
    for (const field of this.fields) if (field.carrier !== undefined) this.dropCarrier(field.carrier);
    for (const carrier of this.contents.values()) this.dropCarrier(carrier);
    this.contents.clear();
    this.fields = [];
    this.shapes.clear();
    this.results = [];
    this.unshared.clear();
    this.facts.clear();
    for (const { id, back } of this.params.values()) if (back !== id) this.same.delete(id);
  }

  /** The loop parameters that are left, with the values for the next iteration. */
  loopParams(end: Walk): readonly LoopParam[] {
    return [...this.params.values()]
      .filter(({ id }) => !this.same.has(id))
      .map((param) => ({ ...param, back: end.resolve(param.back) }));
  }
}
