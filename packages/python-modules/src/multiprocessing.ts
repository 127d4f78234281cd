import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";
import { createWaiting } from "./waiting.js";

/** Milliseconds that a program of one thread waits for a semaphore until it looks for the user's interrupt. */
const SLICE = 50;
/** Milliseconds between two looks while other threads run. */
const LOOK = 2;

const source = `
class SemLock:
    'Semaphore/Mutex type'
    __module__ = '_multiprocessing'
    SEM_VALUE_MAX = 2147483647
    def __new__(cls, kind, value, maxvalue, name, unlink):
        if kind not in (0, 1):
            raise ValueError('unrecognized kind')
        self = object.__new__(cls)
        self._handle = open_semaphore(name, value)
        if unlink:
            unlink_semaphore(name)
        self._name = None if unlink else name
        self._begin(kind, maxvalue)
        return self
    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name, /):
        self = object.__new__(cls)
        self._handle = handle if name is None else open_semaphore(name, None)
        self._name = name
        self._begin(kind, maxvalue)
        return self
    def _begin(self, kind, maxvalue):
        self._kind, self._maxvalue = kind, maxvalue
        self._held, self._owner = 0, None
    def __del__(self):
        try:
            close_semaphore(self._handle)
        except (AttributeError, OSError):
            pass
    @property
    def handle(self):
        return self._handle
    @property
    def kind(self):
        return self._kind
    @property
    def maxvalue(self):
        return self._maxvalue
    @property
    def name(self):
        return self._name
    def acquire(self, block=True, timeout=None):
        'Acquire the semaphore/lock.'
        if self._kind == 0 and self._is_mine():
            self._held += 1
            return True
        if not block:
            deadline = 0.0
        elif timeout is None:
            deadline = float('inf')
        else:
            deadline = clock() + max(0, timeout) * 1000
        while not take(self._handle, deadline):
            if clock() >= deadline:
                return False
        self._held += 1
        self._owner = ident()
        return True
    def release(self):
        'Release the semaphore/lock.'
        if self._kind == 0:
            if not self._is_mine():
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._held > 1:
                self._held -= 1
                return
        elif value_of(self._handle) >= self._maxvalue:
            raise ValueError('semaphore or lock released too many times')
        post(self._handle)
        self._held -= 1
    def __enter__(self):
        'Enter the semaphore/lock.'
        return self.acquire()
    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
        'Exit the semaphore/lock.'
        self.release()
    def _count(self):
        'Num of acquire()s minus num of release()s for this process.'
        return self._held
    def _is_mine(self):
        'Whether the lock is owned by this thread.'
        return self._held > 0 and self._owner == ident()
    def _get_value(self):
        'Get the value of the semaphore.'
        return value_of(self._handle)
    def _is_zero(self):
        'Return whether semaphore has value zero.'
        return value_of(self._handle) == 0
    def _after_fork(self):
        'Rezero the net acquisition count after fork().'
        self._held = 0

def sem_unlink(name):
    if not isinstance(name, str):
        raise TypeError(f'sem_unlink() argument must be str, not {type_name(name)}')
    unlink_semaphore(name)
`;

/** Linux has shared memory as files of a file system of its own. */
const sharedMemorySource = `
def file_of(path):
    if not isinstance(path, str):
        raise TypeError(f"argument 'path' must be str, not {type(path).__name__}")
    return '/dev/shm/' + path.lstrip('/')

def named(path, call, *args):
    try:
        return call(file_of(path), *args)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, path) from None

def shm_open(path, flags, mode):
    import posix
    return named(path, posix.open, flags | posix.O_CLOEXEC | posix.O_NOFOLLOW, 0o777 if mode is None else mode)

def shm_unlink(path):
    import posix
    named(path, posix.unlink)
`;

/** The modules `_multiprocessing` and `_posixshmem`: what processes share. */
export function defineMultiprocessing(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  const { integers, threads, strings, none } = realm;
  const { calling, natives } = createWaiting(library);
  const semaphore = (args: number): bigint => integers.toBigInt(realm.valueOf(argument(args, 0)));
  const text = (args: number): string => strings.toJS(realm.valueOf(argument(args, 0)));
  defineSourceModule(builtins, {
    name: "_posixshmem",
    source: sharedMemorySource,
    isThere: () => realm.platform.name === "linux" && realm.platform.files !== undefined,
    calls: [
      { name: "shm_open", parameters: "(path, flags, mode=511)" },
      { name: "shm_unlink", parameters: "(path)" },
    ],
    doc: "POSIX shared memory module",
  });
  defineSourceModule(builtins, {
    name: "_multiprocessing",
    source,
    natives: [
      ...natives.filter(({ name }) => name === "clock"),
      { name: "ident", parameters: "()", run: () => realm.int(threads.running.ident) },
      calling("open_semaphore", "(name, value, /)", (system, args) => {
        const value = argument(args, 1) === none ? undefined : integers.toNumber(realm.valueOf(argument(args, 1)));
        return realm.int(system.semaphores().open(text(args), value));
      }),
      calling("unlink_semaphore", "(name, /)", (system, args) => {
        system.semaphores().unlink(text(args));
        return none;
      }),
      calling("close_semaphore", "(handle, /)", (system, args) => {
        system.semaphores().close(semaphore(args));
        return none;
      }),
      calling("take", "(handle, deadline, /)", (system, args) => {
        const left = realm.floats.value(argument(args, 1)) - threads.now();
        const isAlone = threads.count === 1;
        const isTaken = system.semaphores().take(semaphore(args), isAlone ? Math.min(left, SLICE) : 0);
        if (!isTaken && !isAlone && left > 0) threads.wait(0, threads.now() + Math.min(left, LOOK));
        return realm.bool(isTaken);
      }),
      calling("post", "(handle, /)", (system, args) => {
        system.semaphores().post(semaphore(args));
        return none;
      }),
      calling("value_of", "(handle, /)", (system, args) => realm.int(system.semaphores().value(semaphore(args)))),
    ],
    isThere: () => realm.platform.systemCalls?.() !== undefined,
    shows: ["SemLock"],
    calls: [{ name: "sem_unlink", parameters: "(name, /)" }],
    attributes: () =>
      library.withHandles(() => {
        const flags = realm.handles.push(realm.dicts.create());
        for (const name of ["HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT"])
          realm.dicts.set(realm.handles.get(flags), realm.intern(name), realm.int(1));
        return { flags: realm.handles.get(flags) };
      }),
  });
}
