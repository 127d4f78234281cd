import { STANDARD_PASSES } from "@hotpy/runtime";
import type { Pass } from "@hotpy/trace";
import { OptionError, type Settings, STEP } from "./settings.js";

/**
 * The passes that traces go through, as the settings say.
 * @throws OptionError if one does not exist
 */
export function passesOf({ passes, step }: Pick<Settings, "passes" | "step">): readonly Pass[] {
  if (passes !== undefined) return passes.map(passByName);
  if (step < STEP.specialiser) return [];
  return STANDARD_PASSES.filter(({ name }) => step >= STEP.escapeAnalysis || name === "specialiser");
}

function passByName(name: string): Pass {
  const pass = STANDARD_PASSES.find((candidate) => candidate.name === name);
  if (pass !== undefined) return pass;
  const names = [...new Set(STANDARD_PASSES.map((known) => known.name))];
  throw new OptionError(`-X passes: there is no pass ${name}; there are ${names.join(", ")}`);
}
