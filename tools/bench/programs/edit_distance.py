"""Dynamic programming over strings: edit distance, longest common subsequence, knapsack."""


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    i, j, result = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            result.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(result))


def knapsack(items, capacity):
    best = {0: 0}
    for weight, value in items:
        for used, worth in list(best.items()):
            if used + weight <= capacity and best.get(used + weight, -1) < worth + value:
                best[used + weight] = worth + value
    return max(best.values())


def text(seed, length):
    chars = []
    for _ in range(length):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        chars.append("abcdefgh"[seed >> 16 & 7])
    return "".join(chars)


def main():
    distances = [edit_distance(text(i, 90), text(i + 1, 100)) for i in range(140)]
    subsequence = common(text(3, 1000), text(4, 900))
    items = [(i * 7 % 23 + 3, i * 13 % 37 + 5) for i in range(180)]
    return f"{distances} {len(subsequence)} {subsequence[:12]} {knapsack(items, 2500)}"
