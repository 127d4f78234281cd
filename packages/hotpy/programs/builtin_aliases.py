class A: pass
print(list[int], dict[str, int], tuple[int, ...], set[A], frozenset[str], type[int], tuple[()], list[list[int]], dict[str, list[A]])
print(list[int]([1, 2]), dict[str, int](a=1), list[int].__origin__, list[int].__args__, list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]))
print(int | str, int | None, None | int, int | str | int, list[int] | None, (int | str) == (str | int), (int | None).__args__)
print(isinstance(1, int | str), isinstance('a', int | None), isinstance(None, int | None), issubclass(bool, int | str))
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int][str], lambda: int[str], lambda: 1 | int, lambda: int | 1, lambda: A[int]):
    try: print(f())
    except TypeError as e: print(e)
def f(x: int | None = None, *a: list[int], **k: dict[str, int]) -> tuple[int, ...]: return x
print(f.__annotations__)
print({1: 2}.keys().isdisjoint([3]), {1: 2}.items().isdisjoint([(1, 2)]), {1: 2}.keys().isdisjoint({1}))
class P:
    x = property(lambda s: 1)
    @property
    def y(self): return 2
    @y.setter
    def y(self, v): pass
    z = x
for n in 'xyz':
    try: setattr(P(), n, 1); print('set', n)
    except AttributeError as e: print(e)
    try: delattr(P(), n)
    except AttributeError as e: print(e)
print(object.__ne__(1, 2), (1).__ne__(2), object().__lt__(3), A().__eq__(1), A() != A(), not (A() != 3))
class K:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
print(K(1) != K(1), K(1) != K(2), K(1).__ne__(K(2)))
for i in range(500): assert (K(1) != K(1)) is False
for f in (lambda: sorted([1], 1), lambda: sorted(), lambda: 'a'.find(), lambda: 'a'.find('a', 1, 2, 3), lambda: 'a'.startswith(), lambda: type(1, 2), lambda: type(), lambda: sorted([2, 1], reverse=None), lambda: sorted([2, 1], reverse=2), lambda: format(True, 's'), lambda: format(1, 's'), lambda: int('\x1c7'), lambda: int('\u20037'), lambda: float(' 1.5\n'), lambda: float('\x1f1')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
