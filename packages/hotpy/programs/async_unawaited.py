"""Coroutines that nothing awaits, what is noted of them, and asynchronous generators that are dropped."""

import gc
import sys
import types
import warnings


async def never():
    pass


def told(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        make()
        gc.collect()
    return [(each.category.__name__, str(each.message)) for each in caught]


def drop():
    never()


def close():
    never().close()


def throw():
    try:
        never().throw(ValueError)
    except ValueError:
        pass


print(told(drop), told(close), told(throw))
print(never.__name__, sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
coroutine = never()
print([(line > 0, name) for _, line, name in coroutine.cr_origin])
coroutine.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
sys.set_coroutine_origin_tracking_depth(0)


@types.coroutine
def may():
    return (yield from other())


def may_not():
    yield from other()


async def other():
    return "other"


try:
    may().send(None)
except StopIteration as stop:
    print(stop.value)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        list(may_not())
    except TypeError as error:
        print(error)
    gc.collect()


class Invalid:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def iterate():
    async for _ in Invalid():
        pass


try:
    iterate().send(None)
except TypeError as error:
    print(error, repr(error.__cause__))

ended = []
sys.set_asyncgen_hooks(finalizer=lambda generator: ended.append(type(generator).__name__))


async def items():
    yield 1
    yield 2


async def take():
    async for item in items():
        return item


try:
    take().send(None)
except StopIteration as stop:
    print(stop.value)
gc.collect()
print(ended)
sys.set_asyncgen_hooks(finalizer=None)
waiting = items()
awaited = waiting.asend(None)
print(waiting.ag_frame is waiting.ag_frame, waiting.__name__)
awaited.close()
