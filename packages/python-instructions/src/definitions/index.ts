import type { ComplexDefinition } from "@hotpy/bytecode";
import { stackInstructions } from "./stack.js";
import { localInstructions } from "./locals.js";
import { globalInstructions } from "./globals.js";
import { attributeInstructions } from "./attributes.js";
import { arithmeticInstructions } from "./arithmetic.js";
import { comparisonInstructions } from "./comparison.js";
import { containerInstructions } from "./containers.js";
import { subscriptInstructions } from "./subscripts.js";
import { controlInstructions } from "./control.js";
import { iterationInstructions } from "./iteration.js";
import { callInstructions } from "./calls.js";
import { generatorInstructions } from "./generators.js";
import { exceptionInstructions } from "./exceptions.js";
import { importInstructions } from "./imports.js";
import { superinstructions } from "./superinstructions.js";

/** All complex instructions of Python in the order of their opcodes. */
export const definitions: readonly ComplexDefinition[] = [
  ...stackInstructions,
  ...localInstructions,
  ...globalInstructions,
  ...attributeInstructions,
  ...arithmeticInstructions,
  ...comparisonInstructions,
  ...containerInstructions,
  ...subscriptInstructions,
  ...controlInstructions,
  ...iterationInstructions,
  ...callInstructions,
  ...generatorInstructions,
  ...exceptionInstructions,
  ...importInstructions,
  ...superinstructions,
];
