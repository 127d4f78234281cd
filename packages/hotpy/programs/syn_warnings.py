# CPython's compiler warns on stderr, and the program runs.
x = 5
print(x is 5)
assert (x, "always true")
print("ran")
