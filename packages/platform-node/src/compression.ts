/// The system's libraries of bzip2 and LZMA, called through koffi where that is installed. Their streams lie in C's memory.

import type { Bzip2Calls, Compression, CompressionStream, LzmaCalls, LzmaFilter } from "@hotpy/python-objects";
import { type CLibrary, loadLibrary } from "./c-library.js";

type Call = (...args: unknown[]) => number;

/** Bytes that go in and come out at once. */
const CHUNK = 65536;
/** Places in both `bz_stream` and `lzma_stream`. */
const [NEXT_IN, AVAILABLE_IN, NEXT_OUT, AVAILABLE_OUT] = [0, 8, 24, 32];
const BZ_STREAM_BYTES = 80;
const LZMA_STREAM_BYTES = 136;
/** `lzma_options_lzma`, the largest structure of options. */
const OPTIONS_BYTES = 128;
const FILTER_BYTES = 16;
/** At most so many filters, and what ends their list. */
const MOST_FILTERS = 5;
const NO_FILTER = 0xffff_ffff_ffff_ffffn;

/** Undefined: koffi is not there. */
export function createCompression(): Compression | undefined {
  const library = loadLibrary();
  if (library === undefined) return undefined;
  return { bzip2: orNone(() => createBzip2(library)), lzma: orNone(() => createLzma(library)) };
}

/** Undefined where the library is not installed. */
function orNone<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Memory of C's. */
interface Memory {
  allocate(size: number): bigint;
  free(address: bigint): void;
  write(to: bigint, bytes: Uint8Array): void;
  read(from: bigint, size: number): Uint8Array;
}

function createMemory({ koffi }: CLibrary): Memory {
  const c = koffi.load("libc.so.6");
  const [calloc, free] = [c.func("uintptr_t calloc(size_t n, size_t size)"), c.func("void free(uintptr_t p)")];
  const put = c.func("uintptr_t memcpy(uintptr_t to, const uint8_t *from, size_t size)");
  const get = c.func("memcpy", "uintptr_t", [koffi.out("uint8_t *"), "uintptr_t", "size_t"]);
  return {
    allocate: (size) => BigInt(calloc(1, size) as number),
    free: (address) => void free(address),
    write: (to, bytes) => void put(to, bytes, bytes.length),
    read(from, size) {
      const bytes = new Uint8Array(size);
      get(bytes, from, size);
      return bytes;
    },
  };
}

interface StreamLayout {
  readonly bytes: number;
  /** Whether counts of bytes have 64 bits. */
  readonly isWide: boolean;
  readonly end: number;
  readonly good: ReadonlySet<number>;
  /** Codes that tell of the data's check, with nothing else done. */
  readonly tells: ReadonlySet<number>;
}

/** A stream that `begin` has begun at its address; a number: it was refused. */
function createStream(
  memory: Memory,
  { bytes, isWide, end, good, tells }: StreamLayout,
  begin: (stream: bigint) => number,
  run: (stream: bigint, action: number) => number,
  finish: (stream: bigint) => void,
  check: (stream: bigint) => number = () => 0,
): CompressionStream | number {
  const stream = memory.allocate(bytes);
  const refused = begin(stream);
  if (refused !== 0) {
    memory.free(stream);
    return refused;
  }
  const [input, output] = [memory.allocate(CHUNK), memory.allocate(CHUNK)];
  let isOpen = true;
  let hasTold = false;
  const set = (view: DataView, at: number, count: number): void =>
    isWide ? view.setBigUint64(at, BigInt(count), true) : view.setUint32(at, count, true);
  const get = (view: DataView, at: number): number => view.getUint32(at, true);

  return {
    step(given, action, most) {
      const parts: Uint8Array[] = [];
      let [taken, made, code] = [0, 0, 0];
      for (let isFirst = true; ; isFirst = false) {
        const piece = given.subarray(taken, taken + CHUNK);
        const isLast = taken + piece.length === given.length;
        const room = Math.min(CHUNK, most - made);
        memory.write(input, piece);
        const view = new DataView(memory.read(stream, bytes).buffer);
        view.setBigUint64(NEXT_IN, input, true);
        set(view, AVAILABLE_IN, piece.length);
        view.setBigUint64(NEXT_OUT, output, true);
        set(view, AVAILABLE_OUT, room);
        memory.write(stream, new Uint8Array(view.buffer));
        const said = run(stream, isLast ? action : 0);
        const after = new DataView(memory.read(stream, bytes).buffer);
        taken += piece.length - get(after, AVAILABLE_IN);
        const count = room - get(after, AVAILABLE_OUT);
        // Where all has been done before, some say that there is nothing to do.
        const isIdle = !isFirst && action === 0 && count === 0 && piece.length === 0;
        code = isIdle ? code : said;
        if (count > 0) parts.push(memory.read(output, count));
        made += count;
        const isDry = count < room && taken === given.length && action === 0;
        if (code === end || !good.has(code) || isDry || made === most) break;
        // A call that does nothing means that it wants more than there is.
        if (tells.has(said)) hasTold = true;
        else if (count === 0 && get(after, AVAILABLE_IN) === piece.length && isLast) break;
      }
      const result = new Uint8Array(made);
      let at = 0;
      for (const part of parts) {
        result.set(part, at);
        at += part.length;
      }
      return { output: result, taken, code };
    },
    check: () => (hasTold ? check(stream) : undefined),
    close() {
      if (!isOpen) return;
      isOpen = false;
      finish(stream);
      for (const each of [stream, input, output]) memory.free(each);
    },
  };
}

