"""Random functions that are called often with arguments of several types, most of whose operations raise sooner or later."""
from writer import Writer

PRELUDE = '''
log = []; items = []; table = {}; n = 0
class E(Exception):
    def __init__(self, a): self.a = a
class Thing:
    def __init__(self): self.a = 1; self.b = "b"
    def method(self): return self.a
thing = Thing()
class Plain(Exception): pass
class Choosy:
    def __init__(self, a): self.a = a
    def __bool__(self):
        if self.a == 3: raise Plain
        return bool(self.a)
    def __neg__(self): return Choosy(not self.a)
    def __invert__(self): return self.a
    def __lt__(self, other): return bool(self) < bool(other)
class Sized:
    def __init__(self, a): self.a = a
    def __len__(self): return self.a
class Items(list): pass
class Named(dict):
    def __init__(self, a): super().__init__(a=a); self.b = a
class Once(type):
    def __call__(cls, a):
        if a == 5: raise ValueError("five")
        return super().__call__(a)
class Single(metaclass=Once):
    def __init__(self, a): self.a = a
class Manager:
    def __init__(self, swallows): self.swallows = swallows
    def __enter__(self): log.append("in"); return self
    def __exit__(self, kind, value, traceback): log.append(("out", kind and kind.__name__)); return self.swallows
def count(n):
    for i in range(n):
        yield i
    return 5
def show(v):
    if isinstance(v, BaseException): return type(v).__name__ + str(v)[:60]
    if isinstance(v, (int, float, str, bool, type(None))): return repr(v)[:60]
    return type(v).__name__ + (str(len(v)) if hasattr(v, "__len__") else "")
def lines(e):
    t, found = e.__traceback__, []
    while t: found.append(t.tb_lineno); t = t.tb_next
    return found
'''
CONSTANTS = (
    "0", "1", "2", "5", "7", "-3", "2**31", "2**62", "1.5", "-0.0", "'ab'", "True", "None", "[1, 2]", "k", "n", "thing.a", "thing.method()",
)
OPERATORS = ("+", "-", "*", "//", "%", "&", "|", "^", "<", "==", "!=", ">=", "in")
ITERABLES = ("range(3)", "range(5)", "[1, 2, 3]", "count(4)", "count(2)", "'abc'")
EXCEPTIONS = ("TypeError", "(ValueError, ZeroDivisionError)", "Exception", "IndexError", "LookupError")
ARGUMENTS = ("k", "k % 3", "k / 2", "str(k)", "k * 2**40")
QUOTED = "'k'"
CALLS = 30
DEEPEST = 3


