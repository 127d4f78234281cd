# What sys.settrace tells of lines: those that do nothing else, those that are left out, and where a debugger goes on elsewhere.
import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return error[0] is KeyError


def constants():
    while 1:
        break
    if 0:
        never()
    if True:
        pass
    "text"
    ...
    for i in (1, 2):
        if i == 1:
            continue
        if i:
            break
    else:
        never()


def handlers():
    try:
        pass
    except ValueError:
        never()
    else:
        x = 1
    try:
        x = [][0]
    except KeyError:
        never()
    except IndexError as error:
        if not error:
            never()
    finally:
        x = 3
    try:
        raise ExceptionGroup("group", [TypeError()])
    except* TypeError:
        x = 4
    x = 5


def managers():
    with Manager():
        pass
    with Manager(), Manager() as m:
        {}["x"]
    for i in range(2):
        with Manager():
            if i:
                break
            continue
    with Manager():
        return (
            m
        )


def finally_on_the_way():
    for i in range(2):
        try:
            if i == 0:
                continue
            return i
        finally:
            i += 1


def nested(a, b):
    if a:
        if b:
            x = 1
    elif b:
        x = 2
    match a, b:
        case 0, 0:
            x = 3
        case _:
            pass


def generator():
    try:
        yield 1
        yield from (i for i in range(2))
    finally:
        x = 2


def use():
    for i in generator():
        pass
    return [i for i in range(2)
            if i]


events = []


def trace(frame, event, argument):
    if frame.f_code.co_filename != __file__ or frame.f_code.co_name in ("__enter__", "__exit__"):
        return None
    events.append(f"{event[0]}{frame.f_lineno - frame.f_code.co_firstlineno}")
    return trace


def show(function, *arguments):
    events.clear()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(None)
    print(function.__name__, *events)


for _ in range(2):
    show(constants)
    show(handlers)
    show(managers)
    show(finally_on_the_way)
    show(nested, 0, 0)
    show(nested, 1, 0)
    show(nested, 0, 1)
    show(use)


def jump(function, start, end):
    said = []

    def local(frame, event, argument):
        if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == start and not said:
            said.append("")
            try:
                frame.f_lineno = frame.f_code.co_firstlineno + end
            except ValueError as error:
                said.append(str(error))
        return local

    sys.settrace(lambda frame, event, argument: local if frame.f_code is function.__code__ else None)
    output = []
    try:
        function(output.append)
    except Exception as error:
        output.append(repr(error))
    finally:
        sys.settrace(None)
    print(start, end, output, *said)


def steps(say):
    say(1)
    with Manager():
        say(3)
        for i in (4, 5):
            say(i)
        say(6)
    try:
        say(8)
        {}["x"]
    except KeyError:
        say(11)
    finally:
        say(13)
    say(14)


for end in range(-1, 16):
    for start in (1, 3, 5, 8, 11, 13):
        jump(steps, start, end)
try:
    sys._getframe().f_lineno = 1
except ValueError as error:
    print(error)
