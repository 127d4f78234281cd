"""What the generators share."""
import random


class Writer:
    """Lines of a program under construction, and the choices that a seed makes."""

    def __init__(self, seed, prelude):
        self.random = random.Random(seed)
        self.lines = prelude.strip("\n").splitlines()
        self.numbers = 0

    def emit(self, depth, text):
        self.lines.append("    " * depth + text)

    def choose(self, *choices):
        """One of the choices; functions are called to make theirs."""
        choice = self.random.choice(choices)
        return choice() if callable(choice) else choice

    def chance(self, probability):
        return self.random.random() < probability

    def number(self):
        """A number that nothing else in the program has."""
        self.numbers += 1
        return self.numbers

    def text(self):
        return "\n".join(self.lines) + "\n"

    def otherwise(self, depth, context, probability):
        """An `else`, perhaps; what is in it the generator's `block` makes."""
        if self.chance(probability):
            self.emit(depth, "else:")
            self.block(depth + 1, context)
