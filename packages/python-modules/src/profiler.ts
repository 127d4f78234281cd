import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";
import { structSequence } from "./struct-sequence.js";

const FIELDS = ["code", "callcount", "reccallcount", "totaltime", "inlinetime"];

/** The algorithm of CPython's `_lsprof`, told of calls by `sys.setprofile`. */
const source = `${structSequence("_lsprof", "profiler_entry", [...FIELDS, "calls"])}
${structSequence("_lsprof", "profiler_subentry", FIELDS)}
class Call:
    "A call that has not returned."
    __slots__ = ('entry', 'start', 'inner', 'outer')

class Entry:
    "What is known of a function, or of a function as it is called by another."
    __slots__ = ('code', 'total', 'inline', 'count', 'recursive', 'depth', 'calls')
    def __init__(self, code):
        self.code = code
        self.total = self.inline = 0
        self.count = self.recursive = self.depth = 0
        self.calls = {}
    def enter(self):
        self.depth += 1
    def leave(self, total, inline):
        self.depth -= 1
        if self.depth == 0:
            self.total += total
        else:
            self.recursive += 1
        self.inline += inline
        self.count += 1

def label(function):
    "Of a builtin function, as programs see it in reports."
    name, owner = function.__name__, getattr(function, '__self__', None)
    if isinstance(owner, module_type()):
        return f'<built-in method {owner.__name__}.{name}>'
    if owner is None:
        return f'<built-in method {function.__module__}.{name}>' if hasattr(function, '__module__') else repr(function)
    for cls in type(owner).__mro__:
        if name in cls.__dict__:
            return repr(cls.__dict__[name])
    return f'<built-in method {name}>'

def module_type():
    import sys
    return type(sys)

class Profiler:
    '''Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)

    Builds a profiler object using the specified timer function.
    The default timer is a fast built-in one based on real time.
    For custom timer functions returning integers, timeunit can
    be a float specifying a scale (i.e. how long each integer unit
    is, in seconds).
'''
    __module__ = '_lsprof'
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        if isinstance(timeunit, str):
            raise TypeError('must be real number, not str')
        timeunit, subcalls, builtins = float(timeunit), bool(c_int(subcalls)), bool(c_int(builtins))
        self.__timer = now if timer is None else timer
        self.__unit = timeunit if timer is not None and timeunit else 1.0
        self.__subcalls = subcalls
        self.__builtins = builtins
        self.__entries = {}
        self.__labels = {}
        self.__current = None
        self.__enabled = False

    def __begin(self, key, code):
        entry = self.__entries.get(key)
        if entry is None:
            entry = self.__entries[key] = Entry(code)
        call = Call()
        call.entry, call.inner, call.outer = entry, 0, self.__current
        self.__current = call
        entry.enter()
        if self.__subcalls and call.outer is not None:
            calls = call.outer.entry.calls
            if key not in calls:
                calls[key] = Entry(entry)
            calls[key].enter()
        call.start = self.__timer()
        return call

    def __end(self, key):
        call = self.__current
        if call is None:
            return
        total = self.__timer() - call.start
        self.__current = outer = call.outer
        entry = self.__entries.get(key)
        if entry is None:
            return
        inline = total - call.inner
        if outer is not None:
            outer.inner += total
        entry.leave(total, inline)
        if self.__subcalls and outer is not None and key in outer.entry.calls:
            outer.entry.calls[key].leave(total, inline)

    def __key(self, function):
        owner = getattr(function, '__self__', None)
        key = type(owner), getattr(owner, '__name__', None) if isinstance(owner, module_type()) else None, function.__name__
        if key not in self.__labels:
            self.__labels[key] = label(function)
        return key

    def __told(self, frame, event, argument):
        if event == 'call':
            self.__begin(frame.f_code, frame.f_code)
        elif event == 'return':
            self.__end(frame.f_code)
        elif self.__builtins:
            key = self.__key(argument)
            if event == 'c_call':
                self.__begin(key, self.__labels[key])
            else:
                self.__end(key)

    def enable(self, subcalls=None, builtins=None):
        '''enable(subcalls=True, builtins=True)

Start collecting profiling information.
If 'subcalls' is True, also records for each function
statistics separated according to its current caller.
If 'builtins' is True, records the time spent in
built-in functions separately from their caller.
'''
        import sys
        if subcalls is not None:
            self.__subcalls = bool(subcalls)
        if builtins is not None:
            self.__builtins = bool(builtins)
        self.__enabled = True
        sys.setprofile(self.__told)

    def disable(self):
        '''disable()

Stop collecting profiling information.
'''
        import sys
        sys.setprofile(None)
        if self.__enabled and self.__builtins:
            # Programs see this call too, as one of a builtin method.
            self.__begin('disable', "<method 'disable' of '_lsprof.Profiler' objects>")
        self.__enabled = False
        keys = {id(entry): key for key, entry in self.__entries.items()}
        while self.__current is not None:
            self.__end(keys.get(id(self.__current.entry)))

    def clear(self):
        '''clear()

Clear all profiling information collected so far.
'''
        self.__entries = {}
        self.__current = None

    def getstats(self):
        '''list of profiler_entry objects.

getstats() -> list of profiler_entry objects
'''
        unit = self.__unit
        def row(entry):
            return entry.count, entry.recursive, entry.total * unit, entry.inline * unit
        result = []
        for entry in self.__entries.values():
            calls = [profiler_subentry((sub.code.code, *row(sub))) for sub in entry.calls.values() if sub.count]
            if entry.count:
                result.append(profiler_entry((entry.code, *row(entry), calls or None)))
        return result
`;

/** The module `_lsprof`, on which `cProfile` stands. */
export function defineProfiler(builtins: Builtins): void {
  const { realm } = builtins.library;
  defineSourceModule(builtins, {
    name: "_lsprof",
    source,
    natives: [{ name: "now", parameters: "()", run: () => realm.float(Number(realm.platform.monotonic()) / 1e9) }],
    shows: ["Profiler", "profiler_entry", "profiler_subentry"],
    final: ["profiler_entry", "profiler_subentry"],
    doc: "Fast profiler",
  });
}
