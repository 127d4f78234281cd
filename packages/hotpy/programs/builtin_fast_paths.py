"""Short cuts of builtins and what lies just beyond them: mixed kinds, user-defined comparisons, mutation meanwhile, boundaries."""

nan = float("nan")


def attempt(label, f):
    try:
        result = f()
    except Exception as e:
        result = type(e).__name__ + ": " + str(e)
    print(label, result)


# ---- searching ----

class Eq:
    def __init__(self, value, log=None):
        self.value = value
        self.log = log

    def __eq__(self, other):
        if self.log is not None:
            self.log.append(self.value)
        other = other.value if isinstance(other, Eq) else other
        return self.value == other

    def __hash__(self):
        return 7

    def __repr__(self):
        return "Eq(%r)" % (self.value,)


log = []
items = [1, "a", 2.5, Eq(3, log), None, (1, 2), Eq(4, log), True, nan]
for wanted in [1, 1.0, "a", 2.5, 3, 4, 5, None, (1, 2), (1, 2.0), nan, float("nan"), Eq(2.5), True, False]:
    print(repr(wanted), wanted in items, wanted not in items, items.count(wanted), wanted in tuple(items), wanted in set(items))
print(log)
print(items.index(3), items.index(True), items.index(4, 4), items.index(nan))
attempt("index", lambda: items.index(1, 1, 3))
attempt("index", lambda: items.index("b"))
attempt("index", lambda: (1, 2).index(3))
attempt("remove", lambda: items.remove("zz"))


class Shrinks:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        del self.target[2:]
        return False


shrinking = [0, 1, 2, 3, 4]
print(shrinking.count(Shrinks(shrinking)), shrinking)
shrinking = [0, 1, 2, 3, 4]
print(Shrinks(shrinking) in shrinking, shrinking)


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __contains__(self, item):
        return self.answer


class Truth:
    def __bool__(self):
        print("bool")
        return False


for answer in [0, 1, "", "x", None, [], Truth()]:
    print(1 in Answers(answer), 1 not in Answers(answer))
attempt("in int", lambda: 1 in 5)
attempt("not in int", lambda: 1 not in 5)
attempt("in str", lambda: 1 in "abc")
attempt("not in str", lambda: None not in "abc")
attempt("unhashable", lambda: [] in {1})
attempt("unhashable", lambda: [] not in {1})
attempt("unhashable", lambda: {} in {1: 2})
print({1, 2} in {frozenset([1, 2])}, {1} not in {frozenset([1, 2])})
for r in [range(0, 10, 3), range(10, 0, -3), range(-5, 5), range(5, 5), range(2**40, 2**40 + 10, 2), range(0, 2**31, 7)]:
    print(r, [x for x in [-5, -1, 0, 1, 3, 4, 7, 9, 10, 2**40, 2**40 + 3, 2**40 + 4, True, False, 3.0, 3.5, 2**31 - 2] if x in r])

# ---- comparing sequences ----
for a, b in [([1, 2], [1, 2.0]), ([1, nan], [1, nan]), ([nan], [float("nan")]), ((1, "a"), (1, "b")), ([], [0]), ((1, 2, 3), (1, 2)),
             ([1, Eq(2)], [1, 2]), ((None, 1), (None, 2)), ([True], [1]), ((2**70,), (2**70 + 1,)), ([[1], [2]], [[1], [3]])]:
    print(a, b, a == b, a != b, end=" ")
    for name, f in [("<", lambda: a < b), ("<=", lambda: a <= b), (">", lambda: a > b), (">=", lambda: a >= b)]:
        attempt(name, f)
attempt("None", lambda: [None] < [None])
attempt("None", lambda: [None] < [1])
attempt("mixed", lambda: ("a",) < (1,))
attempt("mixed", lambda: [1] < (1,))