function createBzip2(library: CLibrary): Bzip2Calls {
  const memory = createMemory(library);
  const bz = library.koffi.load("libbz2.so.1.0");
  const call = (prototype: string): Call => bz.func(prototype) as Call;
  const compress = call("int BZ2_bzCompress(uintptr_t stream, int action)");
  const compressInit = call("int BZ2_bzCompressInit(uintptr_t stream, int level, int verbosity, int workFactor)");
  const compressEnd = call("int BZ2_bzCompressEnd(uintptr_t stream)");
  const decompress = call("int BZ2_bzDecompress(uintptr_t stream)");
  const decompressInit = call("int BZ2_bzDecompressInit(uintptr_t stream, int verbosity, int small)");
  const decompressEnd = call("int BZ2_bzDecompressEnd(uintptr_t stream)");
  const layout = {
    bytes: BZ_STREAM_BYTES,
    isWide: false,
    end: 4,
    good: new Set([0, 1, 2, 3, 4]),
    tells: new Set<number>(),
  };
  return {
    compressor: (level) =>
      createStream(
        memory,
        layout,
        (stream) => compressInit(stream, level, 0, 0),
        // Actions are numbered from BZ_RUN on, which is 0; a call of it without input is an error.
        (stream, action) => compress(stream, action),
        (stream) => void compressEnd(stream),
      ),
    decompressor: () =>
      createStream(
        memory,
        layout,
        (stream) => decompressInit(stream, 0, 0),
        (stream) => decompress(stream),
        (stream) => void decompressEnd(stream),
      ),
  };
}

