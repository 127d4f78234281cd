/// Which code looks at local variables by name. Traces do not keep locals that nothing reads any more; a frame whose locals are
/// looked at by name must have them all.

import { type CodeUnit, type Decoded, decode } from "@hotpy/bytecode";
import { instructionSet } from "@hotpy/python-instructions";

/** Builtins that look at the frame that calls them. */
const FUNCTIONS: ReadonlySet<string> = new Set(["locals", "vars", "dir", "eval", "exec"]);
/** Names of the module that has them. */
const MODULES: readonly string[] = ["builtins", "__builtins__"];
/** By these they are looked up as names of the scope; by others as attributes, or imported. */
const LOADS: ReadonlySet<string> = new Set(["load_global", "load_name"]);

/**
 * `none`: no local is looked at by name. `own`: the code calls such a function (or `super()`, which reads the first argument).
 * `any`: it hands one on under another name, so that any code might call it.
 */
export type LocalLookups = "none" | "own" | "any";

/** Bits of a unit's notes: what is found out when it is compiled, and kept with it. */
const LOOKS_AT_LOCALS = 1;
const MAKES_FINALISERS = 2;

/** What is noted of a unit that is kept. */
export const notesOf = (unit: CodeUnit): number =>
  unit.notes ?? (localLookups(unit) === "any" ? LOOKS_AT_LOCALS : 0) | (namesFinaliser(unit) ? MAKES_FINALISERS : 0);

/** Whether the code may hand a function that looks at locals on under another name. */
export const mayLookAtAllLocals = (unit: CodeUnit): boolean => (notesOf(unit) & LOOKS_AT_LOCALS) !== 0;

/** Name of the method that makes objects to be finalised. */
const FINALISER = "__del__";

/** Whether the code may define a class whose objects are to be finalised, or make one of a class that is there already. */
export const mayMakeFinalisers = (unit: CodeUnit): boolean => (notesOf(unit) & MAKES_FINALISERS) !== 0;

const namesFinaliser = ({ names, constants }: CodeUnit): boolean =>
  names.includes(FINALISER) || constants.some((each) => each.kind === "str" && each.value === FINALISER);

export function localLookups(unit: CodeUnit): LocalLookups {
  if (unit.constants.some((each) => each.kind === "str" && each.value === "locals")) return "any";
  if (!unit.names.some((name) => FUNCTIONS.has(name) || name === "super")) return "none";
  const instructions = [...decode(unit.code, instructionSet)];
  const seesModule = unit.names.some((name) => MODULES.includes(name));
  const isHandedOn = instructions.some(({ instruction, argument }, index) => {
    if (instruction.operand !== "name") return false;
    const name = unit.names[argument];
    if (!FUNCTIONS.has(name)) return false;
    if (LOADS.has(plainName(instructions[index]))) return !isCalled(instructions, index);
    return name === "locals" || seesModule;
  });
  return isHandedOn ? "any" : "own";
}

/** Superinstructions stand in place of their first part, quickened forms in place of what they specialise. */
function plainName({ instruction }: Decoded): string {
  return instruction.fuses?.[0] ?? instruction.specialises ?? instruction.name;
}

/** Whether what an instruction pushes is called at once: follows the stack to the instruction that takes it. */
function isCalled(instructions: readonly Decoded[], index: number): boolean {
  let above = 0;
  for (const { instruction, argument } of instructions.slice(index + 1)) {
    const { pops, pushes } = instruction;
    const popped = typeof pops === "number" ? pops : pops(argument);
    if (popped > above) return popped === above + 1 && instruction.name.startsWith("call");
    above += (typeof pushes === "number" ? pushes : pushes(argument)) - popped;
  }
  return false;
}
