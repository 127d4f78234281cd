"""Sudoku by constraint propagation and search, as dicts of strings."""

DIGITS = "123456789"
ROWS = "ABCDEFGHI"


def cross(first, second):
    return [a + b for a in first for b in second]


SQUARES = cross(ROWS, DIGITS)
UNITS = (
    [cross(ROWS, column) for column in DIGITS]
    + [cross(row, DIGITS) for row in ROWS]
    + [cross(rows, columns) for rows in ("ABC", "DEF", "GHI") for columns in ("123", "456", "789")]
)
UNITS_OF = {square: [unit for unit in UNITS if square in unit] for square in SQUARES}
PEERS_OF = {square: set(sum(UNITS_OF[square], [])) - {square} for square in SQUARES}


def parse(grid):
    values = {square: DIGITS for square in SQUARES}
    for square, digit in zip(SQUARES, grid):
        if digit in DIGITS and not assign(values, square, digit):
            return None
    return values


def assign(values, square, digit):
    others = values[square].replace(digit, "")
    if all(eliminate(values, square, other) for other in others):
        return values
    return None


def eliminate(values, square, digit):
    if digit not in values[square]:
        return values
    values[square] = values[square].replace(digit, "")
    if len(values[square]) == 0:
        return None
    if len(values[square]) == 1:
        last = values[square]
        if not all(eliminate(values, peer, last) for peer in PEERS_OF[square]):
            return None
    for unit in UNITS_OF[square]:
        places = [each for each in unit if digit in values[each]]
        if len(places) == 0:
            return None
        if len(places) == 1 and not assign(values, places[0], digit):
            return None
    return values


def search(values):
    if values is None:
        return None
    if all(len(values[square]) == 1 for square in SQUARES):
        return values
    _, square = min((len(values[square]), square) for square in SQUARES if len(values[square]) > 1)
    for digit in values[square]:
        solved = search(assign(values.copy(), square, digit))
        if solved:
            return solved
    return None


PUZZLES = [
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "85...24..72......9..4.........1.7..23.5...9...4...........8..7..17..........36.4.",
    "..53.....8......2..7..1.5..4....53...1..7...6..32...8..6.5....9..4....3......97..",
    "12..4......5.69.1...9...5.........7.7...52.9..3......2.9.6...5.4..9..8.1..3...9.4",
    "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "..9748...7.........2.1.9.....7...24..64.1.59..98...3.....8.3.2.........6...2759..",
]


def main():
    solved = []
    for puzzle in PUZZLES * 35:
        values = search(parse(puzzle))
        solved.append("".join(values[square] for square in SQUARES) if values else "none")
    return solved[0] + " " + solved[2] + " " + str(len(set(solved)))
