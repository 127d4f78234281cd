# assert, and del.
assert True
assert 1 == 1, "never"
for f in (lambda x: check(x), ):
    def check(x):
        assert x > 0, f"{x} is not positive"
        assert x < 10
        return x
    for v in (5, -1, 20):
        try:
            print(f(v))
        except AssertionError as e:
            print(repr(e), e)
try:
    assert [], ("a", "tuple")
except AssertionError as e:
    print(e, e.args)
a = b = [1, 2, 3, 4]
del a[0], a[-1]
print(b)
del a
try:
    a
except NameError as e:
    print(e)
class C: x = 1; y = 2
del C.x
print(hasattr(C, "x"), C.y)
def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x
print(f())
d = {"a": {"b": 1}}
del d["a"]["b"]
print(d)
del (b, [d])
print("b" in globals(), "d" in globals())
