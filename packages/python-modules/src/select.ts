import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

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

const source = `
def descriptor(file):
    if not isinstance(file, int):
        try:
            method = file.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        file = method()
        if not isinstance(file, int):
            raise TypeError('fileno() returned a non-integer')
    if file < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({file})')
    return file

class Poll:
    __module__ = 'select'
    __qualname__ = 'poll'
    def __init__(self):
        self._events = {}
    def register(self, fd, eventmask=7, /):
        if not 0 <= eventmask <= 0xffff:
            raise OverflowError('unsigned short is less than minimum' if eventmask < 0 else 'Python int too large to convert to C unsigned short')
        self._events[descriptor(fd)] = eventmask
    def modify(self, fd, eventmask, /):
        number = descriptor(fd)
        if number not in self._events:
            raise FileNotFoundError(2, 'No such file or directory')
        self._events[number] = eventmask
    def unregister(self, fd, /):
        del self._events[descriptor(fd)]
    def poll(self, timeout=None, /):
        if self._events or timeout != 0:
            missing()
        return []

def poll():
    return Poll()
`;

/** The module `select`. Waiting itself is not there yet. */
export function defineSelect(builtins: Builtins): void {
  const { realm } = builtins.library;
  const missing = () => realm.notImplemented("waiting for files");
  defineSourceModule(builtins, {
    name: "select",
    source,
    natives: [{ name: "missing", parameters: "()", run: missing }],
    calls: [{ name: "poll", parameters: "()" }],
    functions: [{ name: "select", parameters: "(rlist, wlist, xlist, timeout=None, /)", run: missing }],
    attributes: () => ({
      ...Object.fromEntries(Object.entries(POLL).map(([name, value]) => [name, realm.int(value)])),
      error: realm.type("OSError"),
    }),
  });
}
