/** Heaps of items whose order Python code says. */
export const heapSource = `
def changed():
    raise RuntimeError('list changed size during iteration')

def siftdown(heap, start, pos):
    size = len(heap)
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        less = item < heap[parent]
        if len(heap) != size:
            changed()
        if not less:
            break
        heap[parent], heap[pos] = heap[pos], heap[parent]
        pos = parent

def siftdown_max(heap, start, pos):
    size = len(heap)
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        less = heap[parent] < item
        if len(heap) != size:
            changed()
        if not less:
            break
        heap[parent], heap[pos] = heap[pos], heap[parent]
        pos = parent

def siftup(heap, pos, is_max):
    start = pos
    size = len(heap)
    child = 2 * pos + 1
    while child < size:
        right = child + 1
        if right < size:
            less = heap[right] < heap[child] if is_max else heap[child] < heap[right]
            if len(heap) != size:
                changed()
            if not less:
                child = right
        heap[child], heap[pos] = heap[pos], heap[child]
        pos = child
        child = 2 * pos + 1
    if is_max:
        siftdown_max(heap, start, pos)
    else:
        siftdown(heap, start, pos)

def heappush(heap, item):
    heap.append(item)
    siftdown(heap, 0, len(heap) - 1)

def heappop(heap, is_max):
    last = heap.pop()
    if not heap:
        return last
    return heapreplace(heap, last, is_max)

def heapreplace(heap, item, is_max):
    result = heap[0]
    heap[0] = item
    siftup(heap, 0, is_max)
    return result

def heappop_least(heap):
    return heappop(heap, False)

def heapreplace_least(heap, item):
    return heapreplace(heap, item, False)

def heappushpop(heap, item):
    if not heap:
        return item
    less = heap[0] < item
    if not heap:
        raise IndexError('index out of range')
    return heapreplace(heap, item, False) if less else item

def heapify(heap, last, is_max):
    for i in range(last, -1, -1):
        siftup(heap, i, is_max)
`;
