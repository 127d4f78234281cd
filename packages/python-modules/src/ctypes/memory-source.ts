/// Blocks of memory, their addresses, and the elementary values in them, in Python.

export const memorySource = `
class Kinds:
    "The base types. Functions find them here, since a type's definition needs functions that work with all of them."
    simple = structure = union = array = pointer = function = None

class Block:
    "Bytes that data lie in. They get an address when one is asked for."
    __slots__ = ('bytes', 'address', 'refers', '__weakref__')
    def __init__(self, content):
        self.bytes = content
        self.address = 0
        # What pointers and objects at some offset keep alive.
        self.refers = {}
    def keep(self, offset, thing):
        self.refers[offset] = thing

class Addresses:
    "Which block lies where: numbers like those of a C program, that mean something here alone."
    bases = []
    blocks = None
    next = 0x7f3a5c000010

def address_of_block(block):
    if block.address == 0:
        if Addresses.blocks is None:
            from weakref import WeakValueDictionary
            Addresses.blocks = WeakValueDictionary()
        block.address = Addresses.next
        Addresses.next += len(memoryview(block.bytes)) + 47 & ~15
        Addresses.bases.append(block.address)
        Addresses.blocks[block.address] = block
    return block.address

def block_at(address):
    "The block that an address lies in, and where in it."
    from bisect import bisect_right
    at = bisect_right(Addresses.bases, address) - 1
    block = Addresses.blocks.get(Addresses.bases[at]) if at >= 0 else None
    if block is None or address - block.address > len(memoryview(block.bytes)):
        raise ValueError(f'there is nothing at the address {address:#x}')
    return block, address - block.address

def address_of(data):
    return address_of_block(block_of(data)) + offset_of(data)

def fresh(kind):
    "An object of a type with memory of its own."
    if kind.__base__ is data_type():
        raise TypeError('abstract class')
    if issubclass(kind, (Kinds.structure, Kinds.union)) and '_final_' not in kind.__dict__:
        type.__setattr__(kind, '_final_', True)
    self = data_type().__new__(kind)
    place(self, None, bytearray(kind._size_), 0, kind._size_)
    return self

def block_of(data):
    "The block that data lie in. Data that nothing has asked for theirs have none yet."
    block = known_block(data)
    if block is None:
        content = bytes_of(data)
        block = Block(content)
        place(data, block, content, offset_of(data), size_of(data))
    return block

def at_address(kind, address):
    block, offset = block_at(address)
    return view(kind, block, offset, None)

def view(kind, block, offset, base):
    "An object of a type on memory that is there."
    self = data_type().__new__(kind)
    place(self, block, block.bytes, offset, kind._size_)
    if base is not None:
        self.__dict__['_b_base_'] = base
    return self

def text_block(content):
    "Bytes that a pointer to characters points to, with a zero at the end."
    return Block(bytearray(content))

def wide(text):
    return text.encode('utf-32-le', 'surrogatepass')

def bytes_at(address, size):
    block, offset = block_at(address)
    if size < 0:
        found = bytes(block.bytes[offset:])
        end = found.find(0)
        return found if end < 0 else found[:end]
    return bytes(block.bytes[offset:offset + size])

def text_at(address, size):
    block, offset = block_at(address)
    found = bytes(block.bytes[offset:])
    if size < 0:
        size = 0
        while any(found[4 * size:4 * size + 4]):
            size += 1
    return found[:4 * size].decode('utf-32-le', 'surrogatepass')


class Codes:
    "Of the letters of simple types: size, and how the value lies in memory."
    sizes = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8,
        'f': 4, 'd': 8, 'g': 16, 'P': 8, 'z': 8, 'Z': 8, 'O': 8, 'u': 4}
    formats = {'b': 'b', 'B': 'B', 'h': 'h', 'H': 'H', 'i': 'i', 'I': 'I', 'l': 'q', 'L': 'Q', 'q': 'q', 'Q': 'Q',
        'f': 'f', 'd': 'd', 'g': 'd', 'P': 'Q', 'z': 'Q', 'Z': 'Q', 'O': 'Q', 'u': 'I'}

def word_at(block, offset):
    return int.from_bytes(block.bytes[offset:offset + 8], 'little')

def store_word(block, offset, word, thing):
    block.bytes[offset:offset + 8] = (word & 0xffffffffffffffff).to_bytes(8, 'little')
    if thing is None:
        block.refers.pop(offset, None)
    else:
        block.refers[offset] = thing

def load_simple(code, order, block, offset):
    if code == 'c':
        return bytes(block.bytes[offset:offset + 1])
    if code == '?':
        return block.bytes[offset] != 0
    from _struct import unpack_from
    value, = unpack_from(order + Codes.formats[code], block.bytes, offset)
    if code == 'P':
        return value or None
    if code == 'z':
        return bytes_at(value, -1) if value else None
    if code == 'Z':
        return text_at(value, -1) if value else None
    if code == 'u':
        return chr(value)
    if code == 'O':
        if offset not in block.refers:
            raise ValueError('PyObject is NULL')
        return block.refers[offset][0]
    return value

def store_simple(code, order, block, offset, value):
    from _struct import pack_into
    if code in 'bBhHiIlLqQ':
        if not isinstance(value, int):
            if not hasattr(type(value), '__index__'):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = type(value).__index__(value)
        size = Codes.sizes[code]
        block.bytes[offset:offset + size] = (value & (1 << 8 * size) - 1).to_bytes(size, 'little' if order == '<' else 'big')
    elif code in 'fdg':
        value = real_number(value)
        if code == 'f' and value - value == 0.0:
            try:
                pack_into(order + 'f', block.bytes, offset, value)
            except OverflowError:
                pack_into(order + 'f', block.bytes, offset, float('inf') if value > 0 else float('-inf'))
        else:
            pack_into(order + Codes.formats[code], block.bytes, offset, value)
    elif code == '?':
        block.bytes[offset] = 1 if value else 0
    elif code == 'c':
        if isinstance(value, int) and 0 <= value <= 255:
            block.bytes[offset] = value
        elif isinstance(value, (bytes, bytearray)) and len(value) == 1:
            block.bytes[offset] = value[0]
        else:
            raise TypeError('one character bytes, bytearray or integer expected')
    elif code == 'u':
        if not isinstance(value, str):
            raise TypeError(f'unicode string expected instead of {type(value).__name__} instance')
        if len(value) != 1:
            raise TypeError('one character unicode string expected')
        pack_into(order + 'I', block.bytes, offset, ord(value))
    elif code == 'O':
        store_word(block, offset, id(value), (value,))
    elif value is None:
        store_word(block, offset, 0, None)
    elif isinstance(value, int):
        store_word(block, offset, value, None)
    elif code == 'z':
        if not isinstance(value, bytes):
            raise TypeError(f'bytes or integer address expected instead of {type(value).__name__} instance')
        text = text_block(value + b'\\0')
        store_word(block, offset, address_of_block(text), text)
    elif code == 'Z':
        if not isinstance(value, str):
            raise TypeError(f'unicode string or integer address expected instead of {type(value).__name__} instance')
        text = text_block(wide(value + '\\0'))
        store_word(block, offset, address_of_block(text), text)
    else:
        raise TypeError('cannot be converted to pointer')

def real_number(value):
    if isinstance(value, (int, float)):
        return float(value)
    kind = type(value)
    if hasattr(kind, '__float__'):
        return kind.__float__(value)
    if hasattr(kind, '__index__'):
        return float(kind.__index__(value))
    raise TypeError(f'must be real number, not {kind.__name__}')

def load(kind, block, offset, base):
    "What programs see of data of a type that lie somewhere."
    if kind.__base__ is Kinds.simple:
        if kind._order_ == '<':
            number = load_number(block.bytes, offset, kind._type_)
            if number is not None:
                return number
        return load_simple(kind._type_, kind._order_, block, offset)
    if issubclass(kind, Kinds.array) and is_plain(kind._type_) and kind._type_._type_ in 'cu':
        return view(kind, block, offset, None).value
    return view(kind, block, offset, base)

def store(kind, block, offset, value):
    if kind.__base__ is Kinds.simple and kind._order_ == '<' and store_number(block.bytes, offset, kind._type_, value):
        return
    if isinstance(value, kind):
        size = kind._size_
        block.bytes[offset:offset + size] = bytes_of(value)[offset_of(value):offset_of(value) + size]
        for at, thing in block_of(value).refers.items():
            if 0 <= at - offset_of(value) < size:
                block.keep(at - offset_of(value) + offset, thing)
    elif issubclass(kind, Kinds.simple):
        store_simple(kind._type_, kind._order_, block, offset, value)
    elif issubclass(kind, Kinds.array) and is_plain(kind._type_) and kind._type_._type_ in 'cu':
        into = view(kind, block, offset, None)
        if isinstance(value, (bytes, bytearray) if kind._type_._type_ == 'c' else str):
            if len(value) > kind._length_:
                what = 'bytes' if kind._type_._type_ == 'c' else 'string'
                raise ValueError(f'{what} too long ({len(value)}, maximum length {kind._length_})')
            into.value = value
        else:
            wanted = 'bytes' if kind._type_._type_ == 'c' else 'unicode string'
            raise TypeError(f'{wanted} expected instead of {type(value).__name__} instance')
    elif issubclass(kind, (Kinds.structure, Kinds.union, Kinds.array)) and isinstance(value, tuple):
        try:
            made = kind(*value)
        except Exception as error:
            raise RuntimeError(f'({kind.__name__}) {type(error).__name__}: {error}') from None
        store(kind, block, offset, made)
    elif issubclass(kind, Kinds.pointer) and value is None:
        store_word(block, offset, 0, None)
    elif issubclass(kind, Kinds.pointer) and isinstance(value, Kinds.array) and issubclass(value._type_, kind._type_):
        store_word(block, offset, address_of(value), value)
    elif issubclass(kind, Kinds.function) and value is None:
        store_word(block, offset, 0, None)
    else:
        raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {kind.__name__} instance')

def is_plain(kind):
    "Whether programs see plain values of a type: it is one of the simple ones, and not derived from these."
    return issubclass(kind, Kinds.simple) and kind.__base__ is Kinds.simple
`;
