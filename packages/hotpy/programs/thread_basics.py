"""Threads of _thread: they start, wait for each other, and end."""
import _thread
import contextvars
import sys
import time

print(_thread.LockType, _thread.RLock, _thread.error is RuntimeError, _thread.TIMEOUT_MAX)

# A lock that a thread gives back.
out = []
done = _thread.allocate_lock()


def work(n, *, factor=1):
    for i in range(5):
        out.append((n, i * factor))
        time.sleep(0.0005)
    done.release()


for n, named in ((0, {}), (1, {"factor": 2})):
    done.acquire()
    _thread.start_new_thread(work, (n,), named)
    with done:
        print(n, out)

# What locks refuse.
lock = _thread.allocate_lock()
for call in (
    lambda: lock.release(),
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(timeout=-2),
    lambda: lock.acquire(timeout=1e100),
    lambda: _thread.RLock().release(),
    lambda: _thread.RLock()._release_save(),
    lambda: _thread.start_new_thread(1, ()),
    lambda: _thread.start_new_thread(print, 1),
    lambda: _thread.start_new_thread(print, (), 1),
    lambda: _thread.stack_size(-1),
    lambda: _thread.stack_size(1000),
    lambda: sys.setswitchinterval(0),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.001), lock.acquire(blocking=False))
lock.release()
print(lock.locked(), lock.acquire(timeout=5), lock.release())

# One that a thread may take again.
recursive = _thread.RLock()
with recursive:
    with recursive:
        print(recursive._is_owned())
        state = recursive._release_save()
        print(state[0], recursive._is_owned())
        recursive._acquire_restore(state)
    print(recursive._is_owned(), recursive.acquire(), recursive.release())
print(recursive._is_owned())

# Many threads on the same counter: no step is lost under a lock, whoever runs in between.
sys.setswitchinterval(1e-6)
count = 0
running = 4
finished = _thread.allocate_lock()
finished.acquire()


def counting():
    global count, running
    for _ in range(300):
        with lock:
            value = count
            for _ in range(3):
                pass
            count = value + 1
    with lock:
        running -= 1
        if running == 0:
            finished.release()


for _ in range(4):
    _thread.start_new_thread(counting, ())
finished.acquire()
print(count)

# A thread in a loop that calls nothing does not keep the others from running.
stop = False


def spinning():
    while not stop:
        pass
    done.release()


done.acquire()
_thread.start_new_thread(spinning, ())
time.sleep(0.002)
stop = True
done.acquire()
done.release()
sys.setswitchinterval(0.005)

# What each thread has of its own: local data, the context, the exception that it handles, its depth.
variable = contextvars.ContextVar("variable", default="default")
variable.set("main")


class Local(_thread._local):
    kind = "local"

    def __init__(self, value):
        self.value = value
        self.made_by = "main" if _thread.get_ident() == main else "thread"

    @property
    def twice(self):
        return self.value * 2


main = _thread.get_ident()
local = Local("v")
local.extra = 1


def own():
    try:
        print(local.made_by, local.value, local.twice, local.kind, sorted(local.__dict__))
        print(hasattr(local, "extra"), variable.get(), sys.exc_info())
        local.value = "changed"
        del local.made_by
        variable.set("thread")

        def deep(n):
            return 0 if n == 0 else 1 + deep(n - 1)

        print(deep(800))
        try:
            deep(100000)
        except RecursionError as error:
            print(error)
    finally:
        done.release()


done.acquire()
try:
    raise KeyError("of main")
except KeyError:
    _thread.start_new_thread(own, ())
    done.acquire()
    print(sys.exc_info()[1])
print(local.made_by, local.value, local.extra, variable.get())
done.release()
try:
    _thread._local(1)
except TypeError as error:
    print(error)

# Threads inside of builtin functions that call Python code.


class Slow:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        time.sleep(0.0002)
        return self.value < other.value

    def __hash__(self):
        time.sleep(0.0002)
        return 1

    def __eq__(self, other):
        time.sleep(0.0002)
        return self.value == other.value

    def __repr__(self):
        time.sleep(0.0002)
        return f"Slow({self.value})"


results = {}


def within(n):
    values = [Slow(v) for v in (3, 1, 2, n)]
    results[n] = [str(sorted(values)), str(max(values)), len({v: 0 for v in values}), Slow(2) in values]
    with lock:
        results["left"] -= 1
        if results["left"] == 0:
            finished.release()


results["left"] = 3
for n in range(3):
    _thread.start_new_thread(within, (n,))
finished.acquire()
for n in range(3):
    print(n, results[n])

# How threads end.


def ends(by):
    with done:
        raise by


for by in (SystemExit(3), SystemExit):
    _thread.start_new_thread(ends, (by,))
    time.sleep(0.002)
    with done:
        print("ended by", by)
time.sleep(0.002)
print(_thread._count())
