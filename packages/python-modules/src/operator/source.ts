/** Operators in place. */
export const IN_PLACE: readonly (readonly [string, string])[] = [
  ["iadd", "+="],
  ["isub", "-="],
  ["imul", "*="],
  ["itruediv", "/="],
  ["ifloordiv", "//="],
  ["imod", "%="],
  ["ipow", "**="],
  ["ilshift", "<<="],
  ["irshift", ">>="],
  ["iand", "&="],
  ["ior", "|="],
  ["ixor", "^="],
  ["imatmul", "@="],
];

/** What `_operator` does by calling Python code. */
export const operatorSource = `${IN_PLACE.map(
  ([name, sign]) => `
def ${name}(a, b):
    a ${sign} b
    return a
`,
).join("")}
def abs(a):
    import builtins
    return builtins.abs(a)

def concat(a, b):
    check_sequence(a)
    return a + b

def iconcat(a, b):
    check_sequence(a)
    a += b
    return a

def check_sequence(a):
    if not hasattr(a, '__getitem__') or isinstance(a, dict):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")

def items_of(a):
    try:
        return iter(a)
    except TypeError:
        raise TypeError(f"argument of type '{type(a).__name__}' is not iterable") from None

def countOf(a, b):
    count = 0
    for item in items_of(a):
        if item is b or item == b:
            count += 1
    return count

def indexOf(a, b):
    index = 0
    for item in items_of(a):
        if item is b or item == b:
            return index
        index += 1
    raise ValueError('sequence.index(x): x not in sequence')

def length_hint(obj, default):
    if default is None:
        default = 0
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    try:
        method = type(obj).__length_hint__
    except AttributeError:
        return default
    try:
        hint = method(obj)
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint

def call(obj, args, kwargs):
    return obj(*args, **kwargs)
`;
