"""Random programs whose loops run often enough to be compiled, while what they rest on changes."""
from writer import Writer

PRELUDE = '''
class P:
    k = 3
    def __init__(self, x, y): self.x = x; self.y = y
    def get(self): return self.x
    def add(self, d): self.x = self.x + d; return self
    @property
    def sum(self): return self.x + self.y
    def __add__(self, o): return P(self.x + 1, o)
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __lt__(self, o): return self.x < (o.x if isinstance(o, P) else o)
    def __repr__(self): return f"P({self.x}, {self.y})"
class Q(P):
    k = 4
    def get(self): return -self.x
def shorten(v):
    s = repr(v)
    return s if len(s) < 200 else s[:100] + "..." + str(len(s))
def gen(n, step=1):
    i = 0
    while i < n:
        yield i
        i += step
def pick(i, *xs): return xs[i % len(xs)]
def recurse(n): return 1 if n < 1 else recurse(n - 1) + n
G = 1
'''
VARIABLES = ("i", "i", "s", "f", "n")
CONSTANTS = ("0", "1", "2", "3", "5", "7", "-1", "100", "1073741823", "2147483648", "9007199254740992", "0.5", "1.0", "-0.0", "2.5", "1e10")
READS = ("p.x", "p.y", "p.k", "q.x", "p.sum", "len(l)", "l[i % 5]", "l[-1]", "d['a']", "G", "t[1]")
CALLS = (
    "p.get()", "q.get()", "d.get(i, 1)", "d.get(i % 3, 0)", "f1(i)", "abs(s)", "int(f)", "float(i)", "len(str(i))", "ord(w[i % 3])",
    "recurse(i % 5)", "sum(l[:3])", "max(i, 3)", "min(f, i)", "pick(i, 1, 2.5, i)", "hash(i)", "next(g, -1)", "cl(i)",
    "(i * 1103515245 + 12345) % 2147483648",
)
TESTS = (
    "isinstance(q, Q)", "w in 'xyz'", "i in d", "o is None", "q == p", "'a' in d", "l", "p < q", "w == 'abc'", "i in l", "i % 2 == 0",
    "i % 20 == 1", "i % 3",
)
ITERABLES = (
    "range(3)", "range(i % 5)", "l[:4]", "(1, 2.5, i)", "gen(4)", "w", "range(0, 9, 2)", "list(d)[:3]", "enumerate(w)", "zip(l, w)",
)
CHANGES = (
    "f = 1", "f = 2**62", "s = 0.5", "s = 0", "n = None", "raise ValueError(i)", "P.k = i", "P.get = lambda self: 9", "p.x = 1.5",
    "q = P(1, 2)", "l = (1, 2, 3, 4, 5, 6)", "cl = lambda v: v * 0.5", "d = {}", "G = 2.5", "w = w + chr(8364)", "P.sum = 7",
)
STATEMENTS = (
    "p = P(i, p.x)", "q = Q(p.x, i)", "p, q = q, p", "l.pop() if len(l) > 6 else l.append(i)", "l = l[:6]", "l += [i]", "l.sort(key=str)",
    "l.reverse()", "l.insert(2, i)", "d[i] = i", "d[w] = i", "d[i % 3] = d.get(i % 3, 0) + 1", "d = {'a': i}", "d.pop(i - 3, None)",
    "d[(i % 3, 1)] = i", "d[float(i % 4)] = 1", "w = w[1:] + w[0]", "w += 'x'; w = w[-3:]", "w = f'{i % 100:03}'", "w = 'abc'",
    "w = str(i)[:2] + 'zz'", "w = chr(97 + i % 26) * 3", "t = t[1], t[0]", "o = None if i % 3 else p", "o = o or i",
    "s += sum(x for x in gen(3))", "s += sum([j for j in range(4) if j != i])", "g = gen(i)", "s += next(g, 0)", "G += 1", "G = i % 5",
    "s = s % 1000003 if isinstance(s, int) else 0.0 if s != s or abs(s) > 1e200 else s",
)
DEEPEST = 4


