# The recursion limit is met inside compiled calls, and what is hot goes on as before.
import sys


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def sums(n):
    return 0 if n == 0 else n + sums(n - 1)


def attempt(n):
    try:
        return sums(n)
    except RecursionError as error:
        return str(error)


class Node:
    def __init__(self, child):
        self.child = child

    def size(self):
        return 1 if self.child is None else 1 + self.child.size()

    def __repr__(self):
        return "N" + repr(self.child)


def chain(n):
    node = None
    for _ in range(n):
        node = Node(node)
    return node


for _ in range(300):
    attempt(50)
print(attempt(900), attempt(5000), attempt(900))
first = depth(0)
for _ in range(200):
    if depth(0) != first:
        print("another depth")
print(950 < first < 1000)

sys.setrecursionlimit(300)
print(attempt(200), attempt(400))
short, long = chain(200), chain(400)
for _ in range(200):
    short.size()
for node in (short, long, short):
    try:
        print(node.size())
    except RecursionError as error:
        print(type(error).__name__, error)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


caught = 0
for i in range(400):
    try:
        even(i)
    except RecursionError:
        caught += 1
print(90 < caught < 110)


def cleaned(n, log):
    try:
        return cleaned(n + 1, log)
    finally:
        log.append(n)


log = []
for _ in range(20):
    log.clear()
    try:
        cleaned(0, log)
    except RecursionError:
        pass
print(log == list(range(len(log) - 1, -1, -1)), len(log) > 250)
sys.setrecursionlimit(5000)
print(attempt(4000), chain(4000).size())
