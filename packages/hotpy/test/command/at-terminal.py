"""Runs a command at a terminal. Standard input: a JSON list of pairs, the text to wait for and what is typed then."""
import json
import os
import pty
import select
import sys
import time

LONGEST = 30

steps = json.load(sys.stdin)
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[1], sys.argv[1:])

shown = b''


def read_more():
    """False: nothing comes any more."""
    global shown
    if not select.select([terminal], [], [], LONGEST)[0]:
        return False
    try:
        part = os.read(terminal, 65536)
    except OSError:
        return False
    shown += part
    return bool(part)


seen = 0
for expected, typed in steps:
    expected = expected.encode()
    while shown.find(expected, seen) < 0 and read_more():
        pass
    if shown.find(expected, seen) < 0:
        sys.exit(f'{expected} has not come: {shown[seen:]}')
    seen = shown.find(expected, seen) + len(expected)
    # What edits lines shows its prompt before it is ready.
    time.sleep(0.05)
    os.write(terminal, typed.encode())
while read_more():
    pass
status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
json.dump({'shown': shown.decode(), 'status': status}, sys.stdout)
