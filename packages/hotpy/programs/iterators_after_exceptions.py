# Iterators of builtins go on after an exception.
def f(x):
    if x % 3 == 0: raise ValueError(x)
    return x * 10
def drain(it, n=8):
    out = []
    for _ in range(n):
        try: out.append(next(it))
        except StopIteration: out.append('end')
        except Exception as e: out.append(f'{type(e).__name__} {e}')
    return out
print(drain(map(f, range(5))))
print(drain(map(int, ['1', 'x', '2'])))
print(drain(map(lambda a, b: a // b, [1, 2, 3], [1, 0, 2])))
print(drain(map(lambda a, b, c: a // b + c, [1, 2, 3], [1, 0, 2], [0, 0, 0])))
print(drain(filter(f, range(5))))
print(drain(filter(lambda x: 1 // x, [0, 1, 2, 0, 1])))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 2 == 0: raise KeyError(self.n)
        if self.n > 60: raise StopIteration
        return self.n
for make in (lambda: enumerate(It()), lambda: zip(It(), range(9)), lambda: zip(range(9), It()), lambda: zip(It()), lambda: zip(It(), It(), It(), It()), lambda: filter(None, It()), lambda: map(str, It()), lambda: enumerate(It(), 10), lambda: zip(It(), range(9), strict=True), lambda: zip(range(9), It(), range(9))):
    print(drain(make()))
count = 0
def call():
    global count
    count += 1
    if count % 2: raise OSError(count)
    return count
print(drain(iter(call, 6)))
class S:
    def __len__(self): return 4
    def __getitem__(self, i):
        if i == 2: raise RuntimeError(i)
        return i
print(drain(reversed(S())))
it = map(f, range(7))
for attempt in range(3):
    try:
        for x in it: print(x, end=' ')
    except ValueError as e: print('!', e)
def hot():
    total = 0; errors = 0
    for k in range(200):
        it = map(f, range(7))
        while True:
            try:
                for x in it: total += x
                break
            except ValueError: errors += 1
    return total, errors
print(hot())
def throwing():
    g = map(f, [3, 1])
    try: list(g)
    except ValueError as e: print(e, e.__traceback__.tb_next is not None)
    return list(g)
print(throwing())
