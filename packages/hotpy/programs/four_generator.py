"""Sums over generators."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(n):
    for i in range(n):
        yield i * i


def odd(numbers):
    for number in numbers:
        if number % 2 == 1:
            yield number


def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def chained(n):
    yield from squares(n)
    yield -1
    yield from count(n)


print(total(count(300)), total(squares(300)), total(odd(squares(300))))
print(sum(count(200)), sum(squares(100)), sum(odd(count(99))), sum(i * 2 for i in range(150)))
print(total(x * 0.5 for x in squares(80)), total(chained(60)))
print(total(i * 1000000007 for i in count(120)), total(i << 40 for i in range(100)), total(2 ** i for i in range(70)))
print(list(odd(count(20))), max(squares(30)), tuple(count(3)))


def stops_early(n):
    seen = 0
    for number in count(n):
        if number > 50:
            break
        seen += number
    return seen


def running():
    result = 0
    while True:
        value = yield result
        if value is None:
            return
        result += value


print([stops_early(n) for n in (10, 60, 1000)])
generator = running()
next(generator)
print([generator.send(i) for i in range(30)])
try:
    generator.send(None)
except StopIteration as stop:
    print("stopped", stop.value)


def fails(n):
    for i in range(n):
        yield 10 // (40 - i)


try:
    print(total(fails(100)))
except ZeroDivisionError as error:
    print(error)
pair = zip(count(50), squares(50))
print(total(a * b for a, b in pair), next(pair, "exhausted"))
