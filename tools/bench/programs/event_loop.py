"""An event loop: tasks are generators, timers lie in a heap, channels pass messages."""


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        at = len(items) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if items[parent] <= item:
                break
            items[at] = items[parent]
            at = parent
        items[at] = item

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        first, at, size = items[0], 0, len(items)
        while True:
            child = 2 * at + 1
            if child >= size:
                break
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if last <= items[child]:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return first


class Channel:
    def __init__(self):
        self.messages = []
        self.waiting = []


class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.timers = Heap()
        self.count = 0
        self.log = 0

    def spawn(self, task):
        self.ready.append((task, None))

    def run(self):
        while self.ready or self.timers.items:
            if not self.ready:
                self.now, _, task = self.timers.pop()
                self.ready.append((task, self.now))
            ready, self.ready = self.ready, []
            for task, value in ready:
                try:
                    request = task.send(value)
                except StopIteration as stop:
                    self.log = (self.log * 31 + (stop.value or 0)) % 1000003
                    continue
                self.handle(task, *request)

    def handle(self, task, what, *arguments):
        self.count += 1
        if what == "sleep":
            self.timers.push((self.now + arguments[0], self.count, task))
        elif what == "put":
            channel, message = arguments
            if channel.waiting:
                self.ready.append((channel.waiting.pop(0), message))
            else:
                channel.messages.append(message)
            self.ready.append((task, None))
        elif what == "get":
            (channel,) = arguments
            if channel.messages:
                self.ready.append((task, channel.messages.pop(0)))
            else:
                channel.waiting.append(task)


def pause(duration):
    now = yield "sleep", duration
    return now


def producer(channel, number, count):
    for i in range(count):
        yield from pause((number * 7 + i * 3) % 11 + 1)
        yield "put", channel, number * 1000 + i
    yield "put", channel, None
    return number


def consumer(channel, result, producers):
    done = 0
    while done < producers:
        message = yield "get", channel
        if message is None:
            done += 1
        else:
            yield "put", result, message * message % 977
    yield "put", result, None
    return done


def total(result, consumers):
    value, done = 0, 0
    while done < consumers:
        message = yield "get", result
        if message is None:
            done += 1
        else:
            value = (value * 3 + message) % 1000003
    return value


def main():
    loop = Loop()
    result = Channel()
    for _ in range(60):
        channel = Channel()
        for number in range(8):
            loop.spawn(producer(channel, number, 300))
        loop.spawn(consumer(channel, result, 8))
    loop.spawn(total(result, 60))
    loop.run()
    return f"{loop.now} {loop.count} {loop.log}"
