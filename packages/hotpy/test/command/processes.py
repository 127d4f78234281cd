"""Processes that share work, started anew (spawn)."""
import concurrent.futures
import multiprocessing
import sys
import time


def square(number):
    return number * number


def fail(text):
    raise ValueError(text)


def work(queue, results, lock, event):
    while (item := queue.get()) is not None:
        with lock:
            results.put((item, item.upper()))
    event.set()


def talk(connection):
    connection.send([connection.recv(), 2])
    connection.close()
    sys.exit(3)


def main():
    context = multiprocessing.get_context('spawn')
    with context.Pool(2) as pool:
        print(pool.map(square, range(5)), pool.apply(square, (7,)))
        try:
            pool.apply(fail, ('here',))
        except ValueError as error:
            print('raised', error)
    queue, results, lock, event = context.Queue(), context.Queue(), context.Lock(), context.Event()
    process = context.Process(target=work, args=(queue, results, lock, event), name='worker')
    process.start()
    for item in ['a', 'b', None]:
        queue.put(item)
    print(sorted(results.get() for _ in range(2)), event.wait(20))
    process.join()
    print(process.name, process.exitcode)
    here, there = context.Pipe()
    process = context.Process(target=talk, args=(there,))
    process.start()
    here.send('one')
    print(here.recv())
    process.join()
    print(process.exitcode)
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        print(list(pool.map(square, range(4))))
    lock = context.RLock()
    print(lock.acquire(), lock.acquire(False), lock)
    lock.release()
    lock.release()
    for release in (lock.release, context.BoundedSemaphore(1).release):
        try:
            release()
        except (AssertionError, ValueError) as error:
            print(type(error).__name__, error)
    semaphore = context.Semaphore(1)
    start = time.monotonic()
    print(semaphore.acquire(), semaphore.acquire(timeout=0.2), time.monotonic() - start >= 0.2, semaphore.get_value())


if __name__ == '__main__':
    main()
