import type { Difference } from "../odd-arguments/compare.js";

/// When a call of a native module has not had the same kind of outcome as in CPython: an exception of the same class, or a result.

interface Deviation {
  readonly reason: string;
  /** Of the receiver and the call, and of CPython's outcome; those given must match. */
  readonly call?: RegExp;
  readonly cpython?: RegExp;
}

const KNOWN: readonly Deviation[] = [
  {
    reason: "methods of classes that are written in Python look at `self` only where they use it",
    cpython: /descriptor '\w+' (requires a|for|of) '|takes exactly one argument \(the instance/,
  },
  {
    reason: "classes that are written in Python do in __init__ what CPython's do in __new__, or the other way round",
    call: /__new__\(|__init__\(|\.__setstate__\(/,
  },
  {
    reason: "of several faults in one call another is found first",
    cpython:
      /closed|detached|uninitialized|UnsupportedOperation|NotImplementedError|cannot be interpreted as an integer/,
    call: /_io\.|mmap|Raw|socket/,
  },
  {
    reason: "one method serves a call by name and `*` of classes that refine the type, and says what the operator says",
    call: /__r?mul__\(/,
  },
  { reason: "some iterators cannot be pickled", call: /(itertools\.|iter\(|reversed\().*__reduce__/ },
  { reason: "paths are no bytearrays", call: /^None posix\./, cpython: /^'NoneType|No such file|fd is (less|greater)/ },
  {
    reason: "of several faults in one call another is found first",
    cpython: /of length 0|argument '?\w+'? must be str or None|returned non-int/,
  },

  { reason: "picklers look at what they are to call when they call it", call: /_pickle.*\bpersistent_/ },
  { reason: "exit of a context takes any arguments in CPython", call: /localcontext\(\).*__exit__/ },
  {
    reason: "subscripts that fit no index are refused before or after the type is looked at",
    cpython: /index-sized|item deletion/,
  },
  { reason: "digests with a key are made by the library's hmac.py", call: /_hashlib\.hmac/ },
  {
    reason: "whether a number fits C's int is asked before or after the other arguments are looked at",
    cpython: /too large to convert to C|Value too large/,
  },
  { reason: "attributes that a text has in memory can be set", call: /StringIO.*'(newlines|encoding|errors)'/ },
  { reason: "proxies have all special methods, whatever they stand for", call: /_weakref\.proxy/ },
  { reason: "generic aliases have special methods of their own", call: /^(list\[int\]|types\.GenericAlias)/ },
];

const EXCEPTION =
  /^['"](?:\w+ of )?((?:\w+\.)*\w*(?:Error|Exception|Iteration|Exit|Interrupt|Operation|Empty|error))\b/;

const kindOf = (outcome: string): string => EXCEPTION.exec(outcome)?.[1] ?? "a result";

/** Whether a call has had another kind of outcome, for no reason that is known. */
export function isOfAnotherKind(difference: Difference): boolean {
  const { receiver, call, cpython, hotpy } = difference;
  if (cpython.startsWith("receiver") || kindOf(cpython) === kindOf(hotpy)) return false;
  const matches = (pattern: RegExp | undefined, subject: string): boolean => pattern?.test(subject) ?? true;
  return !KNOWN.some((each) => matches(each.call, `${receiver} ${call}`) && matches(each.cpython, cpython));
}
