class Noisy:
    def __init__(self, name, held=None):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name, len(registry))


registry = [1, 2, 3]
first = Noisy("first", Noisy("first's", Noisy("first's own")))
items = [Noisy("item 1", Noisy("in item 1")), Noisy("item 2")]
pair = Noisy("pair 1"), Noisy("pair 2")
table = {"a": Noisy("value 1"), "b": Noisy("value 2")}


def generator():
    try:
        yield 1
    finally:
        print("finally", len(registry))


suspended = generator()
next(suspended)
unstarted = generator()
exhausted = generator()
list(exhausted)
a = Noisy("a")
b = Noisy("b", a)
a.held = b


def closure():
    kept = Noisy("in a cell")
    return lambda: kept


inner = closure()


class Respawning:
    def __del__(self):
        global successor
        print("respawning")
        successor = Noisy("successor")


respawning = Respawning()


def failing():
    local = Noisy("local of a failing function")
    1 / 0


print("end")
failing()
