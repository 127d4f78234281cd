/// What passes and compilers may read of the VM's memory: only what never changes, of objects that are known when the trace is
/// recorded. So they need not run where that memory is: what they may ask can be told beforehand.

import { type Address, isSmall, type Memory, NULL, type Word } from "@hotpy/memory";
import { CODE_ARGUMENTS, CODE_LOCALS, CODE_START, type Field, shapeIdOf } from "@hotpy/object-model";
import type { Instruction } from "./instruction.js";
import type { Trace, ValueId } from "./trace.js";

/** Instructions that load from a field or an element at a constant index. */
export type Load = "load_word" | "load_i32" | "load_f64" | "load_element" | "load_u8";

/** What compiled code knows of a code object. */
export interface FixedCode {
  /** Address of its bytecode. */
  readonly start: Address;
  /** Its local variables and cells. */
  readonly locals: number;
  readonly arguments: number;
}

export interface FixedObjects {
  /** Shape id of an object that never moves; of an instance it may change. 0: it is not known. */
  shapeOf(object: Address): number;
  code(code: Address): FixedCode;
  /** What a field that never changes holds in an object that never moves; undefined: it is not known, or a word that may move. */
  field(op: Load, object: Address, offset: number): number | undefined;
  /** The same of the object at this position of the VM's table of constants. */
  fieldOfConstant(op: Load, position: number, offset: number): number | undefined;
}

/** Reads them from memory. */
export function createFixedObjects(memory: Memory): FixedObjects {
  const { i32, u8, f64, constants, heap } = memory;
  const isImmovable = (word: Word): boolean => isSmall(word) || word === NULL || word >>> 0 < heap.start;

  function field(op: Load, object: Address, offset: number): number | undefined {
    const at = (object >>> 0) + offset;
    if (op === "load_i32") return i32[at >>> 2];
    if (op === "load_u8") return u8[at];
    if (op === "load_f64") return f64[at >>> 3];
    const word = i32[at >>> 2];
    return isImmovable(word) ? word : undefined;
  }

  return {
    shapeOf: (object) => shapeIdOf(memory, object),
    code: (code) => ({
      start: i32[(code + CODE_START) >>> 2],
      locals: i32[(code + CODE_LOCALS) >>> 2],
      arguments: i32[(code + CODE_ARGUMENTS) >>> 2],
    }),
    field,
    fieldOfConstant: (op, position, offset) => field(op, i32[(constants.start >>> 2) + position], offset),
  };
}

/** What has been told of objects; plain data, for another thread. */
export interface ObjectsTold {
  /** Positions in the table of constants that the trace names. */
  readonly constants: readonly number[];
  /** Object, shape id, and so on. */
  readonly shapes: readonly number[];
  /** Code object, start, locals, arguments, and so on. */
  readonly codes: readonly number[];
  /** Key of an object, offset, content, and so on. */
  readonly fields: readonly number[];
}

/** Names an object among {@link ObjectsTold.fields}: its address, or its position in the table of constants. */
const keyOfAddress = (object: Address): number => object >>> 0;
const keyOfConstant = (position: number): number => ~position;

/** Tells all of `objects` that passes and compilers may ask about the objects that a recorded trace names. */
export function tellObjects(trace: Trace, objects: FixedObjects): ObjectsTold {
  return new Teller(objects).tell(trace);
}

class Teller {
  readonly #shapes = new Map<Address, number>();
  readonly #codes = new Map<Address, FixedCode>();
  readonly #fields: number[] = [];
  /** Keys of objects that values are. */
  readonly #keys = new Map<ValueId, number>();
  readonly #indices = new Map<ValueId, number>();

  constructor(private readonly objects: FixedObjects) {}

