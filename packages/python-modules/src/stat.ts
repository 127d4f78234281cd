import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { lazyModule, type ModuleContents } from "./lazy-module.js";
import { numberAttributes } from "./number-attributes.js";

/** Bits of modes and flags, and the places of `os.stat`. */
const CONSTANTS: Readonly<Record<string, number>> = {
  SF_APPEND: 0x40000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
  ST_ATIME: 7,
  ST_CTIME: 9,
  ST_DEV: 2,
  ST_GID: 5,
  ST_INO: 1,
  ST_MODE: 0,
  ST_MTIME: 8,
  ST_NLINK: 3,
  ST_SIZE: 6,
  ST_UID: 4,
  S_ENFMT: 0o2000,
  S_IEXEC: 0o100,
  S_IFBLK: 0o60000,
  S_IFCHR: 0o20000,
  S_IFDIR: 0o40000,
  S_IFDOOR: 0o0,
  S_IFIFO: 0o10000,
  S_IFLNK: 0o120000,
  S_IFPORT: 0o0,
  S_IFREG: 0o100000,
  S_IFSOCK: 0o140000,
  S_IFWHT: 0o0,
  S_IREAD: 0o400,
  S_IRGRP: 0o40,
  S_IROTH: 0o4,
  S_IRUSR: 0o400,
  S_IRWXG: 0o70,
  S_IRWXO: 0o7,
  S_IRWXU: 0o700,
  S_ISGID: 0o2000,
  S_ISUID: 0o4000,
  S_ISVTX: 0o1000,
  S_IWGRP: 0o20,
  S_IWOTH: 0o2,
  S_IWRITE: 0o200,
  S_IWUSR: 0o200,
  S_IXGRP: 0o10,
  S_IXOTH: 0o1,
  S_IXUSR: 0o100,
  UF_APPEND: 0x4,
  UF_COMPRESSED: 0x20,
  UF_HIDDEN: 0x8000,
  UF_IMMUTABLE: 0x2,
  UF_NODUMP: 0x1,
  UF_NOUNLINK: 0x10,
  UF_OPAQUE: 0x8,
};
const S_IFMT_BITS = 0o170000;
const PERMISSION_BITS = 0o7777;

/** What files are, by the bits that say so; those that there are not here have none. */
const KINDS: Readonly<Record<string, number>> = {
  S_ISDIR: CONSTANTS.S_IFDIR,
  S_ISCHR: CONSTANTS.S_IFCHR,
  S_ISBLK: CONSTANTS.S_IFBLK,
  S_ISREG: CONSTANTS.S_IFREG,
  S_ISFIFO: CONSTANTS.S_IFIFO,
  S_ISLNK: CONSTANTS.S_IFLNK,
  S_ISSOCK: CONSTANTS.S_IFSOCK,
};
const ABSENT_KINDS = ["S_ISDOOR", "S_ISPORT", "S_ISWHT"];

const LETTERS: readonly (readonly [number, string])[] = [
  [CONSTANTS.S_IFREG, "-"],
  [CONSTANTS.S_IFDIR, "d"],
  [CONSTANTS.S_IFLNK, "l"],
  [CONSTANTS.S_IFBLK, "b"],
  [CONSTANTS.S_IFCHR, "c"],
  [CONSTANTS.S_IFIFO, "p"],
  [CONSTANTS.S_IFSOCK, "s"],
];

/** A mode as `ls -l` shows it. */
function fileMode(mode: number): string {
  const kind = LETTERS.find(([bits]) => bits === (mode & S_IFMT_BITS))?.[1] ?? "?";
  const special = ["s", "s", "t"];
  const groups = [6, 3, 0].map((shift, i) => {
    const bits = mode >> shift;
    const isSpecial = (mode & (0o4000 >> i)) !== 0;
    const execute = (bits & 1) !== 0;
    const last = isSpecial ? (execute ? special[i] : special[i].toUpperCase()) : execute ? "x" : "-";
    return `${bits & 4 ? "r" : "-"}${bits & 2 ? "w" : "-"}${last}`;
  });
  return kind + groups.join("");
}

/** The module `_stat`. */
export function defineStat({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("_stat", () => makeStat(library)));
}

function makeStat({ realm, argument }: Library): ModuleContents {
  const { integers } = realm;

  /** A mode, argument 0; undefined: raised. */
  function modeOf(args: Address): number | undefined {
    const given = realm.valueOf(argument(args, 0));
    const refuse = (type: string, message: string): undefined => {
      realm.raise(type, message);
      return undefined;
    };
    if (!integers.isInteger(given)) return refuse("TypeError", "an integer is required");
    if (integers.sign(given) < 0) return refuse("OverflowError", "can't convert negative value to unsigned int");
    const bits = integers.bitLength(given);
    if (bits > 64) return refuse("OverflowError", "Python int too large to convert to C unsigned long");
    return bits > 32 ? refuse("OverflowError", "mode out of range") : integers.toNumber(given);
  }
  const ofMode = (name: string, run: (mode: number) => Word): NativeDefinition => ({
    name,
    parameters: "(mode, /)",
    run(args) {
      const mode = modeOf(args);
      return mode === undefined ? NULL : run(mode);
    },
  });

  return {
    functions: [
      ...Object.entries(KINDS).map(([name, bits]) => ofMode(name, (mode) => realm.bool((mode & S_IFMT_BITS) === bits))),
      ...ABSENT_KINDS.map((name) => ofMode(name, () => realm.bool(false))),
      ofMode("S_IMODE", (mode) => realm.int(mode & PERMISSION_BITS)),
      ofMode("S_IFMT", (mode) => realm.int(mode & S_IFMT_BITS)),
      ofMode("filemode", (mode) => realm.str(fileMode(mode))),
    ],
    attributes: () => numberAttributes(realm, CONSTANTS),
  };
}
