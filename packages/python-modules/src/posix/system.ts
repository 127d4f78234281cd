import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type FileSystem, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { openFilesOf } from "./open-files.js";

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
  pathOf(args: Address, index: number, calledBy: string, takesNumber?: boolean): string | undefined;
  /** A copy of the bytes of a bytes or bytearray object. */
  contentOf(word: Word): Uint8Array;
  /** A copy of the bytes of a bytes-like object; undefined: raised. */
  dataOf(word: Word): Uint8Array | undefined;
}

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

  function pathOf(args: Address, index: number, calledBy: string, takesNumber = false): string | undefined {
    const word = argument(args, index);
    const path = fspath(word, () => {
      const wanted = takesNumber ? "string, bytes, os.PathLike or integer" : "string, bytes or os.PathLike";
      return realm.raise("TypeError", `${calledBy}: path should be ${wanted}, not ${realm.typeName(word)}`);
    });
    if (path === NULL) return undefined;
    realm.memory.i32[(args >>> 2) + index] = path;
    const value = realm.valueOf(path);
    const text = strings.isString(value)
      ? strings.toJS(value)
      : new TextDecoder().decode(bytes.toArray(bytes.data(value), bytes.size(value)));
    if (!text.includes("\0")) {
      openFiles.settle(text);
      return text;
    }
    realm.raise("ValueError", "embedded null byte");
    return undefined;
  }

  const contentOf = (word: Word): Uint8Array => {
    const value = realm.valueOf(word);
    return bytes.toArray(bytes.data(value), bytes.size(value));
  };

  const dataOf = (word: Word): Uint8Array | undefined => {
    const found = realm.buffers.required(word);
    return found === undefined ? undefined : bytes.toArray(found.data, found.size);
  };

  return { guarded, fspath, pathOf, contentOf, dataOf };
}
