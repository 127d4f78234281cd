"""The same operations in CPython, the loop's own cost subtracted: /usr/bin/python3.11 packages/dict/bench/dict.py"""
from time import perf_counter

ROUNDS = 1_000_000


def report(name, run, *arguments):
    def best(function, *arguments):
        times = []
        for _ in range(5):
            start = perf_counter()
            function(*arguments)
            times.append(perf_counter() - start)
        return min(times)
    nanoseconds = (best(run, *arguments) - best(empty, arguments[-1])) * 1e9 / ROUNDS
    print(f"{name:44} {nanoseconds:.1f} ns")


def empty(keys):
    for _ in range(ROUNDS // len(keys)):
        for key in keys:
            pass


def get(table, keys):
    for _ in range(ROUNDS // len(keys)):
        for key in keys:
            table[key]


def put(table, keys):
    for _ in range(ROUNDS // len(keys)):
        for key in keys:
            table[key] = 1


def insert(keys):
    for _ in range(ROUNDS // len(keys)):
        table = {}
        for key in keys:
            table[key] = 1


for size in (10, 1000, 100000):
    names = [f"name_{i}" for i in range(size)]
    by_name = {name: i for i, name in enumerate(names)}
    by_number = {i: i for i in range(size)}
    report(f"get, interned, {size} keys", get, by_name, names)
    report(f"get, small integer, {size} keys", get, by_number, list(range(size)))
    report(f"set existing, interned, {size} keys", put, by_name, names)
    report(f"set existing, small integer, {size} keys", put, by_number, list(range(size)))
report("insert, small integers, dicts of 1000", insert, list(range(1000)))
