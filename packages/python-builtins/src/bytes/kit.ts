import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy } from "@hotpy/object-model";
import { type BufferBytes, type BytesShape, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import type { Codecs } from "../codecs/codecs.js";
import type { Library } from "../library.js";

/** What the methods of bytes and bytearray, which have most in common, are made with: one for each of the two types. */
export interface BytesKit {
  readonly library: Library;
  readonly codecs: Codecs;
  readonly name: "bytes" | "bytearray";
  /** Of the results. */
  readonly shape: BytesShape;
  /** The bytes of `self`, the first argument. The address is dead after a safepoint, and after a bytearray has grown. */
  self(args: Address): BufferBytes;
  /** The same of a bytes-like argument; undefined: raised. */
  required(args: Address, index: number): BufferBytes | undefined;
  /** A new object with copies of bytes. */
  copy(data: Address, size: number): Word;
  /** A part of `self`: `self` itself if it is all of a bytes object. */
  part(args: Address, start: number, end: number): Word;
  /** The result of a kernel, with the exception raised where it says that there is no memory. */
  made(result: Word): Word;
}

export function createBytesKit(library: Library, codecs: Codecs, name: BytesKit["name"], shape: BytesShape): BytesKit {
  const { realm, argument } = library;
  const { bytes, buffers } = realm;
  const self = (args: Address): BufferBytes => ({
    data: bytes.data(argument(args, 0)),
    size: bytes.size(argument(args, 0)),
  });
  const copy = (data: Address, size: number): Word => bytes.from(shape, data, size);
  return {
    library,
    codecs,
    name,
    shape,
    self,
    required: (args, index) => buffers.required(argument(args, index)),
    copy,
    part(args, start, end) {
      const { data, size } = self(args);
      if (shape === SHAPE_BYTE_STRING && start === 0 && end === size) return argument(args, 0);
      return copy(data + start, end - start);
    },
    made: madeBy(realm.heap),
  };
}

/** What is looked for: the bytes of a bytes-like object, or a single byte; undefined: raised. May collect. */
export function partOrByte(
  { library: { realm, argument } }: BytesKit,
  args: Address,
  index: number,
): BufferBytes | number | undefined {
  const given = argument(args, index);
  if (realm.buffers.typeOf(given) !== undefined) return realm.buffers.bytes(given);
  if (realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) !== NULL) return byteOf(realm, given);
  realm.raise("TypeError", `argument should be integer or bytes-like object, not '${realm.typeName(given)}'`);
  return undefined;
}

/** An integer that is a byte; undefined: raised. May collect. */
export function byteOf(realm: Library["realm"], word: Word): number | undefined {
  const value = realm.indexNumber(word);
  if (value === undefined) return undefined;
  if (value >= 0 && value < 256) return value;
  realm.raise("ValueError", "byte must be in range(0, 256)");
  return undefined;
}
