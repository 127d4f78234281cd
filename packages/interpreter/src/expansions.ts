/// Finds the expansion of an instruction by its opcode.

import type { ComplexDefinition } from "@hotpy/bytecode";
import type { Expansion } from "./core-machine.js";

/** What a machine must know to run the instruction with some opcode by its expansion. */
export interface ExpansionEntry {
  /** Name of the instruction that is expanded: for quickened and fused ones the plain instruction in their place. */
  readonly name: string;
  /** Words from it to the instruction behind it. */
  readonly size: number;
  /** Undefined: this instruction has none. */
  readonly expansion: Expansion | undefined;
}

/**
 * Expansions by opcode (the index in `definitions`).
 * @throws Error if an expansion has the name of no instruction.
 */
export function expansionTable(
  definitions: readonly ComplexDefinition[],
  expansions: ReadonlyMap<string, Expansion>,
): readonly ExpansionEntry[] {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  for (const name of expansions.keys())
    if (!byName.has(name)) throw new Error(`expansion of unknown instruction ${name}`);

  const plain = (definition: ComplexDefinition): ComplexDefinition => {
    // A specialised form may mean more than the plain one, and then has an expansion of its own.
    const other = expansions.has(definition.name) ? undefined : (definition.specialises ?? definition.fuses?.[0]);
    return other === undefined ? definition : plain(byName.get(other) as ComplexDefinition);
  };
  return definitions.map((definition) => {
    const { name, caches } = plain(definition);
    return { name, size: 1 + caches, expansion: expansions.get(name) };
  });
}
