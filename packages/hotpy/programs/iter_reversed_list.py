# Lists from their end: with lists that grow, shrink and are refilled meanwhile, in loops that get hot, by next and by other builtins.
import copy


class Refined(list):
    pass


def total(items):
    result = []
    for item in reversed(items):
        result.append(item)
    return result


for size in range(40):
    assert total(list(range(size))) == list(range(size - 1, -1, -1))
print(total(Refined("abc")), total("xyz"), total((1, 2)), total(range(4)), total({1: 2, 3: 4}))

for step in range(60):
    items = [1, 2, 3, 4, 5]
    seen = []
    for item in reversed(items):
        seen.append(item)
        if item == 4 and step % 2:
            del items[1:]
        elif item == 3:
            items.append(6)
    if step < 2:
        print(seen, items)

it = reversed([1, 2, 3])
print(type(it), iter(it) is it, it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1:])
print(list(copy.copy(it)), list(it), list(it), next(it, "none"), it.__length_hint__())
items = [1, 2]
it = reversed(items)
items.clear()
print(list(it))
items += [7, 8]
print(list(it))
a, b = reversed("no"), reversed([1, 2])
x, y = b
print(x, y, list(zip(reversed([1, 2]), reversed([3, 4]))), list(enumerate(reversed([5, 6]))), sum(reversed([1, 2])))
print(max(reversed([1, 9, 3])), sorted(reversed([3, 1, 2])), [*reversed([1, 2])], dict(reversed([(1, 2), (3, 4)])))
it = reversed([1, 2, 3, 4])
it.__setstate__(1)
print(list(it), 3 in reversed([1, 3]), ",".join(reversed(["a", "b"])))


def generate():
    yield from reversed([1, 2, 3])


print([list(generate()) for _ in range(50)][-1])
