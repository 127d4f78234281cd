import { NULL, type Word } from "@hotpy/memory";
import {
  type BufferBytes,
  type BufferItems,
  BYTEARRAY_EXPORTS,
  MEMORYVIEW_HOST,
  MEMORYVIEW_OBJECT,
  type Realm,
  SHAPE_MEMORYVIEW,
} from "@hotpy/python-objects";

/** How a memoryview sees the memory of its object. Distances are in bytes. */
export interface View {
  readonly format: string;
  readonly itemSize: number;
  readonly isReadOnly: boolean;
  /** From the first byte of the object to the first item. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** memoryviews. All leaf. */
export interface Views {
  isView(word: Word): boolean;
  /** A view of an object, which is then in use; NULL: raised. */
  create(object: Word, view: View): Word;
  /** What a memoryview sees; undefined: it has been released, raised. */
  viewOf(word: Word): View | undefined;
  /** The object, NULL if the view has been released. */
  objectOf(word: Word): Word;
  /** Address of the first byte of its object; undefined: raised. */
  dataOf(word: Word): number | undefined;
  release(word: Word): void;
  /** The bytes of all items in their order. */
  bytesOf(word: Word, view: View): Uint8Array | undefined;
  /** A view of all items of a bytes-like object; undefined: raised. */
  whole(object: Word): View | undefined;
}

const BYTES: BufferItems = { format: "B", size: 1 };

export const countOf = ({ shape }: View): number => shape.reduce((product, size) => product * size, 1);
export const sizeOf = (view: View): number => countOf(view) * view.itemSize;

/** Distances between items that lie side by side. */
export function packedStrides(shape: readonly number[], itemSize: number): number[] {
  const strides: number[] = [];
  let distance = itemSize;
  for (const size of [...shape].reverse()) {
    strides.unshift(distance);
    distance *= size;
  }
  return strides;
}

/** Whether the items lie side by side, the last index running fastest. */
export function isPacked(view: View): boolean {
  const packed = packedStrides(view.shape, view.itemSize);
  return countOf(view) === 0 || view.shape.every((size, i) => size === 1 || view.strides[i] === packed[i]);
}

/** Calls `visit` with the offset of each item, the last index running fastest. */
export function forEachItem(view: View, visit: (offset: number) => void): void {
  const go = (dimension: number, offset: number): void => {
    if (dimension === view.shape.length) return visit(offset);
    for (let i = 0; i < view.shape[dimension]; i++) go(dimension + 1, offset + i * view.strides[dimension]);
  };
  go(0, view.offset);
}

export function createViews({ memory, heap, bytes, buffers, object: newObject, raise, valueOf }: Realm): Views {
  const { i32, u8 } = memory;

  const isView = (word: Word): boolean => (word & 1) === 0 && word !== 0 && i32[word >>> 2] >>> 8 === SHAPE_MEMORYVIEW;
  const objectOf = (word: Word): Word => i32[(word + MEMORYVIEW_OBJECT) >>> 2];

  function viewOf(word: Word): View | undefined {
    if (objectOf(word) !== NULL) return heap.hosts.get(i32[(word + MEMORYVIEW_HOST) >>> 2]) as View;
    raise("ValueError", "operation forbidden on released memoryview object");
    return undefined;
  }

  /** Counts the views of what a bytearray holds. */
  function retain(object: Word, change: number): void {
    const value = buffers.holder(object);
    if (bytes.isByteArray(value)) i32[(value + BYTEARRAY_EXPORTS) >>> 2] += change;
  }

  const dataOf = (word: Word): number | undefined => {
    const found = buffers.bytes(objectOf(word));
    return found === undefined ? undefined : found.data >>> 0;
  };

  function bytesOf(word: Word, view: View): Uint8Array | undefined {
    const data = dataOf(word);
    if (data === undefined) return undefined;
    heap.require(sizeOf(view));
    if (isPacked(view)) return u8.slice(data + view.offset, data + view.offset + sizeOf(view));
    const result = new Uint8Array(sizeOf(view));
    let at = 0;
    forEachItem(view, (offset) => {
      for (let i = 0; i < view.itemSize; i++) result[at++] = u8[data + offset + i];
    });
    return result;
  }

  function create(given: Word, view: View): Word {
    const object = buffers.exporter(given);
    const word = newObject(SHAPE_MEMORYVIEW);
    i32[(word + MEMORYVIEW_OBJECT) >>> 2] = object;
    i32[(word + MEMORYVIEW_HOST) >>> 2] = heap.hosts.add(view, word);
    retain(object, 1);
    return word;
  }

  buffers.define(SHAPE_MEMORYVIEW, {
    bytes(word): BufferBytes | undefined {
      const view = viewOf(word);
      const data = view === undefined ? undefined : dataOf(word);
      if (view === undefined || data === undefined) return undefined;
      if (isPacked(view)) return { data: data + view.offset, size: sizeOf(view) };
      raise("BufferError", "memoryview: underlying buffer is not C-contiguous");
      return undefined;
    },
    isWritable: (word) => viewOf(word)?.isReadOnly === false,
    copy(word) {
      const view = viewOf(word);
      return view === undefined ? undefined : bytesOf(word, view);
    },
  });

  return {
    isView,
    create,
    viewOf,
    objectOf,
    dataOf,
    bytesOf,
    release(word) {
      if (objectOf(word) === NULL) return;
      retain(objectOf(word), -1);
      i32[(word + MEMORYVIEW_OBJECT) >>> 2] = NULL;
    },
    whole(object) {
      const type = buffers.typeOf(object);
      const found = buffers.bytes(object);
      if (type === undefined || found === undefined) return undefined;
      const { format, size } = type.items?.(valueOf(object)) ?? BYTES;
      return {
        format,
        itemSize: size,
        isReadOnly: !type.isWritable(valueOf(object)),
        offset: 0,
        shape: [found.size / size],
        strides: [size],
      };
    },
  };
}
