import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "./number-attributes.js";
import { defineSourceModule } from "./source-module.js";
import { createWaiting, WAITING_SOURCE } from "./waiting.js";

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
    c_int(signalnum)
    raise KeyboardInterrupt

def checked(signalnum):
    if not isinstance(signalnum, int):
        signalnum = whole(signalnum)
    if not 1 <= signalnum <= 64:
        raise ValueError('signal number out of range')
    return int(signalnum)

class State:
    handlers = {}
    wakeup = -1
    blocked = set()
    # Noted while they were blocked.
    waiting = set()
    # How often handlers were called.
    calls = 0

class itimer_error(OSError):
    __module__ = 'signal'

def getsignal(signalnum):
    signalnum = checked(signalnum)
    if signalnum in State.handlers:
        return State.handlers[signalnum]
    return shown_int_handler() if signalnum == 2 else 1 if signalnum in (13, 25) else 0

def signal(signalnum, handler):
    if not is_main():
        raise ValueError('signal only works in main thread of the main interpreter')
    signalnum = checked(signalnum)
    if not callable(handler) and handler != 0 and handler != 1:
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if signalnum in (9, 19, 32, 33):
        raise OSError(22, 'Invalid argument')
    before = getsignal(signalnum)
    if callable(handler):
        hear(signalnum)
    else:
        handler = int(handler)
        if signalnum == 2:
            # From now on an interrupt is not simply raised.
            handle_interrupts()
        if signalnum not in State.blocked:
            dispose(signalnum, handler)
    State.handlers[signalnum] = handler
    return before

# From now on its coming is noted.
def hear(signalnum):
    if signalnum != 2 or getsignal(2) == 0:
        dispose(signalnum, 2)
    handle_interrupts()

def raise_signal(signalnum):
    signalnum = checked(signalnum)
    handler = getsignal(signalnum)
    if signalnum in State.blocked:
        State.waiting.add(signalnum)
    elif callable(handler):
        deliver([signalnum])
    elif handler == 0:
        send(signalnum)

# Some have come.
def interrupted():
    deliver(noted())

def deliver(signals):
    for signalnum in signals:
        if signalnum in State.blocked:
            State.waiting.add(signalnum)
            continue
        if State.wakeup >= 0:
            try:
                __import__('posix').write(State.wakeup, bytes((signalnum,)))
            except OSError:
                pass
        handler = getsignal(signalnum)
        if callable(handler):
            State.calls += 1
            handler(signalnum, frame())

def set_wakeup_fd(fd, warn_on_full_buffer):
    if not is_main():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    if fd is None:
        raise TypeError("'NoneType' object cannot be interpreted as an integer")
    if fd >= 0:
        posix = __import__('posix')
        posix.fstat(fd)
        if posix.get_blocking(fd):
            raise ValueError(f'the fd {fd} must be in non-blocking mode')
    before, State.wakeup = State.wakeup, fd
    return before

def siginterrupt(signalnum, flag):
    checked(signalnum)

def strsignal(signalnum):
    return name_of(checked(signalnum))

def valid_signals():
    return {*range(1, 65)} - {32, 33}

# The beginning of a function is a safepoint: handlers of what has been noted run.
def handle_now():
    pass

def alarm(seconds):
    if not isinstance(seconds, int):
        seconds = whole(seconds)
    left, interval = set_timer(0, float(seconds), 0.0)
    handle_now()
    return int(left) + (left > int(left))

def setitimer(which, seconds, interval):
    for value in (seconds, interval):
        if value is not None and not isinstance(value, (int, float)):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    try:
        if seconds < 0 or (interval or 0) < 0:
            raise OSError(22, 'Invalid argument')
        before = set_timer(which, float(seconds), float(interval or 0))
    except OSError as error:
        raise itimer_error(error.errno, error.strerror) from None
    handle_now()
    return before

def getitimer(which):
    which = c_int(which)
    try:
        return timer(which)
    except OSError as error:
        raise itimer_error(error.errno, error.strerror) from None

def pause():
    calls = State.calls
    while State.calls == calls:
        pause_for([], clock() + 3600000)

def members(sigset):
    found = set()
    for signalnum in sigset:
        if not isinstance(signalnum, int):
            raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
        if not 1 <= signalnum <= 64:
            raise ValueError(f'signal number {signalnum} out of range [1; 64]')
        found.add(int(signalnum))
    return found

def pthread_sigmask(how, mask):
    if how not in (0, 1, 2):
        members(mask)
        raise OSError(22, 'Invalid argument')
    before = set(State.blocked)
    given = members(mask) - {9, 19}
    wanted = before | given if how == 0 else before - given if how == 1 else given
    for signalnum in wanted - before:
        if not callable(getsignal(signalnum)) and can_note(signalnum):
            handle_interrupts()
    State.blocked = wanted
    for signalnum in sorted(before - wanted):
        handler = getsignal(signalnum)
        if not callable(handler) and can_note(signalnum):
            dispose(signalnum, handler)
        if signalnum in State.waiting:
            State.waiting.discard(signalnum)
            raise_signal(signalnum)
    return before

def sigpending():
    interrupted()
    return set(State.waiting)

def sigwait(sigset):
    wanted = members(sigset)
    while True:
        interrupted()
        found = wanted & State.waiting
        if found:
            signalnum = min(found)
            State.waiting.discard(signalnum)
            return signalnum
        pause_for([], clock() + 3600000)

def pthread_kill(thread_id, signalnum):
    signalnum = int(signalnum)
    if not 0 <= signalnum <= 64:
        raise OSError(22, 'Invalid argument')
    if signalnum:
        raise_signal(signalnum)
