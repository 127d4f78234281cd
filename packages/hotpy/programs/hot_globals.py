# Globals, builtins, attributes of classes and modules that change while code is hot.
import math
k = 1
def f(n):
    s = 0
    for i in range(n):
        s += k
    return s
print(f(2000))
k = 2
print(f(2000))
k = 0.5
print(f(2000))
def g(n):
    global k
    s = 0
    for i in range(n):
        if i == n // 2: k = 100
        s += k
    return s
k = 1
print(g(3000))
def h(n):
    s = 0
    for i in range(n):
        s += abs(-i)
    return s
print(h(2000))
abs = lambda x: 1
print(h(2000))
del abs
print(h(2000))
def m(n):
    s = 0
    for i in range(n):
        s += math.floor(2.5)
    return s
print(m(1500))
original = math.floor
math.floor = lambda x: 10
print(m(1500))
math.floor = original
print(m(1500))
def helper(x): return x + 1
def calls(n):
    s = 0
    for i in range(n): s += helper(i)
    return s
print(calls(2000))
def helper(x): return x * 2
print(calls(2000))
def late(n):
    global helper
    s = 0
    for i in range(n):
        if i == 1500: helper = lambda x: 0
        s += helper(i)
    return s
print(late(2000))
def names(n):
    for i in range(n):
        if i == n - 1: return undefined
try:
    names(2000)
except NameError as e:
    print(e)
