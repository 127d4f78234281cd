import { createFailures } from "../calls/failures.js";
import type { Endings, UpToProtocols } from "../context.js";
import { createUnwinding } from "../exceptions/unwinding.js";
import { createFinalisers } from "../finalisers.js";

export function createEndings(parts: UpToProtocols): Endings {
  const failures = createFailures(parts);
  return { failures, unwinding: createUnwinding({ ...parts, failures }), finalisers: createFinalisers(parts) };
}
