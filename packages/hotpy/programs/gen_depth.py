# How deep calls and generators may nest: each counts once, builtins between them do not. And a suspended generator
# keeps nothing alive that it has no use for any more.
import gc

def plain(n): return 1 + plain(n + 1)

def generator(n): yield from generator(n + 1)

def looping(n):
    for x in looping(n + 1): yield x

def summed(n): yield sum(summed(n + 1))

def mapped(n):
    for x in map(mapped, [n + 1]): pass

for f, consume in [(plain, int), (generator, list), (looping, list), (summed, list), (mapped, int)] * 3:
    try: consume(f(0))
    except RecursionError as error: print(f.__name__, str(error)[:32])

def down(n, limit):
    if n == limit: return n
    for x in map(lambda m: down(m, limit), [n + 1]): return x

def down_generators(n, limit):
    if n == limit: yield n; return
    for x in down_generators(n + 1, limit): yield x

def limit_of(works):
    low, high = 1, 2000
    while low < high:
        middle = (low + high + 1) // 2
        try: works(middle)
        except RecursionError: high = middle - 1
        else: low = middle
    return low

for turn in range(2):
    print(limit_of(lambda n: down(0, n)), limit_of(lambda n: list(down_generators(0, n))))

class Noisy:
    def __del__(self): print("gone")

def second(a, b): return b

def keeps():
    second(Noisy(), (yield 1))
    yield 2

for turn in range(2):
    g = keeps()
    first, second_value = next(g), g.send(None)
    gc.collect()
    print(first, second_value)
