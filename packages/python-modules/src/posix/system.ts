import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type FileSystem, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";
import { openFilesOf } from "./open-files.js";

/** Calling the system from natives. May collect. */
export interface System {
  /** Calls the system; a fault is an OSError about these paths. */
  guarded(run: (system: FileSystem) => Word, ...paths: readonly Word[]): Word;
  /** The text of a path, as a str, bytes or an object with `__fspath__`; undefined: raised. */
  pathOf(word: Word, calledBy: string, takesNumber?: boolean): string | undefined;
  /** A copy of the bytes of a bytes or bytearray object. */
  contentOf(word: Word): Uint8Array;
  /** A copy of the bytes of a bytes-like object; undefined: raised. */
  dataOf(word: Word): Uint8Array | undefined;
}

export function createSystem({ realm }: Library): System {
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

  function pathOf(word: Word, calledBy: string, takesNumber = false): string | undefined {
    let value = realm.valueOf(word);
    if (!strings.isString(value) && !bytes.isBytes(value)) {
      const method = realm.lookupOnType(realm.typeOf(word), realm.intern("__fspath__"));
      if (method === NULL) {
        const wanted = takesNumber ? "string, bytes, os.PathLike or integer" : "string, bytes or os.PathLike";
        realm.raise("TypeError", `${calledBy}: path should be ${wanted}, not ${realm.typeName(word)}`);
        return undefined;
      }
      value = realm.valueOf(realm.callFound(method, word));
      if (value === NULL) return undefined;
    }
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

  return { guarded, pathOf, contentOf, dataOf };
}
