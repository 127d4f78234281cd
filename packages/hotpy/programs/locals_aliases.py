# locals(), vars(), dir() and eval by other names read the frame that calls them, hot or not.
snapshot = locals
names = dir
look = vars
evaluate = eval


def add(a, b):
    c = a + b
    return snapshot()["c"] + look()["a"] + len(names())


def closure(n):
    def inner(k):
        held = n * k
        return sorted(get().items())

    get = snapshot
    return inner(n)


def evaluated(n):
    total = 0
    for i in range(n):
        j = i * 2
        total += evaluate("i + j + total % 3")
    return total


class Names:
    read = staticmethod(locals)

    def method(self, value):
        double = value * 2
        return self.read()["double"]


total = 0
for i in range(3000):
    total += add(i, 1)
print(total)
print(closure(3))
print([closure(i)[1][0] for i in range(0, 2000, 500)])
print(evaluated(3000))
made = Names()
print(sum(made.method(i) for i in range(3000)))


def deleted(n):
    kept = 0
    for i in range(n):
        temporary = i
        del temporary
        here = snapshot()
        kept += len(here) + ("temporary" in here)
    return kept


print(deleted(2000))


def generated(n):
    for i in range(n):
        squared = i * i
        yield snapshot()


print(sum(each["squared"] + len(each) for each in generated(2000)))
print(list(map(lambda x: sorted(snapshot()), [1, 2])))
