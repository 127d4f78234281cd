import {
  accessSync,
  type BigIntStats,
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { type FileKind, type FileStatus, type FileSystem, SystemFault, type Whence } from "@hotpy/python-objects";
import { withFaults } from "./faults.js";
import { isTerminal } from "./terminals.js";

/** C's `lseek`. */
export type Seek = (descriptor: number, offset: number, whence: Whence) => number;

export interface NodeFiles extends FileSystem {
  /** Positions of open files are from now on those of the system, which other processes and copies of descriptors share. */
  seekBy(seek: Seek): void;
}

/**
 * A path without links, as C says it: what says it in JavaScript takes "" for the current directory. But C's is given, and gives, another name where a part
 * stands for bytes that are no UTF-8.
 */
const realPathOf = (path: string): string =>
  /[\ud800-\udfff]/u.test(path) ? realpathSync(path) : realpathSync.native(path);

/** The files of the machine. The current directory is kept here, as threads of Node.js have none of their own. */
export function createNodeFiles(): NodeFiles {
  let current = process.cwd();
  let seekInSystem: Seek | undefined;
  /** Positions of open files: Node.js cannot seek, so it is told where to read. Those of pipes and terminals have none. */
  const positions = new Map<number, number>();
  /** Open files of which it is known that reading and writing them never waits. */
  const steady = new Set<number>();

  // Not put in order: ".." behind a link is not where the link is, what ends with a slash is a directory, and nothing has the name "".
  const at = (path: string): string =>
    path === "" || path.startsWith("/") ? path : `${current === "/" ? "" : current}/${path}`;

  return {
    currentDirectory: () => current,
    changeDirectory(path) {
      const target = at(path);
      withFaults(() => {
        if (!statSync(target).isDirectory()) readdirSync(target);
      });
      current = realPathOf(target);
    },
    ...(process.platform === "linux" && { pathOf: (descriptor: number) => `/proc/self/fd/${descriptor}` }),
    realPath: (path) => withFaults(() => realPathOf(at(path))),
    status(path, followsLinks = true) {
      const read = followsLinks ? statSync : lstatSync;
      try {
        const found = read(at(path), { bigint: true, throwIfNoEntry: false });
        return found === undefined ? undefined : statusFrom(found);
      } catch {
        // A part of the path is no directory, or may not be looked into.
        return undefined;
      }
    },
    statusOf: (descriptor) => withFaults(() => statusFrom(fstatSync(descriptor, { bigint: true }))),
    read: (path) => withFaults(() => readFileSync(at(path))),
    list: (path) => withFaults(() => readdirSync(at(path))),
    open: (path, flags, mode) =>
      withFaults(() => {
        const descriptor = openSync(at(path), flags, mode);
        if (fstatSync(descriptor).isFile()) {
          steady.add(descriptor);
          if (seekInSystem === undefined) positions.set(descriptor, 0);
        }
        return descriptor;
      }),
    close: (descriptor) =>
      withFaults(() => {
        positions.delete(descriptor);
        steady.delete(descriptor);
        closeSync(descriptor);
      }),
    readInto: (descriptor, bytes) =>
      withFaults(() => {
        const position = positions.get(descriptor);
        const count = readSync(descriptor, bytes, 0, bytes.length, position ?? null);
        if (position !== undefined) positions.set(descriptor, position + count);
        return count;
      }),
    write: (descriptor, bytes) =>
      withFaults(() => {
        const position = positions.get(descriptor);
        const count = writeSync(descriptor, bytes, 0, bytes.length, position ?? null);
        if (position !== undefined) positions.set(descriptor, position + count);
        return count;
      }),
    seek: (descriptor, offset, whence) =>
      withFaults(() => {
        const position = positions.get(descriptor);
        if (position === undefined && seekInSystem !== undefined) return seekInSystem(descriptor, offset, whence);
        if (position === undefined)
          throw Object.assign(new Error("ESPIPE: illegal seek, seek"), { errno: -29, code: "ESPIPE" });
        const base = whence === 0 ? 0 : whence === 1 ? position : fstatSync(descriptor).size;
        if (base + offset < 0 || base + offset > Number.MAX_SAFE_INTEGER)
          throw Object.assign(new Error("EINVAL: invalid argument, seek"), { errno: -22, code: "EINVAL" });
        positions.set(descriptor, base + offset);
        return base + offset;
      }),
    truncate: (descriptor, size) => withFaults(() => ftruncateSync(descriptor, sizeOfFile(size))),
    isTerminal,
    makeDirectory: (path, mode) => withFaults(() => void mkdirSync(at(path), { mode })),
    removeDirectory: (path) => withFaults(() => rmdirSync(at(path))),
    remove: (path) => withFaults(() => unlinkSync(at(path))),
    rename: (from, to) => withFaults(() => renameSync(at(from), at(to))),
    mayAccess(path, mode) {
      try {
        accessSync(at(path), mode);
        return true;
      } catch {
        return false;
      }
    },
    readLink: (path) => withFaults(() => readlinkSync(at(path))),
    symbolicLink: (target, path) => withFaults(() => symlinkSync(target, at(path))),
    hardLink: (from, to) => withFaults(() => linkSync(at(from), at(to))),
    changeMode: (path, mode) => withFaults(() => chmodSync(at(path), mode)),
    changeOwner: (path, user, group, followsLinks) =>
      withFaults(() => (followsLinks ? chownSync : lchownSync)(at(path), user, group)),
    setTimes: (path, accessed, modified, followsLinks) =>
      withFaults(() => (followsLinks ? utimesSync : lutimesSync)(at(path), accessed, modified)),
    truncatePath: (path, size) => withFaults(() => truncateSync(at(path), sizeOfFile(size))),
    mayWait: (descriptor) => !steady.has(descriptor) && withFaults(() => !fstatSync(descriptor).isFile()),
    seekBy(seek) {
      seekInSystem = seek;
      for (const [descriptor, position] of positions) {
        try {
          seek(descriptor, position, 0);
        } catch (error) {
          // The system refuses a position that no file of that kind can have. It stays where it was, as after a seek that is refused.
          if (!(error instanceof SystemFault)) throw error;
        }
      }
      positions.clear();
    },
    synchronise: (descriptor) => withFaults(() => fsyncSync(descriptor)),
  };
}

function statusFrom(found: BigIntStats): FileStatus {
  return {
    kind: kindOf(found),
    mode: Number(found.mode),
    size: Number(found.size),
    inode: found.ino,
    device: found.dev,
    links: Number(found.nlink),
    user: Number(found.uid),
    group: Number(found.gid),
    accessed: found.atimeNs,
    modified: found.mtimeNs,
    changed: found.ctimeNs,
  };
}

function kindOf(found: BigIntStats | Stats): FileKind {
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "directory";
  return found.isSymbolicLink() ? "link" : "other";
}

/**
 * A size that a file is to have, as Node.js takes it: it would make 0 of one below 0, and refuse one that is no exact number, where the system says
 * that no file is as large.
 */
function sizeOfFile(size: number): number {
  if (size < 0) throw Object.assign(new Error("EINVAL: invalid argument, truncate"), { errno: -22, code: "EINVAL" });
  return Math.min(size, Number.MAX_SAFE_INTEGER);
}
