# Comprehensions: scopes, nesting, conditions.
print([x * x for x in range(5)], {x: x * x for x in range(3)}, [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], sum(x for row in matrix for x in row))
x = "outer"
print([x for x in range(3)], x)
def scope(n):
    k = 10
    return [n * k + i for i in range(3)], [lambda: n for _ in range(1)][0]()
print(scope(2))
class C:
    a = 5
    b = [i * 2 for i in range(a)]
    try:
        c = [a for i in range(2)]
    except NameError as e:
        print(e)
print(C.b)
g = (i * i for i in range(4))
print(next(g), list(g), list(g), sum(i for i in range(101)), max(len(w) for w in ["a", "bbb"]), any(i > 3 for i in range(5)), all(i < 3 for i in range(5)))
print({k: [v for v in range(k)] for k in range(3)}, [i if i % 2 else -i for i in range(5)], [a + b for a, b in [(1, 2), (3, 4)]], ["%d" % i for i in range(3)])
print([y := 1, y + 1, [y + i for i in range(2)]], [[j for j in range(i)] for i in range(4)])
try:
    [1 / (2 - i) for i in range(5)]
except ZeroDivisionError as e:
    print(e)
print(*(c for c in "abc" if c != "b"), [*(i for i in range(3)), 9], dict((c, ord(c)) for c in "ab"), ",".join(str(i) for i in range(3)))
it = iter(range(6))
print([(a, b) for a, b in zip(it, it)], [i for i in [1, 2, 3] for _ in range(i)], [[] for _ in range(2)])
