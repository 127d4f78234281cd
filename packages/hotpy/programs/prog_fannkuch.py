# Permutations in lists.
def fannkuch(n):
    perm1 = list(range(n))
    count = [0] * n
    flips_max = checksum = 0
    r = n
    sign = 0
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        perm = perm1[:]
        flips = 0
        k = perm[0]
        while k:
            perm[:k + 1] = reversed(perm[:k + 1])
            flips += 1
            k = perm[0]
        flips_max = max(flips_max, flips)
        checksum += flips if sign % 2 == 0 else -flips
        sign += 1
        while True:
            if r == n:
                return checksum, flips_max
            perm1.insert(r, perm1.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
print(fannkuch(6), fannkuch(7))
