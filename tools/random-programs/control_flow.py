"""Random programs of statements nested every way, which tell what they do."""
from writer import Writer

PRELUDE = '''
class E(Exception): pass
budget = 0
def t(*x):
    global budget
    budget += 1
    if budget > 300: raise SystemError("budget")
    print("t", *x)
    return x[0] if x else None
class CM:
    def __init__(self, n, s): self.n, self.s = n, s
    def __enter__(self): t("enter", self.n); return self.n
    def __exit__(self, k, v, tb): t("exit", self.n, k and k.__name__); return self.s and k is not None
def gen(n):
    for i in range(n): t("got", (yield i))
    return n
def shorten(x):
    s = str(x)
    return s if len(s) < 300 else len(s)
def run(f, *args):
    global budget
    budget = 0
    try:
        r = f(*args)
        if not isinstance(r, (int, float, str, list, tuple, type(None))):
            g, r = r, []
            for i in range(8):
                try: r.append(g.send(None if i == 0 else i))
                except StopIteration as s: r.append(("stop", s.value)); break
            else: g.close()
        print(f.__name__, "->", shorten(r))
    except CAUGHT as e:
        while e is not None:
            print(f.__name__, "!!", type(e).__name__, shorten(e), type(e.__cause__).__name__, e.__suppress_context__)
            e = e.__context__
'''
NUMBERS = ("0", "1", "-1", "2", "3", "7", "10", "100", "1073741824", "2147483648", "9007199254740992", "4611686018427387904", "2 ** 64")
OTHERS = ("0.0", "-0.0", "1.5", "0.1", "2.0", "1e300", "True", "False", "None", "''", "'ab'", "(1, 2)", "[]", "[3, a]")
ARITHMETIC = ("+", "-", "*", "+", "-", "//", "%", "/", "&", "|", "^", "<< 3 &", ">>")
COMPARISONS = ("<", "<=", "==", "!=", ">", ">=", "in", "not in")
EXCEPTIONS = ("ValueError", "TypeError", "(KeyError, ZeroDivisionError)", "Exception", "E", "NameError")
DEEPEST = 6


