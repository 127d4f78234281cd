import { type Address, NULL, type Word } from "@hotpy/memory";
import { fitsSize } from "../numbers/convert.js";
import { createCollect } from "../sequences/collect.js";
import { createByteArrays } from "./bytearrays.js";
import type { BytesKit } from "./kit.js";

/** Making bytes of whatever the types bytes and bytearray take. */
export interface Construction {
  /** Whether arguments 2 and 3, the encoding and what becomes of errors, are texts. False: raised. */
  checkOptions(args: Address): boolean;
  /**
   * The bytes of arguments 1 to 3: an object and how text in it is encoded. A new object, or one that may be shared; NULL: raised. The native must have
   * `frames`. Where Python code has to give the items, the result is RESUME, and the bytes go into the bytearray that `target` is the handle of,
   * if it is given.
   */
  from(args: Address, target?: number): Word;
  /** The bytes of an object by `__bytes__`, of a bytes-like object, or of the numbers of an iterable: no number, no text. May return RESUME. */
  ofObject(given: Word): Word;
}

export function createConstruction(kit: BytesKit): Construction {
  const { library, codecs, name, shape, made } = kit;
  const { realm, lists, iterators, surrogate, surrogateFor, argument } = library;
  const { strings, bytes, buffers, handles, pythonKernel } = realm;
  const collect = createCollect(realm, lists, iterators);
  const arrays = createByteArrays(realm);
  const bytesName = realm.intern("__bytes__");
  const indexName = realm.intern("__index__");
  const rangeMessage = `${name === "bytes" ? "bytes" : "byte"} must be in range(0, 256)`;

  const has = (word: Word, special: Word): boolean => realm.lookupOnType(realm.typeOf(word), special) !== NULL;

  /** Bytes of the numbers in a list. May collect. */
  function ofList(list: Word): Word {
    const mark = handles.mark();
    const kept = handles.push(list);
    const array = new Uint8Array(lists.length(list));
    let count = 0;
    let value: number | undefined = 0;
    for (; count < lists.length(handles.get(kept)) && count < array.length; count++) {
      const item = lists.item(handles.get(kept), count);
      value = (item & 1) !== 0 ? item >> 1 : realm.indexNumber(item);
      if (value === undefined || value < 0 || value > 255) break;
      array[count] = value;
    }
    handles.release(mark);
    if (value === undefined) return NULL;
    if (value < 0 || value > 255) return realm.raise("ValueError", rangeMessage);
    return ofArray(array.subarray(0, count));
  }

  function ofArray(array: Uint8Array): Word {
    const result = bytes.create(shape, array.length);
    realm.memory.u8.set(array, bytes.data(result) >>> 0);
    return result;
  }

  const bytesOfList = realm.native({
    name: "bytes_of_list",
    parameters: "(list, /)",
    run: (args) => ofList(argument(args, 0)),
  });

  const fillFromList = realm.native({
    name: "fill_from_list",
    parameters: "(target, list, /)",
    run(args) {
      const made = ofList(argument(args, 1));
      if (made === NULL) return NULL;
      const target = argument(args, 0);
      const size = bytes.size(target);
      return arrays.replace(target, 0, size, bytes.data(made), bytes.size(made)) ? realm.none : NULL;
    },
  });

  function ofItems(iterable: Word, target?: number): Word {
    if (lists.isList(iterable) || lists.isTuple(iterable)) return ofList(iterable);
    const list = collect.list(iterable);
    if (list !== undefined) return list === NULL ? NULL : ofList(list);
    if (!["__iter__", "__getitem__"].some((special) => has(iterable, realm.intern(special)))) {
      return realm.raise("TypeError", `cannot convert '${realm.typeName(iterable)}' object to ${name}`);
    }
    return target === undefined
      ? realm.tailCall(
          name === "bytes" ? surrogateFor("bytes_of", iterable) : surrogate("bytes_of"),
          iterable,
          bytesOfList,
        )
      : realm.tailCall(surrogate("bytes_into"), handles.get(target), iterable, fillFromList);
  }

  /** So many zeros. */
  function zeros(count: number): Word {
    if (count < 0) return realm.raise("ValueError", "negative count");
    if (!realm.heap.canAllocate(count)) return realm.raise("MemoryError", "");
    const result = bytes.create(shape, count);
    const data = bytes.data(result) >>> 0;
    realm.memory.u8.fill(0, data, data + count);
    return result;
  }

  /** What `__bytes__` returns. */
  function bySpecial(given: Word): Word {
    const result = realm.callFound(realm.lookupOnType(realm.typeOf(given), bytesName), given);
    if (result === NULL || bytes.isBytes(realm.valueOf(result))) return result === NULL ? NULL : realm.valueOf(result);
    return realm.raise("TypeError", `__bytes__ returned non-bytes (type ${realm.typeName(result)})`);
  }

  /** Of an object without an encoding. May collect. */
  function ofAny(given: Word, target?: number): Word {
    if (name === "bytes" && has(given, bytesName)) return bySpecial(given);
    if (strings.isString(realm.valueOf(given))) return realm.raise("TypeError", "string argument without an encoding");
    let source = given;
    if (has(given, indexName)) {
      const kept = handles.push(given);
      const index = realm.index(given);
      source = handles.get(kept);
      handles.release(kept);
      if (index !== NULL) {
        if (fitsSize(realm, index)) return zeros(realm.integers.toNumber(index));
        return realm.raise("OverflowError", `cannot fit '${realm.typeName(source)}' into an index-sized integer`);
      }
      if (!realm.pendingIs("TypeError")) return NULL;
      realm.clearPending();
    }
    return ofBuffer(source) ?? ofItems(source, target);
  }

  /** Of a bytes-like object; undefined: it is none. */
  function ofBuffer(source: Word): Word | undefined {
    const type = buffers.typeOf(source);
    if (type === undefined) return undefined;
    const copy = type.copy?.(realm.valueOf(source));
    if (copy !== undefined) return ofArray(copy);
    if (realm.pending() !== NULL) return NULL;
    const found = buffers.bytes(source);
    if (found === undefined) return NULL;
    if (name === "bytes" && bytes.isBytes(source)) return source;
    return made(pythonKernel.bytesFrom(shape, found.data, found.size));
  }

  function checkOptions(args: Address): boolean {
    return ["encoding", "errors"].every((option, i) => {
      const word = argument(args, 2 + i);
      if (word === NULL || strings.isString(realm.valueOf(word))) return true;
      const shown = word === realm.none ? "None" : realm.typeName(word);
      return realm.raise("TypeError", `${name}() argument '${option}' must be str, not ${shown}`) !== NULL;
    });
  }

  function from(args: Address, target?: number): Word {
    const [given, encoding, errors] = [argument(args, 1), argument(args, 2), argument(args, 3)];
    if (!checkOptions(args)) return NULL;
    if (encoding === NULL && errors === NULL) return given === NULL ? zeros(0) : ofAny(given, target);
    const option = encoding === NULL ? "errors" : "encoding";
    const text = given === NULL ? NULL : realm.valueOf(given);
    if (text === NULL || !strings.isString(text))
      return realm.raise("TypeError", `${option} without a string argument`);
    if (encoding === NULL) return realm.raise("TypeError", "string argument without an encoding");
    const encoded = codecs.encode(text, realm.valueOf(encoding), errors === NULL ? NULL : realm.valueOf(errors));
    if (encoded === NULL || name === "bytes") return encoded;
    return made(pythonKernel.bytesFrom(shape, bytes.data(encoded), bytes.size(encoded)));
  }

  return {
    checkOptions,
    from,
    ofObject(given) {
      if (has(given, bytesName)) return bySpecial(given);
      if (!strings.isString(realm.valueOf(given))) return ofBuffer(given) ?? ofItems(given);
      return realm.raise("TypeError", `cannot convert '${realm.typeName(given)}' object to ${name}`);
    },
  };
}