# ---- sorting ----
for data in [[3, 1, 2], [5] * 3 + [1] * 3, [2.5, 1, -0.0, 0, 0.0, True, False], ["b", "a", "", "aa", "ab"], ["abcdefg", "abcdefa", "abcdef", "abcdeg"],
             ["\xff", "a", "\xe9"], ["\u0100", "\xff", "z", "\U0001f600", "\uffff", ""], [(1, "b"), (1, "a"), (0, "z")], [("a", 2), ("a", 1), ("", 3)],
             [(), (1,), (0, 5), (0,)], [(2.0, 1), (2, 0), (1, 9)], [[2], [1, 5], [1]], [2**40, 1, -2**40, 2**70, -2**70], [1, nan, 0], list(range(100, 0, -1)),
             [(i * 7919 % 101, i) for i in range(150)][-5:]]:
    print(sorted(data), sorted(data, reverse=True))
    copy = data[:]
    copy.sort(reverse=True)
    print(copy, [repr(x) for x in sorted(data, key=lambda x: 0)] == [repr(x) for x in data])
pairs = [(i * 37 % 5, i) for i in range(30)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted(pairs, key=lambda p: -p[0] * 0.5)[:6], sorted(pairs, key=lambda p: str(p[0]))[:6])
print([str(i) for i in sorted((i * 7919 % 1009 for i in range(300)), key=lambda i: i % 10)][:20])
attempt("sort", lambda: sorted([1, "a"]))
attempt("sort", lambda: sorted([(1, "a"), (1, 2)]))
print(sorted([(1, "a"), (2, 2)]), sorted([("a", None), ("b", 1)]))
attempt("sort", lambda: sorted([None, 1]))
attempt("sort", lambda: sorted([(None,), (1,)]))
first, second = 2.0, 2.0
both = sorted([first, 1, second])
print(both[1] is first, both[2] is second)
zeros = sorted([0.0, -0.0, 0])
print(zeros, sorted(zeros, reverse=True))

# ---- sums, quantifiers, extremes ----
print(sum([]), sum([], 5), sum([1, 2], 2.5), sum([1, 2.5, 3]), sum([2**30 - 1] * 10), sum([2**62, 2**62]), sum([True, 2]), sum((0.1,) * 10), sum([0.5, 1]))
print(sum([-0.0, -0.0]), sum([1.0, 2**60]), sum([2**1000, 1]), sum([[1], [2]], []))
attempt("sum", lambda: sum([1, "a"]))
attempt("sum", lambda: sum(["a"]))
attempt("sum", lambda: sum([0.5, None]))
for data in [[], [0], [0, 1], [None, False, 0], ["", 1], [[], 0], [1, [], 0], [0.0], (True, True), [Eq(0)]]:
    print(data, any(data), all(data))
attempt("any", lambda: any([0, Truth(), 1]))
attempt("all", lambda: all([1, Truth(), 0]))
print(min([3, 1, 2]), max([3, 1, 2]), min([1, 1.0]), max([1, 1.0]), max([True, 1]), min((2.5, -1)), max(["b", "a"]), min([nan, 1]), min([1, nan]))
attempt("min", lambda: min([]))
attempt("min", lambda: min([1, "a"]))
attempt("max", lambda: max([None, None]))

# ---- numbers ----
import math
for x in [0, 1, -1, 2.5, -2.5, -0.5, 1e15, 1e20, -1e20, True, 2**70]:
    print(x, math.floor(x), math.ceil(x), math.trunc(x), abs(x))
attempt("floor", lambda: math.floor(nan))
attempt("ceil", lambda: math.ceil(float("inf")))
attempt("floor", lambda: math.floor("a"))
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (2**70, 7), (True, 2), (0, 5), (-2**30, -1)]:
    print(divmod(a, b), end=" ")
print()
attempt("divmod", lambda: divmod(1, 0))
attempt("divmod", lambda: divmod(1.0, 0))
attempt("divmod", lambda: divmod("a", 1))
print(abs(-2**30), abs(2**30 - 1), abs(-2**63), abs(True), abs(-0.0))
print(math.gcd(12, -18), math.gcd(0, 0), math.gcd(-2**30, 2**29), math.gcd(2**80, 2**70 * 3), math.gcd(5), math.gcd(), math.gcd(True, 3), math.lcm(4, 6), math.lcm(2**29, 3**18))
for text in ["1", "-1", "1.", ".5", "-.5", ".", "-", "", "1.5.2", "123456789012345", "1234567890123456789", "0.1", "0.000001", "1_000.5", " 1.5\n", "1e5", "-0", "-0.0", "00012.50",
             "3.14159265358979", "0.30000000000000004", "١.٥", "1\u00a0", "inf", "+1", "--1", "0.00000000000001", "99999999999999.9"]:
    attempt(repr(text), lambda: float(text))

