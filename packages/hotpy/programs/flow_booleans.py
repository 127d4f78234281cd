# and, or, not, conditional expressions: values, order and short cuts.
def say(x):
    print(x, end=" ")
    return x
for a in (0, 1):
    for b in (0, 2):
        for c in (0, 3):
            print("->", say(a) and say(b) or say(c), (say(a) or say(b)) and say(c), not (say(a) and not say(b)))
print([] or {} or "" or 0 or None, 1 and [] and 2, None and 1 / 0, 1 or 1 / 0)
print("yes" if say(1) else say("no"), "yes" if say(0) else say("no"), (1 if 0 else 2) if 1 else 3)
if say(0) or say(1) and not say(0):
    print("taken")
if not (say(1) and say(0)) and (say(0) or say(5)):
    print("taken too")
while say(0) or say(""):
    pass
print(1 < say(2) < say(3) < say(1) < say(9), say(3) > say(2) != say(2))
class Truth:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        print("bool", end=" ")
        return self.value
class Sized:
    def __len__(self):
        print("len", end=" ")
        return 0
print(bool(Truth(True)), not Truth(False), 1 if Sized() else 2, [1 for x in [Truth(True)] if x], bool(Truth(False) and 1))
class Wrong:
    def __bool__(self):
        return 2
try:
    if Wrong(): pass
except TypeError as e:
    print(e)
print(True and "last", "" or "default", 0 == False and "same")
x = None
y = x or "fallback"
print(y, x is None, x is not None, not x is None)
