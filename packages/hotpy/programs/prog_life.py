# Game of life on a dict and on lists.
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    k = x + dx, y + dy
                    counts[k] = counts.get(k, 0) + 1
    return {k: True for k, n in counts.items() if n == 3 or n == 2 and k in cells}
cells = {(1, 0): True, (2, 1): True, (0, 2): True, (1, 2): True, (2, 2): True}
for _ in range(20):
    cells = step(cells)
print(sorted(cells))
def show(grid):
    print("\n".join("".join(".#"[c] for c in row) for row in grid))
n = 10
grid = [[(i * j + i) % 3 == 1 for j in range(n)] for i in range(n)]
for _ in range(5):
    grid = [[(s := sum(grid[(i + a) % n][(j + b) % n] for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)) == 3 or s == 2 and grid[i][j] for j in range(n)] for i in range(n)]
show(grid)
