import type { Builtins } from "@hotpy/python-builtins";
import { defineAbc } from "./abc.js";
import { defineAst } from "./ast.js";
import { defineCmath } from "./cmath/module.js";
import { defineCodecs } from "./codecs.js";
import { defineCollections } from "./collections/module.js";
import { defineContextvars } from "./contextvars.js";
import { defineErrno } from "./errno.js";
import { defineFunctools } from "./functools/module.js";
import { defineGc } from "./gc.js";
import { defineHashes } from "./hashes.js";
import { defineImp } from "./imp.js";
import { type ImportOptions, installImports } from "./import/install.js";
import { defineIo } from "./io/module.js";
import { defineItertools } from "./itertools/module.js";
import { defineMath } from "./math/module.js";
import { definePosix } from "./posix/module.js";
import { defineRandom } from "./random/module.js";
import { defineReduce } from "./reduce.js";
import { defineSre } from "./sre/module.js";
import { defineString } from "./string.js";
import { defineSys, type SysOptions } from "./sys.js";
import { defineThread } from "./thread.js";
import { defineTime } from "./time.js";
import { defineWarnings } from "./warnings.js";
import { defineWeakref } from "./weakref/module.js";

export type { ImportOptions, SysOptions };

/** Makes the modules `gc`, `math`, `sys` and `time` importable, and modules that are files. */
export function installModules(builtins: Builtins, options: SysOptions & Partial<ImportOptions>): void {
  const search = installImports(builtins, { path: [""], ...options });
  defineAbc(builtins);
  defineCmath(builtins);
  defineAst(builtins);
  defineCodecs(builtins);
  defineCollections(builtins);
  defineContextvars(builtins);
  defineFunctools(builtins);
  defineGc(builtins);
  defineErrno(builtins);
  defineHashes(builtins);
  defineImp(builtins, search);
  defineIo(builtins);
  definePosix(builtins);
  defineRandom(builtins);
  defineReduce(builtins);
  defineString(builtins);
  defineThread(builtins);
  defineItertools(builtins);
  defineWarnings(builtins);
  defineWeakref(builtins);
  defineMath(builtins);
  defineSys(builtins, options, search);
  defineSre(builtins);
  defineTime(builtins);
}
export * from "./sre/results.js";
