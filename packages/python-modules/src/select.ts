import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "./number-attributes.js";
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
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError('timeout must be an integer or None')
        return poll_until(list(self._events.items()), deadline_after(timeout))

def poll():
    return Poll()

def select(rlist, wlist, xlist, timeout):
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
        timeout *= 1000
    kinds = [(list(rlist), 0x41, 0x59), (list(wlist), 0x4, 0xc), (list(xlist), 0x2, 0x2)]
    events = {}
    numbers = []
    for files, asked, _ in kinds:
        found = [descriptor(file) for file in files]
        numbers.append(found)
        for number in found:
            events[number] = events.get(number, 0) | asked
    come = dict(poll_until(list(events.items()), deadline_after(timeout)))
    for number, result in come.items():
        if result & 32:
            raise OSError(9, 'Bad file descriptor')
    return tuple([file for file, number in zip(files, found) if come.get(number, 0) & wanted]
                 for (files, _, wanted), found in zip(kinds, numbers))
`;

/** The module `select`. */
export function defineSelect(builtins: Builtins): void {
  const { realm } = builtins.library;
  defineSourceModule(builtins, {
    name: "select",
    source: `${source}${WAITING_SOURCE}`,
    natives: createWaiting(builtins.library).natives,
    calls: [
      { name: "poll", parameters: "()" },
      { name: "select", parameters: "(rlist, wlist, xlist, timeout=None, /)" },
    ],
    attributes: () => ({
      ...numberAttributes(realm, POLL),
      error: realm.type("OSError"),
    }),
  });
}
