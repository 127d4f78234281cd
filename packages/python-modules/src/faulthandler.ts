import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const source = `
class State:
    enabled = False
    timer = None
    handlers = {}

def descriptor_of(file):
    import sys
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError('sys.stderr is None')
    if isinstance(file, int):
        if file < 0:
            raise ValueError('file is not a valid file descripter')
        return file
    descriptor = file.fileno()
    if not isinstance(descriptor, int) or descriptor < 0:
        raise RuntimeError('file.fileno() is not a valid file descriptor')
    try:
        file.flush()
    except Exception:
        pass
    return descriptor

def write_stack(descriptor, title, frame):
    import os
    lines = [title + ' (most recent call first):']
    while frame is not None:
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}')
        if len(lines) > 100:
            lines.append('  ...')
            break
        frame = frame.f_back
    os.write(descriptor, ('\\n'.join(lines) + '\\n').encode('ascii', 'backslashreplace'))

def write_stacks(descriptor, frame, all_threads):
    import _thread, os, sys
    if not all_threads:
        return write_stack(descriptor, 'Stack', frame)
    current = _thread.get_ident()
    for thread, other in getattr(sys, '_current_frames', dict)().items():
        if thread != current:
            write_stack(descriptor, f'Thread 0x{thread:016x}', other)
            os.write(descriptor, b'\\n')
    write_stack(descriptor, f'Current thread 0x{current:016x}', frame)

def dump_traceback(file, all_threads):
    import sys
    write_stacks(descriptor_of(file), sys._getframe(), all_threads is None or all_threads)

def enable(file, all_threads):
    descriptor_of(file)
    State.enabled = True

def disable():
    before = State.enabled
    State.enabled = False
    return before

def is_enabled():
    return State.enabled

def dump_traceback_later(timeout, repeat, file, exit):
    import threading
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    descriptor = descriptor_of(file)
    cancel_dump_traceback_later()
    import datetime, os, sys
    main = threading.get_ident()
    def fire():
        title = f'Timeout ({datetime.timedelta(seconds=timeout)})!\\n'
        os.write(descriptor, title.encode())
        for thread, frame in sys._current_frames().items():
            if thread == main:
                write_stack(descriptor, f'Thread 0x{thread:016x}', frame)
        if exit:
            os._exit(1)
        if repeat:
            start()
    def start():
        State.timer = threading.Timer(timeout, fire)
        State.timer.daemon = True
        State.timer.start()
    start()

def cancel_dump_traceback_later():
    timer, State.timer = State.timer, None
    if timer is not None:
        timer.cancel()

def register(signum, file, all_threads, chain):
    import signal
    descriptor = descriptor_of(file)
    before = signal.getsignal(signum)
    def handle(number, frame):
        write_stacks(descriptor, frame, all_threads is None or all_threads)
        if chain and callable(before):
            before(number, frame)
    signal.signal(signum, handle)
    State.handlers.setdefault(signum, before)

def unregister(signum):
    import signal
    if signum not in State.handlers:
        return False
    signal.signal(signum, State.handlers.pop(signum))
    return True
`;

/**
 * The module `faulthandler`. Nothing that HotPy runs ends by a signal of the processor, so `enable` only remembers that it was called; the rest does what its
 * names say.
 */
export function defineFaultHandler(builtins: Builtins): void {
  defineSourceModule(builtins, {
    name: "faulthandler",
    source,
    calls: [
      { name: "enable", parameters: "(file=None, all_threads=True)" },
      { name: "disable", parameters: "()" },
      { name: "is_enabled", parameters: "()" },
      { name: "dump_traceback", parameters: "(file=None, all_threads=True)" },
      { name: "dump_traceback_later", parameters: "(timeout, repeat=False, file=None, exit=False)" },
      { name: "cancel_dump_traceback_later", parameters: "()" },
      { name: "register", parameters: "(signum, file=None, all_threads=True, chain=False)" },
      { name: "unregister", parameters: "(signum, /)" },
    ],
  });
}
