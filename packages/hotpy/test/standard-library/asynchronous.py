import asyncio, socket, select, selectors
a, b = socket.socketpair()
a.sendall(b"hello")
print(b.recv(10), len(select.select([b], [a], [], 0)[1]))
async def work(n):
    await asyncio.sleep(0.01*n); return n
async def main():
    print(await asyncio.gather(*(work(i) for i in range(5))))
    q = asyncio.Queue()
    async def producer():
        for i in range(3): await q.put(i); await asyncio.sleep(0)
        await q.put(None)
    async def consumer():
        out = []
        while (x := await q.get()) is not None: out.append(x)
        return out
    _, r = await asyncio.gather(producer(), consumer()); print(r)
    try: await asyncio.wait_for(asyncio.sleep(5), 0.05)
    except asyncio.TimeoutError as e: print('timeout', repr(e))
    async with asyncio.timeout(1): await asyncio.sleep(0)
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(work(1))
    print(t.result())
    async def handle(r, w):
        d = await r.read(100); w.write(d.upper()); await w.drain(); w.close()
    s = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = s.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port)
    w.write(b'abc'); w.write_eof(); print(await r.read()); w.close(); s.close()
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, lambda: 42))
asyncio.run(main())

async def items():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print('closed')

async def partly():
    async for item in items():
        if item == 2:
            break
    print('left')

async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1))
            group.create_task(wrong())
    except* ValueError as errors:
        print('caught', errors.exceptions)
    lock, event = asyncio.Lock(), asyncio.Event()
    async with lock:
        asyncio.get_running_loop().call_later(0.01, event.set)
        await event.wait()
    print(lock.locked(), event.is_set())

async def wrong():
    raise ValueError('wrong')

asyncio.run(failing())

import queue, threading, time, signal
from concurrent.futures import ThreadPoolExecutor

jobs, results = queue.Queue(), []
def worker():
    while (job := jobs.get()) is not None:
        results.append(job * job)
threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(20):
    jobs.put(i)
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(sorted(results))
with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda x: x + 1, range(8))))

seen = []
signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    seen.append('interrupted')
print(seen, time.get_clock_info('monotonic'))
