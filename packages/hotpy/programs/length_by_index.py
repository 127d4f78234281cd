# `__len__` may give any object that has `__index__`.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        return -index


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for given in (3, 0, -1, -3, 10**30, "a", 1.0, None, KeyError("k")):
    for length in (given, Index(given), Index(Index(given))):
        for function in (len, bool, lambda sized: not sized, lambda sized: list(reversed(sized)), lambda sized: 1 if sized else 0):
            attempt(function, Sized(length))


def hot(sized, count):
    total = 0
    for i in range(count):
        if i % 1000 == 999:
            sized.length = Index(i) if isinstance(sized.length, int) else i
        total += len(sized)
        if sized:
            total += 1
    return total


attempt(len, Sized(True))
print(hot(Sized(Index(3)), 6000), hot(Sized(0), 6000))
