/** The classes that all files refine, and what they can do by themselves. */
export const baseSource = `
class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'

def writable_view(buffer, method):
    try:
        view = memoryview(buffer).cast('B')
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f'{method}() argument must be read-write bytes-like object, not {type_name(buffer)}')
    return view

def into(buffer, read, method):
    view = writable_view(buffer, method)
    data = read(len(view))
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f'read() should return bytes, not {type(data).__name__}') if data is not None else BlockingIOError(11, 'read could not complete without blocking')
    view[:len(data)] = data
    return len(data)

def check_closed(file):
    if file.closed:
        raise ValueError('I/O operation on closed file.')

class _IOBase:
    __module__ = '_io'
    _closed = False
    def __init__(self, *args, **options):
        "Takes anything, as CPython's does."
    def _check_closed(self):
        check_closed(self)
    @property
    def closed(self):
        return self._closed
    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True
    def flush(self):
        check_closed(self)
    def readable(self):
        return False
    def writable(self):
        return False
    def seekable(self):
        return False
    def isatty(self):
        check_closed(self)
        return False
    def fileno(self):
        raise UnsupportedOperation('fileno')
    def seek(self, *args):
        raise UnsupportedOperation('seek')
    def tell(self):
        return self.seek(0, 1)
    def truncate(self, *args):
        raise UnsupportedOperation('truncate')
    def _checkClosed(self):
        check_closed(self)
    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.')
    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.')
    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
    def __enter__(self):
        check_closed(self)
        return self
    def __exit__(self, *error):
        self.close()
    def __iter__(self):
        check_closed(self)
        return self
    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line
    def readline(self, size=-1, /):
        if type(size) is not int:
            size = -1 if size is None else amount(size)
        result = []
        count = 0
        while size < 0 or count < size:
            byte = self.read(1)
            if not byte:
                break
            result.append(byte)
            count += 1
            if byte == b'\\n':
                break
        return b''.join(result)
    def readlines(self, hint=-1, /):
        hint = amount(hint)
        if hint is None or hint <= 0:
            return [line for line in self]
        lines = []
        count = 0
        for line in self:
            lines.append(line)
            count += len(line)
            if count >= hint:
                break
        return lines
    def writelines(self, lines, /):
        check_closed(self)
        for line in lines:
            self.write(line)

class _RawIOBase(_IOBase):
    __module__ = '_io'
    def read(self, size=-1, /):
        size = amount(size)
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if isinstance(count, int) and not 0 <= count <= size:
            raise OSError(f'raw readinto() returned invalid length {count} (should have been between 0 and {size})')
        return None if count is None else bytes(buffer[:count])
    def readall(self):
        parts = []
        while part := self.read(65536):
            parts.append(part)
        # Nothing has come yet, which is not the end.
        return None if part is None and not parts else b''.join(parts)
    def readinto(self, *args):
        raise NotImplementedError
    def write(self, *args):
        raise NotImplementedError

class _BufferedIOBase(_IOBase):
    __module__ = '_io'
    def read(self, *args):
        raise UnsupportedOperation('read')
    def read1(self, *args):
        raise UnsupportedOperation('read1')
    def write(self, *args):
        raise UnsupportedOperation('write')
    def detach(self):
        raise UnsupportedOperation('detach')
    def readinto(self, buffer, /):
        return into(buffer, self.read, 'readinto')
    def readinto1(self, buffer, /):
        return into(buffer, self.read1, 'readinto1')

class _TextIOBase(_IOBase):
    __module__ = '_io'
    encoding = None
    errors = None
    newlines = None
    def read(self, *args):
        raise UnsupportedOperation('read')
    def write(self, *args):
        raise UnsupportedOperation('write')
    def detach(self):
        raise UnsupportedOperation('detach')
`;
