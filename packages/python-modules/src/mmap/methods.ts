import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import { isPrivate, type MapKit } from "./kit.js";
import type { MapState } from "./maps.js";

const [SEEK_SET, SEEK_CUR, SEEK_END] = [0, 1, 2];
const NEWLINE = 10;
/** The largest `Py_ssize_t`. */
const MOST = 2 ** 63;

/** Reading and writing at the position, as files do it, and searching. */
export function mapMethods(kit: MapKit): NativeDefinition[] {
  const { library, method, number, isOpen, mayWrite } = kit;
  const { realm, argument } = library;
  const { bytes, buffers, none, pythonKernel } = realm;
  const { u8 } = realm.memory;
  const startOf = ({ place }: MapState): Address => place?.start ?? 0;

  /** The next bytes, which the position goes behind. */
  function take(state: MapState, count: number): Word {
    const from = startOf(state) + state.position;
    state.position += count;
    return bytes.from(SHAPE_BYTE_STRING, from, count);
  }

  function read(state: MapState, args: Address): Word {
    const given = argument(args, 1);
    const isWhole = given === NULL || given === none;
    if (!isWhole && (given & 1) === 0 && !realm.integers.isInteger(realm.valueOf(given))) {
      if (realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) === NULL) {
        return realm.raise("TypeError", `argument should be integer or None, not '${realm.typeName(given)}'`);
      }
    }
    const count = isWhole ? -1 : realm.indexNumber(given);
    if (count === undefined || !isOpen(state)) return NULL;
    const rest = Math.max(0, state.size - state.position);
    return take(state, count < 0 || count > rest ? rest : count);
  }

  function readLine(state: MapState): Word {
    const from = startOf(state) + state.position;
    const rest = u8.subarray(from, startOf(state) + Math.max(state.position, state.size));
    const at = rest.indexOf(NEWLINE);
    return take(state, at < 0 ? rest.length : at + 1);
  }

  function write(state: MapState, args: Address): Word {
    const found = buffers.required(argument(args, 1));
    if (found === undefined || !mayWrite(state)) return NULL;
    if (state.position + found.size > state.size) return realm.raise("ValueError", "data out of range");
    u8.copyWithin(startOf(state) + state.position, found.data >>> 0, (found.data >>> 0) + found.size);
    state.position += found.size;
    return realm.int(found.size);
  }

  function writeByte(state: MapState, args: Address): Word {
    const value = number(args, 1);
    if (value === undefined || !isOpen(state)) return NULL;
    if (value < 0) return realm.raise("OverflowError", "unsigned byte integer is less than minimum");
    if (value > 255) return realm.raise("OverflowError", "unsigned byte integer is greater than maximum");
    if (!mayWrite(state)) return NULL;
    if (state.position >= state.size) return realm.raise("ValueError", "write byte out of range");
    u8[startOf(state) + state.position++] = value;
    return none;
  }

  function seek(state: MapState, args: Address): Word {
    const [distance, whence] = [number(args, 1), number(args, 2)];
    if (distance === undefined || whence === undefined || !isOpen(state)) return NULL;
    const bases = { [SEEK_SET]: 0, [SEEK_CUR]: state.position, [SEEK_END]: state.size };
    if (!(whence in bases)) return realm.raise("ValueError", "unknown seek type");
    const position = bases[whence] + distance;
    if (position < 0 || position > state.size) return realm.raise("ValueError", "seek out of range");
    state.position = position;
    return none;
  }

  const finder = (name: string, search: typeof pythonKernel.findBytes): NativeDefinition =>
    method(name, "(self, sub, start=0, end=sys.maxsize, /)", (state, args) => {
      const clip = (at: number | undefined): number | undefined =>
        at === undefined ? undefined : Math.min(state.size, Math.max(0, at < 0 ? at + state.size : at));
      if (buffers.required(argument(args, 1)) === undefined) return NULL;
      const [start, end] = [clip(number(args, 2, state.position)), clip(number(args, 3, state.size))];
      const wanted = buffers.required(argument(args, 1));
      if (wanted === undefined || start === undefined || end === undefined || !isOpen(state)) return NULL;
      if (start > end) return realm.int(-1);
      return realm.int(search(startOf(state), start, end, wanted.data, wanted.size));
    });

  function move(state: MapState, args: Address): Word {
    const [to, from, count] = [number(args, 1), number(args, 2), number(args, 3)];
    if (to === undefined || from === undefined || count === undefined || !isOpen(state) || !mayWrite(state))
      return NULL;
    const fits = Math.min(to, from, count) >= 0 && Math.max(to, from) + count <= state.size;
    if (!fits) return realm.raise("ValueError", "source, destination, or count out of range");
    u8.copyWithin(startOf(state) + to, startOf(state) + from, startOf(state) + from + count);
    return none;
  }

  function flush(state: MapState, args: Address): Word {
    const [offset, size] = [number(args, 1), number(args, 2, state.size)];
    if (offset === undefined || size === undefined || !isOpen(state)) return NULL;
    if (offset < 0 || size < 0 || state.size - offset < size)
      return realm.raise("ValueError", "flush values out of range");
    if (isPrivate(state)) return none;
    return kit.guarded(() => {
      realm.platform
        .systemCalls?.()
        ?.maps()
        .synchronise(kit.maps.part(state, offset, size));
      return none;
    });
  }

  function advise(state: MapState, args: Address): Word {
    const [advice, start, given] = [number(args, 1), number(args, 2), number(args, 3, state.size)];
    if (advice === undefined || start === undefined || given === undefined || !isOpen(state)) return NULL;
    if (start < 0 || start >= state.size) return realm.raise("ValueError", "madvise start out of bounds");
    if (given < 0) return realm.raise("ValueError", "madvise length invalid");
    if (MOST - start < given) return realm.raise("OverflowError", "madvise length too large");
    const length = Math.min(given, state.size - start);
    return kit.guarded(() => {
      realm.platform
        .systemCalls?.()
        ?.maps()
        .advise(kit.maps.part(state, start, length), advice);
      return none;
    });
  }

  function resize(state: MapState, args: Address): Word {
    const size = number(args, 1);
    if (size === undefined || !isOpen(state) || !kit.isUnused(argument(args, 0), "resize")) return NULL;
    if (isPrivate(state)) return realm.raise("TypeError", "mmap can't resize a readonly or copy-on-write memory map.");
    if (size < 0) return realm.raise("ValueError", "new size out of range");
    return kit.guarded((files) => {
      if (state.descriptor >= 0) files.truncate(state.descriptor, state.offset + size);
      kit.maps.resize(state, size);
      return none;
    });
  }

  return [
    method("read", "(self, n=None, /)", read),
    method("readline", "(self, /)", readLine),
    method("read_byte", "(self, /)", (state) => {
      if (state.position >= state.size) return realm.raise("ValueError", "read byte out of range");
      return realm.int(u8[startOf(state) + state.position++]);
    }),
    method("write", "(self, bytes, /)", write),
    method("write_byte", "(self, byte, /)", writeByte),
    method("seek", "(self, pos, whence=0, /)", seek),
    method("tell", "(self, /)", (state) => realm.int(state.position)),
    method("size", "(self, /)", ({ descriptor }) => kit.guarded((files) => realm.int(files.statusOf(descriptor).size))),
    finder("find", pythonKernel.findBytes),
    finder("rfind", pythonKernel.findLastBytes),
    method("move", "(self, dest, src, count, /)", move),
    method("flush", "(self, offset=0, size=0, /)", flush),
    method("madvise", "(self, option, start=0, length=0, /)", advise),
    method("resize", "(self, newsize, /)", resize),
  ];
}