  tell(trace: Trace): ObjectsTold {
    this.#code(trace.anchor.code);
    for (const snapshot of trace.exits) for (const { code } of snapshot?.frames ?? []) this.#code(code);
    for (const instruction of trace.prologue) this.#instruction(instruction);
    for (const instruction of trace.loop?.body ?? []) this.#instruction(instruction);
    for (const recipe of trace.deferred.values()) this.#instruction(recipe);
    return {
      constants: trace.constants,
      shapes: [...this.#shapes].flat(),
      codes: [...this.#codes].flatMap(([code, { start, locals, arguments: args }]) => [code, start, locals, args]),
      fields: this.#fields,
    };
  }

  #instruction(instruction: Instruction): void {
    const { id, op, args, immediate } = instruction;
    switch (op) {
      case "const_word":
        this.#word(id, immediate);
        break;
      case "guard_same":
        this.#word(args[0], immediate);
        break;
      case "guard_not_same":
        this.#word(undefined, immediate);
        break;
      case "const_object":
        this.#keys.set(id, keyOfConstant(immediate));
        break;
      case "const_i32":
        this.#indices.set(id, immediate);
        break;
      case "call_code":
        this.#code(immediate);
        break;
      case "load_word":
      case "load_i32":
      case "load_f64":
        this.#load(id, op, args[0], immediate, 0);
        break;
      case "load_element":
      case "load_u8": {
        const index = this.#indices.get(args[1]);
        if (index !== undefined) this.#load(id, op, args[0], immediate, op === "load_u8" ? index : 4 * index);
        break;
      }
      default:
        break;
    }
  }

  #code(code: Address): void {
    if (!this.#codes.has(code)) this.#codes.set(code, this.objects.code(code));
  }

  /** A constant, which a value may be. */
  #word(id: ValueId | undefined, word: Word): void {
    if (isSmall(word) || word === NULL) return;
    if (!this.#shapes.has(word)) this.#shapes.set(word, this.objects.shapeOf(word));
    if (id !== undefined) this.#keys.set(id, keyOfAddress(word));
  }

  #load(id: ValueId, op: Load, object: ValueId, field: Field, distance: number): void {
    const key = this.#keys.get(object);
    if (key === undefined || field.mutability !== "fixed") return;
    const offset = field.offset + distance;
    const { objects } = this;
    const content = key < 0 ? objects.fieldOfConstant(op, ~key, offset) : objects.field(op, key, offset);
    if (content === undefined) return;
    this.#fields.push(key, offset, content);
    if (op === "load_word" || op === "load_element") this.#word(id, content);
  }
}

/** Objects of another thread's memory, as they have been told. */
export class ToldObjects implements FixedObjects {
  readonly #shapes = new Map<Address, number>();
  readonly #codes = new Map<Address, FixedCode>();
  readonly #fields = new Map<number, Map<number, number>>();

  learn({ constants, shapes, codes, fields }: ObjectsTold): void {
    // A position may have been given to another object.
    for (const position of constants) this.#fields.delete(keyOfConstant(position));
    for (let at = 0; at < shapes.length; at += 2) this.#shapes.set(shapes[at], shapes[at + 1]);
    for (let at = 0; at < codes.length; at += 4)
      this.#codes.set(codes[at], { start: codes[at + 1], locals: codes[at + 2], arguments: codes[at + 3] });
    for (let at = 0; at < fields.length; at += 3) {
      const known = this.#fields.get(fields[at]);
      if (known === undefined) this.#fields.set(fields[at], new Map([[fields[at + 1], fields[at + 2]]]));
      else known.set(fields[at + 1], fields[at + 2]);
    }
  }

  shapeOf(object: Address): number {
    return this.#shapes.get(object) ?? 0;
  }

  code(code: Address): FixedCode {
    const known = this.#codes.get(code);
    if (known === undefined) throw new Error(`nothing has been told of the code at ${code >>> 0}`);
    return known;
  }

  field(_: Load, object: Address, offset: number): number | undefined {
    return this.#fields.get(keyOfAddress(object))?.get(offset);
  }

  fieldOfConstant(_: Load, position: number, offset: number): number | undefined {
    return this.#fields.get(keyOfConstant(position))?.get(offset);
  }
}
