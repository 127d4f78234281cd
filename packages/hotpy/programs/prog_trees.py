# Binary trees: many small objects, tuples and lists that die young.
class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right
def make(depth):
    return Node(None, None) if depth == 0 else Node(make(depth - 1), make(depth - 1))
def check(node):
    return 1 if node.left is None else 1 + check(node.left) + check(node.right)
def make_tuple(depth):
    return () if depth == 0 else (make_tuple(depth - 1), make_tuple(depth - 1))
def check_tuple(t):
    return 1 + sum(map(check_tuple, t))
long_lived = make(9)
for depth in range(2, 9, 2):
    print(depth, sum(check(make(depth)) for _ in range(2 ** (9 - depth))), check_tuple(make_tuple(depth)))
print(check(long_lived))
class Tree:
    root = None
    def insert(self, key):
        node, parent = self.root, None
        while node is not None:
            parent = node
            if key == node[0]: return
            node = node[1] if key < node[0] else node[2]
        new = [key, None, None]
        if parent is None: self.root = new
        elif key < parent[0]: parent[1] = new
        else: parent[2] = new
    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node[1]
            node = stack.pop()
            yield node[0]
            node = node[2]
t = Tree()
x = 7
for _ in range(1500):
    x = x * 1664525 + 1013904223 & 0xFFFFFFFF
    t.insert(x % 5000)
keys = list(t)
print(len(keys), keys == sorted(keys), keys[:5], sum(keys))
