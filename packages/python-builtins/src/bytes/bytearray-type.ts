import { type Address, NULL, type Word } from "@hotpy/memory";
import { TAIL_SIZE } from "@hotpy/object-model";
import {
  BYTEARRAY_BUFFER,
  type NativeDefinition,
  READS_BUFFERS,
  RESUME,
  SHAPE_BYTEARRAY,
  SHAPE_BYTEARRAY_ITERATOR,
  WRITES_BUFFERS,
} from "@hotpy/python-objects";
import type { Codecs } from "../codecs/codecs.js";
import type { Library } from "../library.js";
import { sizeArgument } from "../numbers/convert.js";
import { createCollect } from "../sequences/collect.js";
import { repeatCount } from "../sequences/operators.js";
import { byteArraySubscripts } from "./bytearray-subscripts.js";
import { type ByteArrays, createByteArrays } from "./bytearrays.js";
import { commonMethods, defineBytesOperators } from "./common-methods.js";
import { createConstruction } from "./construct.js";
import { fromHexMethod } from "./hex.js";
import { type BytesKit, byteOf, createBytesKit } from "./kit.js";
import { percentOfBytes } from "./percent.js";
import { reprOfBytes } from "./repr.js";
import { makeTranslation } from "./shape-methods.js";

/** bytearray. */
export function defineByteArrayType(library: Library, codecs: Codecs): void {
  const { realm, iterators, argument } = library;
  const { bytes, memory } = realm;
  const kit = createBytesKit(library, codecs, "bytearray", SHAPE_BYTEARRAY);
  const arrays = createByteArrays(realm);
  const construction = createConstruction(kit);
  const percent = percentOfBytes(kit);

  /** `__init__`: other bytes in place of those that are there. */
  function initialise(args: Address): Word {
    if (!construction.checkOptions(args)) return NULL;
    return library.withHandles(() => {
      const kept = realm.handles.push(argument(args, 0));
      if (!arrays.replace(argument(args, 0), 0, bytes.size(argument(args, 0)), 0, 0)) return NULL;
      const made = construction.from(args, kept);
      if (made === RESUME || made === NULL) return made;
      const self = realm.handles.get(kept);
      return arrays.replace(self, 0, bytes.size(self), bytes.data(made), bytes.size(made)) ? realm.none : NULL;
    });
  }

  function repr(args: Address): Word {
    const self = argument(args, 0);
    const value = realm.valueOf(self);
    return reprOfBytes(realm, bytes.data(value), bytes.size(value), `${realm.typeName(self)}(`, ")");
  }

  const type = realm.defineType({
    name: "bytearray",
    patterns: { isItself: true },
    shapes: [SHAPE_BYTEARRAY],
    isBase: true,
    empty: () => bytes.create(SHAPE_BYTEARRAY, 0),
    construct: {
      name: "bytearray",
      parameters: "(cls, source=b'', encoding='utf-8', errors='strict')",
      frames: true,
      run: (args) => construction.from(args),
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, source=b'', encoding='utf-8', errors='strict')",
        frames: true,
        run: initialise,
      },
      { name: "__repr__", parameters: "(self, /)", receives: "self", effects: READS_BUFFERS, run: repr },
      { name: "__str__", parameters: "(self, /)", receives: "self", effects: READS_BUFFERS, run: repr },
      {
        name: "__rmod__",
        parameters: "(self, value, /)",
        run(args) {
          const template = realm.valueOf(argument(args, 1));
          return bytes.isByteArray(template) ? percent(template, argument(args, 0)) : realm.notImplementedWord;
        },
      },
      {
        name: "__alloc__",
        parameters: "(self, /)",
        run(args) {
          const buffer = memory.i32[(argument(args, 0) + BYTEARRAY_BUFFER) >>> 2];
          return realm.int(memory.i32[(buffer + TAIL_SIZE) >>> 2]);
        },
      },
      ...commonMethods(kit),
      ...byteArraySubscripts(kit, arrays, construction),
      ...changingMethods(kit, arrays),
    ],
    classMethods: [fromHexMethod(kit, () => type)],
    staticMethods: [makeTranslation(kit)],
    iterate: (array) => iterators.overSequence(SHAPE_BYTEARRAY_ITERATOR, array),
    unhashable: true,
  });
  defineBytesOperators(kit, type);
  for (const other of [type, realm.type("bytes")]) {
    realm.defineInPlace("add", type, other, (target, added) => {
      const size = bytes.size(target);
      return arrays.replace(target, size, size, bytes.data(added), bytes.size(added)) ? target : NULL;
    });
  }
  realm.defineOperator("mod", type, realm.type("object"), percent);
}

