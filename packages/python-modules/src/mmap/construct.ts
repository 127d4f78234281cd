import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { createSystem } from "../posix/system.js";
import type { Maps } from "./maps.js";

/** Linux's numbers. */
export const MAP_NUMBERS: Readonly<Record<string, number>> = {
  PROT_EXEC: 4,
  PROT_READ: 1,
  PROT_WRITE: 2,
  MAP_SHARED: 1,
  MAP_PRIVATE: 2,
  MAP_DENYWRITE: 2048,
  MAP_EXECUTABLE: 4096,
  MAP_ANON: 32,
  MAP_ANONYMOUS: 32,
  MAP_POPULATE: 32768,
  MAP_STACK: 131072,
  ACCESS_DEFAULT: 0,
  ACCESS_READ: 1,
  ACCESS_WRITE: 2,
  ACCESS_COPY: 3,
  MADV_NORMAL: 0,
  MADV_RANDOM: 1,
  MADV_SEQUENTIAL: 2,
  MADV_WILLNEED: 3,
  MADV_DONTNEED: 4,
  MADV_REMOVE: 9,
  MADV_DONTFORK: 10,
  MADV_DOFORK: 11,
  MADV_HWPOISON: 100,
  MADV_MERGEABLE: 12,
  MADV_UNMERGEABLE: 13,
  MADV_HUGEPAGE: 14,
  MADV_NOHUGEPAGE: 15,
  MADV_DONTDUMP: 16,
  MADV_DODUMP: 17,
  MADV_FREE: 8,
};

const [ACCESS_DEFAULT, ACCESS_WRITE] = [0, 2];
export const [ACCESS_READ, ACCESS_COPY] = [1, 3];
const [PROT_READ, PROT_WRITE] = [1, 2];
const [MAP_SHARED, MAP_PRIVATE, MAP_ANONYMOUS] = [1, 2, 32];

/** What flags, protection and access come to; undefined: they contradict one another. */
function settle(
  flags: number,
  protection: number,
  access: number,
): { readonly flags: number; readonly protection: number; readonly access: number } | undefined {
  if (access === ACCESS_READ) return { flags: MAP_SHARED, protection: PROT_READ, access };
  if (access === ACCESS_WRITE) return { flags: MAP_SHARED, protection: PROT_READ | PROT_WRITE, access };
  if (access === ACCESS_COPY) return { flags: MAP_PRIVATE, protection: PROT_READ | PROT_WRITE, access };
  if (access !== ACCESS_DEFAULT) return undefined;
  const [reads, writes] = [(protection & PROT_READ) !== 0, (protection & PROT_WRITE) !== 0];
  if (reads && writes) return { flags, protection, access };
  return { flags, protection, access: writes ? ACCESS_WRITE : ACCESS_READ };
}

/** `mmap.mmap.__new__`. */
export function createConstruct(library: Library, maps: Maps): (args: Address) => Word {
  const { realm, argument } = library;
  const { guarded } = createSystem(library);

  /** Argument `index` as a number; undefined: raised. May collect. */
  const number = (args: Address, index: number, otherwise: number): number | undefined =>
    argument(args, index) === NULL ? otherwise : realm.indexNumber(argument(args, index));

  return (args) => {
    const [descriptor, length, flags, protection, access, offset] = [
      [1, -1],
      [2, 0],
      [3, MAP_SHARED],
      [4, PROT_READ | PROT_WRITE],
      [5, ACCESS_DEFAULT],
      [6, 0],
    ].map(([index, otherwise]) => (realm.pending() === NULL ? number(args, index, otherwise) : undefined));
    if (descriptor === undefined || length === undefined || flags === undefined) return NULL;
    if (protection === undefined || access === undefined || offset === undefined) return NULL;
    if (length < 0) return realm.raise("OverflowError", "memory mapped length must be positive");
    if (offset < 0) return realm.raise("OverflowError", "memory mapped offset must be positive");
    if (access !== ACCESS_DEFAULT && (flags !== MAP_SHARED || protection !== (PROT_READ | PROT_WRITE)))
      return realm.raise("ValueError", "mmap can't specify both access and flags, prot.");
    const settled = settle(flags, protection, access);
    if (settled === undefined) return realm.raise("ValueError", "mmap invalid access parameter.");
    return guarded((files) => {
      if (descriptor < 0) {
        if (descriptor !== -1) throw new SystemFault(ERRNO.EBADF, "Bad file descriptor");
        return maps.create({ ...settled, size: length, descriptor, offset, flags: settled.flags | MAP_ANONYMOUS });
      }
      const { kind, size } = files.statusOf(descriptor);
      let mapped = length;
      if (kind === "file" && length === 0) {
        if (size === 0) return realm.raise("ValueError", "cannot mmap an empty file");
        if (offset >= size) return realm.raise("ValueError", "mmap offset is greater than file size");
        mapped = size - offset;
      } else if (kind === "file" && (offset > size || size - offset < length)) {
        return realm.raise("ValueError", "mmap length is greater than file size");
      }
      const copy = realm.platform.systemCalls?.()?.duplicate(descriptor) ?? -1;
      try {
        return maps.create({ ...settled, size: mapped, descriptor: copy, offset });
      } catch (error) {
        files.close(copy);
        throw error;
      }
    });
  };
}
