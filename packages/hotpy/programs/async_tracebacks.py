"""Tracebacks through tasks and futures show no frames of theirs; those of a pickler are not shown either."""

import asyncio
import pickle
import traceback


async def fails(depth):
    await asyncio.sleep(0)
    if depth:
        return await fails(depth - 1)
    raise ValueError("deep down")


async def awaits_task():
    return await asyncio.create_task(fails(1))


async def gathers():
    return await asyncio.gather(fails(0), asyncio.sleep(0))


async def cancelled():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel("no longer wanted")
    await task


async def future():
    waiting = asyncio.get_running_loop().create_future()
    waiting.set_exception(KeyError("set"))
    await waiting


def shown(error):
    frames = traceback.extract_tb(error.__traceback__)
    return [(frame.filename.rpartition("/")[2], frame.name) for frame in frames]


for main in (awaits_task, gathers, cancelled, future):
    try:
        asyncio.run(main())
    except (ValueError, KeyError, asyncio.CancelledError) as error:
        print(main.__name__, repr(error), shown(error))

for wrong in (lambda: 1, (item for item in ()), asyncio):
    try:
        pickle.dumps([wrong])
    except Exception as error:
        print(type(error).__name__, shown(error))
