import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { type FileStatus, type FileSystem, type NativeDefinition, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { DESCRIPTOR_SOURCE } from "../waiting.js";
import { createDescriptorFunctions } from "./descriptors.js";
import { ERROR_TEXTS } from "./error-texts.js";
import { withIntegerParameters } from "./integer-parameters.js";
import { createMoreCalls } from "./more-calls.js";
import { createFileFunctions } from "./more-files.js";
import { MORE_NUMBERS } from "./more-numbers.js";
import { createPipeFunctions } from "./pipes.js";
import { createPlainFunctions } from "./plain-calls.js";
import { posixProcessSource } from "./process-source.js";
import { createProcessFunctions, PROCESS_CALLS } from "./processes.js";
import { posixSource } from "./source.js";
import { createStarting } from "./starting.js";
import { createSystem, type PathOptions } from "./system.js";
import { createSystemFunctions } from "./system-facts.js";
import { createSystemSettings, PATH_SETTINGS, SYSTEM_SETTINGS, TEXT_SETTINGS } from "./system-settings.js";

/** Flags of `open`, and what else is a number: Linux's. */
const CONSTANTS: Readonly<Record<string, number>> = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_CLOEXEC: 0o2000000,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  EX_OK: 0,
  EX_USAGE: 64,
  EX_SOFTWARE: 70,
  SEEK_DATA: 3,
  SEEK_HOLE: 4,
  WNOHANG: 1,
  WUNTRACED: 2,
  WCONTINUED: 8,
  WEXITED: 4,
  WSTOPPED: 2,
  WNOWAIT: 0x1000000,
  P_WAIT: 0,
  P_NOWAIT: 1,
  P_NOWAITO: 1,
  P_ALL: 0,
  P_PID: 1,
  P_PGID: 2,
  POSIX_SPAWN_OPEN: 0,
  POSIX_SPAWN_CLOSE: 1,
  POSIX_SPAWN_DUP2: 2,
  PRIO_PROCESS: 0,
  PRIO_PGRP: 1,
  PRIO_USER: 2,
  ST_RDONLY: 1,
  ST_NOSUID: 2,
  ST_NODEV: 4,
  ST_NOEXEC: 8,
  ST_NOATIME: 1024,
  NGROUPS_MAX: 65536,
  ...MORE_NUMBERS,
};

const HAVE_FUNCTIONS = (
  "EVENTFD FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FDOPENDIR FPATHCONF FSTATAT FSTATVFS FTRUNCATE FUTIMENS LCHOWN " +
  "LINKAT LSTAT LUTIMES MEMFD_CREATE MKDIRAT MKFIFOAT MKNODAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT"
)
  .split(" ")
  .map((name) => `HAVE_${name}`);

/** Classes of the source. */
const SHOWN =
  "stat_result terminal_size uname_result DirEntry times_result statvfs_result sched_param waitid_result".split(" ");

/** Natives that the source calls. */
const INNER: ReadonlySet<string> = new Set(["size_of_terminal", "file_system_status", "synchronise"]);

const NANOSECONDS = 1_000_000_000n;

