import type { Builtins } from "@hotpy/python-builtins";
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

def getsignal(signalnum):
    checked(signalnum)
    return shown_int_handler() if signalnum == 2 else 1 if signalnum in (13, 25) else 0

def signal(signalnum, handler):
    before = getsignal(signalnum)
    if handler != before:
        missing()
    return before

def strsignal(signalnum):
    checked(signalnum)
    return {2: 'Interrupt', 9: 'Killed', 11: 'Segmentation fault', 15: 'Terminated'}.get(signalnum, f'Signal {signalnum}')
`;

/** The module `_signal`: numbers, and the handlers that there are. Others cannot be set yet. */
export function defineSignal(builtins: Builtins): void {
  const { realm } = builtins.library;
  defineSourceModule(builtins, {
    name: "_signal",
    source,
    natives: [
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
      { name: "strsignal", parameters: "(signalnum, /)" },
    ],
    attributes: () => Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, realm.int(value)])),
  });
}
