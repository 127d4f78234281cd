# Stars in calls, displays and assignments.
a, *b = 1, 2, 3
*c, d = "xyz"
e, (f, *g), *h = 0, (1, 2, 3), 4, 5
print(a, b, c, d, e, f, g, h)
print([*range(3), *"ab", 9], (*[1], *(2,)), {**{"a": 1}, "b": 2, **{"a": 3}}, [*[]], (*(),))
def f(*a, **k): return a, k
print(f(*[1, 2], 3, *(4,), x=5, **{"y": 6}), f(*"ab", *{}, **{}), f(*(x for x in range(2))), f(*{"k": 1}), f(**dict(z=1)))
for first, *rest in ["abc", [1], (2, 3)]:
    print(first, rest)
def ret(): return *[1, 2], 3
print(ret(), [x for x in (*range(2), *range(2))])
x = *range(3), 10
print(x)
[l, *m], n = "hi!", 5
print(l, m, n)
class O: pass
o = O()
o.a, *o.b, z = range(5)
q = [0, 0]
q[0], *q[1:] = 7, 8, 9
print(o.a, o.b, z, q)
for bad in (lambda: f(*1), lambda: f(**1), lambda: f(**{1: 1}), lambda: [*1], lambda: {**1}, lambda: f(x=1, **{"x": 2}), lambda: unpack([1]), lambda: (lambda a, b: 0)(*[1, 2, 3])):
    def unpack(v): a, b, *c = v
    try:
        print(bad())
    except TypeError as t:
        print("TypeError", t)
    except ValueError as t:
        print("ValueError", t)
def big(*args): return len(args), sum(args)
print(big(*range(1000)), big(*range(100), *range(200)), len([*range(40), 1, 2, 3]))
