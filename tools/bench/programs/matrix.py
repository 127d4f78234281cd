"""Matrices as lists of lists: product, power, determinant by fractions of integers."""


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def identity(size):
    return [[1 if i == j else 0 for j in range(size)] for i in range(size)]


def power(matrix, exponent):
    result = identity(len(matrix))
    while exponent:
        if exponent & 1:
            result = multiply(result, matrix)
        matrix = multiply(matrix, matrix)
        exponent >>= 1
    return result


def determinant(matrix):
    rows = [row[:] for row in matrix]
    size, sign, before = len(rows), 1, 1
    for k in range(size - 1):
        if rows[k][k] == 0:
            for i in range(k + 1, size):
                if rows[i][k]:
                    rows[k], rows[i] = rows[i], rows[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, size):
            for j in range(k + 1, size):
                rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // before
        before = rows[k][k]
    return sign * rows[-1][-1]


def main():
    size = 150
    floats = [[(i * j % 7) / 3.0 for j in range(size)] for i in range(size)]
    for _ in range(4):
        floats = [[value / 500.0 for value in row] for row in multiply(floats, floats)]
    whole = power([[1, 1, 0], [1, 0, 1], [0, 1, 1]], 3000)
    det = determinant([[(i * i + j * 3 + i * j * j) % 11 - 4 for j in range(75)] for i in range(75)])
    return f"{floats[3][5]:.6e} {whole[0][0] % 10**9} {det}"
