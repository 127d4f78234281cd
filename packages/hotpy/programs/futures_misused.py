import asyncio
import traceback


async def futures():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.current_task()
    for act in (
        future.result,
        future.exception,
        lambda: future.set_exception(StopIteration),
        lambda: future.set_exception(3),
        lambda: future.set_result(1),
        lambda: future.set_result(1),
        lambda: future.set_exception(ValueError()),
        future.result,
        lambda: task.set_result(1),
        task.result,
        task.exception,
    ):
        try:
            print(act())
        except Exception as error:
            print(repr(error))
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(KeyError("k"))
    try:
        await failed
    except KeyError as error:
        traceback.print_tb(error.__traceback__)


asyncio.run(futures())
