"""The Mandelbrot set as text."""


def row(y, width, limit):
    chars = []
    for column in range(width):
        cx, cy = column / width * 3.0 - 2.2, y
        x = z = 0.0
        steps = 0
        while steps < limit and x * x + z * z <= 4.0:
            x, z = x * x - z * z + cx, 2.0 * x * z + cy
            steps += 1
        chars.append(" .:-=+*#%@"[steps * 9 // limit])
    return "".join(chars)


def main():
    lines = [row(line / 600 * 2.4 - 1.2, 350, 120) for line in range(600)]
    return "\n".join(lines[298:300])
