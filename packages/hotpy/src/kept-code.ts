/// Where the command line keeps compiled code.

import { homedir } from "node:os";
import { join } from "node:path";
import { createCodeCache } from "@hotpy/platform-node";
import type { CodeCache } from "@hotpy/runtime";
import type { Request } from "./arguments.js";

/**
 * The cache of compiled code that a run is to use: in `$HOTPY_CACHE`, `$PYTHONPYCACHEPREFIX`, `$XDG_CACHE_HOME` or `~/.cache`; none where
 * HOTPY_CACHE is empty. With `-B` nothing is written. PYTHONDONTWRITEBYTECODE, which many containers set, keeps CPython from writing beside sources:
 * that HotPy never does.
 *
 * @param build says which build of HotPy this is; undefined where it runs from its sources, which may change at any time: nothing is kept
 */
export function keptCode(
  { flags }: Pick<Extract<Request, { kind: "run" }>, "flags">,
  environment: Readonly<Record<string, string | undefined>>,
  build: string | undefined,
): CodeCache | undefined {
  const { HOTPY_CACHE, XDG_CACHE_HOME, PYTHONPYCACHEPREFIX } = environment;
  if (build === undefined || HOTPY_CACHE === "") return undefined;
  const isForPython = !flags.E && !flags.I;
  const home = HOTPY_CACHE ?? ((isForPython && PYTHONPYCACHEPREFIX) || XDG_CACHE_HOME || usualPlace());
  if (home === undefined) return undefined;
  return createCodeCache({
    directory: join(home, "hotpy", "code"),
    build,
    isWritten: !flags.B,
  });
}

/** Undefined where the user has no home, as in some containers. */
function usualPlace(): string | undefined {
  try {
    return join(homedir(), ".cache");
  } catch {
    return undefined;
  }
}
