import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const source = `
class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."
    __module__ = '_queue'

class SimpleQueue:
    "Simple, unbounded, reentrant FIFO queue."
    __module__ = '_queue'
    __slots__ = ('_items', '_lock', '_waits', '__weakref__')
    def __new__(cls):
        from _collections import deque
        from _thread import allocate_lock
        self = object.__new__(cls)
        self._items = deque()
        self._lock = allocate_lock()
        self._waits = False
        return self
    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        if self._waits:
            self._waits = False
            self._lock.release()
    def put_nowait(self, item):
        self.put(item)
    def get(self, block=True, timeout=None):
        from time import monotonic
        deadline = None
        if block and timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            deadline = monotonic() + timeout
        while not self._items:
            if not self._lock.acquire(False):
                if not block:
                    raise Empty
                if deadline is None:
                    self._lock.acquire()
                else:
                    left = deadline - monotonic()
                    if left <= 0 or not self._lock.acquire(True, left):
                        raise Empty
            # Whoever puts something in releases the lock that is held now.
            self._waits = True
        item = self._items.popleft()
        if self._waits:
            self._waits = False
            self._lock.release()
        return item
    def get_nowait(self):
        return self.get(False)
    def empty(self):
        return not self._items
    def qsize(self):
        return len(self._items)
    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)
`;

/** The module `_queue`. */
export function defineQueue(builtins: Builtins): void {
  defineSourceModule(builtins, {
    name: "_queue",
    source,
    shows: ["SimpleQueue", "Empty"],
    doc: "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.",
  });
}
