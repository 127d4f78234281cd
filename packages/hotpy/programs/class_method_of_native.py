"""A class method is bound even where what it wraps is a builtin function, which is no method by itself."""


class Odd:
    length = classmethod(len)
    append = classmethod([].append)
    size = staticmethod(len)


print(Odd.length, type(Odd.length).__name__, Odd.length.__self__)
print(Odd.size("abc"), Odd().size([1]))
print(classmethod(len).__get__("abc", str).__self__)
print(type(dict.fromkeys).__name__, dict.fromkeys("ab", 1))

failed = 0
for i in range(300):
    try:
        Odd.length()
    except TypeError:
        failed += 1
print(failed)

log = []
Log = type("Log", (), {"add": classmethod(log.append)})
for i in range(300):
    Log.add()
print(len(log), log[0] is Log)
