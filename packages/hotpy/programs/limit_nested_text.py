"""Text of what is nested too deeply, and of what asks itself for its text, ends in RecursionError that says so."""


def nest(make, times):
    value = 1
    for _ in range(times):
        value = make(value)
    return value


class Asks:
    def __repr__(self):
        return repr(self)


def show(name, call):
    try:
        print(name, len(call()))
    except RecursionError as error:
        print(name, error)


for times in (10, 300, 5000):
    fault = nest(ValueError, times)
    for text in (repr, str, ascii):
        show(f"{text.__name__} of {times}", lambda: text(fault))
    for make in (lambda x: [x], lambda x: (x,), lambda x: {1: x}):
        show(f"container in {times}", lambda: repr(nest(make, times)))
show("repr of itself", lambda: repr(Asks()))
