"""cProfile: counts and callers; times are another machine's each time."""
import cProfile
import io
import math
import pstats
import re


def recursive(n):
    return n and recursive(n - 1)


def work():
    items = []
    items.append(1)
    len(items)
    sorted([3, 2], key=lambda x: -x)
    recursive(2)
    "a".join(["b"])
    [x for x in "ab"]
    {}.get(1)
    math.sin(1)
    dict.fromkeys([1])
    try:
        next(iter([]))
    except StopIteration:
        pass


def shown(code):
    return re.sub(" at 0x[0-9a-f]+", "", repr(code)).replace(__file__, "FILE")


def show(profile):
    for entry in sorted(profile.getstats(), key=lambda entry: shown(entry.code)):
        calls = sorted((shown(call.code), call.callcount, call.reccallcount) for call in entry.calls or [])
        print(shown(entry.code), entry.callcount, entry.reccallcount, entry.totaltime >= entry.inlinetime >= 0, calls)


profile = cProfile.Profile()
profile.enable()
work()
profile.disable()
show(profile)
out = io.StringIO()
pstats.Stats(profile, stream=out).sort_stats("name").print_stats("recursive|sin").print_callers("recursive")
print(re.sub(r"\d+\.\d+", "T", out.getvalue()).replace(__file__, "FILE"))
profile.clear()
print(profile.getstats())

profile = cProfile.Profile(lambda: 3, 0.5)
print(profile.runcall(recursive, 2), sum(entry.totaltime for entry in profile.getstats()))
profile = cProfile.Profile(builtins=False, subcalls=False)
profile.runcall(work)
show(profile)
ticks = iter(range(1000))
profile = cProfile.Profile(ticks.__next__, 0.25, builtins=False)
profile.runcall(recursive, 2)
print([(entry.totaltime, entry.inlinetime) for entry in profile.getstats()])
with cProfile.Profile() as profile:
    work()
profile.create_stats()
print(len(profile.stats))
