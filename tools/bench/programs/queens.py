"""The queens of a chess board, by a recursive generator."""


def place(size, row, columns, rising, falling):
    if row == size:
        yield tuple(columns)
        return
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from place(size, row + 1, columns + [column], rising | {row + column}, falling | {row - column})


def main():
    solutions = list(place(11, 0, [], frozenset(), frozenset()))
    return f"{len(solutions)} {solutions[0]} {solutions[-1]}"
