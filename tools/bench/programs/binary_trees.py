"""Binary trees made and dropped: allocation and recursion."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def main():
    kept = build(14)
    counts = []
    for depth in range(4, 17, 4):
        repeat = 1 << (17 - depth)
        counts.append(sum(build(depth).check() for _ in range(repeat)))
    return f"{counts} {kept.check()}"
