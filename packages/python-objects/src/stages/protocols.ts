import { createAttributes } from "../attributes/attributes.js";
import type { Protocols, UpToCalling } from "../context.js";
import { createFrameNames } from "../frame-names.js";
import { createFrameObjects } from "../frame-objects.js";
import { createGenerators, type GeneratorOpcodes } from "../generators/generators.js";
import { createConversions } from "../protocols/conversions.js";
import { createIteration } from "../protocols/iteration.js";
import { createOperators } from "../protocols/operators.js";
import { createSubscripts } from "../protocols/subscripts.js";
import { createTraits } from "../types/traits.js";

export function createProtocols(parts: UpToCalling, opcodes: GeneratorOpcodes): Protocols {
  const attributes = createAttributes(parts);
  const traits = createTraits({ ...parts, attributes });
  const operators = createOperators({ ...parts, traits });
  const conversions = createConversions({ ...parts, attributes, operators, traits });
  const generators = createGenerators({ ...parts, attributes }, opcodes);
  const iteration = createIteration({ ...parts, generators });
  const subscripts = createSubscripts({ ...parts, attributes, conversions, iteration });
  const frameNames = createFrameNames(parts);
  const frameObjects = createFrameObjects({ ...parts, frameNames });
  return { attributes, traits, operators, conversions, generators, iteration, subscripts, frameNames, frameObjects };
}
