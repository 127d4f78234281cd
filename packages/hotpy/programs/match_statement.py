# `match`: every kind of pattern, in hot code and with hostile subjects.
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(v):
    match v:
        case 0 | 1: return "small"
        case -3.5: return "neg"
        case None: return "none"
        case True: return "true"
        case "a" | "b" as s: return "str " + s
        case [] : return "empty"
        case [x]: return ("one", x)
        case [1, *rest]: return ("one..", rest)
        case [a, *_, b] if a == b: return ("ends", a)
        case (a, [b, c]): return ("nested", a, b, c)
        case [*init, last]: return (init, last)
        case {"k": k, "z": 1}: return ("z", k)
        case {"k": k, **rest}: return ("map", k, rest)
        case {}: return "anymap"
        case P(0, 0): return "origin"
        case P(x=0, y=y): return ("yaxis", y)
        case P(x, y) if x == y: return ("diag", x)
        case P(): return "P"
        case int(n) | float(n): return ("num", n)
        case str(): return "other str"
        case x: return ("else", x)
for v in [0, 1, -3.5, None, True, "a", "b", "c", [], [7], [1, 2, 3], [4, 5, 4], (1, (2, 3)), [3,[4,5]], (5,6,7), {"k": 1, "z": 1}, {"k": 2, "q": 3}, {}, {"a":1}, P(0,0), P(0, 4), P(3,3), P(1,2), 10, 2.5, range(1), set(),object ]:
    try: print(f(v))
    except Exception as e: print(type(e), e)
match 3, 4:
    case (x, y): print(x, y)
match "x":
    case "y": print("no")
def g(v):
    match v:
        case (("a", x, y) | ("b", y, x)): return x, y
        case {"p": (1 | 2) as n, "q": [*items]}: return n, items
        case _: return None
print(g(("a", 1, 2)), g(("b", 1, 2)), g({"p": 2, "q": "xy"}), g({"p": 2, "q": [1,2]}))
class Q:
    __match_args__ = ["x"]
class R: pass
class S(dict): pass
class T(int): pass
def h(v, c, n):
    match v:
        case c.R(1): return 1
for v, cls in [(Q(), Q), (R(), R), (S(), S), (T(), T), (5, int), (5, 7)]:
    class c: R = cls
    try: print(h(v, c, 0))
    except Exception as e: print(type(e).__name__, e)


# Order of evaluation, and what is bound when a case fails half way.
class Loud:
    __match_args__ = ("a", "b")

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("get", name)
        if name == "b":
            raise AttributeError(name)
        return 1


def partly(value):
    x = "before"
    match value:
        case Loud(x, y):
            print("no")
        case [x, 99]:
            print("no")
        case [z, y] if y == 5:
            print(z, y)
        case _:
            print("kept", x)


partly(Loud())
partly([1, 5])
partly([1, 6])


class Raises:
    @property
    def a(self):
        raise ValueError("a")

    def __eq__(self, other):
        raise KeyError("eq")

    def __len__(self):
        raise IndexError("len")


class BadMap(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


class BadList(list):
    def __len__(self):
        raise IndexError("len")


def raising(value):
    match value:
        case Raises(a=1):
            return "no"
        case [1, 2]:
            return "no"
        case {"a": 1, "b": b}:
            return b


for value in Raises(), BadList(), BadMap(a=1, b=2), BadMap(a=1):
    try:
        print(raising(value))
    except Exception as error:
        print(type(error).__name__, error, error.__traceback__.tb_next.tb_lineno)


class Meta(type):
    def __instancecheck__(cls, other):
        print("instance?")
        return other == 3


class Odd(metaclass=Meta):
    pass


class Names:
    ONE = 1
    TWO = "two"


class Twice:
    __match_args__ = ("a", "a")
    a = 1


class NotNames:
    __match_args__ = (1,)


def odd(value):
    match value:
        case Odd():
            return "odd"
        case Names.ONE | Names.TWO:
            return "named"
        case {Names.ONE: x, Names.TWO: y}:
            return x, y
        case Twice(1, 1):
            return "twice"
        case NotNames(1):
            return "no"
        case Twice(a=1) | NotNames():
            return "never"


for value in 3, 1, "two", {1: 2, "two": 3, 4: 5}, Twice(), NotNames():
    try:
        print(odd(value))
    except TypeError as error:
        print(error)


def repeated(key):
    match {1: 2, 3: 4}:
        case {1: x, Names.ONE: y}:
            return x, y


try:
    repeated(1)
except ValueError as error:
    print(error)


# Hot: an evaluator, whose traces see all kinds of patterns.
class Num:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Op:
    __match_args__ = ("name", "left", "right")

    def __init__(self, name, left, right):
        self.name, self.left, self.right = name, left, right


def evaluate(node):
    match node:
        case Num(value):
            return value
        case Op("+", left, right):
            return evaluate(left) + evaluate(right)
        case Op("*", Num(0), _):
            return 0
        case Op("*", left, right):
            return evaluate(left) * evaluate(right)


def tokens(items):
    total = 0
    for item in items:
        match item:
            case ["push", n]:
                total += n
            case ["pop"]:
                total -= 1
            case {"add": n, **rest}:
                total += n + len(rest)
            case (first, *_, last):
                total += first * last
            case str(text):
                total += len(text)
            case int() | float() as n if n > 3:
                total += n
            case None:
                continue
            case _:
                break
    return total


tree = Op("+", Op("*", Num(2), Num(3)), Op("+", Num(1), Op("*", Num(0), Num(7))))
print(sum(evaluate(tree) for _ in range(2000)))
stream = [["push", 3], ["pop"], {"add": 2, "x": 1}, (2, 3, 4), "abc", 5, None, 4.5]
print(sum(tokens(stream * 3 + [2, 100]) for _ in range(300)))


# Jumps out of cases, and cases in generators and class bodies.
def jumps(values):
    for value in values:
        try:
            match value:
                case 1:
                    continue
                case [x]:
                    yield x
                case 2:
                    break
                case 3:
                    return "three"
        finally:
            print("finally", value)
    return "end"


def drive(values):
    result = yield from jumps(values)
    print(result)


print(list(drive([1, [5], 3])), list(drive([[6], 2, [7]])), list(drive([])))


class Body:
    match (1, {"k": "v"}):
        case (n, {"k": text}):
            kind = n, text


print(Body.kind, Body.n)
