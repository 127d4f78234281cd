# Which pairs are compared, in which order, is what CPython compares: its list sort is followed step by step.

state = 7
log = []
limit = None


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n


class Key:
    def __init__(self, value, index):
        self.value = value
        self.index = index

    def __lt__(self, other):
        log.append(self.index * 1009 + other.index)
        if limit is not None and len(log) > limit:
            raise KeyError("enough")
        return self.value < other.value


class Wild(Key):
    """An order that is none."""

    def __lt__(self, other):
        log.append(self.index * 1009 + other.index)
        if limit is not None and len(log) > limit:
            raise KeyError("enough")
        return rnd(2) == 1


def values(kind, n):
    if kind == 0:
        return [rnd(n + 1) for i in range(n)]
    if kind == 1:
        return list(range(n, 0, -1))
    if kind == 2:
        return [i if rnd(20) else rnd(n) for i in range(n)]
    if kind == 3:
        result = []
        while len(result) < n:
            start = rnd(n)
            length = 1 + rnd(n // 2 + 1)
            up = range(start, start + length)
            result += up if rnd(3) else reversed(up)
        return result[:n]
    if kind == 4:
        return list(range(n // 3, n)) + list(range(n // 3))
    return [i // 7 for i in range(n)] + [3, 1]


def digest(numbers):
    result = 0
    for number in numbers:
        result = (result * 31 + number) % 1000000007
    return result


for kind in range(6):
    for n in (2, 9, 70, 150):
        for mode in range(3):
            cls = Wild if mode == 2 else Key
            items = [cls(value, i) for i, value in enumerate(values(kind, n))]
            reverse = rnd(3) == 0
            limit = rnd(n * 4) if rnd(3) == 0 else None
            log.clear()
            try:
                if mode == 0:
                    items = sorted(items, reverse=reverse)
                elif mode == 1:
                    items.sort(key=lambda item: item, reverse=reverse)
                else:
                    items.sort(reverse=reverse)
            except KeyError as error:
                print(error, end=" ")
            print(kind, n, mode, len(log), digest(log), digest(item.index for item in items))
limit = None

# Numbers among objects, and what is no order.
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.5, -1.0]))
print(sorted([nan] + [float(i * 7 % 40) for i in range(70)] + [nan, 1]))


class Least:
    def __lt__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __repr__(self):
        return "least"


print(sorted([3, 1, Least(), 2, 5, 4]))
for mixed in ([1, 2, "a", 3], ["b", 1], [3, 2, 1, None, "x"], [(1, 2), (1, "b"), (0, None)]):
    try:
        mixed.sort()
    except TypeError as error:
        print(error, mixed)


# What is done to the list meanwhile is found out.
class Meddler:
    def __init__(self, do):
        self.do = do

    def __lt__(self, other):
        self.do(meddled)
        return False


for do in (
    lambda items: items.append(1),
    lambda items: (items.append(1), items.pop()),
    lambda items: items.clear(),
    lambda items: print(items),
    lambda items: items.sort(),
    lambda items: 1 / 0,
):
    meddled = [Meddler(do), Meddler(do), Meddler(do)]
    before = list(meddled)
    try:
        meddled.sort()
        print("sorted", meddled == before)
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error, meddled == before)


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        log.append(self.value)
        if self.value == 13:
            raise OverflowError("no truth")
        return self.value % 2 == 1


class Answers:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return Truth(self.value)


log.clear()
print([item.value for item in sorted([Answers(i * 5 % 12) for i in range(12)])], log)
try:
    sorted([Answers(i) for i in range(20)])
except OverflowError as error:
    print(error, log)
