import type { Builtins } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";
import { numberAttributes } from "./number-attributes.js";
import { tailCallSource } from "./source-call.js";
import { defineSourceModule } from "./source-module.js";
import { createWaiting, DESCRIPTOR_SOURCE, WAITING_SOURCE } from "./waiting.js";

/** Linux's numbers of `poll`. */
const POLL: Readonly<Record<string, number>> = {
  POLLIN: 1,
  POLLPRI: 2,
  POLLOUT: 4,
  POLLERR: 8,
  POLLHUP: 16,
  POLLNVAL: 32,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
  PIPE_BUF: 4096,
};

const source = `${DESCRIPTOR_SOURCE}
def mask_of(eventmask):
    if eventmask < 0:
        raise ValueError('value must be positive')
    if eventmask > 0xffff:
        raise OverflowError('Python int too large for C unsigned short')
    return eventmask

class poll:
    __module__ = 'select'
    def __new__(cls, *args, **names):
        raise TypeError("cannot create 'select.poll' instances")
    def register(self, fd, eventmask=7, /):
        self._events[descriptor(fd)] = mask_of(eventmask)
    def modify(self, fd, eventmask, /):
        number = descriptor(fd)
        if number not in self._events:
            raise FileNotFoundError(2, 'No such file or directory')
        self._events[number] = mask_of(eventmask)
    def unregister(self, fd, /):
        del self._events[descriptor(fd)]
    def poll(self, timeout=None, /):
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError('timeout must be an integer or None')
            if timeout > 0x7fffffff:
                raise OverflowError('timeout is too large')
        if self._waits:
            raise RuntimeError('concurrent poll() invocation')
        self._waits = True
        try:
            return poll_until(list(self._events.items()), deadline_after(timeout))
        finally:
            self._waits = False

def new_poll():
    self = object.__new__(poll)
    self._events, self._waits = {}, False
    return self

def select(rlist, wlist, xlist, timeout):
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
        timeout *= 1000
    kinds = [(sequence_of(rlist), 0x41, 0x59), (sequence_of(wlist), 0x4, 0xc), (sequence_of(xlist), 0x2, 0x2)]
    events = {}
    pairs = []
    for files, asked, wanted in kinds:
        # Asking for descriptors may change the lists.
        found = [(file, descriptor(file)) for file in files]
        pairs.append((found, wanted))
        for _, number in found:
            events[number] = events.get(number, 0) | asked
    come = dict(poll_until(list(events.items()), deadline_after(timeout)))
    for number, result in come.items():
        if result & 32:
            raise OSError(9, 'Bad file descriptor')
    return tuple([[file for file, number in found if come.get(number, 0) & wanted] for found, wanted in pairs])

def sequence_of(files):
    if isinstance(files, (list, tuple)):
        return files
    try:
        return list(files)
    except TypeError:
        raise TypeError('arguments 1-3 must be sequences') from None
`;

/** Linux's numbers of `epoll`. */
const EPOLL: Readonly<Record<string, number>> = {
  EPOLLIN: 1,
  EPOLLPRI: 2,
  EPOLLOUT: 4,
  EPOLLERR: 8,
  EPOLLHUP: 16,
  EPOLLRDNORM: 64,
  EPOLLRDBAND: 128,
  EPOLLWRNORM: 256,
  EPOLLWRBAND: 512,
  EPOLLMSG: 1024,
  EPOLLRDHUP: 8192,
  EPOLLEXCLUSIVE: 1 << 28,
  EPOLLONESHOT: 1 << 30,
  EPOLLET: 2 ** 31,
  EPOLL_CLOEXEC: 0o2000000,
};

