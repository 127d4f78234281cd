# Sorting: stability, keys, reverse, mixed numbers, errors in the middle.
words = ["banana", "Apple", "cherry", "apple", "Banana", "date", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(i % 3, -i) for i in range(10)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([3, 1.5, True, 2, 0, False, -1.5, 10**20]), sorted("hello"), sorted((3, 1, 2)), sorted({3: 1, 1: 2}), sorted(range(5, 0, -1)))
state = 12345
values = []
for i in range(300):
    state = (state * 1103515245 + 12345) % 2**31
    values.append(state % 1000)
ordered = sorted(values)
print(ordered[:10], ordered[-5:], all(ordered[i] <= ordered[i + 1] for i in range(299)), sorted(values, reverse=True) == ordered[::-1])
class Item:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f"Item({self.n})"
print(sorted([Item(3), Item(1), Item(2)]), max(Item(1), Item(5)) if False else min([Item(4), Item(2)]))
calls = []
def key(x):
    calls.append(x)
    return x % 2
print(sorted([1, 2, 3, 4], key=key), calls)
def failing(x):
    if x == 3:
        raise KeyError(x)
    return x
data = [5, 3, 1]
try:
    data.sort(key=failing)
except KeyError as e:
    print("failed", e, data)
try:
    sorted([1, "a", None])
except TypeError as e:
    print(e)
print(sorted([[2, 1], [1, 2], [1]]), sorted([(1, "b"), (1, "a")]), sorted([], key=len), list(reversed([1, 2, 3])))
