import { structSequence } from "../struct-sequence.js";
import { WAITING_SOURCE } from "../waiting.js";

/** Paths as the system takes them. */
export const PATH_SOURCE = `
def encoded(text):
    if not isinstance(text, (str, bytes)):
        text = path_of(text)
    result = text.encode('utf-8', 'surrogateescape') if isinstance(text, str) else bytes(text)
    if b'\\0' in result:
        raise ValueError('embedded null byte')
    return result

def path_of(path):
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__) from None
    return method(path)
`;

/** Starting processes and waiting for them; `posix` and `_posixsubprocess` share it. */
export const PROCESS_SOURCE = `${WAITING_SOURCE}${PATH_SOURCE}
# A process that has ended or stopped, (0, 0, None) where none has. Other threads run meanwhile.
def wait_for(pid, options):
    found = wait_now(pid, options | 1)
    if found[0] or options & 1:
        return found
    # A descriptor tells of the end of one process alone; else it is looked again and again.
    handle = process_descriptor(pid) if pid > 0 and options == 0 else -1
    pause = 1
    try:
        while True:
            if handle >= 0:
                pause_for([(handle, 1)], float('inf'))
            else:
                pause_for([], clock() + pause)
                pause = min(pause * 2, 20)
            found = wait_now(pid, options | 1)
            if found[0]:
                return found
    finally:
        if handle >= 0:
            close_descriptor(handle)
`;

/** What a process has used. */
export const RUSAGE_SOURCE = structSequence("resource", "struct_rusage", [
  "ru_utime",
  "ru_stime",
  "ru_maxrss",
  "ru_ixrss",
  "ru_idrss",
  "ru_isrss",
  "ru_minflt",
  "ru_majflt",
  "ru_nswap",
  "ru_inblock",
  "ru_oublock",
  "ru_msgsnd",
  "ru_msgrcv",
  "ru_nsignals",
  "ru_nvcsw",
  "ru_nivcsw",
]);

