"""A ray tracer: vectors as objects, spheres that mirror, one light."""

import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scale(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self.scale(1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal.scale(2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction.scale(distance)


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def distance(self, ray):
        offset = self.centre - ray.origin
        along = offset.dot(ray.direction)
        rest = self.radius * self.radius - (offset.dot(offset) - along * along)
        if rest < 0.0:
            return None
        near = along - math.sqrt(rest)
        return near if near > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()

    def colour_at(self, point):
        return self.colour


class Floor:
    mirror = 0.1

    def __init__(self, height):
        self.height = height

    def distance(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def colour_at(self, point):
        dark = (math.floor(point.x) + math.floor(point.z)) % 2 == 0
        return Vector(0.2, 0.2, 0.2) if dark else Vector(0.9, 0.9, 0.9)


class Scene:
    def __init__(self):
        self.things = [
            Sphere(Vector(0.0, 0.0, 6.0), 1.0, Vector(1.0, 0.3, 0.2), 0.3),
            Sphere(Vector(1.8, 0.3, 5.0), 0.7, Vector(0.2, 0.9, 0.3), 0.5),
            Sphere(Vector(-1.9, -0.2, 5.5), 0.8, Vector(0.3, 0.3, 1.0), 0.2),
            Floor(-1.0),
        ]
        self.light = Vector(4.0, 6.0, 0.0)

    def hit(self, ray):
        nearest, thing = None, None
        for each in self.things:
            distance = each.distance(ray)
            if distance is not None and (nearest is None or distance < nearest):
                nearest, thing = distance, each
        return nearest, thing

    def colour(self, ray, depth):
        distance, thing = self.hit(ray)
        if thing is None:
            return Vector(0.4, 0.6, 0.9)
        point = ray.at(distance)
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        bright = max(0.0, normal.dot(to_light))
        _, blocker = self.hit(Ray(point, to_light))
        if blocker is not None:
            bright *= 0.3
        colour = thing.colour_at(point).scale(0.15 + 0.85 * bright)
        if depth > 0 and thing.mirror > 0.0:
            mirrored = self.colour(Ray(point, ray.direction.reflected(normal).unit()), depth - 1)
            colour = colour.scale(1.0 - thing.mirror) + mirrored.scale(thing.mirror)
        return colour


def main():
    scene = Scene()
    width, height = 240, 180
    total = Vector(0.0, 0.0, 0.0)
    for row in range(height):
        for column in range(width):
            direction = Vector((column - width / 2) / width, (height / 2 - row) / width, 1.0).unit()
            total = total + scene.colour(Ray(Vector(0.0, 0.0, 0.0), direction), 3)
    return f"{total.x:.6f} {total.y:.6f} {total.z:.6f}"
