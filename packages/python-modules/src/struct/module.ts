import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf, mutable } from "@hotpy/object-model";
import type { Builtins, Library } from "@hotpy/python-builtins";
import { type NativeDefinition, STRUCT_PLAN } from "@hotpy/python-objects";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { nativeException } from "../native-exception.js";
import { type Format, parseFormat } from "./format.js";
import { createStructItems } from "./items.js";
import { createPacking } from "./packing.js";
import { createPlans } from "./plans.js";

/** Offset of the index of the format among the heap's host values. */
const STRUCT_HOST = 8;
const STRUCT = defineFields("struct", { host: fixed("i32", STRUCT_HOST), plan: mutable("i32", STRUCT_PLAN) });
/** An iterator over structs: the index of the format, the bytes-like object or NULL at the end, the distance from its first byte. */
const ITERATOR_HOST = 8;
const ITERATOR_BUFFER = 12;
const ITERATOR_OFFSET = 16;
const UNPACK_ITERATOR = defineFields("unpack_iterator", {
  host: fixed("i32", ITERATOR_HOST),
  buffer: mutable("word", ITERATOR_BUFFER),
  offset: mutable("i32", ITERATOR_OFFSET),
});
/** Most formats that are remembered, as in CPython. */
const CACHED_FORMATS = 100;
/** What a Struct is before `__init__`. */
const NO_FORMAT: Format = { text: "", size: -1, count: -1, isLittle: true, isNative: true, fields: [] };

/** The module `_struct`. */
export function defineStruct({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("_struct", () => makeStruct(library)));
}

