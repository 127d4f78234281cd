import { structSequence } from "../struct-sequence.js";

/** Classes of `posix`. */
export const posixSource = `
class stat_result(tuple):
    __module__ = 'os'
    n_sequence_fields = 10
    n_fields = 19
    n_unnamed_fields = 3
    def __new__(cls, sequence, dict=None):
        values = tuple(sequence)
        if len(values) < 10:
            raise TypeError('os.stat_result() takes an at least 10-sequence (%d-sequence given)' % len(values))
        self = tuple.__new__(cls, values[:10])
        self._more = values[10:]
        return self
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._more[0] if self._more else self[7])
    st_mtime = property(lambda self: self._more[1] if self._more else self[8])
    st_ctime = property(lambda self: self._more[2] if self._more else self[9])
    st_atime_ns = property(lambda self: self._more[3])
    st_mtime_ns = property(lambda self: self._more[4])
    st_ctime_ns = property(lambda self: self._more[5])
    st_blksize = property(lambda self: 4096)
    st_blocks = property(lambda self: (self[6] + 511) // 512)
    st_rdev = property(lambda self: 0)
    def __repr__(self):
        names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
        return f"os.stat_result({', '.join([f'{name}={self[i]!r}' for i, name in enumerate(names)])})"

class terminal_size(tuple):
    __module__ = 'os'
    def __new__(cls, sequence):
        return tuple.__new__(cls, sequence)
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])
    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'

def make_uname(values):
    return tuple.__new__(uname_result, values)

${structSequence("posix", "uname_result", ["sysname", "nodename", "release", "version", "machine"])}
class DirEntry:
    __module__ = 'posix'
    __slots__ = ('name', 'path')
    def __fspath__(self):
        return self.path
    def stat(self, *, follow_symlinks=True):
        import posix
        return posix.stat(self.path, follow_symlinks=follow_symlinks)
    def inode(self):
        return self.stat(follow_symlinks=False).st_ino
    def _kind(self, wanted, follow_symlinks):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == wanted
        except FileNotFoundError:
            return False
    def is_dir(self, *, follow_symlinks=True):
        return self._kind(0o040000, follow_symlinks)
    def is_file(self, *, follow_symlinks=True):
        return self._kind(0o100000, follow_symlinks)
    def is_symlink(self):
        return self._kind(0o120000, False)
    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

class ScandirIterator:
    __module__ = 'posix'
    def __init__(self, path):
        import posix
        slash = b'/' if isinstance(path, bytes) else '/'
        self._base = path if path.endswith(slash) else path + slash
        self._names = iter(posix.listdir(path))
    def __iter__(self):
        return self
    def __next__(self):
        entry = DirEntry()
        entry.name = next(self._names)
        entry.path = self._base + entry.name
        return entry
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.close()
    def close(self):
        self._names = iter(())

def scandir(path):
    return ScandirIterator('.' if path is None else fspath(path))

def make_stat(values):
    return stat_result(values)

def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__) from None
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}')
`;
