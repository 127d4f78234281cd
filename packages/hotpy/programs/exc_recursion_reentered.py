"""Recursion without end in methods that builtin operations call: the error comes out of each of them, again and again."""


class Equal:
    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return 1


class Less:
    def __lt__(self, other):
        return self < other


class Hash:
    def __hash__(self):
        return hash(self)


class Text:
    def __repr__(self):
        return repr(self)


class Length:
    def __len__(self):
        return len(self)


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__)
    finally:
        print("after", label)


for turn in range(3):
    attempt("dict", lambda: {Equal(): 1, Equal(): 2})
    attempt("in", lambda: Equal() in [1, Equal()])
    attempt("index", lambda: [Equal()].index(Equal()))
    attempt("tuples", lambda: (1, Equal()) == (1, Equal()))
    attempt("sorted", lambda: sorted([Less(), Less()]))
    attempt("min", lambda: min(Less(), Less()))
    attempt("hash", lambda: {Hash()})
    attempt("repr", lambda: [Text()])
    attempt("len", lambda: bool(Length()))
    attempt("generator", lambda: [x == x for x in (Equal(), 2)])
    attempt("nested", lambda: attempt("inner", lambda: {Equal(): 1, Equal(): 2}))
print("end")
