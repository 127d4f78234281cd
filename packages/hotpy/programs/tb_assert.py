# An assertion that fails.
def check(a, b):
    assert isinstance(a, int)
    assert a + b == 10, f"sum of {a} and {b}"
check(5, 5)
check(5, 6)
