/** What the classes of `_bz2` and `_lzma` have in common; each module has `check_code`, which raises what a code means, and `STREAM_END`. */
export const streamClassSource = `
class Stream:
    "A stream of the library, which is given back with the object."
    def __del__(self):
        close(self._number)
    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

class Compressor(Stream):
    _flushed = False
    def compress(self, data, /):
        view = bytes_like(data)
        if self._flushed:
            raise ValueError('Compressor has been flushed')
        if not len(view):
            return b''
        made, taken, code = step(self._number, view, 0, -1)
        check_code(code)
        return made
    def flush(self):
        if self._flushed:
            raise ValueError('Repeated call to flush()')
        self._flushed = True
        made, taken, code = step(self._number, b'', finish_action(), -1)
        check_code(code)
        close(self._number)
        return made

class Decompressor(Stream):
    def _start(self):
        self._eof = False
        self._needs_input = True
        self._unused = self._rest = b''
    eof = property(lambda self: self._eof, doc='True if the end-of-stream marker has been reached.')
    unused_data = property(lambda self: self._unused, doc='Data found after the end of the compressed stream.')
    needs_input = property(lambda self: self._needs_input, doc='True if more input is needed before more decompressed data can be produced.')
    def decompress(self, data, max_length=-1):
        max_length = whole(max_length)
        view = bytes_like(data)
        if self._eof:
            raise EOFError(ended_text())
        given = self._rest + bytes(view) if self._rest else bytes(view)
        made, taken, code = step(self._number, given, 0, max_length)
        check_code(code)
        self._noted()
        rest = given[taken:]
        if code == end_code():
            self._eof = True
            self._needs_input = False
            self._unused, self._rest = rest, b''
            close(self._number)
        else:
            self._rest = rest
            # What the library still holds may be more than was asked for.
            self._needs_input = not rest and not (0 <= max_length == len(made))
        return made
    def _noted(self):
        pass

def bytes_like(data):
    if isinstance(data, bytes):
        return data
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
`;
