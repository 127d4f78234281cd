import { createCalls } from "../calls/calls.js";
import { createNatives } from "../calls/natives.js";
import type { Calling, UpToCode } from "../context.js";
import { createDocumentation } from "../documentation.js";
import { createModules } from "../modules.js";

export function createCalling(parts: UpToCode, loopOperations: readonly string[]): Calling {
  const natives = createNatives(parts, loopOperations);
  return {
    documentation: createDocumentation(parts),
    natives,
    modules: createModules({ ...parts, natives }),
    calls: createCalls({ ...parts, natives }),
  };
}
