/** The classes of `_io`, on natives that call the system. Text is read in pieces that end with a line. */
export const ioSource = `
class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'

class _IOBase:
    __module__ = '_io'
    def _check_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
    @property
    def closed(self):
        return getattr(self, '_closed', False)
    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True
    def flush(self):
        self._check_closed()
    def readable(self):
        return False
    def writable(self):
        return False
    def seekable(self):
        return False
    def isatty(self):
        self._check_closed()
        return False
    def fileno(self):
        raise UnsupportedOperation('fileno')
    def seek(self, pos, whence=0):
        raise UnsupportedOperation('seek')
    def tell(self):
        return self.seek(0, 1)
    def truncate(self, pos=None):
        raise UnsupportedOperation('truncate')
    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation('not readable')
    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation('not writable')
    def __enter__(self):
        self._check_closed()
        return self
    def __exit__(self, *error):
        self.close()
    def __iter__(self):
        self._check_closed()
        return self
    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line
    def readline(self, size=-1):
        size = -1 if size is None else size
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
    def readlines(self, hint=-1):
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
    def writelines(self, lines):
        self._check_closed()
        for line in lines:
            self.write(line)

class _RawIOBase(_IOBase):
    __module__ = '_io'
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])
    def readall(self):
        parts = []
        while True:
            part = self.read(65536)
            if not part:
                break
            parts.append(part)
        return b''.join(parts)
    def readinto(self, buffer):
        raise UnsupportedOperation('readinto')
    def write(self, data):
        raise UnsupportedOperation('write')

class _BufferedIOBase(_IOBase):
    __module__ = '_io'
    def read(self, size=-1):
        raise UnsupportedOperation('read')
    def read1(self, size=-1):
        raise UnsupportedOperation('read1')
    def write(self, data):
        raise UnsupportedOperation('write')
    def detach(self):
        raise UnsupportedOperation('detach')
    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)
    readinto1 = readinto

class _TextIOBase(_IOBase):
    __module__ = '_io'
    encoding = None
    errors = None
    newlines = None
    def read(self, size=-1):
        raise UnsupportedOperation('read')
    def write(self, text):
        raise UnsupportedOperation('write')
    def detach(self):
        raise UnsupportedOperation('detach')

def check_mode(mode):
    kinds = 0
    plus = 0
    for each in mode:
        if each in 'rwxa':
            kinds += 1
        elif each == '+':
            plus += 1
        elif each != 'b':
            raise ValueError(f'invalid mode: {mode}')
    if kinds != 1 or plus > 1:
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')

class FileIO(_RawIOBase):
    __module__ = '_io'
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass
    def __init__(self, file, mode='r', closefd=True, opener=None):
        check_mode(mode)
        self._fd = -1
        self._closed = True
        self.name = file
        reads = 'r' in mode or '+' in mode
        writes = 'r' not in mode or '+' in mode
        self._readable = reads
        self._writable = writes
        self._created = 'x' in mode
        self._appending = 'a' in mode
        flags = 0o2000000 | (2 if reads and writes else 1 if writes else 0)
        if 'x' in mode:
            flags |= 0o300
        elif 'w' in mode:
            flags |= 0o1100
        elif 'a' in mode:
            flags |= 0o2100
        self._closefd = closefd
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            self._fd = file
        elif not closefd:
            raise ValueError('Cannot use closefd=False with file name')
        elif opener is not None:
            self._fd = opener(file, flags)
            if not isinstance(self._fd, int):
                raise TypeError('expected integer from opener')
        else:
            self._fd = sys_open(file, flags)
        self._closed = False
        if self._appending:
            sys_seek(self._fd, 0, 2)
    def close(self):
        if not self._closed:
            self._closed = True
            if self._closefd:
                sys_close(self._fd)
    @property
    def mode(self):
        if self._created:
            return 'xb+' if self._readable else 'xb'
        if self._appending:
            return 'ab+' if self._readable else 'ab'
        if self._readable:
            return 'rb+' if self._writable else 'rb'
        return 'wb'
    @property
    def closefd(self):
        return self._closefd
    def readable(self):
        self._check_closed()
        return self._readable
    def writable(self):
        self._check_closed()
        return self._writable
    def seekable(self):
        self._check_closed()
        return sys_seekable(self._fd)
    def fileno(self):
        self._check_closed()
        return self._fd
    def isatty(self):
        self._check_closed()
        return sys_isatty(self._fd)
    def read(self, size=-1):
        self._check_closed()
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        if size is None or size < 0:
            return self.readall()
        return sys_read(self._fd, size)
    def readall(self):
        self._check_closed()
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        parts = []
        while True:
            part = sys_read(self._fd, 1048576)
            if not part:
                break
            parts.append(part)
        return parts[0] if len(parts) == 1 else b''.join(parts)
    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)
    def write(self, data):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        if self._appending:
            sys_seek(self._fd, 0, 2)
        return sys_write(self._fd, bytes(data))
    def seek(self, pos, whence=0):
        self._check_closed()
        return sys_seek(self._fd, pos, whence)
    def truncate(self, size=None):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        if size is None:
            size = self.tell()
        sys_truncate(self._fd, size)
        return size
    def __repr__(self):
        if self._closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>'

class Buffered(_BufferedIOBase):
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass
    def __init__(self, raw, buffer_size=8192):
        if buffer_size <= 0:
            raise ValueError('invalid buffer size')
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
        self.raw = None
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
    def _check(self, verb):
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
                data = data[count:]
    def _forget(self):
        left = len(self._data) - self._at
        self._data = b''
        self._at = 0
        if left:
            self.raw.seek(-left, 1)
    def read(self, size=-1):
        self._check('read of')
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
            rest = self.raw.readall()
            return data[at:] + (rest or b'') if at < len(data) else rest or b''
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
                break
            if len(part) > wanted:
                self._data = part
                self._at = wanted
                part = part[:wanted]
            parts.append(part)
            wanted -= len(part)
        return b''.join(parts)
    def read1(self, size=-1):
        self._check('read of')
        self._must_read('read')
        if self._at == len(self._data):
            self._data = self.raw.read(self._size if size < 0 else max(size, self._size)) or b''
            self._at = 0
        at = self._at
        end = len(self._data) if size < 0 else min(len(self._data), at + size)
        self._at = end
        return self._data[at:end]
    def peek(self, size=0):
        self._check('peek of')
        if self._at == len(self._data):
            self._data = self.raw.read(self._size) or b''
            self._at = 0
        return self._data[self._at:]
    def readline(self, size=-1):
        self._check('readline of')
        self._must_read('read')
        if self._pending:
            self.flush()
        size = -1 if size is None else size
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
    def write(self, data):
        self._check('write to')
        self._must_write()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._data:
            self._forget()
        data = bytes(data)
        self._pending.append(data)
        self._pending_size += len(data)
        if self._pending_size > self._size:
            self.flush()
        return len(data)
    def _must_read(self, what):
        if not self.raw.readable():
            raise UnsupportedOperation(what)
    def _must_write(self):
        if not self.raw.writable():
            raise UnsupportedOperation('write')
    def seek(self, pos, whence=0):
        self._check('seek of')
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
    def truncate(self, pos=None):
        self._must_write()
        if pos is None:
            pos = self.tell()
        self.flush()
        return self.raw.truncate(pos)
    def __repr__(self):
        cls = type(self)
        try:
            return f'<{cls.__module__}.{cls.__qualname__} name={self.name!r}>'
        except AttributeError:
            return f'<{cls.__module__}.{cls.__qualname__}>'

class BufferedReader(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        if not raw.readable():
            raise OSError('File or stream is not readable.')
        Buffered.__init__(self, raw, buffer_size)

class BufferedWriter(Buffered):
    __module__ = '_io'
    def __init__(self, raw, buffer_size=8192):
        if not raw.writable():
            raise OSError('File or stream is not writable.')
        Buffered.__init__(self, raw, buffer_size)

class BufferedRandom(Buffered):
    __module__ = '_io'

class BufferedRWPair(_BufferedIOBase):
    __module__ = '_io'
    def __init__(self, reader, writer, buffer_size=8192):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)
    def read(self, size=-1):
        return self._reader.read(size)
    def readline(self, size=-1):
        return self._reader.readline(size)
    def peek(self, size=0):
        return self._reader.peek(size)
    def write(self, data):
        return self._writer.write(data)
    def flush(self):
        self._writer.flush()
    def readable(self):
        return True
    def writable(self):
        return True
    def close(self):
        self._writer.close()
        self._reader.close()
    @property
    def closed(self):
        return self._writer.closed

class BytesIO(_BufferedIOBase):
    __module__ = '_io'
    def __init__(self, initial_bytes=b''):
        self._buffer = bytearray(initial_bytes if initial_bytes is not None else b'')
        self._at = 0
        self._closed = False
    def readable(self):
        self._check_closed()
        return True
    writable = readable
    seekable = readable
    def getvalue(self):
        self._check_closed()
        return bytes(self._buffer)
    def getbuffer(self):
        self._check_closed()
        return memoryview(self._buffer)
    def close(self):
        self._closed = True
        self._buffer = bytearray()
    def read(self, size=-1):
        self._check_closed()
        at = self._at
        end = len(self._buffer) if size is None or size < 0 else min(len(self._buffer), at + size)
        self._at = max(at, end)
        return bytes(self._buffer[at:end])
    read1 = read
    def readline(self, size=-1):
        self._check_closed()
        at = self._at
        end = self._buffer.find(b'\\n', at) + 1 or len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = max(at, end)
        return bytes(self._buffer[at:end])
    def write(self, data):
        self._check_closed()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if not data:
            return 0
        at = self._at
        if at > len(self._buffer):
            self._buffer.extend(bytes(at - len(self._buffer)))
        self._buffer[at:at + len(data)] = data
        self._at = at + len(data)
        return len(data)
    def seek(self, pos, whence=0):
        self._check_closed()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'negative seek value {pos}')
            self._at = pos
        elif whence == 1:
            self._at = max(0, self._at + pos)
        elif whence == 2:
            self._at = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at
    def tell(self):
        self._check_closed()
        return self._at
    def truncate(self, size=None):
        self._check_closed()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f'negative size value {size}')
        del self._buffer[size:]
        return size

def check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f'illegal newline type: {type(newline)!r}')
    if newline not in (None, '', '\\n', '\\r', '\\r\\n'):
        raise ValueError(f'illegal newline value: {newline!r}')

def line_end(text, at, newline):
    if newline is None or newline == '\\n':
        return text.find('\\n', at) + 1
    if newline:
        end = text.find(newline, at)
        return end + len(newline) if end >= 0 else 0
    end = text.find('\\n', at) + 1
    other = text.find('\\r', at, end or len(text)) + 1
    if not other:
        return end
    return other + 1 if text.startswith('\\n', other) else other

class StringIO(_TextIOBase):
    __module__ = '_io'
    def __init__(self, initial_value='', newline='\\n'):
        check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._text = ''
        self._at = 0
        self._parts = []
        self._closed = False
        if initial_value:
            self._text = self._translate(initial_value)
    def _translate(self, text):
        if self._newline is None:
            return text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
        return text.replace('\\n', self._newline) if self._newline and self._newline != '\\n' else text
    def _join(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
    @property
    def line_buffering(self):
        return False
    def readable(self):
        self._check_closed()
        return True
    writable = readable
    seekable = readable
    def getvalue(self):
        self._check_closed()
        self._join()
        return self._text
    def close(self):
        self._closed = True
        self._text = ''
        self._parts = []
    def write(self, text):
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        if not text:
            return 0
        shown = self._translate(text)
        if self._at < 0 or (not self._parts and self._at == len(self._text)):
            self._parts.append(shown)
            self._at = -1
        else:
            self._settle()
            at = self._at
            if at == len(self._text):
                self._parts.append(shown)
                self._at = -1
            else:
                if at > len(self._text):
                    self._text += '\\0' * (at - len(self._text))
                self._text = self._text[:at] + shown + self._text[at + len(shown):]
                self._at = at + len(shown)
        return len(text)
    def _settle(self):
        self._join()
        if self._at < 0:
            self._at = len(self._text)
    def read(self, size=-1):
        self._check_closed()
        self._settle()
        at = self._at
        end = len(self._text) if size is None or size < 0 else min(len(self._text), at + size)
        self._at = max(at, end)
        return self._text[at:end]
    def readline(self, size=-1):
        self._check_closed()
        self._settle()
        at = self._at
        end = line_end(self._text, at, self._newline) or len(self._text)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = max(at, end)
        return self._text[at:end]
    def seek(self, pos, whence=0):
        self._check_closed()
        self._settle()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
            self._at = pos
        elif whence not in (1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        elif pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._at = len(self._text)
        return self._at
    def tell(self):
        self._check_closed()
        self._settle()
        return self._at
    def truncate(self, size=None):
        self._check_closed()
        self._settle()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f'Negative size value {size}')
        self._text = self._text[:size]
        return size

def normal_encoding(encoding):
    name = encoding.lower().replace('_', '-')
    return 'utf-8' if name in ('utf8', 'locale', 'utf-8') else name

class TextIOWrapper(_TextIOBase):
    __module__ = '_io'
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        if encoding is None or encoding == 'locale':
            encoding = 'UTF-8'
        ''.encode(encoding)
        self.buffer = buffer
        self._encoding = encoding
        self._errors = 'strict' if errors is None else errors
        self._newline = newline
        self._line_buffering = line_buffering
        self._write_through = write_through
        self._whole = normal_encoding(encoding)[:6] in ('utf-16', 'utf-32', 'utf-7')
        self._skips_mark = normal_encoding(encoding) == 'utf-8-sig'
        self._started = False
        self._text = ''
        self._at = 0
        self._rest = b''
        self._raw_text = ''
        self._ended = False
        self._newlines = 0
        self._pending = []
        self._pending_size = 0
        self._telling = True
    @property
    def encoding(self):
        return self._encoding
    @property
    def errors(self):
        return self._errors
    @property
    def newlines(self):
        kinds = [text for bit, text in ((1, '\\r'), (2, '\\n'), (4, '\\r\\n')) if self._newlines & bit]
        return None if not kinds else kinds[0] if len(kinds) == 1 else tuple(kinds)
    @property
    def line_buffering(self):
        return self._line_buffering
    @property
    def write_through(self):
        return self._write_through
    @property
    def name(self):
        return self.buffer.name
    @property
    def closed(self):
        return self.buffer.closed
    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self._encoding = encoding
        if errors is not None:
            self._errors = errors
        if line_buffering is not None:
            self._line_buffering = line_buffering
    def readable(self):
        return self.buffer.readable()
    def writable(self):
        return self.buffer.writable()
    def seekable(self):
        return self.buffer.seekable()
    def fileno(self):
        return self.buffer.fileno()
    def isatty(self):
        return self.buffer.isatty()
    def detach(self):
        self.flush()
        buffer = self.buffer
        self.buffer = None
        return buffer
    def close(self):
        if not self.buffer.closed:
            try:
                self._flush_text()
            finally:
                self.buffer.close()
    def flush(self):
        self._check_closed()
        self._flush_text()
        self.buffer.flush()
    def _flush_text(self):
        if self._pending:
            text = ''.join(self._pending)
            self._pending = []
            self._pending_size = 0
            self.buffer.write(text.encode(self._encoding, self._errors))
    def write(self, text):
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        length = len(text)
        newline = self._newline
        has_newline = '\\n' in text
        if has_newline and newline and newline != '\\n':
            text = text.replace('\\n', newline)
        if self._text or self._rest or self._ended:
            self.seek(self.tell())
        if self._encoding != 'UTF-8' or self._errors != 'strict':
            text.encode(self._encoding, self._errors)
        self._pending.append(text)
        self._pending_size += length
        if self._write_through or self._pending_size > 8192:
            self._flush_text()
        if self._line_buffering and (has_newline or '\\r' in text):
            self.flush()
        return length
    def _fill(self):
        if self._ended:
            return False
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        self._flush_text()
        rest = self._rest
        if self._whole:
            data = rest + self.buffer.read()
            self._ended = True
        else:
            parts = [rest]
            while True:
                part = self.buffer.read1(262144)
                if not part:
                    self._ended = True
                    break
                cut = part.rfind(b'\\n') + 1
                if cut:
                    parts.append(part[:cut])
                    self._rest = part[cut:]
                    break
                parts.append(part)
            data = parts[1] if len(parts) == 2 and not rest else b''.join(parts)
        if self._ended:
            self._rest = b''
            if not data:
                return False
        encoding = self._encoding
        if self._skips_mark and self._started:
            encoding = 'utf-8'
        self._started = True
        text = data.decode(encoding, self._errors)
        left = self._text[self._at:]
        self._raw_text = self._raw_rest() + text
        if '\\r' in text:
            self._note(text)
            if self._newline is None:
                text = text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
        elif '\\n' in text:
            self._newlines |= 2
        self._text = left + text if left else text
        self._at = 0
        return True
    def _note(self, text):
        both = text.count('\\r\\n')
        if both:
            self._newlines |= 4
        if text.count('\\r') > both:
            self._newlines |= 1
        if text.count('\\n') > both:
            self._newlines |= 2
    def _raw_rest(self):
        raw = self._raw_text
        at = self._at
        if self._newline is not None or '\\r' not in raw:
            return raw[at:]
        place = 0
        while at:
            place += 2 if raw.startswith('\\r\\n', place) else 1
            at -= 1
        return raw[place:]
    def read(self, size=-1):
        self._check_closed()
        if size is None or size < 0:
            while self._fill():
                pass
            if not self.buffer.readable():
                raise UnsupportedOperation('not readable')
            text = self._text[self._at:] if self._at else self._text
            self._at = len(self._text)
            return text
        while len(self._text) - self._at < size and self._fill():
            pass
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        at = self._at
        self._at = min(len(self._text), at + size)
        return self._text[at:self._at]
    def readline(self, size=-1):
        self._check_closed()
        at = self._at
        end = line_end(self._text, at, self._newline)
        while not end:
            if not self._fill():
                if not self.buffer.readable():
                    raise UnsupportedOperation('not readable')
                at = self._at
                end = len(self._text)
                break
            at = 0
            end = line_end(self._text, 0, self._newline)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = end
        return self._text[at:end]
    def __iter__(self):
        self._check_closed()
        return self
    def __next__(self):
        self._telling = False
        if self._newline is None:
            at = self._at
            end = self._text.find('\\n', at) + 1
            if end:
                self._at = end
                return self._text[at:end]
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line
    def tell(self):
        self._check_closed()
        if not self.buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        self.flush()
        position = self.buffer.tell() - len(self._rest)
        left = self._raw_rest()
        return position - len(left.encode(self._encoding.replace('-sig', ''), self._errors)) if left else position
    def seek(self, pos, whence=0):
        self._check_closed()
        if not self.buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1:
            if pos != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            pos = self.tell()
        elif whence == 2:
            if pos != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        elif pos < 0:
            raise ValueError(f'negative seek position {pos!r}')
        self.flush()
        self._text = ''
        self._raw_text = ''
        self._at = 0
        self._rest = b''
        self._ended = False
        self._telling = True
        self._started = pos != 0
        return self.buffer.seek(pos, 2 if whence == 2 else 0)
    def truncate(self, pos=None):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)
    def __repr__(self):
        parts = []
        try:
            parts.append(f' name={self.name!r}')
        except AttributeError:
            pass
        mode = getattr(self, 'mode', None)
        if mode is not None:
            parts.append(f' mode={mode!r}')
        return f"<_io.TextIOWrapper{''.join(parts)} encoding={self._encoding!r}>"

def open_file(file, mode, buffering, encoding, errors, newline, closefd, opener):
    if not isinstance(file, int):
        file = sys_path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for name, value in (('encoding', encoding), ('errors', errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(value).__name__}")
    modes = set(mode)
    if modes - set('axrwb+t') or len(mode) > len(modes):
        raise ValueError(f'invalid mode: {mode!r}')
    is_text = 't' in modes
    is_binary = 'b' in modes
    if is_text and is_binary:
        raise ValueError("can't have text and binary mode at once")
    if len(modes & set('xrwa')) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if is_binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if is_binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if is_binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, mode.replace('t', '').replace('b', ''), closefd, opener)
    try:
        line_buffering = buffering == 1 or buffering < 0 and raw.isatty()
        if buffering == 1 and is_binary:
            buffering = -1
        if buffering == 0:
            if is_binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = 8192 if buffering < 2 else buffering
        if '+' in modes:
            buffer = BufferedRandom(raw, size)
        elif 'r' in modes:
            buffer = BufferedReader(raw, size)
        else:
            buffer = BufferedWriter(raw, size)
        if is_binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except:
        raw.close()
        raise

def open_code(path):
    return open_file(path, 'rb', -1, None, None, None, True, None)

class IncrementalNewlineDecoder:
    __module__ = '_io'
    def __init__(self, decoder, translate, errors='strict'):
        self._decoder = decoder
        self._translate = translate
        self._held = ''
    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        text = self._held + text
        self._held = ''
        if text.endswith('\\r') and not final:
            self._held = '\\r'
            text = text[:-1]
        return text.replace('\\r\\n', '\\n').replace('\\r', '\\n') if self._translate else text
    def reset(self):
        self._held = ''
        if self._decoder is not None:
            self._decoder.reset()
`;
