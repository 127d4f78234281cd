"""Code objects: their fields, comparing, changing and making them."""

import types


def plain(a, b):
    return a + b


def greet():
    return "hello world"


def count():
    return len([1, 2])


def loop(n):
    total = 0
    for i in range(n):
        try:
            if i % 3:
                total += i
            else:
                raise ValueError
        except ValueError:
            total -= 1
    return total


code = plain.__code__
print(code == code.replace(), hash(code) == hash(code.replace()), code == code.replace(co_name="x"), code == greet.__code__)
for name in dir(code):
    if name.startswith("co_") and name not in ("co_lines", "co_positions", "co_lnotab"):
        value = getattr(code, name)
        print(name, getattr(code.replace(**{name: value}), name) == value)
print(types.FunctionType(code.replace(co_varnames=("x", "y")), {})(x=1, y=2))
constants = tuple("bye" if each == "hello world" else each for each in greet.__code__.co_consts)
print(types.FunctionType(greet.__code__.replace(co_consts=constants), {})())
names = tuple("sum" if each == "len" else each for each in count.__code__.co_names)
print(types.FunctionType(count.__code__.replace(co_names=names), globals())())


def subtract(a, b):
    return a - b


plain.__code__ = plain.__code__.replace(co_code=subtract.__code__.co_code)
print(plain(5, 3))

FIELDS = """co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names
co_varnames co_filename co_name co_qualname co_firstlineno co_linetable co_exceptiontable co_freevars co_cellvars""".split()
made = types.CodeType(*(getattr(loop.__code__, field) for field in FIELDS))
print(made == loop.__code__, list(made.co_positions()) == list(loop.__code__.co_positions()))
again = types.FunctionType(made, globals())
print([again(n) == loop(n) for n in (0, 10, 3000)])

for changes in [{"co_nlocals": 7}, {"co_name": 5}, {"co_argcount": "x"}, {"nothing": 1}, {"co_varnames": 5}, {"co_code": "x"}]:
    try:
        code.replace(**changes)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def generator():
    x = 5
    y = yield x
    yield y


running = generator()
next(running)
frame = running.gi_frame
print(frame is running.gi_frame, frame.f_locals, frame.f_lineno - generator.__code__.co_firstlineno, frame.f_back)
running.send(7)
print(running.gi_frame.f_locals)
running.__name__, running.__qualname__ = "other", "an.other"
print(running.__name__, running.__qualname__, repr(running).split(" at ")[0])
try:
    running.__name__ = 5
except TypeError as error:
    print(error)
frame.clear()
print(running.gi_frame, list(running))
try:
    1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
    print(trace.tb_frame.f_locals is globals(), trace.tb_frame is trace.tb_frame)
    made = types.TracebackType(trace, trace.tb_frame, trace.tb_lasti, 12)
    print(made.tb_lineno, made.tb_next is trace, made.tb_lasti == trace.tb_lasti)
    try:
        trace.tb_frame.clear()
    except RuntimeError as error:
        print(error)
