/** `TextIOWrapper`: text over a file of bytes. It is read in pieces that end with a line. */
export const textSource = `
def normal_encoding(encoding):
    name = encoding.lower().replace('_', '-')
    return 'utf-8' if name in ('utf8', 'locale', 'utf-8') else name

def check_encoding(encoding):
    if normal_encoding(encoding) in ('utf-8', 'ascii', 'latin-1', 'iso-8859-1'):
        return
    import codecs
    if not codecs.lookup(encoding)._is_text_encoding:
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle arbitrary codecs")

def warn_of_encoding(stacklevel):
    import warnings
    warnings.warn("'encoding' argument not specified", EncodingWarning, stacklevel)

def text_encoding(encoding, stacklevel):
    if encoding is not None:
        return encoding
    import sys
    if sys.flags.warn_default_encoding:
        warn_of_encoding(stacklevel)
    return 'utf-8' if sys.flags.utf8_mode else 'locale'

def file_behind(buffer):
    "The file to which a buffer writes, if it is one that is not read and whose methods are ours."
    return buffer._raw if type(buffer) is BufferedWriter and type(buffer._raw) is FileIO else None

def without_mark(encoding):
    "The encoding that writes no byte order mark, as behind the start of a file."
    name = normal_encoding(encoding)
    if name == 'utf-8-sig':
        return 'utf-8'
    return name.replace('_', '-') + '-le' if name in ('utf-16', 'utf-32') else encoding

class TextIOWrapper(_TextIOBase):
    __module__ = '_io'
    _CHUNK_SIZE = 8192
    _buffer = uninitialized
    _encoding = None
    _newline = None
    _text = ''
    _rest = b''
    _at = 0
    _ended = False
    _line_buffering = False
    _write_through = False
    buffer = property(lambda self: None if type(self._buffer) is Unusable else self._buffer)
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    def __del__(self):
        try:
            if not self.closed:
                warn = getattr(self._buffer, '_dealloc_warn', None)
                if warn is not None:
                    warn(self)
            self.close()
        except Exception:
            pass
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._buffer = uninitialized
        check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        import sys
        flags = sys.flags
        if encoding is None and flags.warn_default_encoding:
            warn_of_encoding(1)
        if encoding is None or encoding == 'locale':
            encoding = 'UTF-8'
        if flags.dev_mode and errors is not None:
            import codecs
            codecs.lookup_error(errors)
        check_encoding(encoding)
        buffer.readable
        self._buffer = buffer
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
        # How much is read at once: more each time.
        self._reads = 8192
        self._newlines = 0
        self._pending = []
        self._pending_size = 0
        self._telling = True
        # What is written is encoded so; the first text at the start of a file has a mark.
        self._writes_as = encoding
        if without_mark(encoding) != encoding and buffer.seekable() and buffer.writable() and buffer.tell() != 0:
            self._writes_as = without_mark(encoding)
        # The file itself, once it is known that text for it only has to be gathered.
        self._file = None
    encoding = property(lambda self: self._encoding)
    @property
    def errors(self):
        self._check_usable()
        return self._errors
    @property
    def newlines(self):
        if type(self._buffer) is Unusable:
            raise ValueError(self._buffer.why)
        return shown_newlines(self._newlines)
    def _check_usable(self):
        if self._buffer is uninitialized:
            raise ValueError(uninitialized.why)
    line_buffering = property(lambda self: self._line_buffering)
    write_through = property(lambda self: self._write_through)
    @property
    def name(self):
        return self._buffer.name
    @property
    def closed(self):
        return self._buffer.closed
    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if (self._text or self._rest or self._ended) and not (encoding is None and errors is None and newline is ...):
            raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        for name, value in (('encoding', encoding), ('errors', errors)):
            if value is not None and not isinstance(value, str):
                raise TypeError(f"reconfigure() argument '{name}' must be str or None, not {type(value).__name__}")
        if newline is not ...:
            check_newline(newline)
        if encoding is not None:
            encoding = 'UTF-8' if encoding == 'locale' else encoding
            check_encoding(encoding)
        self.flush()
        self._file = None
        if encoding is not None:
            self._encoding = encoding
            self._errors = 'strict' if errors is None else errors
            self._whole = normal_encoding(encoding)[:6] in ('utf-16', 'utf-32', 'utf-7')
            self._skips_mark = normal_encoding(encoding) == 'utf-8-sig'
            is_behind = self._buffer.seekable() and self._buffer.tell() != 0
            self._writes_as = without_mark(encoding) if is_behind else encoding
        elif errors is not None:
            self._errors = errors
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)
    def readable(self):
        return self._buffer.readable()
    def writable(self):
        return self._buffer.writable()
    def seekable(self):
        return self._buffer.seekable()
    def fileno(self):
        return self._buffer.fileno()
    def isatty(self):
        return self._buffer.isatty()
    def detach(self):
        self.flush()
        self._file = None
        buffer = self._buffer
        self._buffer = Unusable('underlying buffer has been detached')
        return buffer
    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()
    def flush(self):
        self._check_closed()
        self._flush_text()
        self._buffer.flush()
    def _flush_text(self):
        if self._pending:
            text = ''.join(self._pending)
            self._pending = []
            self._pending_size = 0
            data = text.encode(self._writes_as, self._errors)
            if self._writes_as is self._encoding and data:
                self._writes_as = without_mark(self._encoding)
            self._buffer.write(data)
    def write(self, text, /):
        file = self._file
        if file is not None and not file._closed and type(text) is str:
            self._pending.append(text)
            self._pending_size += len(text)
            if self._pending_size > 8192:
                self._flush_text()
            return len(text)
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if not self._buffer.writable():
            raise UnsupportedOperation('not writable')
        length = len(text)
        newline = self._newline
        has_newline = '\\n' in text
        if has_newline and newline and newline != '\\n':
            text = text.replace('\\n', newline)
        if self._text or self._rest or self._ended:
            if self._buffer.seekable():
                self.seek(self.tell())
            else:
                # As CPython does, what has been read ahead is forgotten.
                self._forget_text()
        if self._encoding != 'UTF-8' or self._errors != 'strict':
            text.encode(self._encoding, self._errors)
        if self._pending_size + length > self._CHUNK_SIZE:
            self._flush_text()
        self._pending.append(text)
        self._pending_size += length
        if self._write_through or self._pending_size >= self._CHUNK_SIZE:
            self._flush_text()
        if self._line_buffering and (has_newline or '\\r' in text):
            self.flush()
        elif not self._write_through and newline in (None, '', '\\n') and self._encoding == 'UTF-8' and self._errors == 'strict':
            self._file = file_behind(self._buffer)
        return length
    def _fill(self, whole=False, /):
        if self._ended:
            return False
        self._check_closed()
        if not self._buffer.readable():
            raise UnsupportedOperation('not readable')
        self._flush_text()
        rest = self._rest
        if whole or self._whole:
            data = rest + self._buffer.read()
            self._ended = True
        else:
            parts = [rest]
            # Files without a buffer have no read1.
            read = getattr(self._buffer, 'read1', None) or self._buffer.read
            while True:
                size = self._reads
                self._reads = min(4 * size, 262144)
                part = read(size)
                if type(part) is not bytes:
                    part = self._bytes_of(part, 'read1' if hasattr(self._buffer, 'read1') else 'read')
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
        text = None
        try:
            if self._whole and not self._started:
                # A text that is to have a mark must have one.
                import codecs
                text = codecs.getincrementaldecoder(encoding)(self._errors).decode(data, True)
            elif not self._rest.isascii():
                self._decode_strictly(self._rest, encoding)
            if text is None:
                text = data.decode(encoding, self._errors)
        except UnicodeDecodeError:
            pass
        if text is None:
            # Faults show where CPython has them: in the chunk that has been read at once, before the first of its lines.
            known = data + self._rest
            try:
                self._decode_strictly(known, encoding)
            except UnicodeDecodeError as fault:
                cut = known.rfind(b'\\n', 0, fault.start - fault.start % self._CHUNK_SIZE) + 1
                if not cut:
                    # Nobody gets that chunk any more.
                    self._rest = known[fault.start - fault.start % self._CHUNK_SIZE + self._CHUNK_SIZE:]
                    raise
                data = known[:cut]
                self._rest = known[cut:]
                self._ended = False
            text = data.decode(encoding, self._errors)
        self._started = True
        left = self._text[self._at:]
        self._raw_text = self._raw_rest() + text
        if self._newline:
            pass
        elif '\\r' in text:
            self._note(text)
            if self._newline is None:
                text = text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
        elif '\\n' in text:
            self._newlines |= 2
        self._text = left + text if left else text
        self._at = 0
        return True
    def _bytes_of(self, data, method, /):
        "What a method of the buffer has returned, as bytes."
        if type(data) is bytes:
            return data
        try:
            return bytes(memoryview(data))
        except TypeError:
            pass
        raise TypeError(f"underlying {method}() should have returned a bytes-like object, not '{type_name(data)}'")
    def _decode_strictly(self, data, encoding, /):
        "Finds bytes that are no text, if such are faults. The last character need not be complete."
        if self._errors == 'strict':
            import codecs
            decoder = codecs.lookup(encoding).incrementaldecoder
            if decoder is not None:
                decoder().decode(data, self._ended)
    def _note(self, text, /):
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
    def read(self, size=-1, /):
        self._check_closed()
        if type(size) is not int:
            size = amount(size)
        if size is None or size < 0:
            self._fill(True)
            if not self._buffer.readable():
                raise UnsupportedOperation('not readable')
            text = self._text[self._at:] if self._at else self._text
            self._at = len(self._text)
            return text
        while len(self._text) - self._at < size and self._fill():
            pass
        if not self._buffer.readable():
            raise UnsupportedOperation('not readable')
        at = self._at
        self._at = min(len(self._text), at + size)
        return self._text[at:self._at]
    def readline(self, size=-1, /):
        self._check_closed()
        if type(size) is not int:
            size = whole(size)
        at = self._at
        end = line_end(self._text, at, self._newline)
        while not end:
            if not self._fill():
                if not self._buffer.readable():
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
        if not self._buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        self.flush()
        position = self._buffer.tell() - len(self._rest)
        left = self._raw_rest()
        return position - len(left.encode(self._encoding.replace('-sig', ''), self._errors)) if left else position
    def seek(self, pos, whence=0, /):
        self._check_closed()
        if not self._buffer.seekable():
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
        self._forget_text()
        self._telling = True
        self._started = pos != 0
        if pos != 0 or whence != 2:
            self._writes_as = self._encoding if pos == 0 else without_mark(self._encoding)
        elif self._buffer.seek(0, 2) != 0:
            self._writes_as = without_mark(self._encoding)
        return self._buffer.seek(pos, 2 if whence == 2 else 0)
    def _forget_text(self):
        self._text = ''
        self._raw_text = ''
        self._at = 0
        self._rest = b''
        self._ended = False
    def truncate(self, pos=None, /):
        self.flush()
        return self._buffer.truncate(self.tell() if pos is None else pos)
    def __repr__(self):
        self._check_usable()
        parts = []
        try:
            parts.append(f' name={self.name!r}')
        except (AttributeError, ValueError):
            pass
        mode = getattr(self, 'mode', None)
        if mode is not None:
            parts.append(f' mode={mode!r}')
        return f"<_io.TextIOWrapper{''.join(parts)} encoding={self._encoding!r}>"
`;
