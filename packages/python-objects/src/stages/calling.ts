import { createCalls } from "../calls/calls.js";
import { createNatives } from "../calls/natives.js";
import type { Calling, UpToCode } from "../context.js";
import { createModules } from "../modules.js";

export function createCalling(parts: UpToCode): Calling {
  const natives = createNatives(parts);
  return {
    natives,
    modules: createModules({ ...parts, natives }),
    calls: createCalls({ ...parts, natives }),
  };
}
