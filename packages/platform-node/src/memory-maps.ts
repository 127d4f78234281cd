/// Maps of files in linear memory: the system replaces pages of the memory that Node.js has reserved.

import type { MapCalls } from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

const PROTOTYPES = {
  mmap: "intptr_t mmap(uint8_t *address, size_t size, int protection, int flags, int descriptor, int64_t offset)",
  msync: "int msync(uint8_t *address, size_t size, int flags)",
  madvise: "int madvise(uint8_t *address, size_t size, int advice)",
  getpagesize: "int getpagesize()",
} as const;

const PROT_READ_AND_WRITE = 3;
const [MAP_PRIVATE, MAP_FIXED, MAP_ANONYMOUS, MAP_NORESERVE] = [0x2, 0x10, 0x20, 0x4000];
const MS_SYNC = 4;

export function createMapCalls(library: CLibrary): MapCalls {
  const { koffi, fault, checked } = library;
  const c = library.functions(PROTOTYPES);

  function map(place: Uint8Array, protection: number, flags: number, descriptor: number, offset: number): void {
    // Its result is the address, or MAP_FAILED, which is -1.
    const result = c.mmap(place, place.length, protection, flags | MAP_FIXED, descriptor, offset);
    if (Number(result) === -1) throw fault(koffi.errno());
  }

  return {
    pageSize: c.getpagesize(),
    map,
    unmap: (place) => map(place, PROT_READ_AND_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
    synchronise: (place) => void checked(c.msync(place, place.length, MS_SYNC)),
    advise: (place, advice) => void checked(c.madvise(place, place.length, advice)),
  };
}