/** The set is the system's own; its descriptor is ready where one of the set is. */
const epollSource = `
class epoll:
    """select.epoll(sizehint=-1, flags=0)

Returns an epolling object

sizehint must be a positive integer or -1 for the default size. The
sizehint is used to optimize internal data structures. It doesn't limit
the maximum number of monitored events."""
    __module__ = 'select'
    def __new__(cls, sizehint=-1, flags=0):
        if sizehint < -1 or sizehint == 0:
            raise ValueError('negative sizehint')
        if flags & ~0o2000000:
            raise OSError(22, 'Invalid argument')
        return cls._of(create_set(0o2000000))
    @classmethod
    def _of(cls, number):
        self = object.__new__(cls)
        self._number = number
        return self
    @classmethod
    def fromfd(cls, fd, /):
        'Create an epoll object from a given control fd.'
        return cls._of(c_int(fd))
    def _set(self):
        if self._number < 0:
            raise ValueError('I/O operation on closed epoll object')
        return self._number
    def fileno(self):
        'Return the epoll control file descriptor.'
        return self._set()
    @property
    def closed(self):
        'True if the epoll handler is closed'
        return self._number < 0
    def close(self):
        'Close the epoll control file descriptor.'
        import posix
        number, self._number = self._number, -1
        if number >= 0:
            posix.close(number)
    def __del__(self):
        try:
            self.close()
        except (AttributeError, OSError):
            pass
    def __enter__(self):
        self._set()
        return self
    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
        self.close()
    def register(self, fd, eventmask=7):
        'Registers a new fd or raises an OSError if the fd is already registered.'
        control_set(self._set(), 1, descriptor(fd), whole(eventmask))
    def modify(self, fd, eventmask):
        'Modify event mask for a registered file descriptor.'
        control_set(self._set(), 3, descriptor(fd), whole(eventmask))
    def unregister(self, fd):
        'Remove a registered file descriptor from the epoll object.'
        control_set(self._set(), 2, descriptor(fd), 0)
    def poll(self, timeout=None, maxevents=-1):
        'Wait for events on the epoll file descriptor.'
        number = self._set()
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError('timeout must be an integer or None')
            timeout *= 1000
        if maxevents == -1:
            maxevents = 1023
        elif maxevents < 1:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        found = come_of(number, maxevents)
        if found or timeout == 0:
            return found
        deadline = deadline_after(timeout)
        while not found and pause_for([(number, 1)], deadline):
            found = come_of(self._set(), maxevents)
        return found
`;

/** The module `select`. */
export function defineSelect(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, numberArgument } = library;
  const { calling, natives } = createWaiting(library);
  const hasEventPolls = (): boolean => realm.platform.systemCalls?.() !== undefined;
  const surrogate: Surrogate = defineSourceModule(builtins, {
    name: "select",
    final: ["epoll"],
    source: `${source}${epollSource}${WAITING_SOURCE}`,
    natives: [
      ...natives,
      calling("create_set", "(flags, /)", (system, args) =>
        realm.int(system.eventPolls().create(numberArgument(args, 0))),
      ),
      calling("control_set", "(set, operation, descriptor, events, /)", (system, args) => {
        system
          .eventPolls()
          .control(numberArgument(args, 0), numberArgument(args, 1), numberArgument(args, 2), numberArgument(args, 3));
        return realm.none;
      }),
      calling("come_of", "(set, most, /)", (system, args) =>
        realm.list(
          system
            .eventPolls()
            .come(numberArgument(args, 0), numberArgument(args, 1))
            .map((pair) => realm.tuple(pair.map((each) => realm.int(each)))),
        ),
      ),
    ],
    calls: [{ name: "select", parameters: "(rlist, wlist, xlist, timeout=None, /)" }],
    functions: [
      {
        name: "poll",
        parameters: "()",
        frames: true,
        leaf: false,
        run: () => tailCallSource(library, surrogate, "new_poll", []),
      },
    ],
    attributes: () => ({
      ...(hasEventPolls() ? { epoll: surrogate("epoll"), ...numberAttributes(realm, EPOLL) } : {}),
      ...numberAttributes(realm, POLL),
      error: realm.type("OSError"),
    }),
  });
}