# ---- strings ----
s = "  hello \t\n"
print([s.strip(), s.lstrip(), s.rstrip(), "xxhixx".strip("x"), "xyhiyx".strip("yx"), "\u3000a\u3000".strip(), "aaa".strip("a"), "".strip(), "abc".strip(""), "\u0100a\u0100".strip("\u0100")])
attempt("strip", lambda: "a".strip(1))
print("banana".count("an"), "banana".count("a", 2), "banana".count("a", 2, 4), "banana".count(""), "".count(""), "banana".count("", 3), "aaaa".count("aa"), "b\u0100\u0100".count("\u0100"))
print("banana".replace("an", ""), "banana".replace("a", "xyz", 2), "banana".replace("", "-"), "banana".replace("", "-", 2), "banana".replace("z", "q"), "ba\u0100".replace("\u0100", "a"),
      "banana".replace("n", "\u0100"), "aaa".replace("a", "", 0), "aaa".replace("a", ""), ("ab" * 100).replace("b", "cc").count("c"))
print("hello".startswith("he"), "hello".startswith(("x", "he")), "hello".startswith("he", 1), "hello".startswith("", 5), "hello".startswith("", 6), "hello".endswith("lo"), "hello".endswith("lo", 0, 4),
      "h".endswith("hello"), "hello".startswith(()), "he".startswith("hello"))
attempt("startswith", lambda: "a".startswith(1))
attempt("startswith", lambda: "a".startswith(("b", 1)))
print("hello".find("l"), "hello".find("l", 3), "hello".find("l", -1), "hello".find("", 9), "hello".rfind("l", 0, 3), "hello".find("lo", None, None), "hello".find("l", -100, 100))
print([w.isdigit() for w in ["", "1", "12a", "²", "١", "\u0100"]], [w.isalpha() for w in ["", "a", "é", "a1", "\u0100b"]], [w.isspace() for w in ["", " ", "\x85\xa0", "a "]], [w.isprintable() for w in ["", "a", "\n", "é"]])
print("abc".translate({97: "xx", 98: None, 99: 65}), "abc".translate({}), "aé\u0100".translate({0xe9: "e", 0x100: 97}))


class Default:
    def __getitem__(self, key):
        if key == 98:
            raise KeyError(key)
        return chr(key + 1)


print("abc".translate(Default()), "abc".translate("x" * 98))
attempt("translate", lambda: "abc".translate({97: 1.5}))
print(["a".center(w) for w in range(6)], "ab".center(7, "\u0100"), "a".ljust(4, "."), "a".rjust(4, "."), "-5".zfill(5), "+".zfill(3), "".zfill(2), "abc".zfill(2))
print("hello"[::-1], "hello"[::2], "hello"[4:1:-2], "h\u0100llo"[::-1], "\U0001f600ab"[::-2], "ab"[::-5])
print(list("h\xe9llo"), list("h\u0100"), list(""), list(iter("abc")), list(range(5, 0, -2)), list(range(0)))

