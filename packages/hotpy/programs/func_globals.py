# global, builtins shadowed, names that come and go.
x = 1
def read(): return x
def write(v):
    global x, created
    x = v
    created = v * 2
write(5)
print(x, created, read())
def delete():
    global created
    del created
delete()
try:
    created
except NameError as e:
    print(e)
def use_len(): return len("abc")
print(use_len())
len = lambda s: "shadowed"
print(use_len())
del len
print(use_len())
def define():
    global fresh
    def fresh(): return "fresh"
define()
print(fresh(), fresh.__qualname__)
total = 0
def accumulate(n):
    global total
    for i in range(n):
        total += i
accumulate(1000)
print(total)
class C:
    global in_class
    in_class = "global"
    x = x + 1
print(in_class, C.x, x, hasattr(C, "in_class"))
value = "a"
def f(): return value
results = []
for value in range(40):
    results.append(f())
print(results == list(range(40)))
print(__name__, [n for n in ("x", "total", "nothing") if n in globals()])
def g():
    a = 1
    b = "two"
    return sorted(locals())
print(g())
