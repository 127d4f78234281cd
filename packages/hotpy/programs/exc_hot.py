# Exceptions raised and caught in loops that get hot.
def check(i):
    if i % 3 == 0: raise ValueError(i)
    if i % 5 == 0: return None
    return i
def run(n):
    ok = bad = none = 0
    for i in range(n):
        try:
            r = check(i)
        except ValueError as e:
            bad += e.args[0] % 7
        else:
            if r is None: none += 1
            else: ok += r
        finally:
            ok += 1
    return ok, bad, none
print(run(3000))
def lookup(d, n):
    found = missing = 0
    for i in range(n):
        try:
            found += d[i % 10]
        except KeyError:
            missing += 1
    return found, missing
print(lookup({i: i for i in range(5)}, 3000))
def until_error(xs):
    i = 0
    try:
        while True:
            i += xs[i]
    except IndexError:
        return i
print(until_error([1] * 2000), until_error([2] * 999))
def late(n):
    total = 0
    for i in range(n):
        total += 10 // (n - 1 - i) if i > n - 3 else 1
    return total
try:
    late(2000)
except ZeroDivisionError as e:
    print(e, e.__traceback__ is not None)
def nested(n):
    if n == 0: raise KeyError("deep")
    try: nested(n - 1)
    except IndexError: pass
caught = 0
for i in range(200):
    try: nested(i % 20)
    except KeyError: caught += 1
print(caught)