/** Methods that change a bytearray. */
function changingMethods({ library }: BytesKit, arrays: ByteArrays): NativeDefinition[] {
  const { realm, lists, surrogate, argument } = library;
  const { bytes, buffers, memory, pythonKernel, none } = realm;
  const collect = createCollect(realm, lists, library.iterators);

  const changing = (
    name: string,
    parameters: string,
    run: (self: Word, args: Address) => boolean,
    more: Partial<NativeDefinition> = {},
  ): NativeDefinition => ({
    name,
    parameters,
    effects: WRITES_BUFFERS,
    run: (args) => (run(argument(args, 0), args) ? none : NULL),
    ...more,
  });

  /** A byte in place of none. */
  function put(self: Word, at: number, byte: number): boolean {
    if (!arrays.replace(self, at, at, 0, 1)) return false;
    memory.u8[(bytes.data(self) >>> 0) + at] = byte;
    return true;
  }

  function insert(args: Address): boolean {
    const index = sizeArgument(realm, argument(args, 1));
    const byte = index === undefined ? undefined : byteOf(realm, argument(args, 2));
    if (index === undefined || byte === undefined) return false;
    const size = bytes.size(argument(args, 0));
    const at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
    return put(argument(args, 0), at, byte);
  }

  function pop(args: Address): Word {
    const index = argument(args, 1) === NULL ? -1 : sizeArgument(realm, argument(args, 1));
    if (index === undefined) return NULL;
    const self = argument(args, 0);
    const size = bytes.size(self);
    if (size === 0) return realm.raise("IndexError", "pop from empty bytearray");
    const at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) return realm.raise("IndexError", "pop index out of range");
    const byte = memory.u8[(bytes.data(self) >>> 0) + at];
    return arrays.replace(self, at, at + 1, 0, 0) ? realm.int(byte) : NULL;
  }

  function remove(args: Address): boolean {
    const byte = byteOf(realm, argument(args, 1));
    if (byte === undefined) return false;
    const self = argument(args, 0);
    const from = bytes.data(self) >>> 0;
    const at = memory.u8.subarray(from, from + bytes.size(self)).indexOf(byte);
    if (at >= 0) return arrays.replace(self, at, at + 1, 0, 0);
    realm.raise("ValueError", "value not found in bytearray");
    return false;
  }

  /** Appends the bytes of a bytes-like object. */
  function append(self: Word, other: Word): boolean {
    const added = buffers.bytes(other);
    const size = bytes.size(self);
    return added !== undefined && arrays.replace(self, size, size, added.data, added.size);
  }

  const extendByBytes = realm.native({
    name: "extend_bytearray",
    parameters: "(target, items, /)",
    run: (args) => (appendList(argument(args, 0), argument(args, 1)) ? none : NULL),
  });

  /** Appends the bytes in a list. */
  function appendList(target: Word, items: Word): boolean {
    return library.withHandles(() => {
      const [self, list] = [realm.handles.push(realm.valueOf(target)), realm.handles.push(items)];
      const added = new Uint8Array(lists.length(items));
      for (let i = 0; i < added.length; i++) {
        const byte = byteOf(realm, lists.item(realm.handles.get(list), i));
        if (byte === undefined) return false;
        added[i] = byte;
      }
      const size = bytes.size(realm.handles.get(self));
      if (!arrays.replace(realm.handles.get(self), size, size, 0, added.length)) return false;
      memory.u8.set(added, (bytes.data(realm.handles.get(self)) >>> 0) + size);
      return true;
    });
  }

  function extend(args: Address): Word {
    const [self, given] = [argument(args, 0), argument(args, 1)];
    if (buffers.typeOf(given) !== undefined) return append(self, given) ? none : NULL;
    const isIterable = ["__iter__", "__getitem__"].some(
      (name) => realm.lookupOnType(realm.typeOf(given), realm.intern(name)) !== NULL,
    );
    if (!isIterable) return realm.raise("TypeError", `can't extend bytearray with ${realm.typeName(given)}`);
    const items = lists.isList(given) || lists.isTuple(given) ? given : collect.list(given);
    if (items !== undefined) return items !== NULL && appendList(self, items) ? none : NULL;
    return realm.tailCall(surrogate("extend_bytearray"), self, given, extendByBytes);
  }

  function addInPlace(args: Address): Word {
    const self = realm.valueOf(argument(args, 0));
    const other = argument(args, 1);
    if (buffers.typeOf(other) === undefined) {
      const message = `can't concat ${realm.typeName(other)} to ${realm.typeName(argument(args, 0))}`;
      return realm.raise("TypeError", message);
    }
    return append(self, other) ? argument(args, 0) : NULL;
  }

  function repeatInPlace(args: Address): Word {
    const count = repeatCount(realm, argument(args, 1));
    if (count === undefined) return NULL;
    const self = realm.valueOf(argument(args, 0));
    const size = bytes.size(self);
    if (!realm.heap.canAllocate(size * count)) return realm.raise("MemoryError", "");
    if (count === 0) return arrays.replace(self, 0, size, 0, 0) ? argument(args, 0) : NULL;
    if (count === 1 || size === 0) return argument(args, 0);
    if (!arrays.replace(self, size, size, 0, size * (count - 1))) return NULL;
    const from = bytes.data(self) >>> 0;
    for (let done = size; done < size * count; done *= 2)
      memory.u8.copyWithin(from + done, from, from + Math.min(done, size * count - done));
    return argument(args, 0);
  }

  const appendOne = (_: Word, args: Address): boolean => {
    const byte = byteOf(realm, argument(args, 1));
    const now = argument(args, 0);
    return byte !== undefined && put(now, bytes.size(now), byte);
  };

  return [
    changing("append", "(self, item, /)", appendOne, { kernel: { 2: pythonKernel.appendByte } }),
    {
      name: "extend",
      parameters: "(self, iterable_of_ints, /)",
      frames: true,
      effects: WRITES_BUFFERS,
      kernel: { 2: pythonKernel.extendByteArray },
      run: extend,
    },
    changing("insert", "(self, index, item, /)", (_, args) => insert(args)),
    { name: "pop", parameters: "(self, index=-1, /)", effects: WRITES_BUFFERS, run: pop },
    changing("remove", "(self, value, /)", (_, args) => remove(args)),
    changing("clear", "(self, /)", (self) => arrays.replace(self, 0, bytes.size(self), 0, 0)),
    changing("reverse", "(self, /)", (self) => {
      pythonKernel.reverseByteArray(self);
      return true;
    }),
    { name: "__iadd__", parameters: "(self, value, /)", receives: "self", effects: WRITES_BUFFERS, run: addInPlace },
    { name: "__imul__", parameters: "(self, value, /)", receives: "self", effects: WRITES_BUFFERS, run: repeatInPlace },
  ];
}
