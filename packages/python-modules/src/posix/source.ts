import { structSequence } from "../struct-sequence.js";

/** Classes of `posix`. */
export const posixSource = `
${structSequence("os", "stat_result", ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size"], {
  unnamed: 3,
  hidden: [
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime_ns",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
  ],
})}
${structSequence("os", "terminal_size", ["columns", "lines"])}
def make_uname(values):
    return tuple.__new__(uname_result, values)

${structSequence("posix", "uname_result", ["sysname", "nodename", "release", "version", "machine"])}
class DirEntry:
    __module__ = 'posix'
    __slots__ = ('_name', '_path', '_directory')
    name = property(lambda self: self._name)
    path = property(lambda self: self._path)
    def __fspath__(self):
        return self._path
    def stat(self, *, follow_symlinks=True):
        import posix
        return posix.stat(self._path, dir_fd=self._directory, follow_symlinks=follow_symlinks)
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
        self._directory = None
        if isinstance(path, int):
            self._base = ''
            self._directory = path
        else:
            slash = b'/' if isinstance(path, bytes) else '/'
            self._base = path if path.endswith(slash) else path + slash
        self._names = iter(posix.listdir(path))
    def __iter__(self):
        return self
    def __next__(self):
        entry = DirEntry()
        entry._name = next(self._names)
        entry._path = self._base + entry._name
        entry._directory = self._directory
        return entry
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.close()
    def close(self):
        self._names = iter(())

def scandir(path):
    if path is None:
        path = '.'
    elif not isinstance(path, (int, str, bytes)):
        if not hasattr(type(path), '__fspath__'):
            raise TypeError(f'scandir: path should be string, bytes, os.PathLike, integer or None, not {type(path).__name__}')
        path = fspath(path)
    return ScandirIterator(path)

def make_stat(values):
    return stat_result((*values, 4096, (values[6] + 511) // 512, 0))

def readv(fd, buffers):
    import posix
    return scatter(buffers, lambda size: posix.read(fd, size))

def preadv(fd, buffers, offset, flags):
    import posix
    return scatter(buffers, lambda size: posix.pread(fd, size, offset))

def scatter(buffers, read):
    views = [memoryview(buffer).cast('B') for buffer in sequence(buffers, 'readv() arg 2')]
    data = memoryview(read(sum([len(view) for view in views])))
    done = 0
    for view in views:
        part = data[done:done + len(view)]
        view[:len(part)] = part
        done += len(part)
    return done

def writev(fd, buffers):
    import posix
    return posix.write(fd, b''.join(sequence(buffers, 'writev() arg 2')))

def pwritev(fd, buffers, offset, flags):
    import posix
    return posix.pwrite(fd, b''.join(sequence(buffers, 'pwritev() arg 2')), offset)

def sequence(buffers, where):
    if not hasattr(type(buffers), '__getitem__') or isinstance(buffers, dict):
        raise TypeError(where + ' must be a sequence')
    return list(buffers)

def fsync(fd):
    synchronise(c_int(descriptor(fd)))

def fdatasync(fd):
    synchronise(c_int(descriptor(fd)))

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
