import { type Address, NULL, type Word } from "@hotpy/memory";
import { intArgument, type Library } from "@hotpy/python-builtins";
import { type FileSystem, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { openFilesOf } from "./open-files.js";

/** What else a function takes for a path. */
export interface PathOptions {
  /** A descriptor stands for what is open. */
  readonly takesNumber?: boolean;
  /** The index of the argument that is the descriptor of the directory in which a relative path begins. */
  readonly directory?: number | undefined;
}

/** Calling the system from natives. May collect. */
export interface System {
  /** Calls the system; a fault is an OSError about these paths. */
  guarded(run: (system: FileSystem) => Word, ...paths: readonly Word[]): Word;
  /** A str or bytes as it is, and what `__fspath__` of another object gives; `refuse` raises for objects without it. */
  fspath(word: Word, refuse: () => typeof NULL): Word;
  /**
   * The text of an argument that is a path: a str, bytes or an object with `__fspath__`; undefined: raised. What `__fspath__`
   * gives takes the argument's place, as errors name that.
   */
  pathOf(args: Address, index: number, calledBy: string, options?: PathOptions): string | undefined;
  /** The same path for C, which knows another current directory than ours. */
  fullPath(path: string): string;
  /** A copy of the bytes of a bytes or bytearray object. */
  contentOf(word: Word): Uint8Array;
  /** A copy of the bytes of a bytes-like object; undefined: raised. */
  dataOf(word: Word): Uint8Array | undefined;
}

const NOT_GIVEN = "not given";

export function createSystem({ realm, argument }: Library): System {
  const { strings, platform, none, bytes } = realm;
  const { files } = platform;
  const openFiles = openFilesOf(realm);

  function guarded(run: (system: FileSystem) => Word, ...paths: readonly Word[]): Word {
    const kept = realm.handles.mark();
    const handles = paths.map(realm.handles.push);
    try {
      if (files === undefined) throw new SystemFault(ERRNO.ENOSYS, "Function not implemented");
      return run(files);
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
      const shown = handles.map(realm.handles.get);
      const named = shown.length === 2 ? [shown[0], none, shown[1]] : shown;
      const exception = realm.call(realm.type("OSError"), realm.int(error.errno), realm.str(error.message), ...named);
      return exception === NULL ? NULL : realm.raiseObject(exception);
    } finally {
      realm.handles.release(kept);
    }
  }

  function fspath(word: Word, refuse: () => typeof NULL): Word {
    const isPath = (path: Word): boolean => strings.isString(realm.valueOf(path)) || bytes.isBytes(realm.valueOf(path));
    if (isPath(word)) return word;
    const method = realm.lookupOnType(realm.typeOf(word), realm.intern("__fspath__"));
    if (method === NULL) return refuse();
    const name = realm.plainTypeName(word);
    const result = realm.callFound(method, word);
    if (result === NULL || isPath(result)) return result;
    const given = realm.plainTypeName(result);
    return realm.raise("TypeError", `expected ${name}.__fspath__() to return str or bytes, not ${given}`);
  }

  /** The path of what is open, where the system has such; undefined: raised, an error about `shown`. */
  function pathOfOpen(descriptor: number, shown: Word): string | undefined {
    let path: string | undefined;
    const result = guarded((system) => {
      if (system.pathOf === undefined) return realm.raise("NotImplementedError", "dir_fd unavailable on this platform");
      system.statusOf(descriptor);
      path = system.pathOf(descriptor);
      return none;
    }, shown);
    return result === NULL ? undefined : path;
  }

  /** The descriptor of a directory that is an argument; undefined: raised. */
  function directoryOf(given: Word): number | undefined | typeof NOT_GIVEN {
    if (given === NULL || given === none) return NOT_GIVEN;
    if (realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) !== NULL) return intArgument(realm, given);
    realm.raise("TypeError", `argument should be integer or None, not ${realm.typeName(given)}`);
    return undefined;
  }

  function pathOf(args: Address, index: number, calledBy: string, options: PathOptions = {}): string | undefined {
    const { takesNumber = false, directory } = options;
    // Read before `__fspath__` is called, which may run where the arguments lie.
    const base = directory === undefined ? NOT_GIVEN : directoryOf(argument(args, directory));
    if (base === undefined) return undefined;
    const word = argument(args, index);
    if (takesNumber && realm.integers.isInteger(realm.valueOf(word))) {
      const descriptor = intArgument(realm, word);
      if (descriptor === undefined || base === NOT_GIVEN)
        return descriptor === undefined ? undefined : pathOfOpen(descriptor, argument(args, index));
      realm.raise("ValueError", `${calledBy}: can't specify dir_fd without matching path`);
      return undefined;
    }
    const path = fspath(word, () => {
      const orNone = calledBy === "listdir" ? ", integer or None" : " or integer";
      const wanted = takesNumber ? `string, bytes, os.PathLike${orNone}` : "string, bytes or os.PathLike";
      return realm.raise("TypeError", `${calledBy}: path should be ${wanted}, not ${realm.typeName(word)}`);
    });
    if (path === NULL) return undefined;
    realm.memory.i32[(args >>> 2) + index] = path;
    const value = realm.valueOf(path);
    const text = strings.isString(value)
      ? strings.toJS(value)
      : new TextDecoder().decode(bytes.toArray(bytes.data(value), bytes.size(value)));
    if (text.includes("\0")) {
      realm.raise("ValueError", "embedded null byte");
      return undefined;
    }
    openFiles.settle(text);
    if (base === NOT_GIVEN || text.startsWith("/") || text === "") return text;
    const open = pathOfOpen(base, argument(args, index));
    return open === undefined ? undefined : `${open}/${text}`;
  }

  const fullPath = (path: string): string =>
    path === "" || path.startsWith("/") ? path : `${files?.currentDirectory() ?? ""}/${path}`;

  const contentOf = (word: Word): Uint8Array => {
    const value = realm.valueOf(word);
    return bytes.toArray(bytes.data(value), bytes.size(value));
  };

  const dataOf = (word: Word): Uint8Array | undefined => {
    const found = realm.buffers.required(word);
    return found === undefined ? undefined : bytes.toArray(found.data, found.size);
  };

  return { guarded, fspath, pathOf, fullPath, contentOf, dataOf };
}
