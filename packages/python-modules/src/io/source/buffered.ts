/** Files of bytes with a buffer in front of a raw file. */
export const bufferedSource = `
class Unusable:
    "Stands where a file has been that is another's now, or is to be."
    def __init__(self, why):
        self.why = why
    def __getattr__(self, name):
        raise ValueError(self.why)

uninitialized = Unusable('I/O operation on uninitialized object')
import _thread

class Buffered(_BufferedIOBase):
    _raw = uninitialized
    # The thread that fills the buffer.
    _reader = None
    raw = property(lambda self: None if type(self._raw) is Unusable else self._raw)
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    def __del__(self):
        try:
            if not self.closed:
                self._dealloc_warn(self)
            self.close()
        except Exception:
            pass
    def _dealloc_warn(self, source, /):
        warn = getattr(self._raw, '_dealloc_warn', None)
        if warn is not None:
            warn(source)
    def __init__(self, raw, buffer_size=8192):
        self._raw = uninitialized
        buffer_size = whole(buffer_size)
        if not -1 << 63 <= buffer_size < 1 << 63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        if buffer_size >= 0x7fffffff:
            raise MemoryError
        self._raw = raw
        self._size = buffer_size
        self._data = b''
        self._at = 0
        self._pending = []
        self._pending_size = 0
    @property
    def closed(self):
        return self._raw.closed
    @property
    def name(self):
        return self._raw.name
    @property
    def mode(self):
        return self._raw.mode
    def close(self):
        if not self._raw.closed:
            try:
                self.flush()
            finally:
                self._raw.close()
    def detach(self):
        self.flush()
        raw = self._raw
        self._raw = Unusable('raw stream has been detached')
        return raw
    def readable(self):
        return self._raw.readable()
    def writable(self):
        return self._raw.writable()
    def seekable(self):
        return self._raw.seekable()
    def fileno(self):
        return self._raw.fileno()
    def isatty(self):
        return self._raw.isatty()
    def _check(self, verb, /):
        if self._raw.closed:
            raise ValueError(f'{verb} closed file')
    def flush(self):
        self._check('flush of')
        pending = self._pending
        if pending:
            # Other threads may write meanwhile.
            self._pending = []
            data = b''.join(pending)
            self._pending_size -= len(data)
            try:
                while data:
                    count = self._raw_write(data)
                    if count is None:
                        raise self._blocked(0)
                    data = data[count:]
            finally:
                # What has not been written stays to be written.
                if data:
                    self._pending.insert(0, data)
                    self._pending_size += len(data)
    def _blocked(self, written, /):
        return BlockingIOError(11 if type(self._raw) is FileIO else 0, 'write could not complete without blocking', written)
    def _raw_write(self, data, /):
        count = self._raw.write(data)
        if count is None:
            return None
        try:
            count = whole(count)
        except TypeError:
            count = -1
        if not 0 <= count <= len(data):
            raise OSError(f'raw write() returned invalid length {count} (should have been between 0 and {len(data)})')
        return count
    def _raw_read(self, size, /):
        "Reads at most so many bytes; None: nothing has come yet."
        raw = self._raw
        if type(raw) is FileIO:
            return raw.read(size)
        buffer = bytearray(size)
        count = raw.readinto(memoryview(buffer))
        if count is None:
            return None
        try:
            count = whole(count)
        except TypeError as error:
            raise OSError('raw readinto() failed') from error
        if not 0 <= count <= size:
            raise OSError(f'raw readinto() returned invalid length {count} (should have been between 0 and {size})')
        return bytes(memoryview(buffer)[:count])
    def _position(self, position, /):
        position = whole(position)
        if not -1 << 63 <= position < 1 << 63:
            raise ValueError("cannot fit 'int' into an offset-sized integer")
        if position < 0:
            raise OSError(f'Raw stream returned invalid position {position}')
        return position
    def _forget(self):
        left = len(self._data) - self._at
        self._data = b''
        self._at = 0
        if left:
            self._position(self._raw.seek(-left, 1))
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
        return self._position(self._raw.seek(pos, whence))
    def tell(self):
        self._check('tell of')
        return self._position(self._raw.tell()) - (len(self._data) - self._at) + self._pending_size
    def truncate(self, pos=None, /):
        if not self.writable():
            raise UnsupportedOperation('truncate')
        if pos is None:
            pos = self.tell()
        self.flush()
        return self._raw.truncate(pos)
    def __repr__(self):
        cls = type(self)
        try:
            return f'<{cls.__module__}.{cls.__qualname__} name={self.name!r}>'
        except (AttributeError, ValueError):
            return f'<{cls.__module__}.{cls.__qualname__}>'

class BufferedReader(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        self._raw = uninitialized
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        Buffered.__init__(self, raw, buffer_size)
    def writable(self):
        return False
    def _fill(self):
        "Reads what there is room for behind what is in the buffer; how much; None: nothing has come yet."
        part = self._raw_read(self._size - len(self._data))
        if part:
            self._data += part
        return part and len(part)
    def _reset(self):
        self._data = b''
        self._at = 0
    def _rest(self):
        readall = getattr(self._raw, 'readall', None)
        if readall is not None:
            data = readall()
            if data is not None and not isinstance(data, bytes):
                raise TypeError('readall() should return bytes')
            return data
        parts = []
        while part := self._raw.read():
            if not isinstance(part, bytes):
                raise TypeError('read() should return bytes')
            parts.append(part)
        return None if part is None and not parts else b''.join(parts)
    def read(self, size=-1, /):
        if type(size) is not int:
            size = amount(size)
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._check('read of')
        if self._pending:
            self.flush()
        if self._reader is not None:
            self._wait()
        # Threads take turns at calls and in loops, not here.
        at = self._at
        if size is not None and 0 <= size <= len(self._data) - at:
            self._at = at + size
            return self._data[at:at + size]
        self._reader = _thread.get_ident()
        try:
            return self._read_on(size)
        finally:
            self._reader = None
    def _wait(self):
        "Until the thread that fills the buffer is done."
        if self._reader == _thread.get_ident():
            raise RuntimeError(f'reentrant call inside {self!r}')
        import time
        while self._reader is not None:
            time.sleep(0)
    def _read_on(self, size, /):
        at = self._at
        data = self._data
        if size is None or size < 0:
            self._reset()
            rest = self._rest()
            return data[at:] + (rest or b'') if at < len(data) else rest
        parts = [data[at:]] if at < len(data) else []
        wanted = size - len(data) + at
        self._reset()
        # Whole blocks, and the last one by way of the buffer.
        while wanted >= self._size:
            part = self._raw_read(wanted - wanted % self._size)
            if not part:
                return None if part is None and not parts else b''.join(parts)
            parts.append(part)
            wanted -= len(part)
        while wanted > 0 and len(self._data) < self._size:
            count = self._fill()
            if not count:
                # Nothing has come yet, which is not the end.
                return None if count is None and not parts else b''.join(parts)
            part = self._data[self._at:self._at + wanted]
            self._at += len(part)
            parts.append(part)
            wanted -= len(part)
        return parts[0] if len(parts) == 1 else b''.join(parts)
    def read1(self, size=-1, /):
        size = whole(size)
        self._check('read of')
        if size < 0:
            size = self._size
        if not size:
            return b''
        at = self._at
        if at < len(self._data):
            part = self._data[at:at + size]
            self._at = at + len(part)
            return part
        if self._pending:
            self.flush()
        self._reset()
        return self._raw_read(size) or b''
    def peek(self, size=0, /):
        whole(size)
        self._check('peek of')
        if self._pending:
            self.flush()
        if self._at == len(self._data):
            self._reset()
            self._fill()
        return self._data[self._at:]
    def readline(self, size=-1, /):
        if type(size) is not int:
            size = -1 if size is None else amount(size)
        self._check('readline of')
        if self._pending:
            self.flush()
        parts = []
        while size:
            if self._at >= len(self._data):
                self._reset()
                if not self._fill():
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
    def readinto(self, buffer, /):
        return self._read_into(buffer, 'readinto')
    def readinto1(self, buffer, /):
        return self._read_into(buffer, 'readinto1')
    def _read_into(self, buffer, method, /):
        "Fills a buffer; by readinto1 with one read of the raw file at most, and none if what is there is enough to begin with."
        view = writable_view(buffer, method)
        self._check('readinto of')
        written = self._take(view, 0)
        if written == len(view):
            return written
        self._reset()
        if self._pending:
            self.flush()
        while written < len(view):
            wanted = len(view) - written
            if wanted > self._size:
                part = self._raw_read(wanted)
                count = part and len(part)
                if count:
                    view[written:written + count] = part
            elif method == 'readinto1' and written:
                break
            else:
                count = self._fill()
                if count:
                    written += self._take(view, written)
                    continue
            if not count:
                return None if count is None and not written else written
            written += count
            if method == 'readinto1':
                break
        return written
    def _take(self, view, start, /):
        "Moves what is in the buffer to a view; how much."
        part = self._data[self._at:self._at + len(view) - start]
        view[start:start + len(part)] = part
        self._at += len(part)
        return len(part)

class BufferedWriter(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        self._raw = uninitialized
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        Buffered.__init__(self, raw, buffer_size)
    def readable(self):
        return False
    def write(self, data, /):
        if type(data) is not bytes:
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = bytes(content_of(data))
        self._check('write to')
        if self._data:
            self._forget()
        size = len(data)
        if self._pending_size + size <= self._size:
            self._pending.append(data)
            self._pending_size += size
            return size
        is_blocked = False
        try:
            self.flush()
        except BlockingIOError:
            is_blocked = True
        if is_blocked:
            # As much is kept as there is room for.
            room = max(0, self._size - self._pending_size)
            self._keep(data[:room])
            if size <= room:
                return size
            raise self._blocked(room)
        written = 0
        while size - written > self._size:
            count = self._raw_write(data[written:])
            if count is None:
                self._keep(data[written:written + self._size])
                raise self._blocked(written + self._size)
            written += count
        self._keep(data[written:])
        return size
    def _keep(self, data, /):
        if data:
            self._pending.append(data)
            self._pending_size += len(data)

class BufferedRandom(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        self._raw = uninitialized
        if type(raw) is not FileIO and not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        Buffered.__init__(self, raw, buffer_size)
    _fill = BufferedReader._fill
    _reset = BufferedReader._reset
    _rest = BufferedReader._rest
    _read_into = BufferedReader._read_into
    _take = BufferedReader._take
    _keep = BufferedWriter._keep
    _wait = BufferedReader._wait
    _read_on = BufferedReader._read_on
    read = BufferedReader.read
    read1 = BufferedReader.read1
    peek = BufferedReader.peek
    readline = BufferedReader.readline
    readinto = BufferedReader.readinto
    readinto1 = BufferedReader.readinto1
    __next__ = BufferedReader.__next__
    write = BufferedWriter.write

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
