"""Pancake flips over all permutations of a list."""


def fannkuch(n):
    permutation = list(range(n))
    count = list(range(1, n + 1))
    most, checksum, sign = 0, 0, 1
    while True:
        first = permutation[0]
        if first:
            flipped = permutation[:]
            flips = 0
            while first:
                flipped[: first + 1] = flipped[first::-1]
                flips += 1
                first = flipped[0]
            most = max(most, flips)
            checksum += sign * flips
        sign = -sign
        if sign < 0:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            continue
        permutation[1], permutation[2] = permutation[2], permutation[1]
        for i in range(2, n):
            count[i] -= 1
            if count[i]:
                break
            count[i] = i + 1
            if i == n - 1:
                return checksum, most
            permutation.insert(i + 1, permutation.pop(0))


def main():
    return fannkuch(9)
