# Exceptions with several arguments, notes of their own, no message, and multi-line ones.
class Detailed(Exception):
    def __str__(self):
        return "line one\nline two"
try:
    try:
        raise ValueError
    except ValueError as e:
        raise KeyError("a", "b") from e
except KeyError as e:
    raise Detailed(1, 2)
