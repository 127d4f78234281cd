"""Random programs that bind and declare a few names in nested functions, classes and comprehensions; many are SyntaxErrors."""
from writer import Writer

PRELUDE = '''
def show(n, x):
    print(n, x if isinstance(x, (int, str)) else len(x) if isinstance(x, (list, dict)) else type(x).__name__)
def call(f):
    try:
        r = f() if callable(f) else f
        print(sorted((k, v if isinstance(v, int) else type(v).__name__) for k, v in r.items()) if isinstance(r, dict) else type(r).__name__)
    except (NameError, TypeError, AttributeError) as e: print(type(e).__name__, e)
a, b, c = "A", "B", "C"
'''
DEEPEST = 4


class Scopes(Writer):
    def name(self):
        return self.choose("a", "a", "b", "c", "d", "__p") if self.chance(0.98) else "__class__"

    def use(self):
        n = self.name
        return self.choose(
            n, n, n,
            lambda: f"[{n()} for {n()} in (1, 2)]",
            lambda: f"[{n()} for {n()} in [{n()}] for {n()} in (3, {n()})]",
            lambda: f"[[{n()} for {n()} in (1,)] for {n()} in (2,)]",
            lambda: f"[lambda: {n()} for {n()} in (1, 2)][0]()",
            lambda: f"[({n()} := {n()}) for i in (1,)]",
            lambda: f"{{{n()}: 1 for {n()} in 'x'}}",
            lambda: f"list({n()} for {n()} in (7,) if {n()})",
            lambda: f"(lambda {n()}=5: {n()})()",
            lambda: f"(lambda: {n()})()",
            lambda: f"({n()} := 8)",
            lambda: f"f'{{{n()}}}'",
        )

    def body(self, depth, kind):
        for _ in range(self.random.randrange(1, 6)):
            self.statement(depth, kind)

    def statement(self, depth, kind):
        number, name = self.number(), self.name()
        choice = self.random.randrange(19)
        if choice < 5:
            self.emit(depth, f"show({number}, {self.use()})")
        elif choice < 8:
            self.emit(depth, f"{name} = {number}")
        elif choice == 8:
            self.emit(depth, f"global {name}")
        elif choice == 9 and kind != "module":
            self.emit(depth, f"nonlocal {name}")
        elif choice == 10:
            self.emit(depth, f"del {name}")
        elif choice == 11:
            self.emit(depth, f"for {name} in (1,): pass")
        elif choice == 12:
            self.emit(depth, f"try: raise ValueError({number})")
            self.emit(depth, f"except ValueError as {name}: pass")
        elif choice == 13:
            self.emit(depth, f"{name}: int{f' = {number}' if self.chance(0.5) else ''}")
        elif choice == 14:
            self.emit(depth, f"try: show({number}, {self.use()})")
            self.emit(depth, "except NameError as e: print(type(e).__name__, e)")
        elif choice < 17 and depth < DEEPEST:
            self.function(depth)
        elif depth < DEEPEST:
            self.emit(depth, f"class {self.choose('K', '_L', 'b')}:")
            self.body(depth + 1, "class")
        else:
            self.emit(depth, f"show({number}, {self.use()})")

    def function(self, depth):
        name = self.choose("f", "g", "f", "a")
        self.emit(depth, f"def {name}({self.choose('', 'a=0', 'b=1', 'a=1, *b', 'c=2, **d', '*, d=3')}):")
        self.body(depth + 1, "function")
        if self.chance(0.3):
            self.emit(depth + 1, "return locals()")
        self.emit(depth, f"call({name})")


def program(seed):
    writer = Scopes(seed, PRELUDE)
    writer.emit(0, "try:")
    writer.body(1, "module")
    writer.body(1, "module")
    writer.emit(0, "except NameError as e: print(e)")
    return writer.text()
