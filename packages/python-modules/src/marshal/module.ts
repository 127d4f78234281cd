import type { Word } from "@hotpy/memory";
import { SHAPE_CODE, shapeIdOf, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { readerSource } from "./reader-source.js";
import { writerSource } from "./writer-source.js";

/** The module `marshal`. What follows the mark of code in its data is ours: the name of its file, and its bytes. */
export function defineMarshal(builtins: Builtins): void {
  const { realm, argument, numberArgument, lists } = builtins.library;
  const { i32 } = realm.memory;
  const bits = new DataView(new ArrayBuffer(8));
  const isCode = (word: Word): boolean => (word & 1) === 0 && shapeIdOf(realm.memory, word) === SHAPE_CODE;
  const malformed = (): Word => realm.raise("ValueError", "bad marshal data (code of another version, or damaged)");
  defineSourceModule(builtins, {
    name: "marshal",
    source: writerSource + readerSource,
    natives: [
      {
        name: "double_of",
        parameters: "(data, /)",
        run(args) {
          const { data } = realm.buffers.bytes(argument(args, 0)) ?? { data: 0 };
          for (let index = 0; index < 8; index++) bits.setUint8(index, realm.memory.u8[data + index]);
          return realm.float(bits.getFloat64(0, true));
        },
      },
      {
        name: "bytes_of_double",
        parameters: "(value, /)",
        run(args) {
          bits.setFloat64(0, realm.floats.value(argument(args, 0)), true);
          return realm.bytes.fromArray(new Uint8Array(bits.buffer.slice(0)));
        },
      },
      {
        name: "is_interned",
        parameters: "(string, /)",
        run: (args) => realm.bool(realm.strings.isInterned(realm.strings.flat(argument(args, 0)))),
      },
      {
        name: "interned",
        parameters: "(string, /)",
        run: (args) => realm.strings.intern(argument(args, 0)),
      },
      {
        // Its items come later: one of them may refer to it.
        name: "new_tuple",
        parameters: "(length, /)",
        run(args) {
          const length = numberArgument(args, 0);
          if (length === 0) return realm.tuple([]);
          const tuple = lists.freshTuple(length);
          for (let index = 0; index < length; index++) i32[(tuple + TUPLE_ITEMS + 4 * index) >>> 2] = realm.none;
          return tuple;
        },
      },
      {
        name: "fill",
        parameters: "(tuple, index, item, /)",
        run(args) {
          const tuple = argument(args, 0);
          i32[(tuple + TUPLE_ITEMS + 4 * numberArgument(args, 1)) >>> 2] = argument(args, 2);
          realm.heap.barrier(tuple);
          return realm.none;
        },
      },
      {
        name: "is_code",
        parameters: "(value, /)",
        run: (args) => realm.bool(isCode(argument(args, 0))),
      },
      {
        name: "bytes_of_code",
        parameters: "(code, /)",
        run: (args) => realm.bytes.fromArray(realm.codeToBytes(argument(args, 0))),
      },
      {
        name: "code_of",
        parameters: "(data, filename, /)",
        run(args) {
          const found = realm.buffers.bytes(argument(args, 0));
          const filename = argument(args, 1);
          if (found === undefined || !realm.strings.isString(filename)) return malformed();
          const bytes = realm.memory.u8.slice(found.data, found.data + found.size);
          return realm.codeFromBytes(bytes, realm.strings.toJS(filename)) ?? malformed();
        },
      },
    ],
    calls: [
      { name: "dumps", parameters: "(value, version=4, /)" },
      { name: "loads", parameters: "(bytes, /)" },
      { name: "dump", parameters: "(value, file, version=4, /)" },
      { name: "load", parameters: "(file, /)" },
    ],
    attributes: () => ({ version: realm.int(4) }),
  });
}
