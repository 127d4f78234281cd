# An error found by the compiler, not the parser.
print("never printed")
for i in range(3):
    return i
