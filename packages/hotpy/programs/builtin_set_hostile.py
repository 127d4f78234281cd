# Keys whose `__eq__` and `__hash__` change the very set that is searched.
class Key:
    def __init__(self, value, act=None):
        self.value = value
        self.act = act
    def __hash__(self):
        return 1
    def __eq__(self, other):
        act, self.act = self.act, None
        if act is not None:
            act()
        return isinstance(other, Key) and self.value == other.value
    def __repr__(self):
        return "Key(%r)" % self.value


def show(keys):
    return sorted(map(repr, keys))


def attempt(name, make):
    s = {Key(i) for i in range(6)} | {1, "x", 2.5}
    def grow(): s.update(range(100, 140))
    def clear(): s.clear()
    def remove():
        for key in list(s):
            if isinstance(key, Key): s.discard(key)
    def again(): s.add(Key(3))
    def fail(): raise ValueError("no")
    for act in grow, clear, remove, again, fail:
        s.clear()
        s.update([Key(i) for i in range(6)], (1, "x", 2.5))
        try:
            result = make(s, act)
        except Exception as error:
            result = type(error).__name__
        print(name, act.__name__, show(result) if isinstance(result, (set, frozenset, list)) else result, len(s), show(s)[:9])


attempt("in", lambda s, act: Key(5, act) in s)
attempt("not in", lambda s, act: Key(9, act) in s)
attempt("add", lambda s, act: s.add(Key(5, act)))
attempt("add new", lambda s, act: s.add(Key(9, act)))
attempt("discard", lambda s, act: s.discard(Key(4, act)))
attempt("remove", lambda s, act: s.remove(Key(4, act)))
attempt("remove new", lambda s, act: s.remove(Key(9, act)))
attempt("update list", lambda s, act: s.update([7, Key(8, act), 9, Key(2)]))
attempt("update tuple", lambda s, act: s.update((Key(8, act), Key(10))))
attempt("update dict", lambda s, act: s.update({Key(11, act): 1, 5: 2}))
attempt("update set", lambda s, act: s.update({Key(12, act), 6}))
attempt("or", lambda s, act: s | {Key(12, act), 6})
attempt("and", lambda s, act: s & {Key(3, act), 1})
attempt("and list", lambda s, act: s.intersection([Key(3, act), 1]))
attempt("sub", lambda s, act: s - {Key(3, act), 1})
attempt("sub few", lambda s, act: s - {Key(3, act)})
attempt("xor", lambda s, act: s ^ {Key(3, act), 1})
attempt("ior", lambda s, act: s.__ior__({Key(3, act), 77}))
attempt("isub", lambda s, act: s.__isub__({Key(3, act), 1}))
attempt("iand", lambda s, act: s.__iand__({Key(3, act), 1}))
attempt("ixor", lambda s, act: s.__ixor__({Key(3, act), 1}))
attempt("le", lambda s, act: {Key(3, act), 1} <= s)
attempt("eq", lambda s, act: {Key(i, act if i == 3 else None) for i in range(6)} | {1, "x", 2.5} == s)
attempt("disjoint", lambda s, act: s.isdisjoint({Key(33, act), 55}))


class Hashed:
    def __init__(self, s): self.s = s
    def __hash__(self):
        self.s.clear()
        return 3


def during_hash():
    s = {1, 2, 3}
    s.add(Hashed(s))
    print(len(s), 1 in s)
    items = [1, 2, 3, 4]
    class Shrinks:
        def __hash__(self):
            items.clear()
            return 9
    items.insert(2, Shrinks())
    print(len(set(items)), items)
    s = {1, 2, 3}
    print(Hashed(s) in s, s)
    for bad in ([], {}, set()):
        for act in (lambda: s.add(bad), lambda: {1, *[bad]}, lambda: {bad}, lambda: set([1, bad]), lambda: bad in s, lambda: s.discard(bad)):
            try:
                print(act())
            except TypeError as error:
                print(error)


during_hash()


def hot():
    frozen = frozenset([1, (2, 3), "x"])
    found = 0
    table = {frozen, 5}
    for i in range(500):
        found += frozenset([(2, 3), "x", 1]) in table
        found += {1, "x", (2, 3)} in table
        found += i in table
        found += len({i, i + 1, "x"} & {i, 3})
        s = {x for x in (i, "y", (i,))}
        s.discard(i)
        s.add(2.0)
        if not s: print("empty")
        found += len(s)
        for x in s: found += x == 2
        s.remove((i,))
        try:
            s.remove(i + 0.5)
        except KeyError as error:
            found += error.args == (i + 0.5,)
        found += len(set([i, i, 2])) + len(set((i,))) + len(frozenset({i: 1})) + len(set())
    print(found, hash(frozenset([1, (2, 3)])), hash(frozenset([frozenset([5, -1]), 1])), {frozen: 1}[frozenset(["x", 1, (2, 3)])])
    s = {1, 2, 3}
    try:
        for x in s:
            s.add(x + 100)
    except RuntimeError as error:
        print(error)
    numbers = set()
    for i in range(300):
        try:
            for x in numbers:
                if i > 250: numbers.add(1000 + i)
        except RuntimeError as error:
            found += 1
        numbers.add(i)
    print(found, len(numbers))
    s = {1, 2, 3}
    it = iter(s)
    print(next(it), list(it), list(it), sorted(s, reverse=True))
    while s: s.pop()
    print(s, bool(s), s.isdisjoint(s), s <= s, s == frozenset())


hot()