# ---- lists and tuples ----
for n in [0, 1, 2, 15, 16, 17, 40]:
    base = list(range(n))
    base.insert(n // 2, "x")
    base.insert(0, "first")
    base.insert(-1, "before last")
    del base[n // 3]
    base.reverse()
    print(base, base[1:5], base[::-3], base * 2 == base + base, [n] * n == n * [n])
print([0] * -1, [1, 2] * 0, (1,) * 3, [[]] * 2, [1] * True, (1, 2) * 2)
attempt("mul", lambda: [1] * 1.5)
attempt("mul", lambda: [1] * "a")
empty = []
empty.extend(empty)
print(empty, [*"ab", *[1, 2], *(3,), *{4: 5}, *range(2)])
twice = [1, 2]
twice.extend(twice)
twice += twice
twice += (9,)
twice += "z"
print(twice)
a, *b = [1, 2, 3]
*c, d = (1, 2)
e, *f, g = range(4)
h, *i = "x"
(j, *k), l = [[1, 2, 3], 4]
print(a, b, c, d, e, f, g, h, i, j, k, l)


def unpack():
    a, *b, c = [1]


attempt("unpack", unpack)

# ---- dicts ----
d = {}
for i in range(50):
    d["k"] = i
    del d["k"]
print(d, len(d))
d["x"] = 1
shared = d.copy()
del shared["x"]
for i in range(10):
    shared[i] = i
print(d, shared)
attempt("del", lambda: d.__delitem__("nope"))


def delete(key):
    del d[key]


for key in ["nope", 5, (1, 2), 1.5]:
    attempt("del", lambda: delete(key))
attempt("del", lambda: delete([]))
mixed = {1: "int", (1, 2.0): "tuple", 2.5: "float", None: "none", ("a", (1,)): "deep", True: "bool", 1.0: "one", Eq(1): "eq", 2**40: "big", -1: "minus", "s": "str"}
print(mixed)
for key in [True, (1.0, 2), 2.5, None, ("a", (1.0,)), 7, Eq(1), 2.0**40, -1.0, -2, "s", (1, 3), ((),), 1e300]:
    print(repr(key), mixed.get(key, "absent"), key in mixed)
keyed = {Eq(1): 1, Eq(2): 2, Eq(3): 3}
print(keyed[Eq(2)], keyed.pop(Eq(1)), Eq(9) in keyed, keyed)
target = {}
target.update({1: 2}, a=3)
source = {5: 6}
target.update(source)
source[7] = 8
target.update({}, b=1)
target.update(target)
print(target, source)
grown = {i: i for i in range(20)}
grown.update({i: -i for i in range(10, 40)})
print(grown)
fresh = dict()
fresh.update(grown)
fresh[1000] = 1
del grown[0]
print(len(fresh), len(grown), fresh[0], 1000 in grown)
it = iter({1: 2, 3: 4, 5: 6})
next(it)
print(list(it), list({1: 2}.keys()), list({1: 2}.values()), list({1: 2}.items()), sorted({2: 1, 1: 2}.items()))
it = iter(d)
d["new"] = 1
attempt("changed", lambda: list(it))

# ---- sets ----
class Bad:
    def __eq__(self, other):
        raise ValueError("no comparison")

    def __hash__(self):
        return 7


many = {Eq(i) for i in range(20)}
print(sorted(e.value for e in many), Eq(5) in many, Eq(25) in many)
many.discard(Eq(5))
many.discard(Eq(50))
print(len(many), len(many | {Eq(1), Eq(99)}), len(many & {Eq(1), Eq(5)}), len(many - {Eq(1)}), len(many ^ {Eq(1), Eq(5)}))
attempt("bad", lambda: Bad() in many)
attempt("bad", lambda: many.add(Bad()))
attempt("bad", lambda: many | {Bad()})
attempt("bad", lambda: many.remove(Bad()))
attempt("remove", lambda: {1}.remove(2))
attempt("remove", lambda: {1}.remove({2}))
attempt("set", lambda: set([1, [2]]))
attempt("set", lambda: {1}.update([3], 5))
print(set([1, 1.0, True, (1, 2), Eq(3), 2]), {x % 3 for x in range(10)}, set("hello") == set(list("hello")), frozenset((1, 2)) | {3})


class Changes:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False

    def __hash__(self):
        return 7


changing = set()
changing.add(Eq(1))
changing.add(Changes(changing))
print(len(changing))
s = set()
for i in range(100):
    s.add(i)
    s.discard(i - 3)
print(sorted(s), s)


# ---- classes made and called after a collection ----
for round in range(3):
    class Plain:
        pass

    class WithInit:
        def __init__(self, x, y=2):
            self.x = x
            self.y = y

    class WithNew:
        def __new__(cls, x):
            made = super().__new__(cls)
            made.x = x
            return made

    fill = [[i] for i in range(30000)]
    p = Plain()
    print(type(p).__name__, WithInit(1).y, WithNew(5).x)
    attempt("args", lambda: Plain(1))
attempt("descriptor", lambda: str.upper(5))
attempt("descriptor", lambda: list.append({}, 1))
attempt("descriptor", lambda: "x".join.__class__ and set.add([], 1))
