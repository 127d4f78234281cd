# The module that a class made by type() is given outlives what __slots__ runs.
def slots():
    for i in range(200):
        yield f"slot{i}"


names = {"type": type, "slots": slots}
for i in range(3):
    names["__name__"] = "".join(["module", str(i)])
    exec("made = type('Made', (), {'__slots__': slots()})", names)
    print(names["made"].__module__, names["made"], len(dir(names["made"])))
