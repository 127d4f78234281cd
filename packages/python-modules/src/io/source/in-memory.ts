/** `BytesIO` and `StringIO`: files that are in memory. */
export const inMemorySource = `
def attributes_of(file, own):
    "What a program has given a file, beside what it is made of."
    given = {name: value for name, value in file.__dict__.items() if name not in own}
    return given or None

def take_state(file, state, size):
    if not isinstance(state, tuple) or len(state) < size:
        cls = type(file)
        raise TypeError(f'{type_name(file)}.__setstate__ argument should be {size}-tuple, got {type(state).__name__}')

def take_attributes(file, given, which):
    if given is None:
        return
    if not isinstance(given, dict):
        raise TypeError(f'{which} item of state should be a dict, got a {type(given).__name__}')
    file.__dict__.update(given)

class BytesIO(_BufferedIOBase):
    __module__ = '_io'
    _shared = False
    def __iter__(self):
        return self
    def __getstate__(self):
        return self.getvalue(), self._at, attributes_of(self, ('_buffer', '_at', '_closed', '_shared'))
    def __setstate__(self, state, /):
        if '_closed' not in self.__dict__:
            BytesIO.__init__(self)
        if self._closed:
            self._check_closed()
        take_state(self, state, 3)
        self._check_exports()
        self._buffer = bytearray()
        self._at = 0
        self._buffer = bytearray(content_of(state[0]))
        if not isinstance(state[1], int):
            raise TypeError(f'second item of state must be an integer, not {type(state[1]).__name__}')
        if state[1] < 0:
            raise ValueError('position value cannot be negative')
        self._at = int(state[1])
        take_attributes(self, state[2], 'third')
    def _check_exports(self):
        if self._shared:
            # That fails where there are views of it.
            self._buffer.append(0)
            self._buffer.pop()
    def __init__(self, initial_bytes=b''):
        self._check_exports()
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
        self._shared = True
        return memoryview(self._buffer)
    def close(self):
        self._check_exports()
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
        self._check_exports()
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
        self._check_exports()
        del self._buffer[size:]
        return size

def kinds_of_newlines(text):
    both = text.count('\\r\\n')
    return (4 if both else 0) | (text.count('\\r') > both) | (2 if text.count('\\n') > both else 0)

def shown_newlines(kinds):
    found = tuple([text for bit, text in ((1, '\\r'), (2, '\\n'), (4, '\\r\\n')) if kinds & bit])
    return found if len(found) > 1 else found[0] if found else None

def refuse_closed():
    raise ValueError('I/O operation on closed file')

class StringIO(_TextIOBase):
    __module__ = '_io'
    def __init__(self, initial_value='', newline='\\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type_name(newline)}')
        if newline not in (None, '', '\\n', '\\r', '\\r\\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._keeps_newlines = newline == '\\n' or newline == ''
        self._text = ''
        self._at = 0
        self._parts = []
        self._closed = False
        self._kinds = 0
        if initial_value:
            self._text = self._translate(initial_value)
    def __getstate__(self):
        return self.getvalue(), self._newline, self.tell(), attributes_of(self, ('_newline', '_keeps_newlines', '_text', '_at', '_parts', '_closed', '_kinds'))
    def __setstate__(self, state, /):
        if '_closed' in self.__dict__ and self._closed:
            refuse_closed()
        take_state(self, state, 4)
        StringIO.__init__(self, *state[:2])
        # Its ends of lines have been translated already.
        self._text = state[0] or ''
        if not isinstance(state[2], int):
            raise TypeError(f'third item of state must be an integer, got {type(state[2]).__name__}')
        if state[2] < 0:
            raise ValueError('position value cannot be negative')
        self._at = int(state[2])
        take_attributes(self, state[3], 'fourth')
    @property
    def newlines(self):
        if self._closed:
            refuse_closed()
        self._join()
        kinds = kinds_of_newlines(self._text) if self._newline == '' else self._kinds
        return shown_newlines(kinds)
    def _translate(self, text, /):
        if self._newline is None:
            if '\\r' in text or '\\n' in text:
                self._kinds |= kinds_of_newlines(text)
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
