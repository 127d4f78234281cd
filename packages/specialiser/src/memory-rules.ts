/// Rules of loads and stores: a load of what is known to be there is that value; a store of it is nothing.

import type { CoreName } from "@hotpy/bytecode";
import { ANYTHING, type Field } from "@hotpy/object-model";
import type { Fact } from "@hotpy/trace";
import {
  type Helpers,
  helperNamed,
  type Instruction,
  type InstructionOf,
  type Load,
  type ObjectImmediate,
  type ValueId,
} from "@hotpy/trace";
import { isStableShape, joinFields } from "./facts.js";
import { GONE, type Outcome, type Rule, type View, value } from "./rule.js";

/** Bytes that a load or store touches. */
const WIDTHS: Partial<Record<CoreName, number>> = {
  load_word: 4,
  load_i32: 4,
  load_f64: 8,
  store_word: 4,
  store_i32: 4,
  load_element: 4,
  store_element: 4,
  load_u8: 1,
};

interface Place {
  readonly offset: number;
  readonly index?: ValueId;
}

/** The place of an element: a constant index makes it a field. */
function elementPlace(view: View, index: ValueId, { offset }: Field, scale: number): Place {
  const { constant } = view.fact(index);
  return typeof constant === "number" ? { offset: offset + scale * constant } : { offset, index };
}

function placeOf(view: View, op: CoreName, args: readonly ValueId[], field: Field): Place {
  if (op === "load_element" || op === "store_element") return elementPlace(view, args[1], field, 4);
  return op === "load_u8" ? elementPlace(view, args[1], field, 1) : { offset: field.offset };
}

const load =
  (op: Load): Rule =>
  (view, args, immediate) => {
    const field = immediate as Field;
    const place = placeOf(view, op, args, field);
    const known = view.state.find(args[0], place.offset, WIDTHS[op] as number, place.index);
    const wanted = op === "load_f64" ? "f64" : op === "load_i32" || op === "load_u8" ? "i32" : "word";
    if (known?.value !== undefined && view.fact(known.value).kind === wanted) return value(known.value);
    if (known?.raw !== undefined && wanted === "i32") return value(view.constant("const_i32", known.raw));
    if (known?.raw !== undefined && wanted === "word") return value(view.constant("const_word", known.raw));
    return place.index === undefined && isFixed(field) ? loadFixed(view, op, args[0], place.offset) : undefined;
  };

const isFixed = ({ mutability }: Field): boolean => mutability === "fixed";

/** A field that never changes, of an object known now. */
function loadFixed(view: View, op: Load, object: ValueId, offset: number): Outcome {
  const content = fixedContent(view, op, object, offset);
  if (content === undefined) return undefined;
  switch (op) {
    case "load_i32":
    case "load_u8":
      return value(view.constant("const_i32", content));
    case "load_f64":
      return value(view.constant("const_f64", content));
    default:
      return value(view.constant("const_word", content));
  }
}

function fixedContent(view: View, op: Load, object: ValueId, offset: number): number | undefined {
  const { constant, tag } = view.fact(object);
  if (typeof constant === "number" && tag === "object") return view.objects.field(op, constant, offset);
  const source = view.definition(object);
  return source?.op === "const_object"
    ? view.objects.fieldOfConstant(op, source.immediate as number, offset)
    : undefined;
}

const store =
  (op: "store_word" | "store_i32" | "store_element"): Rule =>
  (view, args, immediate) => {
    const place = placeOf(view, op, args, immediate as Field);
    const stored = args[args.length - 1];
    const known = view.state.find(args[0], place.offset, 4, place.index);
    if (known?.value === stored) return GONE;
    const { constant } = view.fact(stored);
    return known?.raw !== undefined && constant === known.raw ? GONE : undefined;
  };

export const MEMORY_RULES: Partial<Record<CoreName, Rule>> = {
  load_word: load("load_word"),
  load_i32: load("load_i32"),
  load_f64: load("load_f64"),
  load_element: load("load_element"),
  load_u8: load("load_u8"),
  store_word: store("store_word"),
  store_i32: store("store_i32"),
  store_element: store("store_element"),
  set_shape: (view, [object], immediate) => (view.state.shapes.get(object) === immediate ? GONE : undefined),
};

/** A store of a word to a field. */
export interface UnseenStore {
  readonly object: ValueId;
  readonly offset: number;
  readonly instruction: Instruction;
}

