/// Where modules are looked for.

import { findStandardLibrary } from "@hotpy/python-stdlib";
import type { ImportOptions, Platform } from "@hotpy/runtime";
import type { Request, Source } from "./arguments.js";
import { isContainer } from "./containers.js";
import type { Settings } from "./settings.js";
import { readSite, siteDirectories } from "./site.js";

/** Where Debian and others have the library of CPython 3.11. */
const USUAL_PLACES = ["/usr/lib/python3.11", "/usr/local/lib/python3.11"];

/** `sys.path`: beside the program, then what PYTHONPATH says, then the standard library, then packages that were installed. */
export function searchPath(
  { source, settings, flags }: Pick<Extract<Request, { kind: "run" }>, "source" | "settings" | "flags">,
  platform: Platform,
): ImportOptions {
  const { PYTHONPATH: given = "", PYTHONSAFEPATH: isSafe = "" } = platform.environment;
  const library = findLibrary(settings, platform);
  const path = [
    ...(flags.I || flags.P || isSafe !== "" ? [] : [firstEntry(source, platform)]),
    ...(given === "" ? [] : given.split(":").map((entry) => absolute(entry, platform))),
    ...(library === undefined ? [] : [library]),
  ];
  if (library === undefined) return { path, libraryHint: HOW_TO_GET_ONE };
  const site = flags.S ? { path: [], lines: [] } : readSite(siteDirectories(library, flags, platform), path, platform);
  return { path: [...path, ...site.path], library, siteLines: site.lines };
}

const HOW_TO_GET_ONE =
  "install the npm package pyodide@0.25.1, which has it, or Debian's libpython3.11-stdlib, or say where it is with -X stdlib=PATH (a directory or zip archive of the sources of Python 3.11's library)";

/** The directory of the program, without symbolic links; "", the current directory, where there is none. */
function firstEntry(source: Source, { files }: Platform): string {
  if (source.kind === "module") return files?.currentDirectory() ?? "";
  if (source.kind !== "file") return "";
  const { path } = source;
  // A directory or archive is itself where its modules are.
  if (!path.endsWith(".py") && isContainer(source, files)) return path;
  try {
    return directoryOf(files?.realPath(path) ?? path);
  } catch {
    return directoryOf(path);
  }
}

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf("/")) || "/";

function absolute(entry: string, { files }: Platform): string {
  if (entry.startsWith("/") || files === undefined) return entry;
  return entry === "" ? files.currentDirectory() : `${files.currentDirectory()}/${entry}`;
}

function findLibrary({ stdlib }: Settings, platform: Platform): string | undefined {
  if (stdlib !== undefined) {
    const place = absolute(stdlib, platform);
    return platform.files?.status(place) === undefined ? undefined : place;
  }
  return (
    USUAL_PLACES.find((place) => platform.files?.status(`${place}/os.py`) !== undefined) ??
    // The bundle is no module of a package that depends on it: there it is found from the program that was started.
    findStandardLibrary(process.argv[1])
  );
}
