"""Counts the words of a text that it makes up: strings and a dict.

wordcount.py [--iterations N]   with N, the work is done N times and each time is told (see tools/bench).
"""

import sys
import time

SYLLABLES = ["ka", "lo", "mi", "ren", "sa", "tu", "vo"]


def words(count):
    """Words of one to three syllables; the short ones are frequent, as in real texts."""
    state = 42
    result = []
    for _ in range(count):
        word = ""
        length = 1
        while True:
            state = (state * 1103515245 + 12345) % 2147483648
            word = word + SYLLABLES[(state >> 16) % len(SYLLABLES)]
            if length == 3 or (state >> 8) % 2 == 0:
                break
            length += 1
        result.append(word)
    return result


def count_words(text):
    counts = {}
    for word in text:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


TEXT = words(50000)


def work():
    for _ in range(20):
        counts = count_words(TEXT)
    most = ""
    for word in counts:
        if most == "" or counts[word] > counts[most]:
            most = word
    return f"{len(counts)} different words, most often {most!r}: {counts[most]} times"


def main():
    timed = len(sys.argv) == 3 and sys.argv[1] == "--iterations"
    for _ in range(int(sys.argv[2]) if timed else 1):
        start = time.perf_counter()
        result = work()
        if timed:
            print("iteration", time.perf_counter() - start, file=sys.stderr)
    print(result)


main()
