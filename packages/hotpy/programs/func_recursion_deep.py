# 100,000 levels, and the limit that stops endless recursion.
import sys
def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)
sys.setrecursionlimit(200000)
print(depth(20000))
sys.setrecursionlimit(1000)
def endless(n):
    return endless(n + 1)
try:
    endless(0)
except RecursionError as e:
    print(e)
def count(n):
    try:
        return count(n + 1)
    except RecursionError:
        return n
print(800 < count(0) < 1000)
class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")
try:
    Loop().a
except RecursionError as e:
    print("RecursionError", str(e)[:32])
print(depth(500), sys.getrecursionlimit())
