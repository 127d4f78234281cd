import type { Address, Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { type BufferBytes, type MapCalls, SHAPE_BYTEARRAY, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "../errno.js";

/*
 *   + 8  index of the state among the heap's host values, raw
 *   + 12 an empty bytearray, whose count of views is that of the map
 */
const MAP_HOST = 8;
const MAP_EXPORTS = 12;
const MAP = defineFields("mmap.mmap", {
  host: fixed("i32", MAP_HOST),
  exports: fixed("word", MAP_EXPORTS, SHAPE_BYTEARRAY),
});

/** Pages of linear memory. */
export interface Place {
  readonly start: Address;
  readonly end: Address;
}

/** A file, or fresh memory, that has taken the place of pages. */
export interface MapState {
  /** Undefined: it has been closed. */
  place: Place | undefined;
  /** Bytes that programs see. */
  size: number;
  position: number;
  /** A copy of the descriptor that was given; -1: there is no file. */
  readonly descriptor: number;
  readonly offset: number;
  /** ACCESS_READ and others. */
  readonly access: number;
  readonly protection: number;
  readonly flags: number;
}

/** Objects of exactly the type `mmap.mmap`. All leaf; what calls the system throws SystemFault. */
export interface Maps {
  readonly shape: number;
  /** Maps a file from its offset on, and makes an object of it. */
  create(state: Omit<MapState, "place" | "position">): Word;
  stateOf(map: Word): MapState;
  /** The bytearray that counts the views. */
  exportsOf(map: Word): Word;
  /** The bytes of a map that is open. */
  bytesOf(map: Word): BufferBytes;
  close(state: MapState): void;
  /** Gives the map another size; the file has it already. */
  resize(state: MapState, size: number): void;
  /** Some bytes of a map. */
  part(state: MapState, offset: number, size: number): Uint8Array;
}

export function createMaps({ realm }: Library): Maps {
  const { memory, heap, platform, bytes } = realm;
  const { i32, u8 } = memory;
  const region = memory.maps;
  const shape = realm.shapes.define(layoutOf("mmap", MAP), 0);
  /** Open maps in the order of their places. */
  let open: { readonly state: MapState; readonly host: number; readonly place: Place }[] = [];

  function calls(): MapCalls {
    const found = platform.systemCalls?.()?.maps();
    if (found === undefined) throw new SystemFault(ERRNO.ENOSYS, "Function not implemented");
    return found;
  }
  const pagesOf = ({ start, end }: Place): Uint8Array => u8.subarray(start, end);
  const stateOf = (map: Word): MapState => heap.hosts.get(i32[(map + MAP_HOST) >>> 2]) as MapState;

  function close(state: MapState): void {
    const { place, descriptor } = state;
    if (place === undefined) return;
    state.place = undefined;
    open = open.filter((each) => each.place !== place);
    calls().unmap(pagesOf(place));
    if (descriptor >= 0) platform.files?.close(descriptor);
  }

  /** Nobody is told when an object dies: maps whose objects have are closed when there is to be another. */
  function closeForgotten(): void {
    for (const { state, host } of open) if (heap.hosts.get(host) !== state) close(state);
  }

  /** The first place between the open maps that is large enough. */
  function findPlace(size: number, pageSize: number): Place {
    const needed = Math.ceil(size / pageSize) * pageSize;
    let start = region.start;
    for (const { place } of open) {
      if (place.start - start >= needed) break;
      start = place.end;
    }
    if (region.end - start < needed) throw new SystemFault(ERRNO.ENOMEM, "Cannot allocate memory");
    return { start, end: start + needed };
  }

  function placed({ size, protection, flags, descriptor, offset }: Omit<MapState, "place" | "position">): Place {
    const system = calls();
    if (size === 0) throw new SystemFault(ERRNO.EINVAL, "Invalid argument");
    const place = findPlace(size, system.pageSize);
    system.map(pagesOf(place), protection, flags, descriptor, offset);
    return place;
  }

  function note(state: MapState, host: number, place: Place): void {
    state.place = place;
    open = [...open, { state, host, place }].sort((a, b) => a.place.start - b.place.start);
  }

  return {
    shape,
    stateOf,
    close,
    create(wanted) {
      closeForgotten();
      const place = placed(wanted);
      const state: MapState = { ...wanted, place, position: 0 };
      const exports = bytes.create(SHAPE_BYTEARRAY, 0);
      const map = realm.object(shape);
      i32[(map + MAP_EXPORTS) >>> 2] = exports;
      // What is mapped and forgotten is a reason to collect.
      const host = heap.hosts.add(state, map, wanted.size);
      i32[(map + MAP_HOST) >>> 2] = host;
      note(state, host, place);
      return map;
    },
    exportsOf: (map) => i32[(map + MAP_EXPORTS) >>> 2],
    bytesOf(map) {
      const { place, size } = stateOf(map);
      return { data: place?.start ?? 0, size };
    },
    resize(state, size) {
      const at = open.findIndex((each) => each.state === state);
      const { host, place: before } = open[at];
      const place = placed({ ...state, size });
      // What has no file is nowhere but here.
      if (state.descriptor < 0) u8.copyWithin(place.start, before.start, before.start + Math.min(size, state.size));
      calls().unmap(pagesOf(before));
      open.splice(at, 1);
      note(state, host, place);
      state.size = size;
    },
    part({ place }, offset, size) {
      const start = (place?.start ?? 0) + offset;
      return u8.subarray(start, start + size);
    },
  };
}
