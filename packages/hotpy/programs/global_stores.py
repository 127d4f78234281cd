# Globals that change while compiled code relies on other globals, and on them.
import sys

def one(): return 1
def two(): return 2

def call_many(n):
    total = 0
    for _ in range(n):
        total += chosen()
    return total

chosen = one
for i in range(300):
    chosen = one if i % 3 else two
    if i % 50 == 0:
        print(i, call_many(60))
    elif i % 7 == 0:
        print(i, call_many(2))

# A copy of a namespace shares the table of keys with it until one of them changes.
source = compile("""
def value(): return kind()
def many(n):
    total = 0
    for _ in range(n): total += value()
    return total
for step in range(repeat):
    kind = first if step % 2 else second
    step_result = many(size)
    results.append(step_result)
""", "namespace", "exec")
start = {"first": one, "second": two, "kind": one, "repeat": 9, "size": 60, "results": [], "value": None, "many": None, "step": 0, "step_result": 0, "__builtins__": __builtins__}
copies = [start.copy() for _ in range(4)]
for space in copies:
    space["results"] = []
    exec(source, space)
    print(space["results"], space["step"], space["kind"].__name__)
for size in (1, 60, 3):
    for space in copies:
        space["size"] = size
        space["results"].clear()
        exec(source, space)
        print(space["results"], space["step_result"])

assign = compile("for turn in range(40): kind = first if turn % 2 else second", "assign", "exec")
use = compile("print(many(200), kind.__name__)", "use", "exec")
for space in copies:
    exec(assign, space)
    exec(use, space)
    space["kind"] = space["second"]
    exec(use, space)
    exec(assign, space)
    exec(use, space)
    other = space.copy()
    exec(use, other)
    exec(assign, other)
    other["many"].__globals__["kind"] = two
    exec(use, other)
