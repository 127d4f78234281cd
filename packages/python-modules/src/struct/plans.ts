import { type Address, NULL, STATE_FORMATS, type Word } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import {
  FORMATS,
  PACKED_BOOL,
  PACKED_BYTES,
  PACKED_CHAR,
  PACKED_FLOAT,
  PACKED_SIGNED,
  PACKED_UNSIGNED,
} from "@hotpy/python-objects";
import type { Field, Format } from "./format.js";

/** Larger structs have no plan. */
const MOST_BYTES = 1 << 16;
/** Plans are never given back; formats past so many have none. */
const MOST_PLANS = 512;

/** Plans of formats, by which kernels pack and unpack structs. */
export interface Plans {
  /** The plan of a format; 0: it has none. */
  of(format: Format): Address;
  /** Lets kernels know by which plan structs of a format that a program names are packed. */
  note(name: Word, format: Format): void;
}

/** What an item is for a plan; undefined: it is not for kernels. */
function kindOf({ code, size }: Field): number | undefined {
  switch (code.kind) {
    case "int":
      return code.isSigned ? PACKED_SIGNED : PACKED_UNSIGNED;
    case "float":
      return size === 2 ? undefined : PACKED_FLOAT;
    case "bool":
      return PACKED_BOOL;
    case "char":
      return PACKED_CHAR;
    case "bytes":
      return size === 0 ? undefined : PACKED_BYTES;
    default:
      return undefined;
  }
}

export function createPlans({ realm }: Library): Plans {
  const { heap, strings } = realm;
  const { i32 } = realm.memory;
  const plans = new Map<string, Address>();

  /** Byte address of words that neither move nor die. */
  function words(values: readonly number[]): Address {
    const object = heap.allocateImmortal(BYTES_DATA + values.length * 4);
    i32[object >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
    i32[(object + TAIL_SIZE) >>> 2] = values.length * 4;
    i32.set(values, (object + BYTES_DATA) >>> 2);
    return object + BYTES_DATA;
  }

  function make({ size, count, isLittle, fields }: Format): Address {
    if (size > MOST_BYTES || count < 0 || plans.size >= MOST_PLANS) return NULL;
    const values = [size, count, isLittle ? 1 : 0, fields.length];
    for (const field of fields) {
      const kind = kindOf(field);
      if (kind === undefined) return NULL;
      values.push(kind, field.size, field.repeat, field.offset);
    }
    return words(values);
  }

  function of(format: Format): Address {
    const known = plans.get(format.text);
    if (known !== undefined) return known;
    const plan = make(format);
    plans.set(format.text, plan);
    return plan;
  }

  return {
    of,
    note(name, format) {
      if (!strings.isString(name) || !strings.isInterned(name)) return;
      const plan = of(format);
      if (plan === NULL) return;
      if (i32[STATE_FORMATS >>> 2] === NULL) i32[STATE_FORMATS >>> 2] = words(new Array(FORMATS * 2).fill(0));
      i32.set([name, plan], (i32[STATE_FORMATS >>> 2] >>> 2) + ((name >>> 3) & (FORMATS - 1)) * 2);
    },
  };
}
