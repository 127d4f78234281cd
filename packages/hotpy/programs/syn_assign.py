print("never printed")
def f():
    1 + x = 5
