import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { createWaiting } from "../waiting.js";
import { createPlainCall } from "./plain-calls.js";
import { PATH_SOURCE } from "./process-source.js";

/** Linux's numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  LOG_EMERG: 0,
  LOG_ALERT: 1,
  LOG_CRIT: 2,
  LOG_ERR: 3,
  LOG_WARNING: 4,
  LOG_NOTICE: 5,
  LOG_INFO: 6,
  LOG_DEBUG: 7,
  LOG_PID: 1,
  LOG_CONS: 2,
  LOG_ODELAY: 4,
  LOG_NDELAY: 8,
  LOG_NOWAIT: 16,
  LOG_PERROR: 32,
  LOG_KERN: 0,
  LOG_USER: 8,
  LOG_MAIL: 16,
  LOG_DAEMON: 24,
  LOG_AUTH: 32,
  LOG_SYSLOG: 40,
  LOG_LPR: 48,
  LOG_NEWS: 56,
  LOG_UUCP: 64,
  LOG_CRON: 72,
  LOG_AUTHPRIV: 80,
  LOG_LOCAL0: 128,
  LOG_LOCAL1: 136,
  LOG_LOCAL2: 144,
  LOG_LOCAL3: 152,
  LOG_LOCAL4: 160,
  LOG_LOCAL5: 168,
  LOG_LOCAL6: 176,
  LOG_LOCAL7: 184,
};

const source = `${PATH_SOURCE}
class Log:
    is_open = False

def openlog(ident, logoption, facility):
    import sys
    if ident is None:
        argument = sys.argv[0] if getattr(sys, 'argv', None) else ''
        ident = argument[argument.rfind('/') + 1:]
    elif not isinstance(ident, str):
        raise TypeError(f'openlog() argument 1 must be str, not {type(ident).__name__}')
    logoption = c_int(logoption or 0)
    facility = 8 if facility is None else c_int(facility)
    sys.audit('syslog.openlog', ident, logoption, facility)
    open_log(encoded(ident) + b'\\0', logoption, facility)
    Log.is_open = True

def write(priority, message):
    import sys
    sys.audit('syslog.syslog', priority, message)
    if not Log.is_open:
        openlog(None, 0, 8)
    write_log(priority, encoded(message) + b'\\0')

def closelog():
    import sys
    if Log.is_open:
        sys.audit('syslog.closelog')
        call_c('closelog', ())
        Log.is_open = False

def setlogmask(maskpri):
    import sys
    maskpri = c_int(maskpri)
    sys.audit('syslog.setlogmask', maskpri)
    return call_c('setlogmask', (maskpri,))

def LOG_MASK(pri):
    return 1 << c_int(pri)

def LOG_UPTO(pri):
    return (1 << c_int(pri) + 1) - 1

def syslog(arguments):
    if len(arguments) == 1 and isinstance(arguments[0], str):
        priority, message = 6, arguments[0]
    elif len(arguments) == 2 and isinstance(arguments[1], str) and hasattr(type(arguments[0]), '__index__'):
        priority, message = c_int(arguments[0]), arguments[1]
    else:
        raise TypeError('[priority,] message string')
    write(priority, message)
`;

/** The module `syslog`: the system's log. */
export function defineSyslog(builtins: Builtins): void {
  const { realm, argument, numberArgument } = builtins.library;
  const { calling } = createWaiting(builtins.library);
  const { bytes } = realm;
  const contentOf = (args: number, index: number): Uint8Array => {
    const word = realm.valueOf(argument(args, index));
    return bytes.toArray(bytes.data(word), bytes.size(word));
  };
  defineSourceModule(builtins, {
    name: "syslog",
    source,
    natives: [
      createPlainCall(builtins.library),
      calling("open_log", "(name, options, facility, /)", (system, args) => {
        system.plain().openLog(contentOf(args, 0), numberArgument(args, 1), numberArgument(args, 2));
        return realm.none;
      }),
      calling("write_log", "(priority, message, /)", (system, args) => {
        system.plain().log(numberArgument(args, 0), contentOf(args, 1));
        return realm.none;
      }),
    ],
    calls: [
      { name: "openlog", parameters: "(ident=None, logoption=0, facility=8)" },
      { name: "closelog", parameters: "()" },
      { name: "setlogmask", parameters: "(maskpri, /)" },
      { name: "LOG_MASK", parameters: "(pri, /)" },
      { name: "LOG_UPTO", parameters: "(pri, /)" },
      { name: "syslog", parameters: "(*arguments)" },
    ],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
