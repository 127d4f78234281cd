import pickle, copy, types
a = tuple[int]
try: pass
except Exception as e: print(type(e).__name__, e)
print(a.__reduce__(), pickle.loads(pickle.dumps(list[int])), copy.copy(list[int]), copy.deepcopy(dict[str,int]))

from typing import TypeVar, List
T = TypeVar('T')
print((list[T] | int)[str], (int|str).__args__, hash(int|str)==hash(str|int), int|str == str|int)
try: (int|str)[int]
except Exception as e: print(type(e).__name__, e)
print(hash(list[int]) == hash(list[int]), list[int] == list[int])
K = TypeVar('K')
print(dict[K, list[T]].__parameters__, dict[K, list[T]][int, str], dict[str, T][int], list[T][K], (T | None if False else list[T] | None)[int])
for e in ("list[int][str]", "dict[K,T][int]", "list[T][int,str]", "list[int].__parameters__"):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
print(pickle.loads(pickle.dumps(int|str)), copy.copy(int|None))
