import {
  type CoreName,
  createMeanings,
  EXIT,
  instructionsByOpcode,
  type LeafHelper,
  type Meaning,
} from "@hotpy/bytecode";
import type { Heap } from "@hotpy/gc";
import { type ExpansionEntry, expansionTable } from "@hotpy/interpreter";
import { createExpansions, instructionSet } from "@hotpy/python-instructions";
import type { Context } from "@hotpy/python-objects";

/** Python's expansions with what runs them: shared by the recorder and by the loop of `-X step=6`. */
export interface RunnableExpansions {
  readonly helpers: Map<string, LeafHelper>;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  readonly table: readonly ExpansionEntry[];
}

/** @param allocate memory for what core instructions make */
export function createRunnableExpansions(context: Context, allocate: Heap["allocate"]): RunnableExpansions {
  const { memory, heap } = context;
  const helpers = new Map<string, LeafHelper>();
  const meanings = createMeanings(memory, {
    allocate,
    barrier: heap.barrier,
    helper: (name) => helpers.get(name) as LeafHelper,
    isValid: () => true,
    callCode: () => EXIT,
  });
  return {
    helpers,
    meanings,
    table: expansionTable(instructionsByOpcode(instructionSet), createExpansions({ ...context, helpers })),
  };
}