/** What the effects on memory change beside {@link View.state}. */
export interface MemoryObserver extends View {
  readonly helpers: Helpers;
  /** Number of values defined so far. */
  readonly valueCount: number;
  readonly out: Instruction[];
  refine(id: ValueId, fact: Fact): void;
  /** Stores that nothing has been able to see yet: another one of the field makes them needless. */
  readonly unseenStores: UnseenStore[];
  /** guard_valid holds. */
  valid: boolean;
}

/** Takes note of what an instruction that has been emitted does to memory. */
export function noteMemoryEffects(observer: MemoryObserver, instruction: Instruction): void {
  const { state } = observer;
  const { id, args } = instruction;
  switch (instruction.op) {
    case "load_word":
    case "load_i32":
    case "load_f64":
    case "load_element":
    case "load_u8": {
      const { op, immediate: field } = instruction;
      const width = WIDTHS[op] as number;
      const place = placeOf(observer, op, args, field);
      const known = state.find(instruction.args[0], place.offset, width, place.index)?.fact;
      if (known !== undefined && known.kind === observer.fact(id).kind) observer.refine(id, known);
      observer.unseenStores.length = 0;
      state.remember({
        object: instruction.args[0],
        ...place,
        width,
        alias: field.alias,
        isFixed: isFixed(field),
        value: id,
      });
      break;
    }
    case "store_word":
    case "store_i32":
    case "store_element":
      noteStore(observer, instruction);
      break;
    case "set_shape":
      state.setShape(instruction.args[0], instruction.immediate);
      break;
    case "new":
      noteNew(observer, id, args, instruction.immediate);
      break;
    case "call_leaf": {
      const { writes } = helperNamed(instruction.immediate, observer.helpers);
      for (const argument of args) state.share(argument);
      state.killClasses(writes);
      observer.unseenStores.length = 0;
      // What a helper writes may be watched.
      if (writes.length > 0) observer.valid = false;
      break;
    }
    case "call_code":
      for (const argument of args) state.share(argument);
      state.killClasses([ANYTHING]);
      observer.valid = false;
      break;
    default:
      break;
  }
}

function noteStore(
  observer: MemoryObserver,
  instruction: InstructionOf<"store_word"> | InstructionOf<"store_i32"> | InstructionOf<"store_element">,
): void {
  const { op, args, immediate: field } = instruction;
  const { state } = observer;
  const object = args[0];
  const place = placeOf(observer, op, args, field);
  const stored = args[args.length - 1];
  if (op !== "store_i32") state.share(stored);
  const value = observer.fact(stored);
  state.store({ object, ...place, width: 4, alias: field.alias, isFixed: isFixed(field), value: stored }, (old) => {
    const before = old.value === undefined ? old.fact : observer.fact(old.value);
    return before === undefined ? undefined : joinFields(before, value, observer.objects);
  });
  if (place.index !== undefined) return;
  const { unseenStores } = observer;
  const at = unseenStores.findIndex((unseen) => unseen.object === object && unseen.offset === place.offset);
  if (at >= 0) {
    observer.out.splice(observer.out.lastIndexOf(unseenStores[at].instruction), 1);
    unseenStores.splice(at, 1);
  }
  unseenStores.push({ object, offset: place.offset, instruction });
}

/** A new object's fields are known: arguments, raw words, and NULL or 0 elsewhere. */
function noteNew(
  observer: MemoryObserver,
  id: ValueId,
  args: readonly ValueId[],
  { shape, words, fields, raw }: ObjectImmediate,
): void {
  const { state } = observer;
  state.allocate(id, observer.valueCount);
  const known = new Map<number, { value: ValueId | undefined; raw?: number }>();
  for (let word = 2; word < Math.min(words, LARGEST_KNOWN); word++) known.set(word, { value: undefined, raw: 0 });
  for (const [word, constant] of raw) known.set(word, { value: undefined, raw: constant });
  fields.forEach((word, position) => known.set(word, { value: args[position] }));
  for (const argument of args) state.share(argument);
  // The class of each field is not known here; that of all memory is forgotten by any store that may touch it.
  for (const [word, content] of known)
    state.remember({ object: id, offset: 4 * word, width: 4, alias: ANYTHING, isFixed: false, ...content });
  if (!isStableShape(shape)) state.shapes.set(id, shape);
}

/** Words of a new object whose initial zeros are remembered. */
const LARGEST_KNOWN = 32;
