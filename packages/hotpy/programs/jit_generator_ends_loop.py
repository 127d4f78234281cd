def first(g, d):
    for x in g: return x
    return d
def gen(n):
    for i in range(n): yield i
def run():
    t = 0
    for i in range(20000):
        g = gen(2)
        t += first(g, 5) + first(g, 6) + first(g, 7)
    return t
print(run())