class ControlFlow(Writer):
    """`loop`, `handler` and `generator` tell whether break, a bare raise and yield make sense."""

    def __init__(self, seed, prelude):
        super().__init__(seed, prelude)
        self.functions = []

    def variable(self):
        return self.choose("a", "b", "c")

    def expression(self, depth=0):
        def e():
            return self.expression(depth + 1)

        v = self.variable
        simple = (v, v, lambda: self.choose(*NUMBERS), lambda: self.choose(*OTHERS), lambda: f"t({self.random.randrange(100)})")
        if depth > 2:
            return self.choose(*simple)
        return self.choose(
            *simple,
            lambda: f"({e()} {self.choose(*ARITHMETIC)} {e()})",
            lambda: f"({e()} {self.choose(*ARITHMETIC)} {e()})",
            lambda: f"({e()} {self.choose(*COMPARISONS)} {e()})",
            lambda: f"({e()} {self.choose('and', 'or')} {e()})",
            lambda: f"({e()} and {e()} or {e()})",
            lambda: f"(not {e()})",
            lambda: f"({e()} if {e()} else {e()})",
            lambda: f"({e()} < {e()} <= {e()})",
            lambda: f"[x for x in (1, b, c) if {e()}]",
            lambda: f"(lambda q: q + 1)({e()})",
            lambda: f"f'{{{v()}}}:{{{v()}!r:>5}}'",
            lambda: f"({e()}, {e()})[{self.random.randrange(3)}]",
            lambda: f"len(str({e()}))",
            lambda: f"-{v()}",
            lambda: f"({v()} := {e()})",
            lambda: f"{self.choose(*self.functions)}({e()}, {e()})" if self.functions else v(),
        )

    def block(self, depth, context):
        for _ in range(self.random.randrange(1, 4)):
            self.statement(depth, context)

    def statement(self, depth, context):
        e = self.expression
        if depth > DEEPEST:
            return self.emit(depth, f"t({self.number()})")
        v = self.variable()
        simple = self.choose(
            f"{v} = {e()}", f"{v} = {e()}", f"{v} {self.choose('+=', '-=', '*=', '//=', '|=')} {e()}", f"t({e()})",
            f"a, b = {e()}, {e()}", f"a, b, c = b, c, {e()}", f"a, *b = {e()}, {e()}", f"del {v}", f"assert {e()}, {e()}",
            f"{v} = [a, b]; {v}[{e()}] = {e()}", f"t({self.number()}, {v})",
        )
        compound = (self.if_, self.if_, self.for_, self.while_, self.try_, self.try_, self.try_, self.with_, self.function, self.class_)
        choice = self.random.randrange(10)
        if choice < 4:
            self.emit(depth, simple)
        elif choice < 9:
            self.choose(*(lambda make=make: make(depth, context) for make in compound))
        else:
            self.jump(depth, context)

    def jump(self, depth, context):
        e = self.expression
        jumps = [f"raise {self.choose(f'ValueError({e()})', 'E', 'KeyError(1) from None', 'E(a) from TypeError()')}"]
        if self.chance(0.5):
            jumps.append(self.choose(f"return {e()}", "return"))
        if context.get("handler"):
            jumps.append("raise")
        if context.get("loop"):
            jumps += ["break", "continue"]
        if context.get("generator"):
            jumps += [f"yield {e()}", f"{self.variable()} = yield {e()}", f"yield from gen({self.random.randrange(3)})"]
        self.emit(depth, self.choose(*jumps))

    def if_(self, depth, context):
        self.emit(depth, f"if {self.expression()}:")
        self.block(depth + 1, context)
        if self.chance(0.3):
            self.emit(depth, f"elif {self.expression()}:")
            self.block(depth + 1, context)
        self.otherwise(depth, context, 0.5)

    def for_(self, depth, context):
        n = self.random.randrange(4)
        iterable = self.choose(f"range({n})", "(1, a, 2)", f"gen({n})", "[b, c]", "'xy'")
        self.emit(depth, f"for {self.choose('a', f'i{self.number()}')} in {iterable}:")
        self.block(depth + 1, {**context, "loop": True})
        self.otherwise(depth, context, 0.3)

    def while_(self, depth, context):
        w = f"w{self.number()}"
        self.emit(depth, f"{w} = 0")
        self.emit(depth, f"while {self.choose('True', f'{w} < 3', f'{w} < 2 and {self.expression()}')}:")
        self.emit(depth + 1, f"{w} += 1")
        self.emit(depth + 1, f"if {w} > 4: break")
        self.block(depth + 1, {**context, "loop": True})
        self.otherwise(depth, context, 0.3)

    def try_(self, depth, context):
        in_handler = {**context, "handler": True}
        self.emit(depth, "try:")
        self.block(depth + 1, context)
        has_handler = self.chance(0.75)
        if has_handler:
            named = self.chance(0.5)
            self.emit(depth, f"except {self.choose(*EXCEPTIONS)}{' as x' if named else ''}:")
            if named:
                self.emit(depth + 1, "t(type(x).__name__, type(x.__context__).__name__)")
            self.block(depth + 1, in_handler)
            if self.chance(0.3):
                self.emit(depth, "except Exception:")
                self.block(depth + 1, in_handler)
            self.otherwise(depth, context, 0.3)
        if not has_handler or self.chance(0.4):
            self.emit(depth, "finally:")
            self.block(depth + 1, context)

    def with_(self, depth, context):
        target = self.choose(" as a", "", ", CM(0, False) as b")
        self.emit(depth, f"with CM({self.number()}, {self.choose('True', 'False', 'False')}){target}:")
        self.block(depth + 1, context)

    def function(self, depth, context):
        name, v = f"n{self.number()}", self.variable()
        self.emit(depth, f"def {name}(q={self.expression()}):")
        if self.chance(0.5):
            self.emit(depth + 1, f"nonlocal {v}")
            self.emit(depth + 1, f"{v} = {self.choose('q', '0', '[q]')}")
        self.emit(depth + 1, f"return q, {self.variable()}")
        self.emit(depth, f"t({name}({self.expression()}))")

    def class_(self, depth, context):
        name = f"K{self.number()}"
        self.emit(depth, f"class {name}:")
        self.emit(depth + 1, f"z = {self.expression(DEEPEST)}")
        self.emit(depth + 1, f"def m(self): return self.z, {self.variable()}")
        self.emit(depth, f"t({name}().m(), {name}.z)")


def program(seed, catches):
    writer = ControlFlow(seed, PRELUDE.replace("CAUGHT", "BaseException" if catches else "ZeroDivisionError"))
    for number in range(6):
        is_generator = number % 3 == 2
        name = f"{'g' if is_generator else 'f'}{number}"
        writer.emit(0, f"def {name}(a=1, b=2, c=3):")
        if is_generator:
            writer.emit(1, "yield 0")
        for _ in range(writer.random.randrange(3, 8)):
            writer.statement(1, {"generator": is_generator})
        if not is_generator:
            writer.functions.append(name)
        for arguments in ("", ", 0, -1, 2.5", ", 's', [1], None", ", 2**40, 3, True"):
            writer.emit(0, f"run({name}{arguments})")
    return writer.text()
