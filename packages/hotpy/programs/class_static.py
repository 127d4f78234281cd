# staticmethod, classmethod, class attributes, name mangling, nested classes.
class Registry:
    items = []
    __secret = "hidden"
    total = 0
    @staticmethod
    def helper(x): return x * 2
    @classmethod
    def add(cls, item):
        cls.items.append(item)
        cls.total += 1
        return cls
    def reveal(self): return self.__secret, self.__method()
    def __method(self): return "private"
class Sub(Registry):
    total = 10
    __secret = "sub's"
    def own(self): return self.__secret
Registry.add(1).add(2)
Sub.add(3)
print(Registry.items, Sub.items is Registry.items, Registry.total, Sub.total, Registry.helper(4), Sub().helper(5), Sub.add("x").__name__)
s = Sub()
print(s.reveal(), s.own(), s._Registry__secret, s._Sub__secret, hasattr(s, "__secret"))
class Outer:
    x = 1
    class Inner:
        y = 2
        def get(self): return Outer.x + self.y
    z = Inner.y + x
    def make(self): return self.Inner()
print(Outer.Inner().get(), Outer.z, Outer().make().y, Outer.Inner.__qualname__, Outer.make.__qualname__)
def factory(n):
    class Local:
        value = n
        def get(self): return self.value + n
    return Local
A, B = factory(1), factory(10)
print(A().get(), B().get(), A is B, A.__qualname__, A.__name__)
class Body:
    for i in range(3):
        pass
    squares = {j: j * j for j in range(3)}
    if i == 2:
        def chosen(self): return "two"
    print("in body", i)
print(Body.i, Body.squares, Body().chosen())
X = type("X", (Registry,), {"v": 5, "f": lambda self: self.v})
print(X().f(), X.__name__, X.helper(1), type(X).__name__, type(5).__name__, type(None).__name__, type(print).__name__)
