"""Game of life on sets of tuples."""


def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(alive):
    counts = {}
    for cell in alive:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)}


def main():
    alive = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)} | {(20, 20), (21, 20), (19, 21), (20, 21), (20, 22)}
    seen = set()
    for generation in range(2500):
        alive = step(alive)
        seen |= alive
    return f"{len(alive)} {len(seen)} {max(alive)} {sorted(seen - alive)[:3]}"
