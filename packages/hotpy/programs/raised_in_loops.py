"""Exceptions that hot loops raise and catch: classes raised without a call, assertions, divisions by zero."""


class Plain(Exception):
    pass


class Refined(Plain, ValueError):
    pass


class WithInit(Exception):
    def __init__(self, text="made"):
        super().__init__(text, len(text))
        self.text = text


class Switched(Exception):
    pass


def classes(n):
    seen = {}
    for i in range(n):
        try:
            if i % 4 == 0:
                raise Plain
            if i % 4 == 1:
                raise Refined
            if i % 4 == 2:
                raise WithInit
            raise KeyError
        except (Plain, KeyError, WithInit) as error:
            key = type(error).__name__, error.args, error.__traceback__.tb_lineno - classes.__code__.co_firstlineno
            seen[key] = seen.get(key, 0) + 1
    return sorted(seen.items())


def asserted(n):
    failed = 0
    for i in range(n):
        try:
            assert i % 3, f"{i} is a multiple"
        except AssertionError as error:
            failed += len(str(error))
        try:
            assert i % 5 != 1
        except AssertionError as error:
            failed += error.args == ()
    return failed


def divided(n, numbers):
    messages = {}
    for i in range(n):
        for a in numbers:
            for b in (0, 0.0, False, i % 2, i % 3 - 1.0):
                try:
                    a // b
                    a % b
                    a / b
                except ZeroDivisionError as error:
                    messages[error.args] = messages.get(error.args, 0) + 1
    return sorted(messages.items())


def each_operator(n):
    said = set()
    for i in range(n):
        for b in (0, 0.0, False):
            try:
                i // b
            except ZeroDivisionError as error:
                said.add(("//", type(b).__name__, str(error)))
            try:
                i % b
            except ZeroDivisionError as error:
                said.add(("%", type(b).__name__, str(error)))
            try:
                i / b
            except ZeroDivisionError as error:
                said.add(("/", type(b).__name__, str(error)))
    return sorted(said)


def in_context(n):
    chain = 0
    for i in range(n):
        try:
            try:
                i // (i - i)
            except ZeroDivisionError:
                raise Refined
        except Plain as error:
            chain += isinstance(error.__context__, ZeroDivisionError) and error.__cause__ is None
        try:
            try:
                raise Plain
            finally:
                chain += 1
        except Plain:
            pass
    return chain


def inner(i):
    if i % 2:
        raise Switched
    return i % (i & 4)


def switched(n):
    kinds = {}
    for i in range(n):
        if i == n // 2:
            # A class that gets an initialiser while it is raised.
            Switched.__init__ = lambda self: Exception.__init__(self, "later")
        try:
            inner(i)
        except (Switched, ZeroDivisionError) as error:
            key = repr(error), error.__traceback__.tb_next.tb_lineno - inner.__code__.co_firstlineno
            kinds[key] = kinds.get(key, 0) + 1
    return sorted(kinds.items())


def leaves(n):
    for i in range(n):
        if i == n - 1:
            raise Plain
    return None


print(classes(4000))
print(asserted(3000))
print(divided(400, [7, -7.5, True, 1 << 70]))
print(each_operator(2000))
print(in_context(2000))
print(switched(4000))
for size in (10, 3000):
    try:
        leaves(size)
    except Plain as error:
        print(repr(error), error.__traceback__.tb_next.tb_frame.f_locals)
