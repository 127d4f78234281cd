# Warnings of the compiler go through the warnings module, and are SyntaxErrors where it makes them errors.
import warnings

SOURCES = [
    "x = '\\d'", "x = b'\\z'", "x is 1", "1 is x and 2 is not y", "assert (x, 'm')", "'s'()", "[(1, 2) (3, 4)]", "[1, 2][1.0]", "None[1]",
    "f'\\d{x}\\e'", "0x1for x in y", "x = r'\\d'", "x = 1\ny = 2\nz = '\\w'",
]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<text>", "exec")
        for each in caught:
            print(each.category.__name__, each.message, each.filename, each.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(source, "<text>", "exec")
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.filename)

for level in (0, 1, 2, -1):
    code = compile("def f():\n    'doc'\n    assert 0, 'no'\n    return __debug__\n", "<text>", "exec", optimize=level)
    names = {}
    exec(code, names)
    try:
        print(level, names["f"].__doc__, names["f"]())
    except AssertionError as error:
        print(level, names["f"].__doc__, error)

import codeop
for source in ["if x:", "if x:\n  y", "if x:\n  y\n", "(1,", "a b c", '"""ab', "def f(", "x = 1 +\n", "try:\n  x\n", "@d\n", ")", "x = 1", "# text", ""]:
    try:
        print(repr(source), type(codeop.compile_command(source)).__name__)
    except SyntaxError as error:
        print(repr(source), error.msg)
for flags, dont_inherit in ((0, False), (0x1000000, True), (0x400, True)):
    made = compile("def f(x: name): pass", "<text>", "exec", flags, dont_inherit)
    print(type(made).__name__, hex(made.co_flags & 0x1fe0000) if hasattr(made, "co_flags") else "")
for bad in (dict(flags=1 << 30), dict(optimize=3), dict(mode="other"), dict(mode="func_type")):
    try:
        compile(**{"source": "1", "filename": "<text>", "mode": "exec", **bad})
    except ValueError as error:
        print(error)
import asyncio, inspect
code = compile("import asyncio\nx = await asyncio.sleep(0, 5)\nasync with C() as c: pass\nasync for i in A(): print(i)\nprint([j async for j in A()])", "<text>", "exec", 0x2000)
print(bool(code.co_flags & inspect.CO_COROUTINE))
class C:
    async def __aenter__(self): return 1
    async def __aexit__(self, *args): print("left")
async def A():
    yield 1
names = {"C": C, "A": A}
asyncio.run(eval(code, names))
print(names["x"])
