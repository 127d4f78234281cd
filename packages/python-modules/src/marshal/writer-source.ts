/**
 * Writes CPython's format, of the version that is asked for. Containers wait on a stack of their own, as they may lie deeper in one another than calls
 * may. CPython writes an object that it meets again as a reference unless its count of references says that there is one; here all are remembered that
 * are larger than a reference.
 */
export const writerSource = `
class Format:
    DEEPEST = 2000
    FLAG = 0x80
    CONTAINERS = {'(': 'tuple', ')': 'tuple', '[': 'list', '<': 'set', '>': 'set'}

# There are no more items.
class End:
    pass

def digits_of(value):
    parts = []
    rest = abs(value)
    while rest:
        parts.append((rest & 0x7fff).to_bytes(2, 'little'))
        rest >>= 15
    count = -len(parts) if value < 0 else len(parts)
    return count.to_bytes(4, 'little', signed=True) + b''.join(parts)

def sized(data):
    if len(data) > 0x7fffffff:
        raise ValueError('unmarshallable object')
    return len(data).to_bytes(4, 'little') + data

def size_of(items):
    return len(items).to_bytes(4, 'little')

def buffer_of(value):
    try:
        view = memoryview(value)
    except (TypeError, BufferError):
        view = None
    if view is None or not view.c_contiguous:
        raise ValueError('unmarshallable object')
    return bytes(view)

def number_text(value):
    text = ('%.17g' % value).encode()
    return bytes([len(text)]) + text

def pairs_of(value, add):
    for key, item in value.items():
        yield key
        yield item
    add(b'0')

class Writer:
    def __init__(self, version):
        self.version = version
        self.parts = []
        # Places of objects by their ids, and the objects, so that ids stay theirs.
        self.places = {}
        self.kept = []

    def whole(self, value):
        stack = []
        rest = iter((value,))
        while True:
            value = next(rest, End)
            if value is End:
                if not stack:
                    return b''.join(self.parts)
                rest = stack.pop()
                continue
            if len(stack) >= Format.DEEPEST:
                raise ValueError('object too deeply nested to marshal')
            inner = self.write(value)
            if inner is not None:
                stack.append(rest)
                rest = inner

    # Adds what has no parts; for a container, what is to be written next.
    def write(self, value):
        kind = type(value)
        add = self.parts.append
        if value is None:
            add(b'N')
        elif value is True:
            add(b'T')
        elif value is False:
            add(b'F')
        elif value is Ellipsis:
            add(b'.')
        elif value is StopIteration:
            add(b'S')
        elif kind is int and -0x80000000 <= value <= 0x7fffffff:
            add(b'i' + value.to_bytes(4, 'little', signed=True))
        else:
            flag = 0
            if self.version >= 3:
                place = self.places.get(id(value))
                if place is not None:
                    add(b'r' + place.to_bytes(4, 'little'))
                    return None
                self.places[id(value)] = len(self.kept)
                self.kept.append(value)
                flag = Format.FLAG
            return self.write_new(value, kind, flag)

    def write_new(self, value, kind, flag):
        add = self.parts.append
        mark = lambda letter: bytes([ord(letter) | flag])
        version = self.version
        if kind is int:
            add(mark('l') + digits_of(value))
        elif kind is float:
            add(mark('g') + bytes_of_double(value) if version > 1 else mark('f') + number_text(value))
        elif kind is complex:
            real, imag = value.real, value.imag
            add(mark('y') + bytes_of_double(real) + bytes_of_double(imag) if version > 1 else
                mark('x') + number_text(real) + number_text(imag))
        elif kind is bytes:
            add(mark('s') + sized(value))
        elif kind is str:
            interned = version >= 3 and is_interned(value)
            if version >= 4 and value.isascii():
                data = value.encode()
                if len(data) < 256:
                    add(mark('Z' if interned else 'z') + bytes([len(data)]) + data)
                else:
                    add(mark('A' if interned else 'a') + sized(data))
            else:
                add(mark('t' if interned else 'u') + sized(value.encode('utf-8', 'surrogatepass')))
        elif kind is tuple:
            short = version >= 4 and len(value) < 256
            add(mark(')') + bytes([len(value)]) if short else mark('(') + size_of(value))
            return iter(value)
        elif kind is list:
            add(mark('[') + size_of(value))
            return iter(value)
        elif kind is dict:
            add(mark('{'))
            return pairs_of(value, add)
        elif kind is set or kind is frozenset:
            add(mark('<' if kind is set else '>') + size_of(value))
            # In an order that does not depend on hashes, so that what is written is the same each time.
            return iter(sorted(value, key=lambda each: Writer(version).whole(each)))
        elif is_code(value):
            add(mark('c') + b'u' + sized(value.co_filename.encode('utf-8', 'surrogatepass')) + sized(bytes_of_code(value)))
        else:
            add(mark('s') + sized(buffer_of(value)))

def dumps(value, version):
    import sys
    version = 4 if version is None else c_int(version)
    sys.audit('marshal.dumps', value, version)
    return Writer(version).whole(value)

def dump(value, file, version):
    return file.write(dumps(value, version))
`;
