"""Sets of constants, searched, iterated and shown."""
def f(x): return x in {1, 2, "a", 3.5, (1, 2)}
def g(x): return x not in {"x", "y"}, {1, 2, 3, 100, 33, "q"} , {None, 1, 2, 5}, {b"a", b"b", b"c"}
print(f(1), f(1.0), f(True), f("a"), f((1,2)), f(4), g("x")[0], g("z")[0])
print(sorted(map(str, g(1)[1])))
try: f([])
except TypeError as e: print(e)
print({10, 3, 77, 1000, 25, 8, 64, 128}, {1.5, 2, 2**70, -1, -2, 0, True, False, 1})
for i in {5, 4, 3, 99, 17, 1, 8, 16, 24}: print(i, end=" ")
c = compile("x in {1,2,3}", "", "eval"); print(c.co_consts, eval(c, {"x": 2}), eval(c.replace(co_consts=(frozenset({7}),)), {"x": 7}))
import marshal; d = marshal.loads(marshal.dumps(c)); print(d.co_consts, eval(d, {"x": 3}))
