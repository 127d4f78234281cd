import type { Builtins } from "@hotpy/python-builtins";
import { createDescriptorFunctions } from "./posix/descriptors.js";
import { PROCESS_SOURCE } from "./posix/process-source.js";
import { createStarting } from "./posix/starting.js";
import { defineSourceModule } from "./source-module.js";

const source = `${PROCESS_SOURCE}
# A number that no process has: what waits for it hears that there is none.
def nobody():
    return (1 << 22) + 1

def fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
        errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, gids, uid, umask, preexec_fn, allow_vfork):
    if close_fds and errpipe_write < 3:
        raise ValueError('errpipe_write must be >= 3')
    last = -1
    for fd in pass_fds:
        if not isinstance(fd, int) or fd < 0 or fd <= last or fd > 0x7fffffff:
            raise ValueError('bad value(s) in fds_to_keep')
        last = fd
    if preexec_fn is not None:
        missing('preexec_fn of subprocess')
    if gid is not None or gids is not None or uid is not None:
        missing('user and groups of subprocess')
    programs = [encoded(program) for program in executable_list]
    argv = [encoded(word) for word in args]
    entries = environment() if env is None else [encoded(entry) for entry in env]
    kept = [fd for fd in pass_fds if fd != errpipe_write] if close_fds else None
    if cwd is not None:
        cwd = encoded(cwd).decode('utf-8', 'surrogateescape')
        fault = directory_fault(cwd)
        if fault:
            write(errpipe_write, b'OSError:%x:noexec' % fault)
            return nobody()
    group = None if pgid_to_set < 0 else pgid_to_set
    mask = None if umask < 0 else umask
    try:
        return start_process(programs, argv, entries, cwd, (p2cread, c2pwrite, errwrite), kept, bool(restore_signals), bool(call_setsid), group, mask, (), (), None)
    except OSError as error:
        # As the new process would tell it.
        write(errpipe_write, b'OSError:%x:' % error.errno)
        return nobody()
`;

const [ENOENT, EACCES, ENOTDIR] = [2, 13, 20];

/** The module `_posixsubprocess`. */
export function definePosixSubprocess(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;

  /** The number of the error why this cannot be the directory of a process; 0: it can. */
  function directoryFault(path: string): number {
    const { files } = realm.platform;
    const status = files?.status(path);
    if (files === undefined || status === undefined) return ENOENT;
    if (status.kind !== "directory") return ENOTDIR;
    return files.mayAccess(path, 1) ? 0 : EACCES;
  }

  defineSourceModule(builtins, {
    name: "_posixsubprocess",
    source,
    natives: [
      ...createStarting(library),
      {
        name: "write",
        parameters: "(fd, data, /)",
        frames: true,
        leaf: false,
        run: createDescriptorFunctions(library).write,
      },
      {
        name: "directory_fault",
        parameters: "(path, /)",
        run: (args) => realm.int(directoryFault(realm.strings.toJS(argument(args, 0)))),
      },
    ],
    calls: [
      {
        name: "fork_exec",
        parameters:
          "(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, gids, uid, umask, preexec_fn, allow_vfork, /)",
      },
    ],
  });
}
