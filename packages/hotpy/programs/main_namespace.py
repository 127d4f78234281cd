# What a program finds in its own namespace, in CPython's order.
print(dir())
print([name for name in globals()])
print(__annotations__, __cached__, __spec__, __package__)
count: int = 3
print(__annotations__, __import__("__main__").__annotations__ is __annotations__)
