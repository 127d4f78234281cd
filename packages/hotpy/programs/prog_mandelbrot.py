# Nested float loops with an early exit.
def escape(cr, ci, limit):
    zr = zi = 0.0
    for i in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit
chars = " .:-=+*#%@"
for y in range(18):
    print("".join(chars[escape(-2.2 + 3.2 * x / 50, -1.2 + 2.4 * y / 18, 45) * 9 // 45] for x in range(50)))
