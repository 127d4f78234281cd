import { unzipSync } from "fflate";

/** A zip archive; paths have no slash at either end. */
export interface Archive {
  placeOf(path: string): "file" | "directory" | undefined;
  /** Undefined: no file. */
  read(path: string): Uint8Array | undefined;
}

/** Reads the directory of an archive; its files are unpacked when they are asked for. Undefined: it is none. */
export function openArchive(bytes: Uint8Array): Archive | undefined {
  const files = new Set<string>();
  const directories = new Set<string>([""]);
  const list = ({ name }: { readonly name: string }): boolean => {
    if (!name.endsWith("/")) files.add(name);
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1))
      directories.add(name.slice(0, end));
    return false;
  };
  try {
    unzipSync(bytes, { filter: list });
  } catch {
    return undefined;
  }
  return {
    placeOf: (path) => (files.has(path) ? "file" : directories.has(path) ? "directory" : undefined),
    read: (path) => (files.has(path) ? unzipSync(bytes, { filter: ({ name }) => name === path })[path] : undefined),
  };
}
