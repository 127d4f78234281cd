"""Recordings that wait for a call which loops long by itself: they are given up, and the program goes on in that call."""


def descend(depth, count):
    total = 0
    for i in range(count):
        if i % 3 == 0:
            total += i
        else:
            total -= 1
    return total + (descend(depth - 1, count) if depth else 0)


print(descend(3, 30000), descend(5, 12000))


class Table:
    def __init__(self, size):
        self.rows = {i: i * 2 for i in range(size)}

    def total(self):
        return sum(value for key, value in self.rows.items() if key != 5)

    def fails(self):
        for key in self.rows:
            if key == 25000:
                raise ValueError(key)


for size in (3, 10, 30000, 5, 30000, 7):
    table = Table(size)
    try:
        print(size, table.total(), table.fails())
    except ValueError as error:
        print(size, "ValueError", error)


def walk(depth, count):
    for i in range(count):
        yield i
    if depth:
        yield from walk(depth - 1, count)


for count in (1, 2, 25000, 3):
    print(count, sum(walk(2, count)), max(walk(1, count)))
