/** `BytesIO` and `StringIO`: files that are in memory. */
export const inMemorySource = `
class BytesIO(_BufferedIOBase):
    __module__ = '_io'
    def __iter__(self):
        return self
    def __init__(self, initial_bytes=b''):
        self._buffer = bytearray(b'' if initial_bytes is None else content_of(initial_bytes))
        self._at = 0
        self._closed = False
    def readable(self):
        if self._closed:
            self._check_closed()
        return True
    writable = readable
    seekable = readable
    def getvalue(self):
        if self._closed:
            self._check_closed()
        return bytes(self._buffer)
    def getbuffer(self):
        if self._closed:
            self._check_closed()
        return memoryview(self._buffer)
    def close(self):
        self._closed = True
        self._buffer = bytearray()
        self._at = -1
    def read(self, size=-1, /):
        if self._closed:
            self._check_closed()
        if type(size) is not int:
            size = amount(size)
        at = self._at
        end = len(self._buffer) if size is None or size < 0 else min(len(self._buffer), at + size)
        self._at = max(at, end)
        return bytes(self._buffer[at:end])
    read1 = read
    def readinto(self, buffer, /):
        if self._closed:
            self._check_closed()
        view = writable_view(buffer, 'readinto')
        at = self._at
        part = self._buffer[at:at + len(view)]
        view[:len(part)] = part
        self._at = at + len(part)
        return len(part)
    def readline(self, size=-1, /):
        if self._closed:
            self._check_closed()
        if type(size) is not int:
            size = amount(size)
        at = self._at
        end = self._buffer.find(b'\\n', at) + 1 or len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = max(at, end)
        return bytes(self._buffer[at:end])
    def write(self, data, /):
        # At the end, which it never is when closed.
        buffer = self._buffer
        if type(data) is bytes and self._at == len(buffer):
            buffer.extend(data)
            self._at = len(buffer)
            return len(data)
        if self._closed:
            self._check_closed()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = content_of(data)
        if not data:
            return 0
        at = self._at
        if at > len(self._buffer):
            self._buffer.extend(bytes(at - len(self._buffer)))
        self._buffer[at:at + len(data)] = data
        self._at = at + len(data)
        return len(data)
    def seek(self, pos, whence=0, /):
        if self._closed:
            self._check_closed()
        pos = whole(pos)
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
        if self._closed:
            self._check_closed()
        return self._at
    def truncate(self, size=None, /):
        if self._closed:
            self._check_closed()
        size = amount(size)
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f'negative size value {size}')
        del self._buffer[size:]
        return size

def refuse_closed():
    raise ValueError('I/O operation on closed file')

class StringIO(_TextIOBase):
    __module__ = '_io'
    def __init__(self, initial_value='', newline='\\n'):
        check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._keeps_newlines = newline == '\\n' or newline == ''
        self._text = ''
        self._at = 0
        self._parts = []
        self._closed = False
        if initial_value:
            self._text = self._translate(initial_value)
    def _translate(self, text, /):
        if self._newline is None:
            return text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
        return text.replace('\\n', self._newline) if self._newline and self._newline != '\\n' else text
    def _join(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
    @property
    def line_buffering(self):
        if self._closed:
            refuse_closed()
        return False
    def flush(self):
        "Also of a closed one: that is for methods of its own to see."
    def readable(self):
        if self._closed:
            refuse_closed()
        return True
    writable = readable
    seekable = readable
    def getvalue(self):
        if self._closed:
            refuse_closed()
        self._join()
        return self._text
    def close(self):
        self._closed = True
        self._at = 0
        self._text = ''
        self._parts = []
    def write(self, text, /):
        # At the end, which it never is when closed.
        if self._at < 0 and type(text) is str and self._keeps_newlines:
            self._parts.append(text)
            return len(text)
        if self._closed:
            refuse_closed()
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
    def read(self, size=-1, /):
        if self._closed:
            refuse_closed()
        if type(size) is not int:
            size = amount(size)
        self._settle()
        at = self._at
        end = len(self._text) if size is None or size < 0 else min(len(self._text), at + size)
        self._at = max(at, end)
        return self._text[at:end]
    def readline(self, size=-1, /):
        if self._closed:
            refuse_closed()
        if type(size) is not int:
            size = amount(size)
        self._settle()
        at = self._at
        end = line_end(self._text, at, self._newline) or len(self._text)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = max(at, end)
        return self._text[at:end]
    def __next__(self):
        at = self._at
        if at >= 0 and type(self) is StringIO and self._newline in (None, '\\n'):
            end = self._text.find('\\n', at) + 1
            if end:
                self._at = end
                return self._text[at:end]
        line = self.readline()
        if not line:
            raise StopIteration
        return line
    def seek(self, pos, whence=0, /):
        if self._closed:
            refuse_closed()
        pos = whole(pos)
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
        if self._closed:
            refuse_closed()
        self._settle()
        return self._at
    def truncate(self, size=None, /):
        if self._closed:
            refuse_closed()
        size = amount(size)
        self._settle()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f'Negative size value {size}')
        self._text = self._text[:size]
        return size
`;
