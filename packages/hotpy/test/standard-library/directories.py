# Paths from an open directory, descriptors in the place of paths, and processes that are told what to open.
import os
import shutil
import signal
import tempfile

directory = os.path.realpath(tempfile.mkdtemp())
os.chdir(directory)
here = os.open('.', os.O_RDONLY)


def tried(function, *args, **options):
    try:
        return function(*args, **options)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


os.mkdir('inner')
inner = os.open('inner', os.O_RDONLY, dir_fd=here)
file = os.open('file', os.O_CREAT | os.O_RDWR, dir_fd=inner)
print(os.writev(file, [b'abc', b'', bytearray(b'defgh')]), os.pwritev(file, [b'X', b'Y'], 2))
os.lseek(file, 0, 0)
parts = [bytearray(3), bytearray(2), bytearray(9)]
print(os.readv(file, parts), parts, os.preadv(file, parts[:1], 6), parts[0])
print(tried(os.readv, file, 3), tried(os.writev, file, {}))
os.mkdir('below', dir_fd=inner)
os.rename('file', 'moved', src_dir_fd=inner, dst_dir_fd=here)
os.link('moved', 'linked', src_dir_fd=here, dst_dir_fd=inner)
os.symlink('linked', 'pointing', dir_fd=inner)
print(os.readlink('pointing', dir_fd=inner), sorted(os.listdir(inner)), sorted(os.listdir(directory)))
print(os.stat('linked', dir_fd=inner).st_size, os.stat('pointing', dir_fd=inner, follow_symlinks=False).st_size, os.stat(inner).st_mode & 0o170000)
os.chmod('linked', 0o640, dir_fd=inner)
os.utime('linked', (10, 20), dir_fd=inner)
print(oct(os.stat('moved').st_mode), os.stat('moved').st_mtime, os.access('linked', os.R_OK, dir_fd=inner))
with os.scandir(inner) as found:
    for entry in sorted(found, key=lambda entry: entry.name):
        print(entry, entry.path, entry.is_file(), entry.is_dir(), entry.is_symlink())
for root, folders, files, _ in os.fwalk('inner'):
    print(root, sorted(folders), sorted(files))
for place in 'moved', '/nowhere/at/all', 'moved/x', 'gone':
    for function in os.stat, os.unlink, os.rmdir:
        if place != 'moved':
            print(function.__name__, place, tried(function, place, dir_fd=here if function is not os.stat else None))
for wrong in 9999, 'x', 1.5:
    print(tried(os.stat, 'moved', dir_fd=wrong), tried(os.unlink, 'moved', dir_fd=wrong), tried(os.mkdir, 'n', dir_fd=wrong))
print(tried(os.stat, here, dir_fd=here), tried(os.stat, here, follow_symlinks=False), tried(os.listdir, 1.5), tried(os.scandir, 1.5))
os.unlink('pointing', dir_fd=inner)
os.rmdir('below', dir_fd=inner)
os.chdir(inner)
print(os.getcwd() == os.path.join(directory, 'inner'))
os.fchdir(here)
print(os.getcwd() == directory, len(os.supports_dir_fd) > 10, os.listdir in os.supports_fd, shutil.rmtree.avoids_symlink_attacks)

source, sink = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, sink, 1), (os.POSIX_SPAWN_OPEN, 2, 'errors', os.O_WRONLY | os.O_CREAT, 0o644), (os.POSIX_SPAWN_CLOSE, source)]
words = ['sh', '-c', 'echo $A; echo error >&2; exit 4']
process = os.posix_spawn('/bin/sh', words, {'A': 'said'}, file_actions=actions, setsigdef=[signal.SIGPIPE], setsigmask=[signal.SIGUSR1])
os.close(sink)
print(os.read(source, 100), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), open('errors').read())
process = os.posix_spawnp('sh', ['sh', '-c', 'exit 3'], os.environ)
print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
for wrong in [()], [(5,)], [(0, 1)], [(1, 1, 1)], [3], [(1, 'x')]:
    print(tried(os.posix_spawn, '/bin/true', ['true'], {}, file_actions=wrong))
for given in [], [''], 'x':
    print(tried(os.posix_spawn, '/bin/true', given, {}))
print(tried(os.posix_spawn, '/nowhere', ['x'], {}), tried(os.posix_spawn, '/bin/true', ['x'], {}, setsigmask=[0]))
shutil.rmtree(directory)
print(os.path.exists(directory))
