# Backtracking with generators, lists and sets of flags.
def queens(n, row=0, cols=(), up=(), down=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if c not in cols and row + c not in up and row - c not in down:
            yield from queens(n, row + 1, cols + (c,), up + (row + c,), down + (row - c,))
solutions = list(queens(6))
print(len(solutions), solutions)
print(sum(1 for _ in queens(7)))
def bits(n, cols=0, left=0, right=0):
    full = (1 << n) - 1
    if cols == full: return 1
    count = 0
    free = full & ~(cols | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += bits(n, cols | bit, (left | bit) << 1, (right | bit) >> 1)
    return count
print([bits(n) for n in range(1, 9)])
def sudoku_like(grid):
    for i, v in enumerate(grid):
        if v == 0:
            r, c = divmod(i, 4)
            used = [grid[r * 4 + k] for k in range(4)] + [grid[k * 4 + c] for k in range(4)] + [grid[(r // 2 * 2 + a) * 4 + c // 2 * 2 + b] for a in (0, 1) for b in (0, 1)]
            for d in range(1, 5):
                if d not in used:
                    done = sudoku_like(grid[:i] + [d] + grid[i + 1:])
                    if done: return done
            return None
    return grid
print(sudoku_like([1, 0, 0, 0, 0, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 4]))