function makeStruct(library: Library): ModuleContents {
  const { realm, iterators, argument } = library;
  const { strings, bytes, buffers, none } = realm;
  const { i32 } = realm.memory;
  const error = nativeException(library, "struct", "error");
  const items = createStructItems(library, error);
  const packing = createPacking(library, items, error);
  const plans = createPlans(library);
  const kernel = realm.pythonKernel;

  const structShape = realm.shapes.define(layoutOf("struct", STRUCT), NULL);
  const iteratorShape = realm.shapes.define(layoutOf("unpack_iterator", UNPACK_ITERATOR), NULL);

  const cache = new Map<string, Format>();

  /** The format that an argument names; undefined: raised. Kernels know it from then on. */
  function formatOf(given: Word): Format | undefined {
    return library.withHandles(() => {
      const kept = realm.handles.push(given);
      const format = readFormat(given);
      if (format !== undefined) plans.note(realm.handles.get(kept), format);
      return format;
    });
  }

  function readFormat(given: Word): Format | undefined {
    const value = realm.valueOf(given);
    let text: string;
    if (strings.isString(value)) text = strings.toJS(value);
    else if (bytes.isBytes(value)) text = String.fromCharCode(...bytes.toArray(bytes.data(value), bytes.size(value)));
    else {
      const message = `Struct() argument 1 must be a str or bytes object, not ${realm.typeName(given)}`;
      realm.raise("TypeError", message);
      return undefined;
    }
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (strings.isString(value) && /[^\0-\x7f]/.test(text)) {
      realm.callMethod(value, realm.intern("encode"), realm.intern("ascii"));
      return undefined;
    }
    const format = parseFormat(text);
    if (typeof format === "string") {
      error.raise(format);
      return undefined;
    }
    if (cache.size >= CACHED_FORMATS) cache.clear();
    cache.set(text, format);
    return format;
  }

  const holderOf = (self: Word): { format: Format } =>
    realm.heap.hosts.get(i32[(self + STRUCT_HOST) >>> 2]) as { format: Format };

  function iterate(format: Format, object: Word): Word {
    const found = buffers.required(object);
    if (found === undefined) return NULL;
    if (format.size === 0) return error.raise("cannot iteratively unpack with a struct of length 0");
    if (found.size % format.size !== 0) {
      return error.raise(`iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
    }
    const iterator = realm.object(iteratorShape);
    i32[(iterator + ITERATOR_BUFFER) >>> 2] = object;
    i32[(iterator + ITERATOR_HOST) >>> 2] = realm.heap.hosts.add(format, iterator);
    return iterator;
  }

  function next(iterator: Word): Word {
    const object = i32[(iterator + ITERATOR_BUFFER) >>> 2];
    if (object === NULL) return NULL;
    const format = realm.heap.hosts.get(i32[(iterator + ITERATOR_HOST) >>> 2]) as Format;
    const found = buffers.bytes(object);
    const offset = i32[(iterator + ITERATOR_OFFSET) >>> 2];
    if (found === undefined || offset + format.size > found.size) {
      i32[(iterator + ITERATOR_BUFFER) >>> 2] = NULL;
      return NULL;
    }
    i32[(iterator + ITERATOR_OFFSET) >>> 2] = offset + format.size;
    return packing.unpack(format, found.data + offset);
  }

  function remaining(iterator: Word): number {
    const object = i32[(iterator + ITERATOR_BUFFER) >>> 2];
    const found = object === NULL ? undefined : buffers.bytes(object);
    if (found === undefined) return 0;
    const { size } = realm.heap.hosts.get(i32[(iterator + ITERATOR_HOST) >>> 2]) as Format;
    return Math.floor((found.size - i32[(iterator + ITERATOR_OFFSET) >>> 2]) / size);
  }

  function unpackWhole(format: Format, object: Word): Word {
    const found = buffers.required(object);
    if (found === undefined) return NULL;
    if (found.size === format.size) return packing.unpack(format, found.data);
    return error.raise(`unpack requires a buffer of ${format.size} bytes`);
  }

  const structType = realm.defineType({
    name: "Struct",
    module: "_struct",
    shapes: [structShape],
    isWeaklyReferable: true,
    isBase: true,
    empty() {
      const self = realm.object(structShape);
      i32[(self + STRUCT_HOST) >>> 2] = realm.heap.hosts.add({ format: NO_FORMAT }, self);
      return self;
    },
    construct: {
      name: "Struct",
      parameters: "(cls, format)",
      run(args) {
        const format = formatOf(argument(args, 1));
        if (format === undefined) return NULL;
        const self = realm.object(structShape);
        i32[(self + STRUCT_HOST) >>> 2] = realm.heap.hosts.add({ format }, self);
        i32[(self + STRUCT_PLAN) >>> 2] = plans.of(format);
        return self;
      },
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, format)",
        calledBy: "Struct",
        run(args) {
          const format = formatOf(argument(args, 1));
          if (format === undefined) return NULL;
          holderOf(argument(args, 0)).format = format;
          i32[(argument(args, 0) + STRUCT_PLAN) >>> 2] = plans.of(format);
          return none;
        },
      },
      {
        name: "pack",
        parameters: "(self, /, *values)",
        kernel: { 2: kernel.packStructOfTuple },
        spread: kernel.packStruct,
        takesNames: true,
        run: (args) => packing.pack(holderOf(argument(args, 0)).format, args + 4, 0),
      },
      {
        name: "pack_into",
        parameters: "(self, /, *values)",
        run: (args) => packing.packInto(holderOf(argument(args, 0)).format, args + 4, 0),
      },
      {
        name: "unpack",
        parameters: "(self, buffer, /)",
        kernel: { 2: kernel.unpackStruct },
        run: (args) => unpackWhole(holderOf(argument(args, 0)).format, argument(args, 1)),
      },
      {
        name: "unpack_from",
        parameters: "(self, /, buffer, offset=0)",
        kernel: { 2: kernel.unpackStructFrom, 3: kernel.unpackStructAt },
        run: (args) => packing.unpackFrom(holderOf(argument(args, 0)).format, args + 4),
      },
      {
        name: "iter_unpack",
        parameters: "(self, buffer, /)",
        run: (args) => iterate(holderOf(argument(args, 0)).format, argument(args, 1)),
      },
      {
        name: "__sizeof__",
        parameters: "(self, /)",
        run: (args) => realm.int(structSize(holderOf(argument(args, 0)).format)),
      },
    ],
    getters: [
      { name: "format", get: (self) => realm.str(holderOf(self).format.text) },
      { name: "size", get: (self) => realm.int(holderOf(self).format.size) },
    ],
  });
  iterators.register(iteratorShape, next);
  realm.defineType({
    name: "unpack_iterator",
    module: "_struct",
    shapes: [iteratorShape],
    next,
    iterate: (iterator) => iterator,
    methods: [
      {
        name: "__length_hint__",
        parameters: "(self, /)",
        run: (args) => realm.int(remaining(argument(args, 0))),
      },
    ],
  });

  const withFormat = (
    name: string,
    parameters: string,
    run: (format: Format, args: Address) => Word,
    more: Partial<NativeDefinition> = {},
  ): NativeDefinition => ({
    name,
    parameters,
    run(args) {
      const format = formatOf(argument(args, 0));
      return format === undefined ? NULL : run(format, args);
    },
    ...more,
  });
  /** A function whose arguments are the format and values. */
  const withValues = (
    name: string,
    run: (format: Format, args: Address, from: number) => Word,
    more: Partial<NativeDefinition> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(*values)",
    run(args) {
      const values = argument(args, 0);
      if (library.lists.length(values) === 0) return realm.raise("TypeError", "missing format argument");
      const format = formatOf(library.lists.item(values, 0));
      return format === undefined ? NULL : run(format, args, 1);
    },
    ...more,
  });

  return {
    functions: [
      withValues("pack", packing.pack, {
        kernel: { 1: kernel.packFormatOfTuple },
        spread: kernel.packFormat,
        takesNames: true,
      }),
      withValues("pack_into", packing.packInto),
      withFormat("unpack", "(format, buffer, /)", (format, args) => unpackWhole(format, argument(args, 1)), {
        kernel: { 2: kernel.unpackFormat },
      }),
      withFormat(
        "unpack_from",
        "(format, /, buffer, offset=0)",
        (format, args) => packing.unpackFrom(format, args + 4),
        { kernel: { 2: kernel.unpackFormatFrom, 3: kernel.unpackFormatAt } },
      ),
      withFormat("iter_unpack", "(format, buffer, /)", (format, args) => iterate(format, argument(args, 1))),
      withFormat("calcsize", "(format, /)", ({ size }) => realm.int(size)),
      {
        name: "_clearcache",
        parameters: "()",
        run() {
          cache.clear();
          return none;
        },
      },
    ],
    attributes: () => ({ Struct: structType, error: error.type() }),
    doc: DOC,
  };
}

/** Bytes that CPython's object takes: its head, and a record for each field and the end. */
const structSize = ({ fields }: Format): number => 56 + 32 * (fields.length + 1);

const DOC = `Functions to convert between Python values and C structs.
Python bytes objects are used to hold the data representing the C struct
and also as format strings (explained below) to describe the layout of data
in the C struct.

The optional first format char indicates byte order, size and alignment:
  @: native order, size & alignment (default)
  =: native order, std. size & alignment
  <: little-endian, std. size & alignment
  >: big-endian, std. size & alignment
  !: same as >

The remaining chars indicate types of args and must match exactly;
these can be preceded by a decimal repeat count:
  x: pad byte (no data); c:char; b:signed byte; B:unsigned byte;
  ?: _Bool (requires C99; if not available, char is used instead)
  h:short; H:unsigned short; i:int; I:unsigned int;
  l:long; L:unsigned long; f:float; d:double; e:half-float.
Special cases (preceding decimal count indicates length):
  s:string (array of char); p: pascal string (with count byte).
Special cases (only available in native format):
  n:ssize_t; N:size_t;
  P:an integer type that is wide enough to hold a pointer.
Special case (not in native mode unless 'long long' in platform C):
  q:long long; Q:unsigned long long
Whitespace between formats is ignored.

The variable struct.error is an exception raised on errors.
`;
