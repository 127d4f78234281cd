/// What is known of memory at one point of a trace: values of fields that have been loaded or stored, shapes of
/// instances, and which new objects nothing else refers to yet. LuaJIT's forwarding of loads and its alias analysis, over
/// the alias classes that instructions declare.

import { isSmall } from "@hotpy/memory";
import { type AliasClass, ANYTHING, mayOverlap, SHAPE_ALIAS } from "@hotpy/object-model";
import type { Fact } from "@hotpy/trace";
import { sameIds, type ValueId } from "@hotpy/trace";
import { nothingKnown } from "./facts.js";

/** A known field: the value it holds, or the raw constant that a new object was given, or only what kind of value. */
export interface Field {
  readonly object: ValueId;
  readonly offset: number;
  /** Bytes. */
  readonly width: number;
  /** The index of an element access that is not constant. */
  readonly index?: ValueId;
  readonly alias: AliasClass;
  /** It never changes once the object exists. */
  readonly isFixed: boolean;
  readonly value: ValueId | undefined;
  readonly raw?: number;
  /** Holds of the value, where that is one of several. */
  readonly fact?: Fact;
}

/** What a helper that only reads has returned, as long as nothing writes what it reads. */
export interface HelperResult {
  readonly helper: string;
  readonly args: readonly ValueId[];
  readonly reads: readonly AliasClass[];
  readonly value: ValueId;
}

const isAt = (field: Field, offset: number, width: number, index: ValueId | undefined): boolean =>
  field.offset === offset && field.width === width && field.index === index;

export class MemoryState {
  readonly #fields = new Map<ValueId, Field[]>();
  /** Shapes of instances, which `set_shape` and calls may change. */
  readonly shapes = new Map<ValueId, number>();
  results: HelperResult[] = [];
  /** Values of fields that never change, by object and offset: objects that differ in one are two. */
  private readonly fixed = new Map<ValueId, Map<number, ValueId>>();
  /** Objects made by this trace, by the number of values defined before each. */
  readonly allocated = new Map<ValueId, number>();
  /** Of these, the ones that no other object and no callee refers to. */
  readonly unshared = new Set<ValueId>();

  /** @param factOf what is known of a value; @param definedAt position of a value's definition */
  constructor(
    private readonly factOf: (id: ValueId) => Fact | undefined,
    private readonly definedAt: (id: ValueId) => number,
  ) {}

