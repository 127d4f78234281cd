def f(x):
    match x:
        case {-0-0j: 1 as z}:
            return "zero", z
        case {1j: a, 2j: b}:
            return a, b
        case {-1j: a}:
            return "minus", a
        case {1 + 2j: a, 1 - 2j: b, **rest}:
            return a, b, rest
    return None


for each in ({0: 1}, {1j: 1, 2j: 2}, {-1j: 3}, {1 + 2j: 4, 1 - 2j: 5, "k": 6}, {3: 4}):
    print(f(each))
for source in ("{1j: a, 1j: b}", "{1 + 2j: a, 1.0 + 2j: b}", "{0: a, 0j: b}", "{-1j: a, -1j: b}", "{1: a, 1 + 0j: b}", "{-1 - 1j: a, -1 - 1j: b}"):
    try:
        compile(f"match x:\n  case {source}: pass", "<s>", "exec")
    except SyntaxError as error:
        print(error.msg)
