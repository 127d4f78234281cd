"""Polymorphism: a tree of drawing objects, visitors, __eq__, __repr__ and operators."""


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError(self.name)

    def scaled(self, factor):
        raise NotImplementedError(self.name)

    def accept(self, visitor):
        return getattr(visitor, "visit_" + type(self).__name__.lower())(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.name})"


class Circle(Shape):
    def __init__(self, name, radius):
        super().__init__(name)
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius**2

    def scaled(self, factor):
        return Circle(self.name, self.radius * factor)


class Rectangle(Shape):
    def __init__(self, name, width, height):
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def scaled(self, factor):
        return Rectangle(self.name, self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, name, side):
        super().__init__(name, side, side)

    def scaled(self, factor):
        return Square(self.name, self.width * factor)


class Group(Shape):
    def __init__(self, name, *children):
        super().__init__(name)
        self.children = children

    def area(self):
        return sum(child.area() for child in self.children)

    def scaled(self, factor):
        return Group(self.name, *[child.scaled(factor) for child in self.children])

    def __iter__(self):
        return iter(self.children)


class Counter:
    def __init__(self):
        self.counts = {}

    def count(self, shape):
        kind = shape.__class__.__name__
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return 1

    visit_circle = visit_rectangle = visit_square = count

    def visit_group(self, group):
        return self.count(group) + sum(child.accept(self) for child in group)


class Describer:
    def visit_circle(self, shape):
        return "o%d" % shape.radius

    def visit_rectangle(self, shape):
        return f"{shape.width:.0f}x{shape.height:.0f}"

    def visit_square(self, shape):
        return "[" + self.visit_rectangle(shape) + "]"

    def visit_group(self, group):
        return "(" + " ".join(child.accept(self) for child in group) + ")"


def drawing(depth):
    if depth == 0:
        return Group("leaf", Circle("c", 1.5), Rectangle("r", 2.0, 3.0), Square("s", 4.0))
    return Group(f"level {depth}", drawing(depth - 1), Square("s", depth * 1.0), drawing(depth - 1), Circle("c", 2.0))


def main():
    picture = drawing(9)
    counter = Counter()
    total, nodes, length = 0.0, 0, 0
    for turn in range(1, 90):
        scaled = picture.scaled(1.0 + turn / 10)
        total += scaled.area()
        nodes += scaled.accept(counter)
        length += len(scaled.accept(Describer()))
    return f"{total:.4f} {nodes} {length} {sorted(counter.counts.items())} {picture.children!r}"
