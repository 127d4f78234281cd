/** `FileIO`: a file without a buffer, on natives that call the system. */
export const rawSource = `
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

def number_of_file(file):
    "A file's number; None: what is given must be a path."
    if not hasattr(type(file), '__index__'):
        return None
    try:
        return c_int(file)
    except (OverflowError, TypeError):
        return sys_path(file) and None

class FileIO(_RawIOBase):
    __module__ = '_io'
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    def __del__(self):
        try:
            if not self._closed:
                self._dealloc_warn(self)
            self.close()
        except Exception:
            pass
    def _dealloc_warn(self, source, /):
        "A file that nobody has closed. Without the module nobody has asked to be told."
        import sys
        warnings = sys.modules.get('warnings')
        if self._closefd and self._fd >= 0 and not self._closed and warnings is not None:
            warnings.warn(f'unclosed file {source!r}', ResourceWarning, 1)
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
        audit_open(file, mode, flags)
        descriptor = number_of_file(file)
        if descriptor is not None:
            if descriptor < 0:
                raise ValueError('negative file descriptor')
            self._fd = sys_opened(descriptor, file)
        elif not closefd:
            raise ValueError('Cannot use closefd=False with file name')
        elif opener is not None:
            self._fd = opener(file, flags)
            if not isinstance(self._fd, int):
                raise TypeError('expected integer from opener')
            if self._fd < 0:
                raise ValueError(f'opener returned {self._fd}')
            self._fd = sys_opened(self._fd, file)
        else:
            self._fd = sys_open(file, flags)
        self._closed = False
        # A pipe has no end to go to.
        self._goes_to_end = self._appending and sys_seekable(self._fd)
        if self._goes_to_end:
            sys_seek(self._fd, 0, 2)
    def _check_closed(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')
    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
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
        try:
            return sys_seekable(self._fd)
        except OSError:
            return False
    def fileno(self):
        self._check_closed()
        return self._fd
    def isatty(self):
        self._check_closed()
        return sys_isatty(self._fd)
    def read(self, size=-1, /):
        self._check_closed()
        if type(size) is not int:
            size = amount(size)
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        if size is None or size < 0:
            return self.readall()
        try:
            return sys_read(self._fd, size)
        except BlockingIOError:
            return None
    def readall(self):
        self._check_closed()
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        parts = []
        # Most files are small; the buffers for large ones are costly to make.
        size = 65536
        while True:
            try:
                part = sys_read(self._fd, size)
            except BlockingIOError:
                if not parts:
                    return None
                break
            if not part:
                break
            parts.append(part)
            size = min(size * 2, 1048576) if len(part) == size else size
        return parts[0] if len(parts) == 1 else b''.join(parts)
    def readinto(self, buffer, /):
        view = writable_view(buffer, 'readinto')
        data = self.read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)
    def write(self, data, /):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        if self._goes_to_end:
            sys_seek(self._fd, 0, 2)
        try:
            return sys_write(self._fd, content_of(data))
        except BlockingIOError:
            return None
    def seek(self, pos, whence=0, /):
        self._check_closed()
        return sys_seek(self._fd, whole(pos), c_int(whence))
    def truncate(self, size=None, /):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        size = self.tell() if size is None else whole(size)
        sys_truncate(self._fd, size)
        return size
    def __repr__(self):
        if self._closed:
            return '<_io.FileIO [closed]>'
        name = getattr(self, 'name', None)
        called = f'fd={self._fd}' if name is None else f'name={name!r}'
        return f'<_io.FileIO {called} mode={self.mode!r} closefd={self._closefd}>'
`;
