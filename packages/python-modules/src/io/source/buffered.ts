/** Files of bytes with a buffer in front of a raw file. */
export const bufferedSource = `
class Detached:
    "Stands where a file has been that is another's now."
    def __init__(self, what):
        self.what = what
    def __getattr__(self, name):
        raise ValueError(f'{self.what} has been detached')

class Buffered(_BufferedIOBase):
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass
    def __init__(self, raw, buffer_size=8192):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw = raw
        self._size = buffer_size
        self._data = b''
        self._at = 0
        self._pending = []
        self._pending_size = 0
    @property
    def closed(self):
        return self.raw.closed
    @property
    def name(self):
        return self.raw.name
    @property
    def mode(self):
        return self.raw.mode
    def close(self):
        if not self.raw.closed:
            try:
                self.flush()
            finally:
                self.raw.close()
    def detach(self):
        self.flush()
        raw = self.raw
        self.raw = Detached('raw stream')
        return raw
    def readable(self):
        return self.raw.readable()
    def writable(self):
        return self.raw.writable()
    def seekable(self):
        return self.raw.seekable()
    def fileno(self):
        return self.raw.fileno()
    def isatty(self):
        return self.raw.isatty()
    def _check(self, verb, /):
        if self.raw.closed:
            raise ValueError(f'{verb} closed file')
    def flush(self):
        self._check('flush of')
        if self._pending:
            data = b''.join(self._pending)
            self._pending = []
            self._pending_size = 0
            while data:
                count = self.raw.write(data)
                if count is None:
                    # What has not been written stays to be written.
                    self._pending = [data]
                    self._pending_size = len(data)
                    raise BlockingIOError(11, 'write could not complete without blocking', 0)
                if not 0 <= count <= len(data):
                    raise OSError(f'raw write() returned invalid length {count} (should have been between 0 and {len(data)})')
                data = data[count:]
    def _forget(self):
        left = len(self._data) - self._at
        self._data = b''
        self._at = 0
        if left:
            self.raw.seek(-left, 1)
    def _rest(self):
        readall = getattr(self.raw, 'readall', None)
        if readall is not None:
            return readall()
        parts = []
        while part := self.raw.read():
            parts.append(part)
        return None if part is None and not parts else b''.join(parts)
    def read(self, size=-1, /):
        self._check('read of')
        if type(size) is not int:
            size = amount(size)
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._must_read('read')
        if self._pending:
            self.flush()
        at = self._at
        data = self._data
        if size is None or size < 0:
            self._data = b''
            self._at = 0
            rest = self._rest()
            return data[at:] + (rest or b'') if at < len(data) else rest
        if at + size <= len(data):
            self._at = at + size
            return data[at:at + size]
        parts = [data[at:]]
        wanted = size - len(parts[0])
        self._data = b''
        self._at = 0
        while wanted > 0:
            part = self.raw.read(max(wanted, self._size))
            if not part:
                # Nothing has come yet, which is not the end.
                if part is None and wanted == size:
                    return None
                break
            if len(part) > wanted:
                self._data = part
                self._at = wanted
                part = part[:wanted]
            parts.append(part)
            wanted -= len(part)
        return b''.join(parts)
    def read1(self, size=-1, /):
        self._check('read of')
        size = whole(size)
        self._must_read('read')
        if self._pending:
            self.flush()
        if self._at == len(self._data):
            self._data = self.raw.read(self._size if size < 0 else max(size, self._size)) or b''
            self._at = 0
        at = self._at
        end = len(self._data) if size < 0 else min(len(self._data), at + size)
        self._at = end
        return self._data[at:end]
    def peek(self, size=0, /):
        self._check('peek of')
        whole(size)
        if self._pending:
            self.flush()
        if self._at == len(self._data):
            self._data = self.raw.read(self._size) or b''
            self._at = 0
        return self._data[self._at:]
    def readline(self, size=-1, /):
        self._check('readline of')
        self._must_read('read')
        if self._pending:
            self.flush()
        if type(size) is not int:
            size = -1 if size is None else amount(size)
        parts = []
        while size:
            if self._at >= len(self._data):
                self._data = self.raw.read(self._size) or b''
                self._at = 0
                if not self._data:
                    break
            end = self._data.find(b'\\n', self._at) + 1 or len(self._data)
            if size > 0:
                end = min(end, self._at + size)
            part = self._data[self._at:end]
            self._at = end
            parts.append(part)
            if part.endswith(b'\\n'):
                break
            if size > 0:
                size -= len(part)
        return parts[0] if len(parts) == 1 else b''.join(parts)
    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line
    def write(self, data, /):
        self._check('write to')
        self._must_write()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if type(data) is not bytes:
            data = content_of(data)
        if self._data:
            self._forget()
        data = bytes(data)
        self._pending.append(data)
        self._pending_size += len(data)
        if self._pending_size > self._size:
            self.flush()
        return len(data)
    def _must_read(self, what, /):
        if not self.raw.readable():
            raise UnsupportedOperation(what)
    def _must_write(self):
        if not self.raw.writable():
            raise UnsupportedOperation('write')
    def seek(self, pos, whence=0, /):
        self._check('seek of')
        pos, whence = whole(pos), c_int(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        if self._pending:
            self.flush()
        if whence == 1:
            pos -= len(self._data) - self._at
        self._data = b''
        self._at = 0
        return self.raw.seek(pos, whence)
    def tell(self):
        self._check('tell of')
        return self.raw.tell() - (len(self._data) - self._at) + self._pending_size
    def truncate(self, pos=None, /):
        if not self.writable():
            raise UnsupportedOperation('truncate')
        if pos is None:
            pos = self.tell()
        self.flush()
        return self.raw.truncate(pos)
    def __repr__(self):
        cls = type(self)
        try:
            return f'<{cls.__module__}.{cls.__qualname__} name={self.name!r}>'
        except (AttributeError, ValueError):
            return f'<{cls.__module__}.{cls.__qualname__}>'

class BufferedReader(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        if not raw.readable():
            raise OSError('File or stream is not readable.')
        Buffered.__init__(self, raw, buffer_size)
    def writable(self):
        return False
    def _must_write(self):
        raise UnsupportedOperation('write')

class BufferedWriter(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        if not raw.writable():
            raise OSError('File or stream is not writable.')
        Buffered.__init__(self, raw, buffer_size)
    def readable(self):
        return False
    def _must_read(self, what, /):
        raise UnsupportedOperation(what)

class BufferedRandom(Buffered):
    __module__ = '_io'

class BufferedRWPair(_BufferedIOBase):
    __module__ = '_io'
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    def __init__(self, reader, writer, buffer_size=8192, /):
        if not reader.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if not writer.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
    def read(self, size=-1, /):
        return self.reader.read(size)
    def read1(self, size=-1, /):
        return self.reader.read1(size)
    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)
    def readinto1(self, buffer, /):
        return self.reader.readinto1(buffer)
    def readline(self, size=-1, /):
        return self.reader.readline(size)
    def peek(self, size=0, /):
        return self.reader.peek(size)
    def write(self, data, /):
        return self.writer.write(data)
    def flush(self):
        self.writer.flush()
    def readable(self):
        return self.reader.readable()
    def writable(self):
        return self.writer.writable()
    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()
    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()
    @property
    def closed(self):
        return self.writer.closed
`;
