"""Floats in objects and lists."""
import math


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.mass = mass


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            distance = math.sqrt(dx * dx + dy * dy)
            magnitude = dt / (distance * distance * distance)
            a.vx -= dx * b.mass * magnitude
            a.vy -= dy * b.mass * magnitude
            b.vx += dx * a.mass * magnitude
            b.vy += dy * a.mass * magnitude
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy)
        for b in bodies[i + 1:]:
            total -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
    return total


bodies = [Body(0.0, 0.0, 0.0, 0.0, 40.0), Body(5.0, 0.0, 0.0, 2.5, 0.04), Body(0.0, 9.0, -2.1, 0.0, 0.01), Body(-14.0, 1.0, 0.2, -1.6, 0.002)]
print("%.12f" % energy(bodies))
for _ in range(60):
    advance(bodies, 0.01)
print("%.12f" % energy(bodies))
# Integers where there were floats, then new attributes: other shapes, other types.
bodies.append(Body(20, 3, 1, 0, 2))
for step in range(25):
    advance(bodies, 0.01)
    if step == 12:
        bodies[1].name = "named"
print("%.12f" % energy(bodies), bodies[1].name, type(bodies[4].x).__name__)


def norm(vectors):
    total = 0.0
    for vector in vectors:
        square = 0.0
        for component in vector:
            square += component * component
        total += math.sqrt(square)
    return total


print(norm([[i * 0.5, i - 3.0, 1.0] for i in range(50)]))
print(norm([[1, 2, 2], [0.0, -0.0, 3.0], [True, 0, 0]] * 10), norm([]))
nan = float("nan")
print(norm([[nan, 1.0]] * 8), norm([[1e200, 1e200]] * 8))
