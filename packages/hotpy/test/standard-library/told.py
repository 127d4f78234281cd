"""Where exceptions are told of: whatever the program has made sys.stderr; and interrupts that a program asks for."""
import _thread
import io
import signal
import sys
import threading

out = io.StringIO()
sys.stderr = out
try:
    1 / 0
except ZeroDivisionError:
    sys.excepthook(*sys.exc_info())
    print(sys._current_exceptions()[threading.get_ident()][1])
threading.Thread(target=lambda: {}["key"]).start()
while threading.active_count() > 1:
    pass
sys.stderr = None
sys.excepthook(ValueError, ValueError("nowhere"), None)
sys.stderr = sys.__stderr__
print([line for line in out.getvalue().splitlines() if not line.startswith("  File")])

for status in ((42,), (1, 2), [3], "text"):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(repr(error.code), error.args)

# The main thread takes an interrupt that it asks for before it goes on.
for _ in range(3):
    try:
        _thread.interrupt_main()
        print("goes on")
    except KeyboardInterrupt:
        print("interrupted")
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
print("end")
