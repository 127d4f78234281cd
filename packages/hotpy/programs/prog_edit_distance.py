# Dynamic programming.
def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]
print(distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"), distance("a" * 60, "b" * 50), distance("naïve😀", "naive"))
def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            table[i + 1][j + 1] = table[i][j] + 1 if a[i] == b[j] else max(table[i][j + 1], table[i + 1][j])
    out, i, j = "", len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out, i, j = a[i - 1] + out, i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]: i -= 1
        else: j -= 1
    return out
print(lcs("the quick brown fox", "a lazy quick dog boxed"))
def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for c in range(capacity, weight - 1, -1):
            best[c] = max(best[c], best[c - weight] + value)
    return best[capacity]
print(knapsack([(i % 13 + 1, i * 37 % 101) for i in range(1, 40)], 120))
def change(amount, coins):
    ways = [1] + [0] * amount
    for c in coins:
        for a in range(c, amount + 1):
            ways[a] += ways[a - c]
    return ways[amount]
print(change(200, (1, 2, 5, 10, 20, 50, 100, 200)), change(1000, (1, 5, 10, 25, 50)))
