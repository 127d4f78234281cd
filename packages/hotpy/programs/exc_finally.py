# finally against return, break, continue and further exceptions.
def f1():
    try: return "try"
    finally: print("f1")
def f2():
    try: return "try"
    finally: return "finally"
def f3():
    try: raise ValueError
    finally: return "swallowed"
def f4():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("finally", i)
    else: print("never")
    return i
def f5():
    while True:
        try:
            raise KeyError
        except KeyError:
            break
        finally:
            print("f5 finally")
    return "f5"
def f6():
    x = 1
    try: return x
    finally: x = 2
def f7():
    try:
        try: return "inner"
        finally: print("inner finally")
    finally: print("outer finally")
def f8():
    for i in range(3):
        try: return i
        finally: continue
    return "end"
def f9():
    try:
        try: 1 / 0
        finally: print("cleanup"); [][0]
    except IndexError as e: return repr(e.__context__)
def f10():
    for x in (1, 2):
        for y in (1, 2):
            try:
                try:
                    if y == 2: break
                    return_value = x, y
                finally:
                    print("in", x, y)
            finally:
                print("out", x, y)
    return return_value
def f11():
    l = []
    def add(x): l.append(x); return l
    try: return add(1)
    finally: add(2)
def f12():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11):
    print(f.__name__, f())
for v in f12(): print(v)
def f13(n):
    try:
        if n == 0: raise ValueError("bottom")
        f13(n - 1)
    finally:
        print("unwind", n, end="; ")
try:
    f13(5)
except ValueError as e:
    print(e)
def f14():
    for i in range(3):
        try:
            try: raise ValueError(i)
            except ValueError as e:
                if i < 2: continue
                return "returned", str(e)
            finally: print("first", i)
        finally: print("second", i)
print(f14())
