import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const source = `
class lock:
    __module__ = '_thread'
    __slots__ = ('_locked', '__weakref__')
    def __new__(cls):
        self = object.__new__(cls)
        self._locked = False
        return self
    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if self._locked:
            if blocking and timeout == -1:
                raise RuntimeError('deadlock: the only thread waits for a lock that it holds')
            if blocking:
                wait(timeout)
            return False
        self._locked = True
        return True
    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False
    def locked(self):
        return self._locked
    acquire_lock = acquire
    release_lock = release
    locked_lock = locked
    def _at_fork_reinit(self):
        self._locked = False
    def __enter__(self):
        return self.acquire()
    def __exit__(self, *error):
        self.release()
    def __repr__(self):
        state = 'locked' if self._locked else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'

class RLock:
    __module__ = '_thread'
    __slots__ = ('_count', '__weakref__')
    def __new__(cls):
        self = object.__new__(cls)
        self._count = 0
        return self
    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True
    def release(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
    def _is_owned(self):
        return self._count > 0
    def _acquire_restore(self, state):
        self._count = state[0]
    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        count = self._count
        self._count = 0
        return count, 1
    def _at_fork_reinit(self):
        self._count = 0
    def __enter__(self):
        self._count += 1
        return True
    def __exit__(self, *error):
        self.release()
    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return f'<{state} _thread.RLock object owner={1 if self._count else 0} count={self._count} at {id(self):#x}>'

class _local:
    __module__ = '_thread'

def allocate_lock():
    return lock()

def _set_sentinel():
    return lock()
`;

/** Identity of the only thread there is. */
const MAIN_THREAD = 1;
/** Seconds: the longest wait that C's type takes. */
const TIMEOUT_MAX = 9223372036;

/** The module `_thread`, of one thread: its locks are never waited for by another. */
export function defineThread(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const { floats, integers } = realm;
  const wait = (args: number): number => {
    const word = argument(args, 0);
    const seconds = floats.isFloat(word) ? floats.value(word) : integers.toNumber(word);
    return realm.platform.sleep(seconds * 1000) ? realm.none : realm.raise("KeyboardInterrupt", "");
  };
  defineSourceModule(builtins, {
    name: "_thread",
    source,
    natives: [{ name: "wait", parameters: "(seconds, /)", run: wait }],
    shows: ["LockType=lock", "RLock", "_local"],
    calls: [
      { name: "allocate_lock", parameters: "()" },
      { name: "_set_sentinel", parameters: "()" },
    ],
    functions: [
      { name: "stack_size", parameters: "(size=0, /)", run: () => realm.int(0) },
      { name: "get_ident", parameters: "()", run: () => realm.int(MAIN_THREAD) },
      { name: "get_native_id", parameters: "()", run: () => realm.int(MAIN_THREAD) },
      { name: "_count", parameters: "()", run: () => realm.int(0) },
      {
        name: "start_new_thread",
        parameters: "(function, args, kwargs=None, /)",
        run: () => realm.notImplemented("threads"),
      },
    ],
    attributes: () => ({ error: realm.type("RuntimeError"), TIMEOUT_MAX: realm.float(TIMEOUT_MAX) }),
  });
}
