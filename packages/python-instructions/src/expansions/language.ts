/// What expansions need to know of the running Python beside the operands.

import type { LeafHelper } from "@hotpy/bytecode";
import type { Address, Word } from "@hotpy/memory";
import { CODE_NAMES, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";

/** The parts of Python that expansions ask; all of these are leaf. */
export type Language = Pick<
  Context,
  | "memory"
  | "platform"
  | "heap"
  | "shapes"
  | "kernel"
  | "pythonKernel"
  | "strings"
  | "integers"
  | "floats"
  | "dicts"
  | "objects"
  | "types"
  | "natives"
  | "exceptions"
  | "continuations"
  | "calls"
  | "conversions"
  | "subscripts"
  | "failures"
  | "reentry"
  | "attributes"
  | "operators"
  | "modules"
  | "codes"
  | "iteration"
  | "generators"
  | "frameObjects"
  | "internals"
  | "name"
> & {
  /** Leaf helpers by name; expansions add those that they call. */
  readonly helpers: Map<string, LeafHelper>;
};

/** The name that an instruction of this code speaks of. */
export function nameAt({ memory: { i32 } }: Language, code: Address, index: number): Word {
  return i32[(i32[(code + CODE_NAMES) >>> 2] + TUPLE_ITEMS + 4 * index) >>> 2];
}
