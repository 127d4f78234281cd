import { NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf, SHAPE_TUPLE, shapeIdOf } from "@hotpy/object-model";
import type { Storage, Values } from "../context.js";

/// The objects that `list[int]` and `int | str` are.

export const ORIGIN = 8;
export const ARGUMENTS = 12;
/** Raw: 1 for `*tuple[int]`. */
export const STARRED = 16;
const GENERIC_ALIAS = defineFields("generic_alias", {
  origin: fixed("word", ORIGIN),
  arguments: fixed("word", ARGUMENTS),
  starred: fixed("i32", STARRED),
});

/** Making generic aliases and unions. Leaf. */
export interface GenericAliases {
  readonly aliasShape: number;
  readonly unionShape: number;
  /** `origin[key]` of a builtin type. */
  aliasOf(origin: Word, key: Word): Word;
  /** An object of one of the two shapes; `args` is a tuple. */
  make(shape: number, origin: Word, args: Word, isStarred?: boolean): Word;
}

export function createGenericAliases(context: Storage & Pick<Values, "objects">): GenericAliases {
  const { memory, shapes, objects } = context;
  const { i32 } = memory;
  const aliasShape = shapes.define(layoutOf("generic-alias", GENERIC_ALIAS), NULL);

  function make(shape: number, origin: Word, args: Word, isStarred = false): Word {
    const object = objects.object(shape);
    i32[(object + ORIGIN) >>> 2] = origin;
    i32[(object + ARGUMENTS) >>> 2] = args;
    i32[(object + STARRED) >>> 2] = isStarred ? 1 : 0;
    return object;
  }

  return {
    aliasShape,
    unionShape: shapes.define(layoutOf("union", GENERIC_ALIAS), NULL),
    aliasOf(origin, key) {
      const isTuple = (key & 1) === 0 && shapeIdOf(memory, key) === SHAPE_TUPLE;
      return make(aliasShape, origin, isTuple ? key : objects.tuple([key]));
    },
    make,
  };
}