function createLzma(library: CLibrary): LzmaCalls {
  const memory = createMemory(library);
  const lzma = library.koffi.load("liblzma.so.5");
  const call = (prototype: string): Call => lzma.func(prototype) as Call;
  const code = call("int lzma_code(uintptr_t stream, int action)");
  const end = call("void lzma_end(uintptr_t stream)");
  const getCheck = call("int lzma_get_check(uintptr_t stream)");
  const easy = call("int lzma_easy_encoder(uintptr_t stream, uint32_t preset, int check)");
  const encodeStream = call("int lzma_stream_encoder(uintptr_t stream, uintptr_t filters, int check)");
  const encodeAlone = call("int lzma_alone_encoder(uintptr_t stream, uintptr_t options)");
  const encodeRaw = call("int lzma_raw_encoder(uintptr_t stream, uintptr_t filters)");
  const decodeAuto = call("int lzma_auto_decoder(uintptr_t stream, uint64_t limit, uint32_t flags)");
  const decodeStream = call("int lzma_stream_decoder(uintptr_t stream, uint64_t limit, uint32_t flags)");
  const decodeAlone = call("int lzma_alone_decoder(uintptr_t stream, uint64_t limit)");
  const decodeRaw = call("int lzma_raw_decoder(uintptr_t stream, uintptr_t filters)");
  const preset = call("uint8_t lzma_lzma_preset(uintptr_t options, uint32_t preset)");
  const isSupported = call("uint8_t lzma_check_is_supported(int check)");
  const propertiesSize = call("int lzma_properties_size(_Out_ uint32_t *size, uintptr_t filter)");
  const propertiesEncode = call("int lzma_properties_encode(uintptr_t filter, _Out_ uint8_t *properties)");
  const propertiesDecode = call(
    "int lzma_properties_decode(uintptr_t filter, uintptr_t allocator, const uint8_t *properties, size_t size)",
  );
  const layout = {
    bytes: LZMA_STREAM_BYTES,
    isWide: true,
    end: 1,
    good: new Set([0, 1, 2, 4, 10]),
    tells: new Set([2, 4]),
  };
  /** LZMA_TELL_ANY_CHECK and LZMA_TELL_NO_CHECK, as CPython asks for. */
  const FLAGS = 4 | 1;

  /** Runs with a list of filters in C's memory. */
  function withFilters<T>(filters: readonly LzmaFilter[], use: (list: bigint) => T): T {
    const list = memory.allocate(FILTER_BYTES * MOST_FILTERS);
    const options = filters.map(({ options: bytes }) => {
      if (bytes === undefined || bytes.length === 0) return 0n;
      const address = memory.allocate(OPTIONS_BYTES);
      memory.write(address, bytes);
      return address;
    });
    const words = [...filters.flatMap(({ id }, i) => [id, options[i]]), NO_FILTER, 0n];
    memory.write(list, new Uint8Array(BigUint64Array.from(words).buffer));
    try {
      return use(list);
    } finally {
      for (const address of [...options, list]) if (address !== 0n) memory.free(address);
    }
  }

  const stream = (begin: (stream: bigint) => number): CompressionStream | number =>
    createStream(memory, layout, begin, code, (each) => void end(each), getCheck);

  return {
    compressor(format) {
      if (format.kind === "easy") return stream((each) => easy(each, format.preset, format.check));
      if (format.kind === "xz")
        return withFilters(format.filters, (list) => stream((each) => encodeStream(each, list, format.check)));
      if (format.kind === "raw") return withFilters(format.filters, (list) => stream((each) => encodeRaw(each, list)));
      const options = memory.allocate(OPTIONS_BYTES);
      memory.write(options, format.options);
      const made = stream((each) => encodeAlone(each, options));
      memory.free(options);
      return made;
    },
    decompressor(input) {
      if (input.kind === "raw") return withFilters(input.filters, (list) => stream((each) => decodeRaw(each, list)));
      const { kind, memoryLimit } = input;
      if (kind === "alone") return stream((each) => decodeAlone(each, memoryLimit));
      const decode = kind === "auto" ? decodeAuto : decodeStream;
      return stream((each) => decode(each, memoryLimit, FLAGS));
    },
    preset(number) {
      const options = memory.allocate(OPTIONS_BYTES);
      const isRefused = preset(options, number) !== 0;
      const bytes = memory.read(options, OPTIONS_BYTES);
      memory.free(options);
      return isRefused ? undefined : bytes;
    },
    isCheckSupported: (check) => isSupported(check) !== 0,
    encodeProperties: (filter) =>
      withFilters([filter], (list) => {
        const size = [0];
        const refused = propertiesSize(size, list);
        if (refused !== 0) return refused;
        const properties = new Uint8Array(size[0]);
        return propertiesEncode(list, properties) || properties;
      }),
    decodeProperties: (id, properties) =>
      withFilters([{ id }], (list) => {
        const refused = propertiesDecode(list, 0, properties, properties.length);
        if (refused !== 0) return refused;
        const address = new BigUint64Array(memory.read(list, FILTER_BYTES).buffer)[1];
        if (address === 0n) return new Uint8Array(0);
        const options = memory.read(address, 24);
        const whole = id === 0x4000000000000001n || id === 0x21n ? memory.read(address, 48) : options;
        memory.free(address);
        return whole;
      }),
  };
}
