/** What arrays do by calling Python code. */
export const arraySource = `
def register(kind):
    "Makes arrays mutable sequences in the eyes of the library, where there is one."
    try:
        __import__('_collections_abc').MutableSequence.register(kind)
    except ImportError:
        pass

def fill(array, iterable, append):
    for item in iterable:
        append(array, item)
    return array

def extend(array, iterable, append):
    for item in iterable:
        append(array, item)

def fromfile(array, f, n):
    if n < 0:
        raise ValueError('negative count')
    wanted = n * array.itemsize
    data = f.read(wanted)
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    array.frombytes(data)
    if len(data) != wanted:
        raise EOFError("read() didn't return enough bytes")

def tofile(array, f):
    data = array.tobytes()
    for start in range(0, len(data), 65536):
        f.write(data[start:start + 65536])

def reduce_ex(array, protocol, machine_format, reconstructor):
    if not isinstance(protocol, int):
        raise TypeError('__reduce_ex__ argument should be an integer')
    attributes = getattr(array, '__dict__', None)
    if protocol < 3:
        return type(array), (array.typecode, array.tolist()), attributes
    return reconstructor, (type(array), array.typecode, machine_format, array.tobytes()), attributes

def reconstruct(cls, typecode, machine_format, items, base):
    if not isinstance(cls, type):
        raise TypeError(f'first argument must be a type object, not {type(cls).__name__}')
    if not issubclass(cls, base):
        raise TypeError(f'{cls.__name__} is not a subtype of array.array')
    if typecode not in 'bBuhHiIlLqQfd':
        raise ValueError('second argument must be a valid type code')
    if not 0 <= machine_format <= 21:
        raise ValueError('third argument must be a valid machine format code.')
    if not isinstance(items, bytes):
        raise TypeError(f'fourth argument should be bytes, not {type(items).__name__}')
    if machine_format == machine_format_of(typecode):
        return cls(typecode, items)
    if machine_format >= 18:
        codec = ('utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be')[machine_format - 18]
        return cls(typecode, items.decode(codec))
    form = 'BbHHhhIIiiQQqqffdd'[machine_format]
    size = (1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 8, 8)[machine_format]
    if len(items) % size:
        raise ValueError('string length not a multiple of item size')
    from _struct import unpack
    order = '>' if machine_format > 1 and machine_format % 2 else '<'
    values = unpack(f'{order}{len(items) // size}{form}', items)
    if machine_format < 14:
        typecode = form
    return cls(typecode, list(values))
`;
