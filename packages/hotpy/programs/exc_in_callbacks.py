# Exceptions out of Python code that builtins call, in hot loops: what was done stays, and nothing else is.


class Awkward:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 13 or other.n == 13:
            raise ValueError("unlucky")
        return self.n < other.n

    def __eq__(self, other):
        if self.n == 13:
            raise ValueError("unlucky")
        return self.n == other.n

    def __hash__(self):
        if self.n == 26:
            raise TypeError("no hash")
        return self.n % 4

    def __index__(self):
        if self.n == 5:
            raise KeyError(5)
        return self.n


def attempt(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


results = {}
for start in range(2000):
    n = start % 30
    items = [Awkward((n * k) % 30) for k in range(1, 5)]
    before = len(items)
    for name, call in (
        ("sort", lambda: items.sort()),
        ("min", lambda: min(items).n),
        ("in", lambda: Awkward(n) in items),
        ("set", lambda: len({*items})),
        ("dict", lambda: len(dict.fromkeys(items))),
        ("index", lambda: [0, 1, 2, 3, 4, 5, 6][items[0]]),
        ("map", lambda: sum(map(Awkward.__index__, items))),
        ("range", lambda: list(range(items[0]))[-1:]),
        ("equal", lambda: items == [Awkward(each.n) for each in items]),
        ("remove", lambda: items.remove(items[-1])),
    ):
        key = (name, str(attempt(call)))
        results[key] = results.get(key, 0) + 1
    if not before - 1 <= len(items) <= before:
        print("lost", before, len(items))
for key in sorted(results):
    print(*key, results[key])
