import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import type { Construction } from "../bytes/construct.js";
import type { Library } from "../library.js";
import { sizeArgument } from "./convert.js";

/** `int.to_bytes` and `int.from_bytes`. */
export function defineIntegerBytes({ realm, argument }: Library, construction: Construction): void {
  const { integers, strings, bytes, buffers, handles, pythonKernel } = realm;
  const int = realm.type("int");

  const bytesOf = realm.native({
    name: "bytes_of_object",
    parameters: "(object, /)",
    frames: true,
    run: (args) => construction.ofObject(argument(args, 0)),
  });

  /** Whether the least byte comes first; undefined: raised. */
  function isLittle(given: Word, name: string): boolean | undefined {
    if (given === NULL) return false;
    const word = realm.valueOf(given);
    if (!strings.isString(word)) {
      const shown = given === realm.none ? "None" : realm.typeName(given);
      realm.raise("TypeError", `${name}() argument 'byteorder' must be str, not ${shown}`);
      return undefined;
    }
    const order = strings.toJS(word);
    if (order === "little" || order === "big") return order === "little";
    realm.raise("ValueError", "byteorder must be either 'little' or 'big'");
    return undefined;
  }

  function toBytes(args: Address): Word {
    const length = argument(args, 1) === NULL ? 1 : sizeArgument(realm, argument(args, 1));
    if (length === undefined) return NULL;
    const signed = argument(args, 3) === NULL ? 0 : realm.truth(argument(args, 3));
    if (signed < 0) return NULL;
    const little = isLittle(argument(args, 2), "to_bytes");
    if (little === undefined) return NULL;
    if (length < 0) return realm.raise("ValueError", "length argument must be non-negative");
    if (!realm.heap.canAllocate(length)) return realm.raise("MemoryError", "");
    const result = bytes.create(SHAPE_BYTE_STRING, length);
    const value = argument(args, 0);
    // CPython's quirk: no bytes are enough for -1.
    const isMinusOne = length === 0 && signed === 1 && integers.compare(value, realm.int(-1)) === 0;
    if (isMinusOne || integers.toBytes(value, bytes.data(result), length, little, signed === 1)) return result;
    return realm.raise(
      "OverflowError",
      integers.sign(value) < 0 && signed === 0 ? "can't convert negative int to unsigned" : "int too big to convert",
    );
  }

  function fromBytes(args: Address): Word {
    const cls = argument(args, 0);
    const little = isLittle(argument(args, 2), "from_bytes");
    if (little === undefined) return NULL;
    const mark = handles.mark();
    const kept = handles.push(argument(args, 1));
    const signed = argument(args, 3) === NULL ? 0 : realm.truth(argument(args, 3));
    if (signed >= 0 && !bytes.isBytes(handles.get(kept))) handles.set(kept, realm.call(bytesOf, handles.get(kept)));
    const object = handles.get(kept);
    handles.release(mark);
    const found = signed < 0 || object === NULL ? undefined : buffers.bytes(object);
    if (found === undefined) return NULL;
    const value = integers.fromBytes(found.data, found.size, little, signed === 1);
    // Stays: types do not move.
    return value === NULL || cls === int ? value : realm.tailCall(cls, value);
  }

  const methods: NativeDefinition[] = [
    {
      name: "to_bytes",
      parameters: "(self, length=1, byteorder='big', *, signed=False)",
      kernel: { 3: pythonKernel.intToBytes },
      run: toBytes,
    },
  ];
  const parameters = "(type, bytes, byteorder='big', *, signed=False)";
  const kernel = { 3: pythonKernel.intFromBytes };
  realm.extendType(int, {
    methods,
    classMethods: [{ name: "from_bytes", parameters, frames: true, kernel, run: fromBytes }],
  });
}
