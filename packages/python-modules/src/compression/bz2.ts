import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { streamClassSource } from "./class-source.js";
import { createCompressionStreams } from "./streams.js";

const source = `${streamClassSource}
def finish_action():
    return 2

def end_code():
    return 4

def ended_text():
    return 'End of stream already reached'

def check_code(code):
    if code >= 0:
        return
    if code == -2:
        raise ValueError('Internal error - invalid parameters passed to libbzip2')
    if code == -3:
        raise MemoryError
    if code in (-4, -5):
        raise OSError('Invalid data stream')
    if code == -6:
        raise OSError('Unknown I/O error')
    if code == -7:
        raise EOFError('Compressed file ended before the logical end-of-stream was detected')
    if code == -1:
        raise RuntimeError('Internal error - Invalid sequence of commands sent to libbzip2')
    raise OSError(f'Unrecognized error from libbzip2: {code}')

def opened(number):
    if number < 0:
        check_code(1 + number)
    return number

class BZ2Compressor(Compressor):
    """Create a compressor object for compressing data incrementally.

  compresslevel
    Compression level, as a number between 1 and 9.

For one-shot compression, use the compress() function instead."""
    __module__ = '_bz2'
    def __new__(cls, compresslevel=9, /):
        level = c_int(compresslevel)
        if not 1 <= level <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        self = object.__new__(cls)
        self._number = opened(compressor(level))
        return self

class BZ2Decompressor(Decompressor):
    """Create a decompressor object for decompressing data incrementally.

For one-shot decompression, use the decompress() function instead."""
    __module__ = '_bz2'
    def __new__(cls, /):
        self = object.__new__(cls)
        self._number = opened(decompressor())
        self._start()
        return self
`;

/** The module `_bz2`, where the system has the library of bzip2. */
export function defineBz2(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  const streams = createCompressionStreams(library);
  const calls = () => realm.platform.compression?.()?.bzip2;
  defineSourceModule(builtins, {
    name: "_bz2",
    source,
    isThere: () => calls() !== undefined,
    natives: [
      ...streams.natives,
      {
        name: "compressor",
        parameters: "(level, /)",
        run: (args) => streams.keep(calls()?.compressor(realm.integers.toNumber(argument(args, 0))) ?? -1),
      },
      { name: "decompressor", parameters: "()", run: () => streams.keep(calls()?.decompressor() ?? -1) },
    ],
    shows: ["BZ2Compressor", "BZ2Decompressor"],
    final: ["BZ2Compressor", "BZ2Decompressor"],
  });
}
