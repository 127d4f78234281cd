import type { Builtins } from "@hotpy/python-builtins";
import { defineGc } from "./gc.js";
import { defineMath } from "./math/module.js";
import { defineSys, type SysOptions } from "./sys.js";
import { defineTime } from "./time.js";

export type { SysOptions };

/** Makes the modules `gc`, `math`, `sys` and `time` importable. */
export function installModules(builtins: Builtins, options: SysOptions): void {
  defineGc(builtins);
  defineMath(builtins);
  defineSys(builtins, options);
  defineTime(builtins);
}
