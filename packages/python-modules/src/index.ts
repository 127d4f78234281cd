import type { Builtins } from "@hotpy/python-builtins";
import { defineGc } from "./gc.js";
import { defineItertools } from "./itertools/module.js";
import { defineWeakref } from "./weakref/module.js";
import { type ImportOptions, installImports } from "./import/install.js";
import { defineMath } from "./math/module.js";
import { defineSys, type SysOptions } from "./sys.js";
import { defineTime } from "./time.js";

export type { ImportOptions, SysOptions };

/** Makes the modules `gc`, `math`, `sys` and `time` importable, and modules that are files. */
export function installModules(builtins: Builtins, options: SysOptions & Partial<ImportOptions>): void {
  const search = installImports(builtins, { path: [""], ...options });
  defineGc(builtins);
  defineItertools(builtins);
  defineWeakref(builtins);
  defineMath(builtins);
  defineSys(builtins, options, search);
  defineTime(builtins);
}
