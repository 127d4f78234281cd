# super(T) without an object is a descriptor; static and class methods have attributes.


class A:
    def f(self):
        return "A.f"

    @classmethod
    def made(cls):
        return "A.made of " + cls.__name__


class B(A):
    def f(self):
        return self.up.f() + "!"

    @classmethod
    def made(cls):
        return super(B, cls).made() + "?"


B.up = super(B)


class C(B):
    pass


def hot(objects):
    total = 0
    for each in objects:
        total += len(each.f())
    return total


print(hot([B(), C()] * 2000))
free = super(B)
print(free, free.__thisclass__, free.__self__, free.__self_class__)
print(free.__get__(C(), C).f(), B.made(), C.made())
bound = super(B, C())
print(bound.__thisclass__, type(bound.__self__).__name__, bound.__self_class__)
print(bound.__get__(B(), B) is bound, free.__get__(None, B) is free)
for make in (
    lambda: free.f,
    lambda: free.__get__(3),
    lambda: super(3),
    lambda: super(int, "x"),
    lambda: free.__get__(None),
    lambda: classmethod(len).__get__(None),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def plain():
    """What it does."""


for kind in (staticmethod, classmethod):
    wrapped = kind(plain)
    wrapped.note = 1
    print(wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.__module__, wrapped.note)
    print(sorted(wrapped.__dict__), wrapped.__isabstractmethod__)
    plain.__isabstractmethod__ = True
    print(wrapped.__isabstractmethod__, property(None, plain).__isabstractmethod__)
    del plain.__isabstractmethod__
    del wrapped.note
    print(hasattr(wrapped, "note"))