class HotExceptions(Writer):
    """`loop` and `function` tell whether break and return make sense; `names` are the locals that have been assigned."""

    def __init__(self, seed, prelude):
        super().__init__(seed, prelude)
        self.functions = []

    def expression(self, names, depth=0):
        def e():
            return self.expression(names, depth + 1)

        simple = (lambda: self.choose(*names), lambda: self.choose(*names), lambda: self.choose(*CONSTANTS))
        if depth > 2:
            return self.choose(*simple)
        return self.choose(
            *simple,
            *[lambda: f"({e()} {self.choose(*OPERATORS)} {e()})"] * 5,
            lambda: f"({e()} if {e()} else {e()})",
            lambda: f"(not {e()})",
            lambda: f"len({e()})",
            lambda: f"abs({e()})",
            lambda: f"str({e()})[:20]",
            lambda: f"[{self.expression([*names, 'q'], depth + 1)} for q in range({self.choose('2', '3')})]",
            lambda: f"sum({e()} for _ in range(2))",
            lambda: f"({self.choose(*names)} is {self.choose(*names, 'None')})",
            lambda: f"{self.choose(*names, 'items', 'table')}[{self.choose('0', '1', '-1', QUOTED)}]",
            lambda: f"isinstance({e()}, {self.choose('int', 'str', '(int, float)')})",
            lambda: f"thing.{self.choose('a', 'b', 'method()', 'missing')}",
            lambda: f"({self.choose('-', '~', 'not ', '+')}Choosy({e()}))",
            lambda: f"({self.choose('Choosy', 'Sized', 'Single')}({e()}) {self.choose('and', 'or')} {e()})",
            lambda: f"{self.choose('Items', 'Named', 'Single')}({e()})",
            lambda: f"{self.choose('sorted', 'min', 'max')}([{e()}, {e()}], key=lambda q: {self.expression([*names, 'q'], depth + 1)})",
            lambda: f"next((q for q in {self.choose(*ITERABLES)} if {self.expression([*names, 'q'], depth + 1)}), {e()})",
            lambda: f"(type({e()}) {self.choose('==', '!=')} {self.choose('int', 'str', 'Choosy')})",
            lambda: self.call(e) if self.functions else e(),
        )

    def call(self, argument):
        name, parameters = self.random.choice(self.functions)
        return f"{name}({', '.join(argument() for _ in range(parameters))})"

    def block(self, depth, context):
        for _ in range(self.random.randrange(1, 4)):
            self.statement(depth, context)

    def statement(self, depth, context):
        e = lambda: self.expression(context["names"])
        simple = (self.assign, self.assign, lambda *at: self.emit(depth, f"log.append(show({e()}))"))
        if depth > DEEPEST:
            return self.choose(*(lambda make=make: make(depth, context) for make in simple))
        compound = (self.if_, self.for_, self.try_, self.try_, self.try_, self.with_, self.jump, self.jump, self.change)
        self.choose(*(lambda make=make: make(depth, context) for make in (*simple, *simple, *compound)))

    def assign(self, depth, context):
        name = self.choose("x", "y", "z")
        self.emit(depth, f"{name} {self.choose('=', '=', '+=')} {self.expression(context['names'])}")

    def change(self, depth, context):
        e = self.expression(context["names"])
        self.emit(depth, self.choose(
            f"thing.a = {e}", f"thing.b = {e}", f"items.append({e})", "items[:] = []", f"items[0:1] = [{e}]",
            f"import math; items.append(math.floor({e}))", "from math import pi; items.append(pi)",
            f"items.sort(key=lambda q: {e})", f"table[1] = {e}", f"table['k'] = {e}", f"table[2.0] = {e}", "n += 1",
        ))

    def jump(self, depth, context):
        e = self.expression(context["names"])
        jumps = [
            f"raise {self.choose(f'ValueError(show({e}))', 'KeyError(1)', 'E(2)', 'Plain', 'LookupError')}",
            f"assert {e}, show({e})",
        ]
        if context["function"]:
            jumps.append(f"return {e}")
        if context["loop"]:
            jumps += ["break", "continue"]
        self.emit(depth, self.choose(*jumps))

    def if_(self, depth, context):
        self.emit(depth, f"if {self.expression(context['names'])}:")
        self.block(depth + 1, context)
        self.otherwise(depth, context, 0.5)

    def for_(self, depth, context):
        self.emit(depth, f"for {self.choose('i', 'j')} in {self.choose(*ITERABLES)}:")
        self.block(depth + 1, {**context, "loop": True})
        self.otherwise(depth, context, 0.2)

    def try_(self, depth, context):
        self.emit(depth, "try:")
        self.block(depth + 1, context)
        has_handler = self.chance(0.8)
        if has_handler:
            self.emit(depth, f"except {self.choose(*EXCEPTIONS)} as e:")
            self.emit(depth + 1, "log.append(show(e))")
            self.block(depth + 1, context)
            self.otherwise(depth, context, 0.2)
        if not has_handler or self.chance(0.3):
            self.emit(depth, "finally:")
            self.emit(depth + 1, "log.append('finally')")
            # A jump out of it drops the exception.
            self.block(depth + 1, {**context, **{key: context[key] and self.chance(0.3) for key in ("loop", "function")}})

    def with_(self, depth, context):
        self.emit(depth, f"with Manager({self.choose('True', 'False', 'False')}):")
        self.block(depth + 1, context)

    def function(self):
        name, parameters = f"f{len(self.functions)}", ["a", "b"][: self.random.randrange(1, 3)]
        context = {"loop": False, "function": True, "names": [*parameters, "x", "y", "z", "i", "j"]}
        self.emit(0, f"def {name}({', '.join(parameters)}):")
        self.emit(1, "global n")
        self.emit(1, "x = y = z = i = j = 0")
        self.block(1, context)
        self.block(1, context)
        self.emit(1, f"return {self.expression(context['names'])}")
        self.functions.append((name, len(parameters)))


def program(seed):
    writer = HotExceptions(seed, PRELUDE)
    writer.emit(0, "k = 0")
    for _ in range(3):
        writer.function()
    for name, parameters in writer.functions:
        arguments = ", ".join(writer.choose(*ARGUMENTS) for _ in range(parameters))
        writer.emit(0, f"for k in range({CALLS}):")
        writer.emit(1, "n = k; table.clear(); del items[:]; items.append(k)")
        writer.emit(1, f"try: log.append(show({name}({arguments})))")
        writer.emit(1, "except Exception as e: log.append((show(e), show(e.__context__), lines(e)))")
    writer.emit(0, "for each in log: print(each)")
    return writer.text()
