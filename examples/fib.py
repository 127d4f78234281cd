"""Fibonacci numbers by the slowest way: calls and small integers.

fib.py [--iterations N]   with N, the work is done N times and each time is told (see tools/bench).
"""

import sys
import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def work():
    return fib(30)


def main():
    timed = len(sys.argv) == 3 and sys.argv[1] == "--iterations"
    for _ in range(int(sys.argv[2]) if timed else 1):
        start = time.perf_counter()
        result = work()
        if timed:
            print("iteration", time.perf_counter() - start, file=sys.stderr)
    print(result)


main()
