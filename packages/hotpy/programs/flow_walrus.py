# Assignment expressions.
data = [3, 8, 1, 9, 4]
if (n := len(data)) > 3:
    print("long", n)
print([y for x in data if (y := x * 2) > 7], y)
while (x := data.pop()) != 8:
    print(x, end=" ")
print(x, data)
def f(a, b=(z := 5)):
    return (c := a + b), c
print(f(1), z)
print((a := 1, b := 2), a, b, (lambda: (q := 3) + q)())
total = 0
print([total := total + v for v in range(5)], total)
def outer():
    hits = [last := i for i in range(4)]
    return hits, last
print(outer())
if any((found := v) > 2 for v in range(10)):
    print("found", found)
