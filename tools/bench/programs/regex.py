"""A matcher of regular expressions: parsed to closures, matched by backtracking."""


def compile_pattern(pattern):
    node, at = alternation(pattern, 0)
    if at != len(pattern):
        raise ValueError(f"unexpected {pattern[at]!r}")
    return node


def alternation(pattern, at):
    branches = []
    node, at = sequence(pattern, at)
    branches.append(node)
    while at < len(pattern) and pattern[at] == "|":
        node, at = sequence(pattern, at + 1)
        branches.append(node)
    if len(branches) == 1:
        return branches[0], at

    def match(text, at, then):
        return any(branch(text, at, then) for branch in branches)

    return match, at


def sequence(pattern, at):
    nodes = []
    while at < len(pattern) and pattern[at] not in "|)":
        node, at = repetition(pattern, at)
        nodes.append(node)

    def match_from(index, text, at, then):
        if index == len(nodes):
            return then(at)
        return nodes[index](text, at, lambda at: match_from(index + 1, text, at, then))

    return lambda text, at, then: match_from(0, text, at, then), at


def repetition(pattern, at):
    node, at = atom(pattern, at)
    if at < len(pattern) and pattern[at] in "*+?":
        kind = pattern[at]
        return repeated(node, 1 if kind == "+" else 0, 1 if kind == "?" else 1 << 30), at + 1
    return node, at


def repeated(node, least, most):
    def match(text, at, then, count=0):
        def more(next_at):
            return next_at > at and match(text, next_at, then, count + 1)

        if count < most and node(text, at, more):
            return True
        return count >= least and then(at)

    return match


def atom(pattern, at):
    char = pattern[at]
    if char == "(":
        node, at = alternation(pattern, at + 1)
        return node, at + 1
    if char == "[":
        end = pattern.index("]", at)
        chars = set(pattern[at + 1 : end])
        return lambda text, at, then: at < len(text) and text[at] in chars and then(at + 1), end + 1
    if char == ".":
        return lambda text, at, then: at < len(text) and then(at + 1), at + 1
    return lambda text, at, then: at < len(text) and text[at] == char and then(at + 1), at + 1


def search(node, text):
    for start in range(len(text) + 1):
        ends = []
        if node(text, start, lambda at: ends.append(at) or True):
            return start, ends[0]
    return None


PATTERNS = ["a(b|c)*d", "[0123456789]+.[0123456789]+", "(ab|a)(bc|c)?d", "x+y?z*", "h.*o w.*d", "(a|b)*abb"]
TEXTS = ["xxabcbcbd", "price 12.50 or 3.14", "abcd acd abd", "wxxxyzzz", "say hello world!", "ababbabaabb", "nothing here"]


def main():
    found = []
    for _ in range(900):
        for pattern in PATTERNS:
            node = compile_pattern(pattern)
            for text in TEXTS:
                found.append(search(node, text))
    return f"{sum(1 for f in found if f)} {found[:9]}"
