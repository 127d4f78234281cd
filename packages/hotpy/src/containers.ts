import type { Platform } from "@hotpy/runtime";
import type { Source } from "./arguments.js";

/** Whether a program is a directory or an archive, in which `__main__.py` is looked for. */
export function isContainer(source: Source, files: Platform["files"]): boolean {
  if (source.kind !== "file" || files === undefined) return false;
  const kind = files.status(source.path)?.kind;
  return kind === "directory" || (kind === "file" && isArchive(files.read(source.path)));
}

/** Whether a program is a file of compiled code. */
export function isCompiled(source: Source): boolean {
  return source.kind === "file" && source.path.endsWith(".pyc");
}

/** Zip archives end with their directory; what stands before it does not count. */
function isArchive(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 65558; at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  return false;
}