/** What `posix` has of processes. */
export const posixProcessSource = `${PROCESS_SOURCE}
${structSequence("posix", "times_result", ["user", "system", "children_user", "children_system", "elapsed"])}
${structSequence("os", "statvfs_result", [
  "f_bsize",
  "f_frsize",
  "f_blocks",
  "f_bfree",
  "f_bavail",
  "f_files",
  "f_ffree",
  "f_favail",
  "f_flag",
  "f_namemax",
  "f_fsid",
])}
${RUSAGE_SOURCE}
${structSequence("posix", "sched_param", ["sched_priority"], { takesItems: true })}
${structSequence("posix", "waitid_result", ["si_pid", "si_uid", "si_signo", "si_status", "si_code"])}
def waitpid(pid, options):
    return wait_for(pid, options)[:2]

def wait():
    return wait_for(-1, 0)[:2]

def wait4(pid, options):
    pid, status, usage = wait_for(pid, options)
    return pid, status, struct_rusage(usage)

def wait3(options):
    return wait4(-1, options)

def system(command):
    argv = [b'sh', b'-c', encoded(command)]
    pid = start_process([b'/bin/sh'], argv, environment(), None, (-1, -1, -1), None, True, False, None, None, (), (), None)
    return wait_for(pid, 0)[1]

def execv(path, argv):
    replace(path, argv, 'execv', environment())

def execve(path, argv, env):
    replace(path, argv, 'execve', entries_of(env, 'execve'))

def replace(path, argv, name, env):
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f'{name}() arg 2 must be a tuple or list' if name == 'execv' else f'{name}: argv must be a tuple or list')
    if not argv:
        raise ValueError(f'{name}() arg 2 must not be empty' if name == 'execv' else f'{name}: argv must not be empty')
    words = [encoded(word) for word in argv]
    if not words[0]:
        raise ValueError(f'{name}() arg 2 first element cannot be empty' if name == 'execv' else f'{name}: argv first element cannot be empty')
    try:
        replace_process(encoded(path), words, env)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None

def spawnv(mode, file, args):
    return spawn_mode('spawnv', mode, [encoded(file)], args, environment())

def spawnve(mode, file, args, env):
    return spawn_mode('spawnve', mode, [encoded(file)], args, entries_of(env, 'spawnve'))

def spawnvp(mode, file, args):
    return spawn_mode('spawnvp', mode, places_of(file, {}), args, environment())

def spawnvpe(mode, file, args, env):
    return spawn_mode('spawnvpe', mode, places_of(file, env), args, entries_of(env, 'spawnvpe'))

def spawn_mode(name, mode, programs, argv, env):
    if not isinstance(argv, (list, tuple)):
        raise TypeError('argv must be a tuple or a list')
    if not argv or not argv[0]:
        raise ValueError('argv first element cannot be empty')
    words = [encoded(word) for word in argv]
    try:
        pid = start_process(programs, words, env, None, (-1, -1, -1), None, False, False, None, None, (), (), None)
    except OSError:
        # The copy of this process that CPython makes ends so when the program cannot be run.
        pid = start_process([b'/bin/sh'], [b'sh', b'-c', b'exit 127'], [], None, (-1, -1, -1), None, False, False, None, None, (), (), None)
    if mode == 1:
        return pid
    status = wait_for(pid, 0)[1]
    return -(status & 127) if status & 127 else status >> 8

def places_of(file, env):
    name = encoded(file)
    if b'/' in name:
        return [name]
    search = env.get('PATH') or env.get(b'PATH')
    if search is None:
        found = [entry for entry in environment() if entry.startswith(b'PATH=')]
        search = found[0][5:] if found else b'/bin:/usr/bin'
    return [place + b'/' + name for place in encoded(search).split(b':')]

def entries_of(env, name):
    try:
        pairs = list(zip(env.keys(), env.values()))
    except AttributeError:
        raise TypeError(name + ': environment must be a mapping object') from None
    entries = []
    for key, value in pairs:
        key = encoded(key)
        if b'=' in key or not key:
            raise ValueError('illegal environment variable name')
        entries.append(key + b'=' + encoded(value))
    return entries

def posix_spawn(path, argv, env, file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler):
    return spawn('posix_spawn', [encoded(path)], argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler)

def posix_spawnp(path, argv, env, file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler):
    return spawn('posix_spawnp', places_of(path, environment_of()), argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler)

def environment_of():
    return dict([entry.split(b'=', 1) for entry in environment()])

def spawn(name, programs, argv, env, file_actions, setpgroup, setsid, setsigmask, setsigdef, scheduler):
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f'{name}: argv must be a tuple or list')
    if not argv:
        raise ValueError(f'{name}: argv must not be empty')
    if not hasattr(env, 'keys') and env is not None:
        raise TypeError(f'{name}: environment must be a mapping object or None')
    words = [encoded(word) for word in argv]
    if not words[0]:
        raise ValueError(f'{name}: argv first element cannot be empty')
    entries = environment() if env is None else entries_of(env, name)
    if scheduler is not None:
        missing('scheduler of ' + name)
    actions = [action_of(each) for each in file_actions or ()]
    held = None if setsigmask is None else tuple([signal_of(each) for each in setsigmask])
    usual = tuple([signal_of(each) for each in setsigdef or ()])
    try:
        return start_process(programs, words, entries, None, (-1, -1, -1), None, False, bool(setsid), setpgroup, None, tuple(actions), usual, held)
    except OSError as error:
        raise OSError(error.errno, error.strerror, programs[0].decode('utf-8', 'surrogateescape')) from None

def signal_of(number):
    if not isinstance(number, int):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    if not 1 <= number <= 64:
        raise ValueError(f'signal number {number} out of range [1; 64]')
    return int(number)

def action_of(action):
    if not isinstance(action, tuple) or not action:
        raise TypeError('Each file_actions element must be a non-empty tuple')
    if not isinstance(action[0], int) or not 0 <= action[0] <= 2:
        raise TypeError('Unknown file_actions identifier')
    kind, *rest = action
    wanted = (4, 1, 2)[kind]
    if len(rest) != wanted:
        name = ('open', 'close', 'dup2')[kind]
        raise TypeError(f'A {name} file_action tuple must have {wanted + 1} elements')
    if kind == 0:
        return (0, c_int(rest[0]), encoded(rest[1]), c_int(rest[2]), c_int(rest[3]))
    return (kind, *[c_int(each) for each in rest])

def times():
    values = used(0)
    children = used(-1)
    return times_result((values[0], values[1], children[0], children[1], clock() / 1000))

def statvfs(path):
    if isinstance(path, int):
        return statvfs_result(file_system_status(path))
    try:
        return statvfs_result(file_system_status(encoded(path).decode('utf-8', 'surrogateescape')))
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None

def fork():
    raise OSError(38, 'Function not implemented: HotPy cannot copy a process that runs')

# There are no copies of this process in which to call them.
def register_at_fork(before, after_in_child, after_in_parent):
    given = {'before': before, 'after_in_child': after_in_child, 'after_in_parent': after_in_parent}
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError('At least one argument is required.')
    for name, function in given.items():
        if function is not None and not callable(function):
            raise TypeError(f"'{name}' must be callable, not {type(function).__name__}")

def get_terminal_size(fd):
    return terminal_size(size_of_terminal(1 if fd is None else fd))
`;
