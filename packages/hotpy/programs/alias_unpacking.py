# Unpacking of generic aliases, and builtin types that have items but are no sequences.
t = tuple[int, ...]
(s,) = t
print(s, s == t, s.__unpacked__, t.__unpacked__, s.__typing_unpacked_tuple_args__, list[str].__typing_unpacked_tuple_args__)
print(tuple[*tuple[int, str]], [*list[int]], next(iter(dict[str, int])))
def f(*args: *tuple[int, ...]): pass
print(f.__annotations__)
import re
try: iter(re.match('x', 'x'))
except TypeError as e: print(e)
try: list(int | str)
except TypeError as e: print(e)
class S:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print(list(S()))
