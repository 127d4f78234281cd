"""Huffman codes: counting, a heap by sorted inserts, bits as strings and as integers."""


class Leaf:
    def __init__(self, weight, symbol):
        self.weight = weight
        self.symbol = symbol

    def codes(self, prefix, table):
        table[self.symbol] = prefix or "0"


class Fork:
    def __init__(self, left, right):
        self.weight = left.weight + right.weight
        self.left = left
        self.right = right

    def codes(self, prefix, table):
        self.left.codes(prefix + "0", table)
        self.right.codes(prefix + "1", table)


def insert(nodes, node):
    low, high = 0, len(nodes)
    while low < high:
        middle = (low + high) // 2
        if nodes[middle].weight > node.weight:
            low = middle + 1
        else:
            high = middle
    nodes.insert(low, node)


def tree(text):
    counts = {}
    for char in text:
        counts[char] = counts.get(char, 0) + 1
    nodes = []
    for char, count in sorted(counts.items()):
        insert(nodes, Leaf(count, char))
    while len(nodes) > 1:
        insert(nodes, Fork(nodes.pop(), nodes.pop()))
    return nodes[0]


def encode(text, table):
    bits = "".join(table[char] for char in text)
    return len(bits), [int(bits[at : at + 16].ljust(16, "0"), 2) for at in range(0, len(bits), 16)]


def decode(size, words, root):
    chars, node = [], root
    for at in range(size):
        bit = words[at >> 4] >> (15 - (at & 15)) & 1
        node = node.right if bit else node.left
        if isinstance(node, Leaf):
            chars.append(node.symbol)
            node = root
    return "".join(chars)


TEXT = "it was the best of times, it was the worst of times, it was the age of wisdom; " * 300


def main():
    sizes = []
    for turn in range(40):
        text = TEXT[turn * 11 :] + chr(97 + turn) * 50
        root = tree(text)
        table = {}
        root.codes("", table)
        size, words = encode(text, table)
        if decode(size, words, root) != text:
            raise AssertionError(turn)
        sizes.append((size, sum(words) % 10007))
    return sizes
