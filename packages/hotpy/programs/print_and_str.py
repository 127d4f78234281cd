# print's arguments, and str of containers nested in each other.
print(1, 2, 3, sep="")
print(*range(5), sep=", ", end=".\n")
print([1, "a", 2.5, None, True, [()], {"k": (1,)}], (1,), ((),), {}, {"a": {"b": []}})
print("a\nb", ["a\nb"], 'q"q', ["q'q", 'd"d', """b'"b"""])
print(sep="", end="")
print("x", end="|"); print("y", end="|"); print()
print(None, ..., NotImplemented, int, [int, str], print is print)
print("%s and %r" % ("s", "r"), "%5d|%-5d|%05d" % (1, 2, 3), "%x %o %e %g" % (255, 8, 1.5, 0.0001), "%%", "%c" % 97, "%s" % [1], "%(a)s-%(b)d" % {"a": 1, "b": 2})
print("{}-{}".format(1, 2), "{1}{0}".format("a", "b"), "{a}{b!r:>5}".format(a=1, b="x"), "{0[1]}{0[0]}".format([1, 2]), "{:{}}".format("x", 5), "{{}}".format())
print(str(1) + str(1.0) + str(True) + str(None), repr("a") + repr(1), str("a"), str(), len(str(10**50)))
for args in (dict(sep=1), dict(end=1), dict(nope=1)):
    try:
        print("x", **args)
    except TypeError as e:
        print(e)
print("tab\there", "bell" "joined", "uni\u00e9\u4e2d\U0001F600")