class HotLoops(Writer):
    def number_(self, depth=0):
        """An expression, most often a number."""
        def e():
            return self.number_(depth + 1)

        simple = (
            lambda: self.choose(*VARIABLES), lambda: self.choose(*VARIABLES), lambda: self.choose(*CONSTANTS),
            lambda: self.choose(*READS), lambda: self.choose(*CALLS),
        )
        if depth > 2:
            return self.choose(*simple)
        return self.choose(
            *simple,
            *[lambda: f"({e()} {self.choose('+', '-', '*')} {e()})"] * 5,
            lambda: f"({e()} {self.choose('//', '%', '/')} {self.choose('3', '7', '2.0', '(i + 1)', '-5', e)})",
            lambda: f"(int({e()}) {self.choose('&', '|', '^')} {self.choose('255', '-1', 'i', '0xFFFFFFFF')})",
            lambda: f"(int({e()}) {self.choose('<<', '>>')} (i & 15))",
            lambda: f"({e()} if {self.test(depth + 1)} else {e()})",
            lambda: f"f2({e()}, {e()})",
            lambda: f"P({e()}, i).get()",
            lambda: f"-{e()}",
            lambda: f"({e()}, {e()})[{self.choose('0', '1', 'i & 1')}]",
            lambda: f"[{e()}, i, 3][{self.choose('0', 'i % 3', '-1')}]",
            lambda: f"{{'k': {e()}, i: 2}}['k']",
        )

    def test(self, depth=0):
        e = lambda: self.number_(depth + 1)
        simple = (lambda: self.choose(*TESTS), lambda: f"{e()} {self.choose('<', '<=', '>', '>=', '==', '!=')} {e()}")
        if depth > 2:
            return self.choose(*simple)
        return self.choose(
            *simple, *simple,
            lambda: f"({self.test(depth + 1)} {self.choose('and', 'or')} {self.test(depth + 1)})",
            lambda: f"not {self.test(depth + 1)}",
        )

    def block(self, depth):
        for _ in range(self.random.randrange(1, 4)):
            self.statement(depth)

    def statement(self, depth):
        e = self.number_
        choice = self.random.randrange(16)
        if choice < 4:
            self.emit(depth, f"{self.choose('s', 's', 'f', 'n')} {self.choose('+=', '-=', '=', '*=')} {e()}")
        elif choice < 8:
            self.emit(depth, self.choose(*STATEMENTS))
        elif choice < 10:
            self.emit(depth, self.choose(
                f"p.x = {e()}", f"p.y += {e()}", f"p.add({e()})", f"p.z{self.random.randrange(3)} = i", f"l.append({e()})",
                f"l[i % 5] = {e()}", f"l = [{e()}, i, 1, 2, 3, 4]", f"d[i % 7] = {e()}", f"d['a'] = {e()}", f"t = (i, {e()})",
            ))
        elif choice == 10:
            self.emit(depth, f"if i == {self.choose('3', '40', '57')}: {self.choose(*CHANGES)}")
        elif choice == 11:
            self.emit(depth, f"if i == {self.choose('5', '30', '59')}: print({self.choose('s', 'f', 'l', 'p', 'w', 't', 'i')})")
        elif choice == 12:
            self.emit(depth, f"if {self.test()}: {self.choose('continue', 'break')}")
        elif depth > DEEPEST:
            self.emit(depth, f"s += {e()}")
        else:
            self.choose(lambda: self.if_(depth), lambda: self.for_(depth), lambda: self.try_(depth), lambda: self.function(depth))

    def if_(self, depth):
        self.emit(depth, f"if {self.test()}:")
        self.block(depth + 1)
        if self.chance(0.5):
            self.emit(depth, "else:")
            self.block(depth + 1)

    def for_(self, depth):
        self.emit(depth, f"for j in {self.choose(*ITERABLES)}:")
        self.block(depth + 1)

    def try_(self, depth):
        self.emit(depth, "try:")
        self.block(depth + 1)
        self.emit(depth, f"except {self.choose('ZeroDivisionError', 'Exception', '(TypeError, KeyError)', 'IndexError')}{self.choose('', ' as x')}:")
        self.block(depth + 1)
        if self.chance(0.3):
            self.emit(depth, "finally: s += 1")

    def function(self, depth):
        self.emit(depth, self.choose("def inner(v): return v + i", "inner = lambda v, c=i: v - c"))
        self.emit(depth, f"s += inner({self.number_()})")

    def main(self, number):
        self.emit(0, f"def main{number}(m, s=0, f=1.0):")
        self.emit(1, "global G")
        self.emit(1, "p, q, l, d, w, t, o, n, g = P(1, 2.5), Q(3, 4), [1, 2, 3, 4, 5], {'a': 1, 1: 2}, 'abc', (1, 2), None, 5, gen(100)")
        self.emit(1, self.choose("cl = lambda v: v + n", "def cl(v, e=2): return v * e"))
        if self.chance(0.3):
            self.emit(1, "i = 0")
            self.emit(1, "while i < m:")
            self.emit(2, "i += 1")
        else:
            self.emit(1, f"for i in {self.choose('range(m)', 'range(m)', 'gen(m)', 'range(m, 0, -1)', 'list(range(m))')}:")
        for _ in range(self.random.randrange(2, 7)):
            self.statement(2)
        self.emit(2, "if isinstance(s, int) and abs(s) > 2**80: s = s % 999983")
        self.emit(1, "return shorten((s, f, n, p, q, l, list(d.items())[:5], len(d), w, t, o, G))")
        for arguments in ("60", "90, 2.5", "61, 2**40, 3", "45, 0, 2**61"):
            self.emit(0, f"try: print(main{number}({arguments}))")
            self.emit(0, "except Exception as e: print(type(e).__name__, str(e)[:100])")
        self.emit(0, "P.k = 3; P.get = lambda self: self.x; P.sum = property(lambda self: self.x + self.y); G = 1")


def program(seed):
    writer = HotLoops(seed, PRELUDE)
    body = writer.choose("i + 1", "i * 2 if i % 2 else 0.5", "G + i", "(i, 1)[0]", "P(i, 1).sum")
    writer.emit(0, f"def f1(i): return {body}")
    writer.emit(0, f"def f2(a, b=1): return {writer.choose('a - b', 'a if a > b else b', '(a + b) * 0.5', 'a * G')}")
    for number in range(3):
        writer.main(number)
    return writer.text()