  /** A copy for other facts, as loops are analysed several times. */
  copy(factOf: (id: ValueId) => Fact | undefined, definedAt: (id: ValueId) => number): MemoryState {
    const other = new MemoryState(factOf, definedAt);
    for (const [object, fields] of this.#fields) other.#fields.set(object, fields.slice());
    for (const [id, shape] of this.shapes) other.shapes.set(id, shape);
    for (const [id, position] of this.allocated) other.allocated.set(id, position);
    for (const id of this.unshared) other.unshared.add(id);
    other.results = this.results.slice();
    for (const [id, values] of this.fixed) other.fixed.set(id, new Map(values));
    return other;
  }

  /** Whether two values may be the same object at this point. */
  mayBeSame(a: ValueId, b: ValueId): boolean {
    if (a === b) return true;
    if (this.unshared.has(a) || this.unshared.has(b)) return false;
    const [aBirth, bBirth] = [this.allocated.get(a), this.allocated.get(b)];
    if (aBirth !== undefined && bBirth !== undefined) return false;
    if (aBirth !== undefined && this.definedAt(b) < aBirth) return false;
    if (bBirth !== undefined && this.definedAt(a) < bBirth) return false;
    const [aFact, bFact] = [this.factOf(a) ?? nothingKnown("word"), this.factOf(b) ?? nothingKnown("word")];
    if (aFact.constant !== undefined && bFact.constant !== undefined) return aFact.constant === bFact.constant;
    const [aShape, bShape] = [aFact.shape ?? this.shapes.get(a), bFact.shape ?? this.shapes.get(b)];
    return (aShape === undefined || bShape === undefined || aShape === bShape) && !this.differInFixed(a, b);
  }

  private differInFixed(a: ValueId, b: ValueId): boolean {
    const [ofA, ofB] = [this.fixed.get(a), this.fixed.get(b)];
    if (ofA === undefined || ofB === undefined) return false;
    for (const [offset, value] of ofA) {
      const other = ofB.get(offset);
      if (other === undefined) continue;
      const [one, two] = [this.factOf(value)?.constant, this.factOf(other)?.constant];
      if (one !== undefined && two !== undefined && one !== two) return true;
    }
    return false;
  }

  find(object: ValueId, offset: number, width: number, index?: ValueId): Field | undefined {
    const fields = this.#fields.get(object);
    if (fields !== undefined) for (const field of fields) if (isAt(field, offset, width, index)) return field;
    return undefined;
  }

  /** What is known of fields, those of one object together. */
  *knownFields(): Iterable<Field> {
    for (const fields of this.#fields.values()) yield* fields;
  }

  forgetFields(): void {
    this.#fields.clear();
  }

  /** The result of a helper that has been asked the same before. */
  resultOf(helper: string, args: readonly ValueId[]): HelperResult | undefined {
    for (const result of this.results) if (result.helper === helper && sameIds(result.args, args)) return result;
    return undefined;
  }

  /** A load has found this. */
  remember(field: Field): void {
    const { object, offset, width, index, isFixed, value } = field;
    const fields = this.#fields.get(object);
    if (fields === undefined) this.#fields.set(object, [field]);
    else {
      const at = fields.findIndex((known) => isAt(known, offset, width, index));
      if (at < 0) fields.push(field);
      else fields[at] = field;
    }
    if (!isFixed || index !== undefined || value === undefined) return;
    const values = this.fixed.get(object) ?? new Map<number, ValueId>();
    this.fixed.set(object, values.set(offset, value));
  }

  /**
   * A store: fields that may be the same word hold the old value or the new. `joined` tells what is true of both,
   * `undefined` if that is nothing worth keeping.
   */
  store(store: Omit<Field, "value"> & { readonly value: ValueId }, joined: (old: Field) => Fact | undefined): void {
    for (const fields of this.#fields.values()) {
      for (let at = fields.length - 1; at >= 0; at--) {
        const field = fields[at];
        if (!mayOverlap(field.alias, store.alias) || !overlap(field, store) || field.isFixed) continue;
        if (!this.mayBeSame(field.object, store.object)) continue;
        const fact = field.width === store.width && field.raw === undefined ? joined(field) : undefined;
        if (fact === undefined) fields.splice(at, 1);
        else fields[at] = { ...field, value: undefined, fact };
      }
    }
    this.forgetResults([store.alias]);
    this.remember(store);
  }

  private forgetResults(written: readonly AliasClass[]): void {
    if (this.results.length === 0) return;
    this.results = this.results.filter(
      ({ reads }) => !reads.some((read) => written.some((alias) => mayOverlap(read, alias))),
    );
  }

  /** A leaf helper has written these alias classes, of objects that it can reach. */
  killClasses(classes: readonly AliasClass[]): void {
    if (classes.length === 0) return;
    for (const [object, fields] of this.#fields) {
      if (this.unshared.has(object)) continue;
      for (let at = fields.length - 1; at >= 0; at--) {
        const known = fields[at];
        if (!known.isFixed && classes.some((alias) => mayOverlap(alias, known.alias))) fields.splice(at, 1);
      }
    }
    this.forgetResults(classes);
    if (classes.includes(ANYTHING) || classes.includes(SHAPE_ALIAS)) this.killShapes();
  }

  private killShapes(): void {
    for (const id of this.shapes.keys()) if (!this.unshared.has(id)) this.shapes.delete(id);
  }

  /** `set_shape`: other values may name the same object. */
  setShape(object: ValueId, shape: number): void {
    for (const id of [...this.shapes.keys()]) if (id !== object && this.mayBeSame(id, object)) this.shapes.delete(id);
    this.shapes.set(object, shape);
    this.forgetResults([SHAPE_ALIAS]);
  }

  /** A new object. `position` is the number of values defined so far. */
  allocate(object: ValueId, position: number): void {
    this.allocated.set(object, position);
    this.unshared.add(object);
  }

  /** Others may refer to the object from here on. */
  share(id: ValueId): void {
    if (!isSmallConstant(this.factOf(id))) this.unshared.delete(id);
  }
}

const isSmallConstant = (fact: Fact | undefined): boolean =>
  typeof fact?.constant === "number" && isSmall(fact.constant);

interface Extent {
  readonly offset: number;
  readonly width: number;
  readonly index?: ValueId;
}

/** Fields of one object overlap unless their bytes are apart; an element may lie anywhere from its offset on. */
function overlap(a: Extent, b: Extent): boolean {
  if (a.index !== undefined && b.index !== undefined) return true;
  if (a.index !== undefined) return b.offset + b.width > a.offset;
  if (b.index !== undefined) return a.offset + a.width > b.offset;
  return a.offset < b.offset + b.width && b.offset < a.offset + a.width;
}
