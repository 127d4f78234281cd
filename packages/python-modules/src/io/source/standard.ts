/** What the standard streams have as their `buffer`. */
export const standardSource = `
class StandardInput(FileIO):
    __module__ = '_io'
    __qualname__ = 'FileIO'
    def seekable(self):
        return False
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        return standard_read(size)
    def readall(self):
        parts = []
        while True:
            part = standard_read(1048576)
            if not part:
                return b''.join(parts)
            parts.append(part)

class StandardOutput(BufferedWriter):
    __module__ = '_io'
    __qualname__ = 'BufferedWriter'
    def __init__(self, raw):
        BufferedWriter.__init__(self, raw)
        self._standard = raw.fileno()
    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return standard_write(self._standard, data)
    def flush(self):
        standard_flush(self._standard)
    def close(self):
        self.flush()

def standard_buffer(fd):
    if fd == 0:
        raw = StandardInput(0, 'rb', False)
        raw.name = '<stdin>'
        return BufferedReader(raw)
    raw = FileIO(fd, 'wb', False)
    raw.name = '<stdout>' if fd == 1 else '<stderr>'
    return StandardOutput(raw)
`;
