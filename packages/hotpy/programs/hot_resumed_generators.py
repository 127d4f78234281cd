"""Loops that drive generators by send and next, get them closed and exhausted, and calls with keywords that are gathered and spread."""


def summing():
    total = 0
    while True:
        given = yield total
        if given is None:
            return total
        total += given


def countdown(n):
    while n > 0:
        n -= 1
        yield n


async def steps(n):
    for i in range(n):
        await Waiting(i)
    return n


class Waiting:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


def drive_by_send(count):
    results = []
    generator = summing()
    next(generator)
    for i in range(count):
        if i % 50 == 49:
            try:
                generator.send(None)
            except StopIteration as stop:
                results.append(stop.value)
            generator = summing()
            next(generator)
        generator.send(i)
    return results


def drive_by_next(count):
    total = steps_seen = 0
    generator = countdown(7)
    for i in range(count):
        item = next(generator, None)
        if item is None:
            generator = countdown(7)
            item = next(generator)
        total += item
        try:
            steps_seen += generator.__next__()
        except StopIteration:
            steps_seen += 100
    return total, steps_seen


def drive_coroutines(count):
    seen = []
    for i in range(count):
        coroutine = steps(i % 4)
        try:
            value = coroutine.send(None)
            while True:
                seen.append(value)
                value = coroutine.send(value)
        except StopIteration as stop:
            seen.append(-stop.value)
    return sum(seen), len(seen)


def wrong_sends(count):
    messages = set()
    for i in range(count):
        generator = countdown(1)
        try:
            generator.send(i)
        except TypeError as error:
            messages.add(str(error))
        for _ in range(3):
            try:
                next(generator)
            except StopIteration as stop:
                messages.add(repr(stop))
    return sorted(messages)


def spread(first, *rest, **named):
    return gathered(first, *rest, **named)


def gathered(first, second=2, *, third=3, **more):
    return first + second * third + sum(more.values()) + len(more)


def calls(count):
    total = 0
    for i in range(count):
        total += spread(i) + spread(i, 1) + spread(i, third=i) + spread(i, third=1, fourth=i, fifth=5)
        if i % 100 == 99:
            try:
                spread(i, 1, second=2)
            except TypeError as error:
                total += len(str(error))
    return total


print(drive_by_send(600))
print(drive_by_next(600))
print(drive_coroutines(300))
print(wrong_sends(60))
print(calls(400))
