/// Checks of arguments that the sources of all native modules share, in CPython's words.

export const ARGUMENTS_SOURCE = `
def whole(number):
    "A number that must be given."
    if type(number) is int:
        return number
    method = getattr(type(number), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    result = method(number)
    if not isinstance(result, int):
        raise TypeError(f'__index__ returned non-int (type {type(result).__name__})')
    return result

def c_int(number):
    "A number that fits C's int."
    number = whole(number)
    if not -0x80000000 <= number <= 0x7fffffff:
        raise OverflowError('Python int too large to convert to C int' if abs(number) >= 1 << 63 else
            'signed integer is greater than maximum' if number > 0 else 'signed integer is less than minimum')
    return number

def amount(size):
    "How much to read: a number, or None."
    if size is None or type(size) is int:
        return size
    method = getattr(type(size), '__index__', None)
    if method is None:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return method(size)

def type_name(value):
    "A type's name as argument parsers show it: with the module, unless it is a class of a program."
    kind = type(value)
    return 'None' if value is None else kind.__name__ if kind.__module__ in ('builtins', '__main__') else f'{kind.__module__}.{kind.__name__}'

def content_of(data):
    "The bytes of a bytes-like object."
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        pass
    # CPython has no exception behind this one.
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
`;
