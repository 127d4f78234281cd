"""Rotation of deques: by all distances, with room before the first item and without, bounded and unbounded."""

from collections import deque

for size in range(7):
    for distance in range(-8, 9):
        for bound in (None, 3, 5):
            queue = deque(range(size), maxlen=bound)
            queue.rotate(distance)
            print(list(queue), end=" ")
            queue.appendleft(9)
            queue.rotate(distance)
            print(list(queue), end=" ")
            queue.append(7)
            queue.rotate(1)
            queue.extendleft([1, 2])
            queue.rotate(-2)
            if queue:
                queue.popleft()
            queue.rotate(distance)
            print(queue)

# The game of marbles and the circle of Josephus: many rotations by a little of a long deque.
circle, score = deque([0]), 0
for marble in range(1, 20000):
    if marble % 23 == 0:
        circle.rotate(7)
        score += marble + circle.pop()
        circle.rotate(-1)
    else:
        circle.rotate(-1)
        circle.append(marble)
print(score, len(circle), sum(item * place for place, item in enumerate(circle)) % 1000007)

people = deque(range(1, 5001))
while len(people) > 1:
    people.rotate(-2)
    people.popleft()
print(people)

for distance in ("a", 1.0, None):
    try:
        deque([1, 2, 3]).rotate(distance)
    except TypeError as error:
        print(error)
deque([1]).rotate(True)
