"""Generators that resume themselves: a tree in order, permutations, towers, nested lists."""


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(values):
    if not values:
        return None
    middle = len(values) // 2
    return Tree(tree(values[:middle]), values[middle], tree(values[middle + 1 :]))


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for rest in permutations(items[1:]):
            for place in range(len(items)):
                yield rest[:place] + items[:1] + rest[place:]


def towers(count, start, end, other):
    if count > 0:
        moved = yield from towers(count - 1, start, other, end)
        yield count, start, end
        return moved + 1 + (yield from towers(count - 1, other, end, start))
    return 0


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            for inner in flatten(item):
                yield inner
        else:
            yield item


def nested(depth):
    return [nested(depth - 1), depth, [depth, depth + 1], nested(depth - 1)] if depth else [1, 2, 3]


def echoes(depth):
    """What is sent goes down to the innermost, and what that raises comes up."""
    try:
        if depth:
            return (yield from echoes(depth - 1))
        got = 0
        while True:
            got += yield got
    finally:
        closed.append(depth)


values = Tree(tree(range(300)), -1, tree(range(300, 500)))
print(sum(value * place for place, value in enumerate(values)), list(values)[:8])
print(sum(1 for each in permutations([1, 2, 3, 4, 5, 6]) if each[0] < each[-1]))


def count_moves(count):
    return (yield from towers(count, "a", "c", "b"))


moves = count_moves(9)
seen = 0
try:
    while True:
        number, start, end = next(moves)
        seen += number if start < end else -number
except StopIteration as stop:
    print(seen, stop.value)

print(sum(flatten(nested(6))), list(flatten(nested(2))))

closed = []
echo = echoes(6)
print(next(echo), [echo.send(number) for number in range(200)][-1])
try:
    echo.throw(KeyError("down there"))
except KeyError as error:
    print("caught", error, closed)
