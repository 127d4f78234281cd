# What a generator or coroutine handles stays its own while it is suspended, also where its resumer handles the very same exception.
import asyncio
import sys


def suspended_in_handler():
    try:
        yield "begun"
    except KeyError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
        raise


def nested_handler():
    try:
        yield "begun"
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
        raise


def in_finally():
    try:
        yield "begun"
    finally:
        yield str(sys.exc_info()[1])
        try:
            yield from (i for i in range(2))
        finally:
            yield str(sys.exc_info()[1])


def left_handler():
    try:
        try:
            yield "begun"
        except KeyError:
            return (yield "returns")
    finally:
        yield str(sys.exc_info()[1])


def in_type():
    try:
        yield "begun"
    except (yield "type"):
        yield sys.exc_info()[0].__name__
        raise


def in_group():
    try:
        yield "begun"
    except* KeyError as error:
        yield repr(error)
        yield repr(sys.exc_info()[1])
        raise


def outside():
    try:
        yield "begun"
    except KeyError:
        pass
    yield str(sys.exc_info()[1])
    yield str(sys.exc_info()[1])


def drive(make, handles, thrown):
    generator = make()
    said = [next(generator)]
    sent = None

    def go_on():
        try:
            if handles == "other":
                try:
                    raise TypeError("resumer")
                except TypeError:
                    said.append(generator.send(sent))
            else:
                said.append(generator.send(sent))
        except StopIteration as end:
            said.append(f"end {end.value}")
            return False
        except Exception as error:
            said.append(f"{error!r} {error.__context__!r}")
            return False
        return True

    try:
        if handles == "same":
            try:
                raise thrown
            except Exception as error:
                said.append(generator.throw(error))
        else:
            said.append(generator.throw(thrown))
    except Exception as error:
        said.append(f"{error!r}")
    sent = KeyError if make is in_type else None
    while go_on():
        sent = None
    print(make.__name__, handles, *said)


for _ in range(2):
    for make in (suspended_in_handler, nested_handler, in_finally, left_handler, in_type, in_group, outside):
        for handles in ("nothing", "same", "other"):
            thrown = ExceptionGroup("group", [KeyError(1), ValueError(2)]) if make is in_group else KeyError(1)
            drive(make, handles, thrown)


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0)


async def cleans_up():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        raise


async def manages():
    async with Manager():
        await asyncio.sleep(10)


async def nests():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        try:
            await asyncio.wait_for(asyncio.sleep(10), 0.001)
        except TimeoutError:
            await asyncio.sleep(0)
        raise
    finally:
        await asyncio.sleep(0)
        print("finally", repr(sys.exc_info()[1]))


async def main():
    for make in (cleans_up, manages, nests):
        task = asyncio.create_task(make())
        await asyncio.sleep(0)
        task.cancel("stop")
        try:
            await task
        except asyncio.CancelledError as error:
            print(make.__name__, repr(error), task.cancelled())


asyncio.run(main())


def hot(handles):
    total = 0
    for i in range(2000):
        generator = suspended_in_handler()
        next(generator)
        try:
            if handles:
                raise KeyError(i)
            generator.throw(KeyError(i))
        except KeyError as error:
            generator.throw(error)
        next(generator)
        try:
            next(generator)
        except KeyError as error:
            total += error.args[0]
    return total


print(hot(True), hot(False))
