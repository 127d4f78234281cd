# Generators that are dropped before their end run their finally; objects' __del__ run once: after a collection.
import gc

log = []


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *how):
        log.append(("exit", self.name, how[0]))

    def __del__(self):
        log.append(("del", self.name))


def numbers(name):
    with Guard(name):
        try:
            yield 1
            yield 2
        except GeneratorExit:
            log.append(("closed", name))
            raise
        finally:
            log.append(("finally", name))


def drop(count):
    total = 0
    for i in range(count):
        total += next(numbers(i))
    return total


def settled():
    gc.collect()
    gc.collect()
    found = sorted(log, key=repr)
    log.clear()
    return found


print(drop(3))
print(settled())
print(drop(2000))
found = settled()
print(len(found), sum(each[0] == "closed" for each in found), sum(each[0] == "del" for each in found))


def delegating():
    try:
        yield from numbers("inner")
    finally:
        log.append("outer")


def first_of():
    for each in delegating():
        return each


print(first_of())
print(settled())
kept = numbers("kept")
next(kept)
print(settled())
kept.close()
print(settled())


def cycle():
    held = []

    def looping():
        try:
            yield held
        finally:
            log.append("cycle")

    generator = looping()
    held.append(generator)
    next(generator)


for _ in range(50):
    cycle()
print(settled().count("cycle"))
