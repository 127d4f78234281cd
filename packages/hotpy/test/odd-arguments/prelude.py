"""What the calls of a program of odd arguments share: objects with hostile special methods, and what a call's outcome looks like."""
import gc
import math
import sys
import time


def odd(method, result):
    """An object whose special method returns something."""
    class Odd:
        pass
    setattr(Odd, method, lambda self, *given: result)
    return Odd()


def bad(method):
    """An object whose special method raises."""
    class Bad:
        pass
    def fail(self, *given):
        raise ZeroDivisionError("odd " + method)
    setattr(Bad, method, fail)
    return Bad()


class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value
    def __repr__(self):
        return f"Index({self.value})"


class Mutator:
    """Its special methods change the object that is being worked on."""
    def __init__(self, change):
        self.change = change
    def act(self):
        if self.change == "clear":
            target.clear()
        elif isinstance(target, list):
            target.append(7)
        elif isinstance(target, dict):
            target[len(target) + 100] = 7
        elif isinstance(target, set):
            target.add(len(target) + 100)
    def __eq__(self, other):
        self.act()
        return False
    def __lt__(self, other):
        self.act()
        return True
    def __hash__(self):
        if target is not None:
            self.act()
        return 1
    def __index__(self):
        self.act()
        return 1
    def __bool__(self):
        self.act()
        return True
    def __repr__(self):
        return "Mutator"


class Sequence:
    """An iterable by the old protocol; it has an end, as calls without end have no outcome."""
    def __init__(self, *item):
        self.item = item
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return self.item[0] if self.item else index


class Mapping:
    def keys(self):
        return ["a", "b"]
    def __getitem__(self, key):
        if isinstance(key, int) and key > 2:
            raise IndexError
        return key * 2


class Iterator:
    """Gives a few items, then raises."""
    def __init__(self, count, error):
        self.count = count
        self.error = error
    def __iter__(self):
        return self
    def __next__(self):
        if self.count == 0:
            raise self.error
        self.count -= 1
        return self.count


class Plain:
    def __repr__(self):
        return "Plain"


class Equal:
    """Equal to everything, of one hash."""
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 1
    def __repr__(self):
        return "Equal"


def failing(*given):
    raise ZeroDivisionError("odd call")


def setitem(r, key, value):
    r[key] = value


def delitem(r, key):
    del r[key]


def setattribute(r, value):
    r.odd = value


def augmented(r, operator, x):
    if operator == "+": r += x
    elif operator == "-": r -= x
    elif operator == "*": r *= x
    elif operator == "/": r /= x
    elif operator == "//": r //= x
    elif operator == "%": r %= x
    elif operator == "|": r |= x
    elif operator == "&": r &= x
    elif operator == "^": r ^= x
    elif operator == "<<": r <<= x
    elif operator == ">>": r >>= x
    return r


def unpack(r):
    a, b = r
    return a, b


def unpack_more(r):
    a, *b, c = r
    return a, b, c


def keywords(**given):
    return given


def loop(r):
    items = []
    for item in r:
        items.append(item)
        if len(items) > 20:
            break
    return items


def raised(r):
    raise r


def caught(r):
    try:
        raise ValueError
    except r:
        return "caught"


def managed(r):
    with r as value:
        return value


def show(value):
    if hasattr(type(value), "__next__"):
        items = []
        try:
            for _ in range(6):
                items.append(repr(next(value)))
        except StopIteration:
            items.append("end")
        except Exception as error:
            items.append(type(error).__name__ + ": " + str(error))
        return type(value).__name__ + " of " + ", ".join(items)
    return type(value).__name__ + " " + repr(value)[:300]


target = None


def t(number, make, call):
    """Makes a receiver, calls, and prints the outcome and what has become of the receiver."""
    global target
    target = None
    try:
        receiver = make()
    except Exception as error:
        print(number, "receiver", type(error).__name__, ascii(str(error)), flush=True)
        return
    target = receiver
    try:
        result = call(receiver)
        target = None
        text = show(result)
    except BaseException as error:
        target = None
        try:
            text = type(error).__name__ + ": " + str(error)
        except Exception as another:
            text = type(error).__name__ + " that " + str(another)
        if error.__cause__ is not None:
            text += " from " + type(error.__cause__).__name__
    try:
        after = show(receiver)
    except Exception as error:
        after = type(error).__name__ + ": " + str(error)
    print(number, ascii(text), "|", ascii(after), flush=True)
