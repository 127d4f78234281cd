/// Where packages are installed, as the standard library's module `site` finds them.

import type { Platform } from "@hotpy/runtime";
import type { FlagCounts } from "./usage.js";

const VERSION = "python3.11";

/** The directories of installed packages that are there: the user's own, then those beside the library. */
export function siteDirectories(library: string, flags: FlagCounts, { environment, files }: Platform): string[] {
  const { HOME, PYTHONUSERBASE, PYTHONNOUSERSITE } = environment;
  const base = PYTHONUSERBASE || (HOME ? `${HOME}/.local` : undefined);
  const hasUser = base !== undefined && !flags.s && !flags.I && !PYTHONNOUSERSITE;
  const prefix = library.endsWith(`/lib/${VERSION}`) ? library.slice(0, -`/lib/${VERSION}`.length) : undefined;
  const shared =
    prefix === undefined
      ? [`${library}/site-packages`]
      : [
          `${prefix}/local/lib/${VERSION}/dist-packages`,
          `${prefix}/lib/python3/dist-packages`,
          `${library}/dist-packages`,
          `${library}/site-packages`,
        ];
  const all = [...(hasUser ? [`${base}/lib/${VERSION}/site-packages`] : []), ...shared];
  return all.filter((path) => files?.status(path)?.kind === "directory");
}

/** What the directories and their `.pth` files add to `sys.path`, and the lines of these that are programs. */
export function readSite(
  directories: readonly string[],
  known: readonly string[],
  { files }: Platform,
): { readonly path: readonly string[]; readonly lines: readonly string[] } {
  const path: string[] = [];
  const lines: string[] = [];
  const add = (entry: string): void => {
    if (!known.includes(entry) && !path.includes(entry)) path.push(entry);
  };
  for (const directory of directories) {
    add(directory);
    const names = files?.list(directory).filter((name) => name.endsWith(".pth") && !name.startsWith(".")) ?? [];
    for (const name of names.sort()) {
      for (const line of linesOf(`${directory}/${name}`, files)) {
        if (line.startsWith("#") || line.trim() === "") continue;
        if (/^import[ \t]/.test(line)) lines.push(line);
        else {
          const entry = line.trimEnd();
          const place = entry.startsWith("/") ? entry : `${directory}/${entry}`;
          if (files?.status(place) !== undefined) add(place);
        }
      }
    }
  }
  return { path, lines };
}

/** Nothing where the file cannot be read: a program that does not need it goes on. */
function linesOf(path: string, files: Platform["files"]): string[] {
  try {
    return new TextDecoder().decode(files?.read(path)).split(/\r?\n/);
  } catch {
    return [];
  }
}
