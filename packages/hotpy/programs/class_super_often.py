# super() in methods that are called often: with closures over self, for classes and instances in turn, and after the classes have changed.
class A:
    def __init__(self, x):
        self.x = x

    def f(self, n=1):
        return ("A", self.x, n)

    @classmethod
    def make(cls, x):
        return cls(x)

    @property
    def p(self):
        return self.x * 2

    def __len__(self):
        return 7


class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def f(self, n=1):
        return ("B", self.y) + super().f(n)

    @classmethod
    def make(cls, x):
        return super().make(x) if cls is A else cls(x, -x)

    @property
    def p(self):
        return super().p + 1

    def __len__(self):
        return super().__len__() + 1

    def __repr__(self):
        return "B" + super().__repr__()[:3]


class C(B):
    def f(self, n=2):
        def inner():
            return super(C, self).f(n)

        return ("C",) + inner()

    def __class_getitem__(cls, key):
        return key

    def what(self):
        return super().__class__.__name__, super().__thisclass__.__name__


class Plain:
    def f(self):
        return super().f()

    def hash(self):
        return super().__hash__() == object.__hash__(self)


class Left(A):
    def f(self, n=0):
        return ("L",) + super().f(n)


class Right(A):
    def f(self, n=0):
        return ("R",) + super().f(n)


class Both(Left, Right):
    def f(self, n=0):
        return ("X",) + super().f(n)


def run():
    for i in range(60):
        b, c, both = B(i, i + 1), C(i, 3), Both(i)
        now = (b.f(), c.f(i), both.f(2), Left(1).f(), b.p, len(c), repr(b), c.what(), B.make(2).f(), Plain().hash())
        if i % 20 == 0:
            print(now)


run()
A.f = lambda self, n=1: ("changed", n)
run()
Right.f = lambda self, n=1: ("right", n)
run()
B.__bases__ = (Left,)
run()
for each in (A, C, Plain):
    try:
        for i in range(40):
            Plain.f(Plain() if i < 30 else each)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
for i in range(40):
    target = B(1, 2) if i % 2 else C(3, 4)
    assert B.f(target, i)[-1] == i
other = A(1)
other.y = 5
try:
    for i in range(40):
        B.f(B(1, 2) if i < 30 else other)
except TypeError as error:
    print(error)


class M(type):
    def __call__(cls, *args):
        return super().__call__(*args)

    def __new__(meta, name, bases, space):
        return super().__new__(meta, name, bases, space)


class N(metaclass=M):
    pass


print([type(N()).__name__ for _ in range(30)][-1])


def outer():
    def no_class(self):
        return super().f()

    return no_class


try:
    outer()(A(1))
except RuntimeError as error:
    print(error)