/** The module `posix`, on which `os` stands. */
export function definePosix(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { platform, none, bytes, integers } = realm;

  const { guarded, pathOf } = createSystem(library);
  const descriptors = createDescriptorFunctions(library);

  function withPath(
    name: string,
    parameters: string,
    run: (system: FileSystem, path: string, args: number) => Word,
    options: PathOptions = {},
  ): NativeDefinition {
    return {
      name,
      parameters,
      leaf: false,
      run(args) {
        const path = pathOf(args, 0, name, options);
        return path === undefined ? NULL : guarded((system) => run(system, path, args), argument(args, 0));
      },
    };
  }

  function statusTuple(status: FileStatus): Word {
    const seconds = (time: bigint): number => Number(time) / 1e9;
    const { accessed, modified, changed } = status;
    return realm.tuple([
      ...[status.mode, status.inode, status.device, status.links, status.user, status.group, status.size].map(
        realm.int,
      ),
      ...[accessed, modified, changed].map((time) => realm.int(time / NANOSECONDS)),
      ...[accessed, modified, changed].map((time) => realm.float(seconds(time))),
      ...[accessed, modified, changed].map(realm.int),
    ]);
  }

  function stat(name: string, followsLinks: (args: number) => boolean): NativeDefinition {
    return {
      name,
      parameters: name === "stat" ? "(path, *, dir_fd=None, follow_symlinks=True)" : "(path, *, dir_fd=None)",
      frames: true,
      leaf: false,
      run(args) {
        const follows = followsLinks(args);
        if (name === "stat" && !follows && integers.isInteger(realm.valueOf(argument(args, 0))))
          return realm.raise("ValueError", "stat: cannot use fd and follow_symlinks together");
        const number = realm.valueOf(argument(args, 0));
        const descriptor = integers.isInteger(number) && name !== "lstat" ? integers.toNumber(number) : undefined;
        const isOpen = descriptor !== undefined && argument(args, 1) === NULL;
        const path = isOpen ? "" : pathOf(args, 0, name, { takesNumber: name !== "lstat", directory: 1 });
        if (path === undefined) return NULL;
        const values = guarded(
          (system) => {
            const status = descriptor === undefined ? system.status(path, follows) : system.statusOf(descriptor);
            // What is there instead, or what keeps from looking, is told by another call.
            if (status === undefined) void (follows ? system.realPath(path) : system.readLink(path));
            if (status === undefined) throw new SystemFault(ERRNO.ENOENT, "No such file or directory");
            return statusTuple(status);
          },
          argument(args, 0),
        );
        return values === NULL ? NULL : tailCallSource(library, surrogate, "make_stat", [values]);
      },
    };
  }

  const isTrue = (args: number, index: number): boolean =>
    argument(args, index) === NULL || realm.truth(argument(args, index)) === 1;

  const pipes = createPipeFunctions(library);
  const fileFunctions = createFileFunctions(library);

  const functions: NativeDefinition[] = [
    { name: "getcwd", parameters: "()", run: () => guarded((system) => realm.str(directoryOf(system))) },
    {
      name: "getcwdb",
      parameters: "()",
      run: () => guarded((system) => bytes.fromArray(new TextEncoder().encode(directoryOf(system)))),
    },
    withPath("chdir", "(path)", (system, path) => (system.changeDirectory(system.realPath(path)), none), {
      takesNumber: true,
    }),
    withPath("fchdir", "(fd)", (system, path) => (system.changeDirectory(system.realPath(path)), none), {
      takesNumber: true,
    }),
    withPath(
      "mkdir",
      "(path, mode=511, *, dir_fd=None)",
      (system, path, args) => {
        system.makeDirectory(path, argument(args, 1) === NULL ? 0o777 : numberArgument(args, 1));
        return none;
      },
      { directory: 2 },
    ),
    withPath("rmdir", "(path, *, dir_fd=None)", (system, path) => (system.removeDirectory(path), none), {
      directory: 1,
    }),
    ...["unlink", "remove"].map((name) =>
      withPath(name, "(path, *, dir_fd=None)", (system, path) => (system.remove(path), none), { directory: 1 }),
    ),
    ...["rename", "replace"].map(
      (name): NativeDefinition => ({
        name,
        parameters: "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        leaf: false,
        run(args) {
          const from = pathOf(args, 0, name, { directory: 2 });
          const to = from === undefined ? undefined : pathOf(args, 1, name, { directory: 3 });
          if (from === undefined || to === undefined) return NULL;
          return guarded((system) => (system.rename(from, to), none), argument(args, 0), argument(args, 1));
        },
      }),
    ),
    {
      name: "listdir",
      parameters: "(path=None)",
      leaf: false,
      run(args) {
        if (argument(args, 0) === NULL || argument(args, 0) === none) realm.memory.i32[args >>> 2] = realm.intern(".");
        const path = pathOf(args, 0, "listdir", { takesNumber: true });
        if (path === undefined) return NULL;
        const isBytes = bytes.isBytes(realm.valueOf(argument(args, 0)));
        const named = (name: string): Word =>
          isBytes ? bytes.fromArray(new TextEncoder().encode(name)) : realm.str(name);
        return guarded((system) => realm.list(system.list(path).map(named)), argument(args, 0));
      },
    },
    stat("stat", (args) => isTrue(args, 2)),
    stat("lstat", () => false),
    {
      name: "fstat",
      parameters: "(fd)",
      frames: true,
      leaf: false,
      run(args) {
        const values = guarded((system) => statusTuple(system.statusOf(numberArgument(args, 0))));
        return values === NULL ? NULL : tailCallSource(library, surrogate, "make_stat", [values]);
      },
    },
    {
      name: "open",
      parameters: "(path, flags, mode=511, *, dir_fd=None)",
      leaf: false,
      run(args) {
        const path = pathOf(args, 0, "open", { directory: 3 });
        if (path === undefined) return NULL;
        const mode = argument(args, 2) === NULL ? 0o777 : numberArgument(args, 2);
        const flags = numberArgument(args, 1);
        // Programs that are started do not get the file.
        const told = flags | CONSTANTS.O_CLOEXEC;
        if (realm.observers.audit?.("open", argument(args, 0), realm.none, realm.int(told)) === false) return NULL;
        return guarded((system) => realm.int(system.open(path, flags, mode)), argument(args, 0));
      },
    },
    { name: "close", parameters: "(fd)", run: descriptors.close },
    { name: "read", parameters: "(fd, length, /)", frames: true, leaf: false, run: descriptors.read },
    { name: "write", parameters: "(fd, data, /)", frames: true, leaf: false, run: descriptors.write },
    { name: "lseek", parameters: "(fd, position, whence, /)", run: descriptors.seek },
    { name: "ftruncate", parameters: "(fd, length, /)", run: descriptors.truncate },
    { name: "isatty", parameters: "(fd, /)", run: descriptors.isTerminal },
    {
      name: "strerror",
      parameters: "(code, /)",
      run: (args) => realm.str(ERROR_TEXTS.get(numberArgument(args, 0)) ?? `Unknown error ${numberArgument(args, 0)}`),
    },
    {
      name: "urandom",
      parameters: "(size, /)",
      run(args) {
        const size = realm.indexNumber(argument(args, 0));
        if (size === undefined) return NULL;
        if (size < 0) return realm.raise("ValueError", "negative argument not allowed");
        const buffer = new Uint8Array(size);
        platform.randomBytes(buffer);
        return bytes.fromArray(buffer);
      },
    },
    ...fileFunctions.filter(({ name }) => !INNER.has(name)),
    ...createSystemFunctions(library, () => surrogate),
    ...createProcessFunctions(library),
    createSystemSettings(library),
    ...createMoreCalls(library),
    ...pipes.filter(({ name }) => !INNER.has(name)),
  ];

  const surrogate = defineSourceModule(builtins, {
    name: "posix",
    source: DESCRIPTOR_SOURCE + posixSource + posixProcessSource,
    natives: [...createStarting(library), ...[...pipes, ...fileFunctions].filter(({ name }) => INNER.has(name))],
    shows: SHOWN,
    final: SHOWN,
    calls: [
      { name: "fspath", parameters: "(path)", kernel: { 1: realm.pythonKernel.callFspath } },
      { name: "scandir", parameters: "(path=None)" },
      { name: "statvfs", parameters: "(path)" },
      { name: "readv", parameters: "(fd, buffers, /)" },
      { name: "writev", parameters: "(fd, buffers, /)" },
      { name: "preadv", parameters: "(fd, buffers, offset, flags=0, /)" },
      { name: "pwritev", parameters: "(fd, buffers, offset, flags=0, /)" },
      { name: "fsync", parameters: "(fd)" },
      { name: "fdatasync", parameters: "(fd)" },
      ...PROCESS_CALLS,
    ],
    functions: [...functions.map((each) => withIntegerParameters(library, each)), ...createPlainFunctions(library)],
    attributes() {
      const encode = (text: string): Word => bytes.fromArray(new TextEncoder().encode(text));
      const environ = realm.dicts.create();
      for (const [name, value] of Object.entries(platform.environment))
        if (value !== undefined) realm.dicts.set(environ, encode(name), encode(value));
      const numbered = (names: ReadonlyMap<string, number>): Word => {
        const dict = realm.dicts.create();
        for (const [name, value] of names) realm.dicts.set(dict, realm.intern(name), realm.int(value));
        return dict;
      };
      const constants = Object.entries(CONSTANTS).map(([name, value]) => [name, realm.int(value)]);
      return {
        ...Object.fromEntries(constants),
        environ,
        sysconf_names: numbered(SYSTEM_SETTINGS),
        pathconf_names: numbered(PATH_SETTINGS),
        confstr_names: numbered(TEXT_SETTINGS),
        error: realm.type("OSError"),
        // Functions of C: "os" says by these what may be given as `dir_fd`, and where descriptors stand for paths.
        _have_functions: realm.list(platform.files?.pathOf === undefined ? [] : HAVE_FUNCTIONS.map(realm.str)),
      };
    },
  });
}

/** The current directory, as long as it is there. */
function directoryOf(system: FileSystem): string {
  const directory = system.currentDirectory();
  if (system.status(directory) === undefined) throw new SystemFault(ERRNO.ENOENT, "No such file or directory");
  return directory;
}
