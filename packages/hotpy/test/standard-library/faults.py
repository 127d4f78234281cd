"""Stacks as faulthandler writes them."""
import faulthandler
import signal
import sys
import tempfile

print(faulthandler.is_enabled(), faulthandler.disable())
faulthandler.enable()
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled())


def written(file):
    file.seek(0)
    return [line.replace(__file__, 'FILE') for line in file.read().splitlines() if '0x' not in line]


def deep(file, depth):
    if depth > 0:
        return deep(file, depth - 1)
    faulthandler.dump_traceback(file, all_threads=False)


with tempfile.TemporaryFile('w+') as file:
    deep(file, 3)
    print(written(file))
with tempfile.TemporaryFile('w+') as file:
    faulthandler.dump_traceback(file.fileno())
    print(written(file))
with tempfile.TemporaryFile('w+') as file:
    deep(file, 200)
    print(len(written(file)), written(file)[-1])
for bad in -1, object(), 'x':
    try:
        faulthandler.dump_traceback(bad)
    except (ValueError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)
try:
    faulthandler.dump_traceback_later(0)
except ValueError as error:
    print(error)
faulthandler.dump_traceback_later(100)
faulthandler.cancel_dump_traceback_later()
print(faulthandler.unregister(signal.SIGUSR1))
