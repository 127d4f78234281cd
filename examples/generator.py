"""The sum of what a generator yields: resuming frames.

generator.py [--iterations N]   with N, the work is done N times and each time is told (see tools/bench).
"""

import sys
import time


def squares(count):
    for i in range(count):
        yield i * i


def odd(numbers):
    for number in numbers:
        if number % 2 == 1:
            yield number


def work():
    total = 0
    for number in odd(squares(1000000)):
        total += number
    return total


def main():
    timed = len(sys.argv) == 3 and sys.argv[1] == "--iterations"
    for _ in range(int(sys.argv[2]) if timed else 1):
        start = time.perf_counter()
        result = work()
        if timed:
            print("iteration", time.perf_counter() - start, file=sys.stderr)
    print(result)


main()
