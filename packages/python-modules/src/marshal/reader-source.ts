/**
 * Reads CPython's format, all versions. Containers that are not complete wait on a stack of their own, as they may lie deeper in one another than calls
 * may.
 */
export const readerSource = `
class Memory:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, size):
        end = self.at + size
        if end > len(self.data):
            raise EOFError('EOF read where object expected' if size == 1 else 'marshal data too short')
        part = self.data[self.at:end]
        self.at = end
        return part

class File:
    def __init__(self, file):
        data = file.read(0)
        if not isinstance(data, bytes):
            raise TypeError(f'file.read() returned not bytes but {type_name(data)}')
        self.file = file

    def take(self, size):
        part = bytearray(size)
        count = self.file.readinto(memoryview(part))
        if count != size:
            count = whole(count)
            if count > size:
                raise ValueError(f'read() returned too much data: {size} bytes requested, {count} returned')
            raise EOFError('EOF read where object expected' if size == 1 else 'EOF read where not expected')
        return bytes(part)

# What ends a dict.
class Nothing:
    pass

# One that waits for its parts.
class Container:
    def __init__(self, kind, count, value, place=None):
        self.kind = kind
        # Items to come; of a dict it is not known.
        self.count = count
        self.value = value
        self.at = 0
        self.place = place
        self.key = Nothing

    # Takes a part. Whether it was the last.
    def add(self, item):
        kind = self.kind
        if kind == '{':
            if item is Nothing:
                return True
            if self.key is Nothing:
                self.key = item
            else:
                self.value[self.key] = item
                self.key = Nothing
            return False
        if item is Nothing:
            raise TypeError(f'NULL object in marshal data for {Format.CONTAINERS[kind]}')
        if kind == '(' or kind == ')':
            fill(self.value, self.at, item)
        elif kind == '[':
            self.value.append(item)
        else:
            self.value.add(item)
        self.at += 1
        return self.at == self.count

class Reader:
    def __init__(self, source):
        self.take = source.take
        self.references = []

    def number(self, size=4):
        return int.from_bytes(self.take(size), 'little', signed=True)

    def sized(self, what):
        size = self.number()
        if size < 0:
            raise ValueError(f'bad marshal data ({what} size out of range)')
        return self.take(size) if size else b''

    def byte_sized(self):
        size = self.take(1)[0]
        return self.take(size) if size else b''

    def whole(self):
        stack = []
        while True:
            if len(stack) > Format.DEEPEST:
                raise ValueError('recursion limit exceeded')
            try:
                code = self.take(1)[0]
            except Exception:
                raise EOFError('EOF read where object expected') from None
            kind = chr(code & 0x7f)
            if kind in Format.CONTAINERS or kind == '{':
                container = self.begin(kind, code & Format.FLAG)
                if container.count:
                    stack.append(container)
                    continue
                value = container.value
            elif kind == '0':
                value = Nothing
            elif kind == 'r':
                value = self.reference()
            else:
                value = self.simple(kind)
                if code & Format.FLAG and kind not in 'NTF.S':
                    self.references.append(value)
            while stack:
                container = stack[-1]
                if not container.add(value):
                    break
                stack.pop()
                value = container.value
                if container.kind == '>':
                    value = frozenset(value)
                    if container.place is not None:
                        self.references[container.place] = value
            else:
                if value is Nothing:
                    raise TypeError('NULL object in marshal data for object')
                return value

    def reference(self):
        place = self.number()
        if not 0 <= place < len(self.references) or self.references[place] is Nothing:
            raise ValueError('bad marshal data (invalid reference)')
        return self.references[place]

    def begin(self, kind, flag):
        if kind == '{':
            container = Container(kind, -1, {})
        else:
            count = self.take(1)[0] if kind == ')' else self.number()
            if count < 0:
                raise ValueError(f'bad marshal data ({Format.CONTAINERS[kind]} size out of range)')
            value = new_tuple(count) if kind in '()' else [] if kind == '[' else set()
            if kind == '>' and count == 0:
                value = frozenset()
            container = Container(kind, count, value)
        if flag:
            # A frozenset is made of its items: nothing can refer to it before.
            container.place = len(self.references)
            self.references.append(Nothing if kind == '>' and container.count else container.value)
        return container

    def text(self, kind):
        if kind in 'ut':
            return self.sized('string').decode('utf-8', 'surrogatepass')
        return (self.byte_sized() if kind in 'zZ' else self.sized('string')).decode('latin-1')

    def simple(self, kind):
        match kind:
            case 'N':
                return None
            case 'T':
                return True
            case 'F':
                return False
            case '.':
                return Ellipsis
            case 'S':
                return StopIteration
            case 'i':
                return self.number()
            case 'I':
                return self.number(8)
            case 'l':
                return self.digits()
            case 'f':
                return float(self.byte_sized())
            case 'g':
                return double_of(self.take(8))
            case 'x':
                real = float(self.byte_sized())
                return complex(real, float(self.byte_sized()))
            case 'y':
                real = double_of(self.take(8))
                return complex(real, double_of(self.take(8)))
            case 's':
                return self.sized('bytes object')
            case 'u' | 'a' | 'z':
                return self.text(kind)
            case 't' | 'A' | 'Z':
                return interned(self.text(kind))
            case 'c':
                filename = self.text(chr(self.take(1)[0] & 0x7f))
                return code_of(self.sized('bytes object'), filename)
        raise ValueError('bad marshal data (unknown type code)')

    def digits(self):
        count = self.number()
        if count == -0x80000000:
            raise ValueError('bad marshal data (long size out of range)')
        total = 0
        digit = 1
        for index in range(abs(count)):
            digit = self.number(2)
            if not 0 <= digit < 0x8000:
                raise ValueError('bad marshal data (digit out of range in long)')
            total |= digit << (15 * index)
        if digit == 0:
            raise ValueError('bad marshal data (unnormalized long data)')
        return -total if count < 0 else total

def loads(data):
    import sys
    sys.audit('marshal.loads', data)
    return Reader(Memory(content_of(data))).whole()

def load(file):
    import sys
    sys.audit('marshal.load')
    return Reader(File(file)).whole()
`;
