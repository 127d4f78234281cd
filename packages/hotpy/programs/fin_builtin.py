# Objects of classes that refine builtin types are finalised like any others.
import gc


def make(base, *args):
    class Derived(base):
        def __del__(self):
            print("del", base.__name__)

    return Derived(*args)


for base, args in (
    (list, ([1],)),
    (dict, ()),
    (int, (5,)),
    (int, (10**30,)),
    (str, ("abc",)),
    (tuple, ((1, 2),)),
    (set, ()),
    (frozenset, ((1,),)),
    (float, (1.5,)),
    (Exception, (1,)),
):
    x = make(base, *args)
    del x
    gc.collect()


class Pair(tuple):
    dead = 0

    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __del__(self):
        Pair.dead += len(self)


class Stack(list):
    dead = 0

    def __del__(self):
        Stack.dead += len(self)


def hot(n):
    total = 0
    for i in range(n):
        pair = Pair(i, i)
        stack = Stack()
        stack.append(pair)
        total += len(stack) + pair[1]
    return total


print(hot(1000))
gc.collect()
print(Pair.dead, Stack.dead)


class Meta(type):
    def __del__(cls):
        print("del", cls.__name__)


class Made(metaclass=Meta):
    pass


print("end")
