# Functions of gc beside collect: what refers to what, callbacks, settings.
import gc

class Node:
    def __init__(self, other=None):
        self.other = other

a = Node()
b = Node(a)
holder = [a, b]
named = {"key": a}
print(any(each is holder for each in gc.get_referrers(a)), any(each is named for each in gc.get_referrers(a)))
print(a in gc.get_referents(holder), "key" in gc.get_referents(named), gc.get_referents(1, "x"), gc.get_referents([1, "x"], (2,)))
print(any(each is b for each in gc.get_objects()))
print([gc.is_tracked(each) for each in (1, "text", 1.5, None, [], a, Node, len, b"")])
print(gc.get_threshold(), len(gc.get_count()), [sorted(each) for each in gc.get_stats()])
gc.set_threshold(800, 12)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
print(gc.garbage, gc.callbacks, gc.get_debug(), gc.DEBUG_LEAK)
phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, info["generation"], sorted(info))))
gc.collect()
gc.collect(0)
print(phases)
gc.callbacks.clear()
print(gc.get_freeze_count())
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count(), gc.isenabled())
for bad in (lambda: gc.get_objects(generation=-2), lambda: gc.get_objects(3), lambda: gc.collect(5), lambda: gc.get_objects("x")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
