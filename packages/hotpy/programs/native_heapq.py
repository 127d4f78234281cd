import heapq, bisect, random
random.seed(5)
class Item:
    def __init__(self, key): self.key = key
    def __lt__(self, other): return self.key < other.key
    def __repr__(self): return f'I{self.key}'
def check(make):
    heap, out = [], []
    for i in range(400):
        heapq.heappush(heap, make(random.randrange(100)))
        if i % 3 == 0: out.append(heapq.heappop(heap))
        if i % 5 == 0: out.append(heapq.heappushpop(heap, make(50)))
        if i % 7 == 0: out.append(heapq.heapreplace(heap, make(i)))
    print(out[:40], heap[:20])
    items = [make(random.randrange(1000)) for _ in range(300)]
    heapq.heapify(items)
    print(items[:30], [heapq.heappop(items) for _ in range(10)], items[:10])
    print(heapq.nlargest(5, items), heapq.nsmallest(5, items))
    most = [make(random.randrange(1000)) for _ in range(50)]
    heapq._heapify_max(most)
    print(most[:10], heapq._heappop_max(most), heapq._heapreplace_max(most, make(3)), most[:10])
check(lambda k: k)
check(lambda k: (k, 'x', k / 3))
check(str)
check(Item)
check(lambda k: (k % 5, Item(k)))
mixed = [5, 2.5, True, 2 ** 70, Item(3), 1]
try: heapq.heapify(mixed)
except TypeError as e: print(e, mixed)
for f in [lambda: heapq.heappush(1, 2), lambda: heapq.heappush(1), lambda: heapq.heappop(()), lambda: heapq.heappop(), lambda: heapq.heappop([]), lambda: heapq.heapify(3), lambda: heapq.heapreplace([], 1)]:
    try: f()
    except Exception as e: print(repr(e))
class Popper:
    def __lt__(self, other):
        heap.clear()
        return True
heap = [Popper() for _ in range(9)]
try: heapq.heappop(heap)
except (RuntimeError, IndexError) as e: print(repr(e), heap)
a = sorted(random.randrange(50) for _ in range(40))
for x in range(-1, 52, 5): print(bisect.bisect(a, x), bisect.bisect_left(a, x), bisect.bisect(tuple(a), x, 3, 20), bisect.bisect_left(a, -x, key=lambda v: -v), end=';')
b = []
for i in range(300): bisect.insort(b, random.random() if i % 2 else random.randrange(3)); bisect.insort_left(b, i % 7)
print(b == sorted(b), len(b), b[:9])
c = []
for i in range(40): bisect.insort(c, Item(random.randrange(9)))
print(c)
bisect.insort(c, Item(4), key=lambda v: v)
for f in [lambda: bisect.bisect([1], 2, -1), lambda: bisect.bisect(3, 4), lambda: bisect.bisect([1], 'a'), lambda: bisect.bisect([1, 2], 2, 0, 5), lambda: bisect.bisect(), lambda: bisect.bisect([1], 1, hi=1.5)]:
    try: print(f())
    except Exception as e: print(repr(e))
def dijkstra(n):
    graph = {i: [((i * 7 + k) % n, k + 1) for k in range(4)] for i in range(n)}
    done, queue = {}, [(0, 0)]
    while queue:
        d, v = heapq.heappop(queue)
        if v in done: continue
        done[v] = d
        for w, c in graph[v]: heapq.heappush(queue, (d + c, w))
    return sum(done.values())
print(dijkstra(2000))
import _stat, stat
print([stat.filemode(m) for m in (0, 0o100644, 0o41777, 0o104755, 0o120777, 0o140600, 0o20666)], stat.S_ISDIR(0o40755), stat.S_IMODE(0o104755))
for f in [lambda: _stat.S_ISDIR('a'), lambda: _stat.S_IMODE(2 ** 40), lambda: _stat.filemode(-1)]:
    try: print(f())
    except Exception as e: print(repr(e))
import queue
q = queue.SimpleQueue()
for i in range(3): q.put(i)
print(q.qsize(), q.get(), q.get_nowait(), q.empty(), q.get(timeout=1), q.empty())
for f in [q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1)]:
    try: print(f())
    except Exception as e: print(repr(e))
