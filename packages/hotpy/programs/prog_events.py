# A simulation with a heap, objects of several classes and callbacks.
class Queue:
    def __init__(self): self.items = []
    def push(self, item):
        a = self.items
        a.append(item)
        i = len(a) - 1
        while i > 0 and a[i] < a[(i - 1) // 2]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2
    def pop(self):
        a = self.items
        top, last = a[0], a.pop()
        if a:
            a[0] = last
            i = 0
            while True:
                c = 2 * i + 1
                if c >= len(a): break
                if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
                if not a[c] < a[i]: break
                a[i], a[c] = a[c], a[i]
                i = c
        return top
    def __len__(self): return len(self.items)
class Task:
    kind = "task"
    def __init__(self, name, period): self.name, self.period, self.runs = name, period, 0
    def run(self, now, queue):
        self.runs += 1
        if self.runs < 20: queue.push((now + self.delay(), self.name))
    def delay(self): return self.period
class Jittery(Task):
    kind = "jittery"
    def delay(self): return super().delay() + self.runs % 3
class Slow(Task):
    kind = "slow"
    def delay(self): return self.period * 1.5
tasks = {t.name: t for t in [Task("a", 3), Jittery("b", 5), Slow("c", 4), Task("d", 7), Jittery("e", 2)]}
q = Queue()
for i, name in enumerate(tasks): q.push((i, name))
trace = []
while q:
    now, name = q.pop()
    tasks[name].run(now, q)
    trace.append((now, name))
print(len(trace), trace[:12], trace[-5:], [(t.kind, t.runs) for t in tasks.values()], all(trace[i] <= trace[i + 1] for i in range(len(trace) - 1)))
def dijkstra(graph, start):
    distances, queue = {start: 0}, Queue()
    queue.push((0, start))
    while len(queue):
        d, u = queue.pop()
        if d > distances[u]: continue
        for v, w in graph[u]:
            if v not in distances or d + w < distances[v]:
                distances[v] = d + w
                queue.push((d + w, v))
    return distances
graph = {i: [((i * 7 + 1) % 80, i % 9 + 1), ((i * 3 + 2) % 80, i % 5 + 2), ((i + 1) % 80, 4)] for i in range(80)}
d = dijkstra(graph, 0)
print(len(d), d[79], max(d.values()), sum(d.values()))
