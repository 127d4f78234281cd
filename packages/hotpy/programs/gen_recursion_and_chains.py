# Generators of the same code that resume each other: a search that makes them as it goes down, and a chain of filters that is as long each time.
class Tree:
    def __init__(self, value, left=None, right=None): self.value, self.left, self.right = value, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
def build(low, high):
    if low >= high: return None
    middle = (low + high) // 2
    return Tree(middle, build(low, middle), build(middle + 1, high))
def inorder(tree):
    if tree is not None:
        for value in inorder(tree.left): yield value
        yield tree.value
        for value in inorder(tree.right): yield value
def flatten(nested):
    for item in nested:
        if isinstance(item, list): yield from flatten(item)
        else: yield item
def permutations(items):
    if len(items) <= 1: yield items; return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]): yield [items[i]] + rest
def sieve(numbers, prime):
    for number in numbers:
        if number % prime: yield number
def add(numbers, n):
    for number in numbers: yield number + n

def total(iterable):
    result = 0
    for value in iterable: result = result * 3 + value & 0xFFFFFF
    return result

tree = build(0, 1500)
print([total(tree) for _ in range(3)])
print([total(inorder(tree)) for _ in range(3)])
pairs = [[i, [i, i + 1]] for i in range(1500)]
print([total(flatten(pairs)) for _ in range(3)])
print(total(p[0] * 10 + p[-1] for p in permutations(list(range(6)))), sum(1 for p in permutations(list(range(6)))))
numbers = iter(range(2, 3000))
for prime in (2, 3, 5, 7): numbers = sieve(numbers, prime)
print(total(numbers))
numbers = range(3000)
for n in range(8): numbers = add(numbers, n)
print(total(numbers))
