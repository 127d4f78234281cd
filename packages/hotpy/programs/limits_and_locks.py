# The modules resource and fcntl.
import fcntl
import os
import resource

usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage).__name__, len(usage), usage.ru_utime >= 0, usage.ru_maxrss > 0, usage[0] == usage.ru_utime)
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], resource.getpagesize(), resource.error is OSError)
for arguments in ((99,), ('x',)):
    try:
        resource.getrlimit(*arguments)
    except (ValueError, TypeError) as error:
        print(error)
try:
    resource.getrusage(5)
except ValueError as error:
    print(error)
try:
    resource.setrlimit(resource.RLIMIT_CORE, (2, 1))
except ValueError as error:
    print(error)

read, write = os.pipe()
print(fcntl.fcntl(read, fcntl.F_GETFD), fcntl.fcntl(read, fcntl.F_GETFL) & 3)
fcntl.fcntl(read, fcntl.F_SETFD, 0)
print(fcntl.fcntl(read, fcntl.F_GETFD), os.get_inheritable(read))
for wrong in (999, -1, 'x'):
    try:
        fcntl.fcntl(wrong, fcntl.F_GETFD)
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

path = f'/tmp/locks-{os.getpid()}'
with open(path, 'w+') as first, open(path) as second:
    fcntl.flock(first, fcntl.LOCK_EX)
    try:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(error)
    fcntl.flock(first, fcntl.LOCK_UN)
    fcntl.flock(second, fcntl.LOCK_SH)
    fcntl.flock(second, fcntl.LOCK_UN)
    fcntl.lockf(first, fcntl.LOCK_EX)
    fcntl.lockf(first, fcntl.LOCK_UN, 10, 5)
    try:
        fcntl.lockf(first, 64)
    except ValueError as error:
        print(error)
os.remove(path)
