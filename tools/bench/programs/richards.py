"""Richards: the scheduler of a small operating system, with devices, handlers, workers and packets."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = 0, 1
BUFFER = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, identity, priority, queue, waiting):
        self.scheduler = scheduler
        self.link = scheduler.tasks
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.packet_pending = queue is not None
        self.task_waiting = waiting
        self.task_holding = False
        scheduler.tasks = self
        scheduler.table[identity] = self

    def add_packet(self, packet, old):
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def is_held_or_waiting(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def run_task(self):
        message = None
        if self.task_waiting and self.packet_pending:
            message = self.queue
            self.queue = message.link
            self.packet_pending = self.queue is not None
            self.task_waiting = False
        return self.run(message)

    def wait(self):
        self.task_waiting = True
        return self

    def hold(self):
        self.scheduler.hold_count += 1
        self.task_holding = True
        return self.link

    def release(self, identity):
        task = self.scheduler.table[identity]
        task.task_holding = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.scheduler.table[packet.identity]
        self.scheduler.queue_count += 1
        packet.link = None
        packet.identity = self.identity
        return task.add_packet(packet, self)


class IdleTask(Task):
    def __init__(self, scheduler, identity, priority, queue, waiting):
        super().__init__(scheduler, identity, priority, queue, waiting)
        self.control = 1
        self.count = 10000

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, identity, priority, queue, waiting):
        super().__init__(scheduler, identity, priority, queue, waiting)
        self.destination = HANDLER_A
        self.count = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.identity = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = ord("A") + self.count - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, identity, priority, queue, waiting):
        super().__init__(scheduler, identity, priority, queue, waiting)
        self.work = None
        self.device = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER:
            self.work = work.link
            return self.send(work)
        device = self.device
        if device is None:
            return self.wait()
        self.device = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, identity, priority, queue, waiting):
        super().__init__(scheduler, identity, priority, queue, waiting)
        self.pending = None

    def run(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.hold_count = 0
        self.queue_count = 0

    def run(self):
        task = self.tasks
        while task is not None:
            task = task.link if task.is_held_or_waiting() else task.run_task()


def simulate():
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 0, None, False)
    queue = Packet(None, 0, WORK_PACKET)
    queue = Packet(queue, 0, WORK_PACKET)
    WorkTask(scheduler, WORKER, 1000, queue, True)
    for handler, device in ((HANDLER_A, DEVICE_A), (HANDLER_B, DEVICE_B)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, DEVICE_PACKET)
        HandlerTask(scheduler, handler, 2000 + 1000 * (handler - HANDLER_A), queue, True)
    DeviceTask(scheduler, DEVICE_A, 4000, None, True)
    DeviceTask(scheduler, DEVICE_B, 5000, None, True)
    scheduler.run()
    return scheduler.queue_count, scheduler.hold_count


def main():
    return [simulate() for _ in range(20)][-1]
