# Heaps of objects with __lt__, in loops that are hot.
import heapq
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    START = 1
    END = 2


@dataclass(order=True)
class Event:
    time: int
    number: int
    kind: Kind = field(compare=False)


class Reversed:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value > other.value


class Failing:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 13 or other.value == 13:
            raise ValueError("thirteen")
        return self.value < other.value


class Shrinking:
    heap = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 99:
            Shrinking.heap.clear()
        return self.value < other.value


def events(n):
    heap = []
    total = 0
    for i in range(n):
        heapq.heappush(heap, Event(i * 7919 % 1009, i, Kind.START))
        if i % 3 == 2:
            event = heapq.heappop(heap)
            total = (total * 31 + event.number) % 1000003
            heapq.heappush(heap, Event(event.time + 5, i, Kind.END))
        if i % 5 == 4:
            total += heapq.heapreplace(heap, Event(event.time + 9, i, Kind.END)).time
            total += heapq.heappushpop(heap, Event(event.time, i, Kind.END)).number
    while heap:
        total = (total * 31 + heapq.heappop(heap).number) % 1000003
    return total


def of_all_kinds(n):
    total = 0
    for i in range(n):
        heap = []
        make = (int, Reversed, float)[i % 3]
        for j in range(6):
            heapq.heappush(heap, make(j * 5 % 7))
        while heap:
            item = heapq.heappop(heap)
            total = total * 3 % 1000 + int(getattr(item, "value", item))
    return total


def failing(n):
    caught = 0
    for i in range(n):
        heap = []
        try:
            for j in range(i, i + 6):
                heapq.heappush(heap, Failing(j % 20))
            for j in range(8):
                caught += heapq.heappop(heap).value
        except (ValueError, IndexError) as error:
            caught += len(str(error)) + len(heap)
    return caught


def shrinking(n):
    texts = set()
    for i in range(n):
        Shrinking.heap[:] = [Shrinking(j) for j in range(5)]
        try:
            for j in range(95, 101):
                heapq.heappush(Shrinking.heap, Shrinking(j))
        except RuntimeError as error:
            texts.add(str(error))
        try:
            while True:
                heapq.heappop(Shrinking.heap)
        except IndexError as error:
            texts.add(str(error))
    return sorted(texts)


class Heap(list):
    def append(self, item):
        raise KeyError("not called")


def of_classes(n):
    heaps = [[], Heap()]
    for i in range(n):
        heapq.heappush(heaps[i % 50 == 0], Reversed(i))
    return [heapq.heappop(heap).value for heap in heaps]


def of_no_list(n):
    texts = []
    for i in range(n):
        heap = [Reversed(i)] if i % 100 else (Reversed(1),)
        try:
            heapq.heappush(heap, Reversed(i + 1))
            heapq.heappop(heap)
        except TypeError as error:
            texts.append(str(error))
    return len(texts), texts[:1]


for size in (7, 200, 900):
    print(events(size), of_all_kinds(size), failing(size), shrinking(size // 5), of_classes(size), of_no_list(size))
