"""Linked structures: a cache that forgets, a balanced tree, a trie."""



class Link:
    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self
        self.after = self


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.links = {}
        self.ring = Link()
        self.hits = self.misses = 0

    def __len__(self):
        return len(self.links)

    def __contains__(self, key):
        return key in self.links

    def __getitem__(self, key):
        link = self.links[key]
        self.unlink(link)
        self.push(link)
        return link.value

    def __setitem__(self, key, value):
        if key in self.links:
            self.unlink(self.links[key])
        elif len(self.links) == self.capacity:
            oldest = self.ring.before
            self.unlink(oldest)
            del self.links[oldest.key]
        self.links[key] = link = Link(key, value)
        self.push(link)

    def unlink(self, link):
        link.before.after = link.after
        link.after.before = link.before

    def push(self, link):
        first = self.ring.after
        link.before, link.after = self.ring, first
        self.ring.after = first.before = link


class Node:
    def __init__(self, key, priority):
        self.key = key
        self.priority = priority
        self.left = self.right = None


def insert(node, key, priority):
    if node is None:
        return Node(key, priority)
    if key < node.key:
        node.left = insert(node.left, key, priority)
        if node.left.priority > node.priority:
            left = node.left
            node.left, left.right = left.right, node
            return left
    elif key > node.key:
        node.right = insert(node.right, key, priority)
        if node.right.priority > node.priority:
            right = node.right
            node.right, right.left = right.left, node
            return right
    return node


def in_order(node):
    if node is not None:
        yield from in_order(node.left)
        yield node.key
        yield from in_order(node.right)


class Trie:
    def __init__(self):
        self.children = {}
        self.words = 0

    def add(self, word):
        node = self
        for char in word:
            if char not in node.children:
                node.children[char] = Trie()
            node = node.children[char]
        node.words += 1

    def count(self):
        return self.words + sum(child.count() for child in self.children.values())


def main():
    cache, seed = Cache(150), 1
    root, trie = None, Trie()
    for step in range(100000):
        seed = seed * 69069 + 1 & 0xFFFFFFFF
        key = (seed >> 8) % 300
        if key in cache:
            cache.hits += cache[key] % 3
        else:
            cache.misses += 1
            cache[key] = step
        if step % 3 == 0:
            root = insert(root, seed >> 20, seed & 0xFFFF)
            trie.add(str(seed)[:7])
    keys = list(in_order(root))
    return f"{cache.hits} {cache.misses} {len(cache)} {len(keys)} {keys == sorted(keys)} {trie.count()} {keys[100:104]}"
