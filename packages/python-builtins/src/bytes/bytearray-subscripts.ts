import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, SHAPE_BYTE_STRING, WRITES_BUFFERS } from "@hotpy/python-objects";
import type { ByteArrays } from "./bytearrays.js";
import { itemIndex } from "./common-methods.js";
import type { Construction } from "./construct.js";
import { type BytesKit, byteOf } from "./kit.js";

const NOT_ASSIGNABLE = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";

/** Assignment to items and slices of a bytearray, and deletion of them. */
export function byteArraySubscripts(kit: BytesKit, arrays: ByteArrays, construction: Construction): NativeDefinition[] {
  const { realm, slices, argument } = kit.library;
  const { bytes, buffers, strings, pythonKernel, none } = realm;

  const bytesOf = realm.native({
    name: "bytes_to_assign",
    parameters: "(object, /)",
    frames: true,
    run: (args) => construction.ofObject(argument(args, 0)),
  });

  function setItem(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) return setSlice(args);
    const index = itemIndex(kit, args);
    if (index === undefined) return NULL;
    const byte = byteOf(realm, argument(args, 2));
    if (byte === undefined) return NULL;
    // What Python code has made shorter meanwhile has no such item any more.
    if (index >= bytes.size(argument(args, 0))) return realm.raise("IndexError", "bytearray index out of range");
    realm.memory.u8[(bytes.data(argument(args, 0)) >>> 0) + index] = byte;
    return none;
  }

  const isNumber = (word: Word): boolean =>
    ["__index__", "__int__", "__float__"].some(
      (name) => realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL,
    );

  function setSlice(args: Address): Word {
    const parts = slices.unpack(argument(args, 1));
    if (parts === undefined) return NULL;
    let given = realm.valueOf(argument(args, 2));
    if (buffers.typeOf(given) === undefined) {
      if (isNumber(given) || strings.isString(given)) return realm.raise("TypeError", NOT_ASSIGNABLE);
      given = realm.call(bytesOf, argument(args, 2));
      if (given === NULL) return NULL;
    }
    const found = buffers.bytes(given);
    if (found === undefined) return NULL;
    const self = argument(args, 0);
    const { start, step, count } = slices.resolve(parts, bytes.size(self));
    if (step === 1) return arrays.replace(self, start, start + count, found.data, found.size) ? none : NULL;
    if (found.size === 0) return arrays.remove(self, start, step, count) ? none : NULL;
    if (found.size !== count) {
      const message = `attempt to assign bytes of size ${found.size} to extended slice of size ${count}`;
      return realm.raise("ValueError", message);
    }
    // Its own bytes are copied before they change.
    const isOwn = given === self;
    const from = isOwn ? bytes.data(bytes.from(SHAPE_BYTE_STRING, found.data, found.size)) : found.data;
    pythonKernel.storeBytes(self, start, step, count, from);
    return none;
  }

  function deleteItem(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) {
      const parts = slices.unpack(argument(args, 1));
      if (parts === undefined) return NULL;
      const self = argument(args, 0);
      const { start, step, count } = slices.resolve(parts, bytes.size(self));
      return arrays.remove(self, start, step, count) ? none : NULL;
    }
    const index = itemIndex(kit, args);
    if (index === undefined) return NULL;
    return arrays.replace(argument(args, 0), index, index + 1, 0, 0) ? none : NULL;
  }

  return [
    {
      name: "__setitem__",
      parameters: "(self, key, value, /)",
      effects: WRITES_BUFFERS,
      kernel: { 3: pythonKernel.setByte },
      run: setItem,
    },
    { name: "__delitem__", parameters: "(self, key, /)", effects: WRITES_BUFFERS, run: deleteItem },
  ];
}
