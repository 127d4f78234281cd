/// Where modules are found: in directories of the platform, and in zip archives, whose insides look like directories.

import type { FileSystem } from "@hotpy/python-objects";
import { type Archive, openArchive } from "./archive.js";

/** What a path leads to. */
export type Place = "file" | "directory" | undefined;

/** How a module is there: a file of its own, a directory with `__init__.py`, or one without. */
export interface Located {
  readonly kind: "module" | "package" | "namespace";
  /** The file, or the directory of a namespace package. */
  readonly path: string;
  /** The archive that it is in. */
  readonly archive?: string;
}

const SOURCE_SUFFIXES = [".py"];
/** Compiled code stands for a module whose source is not there. */
const SUFFIXES = [...SOURCE_SUFFIXES, ".pyc"];

/** The files that imports see. All but `placeOf` and `locate` throw SystemFault. */
export interface SourceFiles {
  placeOf(path: string): Place;
  /** Looks for a module in an entry of `sys.path`; "" is the current directory. */
  locate(entry: string, name: string): Located | undefined;
  /** Whether the path leads to an archive, or into one. */
  isArchive(path: string): boolean;
  read(path: string): Uint8Array;
}

export function createSourceFiles(files: FileSystem): SourceFiles {
  const archives = new Map<string, Archive | undefined>();

  function archiveAt(path: string): Archive | undefined {
    if (!archives.has(path)) archives.set(path, openArchive(files.read(path)));
    return archives.get(path);
  }

  /** The archive that a path leads into, and the path within it. */
  function inArchive(
    path: string,
  ): { readonly archive: Archive; readonly outer: string; readonly inner: string } | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const outer = path.slice(0, end);
      const status = files.status(outer);
      if (status === undefined) continue;
      if (status.kind !== "file") return undefined;
      const archive = archiveAt(outer);
      return archive === undefined ? undefined : { archive, outer, inner: path.slice(end + 1) };
    }
    return undefined;
  }

  function placeOf(path: string): Place {
    const kind = files.status(path)?.kind;
    if (kind === "file" || kind === "directory") return kind;
    if (kind !== undefined || !path.includes("/")) return undefined;
    const found = inArchive(path);
    return found === undefined ? undefined : found.archive.placeOf(found.inner);
  }

  function locateIn(
    directory: string,
    name: string,
    place: (path: string) => Place,
    suffixes: readonly string[],
  ): Located | undefined {
    const base = directory.endsWith("/") ? `${directory}${name}` : `${directory}/${name}`;
    const isDirectory = place(base) === "directory";
    const fileOf = (path: string): string | undefined =>
      suffixes.map((each) => path + each).find((each) => place(each) === "file");
    const inside = isDirectory ? fileOf(`${base}/__init__`) : undefined;
    if (inside !== undefined) return { kind: "package", path: inside };
    const file = fileOf(base);
    if (file !== undefined) return { kind: "module", path: file };
    return isDirectory ? { kind: "namespace", path: base } : undefined;
  }

  /** As CPython's FileFinder: nothing is resolved. */
  function absolute(directory: string): string {
    if (directory.startsWith("/")) return directory;
    return directory === "."
      ? files.currentDirectory()
      : `${files.currentDirectory()}/${directory.replace(/\/+$/, "")}`;
  }

  return {
    placeOf,
    locate(entry, name) {
      const directory = entry === "" ? files.currentDirectory() : entry;
      const kind = files.status(directory)?.kind;
      if (kind === "directory")
        return locateIn(absolute(directory), name, (path) => files.status(path)?.kind as Place, SUFFIXES);
      const found = inArchive(directory);
      if (found === undefined) return undefined;
      const skipped = directory.length - found.inner.length;
      const place = (path: string): Place => found.archive.placeOf(path.slice(skipped).replace(/^\//, ""));
      const located = locateIn(directory, name, place, SOURCE_SUFFIXES);
      return located && { ...located, archive: found.outer };
    },
    isArchive: (path) => files.status(path)?.kind !== "directory" && inArchive(path) !== undefined,
    read(path) {
      if (files.status(path) !== undefined) return files.read(path);
      const found = inArchive(path);
      return found?.archive.read(found.inner) ?? files.read(path);
    },
  };
}
