import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { type NativeDefinition, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { createDescriptorFunctions } from "../posix/descriptors.js";
import { openFilesOf } from "../posix/open-files.js";
import { createSystem } from "../posix/system.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { ioSource } from "./source.js";

/** Bytes. */
const DEFAULT_BUFFER_SIZE = 8192;
/** Permissions of new files, before the mask. */
const NEW_FILE = 0o666;
/** Flags of `open`: write only, read and write. */
const WRITES = 3;
const CLASSES = [
  "UnsupportedOperation",
  "_IOBase",
  "_RawIOBase",
  "_BufferedIOBase",
  "_TextIOBase",
  "FileIO",
  "BytesIO",
  "StringIO",
  "BufferedReader",
  "BufferedWriter",
  "BufferedRandom",
  "BufferedRWPair",
  "TextIOWrapper",
  "IncrementalNewlineDecoder",
];
const OPEN_PARAMETERS =
  "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)";

/** The module `_io`, and `open`. */
export function defineIo(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { bytes, none } = realm;
  const { guarded, fspath, pathOf } = createSystem(library);
  const descriptors = createDescriptorFunctions(library);
  const openFiles = openFilesOf(realm);

  const natives: NativeDefinition[] = [
    {
      name: "sys_path",
      parameters: "(path, /)",
      leaf: false,
      run(args) {
        const given = argument(args, 0);
        return fspath(given, () =>
          realm.raise("TypeError", `expected str, bytes or os.PathLike object, not ${realm.plainTypeName(given)}`),
        );
      },
    },
    {
      name: "audit_open",
      parameters: "(file, mode, flags, /)",
      leaf: false,
      run: (args) =>
        realm.observers.audit?.("open", argument(args, 0), argument(args, 1), argument(args, 2)) === false
          ? NULL
          : realm.none,
    },
    {
      name: "sys_open",
      parameters: "(path, flags, /)",
      leaf: false,
      run(args) {
        const path = pathOf(args, 0, "open");
        if (path === undefined) return NULL;
        return guarded(
          (system) => {
            if (system.status(path)?.kind === "directory") throw new SystemFault(ERRNO.EISDIR, "Is a directory");
            const descriptor = system.open(path, numberArgument(args, 1), NEW_FILE);
            if ((numberArgument(args, 1) & WRITES) !== 0) openFiles.add(path, descriptor);
            return realm.int(descriptor);
          },
          argument(args, 0),
        );
      },
    },
    {
      name: "sys_opened",
      parameters: "(fd, name, /)",
      leaf: false,
      run(args) {
        // Which file it is that is a directory is said, not which number is none.
        const isDirectory = guarded((system) =>
          realm.bool(system.statusOf(numberArgument(args, 0)).kind === "directory"),
        );
        if (isDirectory !== realm.bool(true)) return isDirectory === NULL ? NULL : argument(args, 0);
        return guarded(
          () => {
            throw new SystemFault(ERRNO.EISDIR, "Is a directory");
          },
          argument(args, 1),
        );
      },
    },
    { name: "sys_close", parameters: "(fd, /)", run: descriptors.close },
    { name: "sys_read", parameters: "(fd, size, /)", frames: true, leaf: false, run: descriptors.read },
    { name: "sys_write", parameters: "(fd, data, /)", frames: true, leaf: false, run: descriptors.write },
    { name: "sys_seek", parameters: "(fd, position, whence, /)", run: descriptors.seek },
    { name: "sys_truncate", parameters: "(fd, size, /)", run: descriptors.truncate },
    { name: "sys_isatty", parameters: "(fd, /)", run: descriptors.isTerminal },
    {
      name: "sys_seekable",
      parameters: "(fd, /)",
      run: (args) => guarded((system) => realm.bool(system.statusOf(numberArgument(args, 0)).kind === "file")),
    },
  ];

  const open: NativeDefinition = {
    name: "open",
    parameters: OPEN_PARAMETERS,
    frames: true,
    leaf: false,
    run(args) {
      const given = (index: number, usual: Word): Word => argument(args, index) || usual;
      const words = [
        argument(args, 0),
        given(1, realm.intern("r")),
        given(2, realm.int(-1)),
        ...[3, 4, 5].map((index) => given(index, none)),
        given(6, realm.bool(true)),
        given(7, none),
      ];
      return tailCallSource(library, surrogate, "open_file", words);
    },
  };

  const { streams } = builtins;
  const standard: NativeDefinition[] = [
    {
      name: "standard_read",
      parameters: "(size, /)",
      leaf: false,
      run(args) {
        const read = streams.readBytes(numberArgument(args, 0));
        return read === undefined ? NULL : bytes.fromArray(read);
      },
    },
    {
      name: "standard_write",
      parameters: "(fd, data, /)",
      run(args) {
        const found = realm.buffers.required(argument(args, 1));
        if (found === undefined) return NULL;
        const isWritten = streams.writeBytes(numberArgument(args, 0), bytes.toArray(found.data, found.size));
        return isWritten ? realm.int(found.size) : NULL;
      },
    },
    {
      name: "standard_flush",
      parameters: "(fd, /)",
      run: (args) => (streams.flushBytes(numberArgument(args, 0)) ? none : NULL),
    },
  ];

  function adopted(): Record<string, never> {
    streams.adopt(surrogate("TextIOWrapper"), surrogate("UnsupportedOperation"));
    return {};
  }
  const surrogate = defineSourceModule(builtins, {
    name: "_io",
    source: ioSource,
    natives: [
      ...natives,
      ...standard,
      { name: "name_of_type", parameters: "(object, /)", run: (args) => realm.str(realm.typeName(argument(args, 0))) },
    ],
    shows: CLASSES,
    calls: [{ name: "open_code", parameters: "(path)" }],
    functions: [
      open,
      {
        name: "text_encoding",
        parameters: "(encoding, stacklevel=2, /)",
        frames: true,
        leaf: false,
        run: (args) =>
          tailCallSource(library, surrogate, "text_encoding", [argument(args, 0), argument(args, 1) || realm.int(2)]),
      },
    ],
    attributes: () => ({
      ...adopted(),
      DEFAULT_BUFFER_SIZE: realm.int(DEFAULT_BUFFER_SIZE),
      BlockingIOError: realm.type("BlockingIOError"),
    }),
  });
  realm.defineBuiltin(open);
  streams.setBufferMaker((descriptor) => realm.call(surrogate("standard_buffer"), realm.int(descriptor)));
}
