import { NULL } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { createWaiting, DESCRIPTOR_SOURCE } from "../waiting.js";

/** Linux's numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  DN_ACCESS: 1,
  DN_ATTRIB: 32,
  DN_CREATE: 4,
  DN_DELETE: 8,
  DN_MODIFY: 2,
  DN_MULTISHOT: 2147483648,
  DN_RENAME: 16,
  FASYNC: 8192,
  F_ADD_SEALS: 1033,
  F_EXLCK: 4,
  F_GETLEASE: 1025,
  F_GETLK: 5,
  F_GETLK64: 5,
  F_GETOWN: 9,
  F_GETSIG: 11,
  F_GET_SEALS: 1034,
  F_NOTIFY: 1026,
  F_OFD_GETLK: 36,
  F_OFD_SETLK: 37,
  F_OFD_SETLKW: 38,
  F_RDLCK: 0,
  F_SEAL_GROW: 4,
  F_SEAL_SEAL: 1,
  F_SEAL_SHRINK: 2,
  F_SEAL_WRITE: 8,
  F_SETLEASE: 1024,
  F_SETLK: 6,
  F_SETLK64: 6,
  F_SETLKW: 7,
  F_SETLKW64: 7,
  F_SETOWN: 8,
  F_SETSIG: 10,
  F_SHLCK: 8,
  F_UNLCK: 2,
  F_WRLCK: 1,
  LOCK_MAND: 32,
  LOCK_READ: 64,
  LOCK_RW: 192,
  LOCK_WRITE: 128,
  F_DUPFD: 0,
  F_GETFD: 1,
  F_SETFD: 2,
  F_GETFL: 3,
  F_SETFL: 4,
  F_DUPFD_CLOEXEC: 1030,
  F_SETPIPE_SZ: 1031,
  F_GETPIPE_SZ: 1032,
  FD_CLOEXEC: 1,
  LOCK_SH: 1,
  LOCK_EX: 2,
  LOCK_NB: 4,
  LOCK_UN: 8,
};

const source = `${DESCRIPTOR_SOURCE}
def fcntl(fd, cmd, arg):
    if arg is not None and not isinstance(arg, int):
        try:
            data = memoryview(arg.encode() if isinstance(arg, str) else arg)
        except TypeError:
            return control(descriptor(fd), cmd, whole(arg))
        if len(data) > 1024:
            raise ValueError('fcntl string arg too long')
        # The system may write more than it is given.
        structure = bytearray(data).ljust(1024, bytes(1))
        control_bytes(descriptor(fd), cmd, structure)
        return bytes(structure[:len(data)])
    return control(descriptor(fd), cmd, 0 if arg is None else arg)

def ioctl(fd, request, arg, mutate_flag):
    fd = descriptor(fd)
    request &= 0xffffffff
    if arg is None or isinstance(arg, int):
        return control_device(fd, request, arg or 0)
    if isinstance(arg, str):
        arg = arg.encode()
    view = memoryview(arg)
    changed = bytearray(view)
    if len(changed) > 1024 and (view.readonly or not (mutate_flag is None or mutate_flag)):
        raise ValueError('ioctl string arg too long')
    result = control_structure(fd, request, changed)
    if view.readonly or not (mutate_flag is None or mutate_flag):
        return bytes(changed)
    view.cast('B')[:] = changed
    return result

def flock(fd, operation):
    fd = descriptor(fd)
    wait_for_lock(bool(operation & 4) or operation == 8, lambda: lock(fd, operation | 4))

def lockf(fd, cmd, len, start, whence):
    fd = descriptor(fd)
    kind = cmd & ~4
    if kind not in (1, 2, 8):
        raise ValueError('unrecognized lockf argument')
    # Of read, of write, or no lock any more.
    kind = 0 if kind == 1 else 1 if kind == 2 else 2
    wait_for_lock(bool(cmd & 4) or kind == 2, lambda: lock_part(fd, kind, start or 0, len or 0, whence or 0))

# Other threads run meanwhile.
def wait_for_lock(isonce, attempt):
    pause = 1
    while True:
        try:
            attempt()
            return
        except (BlockingIOError, PermissionError):
            if isonce:
                raise
            sleep(pause / 1000)
            pause = min(pause * 2, 20)

def sleep(seconds):
    import time
    time.sleep(seconds)
`;

/** The module `fcntl`, as far as its arguments are numbers. */
export function defineFcntl(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { calling } = createWaiting(library);
  defineSourceModule(builtins, {
    name: "fcntl",
    source,
    natives: [
      calling("control", "(fd, cmd, arg, /)", (system, args) =>
        realm.int(system.control(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2))),
      ),
      calling("control_device", "(fd, request, arg, /)", (system, args) =>
        realm.int(system.controlDevice(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2))),
      ),
      calling("control_structure", "(fd, request, structure, /)", (system, args) => {
        const found = realm.buffers.required(argument(args, 2));
        if (found === undefined) return NULL;
        // What the system writes is copied: this memory is not the system's to keep.
        const structure = realm.bytes.toArray(found.data, found.size);
        const result = system.controlDevice(numberArgument(args, 0), numberArgument(args, 1), structure);
        realm.memory.u8.set(structure, found.data);
        return realm.int(result);
      }),
      calling("control_bytes", "(fd, cmd, structure, /)", (system, args) => {
        const found = realm.buffers.required(argument(args, 2));
        if (found === undefined) return NULL;
        const structure = realm.bytes.toArray(found.data, found.size);
        const result = system.control(numberArgument(args, 0), numberArgument(args, 1), structure);
        realm.memory.u8.set(structure, found.data);
        return realm.int(result);
      }),
      calling("lock", "(fd, operation, /)", (system, args) => {
        system.lock(numberArgument(args, 0), numberArgument(args, 1));
        return realm.none;
      }),
      calling("lock_part", "(fd, kind, start, length, whence, /)", (system, args) => {
        const [descriptor, kind, start, length, whence] = [0, 1, 2, 3, 4].map((index) => numberArgument(args, index));
        system.lockPart(descriptor, kind, start, length, whence);
        return realm.none;
      }),
    ],
    calls: [
      { name: "fcntl", parameters: "(fd, cmd, arg=0, /)" },
      { name: "ioctl", parameters: "(fd, request, arg=0, mutate_flag=True, /)" },
      { name: "flock", parameters: "(fd, operation, /)" },
      { name: "lockf", parameters: "(fd, cmd, len=0, start=0, whence=0, /)" },
    ],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
