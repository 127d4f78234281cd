import { adoptionSource } from "./adoption.js";
import { importingSource } from "./importing.js";
import { loadersSource } from "./loaders.js";
import { nativePartsSource } from "./native-parts.js";
import { pathFinderSource } from "./path-finder.js";
import { runningSource } from "./running.js";

/**
 * How modules are found and loaded, in Python, as `importlib` of CPython does it; but always there, and with frames that
 * tracebacks do not show. It sees the natives of `install.ts` beside the builtins. `importlib` itself is the standard library's,
 * over `_imp`; both share `sys.modules`, `sys.meta_path`, `sys.path_hooks` and the specs of modules.
 */
export const machinerySource =
  importingSource + pathFinderSource + loadersSource + adoptionSource + nativePartsSource + runningSource;
