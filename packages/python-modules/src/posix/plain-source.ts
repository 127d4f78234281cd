/// What `posix` has beside the common: functions of C that take numbers and memory. It is a source of its own, compiled when one of them is first called.

export const plainSource = `
def c(name, *given):
    return call_c(name, given)

def text(path):
    result = encoded(path)
    return result + b'\\0'

def place(path, name, directory, takes_number):
    "A path as C takes it: our current directory is not the system's."
    if takes_number and isinstance(path, int):
        return c_int(path)
    if not isinstance(path, (str, bytes)) and not hasattr(type(path), '__fspath__'):
        wanted = 'string, bytes, os.PathLike or integer' if takes_number else 'string, bytes or os.PathLike'
        raise TypeError(f'{name}: path should be {wanted}, not {type(path).__name__}')
    result = text(path)
    if result[:1] == b'/' or len(result) == 1:
        return result
    import posix
    base = posix.getcwdb() if directory is None else b'/proc/self/fd/%d' % c_int(directory)
    return base + b'/' + result

def about(path, name, *given):
    "Calls C; a fault is one of this path."
    try:
        return call_c(name, given)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None

def failed(number):
    if number:
        import posix
        raise OSError(number, posix.strerror(number))

def setting(name, names):
    if isinstance(name, str):
        if name not in names:
            raise ValueError('unrecognized configuration name')
        return names[name]
    if not isinstance(name, int):
        raise TypeError('configuration names must be strings or integers')
    return c_int(name)

def numbers_in(memory):
    return [int.from_bytes(memory[at:at + 4], 'little', signed=True) for at in range(0, len(memory), 4)]

def account(number, what):
    if not hasattr(type(number), '__index__'):
        raise TypeError(f'{what} should be integer, not {type(number).__name__}')
    number = whole(number)
    # What fits a long is said to be less.
    if number >= 1 << 63:
        raise OverflowError(f'{what} is greater than maximum')
    if not -1 <= number <= 0xffffffff:
        raise OverflowError(f'{what} is less than minimum')
    return number & 0xffffffff

def pathconf(path, name):
    import posix
    place_of = place(path, 'pathconf', None, True)
    name = setting(name, posix.pathconf_names)
    if isinstance(place_of, int):
        return about(path, 'fpathconf', place_of, name)
    return about(path, 'pathconf', place_of, name)

def fpathconf(fd, name):
    import posix
    return c('fpathconf', descriptor(fd), setting(name, posix.pathconf_names))

def confstr(name):
    import posix
    name = setting(name, posix.confstr_names)
    size = c('confstr', name, None, 0)
    if size == 0:
        return None
    room = bytearray(size)
    c('confstr', name, room, size)
    return room[:-1].decode('utf-8', 'surrogateescape')

def device_encoding(fd):
    import posix
    try:
        is_terminal = posix.isatty(fd)
    except OSError:
        return None
    return 'utf-8' if is_terminal else None

def chroot(path):
    about(path, 'chroot', place(path, 'chroot', None, False))

def mknod(path, mode, device, dir_fd):
    about(path, 'mknod', place(path, 'mknod', dir_fd, False), 0o600 if mode is None else c_int(mode), whole(device or 0))

def fstatvfs(fd):
    import posix
    return posix.statvfs(c_int(fd))

def sync():
    c('sync')

def lockf(fd, command, length):
    fd, command, length = descriptor(fd), c_int(command), whole(length)
    if command != 1:
        c('lockf', fd, command, length)
        return
    while True:
        try:
            c('lockf', fd, 2, length)
            return
        except OSError as error:
            if error.errno not in (11, 13):
                raise
        pause_for([], clock() + 5)

def posix_fallocate(fd, offset, length):
    failed(c('posix_fallocate', descriptor(fd), whole(offset), whole(length)))

def posix_fadvise(fd, offset, length, advice):
    failed(c('posix_fadvise', descriptor(fd), whole(offset), whole(length), c_int(advice)))

def offset_at(offset):
    return None if offset is None else bytearray(whole(offset).to_bytes(8, 'little', signed=True))

def amount_for(target, count):
    "How much is written at once where the reader may be a thread of ours."
    import posix
    if posix.fstat(target).st_mode & 0o170000 in (0o140000, 0o010000):
        if posix.get_blocking(target):
            poll_until([(target, 4)], float('inf'))
            return min(count, 16384)
    return count

def sendfile(out_fd, in_fd, offset, count):
    target, source, count = c_int(out_fd), c_int(in_fd), whole(count)
    return c('sendfile', target, source, offset_at(offset), amount_for(target, count))

def copy_file_range(src, dst, count, offset_src, offset_dst):
    count = whole(count)
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    return c('copy_file_range', descriptor(src), offset_at(offset_src), descriptor(dst), offset_at(offset_dst), count, 0)

def splice(src, dst, count, offset_src, offset_dst, flags):
    count = whole(count)
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    return c('splice', descriptor(src), offset_at(offset_src), descriptor(dst), offset_at(offset_dst), count, c_int(flags or 0))

def eventfd(initval, flags):
    initval = whole(initval)
    if initval < 0:
        raise ValueError('value must be positive')
    if initval > 0xffffffff:
        raise OverflowError('Python int too large to convert to C unsigned int')
    return c('eventfd', initval, 0o2000000 if flags is None else c_int(flags))

def eventfd_read(fd):
    import posix
    return int.from_bytes(posix.read(descriptor(fd), 8), 'little')

def eventfd_write(fd, value):
    import posix
    posix.write(descriptor(fd), whole(value).to_bytes(8, 'little'))

def memfd_create(name, flags):
    return c('memfd_create', text(name), 1 if flags is None else whole(flags))

def pidfd_open(pid, flags):
    return c('syscall', 434, c_int(pid), c_int(flags or 0), None, 0)

def attribute_call(name, path, follow_symlinks, *given):
    follows = follow_symlinks is None or bool(follow_symlinks)
    at = place(path, name, None, True)
    if isinstance(at, int):
        if not follows:
            raise ValueError(f'{name}: cannot use fd and follow_symlinks together')
        prefix = 'f'
    else:
        prefix = '' if follows else 'l'
    return about(path, prefix + name, at, *given)

def filled(name, path, follow_symlinks, *given):
    for size in (256, 65536):
        room = bytearray(size)
        try:
            return bytes(room[:attribute_call(name, path, follow_symlinks, *given, room, size)])
        except OSError as error:
            if error.errno != 34 or size == 65536:
                raise

def getxattr(path, attribute, follow_symlinks):
    return filled('getxattr', path, follow_symlinks, text(attribute))

def setxattr(path, attribute, value, flags, follow_symlinks):
    data = content_of(value)
    attribute_call('setxattr', path, follow_symlinks, text(attribute), data, len(data), c_int(flags or 0))

def removexattr(path, attribute, follow_symlinks):
    attribute_call('removexattr', path, follow_symlinks, text(attribute))

def listxattr(path, follow_symlinks):
    found = filled('listxattr', '.' if path is None else path, follow_symlinks)
    return [name.decode('utf-8', 'surrogateescape') for name in found.split(b'\\0') if name]

def setuid(uid):
    c('setuid', account(uid, 'uid'))

def seteuid(euid):
    c('seteuid', account(euid, 'uid'))

def setgid(gid):
    c('setgid', account(gid, 'gid'))

def setegid(egid):
    c('setegid', account(egid, 'gid'))

def setreuid(ruid, euid):
    c('setreuid', account(ruid, 'uid'), account(euid, 'uid'))

def setregid(rgid, egid):
    c('setregid', account(rgid, 'gid'), account(egid, 'gid'))

def setresuid(ruid, euid, suid):
    c('setresuid', account(ruid, 'uid'), account(euid, 'uid'), account(suid, 'uid'))

def setresgid(rgid, egid, sgid):
    c('setresgid', account(rgid, 'gid'), account(egid, 'gid'), account(sgid, 'gid'))

def getresuid():
    return three('getresuid')

def getresgid():
    return three('getresgid')

def three(name):
    rooms = bytearray(4), bytearray(4), bytearray(4)
    c(name, *rooms)
    return tuple([int.from_bytes(room, 'little') for room in rooms])

def getgroups():
    count = c('getgroups', 0, None)
    room = bytearray(4 * count)
    c('getgroups', count, room)
    return [number & 0xffffffff for number in numbers_in(room)]

def setgroups(groups):
    if not hasattr(type(groups), '__getitem__') or isinstance(groups, dict):
        raise TypeError('setgroups argument must be a sequence')
    if len(groups) > 65536:
        raise ValueError('too many groups')
    numbers = []
    for each in groups:
        if not isinstance(each, int):
            raise TypeError('groups must be integers')
        numbers.append(account(each, 'gid').to_bytes(4, 'little'))
    c('setgroups', len(numbers), b''.join(numbers))

def initgroups(username, gid):
    c('initgroups', text(username), account(gid, 'gid'))

def getgrouplist(user, group):
    count = 64
    while True:
        room, size = bytearray(4 * count), bytearray(count.to_bytes(4, 'little'))
        if c('getgrouplist', text(user), account(group, 'gid'), room, size) >= 0:
            return [number & 0xffffffff for number in numbers_in(room)][:int.from_bytes(size, 'little')]
        count *= 4

def setpgrp():
    c('setpgrp')

def getlogin():
    room = bytearray(256)
    failed(c('getlogin_r', room, 256))
    return room[:room.index(0)].decode('utf-8', 'surrogateescape')

def ttyname(fd):
    room = bytearray(256)
    failed(c('ttyname_r', c_int(fd), room, 256))
    return room[:room.index(0)].decode('utf-8', 'surrogateescape')

def login_tty(fd):
    c('login_tty', c_int(fd))

def forkpty():
    raise OSError(38, 'Function not implemented: HotPy cannot copy a process that runs')

def sched_get_priority_max(policy):
    return c('sched_get_priority_max', c_int(policy))

def sched_get_priority_min(policy):
    return c('sched_get_priority_min', c_int(policy))

def sched_getscheduler(pid):
    return c('sched_getscheduler', c_int(pid))

def parameters_of(param):
    import posix
    if type(param) is not posix.sched_param:
        raise TypeError('must have a sched_param object')
    return c_int(param[0]).to_bytes(4, 'little', signed=True)

def sched_setscheduler(pid, policy, param):
    c('sched_setscheduler', c_int(pid), c_int(policy), parameters_of(param))

def sched_getparam(pid):
    import posix
    room = bytearray(4)
    c('sched_getparam', c_int(pid), room)
    return posix.sched_param(*numbers_in(room))

def sched_setparam(pid, param):
    c('sched_setparam', c_int(pid), parameters_of(param))

def sched_rr_get_interval(pid):
    room = bytearray(16)
    c('sched_rr_get_interval', c_int(pid), room)
    return int.from_bytes(room[:8], 'little') + int.from_bytes(room[8:], 'little') / 1e9

def waitid(idtype, id, options):
    import posix
    idtype, id, options = c_int(idtype), account(id, 'id'), c_int(options)
    pause = 1
    while True:
        room = bytearray(128)
        c('waitid', idtype, id, room, options | 1)
        numbers = numbers_in(room[:32])
        # si_signo, si_errno, si_code, nothing, si_pid, si_uid, si_status
        if numbers[4]:
            return posix.waitid_result((numbers[4], numbers[5], numbers[0], numbers[6], numbers[2]))
        if options & 1:
            return None
        pause_for([], clock() + pause)
        pause = min(pause * 2, 20)
`;
