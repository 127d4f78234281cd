# What is raised at a loop head belongs to the loop, not to the line before it.
def fill():
    items = []
    try:
        while True:
            items.append("x" * 10_000_000)
            items.append(items[-1] + "y")
    except MemoryError:
        count = len(items)
        items.clear()
        return count > 3


import sys

if sys.implementation.name == "hotpy":
    print(fill())
else:
    print(True)
