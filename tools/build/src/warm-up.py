"""Run once after a build, so that the first program finds V8's code of what most programs use."""

import collections
import dataclasses
import json
import re


@dataclasses.dataclass(order=True)
class Item:
    name: str
    value: int


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def insert(self, value):
        side = 'left' if value < self.value else 'right'
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def numbers(count):
    seed, whole, real = 42, [], []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        whole.append(seed % 1000)
        real.append(seed / 2**31)
    return whole, real


def work(count):
    whole, real = numbers(count)
    tree = Node(500)
    for number in whole[:200]:
        tree.insert(number)
    text = ' '.join(f'{a}:{b:.3f}' for a, b in zip(whole, real))
    words = collections.Counter(re.findall(r'\d+', text))
    items = sorted(Item(word, number) for word, number in words.items())
    kept = json.loads(json.dumps([dataclasses.asdict(item) for item in items[:100]]))
    failures = 0
    for word in text.split()[:500]:
        try:
            failures += int(word)
        except ValueError as error:
            failures += len(str(error)) > 0
    pairs = {(a, b) for a in whole[:40] for b in whole[:40] if a != b}
    return sum(tree) + len(kept) + failures + len(pairs) + sum(x * x for x in real) + max(whole)


for size in range(10):
    work(2000 + size)
