import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { createWaiting } from "../waiting.js";
import { RUSAGE_SOURCE } from "./process-source.js";
import { createStarting } from "./starting.js";

/** Linux's numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_RSS: 5,
  RLIMIT_NPROC: 6,
  RLIMIT_NOFILE: 7,
  RLIMIT_OFILE: 7,
  RLIMIT_MEMLOCK: 8,
  RLIMIT_AS: 9,
  RLIMIT_SIGPENDING: 11,
  RLIMIT_MSGQUEUE: 12,
  RLIMIT_NICE: 13,
  RLIMIT_RTPRIO: 14,
  RLIMIT_RTTIME: 15,
  RLIM_INFINITY: -1,
  RUSAGE_SELF: 0,
  RUSAGE_CHILDREN: -1,
  RUSAGE_THREAD: 1,
};
const PAGE_BYTES = 4096;

const source = `${RUSAGE_SOURCE}
def getrusage(who):
    who = c_int(who)
    if who not in (0, -1, 1):
        raise ValueError('invalid who parameter')
    return struct_rusage(used(who))

def getrlimit(resource):
    return limits(checked(resource))

def setrlimit(resource, pair):
    resource = checked(resource)
    values = tuple(pair)
    if len(values) != 2:
        raise ValueError('expected a tuple of 2 integers')
    soft, hard = values
    for value in values:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    try:
        set_limits(resource, soft, hard)
    except PermissionError:
        raise ValueError('not allowed to raise maximum limit') from None
    except OSError as error:
        if error.errno == 22:
            raise ValueError('current limit exceeds maximum limit') from None
        raise

def checked(resource):
    if not isinstance(resource, int):
        raise TypeError(f"'{type(resource).__name__}' object cannot be interpreted as an integer")
    if not 0 <= resource <= 15:
        raise ValueError('invalid resource specified')
    return resource
`;

/** The module `resource`. */
export function defineResource(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, numberArgument } = library;
  const { calling } = createWaiting(library);
  defineSourceModule(builtins, {
    name: "resource",
    source,
    natives: [
      ...createStarting(library).filter(({ name }) => name === "used"),
      calling("limits", "(resource, /)", (system, args) =>
        realm.tuple(system.limits(numberArgument(args, 0)).map((limit) => realm.int(limit))),
      ),
      calling("set_limits", "(resource, soft, hard, /)", (system, args) => {
        system.setLimits(numberArgument(args, 0), [numberArgument(args, 1), numberArgument(args, 2)]);
        return realm.none;
      }),
    ],
    shows: ["struct_rusage"],
    final: ["struct_rusage"],
    calls: [
      { name: "getrusage", parameters: "(who, /)" },
      { name: "getrlimit", parameters: "(resource, /)" },
      { name: "setrlimit", parameters: "(resource, limits, /)" },
    ],
    functions: [{ name: "getpagesize", parameters: "()", run: () => realm.int(PAGE_BYTES) }],
    attributes: () => ({ ...numberAttributes(realm, NUMBERS), error: realm.type("OSError") }),
  });
}
