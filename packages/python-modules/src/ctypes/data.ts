import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/*
 *   + 8  the block of memory, an object of the source, that the data lie in
 *   + 12 what holds the bytes of the block: a writable bytes-like object
 *   + 16 where they begin in there, and how many there are, raw
 */
const DATA_BLOCK = 8;
const DATA_BYTES = 12;
const DATA_OFFSET = 16;
const DATA_SIZE = 20;
const DATA = defineFields("_ctypes._CData", {
  block: mutable("word", DATA_BLOCK),
  bytes: mutable("word", DATA_BYTES),
  offset: mutable("i32", DATA_OFFSET),
  size: mutable("i32", DATA_SIZE),
});

/** The type of all C data, `_CData`, and what the source does with its objects. Classes of the source derive from it. */
export interface CData {
  readonly type: Address;
  readonly natives: readonly NativeDefinition[];
}

export function createCData({ realm, argument }: Library): CData {
  const { memory, shapes, heap, buffers } = realm;
  const { i32 } = memory;
  const shape = shapes.define(layoutOf("_ctypes._CData", DATA), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const selfOf = (args: Address): Word => realm.valueOf(argument(args, 0));

  buffers.define(shape, {
    bytes(object) {
      const whole = buffers.required(field(object, DATA_BYTES));
      return whole && { data: whole.data + field(object, DATA_OFFSET), size: field(object, DATA_SIZE) };
    },
    isWritable: () => true,
    holder: (object) => buffers.holder(field(object, DATA_BYTES)),
  });

  const type = realm.defineType({
    name: "_CData",
    module: "_ctypes",
    shapes: [shape],
    isBase: true,
    isWeaklyReferable: true,
    empty: () => realm.object(shape),
    construct: { name: "_CData", parameters: "(cls, /, *args, **kwargs)", run: () => realm.object(shape) },
    methods: [],
  });

  const natives: NativeDefinition[] = [
    {
      name: "place",
      parameters: "(data, block, bytes, offset, size, /)",
      run(args) {
        const self = selfOf(args);
        heap.storeWord(self, DATA_BLOCK, argument(args, 1));
        heap.storeWord(self, DATA_BYTES, argument(args, 2));
        i32[(self + DATA_OFFSET) >>> 2] = realm.integers.toNumber(argument(args, 3));
        i32[(self + DATA_SIZE) >>> 2] = realm.integers.toNumber(argument(args, 4));
        return realm.none;
      },
    },
    { name: "known_block", parameters: "(data, /)", run: (args) => field(selfOf(args), DATA_BLOCK) },
    { name: "bytes_of", parameters: "(data, /)", run: (args) => field(selfOf(args), DATA_BYTES) },
    { name: "offset_of", parameters: "(data, /)", run: (args) => realm.int(field(selfOf(args), DATA_OFFSET)) },
    { name: "size_of", parameters: "(data, /)", run: (args) => realm.int(field(selfOf(args), DATA_SIZE)) },
    { name: "data_type", parameters: "()", run: () => type },
  ];
  return { type, natives };
}
