import { createRequire } from "node:module";

/** What has the sources of the library of Python 3.11 as a zip archive, and can be required by name. */
const ARCHIVE = "pyodide/python_stdlib.zip";

/**
 * The path of a zip archive with the sources of Python 3.11's standard library, which imports read in place; undefined: the npm package that has it, an
 * optional dependency, is not installed.
 * @param from the file, or its URL, of the module for which the package is looked for, beside this package's own
 */
export function findStandardLibrary(from?: string): string | undefined {
  for (const place of [import.meta.url, from]) {
    if (place === undefined) continue;
    try {
      return createRequire(place).resolve(ARCHIVE);
    } catch {
      // It is looked for at the next place.
    }
  }
  return undefined;
}
