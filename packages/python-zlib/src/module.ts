import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Builtins, Library } from "@hotpy/python-builtins";
import {
  adler32,
  crc32,
  createByteArguments,
  createHostObjects,
  type HostObjects,
  lazyModule,
  type ModuleContents,
  nativeException,
  numberAttributes,
} from "@hotpy/python-modules";
import type { NativeDefinition } from "@hotpy/python-objects";
import { CONSTANTS, VERSION } from "./constants.js";
import { BadOptions, Deflater, Inflater, inflateWhole, ZlibFault } from "./streams.js";

const { MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE, Z_NO_FLUSH, Z_FINISH } = CONSTANTS;

/** Makes the module `zlib` importable. */
export function defineZlib({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("zlib", () => makeZlib(library)));
}

function makeZlib(library: Library): ModuleContents {
  const { realm, argument } = library;
  const { bytes, buffers } = realm;
  const error = nativeException(library, "zlib", "error");
  const given = createByteArguments(library);
  const deflaters = createHostObjects<Deflater>(library, "zlib.Compress");
  const inflaters = createHostObjects<Inflater>(library, "zlib.Decompress");

  /** What zlib makes, or the exception that it asks for. */
  function guarded(run: () => Word, badOptions = (text: string): Word => realm.raise("ValueError", text)): Word {
    try {
      return run();
    } catch (fault) {
      if (fault instanceof ZlibFault) return error.raise(fault.message);
      if (fault instanceof BadOptions) return badOptions(fault.message);
      throw fault;
    }
  }

  /** An optional int32; undefined: raised. */
  function number(args: Address, index: number, absent: number): number | undefined {
    return argument(args, index) === NULL ? absent : realm.indexNumber(argument(args, index));
  }
  /** Such arguments from an index on; undefined: raised. */
  function numbers(args: Address, from: number, absent: readonly number[]): number[] | undefined {
    const values = absent.map((value, i) => number(args, from + i, value));
    return values.some((value) => value === undefined) ? undefined : (values as number[]);
  }

  /** A copy of a dictionary for compression that may be given; null: raised. */
  function dictionaryOf(args: Address, index: number, notBytes?: string): Uint8Array | undefined | null {
    if (argument(args, index) === NULL) return undefined;
    if (notBytes !== undefined && buffers.typeOf(argument(args, index)) === undefined) {
      realm.raise("TypeError", notBytes);
      return null;
    }
    return given.bytes(args, index)?.slice() ?? null;
  }

  function compress(args: Address): Word {
    const options = numbers(args, 1, [-1, MAX_WBITS]);
    const data = options === undefined ? undefined : given.bytes(args, 0);
    if (data === undefined || options === undefined) return NULL;
    const [level, windowBits] = options;
    const stream = { level, method: DEFLATED, windowBits, memoryLevel: DEF_MEM_LEVEL, strategy: 0 };
    return guarded(
      () => bytes.fromArray(new Deflater(stream).write(data, Z_FINISH)),
      () => error.raise("Bad compression level"),
    );
  }

  function decompress(args: Address): Word {
    const options = numbers(args, 1, [MAX_WBITS, DEF_BUF_SIZE]);
    const data = options === undefined ? undefined : given.bytes(args, 0);
    if (data === undefined || options === undefined) return NULL;
    if (options[1] < 0) return realm.raise("ValueError", "bufsize must be non-negative");
    return guarded(() => bytes.fromArray(inflateWhole(data, options[0])));
  }

  function compressObject(args: Address): Word {
    const options = numbers(args, 0, [-1, DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, 0]);
    const dictionary = options === undefined ? null : dictionaryOf(args, 5);
    if (dictionary === null || options === undefined) return NULL;
    const [level, method, windowBits, memoryLevel, strategy] = options;
    return guarded(() =>
      deflaters.wrap(new Deflater({ level, method, windowBits, memoryLevel, strategy, dictionary })),
    );
  }

  function decompressObject(args: Address): Word {
    const windowBits = number(args, 0, MAX_WBITS);
    const dictionary =
      windowBits === undefined ? null : dictionaryOf(args, 1, "zdict argument must support the buffer protocol");
    if (dictionary === null || windowBits === undefined) return NULL;
    return guarded(() => inflaters.wrap(new Inflater({ windowBits, dictionary })));
  }

  const checksum = (
    name: string,
    start: number,
    compute: (data: Uint8Array, value: number) => number,
  ): NativeDefinition => ({
    name,
    parameters: `(data, value=${start}, /)`,
    run(args) {
      const value = given.word32(args, 1, start);
      const data = value === undefined ? undefined : given.bytes(args, 0);
      return data === undefined || value === undefined ? NULL : realm.int(compute(data, value));
    },
  });

  const copying = <T>({ wrap, get }: HostObjects<T>, copy: (stream: T) => T): NativeDefinition[] =>
    ["copy", "__copy__", "__deepcopy__"].map((name) => ({
      name,
      parameters: name === "__deepcopy__" ? "(self, memo, /)" : "(self, /)",
      run: (args) => guarded(() => wrap(copy(get(argument(args, 0))))),
    }));

  /** A stream that can be copied. */
  function open<T extends Deflater | Inflater>(stream: T): T {
    if (!stream.isOpen) throw new BadOptions("Inconsistent stream state");
    return stream;
  }

  function defineCompress(): void {
    const self = (args: Address): Deflater => deflaters.get(argument(args, 0));
    realm.defineType({
      name: "Compress",
      module: "zlib",
      shapes: [deflaters.shape],
      methods: [
        {
          name: "compress",
          parameters: "(self, data, /)",
          run(args) {
            const data = given.bytes(args, 1);
            return data === undefined ? NULL : guarded(() => bytes.fromArray(self(args).write(data)));
          },
        },
        {
          name: "flush",
          parameters: "(self, mode=Z_FINISH, /)",
          run(args) {
            const mode = number(args, 1, Z_FINISH);
            if (mode === undefined) return NULL;
            if (mode === Z_NO_FLUSH) return bytes.fromArray(new Uint8Array(0));
            return guarded(() => bytes.fromArray(self(args).write(new Uint8Array(0), mode)));
          },
        },
        ...copying(deflaters, (stream) => new Deflater(open(stream))),
      ],
    });
  }

  function defineDecompress(): void {
    const self = (args: Address): Inflater => inflaters.get(argument(args, 0));
    realm.defineType({
      name: "Decompress",
      module: "zlib",
      shapes: [inflaters.shape],
      methods: [
        {
          name: "decompress",
          parameters: "(self, data, /, max_length=0)",
          run(args) {
            const most = number(args, 2, 0);
            if (most === undefined) return NULL;
            if (most < 0) return realm.raise("ValueError", "max_length must be non-negative");
            const data = given.bytes(args, 1);
            return data === undefined ? NULL : guarded(() => bytes.fromArray(self(args).write(data, most)));
          },
        },
        {
          name: "flush",
          parameters: "(self, length=DEF_BUF_SIZE, /)",
          run(args) {
            const length = number(args, 1, DEF_BUF_SIZE);
            if (length === undefined) return NULL;
            if (length <= 0) return realm.raise("ValueError", "length must be greater than zero");
            return guarded(() => bytes.fromArray(self(args).flush()));
          },
        },
        ...copying(inflaters, (stream) => new Inflater(open(stream))),
      ],
      getters: [
        { name: "eof", isField: true, get: (object) => realm.bool(inflaters.get(object).isAtEnd) },
        {
          name: "unused_data",
          isField: true,
          get: (object) => bytes.fromArray(inflaters.get(object).unusedData),
        },
        {
          name: "unconsumed_tail",
          isField: true,
          get: (object) => bytes.fromArray(inflaters.get(object).unconsumedTail),
        },
      ],
    });
  }

  defineCompress();
  defineDecompress();
  return {
    functions: [
      { name: "compress", parameters: "(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)", run: compress },
      { name: "decompress", parameters: "(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)", run: decompress },
      {
        name: "compressobj",
        parameters:
          "(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None)",
        run: compressObject,
      },
      { name: "decompressobj", parameters: "(wbits=MAX_WBITS, zdict=b'')", run: decompressObject },
      checksum("adler32", 1, adler32),
      checksum("crc32", 0, crc32),
    ],
    attributes: () => ({
      error: error.type(),
      ...numberAttributes(realm, CONSTANTS),
      ...Object.fromEntries(
        Object.entries({ ZLIB_VERSION: VERSION, ZLIB_RUNTIME_VERSION: VERSION, __version__: "1.0" }).map(
          ([name, value]) => [name, realm.str(value)],
        ),
      ),
    }),
    doc: DOC,
  };
}

const DOC = `The functions in this module allow compression and decompression using the
zlib library, which is based on GNU zip.

adler32(string[, start]) -- Compute an Adler-32 checksum.
compress(data[, level]) -- Compress data, with compression level 0-9 or -1.
compressobj([level[, ...]]) -- Return a compressor object.
crc32(string[, start]) -- Compute a CRC-32 checksum.
decompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.
decompressobj([wbits[, zdict]]]) -- Return a decompressor object.

'wbits' is window buffer size and container format.
Compressor objects support compress() and flush() methods; decompressor
objects support decompress() and flush().`;
