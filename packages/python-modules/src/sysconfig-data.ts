import type { Builtins } from "@hotpy/python-builtins";
import { lazyModule } from "./lazy-module.js";

/** How the module is called that `sysconfig` takes the settings of the build from, with and without the name of the platform. */
const NAMES = ["_sysconfigdata__", "_sysconfigdata__linux_"];

/** What programs ask for of a build. Nothing is compiled for this one, so that there are no compilers and no flags. */
const VARIABLES: Readonly<Record<string, string | number>> = {
  VERSION: "3.11",
  EXT_SUFFIX: ".hotpy-311.so",
  SOABI: "hotpy-311",
  SIZEOF_VOID_P: 8,
  Py_DEBUG: 0,
  Py_ENABLE_SHARED: 0,
  WITH_DOC_STRINGS: 1,
  TZPATH: "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
};

/** The module that describes the build to `sysconfig`. */
export function defineSysconfigData({ library: { realm } }: Builtins): void {
  for (const name of NAMES) {
    realm.defineModule(
      lazyModule(name, () => ({
        attributes() {
          const variables = realm.dicts.create();
          for (const [key, value] of Object.entries(VARIABLES)) {
            const word = typeof value === "number" ? realm.int(value) : realm.intern(value);
            realm.dicts.set(variables, realm.intern(key), word);
          }
          return { build_time_vars: variables };
        },
      })),
    );
  }
}
