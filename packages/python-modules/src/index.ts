import type { Builtins } from "@hotpy/python-builtins";
import { defineMath } from "./math/module.js";
import { defineSys, type SysOptions } from "./sys.js";
import { defineTime } from "./time.js";

export type { SysOptions };

/** Makes the modules `math`, `sys` and `time` importable. */
export function installModules(builtins: Builtins, options: SysOptions): void {
  defineMath(builtins);
  defineSys(builtins, options);
  defineTime(builtins);
}
