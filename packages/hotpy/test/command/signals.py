# Signals and their handlers; ends by a signal.
import _thread
import os
import signal
import subprocess
import sys
import threading
import time

log = []


def note(number, frame):
    log.append((signal.Signals(number).name, frame is not None))


def show():
    print(log)
    log.clear()


print(signal.signal(signal.SIGTERM, note), signal.getsignal(signal.SIGTERM) is note)
os.kill(os.getpid(), signal.SIGTERM)
show()
signal.signal(signal.SIGUSR1, note)
signal.raise_signal(signal.SIGUSR1)
show()

# Timers. Sleeping goes on behind a handler.
signal.signal(signal.SIGALRM, note)
print(signal.alarm(0))
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
time.sleep(0.3)
print(time.monotonic() - start > 0.29, len(log) > 2, len(signal.setitimer(signal.ITIMER_REAL, 0)))
log.clear()
signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.pause()
show()


def late(number, frame):
    raise TimeoutError('late')


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    count = 0
    for count in range(10 ** 12):
        count += 1
except TimeoutError as error:
    print(error)

signal.signal(signal.SIGINT, note)
os.kill(os.getpid(), signal.SIGINT)
show()
print(signal.signal(signal.SIGINT, signal.default_int_handler) is note)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print('interrupted')

signal.signal(signal.SIGUSR2, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.getsignal(signal.SIGUSR2))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print(log, signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
show()
for arguments in ((0, note), (65, note), (9, note), (15, 3), (15, 'x')):
    try:
        signal.signal(*arguments)
    except (ValueError, OSError, TypeError) as error:
        print(type(error).__name__, error)
print(signal.strsignal(15), signal.strsignal(64), len(signal.valid_signals()), signal.getsignal(signal.SIGPIPE))

# From another thread; from another process.
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
signal.pause()
show()
program = '''
import signal, sys, time
def end(number, frame):
    print('got', number)
    sys.exit(3)
signal.signal(signal.SIGTERM, end)
print('ready', flush=True)
while True:
    time.sleep(5)
'''
process = subprocess.Popen([sys.executable, '-c', program], stdout=subprocess.PIPE, text=True)
print(process.stdout.readline())
process.terminate()
print(process.stdout.read(), process.wait())

_thread.interrupt_main(signal.SIGTERM)
signal.signal(signal.SIGTERM, lambda number, frame: print("handles", number))
_thread.interrupt_main(signal.SIGTERM)

signal.signal(signal.SIGTERM, signal.SIG_DFL)
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGTERM)
time.sleep(1)
