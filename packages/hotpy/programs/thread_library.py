"""What stands on threads: threading, queue and concurrent.futures."""
import queue
import sys
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, TimeoutError, as_completed, wait

# Producers and consumers.
items = queue.Queue(3)
taken = []


def produce():
    for i in range(20):
        items.put(i)
    items.put(None)


def consume():
    while (item := items.get()) is not None:
        taken.append(item)


threads = [threading.Thread(target=produce, name="producer"), threading.Thread(target=consume)]
print(threads[0].name, threads[0].is_alive(), threads[0].daemon)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(taken, threads[0].is_alive(), threading.active_count(), threading.current_thread() is threading.main_thread())

# Events, conditions, semaphores, barriers, timers.
event = threading.Event()
print(event.wait(0.001), event.is_set())
threading.Timer(0.001, event.set).start()
print(event.wait())

condition = threading.Condition()
turns = []
turn = 0


def take_turns(n):
    global turn
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn % 3 == n)
            turns.append(n)
            turn += 1
            condition.notify_all()


threads = [threading.Thread(target=take_turns, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(turns)

semaphore = threading.BoundedSemaphore(2)
most = inside = 0
lock = threading.Lock()


def limited():
    global most, inside
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.001)
        with lock:
            inside -= 1


threads = [threading.Thread(target=limited) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most in (1, 2))
try:
    semaphore.release()
except ValueError as error:
    print(error)

barrier = threading.Barrier(3, action=lambda: print("all there"))
threads = [threading.Thread(target=barrier.wait) for _ in range(2)]
for thread in threads:
    thread.start()
print(barrier.wait() in (0, 1, 2))
for thread in threads:
    thread.join()

# A pool.
with ThreadPoolExecutor(4, thread_name_prefix="pool") as pool:
    print(list(pool.map(lambda x: x * x, range(10))))
    failed = pool.submit(lambda: 1 / 0)
    print(repr(failed.exception()), failed.done())
    slow = pool.submit(time.sleep, 0.02)
    try:
        slow.result(timeout=0.001)
    except TimeoutError as error:
        print("timeout", repr(error))
    futures = [pool.submit(pow, n, 2) for n in range(5)]
    print(sorted(future.result() for future in as_completed(futures)))
    done, _ = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done))

# Queues of other kinds, and what they refuse.
stack = queue.LifoQueue()
heap = queue.PriorityQueue()
simple = queue.SimpleQueue()
for value in (2, 3, 1):
    stack.put(value)
    heap.put(value)
    simple.put(value)
print([stack.get() for _ in range(3)], [heap.get() for _ in range(3)], [simple.get() for _ in range(3)])
for call in (lambda: stack.get(timeout=0.001), lambda: heap.get_nowait(), lambda: simple.get(block=False)):
    try:
        call()
    except queue.Empty as error:
        print(repr(error))

# Local data, names, hooks.
data = threading.local()
data.x = 1


def look():
    print(hasattr(data, "x"), threading.current_thread().name)
    data.x = 2


thread = threading.Thread(target=look, name="looker")
thread.start()
thread.join()
print(data.x)


def boom():
    raise ValueError("in a thread")


threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=boom, name="boomer")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__

# The program ends when its threads have, but for daemons.


def late():
    time.sleep(0.01)
    print("late")


def forever():
    while True:
        time.sleep(0.001)


threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=late).start()
print("end of main", sys.getswitchinterval())
