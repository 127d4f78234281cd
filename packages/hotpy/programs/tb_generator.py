# The traceback of an exception that passes through generators.
def inner():
    yield 1
    raise ValueError("from the generator")
def outer():
    yield from inner()
for x in outer():
    print(x)
