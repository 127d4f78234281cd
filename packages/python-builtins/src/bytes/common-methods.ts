import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, READS_BUFFERS } from "@hotpy/python-objects";
import { orderHolds } from "../sequences/compare.js";
import { defineRepetition, repeatCount } from "../sequences/operators.js";
import { hexMethod } from "./hex.js";
import type { BytesKit } from "./kit.js";
import { characterMethods } from "./predicates.js";
import { searchMethods } from "./search-methods.js";
import { shapeMethods } from "./shape-methods.js";
import { splitMethods } from "./split-methods.js";

/** The methods that bytes and bytearray have in common. */
export function commonMethods(kit: BytesKit): NativeDefinition[] {
  const { library, codecs, shape, self, made, part } = kit;
  const { realm, slices, argument } = library;
  const { strings, pythonKernel, memory } = realm;

  function getItem(args: Address): Word {
    const key = argument(args, 1);
    if (slices.isSlice(key)) {
      // The bounds may run Python code, which may change the size.
      const parts = slices.unpack(key);
      if (parts === undefined) return NULL;
      const { data, size } = self(args);
      const { start, step, count } = slices.resolve(parts, size);
      if (step === 1) return part(args, start, start + count);
      return made(pythonKernel.pickBytes(shape, data, start, step, count));
    }
    const index = itemIndex(kit, args);
    return index === undefined ? NULL : realm.int(memory.u8[(self(args).data >>> 0) + index]);
  }

  function decode(args: Address): Word {
    const options: Word[] = [];
    for (const [i, option] of ["encoding", "errors"].entries()) {
      const given = argument(args, i + 1);
      const value = given === NULL ? NULL : realm.valueOf(given);
      if (value !== NULL && !strings.isString(value)) {
        const shown = given === realm.none ? "None" : realm.typeName(given);
        return realm.raise("TypeError", `decode() argument '${option}' must be str, not ${shown}`);
      }
      options.push(value);
    }
    const { data, size } = self(args);
    return codecs.decode(data, size, options[0], options[1]);
  }

  return [
    {
      name: "__len__",
      parameters: "(self, /)",
      effects: READS_BUFFERS,
      run: (args) => realm.int(self(args).size),
    },
    { name: "__getitem__", parameters: "(self, key, /)", effects: READS_BUFFERS, run: getItem },
    {
      name: "decode",
      parameters: "(self, encoding='utf-8', errors='strict')",
      effects: READS_BUFFERS,
      kernel: { 1: pythonKernel.decodeBytes, 2: pythonKernel.decodeBytesAs },
      run: decode,
    },
    hexMethod(kit, self, { kernel: { 1: pythonKernel.bytesHex, 2: pythonKernel.bytesHexApart } }),
    ...searchMethods(kit),
    ...splitMethods(kit),
    ...shapeMethods(kit),
    ...characterMethods(kit),
  ];
}

/** Index of an item, which is argument 1; undefined: raised. */
export function itemIndex({ library, name, self }: BytesKit, args: Address): number | undefined {
  const { realm, slices, argument } = library;
  const key = argument(args, 1);
  const called = name === "bytes" ? "byte" : name;
  if (!realm.integers.isInteger(key) && realm.lookupOnType(realm.typeOf(key), realm.intern("__index__")) === NULL) {
    realm.raise("TypeError", `${called} indices must be integers or slices, not ${realm.typeName(key)}`);
    return undefined;
  }
  const index = slices.index(key, () => self(args).size);
  if (index === -1) realm.raise("IndexError", name === "bytes" ? "index out of range" : `${name} index out of range`);
  return index === -1 ? undefined : index;
}

/** `+`, `*` and the comparisons of bytes or of bytearrays. */
export function defineBytesOperators(kit: BytesKit, type: Address): void {
  const { library, name, shape, made } = kit;
  const { realm } = library;
  const { bytes, buffers, pythonKernel } = realm;
  const object = realm.type("object");

  realm.defineOperator("add", type, object, (a, b) => {
    const added = buffers.typeOf(b) === undefined ? undefined : buffers.bytes(b);
    if (added === undefined) {
      realm.clearPending();
      return realm.raise("TypeError", `can't concat ${realm.typeName(b)} to ${name}`);
    }
    const size = bytes.size(a);
    if (name === "bytes" && added.size === 0) return a;
    if (name === "bytes" && size === 0 && bytes.isBytes(b)) return b;
    if (!realm.heap.canAllocate(size + added.size)) return realm.raise("MemoryError", "");
    return made(pythonKernel.concatBytes(shape, bytes.data(a), size, added.data, added.size));
  });

  defineRepetition(realm, type, (operand, countWord) => {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(operand);
    const count = repeatCount(realm, countWord);
    const repeated = realm.handles.get(kept);
    realm.handles.release(mark);
    if (count === undefined) return NULL;
    const size = bytes.size(repeated);
    if (name === "bytes" && count === 1) return repeated;
    if (!realm.heap.canAllocate(size * count)) return realm.raise("MemoryError", "");
    return made(pythonKernel.repeatBytes(shape, bytes.data(repeated), size, size === 0 ? 0 : count));
  });

  // Bytes compare with bytes alone, bytearrays with all that is bytes-like.
  const other = name === "bytes" ? type : object;
  for (const comparison of ["lt", "le", "gt", "ge", "eq", "ne"] as const) {
    realm.defineComparison(comparison, type, other, (a, b) => {
      if (buffers.typeOf(b) === undefined) return realm.notImplementedWord;
      const right = buffers.bytes(b);
      if (right === undefined) {
        realm.clearPending();
        return realm.notImplementedWord;
      }
      const [data, size] = [bytes.data(a), bytes.size(a)];
      if ((comparison === "eq" || comparison === "ne") && size !== right.size) return realm.bool(comparison === "ne");
      return realm.bool(orderHolds(comparison, pythonKernel.orderOfBytes(data, size, right.data, right.size)));
    });
  }
}
