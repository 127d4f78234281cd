/// When the user gives statements one by one, and how that begins.

import type { Platform, RunOptions } from "@hotpy/runtime";
import type { Request } from "./arguments.js";

/** CPython's, as far as they are true here. */
const BANNER =
  'Python 3.11.2 (HotPy) on PLATFORM\nType "help", "copyright", "credits" or "license" for more information.\n';

/** How the command line asks for it. */
export function interactionOf(
  { source, flags }: Pick<Extract<Request, { kind: "run" }>, "source" | "flags">,
  platform: Platform,
): NonNullable<RunOptions["interaction"]> & { readonly hasProgram: boolean } {
  const { environment, files } = platform;
  const readsVariables = !flags.E && !flags.I;
  const hasUser = flags.i !== undefined || files?.isTerminal(0) === true;
  const isFirst = source.kind === "stdin" && hasUser;
  const { PYTHONSTARTUP: startup, PYTHONINSPECT: inspect } = readsVariables ? environment : {};
  return {
    hasProgram: !isFirst,
    isWanted: () => isFirst || (hasUser && (flags.i !== undefined || (inspect ?? "") !== "")),
    ...(isFirst && !flags.q ? { banner: BANNER.replace("PLATFORM", platform.name) } : {}),
    ...(isFirst && (startup ?? "") !== "" ? { startup: startup as string } : {}),
  };
}
