"""Shortest ways through a maze (A*) and through a graph (Dijkstra, Floyd and Warshall)."""


def push(heap, item):
    heap.append(item)
    at = len(heap) - 1
    while at and heap[at] < heap[(at - 1) // 2]:
        heap[at], heap[(at - 1) // 2] = heap[(at - 1) // 2], heap[at]
        at = (at - 1) // 2


def pop(heap):
    heap[0], heap[-1] = heap[-1], heap[0]
    item = heap.pop()
    at = 0
    while True:
        least = at
        for child in (2 * at + 1, 2 * at + 2):
            if child < len(heap) and heap[child] < heap[least]:
                least = child
        if least == at:
            return item
        heap[at], heap[least] = heap[least], heap[at]
        at = least


def maze(width, height):
    seed, walls = 7, set()
    for y in range(height):
        for x in range(width):
            seed = (seed * 16807) % 2147483647
            if seed % 10 < 3 and (x, y) not in ((0, 0), (width - 1, height - 1)):
                walls.add((x, y))
    return walls


def a_star(walls, width, height):
    goal = (width - 1, height - 1)
    heap = [(0, 0, (0, 0))]
    best = {(0, 0): 0}
    while heap:
        _, cost, (x, y) = pop(heap)
        if (x, y) == goal:
            return cost, len(best)
        if cost > best[x, y]:
            continue
        for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= nx < width and 0 <= ny < height and (nx, ny) not in walls:
                if cost + 1 < best.get((nx, ny), 1 << 30):
                    best[nx, ny] = cost + 1
                    push(heap, (cost + 1 + abs(goal[0] - nx) + abs(goal[1] - ny), cost + 1, (nx, ny)))
    return None, len(best)


def graph(size):
    edges = {node: {} for node in range(size)}
    seed = 11
    for node in range(size):
        for _ in range(4):
            seed = (seed * 48271) % 2147483647
            edges[node][seed % size] = seed // 1000 % 50 + 1
    return edges


def dijkstra(edges, start):
    distances, heap = {}, [(0, start)]
    while heap:
        distance, node = pop(heap)
        if node in distances:
            continue
        distances[node] = distance
        for other, length in edges[node].items():
            if other not in distances:
                push(heap, (distance + length, other))
    return distances


def floyd_warshall(edges):
    size = len(edges)
    far = float("inf")
    d = [[0 if i == j else edges[i].get(j, far) for j in range(size)] for i in range(size)]
    for k in range(size):
        through = d[k]
        for row in d:
            first = row[k]
            for j in range(size):
                if first + through[j] < row[j]:
                    row[j] = first + through[j]
    return d


def main():
    found = [a_star(maze(width, 200), width, 200) for width in (170, 180, 190)]
    edges = graph(210)
    all_pairs = floyd_warshall(edges)
    for start in range(0, 210, 3):
        for node, distance in dijkstra(edges, start).items():
            if all_pairs[start][node] != distance:
                raise AssertionError((start, node))
    return f"{found} {sum(x for row in all_pairs for x in row if x < 1e9)}"
