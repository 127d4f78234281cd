import type { ComplexDefinition } from "@hotpy/bytecode";
import { arithmeticInstructions } from "./arithmetic.js";
import { attributeInstructions } from "./attributes.js";
import { callInstructions } from "./calls.js";
import { comparisonInstructions } from "./comparison.js";
import { containerInstructions } from "./containers.js";
import { controlInstructions } from "./control.js";
import { exceptionInstructions } from "./exceptions.js";
import { generatorInstructions } from "./generators.js";
import { globalInstructions } from "./globals.js";
import { importInstructions } from "./imports.js";
import { iterationInstructions } from "./iteration.js";
import { localInstructions } from "./locals.js";
import { stackInstructions } from "./stack.js";
import { subscriptInstructions } from "./subscripts.js";
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
