import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import { percentFormatOf } from "../formatting/percent.js";
import { asciiText } from "../text/repr.js";
import type { BytesKit } from "./kit.js";

/** `bytes % values`: the template is text of Latin-1, and so are its parts. May collect. */
export function percentOfBytes(kit: BytesKit): (template: Word, values: Word) => Word {
  const { library, shape, made } = kit;
  const { realm } = library;
  const { bytes, buffers, strings, integers, pythonKernel, valueOf } = realm;
  const bytesName = realm.intern("__bytes__");
  const indexName = realm.intern("__index__");

  const isBytes = (word: Word): boolean => bytes.isBytes(word) || bytes.isByteArray(word);
  const text = (word: Word): Word => {
    const found = buffers.bytes(word);
    return found === undefined ? NULL : made(pythonKernel.decodeNarrow(found.data, found.size, 256));
  };

  /** `%b`. */
  function bytesOf(given: Word): Word {
    if (isBytes(valueOf(given))) return text(given);
    const method = realm.lookupOnType(realm.typeOf(given), bytesName);
    if (method !== NULL) {
      const result = realm.callFound(method, given);
      if (result === NULL || bytes.isBytes(valueOf(result))) return result === NULL ? NULL : text(result);
      return realm.raise("TypeError", `__bytes__ returned non-bytes (type ${realm.typeName(result)})`);
    }
    if (buffers.typeOf(given) !== undefined) return text(given);
    const wanted = "%b requires a bytes-like object, or an object that implements __bytes__";
    return realm.raise("TypeError", `${wanted}, not '${realm.typeName(given)}'`);
  }

  /** `%c`. */
  function character(given: Word): Word {
    const value = valueOf(given);
    if (isBytes(value) && bytes.size(value) === 1) return text(value);
    if (integers.isInteger(value) || realm.lookupOnType(realm.typeOf(given), indexName) !== NULL) {
      const code = realm.indexNumber(given);
      if (code === undefined) return NULL;
      return code >= 0 && code < 256 ? strings.char(code) : realm.raise("OverflowError", "%c arg not in range(256)");
    }
    return realm.raise("TypeError", "%c requires an integer in range(256) or a single byte");
  }

  const format = percentFormatOf(library, {
    types: "diouxXeEfFgGcrsab",
    what: "bytes",
    isText: (value) => isBytes(valueOf(value)) || strings.isString(valueOf(value)),
    key: (name) => bytes.fromArray(Uint8Array.from(name, (each) => each.charCodeAt(0))),
    convert(value, type) {
      if (type === "s" || type === "b") return bytesOf(value);
      if (type === "c") return character(value);
      if (type !== "r") return undefined;
      const shown = realm.repr(value);
      return shown === NULL ? NULL : asciiText(realm, shown);
    },
    noFloat: (value) => `float argument required, not ${realm.typeName(value)}`,
  });

  return (template, values) => {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(values);
    const source = text(template);
    const result = format(source, realm.handles.get(kept));
    realm.handles.release(mark);
    if (result === NULL) return NULL;
    const encoded = made(pythonKernel.encodeNarrow(result, 256));
    return shape === SHAPE_BYTE_STRING
      ? encoded
      : made(pythonKernel.bytesFrom(shape, bytes.data(encoded), bytes.size(encoded)));
  };
}
