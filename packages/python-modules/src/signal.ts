import { NULL } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "./number-attributes.js";
import { defineSourceModule } from "./source-module.js";

/** Linux's numbers of signals, and what `signal` takes for a handler. */
const NUMBERS: Readonly<Record<string, number>> = {
  SIG_DFL: 0,
  SIG_IGN: 1,
  SIG_BLOCK: 0,
  SIG_UNBLOCK: 1,
  SIG_SETMASK: 2,
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGIOT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPOLL: 29,
  SIGPWR: 30,
  SIGSYS: 31,
  SIGRTMIN: 34,
  SIGRTMAX: 64,
  NSIG: 65,
  ITIMER_REAL: 0,
  ITIMER_VIRTUAL: 1,
  ITIMER_PROF: 2,
};

const source = `
def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt

def checked(signalnum):
    if not 1 <= signalnum <= 64:
        raise ValueError('signal number out of range')

class State:
    handlers = {}
    wakeup = -1

def getsignal(signalnum):
    checked(signalnum)
    if signalnum in State.handlers:
        return State.handlers[signalnum]
    return shown_int_handler() if signalnum == 2 else 1 if signalnum in (13, 25) else 0

def signal(signalnum, handler):
    if not callable(handler) and handler != 0 and handler != 1:
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if not is_main():
        raise ValueError('signal only works in main thread of the main interpreter')
    before = getsignal(signalnum)
    if signalnum == 9 or signalnum == 19:
        raise OSError(22, 'Invalid argument')
    if handler is before or handler == before:
        return before
    # Of all signals the interrupt alone reaches this thread.
    if signalnum != 2 or handler == 0:
        missing()
    State.handlers[2] = handler
    handle_interrupts(handler is not shown_int_handler())
    return before

def raise_signal(signalnum):
    checked(signalnum)
    if signalnum != 2:
        missing()
    interrupted()

def interrupted():
    if State.wakeup >= 0:
        try:
            __import__('posix').write(State.wakeup, bytes((2,)))
        except OSError:
            pass
    handler = getsignal(2)
    if handler != 1:
        handler(2, frame())

def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    if not is_main():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    before, State.wakeup = State.wakeup, fd
    return before

def siginterrupt(signalnum, flag):
    checked(signalnum)

def strsignal(signalnum):
    checked(signalnum)
    return {2: 'Interrupt', 9: 'Killed', 11: 'Segmentation fault', 15: 'Terminated'}.get(signalnum, f'Signal {signalnum}')
`;

/** The module `_signal`: numbers, and the handlers that there are. Others cannot be set yet. */
export function defineSignal(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  const surrogate = defineSourceModule(builtins, {
    name: "_signal",
    source,
    natives: [
      { name: "is_main", parameters: "()", run: () => realm.bool(realm.threads.running === realm.threads.main) },
      { name: "frame", parameters: "()", leaf: false, run: () => realm.frameAbove(0) },
      {
        name: "handle_interrupts",
        parameters: "(is_handled, /)",
        leaf: false,
        run(args) {
          const isHandled = argument(args, 0) === realm.bool(true);
          realm.interrupts.handle(isHandled ? () => realm.call(surrogate("interrupted")) !== NULL : undefined);
          return realm.none;
        },
      },
      { name: "missing", parameters: "()", run: () => realm.notImplemented("handlers of signals") },
      {
        name: "shown_int_handler",
        parameters: "()",
        run: () => realm.getAttribute(realm.loadedModule("_signal"), realm.intern("default_int_handler")),
      },
    ],
    calls: [
      { name: "default_int_handler", parameters: "(signalnum, frame, /)" },
      { name: "getsignal", parameters: "(signalnum, /)" },
      { name: "signal", parameters: "(signalnum, handler, /)" },
      { name: "raise_signal", parameters: "(signalnum, /)" },
      { name: "set_wakeup_fd", parameters: "(fd, /, *, warn_on_full_buffer=True)" },
      { name: "siginterrupt", parameters: "(signalnum, flag, /)" },
      { name: "strsignal", parameters: "(signalnum, /)" },
    ],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
