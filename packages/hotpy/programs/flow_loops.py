# for and while with else, break, continue, nested.
for i in range(10):
    if i == 3: continue
    if i == 6: break
    print(i, end=" ")
else:
    print("never")
print()
for i in []:
    pass
else:
    print("empty for")
while False:
    pass
else:
    print("empty while")
n = 0
while n < 5:
    n += 1
    if n == 3:
        continue
    for j in range(n):
        if j == 2:
            break
        print(n, j, end="; ")
    else:
        print("inner done", end="; ")
        continue
    print("inner broken", end="; ")
else:
    print("outer done")
def first_prime_above(n):
    while True:
        n += 1
        for d in range(2, n):
            if d * d > n:
                return n
            if n % d == 0:
                break
        else:
            return n
print([first_prime_above(n) for n in (1, 2, 10, 100, 1000)])
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(n) for n in range(1, 30)], max(collatz(n) for n in range(1, 1000)))
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 10: break
print(i)
for a, (b, *c) in [(1, "xyz"), (2, [3])]:
    print(a, b, c)
for x in range(3):
    for x in range(2):
        pass
    print(x, end=" ")
print()
