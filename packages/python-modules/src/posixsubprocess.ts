import type { Builtins } from "@hotpy/python-builtins";
import { lazyModule } from "./lazy-module.js";

/** The module `_posixsubprocess`. Processes cannot be started yet. */
export function definePosixSubprocess({ library: { realm } }: Builtins): void {
  realm.defineModule(
    lazyModule("_posixsubprocess", () => ({
      functions: [
        {
          name: "fork_exec",
          parameters: "(*args)",
          run: () => realm.notImplemented("starting processes"),
        },
      ],
    })),
  );
}