`;

/** What `strsignal` says. */
const TEXTS = [
  "Hangup",
  "Interrupt",
  "Quit",
  "Illegal instruction",
  "Trace/breakpoint trap",
  "Aborted",
  "Bus error",
  "Floating point exception",
  "Killed",
  "User defined signal 1",
  "Segmentation fault",
  "User defined signal 2",
  "Broken pipe",
  "Alarm clock",
  "Terminated",
  "Stack fault",
  "Child exited",
  "Continued",
  "Stopped (signal)",
  "Stopped",
  "Stopped (tty input)",
  "Stopped (tty output)",
  "Urgent I/O condition",
  "CPU time limit exceeded",
  "File size limit exceeded",
  "Virtual timer expired",
  "Profiling timer expired",
  "Window changed",
  "I/O possible",
  "Power failure",
  "Bad system call",
];
const FIRST_REAL_TIME = 34;
const INTERRUPT = 2;
const DISPOSITIONS = ["default", "ignored", "noted"] as const;

/** The text of a signal; undefined: it has none. */
function textOf(signal: number): string | undefined {
  return signal >= FIRST_REAL_TIME ? `Real-time signal ${signal - FIRST_REAL_TIME}` : TEXTS[signal - 1];
}

/** The module `_signal`. Handlers are called at the next safepoint of the main thread. */
export function defineSignal(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument, numberArgument } = library;
  const { platform, floats } = realm;
  const { natives, calling } = createWaiting(library);
  const pair = (values: readonly number[]): Word => realm.tuple(values.map(realm.float));

  /** Has the system do with a signal what the program wants. */
  function dispose(args: number): Word {
    const [signal, disposition] = [numberArgument(args, 0), DISPOSITIONS[numberArgument(args, 1)]];
    if (platform.signals?.dispose(signal, disposition) === true) {
      // What Node.js does for signals that nobody listens to is not always what the system does: it ignores SIGPIPE.
      if (disposition !== "noted") platform.systemCalls?.()?.setAction(signal, disposition === "ignored");
      return realm.none;
    }
    // The interrupt comes in another way.
    if (signal === INTERRUPT && disposition !== "default") return realm.none;
    return realm.notImplemented(`handlers of signal ${signal} here`);
  }

  const surrogate = defineSourceModule(builtins, {
    name: "_signal",
    source: source + WAITING_SOURCE,
    natives: [
      ...natives,
      { name: "is_main", parameters: "()", run: () => realm.bool(realm.threads.running === realm.threads.main) },
      {
        name: "frame",
        parameters: "()",
        leaf: false,
        run() {
          const frame = realm.frameAbove(0);
          if (frame !== 0 || !realm.pendingIs("ValueError")) return frame;
          // No code of the program runs: it waits for the user's next line.
          realm.clearPending();
          return realm.none;
        },
      },
      {
        name: "handle_interrupts",
        parameters: "()",
        leaf: false,
        run() {
          if (realm.interrupts.isHandled()) return realm.none;
          // Interrupts that came before were taken in another way.
          platform.signals?.take();
          realm.interrupts.handle(() => realm.call(surrogate("interrupted")) !== NULL);
          return realm.none;
        },
      },
      {
        // Those that the host does not know are not masked.
        name: "can_note",
        parameters: "(signalnum, /)",
        run: (args) => realm.bool(platform.signals?.dispose(numberArgument(args, 0), "noted") === true),
      },
      { name: "dispose", parameters: "(signalnum, disposition, /)", run: dispose },
      {
        name: "noted",
        parameters: "()",
        run: () => realm.list((platform.signals?.take() ?? [INTERRUPT]).map(realm.int)),
      },
      calling("send", "(signalnum, /)", (system, args) => {
        system.signalProcess(platform.system?.process ?? 0, numberArgument(args, 0));
        return realm.none;
      }),
      {
        name: "name_of",
        parameters: "(signalnum, /)",
        run(args) {
          const text = textOf(numberArgument(args, 0));
          return text === undefined ? realm.none : realm.str(text);
        },
      },
      calling("set_timer", "(which, seconds, interval, /)", (system, args) => {
        const [time, interval] = [1, 2].map((index) => floats.value(argument(args, index)));
        const before = system.setTimer(numberArgument(args, 0), time, interval);
        // The timer that is replaced may have sent its signal just now: its handler runs before the program goes on.
        if (before[0] > 0) platform.signals?.settle();
        return pair(before);
      }),
      calling("timer", "(which, /)", (system, args) => pair(system.timer(numberArgument(args, 0)))),
      {
        name: "shown_int_handler",
        parameters: "()",
        run: () => realm.getAttribute(realm.loadedModule("_signal"), realm.intern("default_int_handler")),
      },
    ],
    shows: ["ItimerError=itimer_error"],
    calls: [
      { name: "default_int_handler", parameters: "(signalnum, frame, /)" },
      { name: "getsignal", parameters: "(signalnum, /)" },
      { name: "signal", parameters: "(signalnum, handler, /)" },
      { name: "raise_signal", parameters: "(signalnum, /)" },
      { name: "set_wakeup_fd", parameters: "(fd, /, *, warn_on_full_buffer=True)" },
      { name: "siginterrupt", parameters: "(signalnum, flag, /)" },
      { name: "strsignal", parameters: "(signalnum, /)" },
      { name: "valid_signals", parameters: "()" },
      { name: "alarm", parameters: "(seconds, /)" },
      { name: "setitimer", parameters: "(which, seconds, interval=0.0, /)" },
      { name: "getitimer", parameters: "(which, /)" },
      { name: "pause", parameters: "()" },
      { name: "pthread_sigmask", parameters: "(how, mask, /)" },
      { name: "pthread_kill", parameters: "(thread_id, signalnum, /)" },
      { name: "sigpending", parameters: "()" },
      { name: "sigwait", parameters: "(sigset, /)" },
    ],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
