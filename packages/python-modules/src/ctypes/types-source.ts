/// The types of C data and their metaclasses, in Python.

export const typesSource = `
class ArgumentError(Exception):
    __module__ = 'ctypes'

class CDataType(type):
    __module__ = '_ctypes'
    def __mul__(cls, length):
        length = whole(length)
        if length < 0:
            raise ValueError(f'Array length must be >= 0, not {length}')
        key = cls, length
        if key not in ArrayTypes.made:
            import sys
            name = f'{cls.__name__}_Array_{length}'
            module = sys._getframe(0).f_globals.get('__name__')
            ArrayTypes.made[key] = type(Kinds.array)(name, (Kinds.array,), {'_length_': length, '_type_': cls, '__module__': module})
        return ArrayTypes.made[key]
    __rmul__ = __mul__
    def from_address(cls, address, /):
        if not isinstance(address, int):
            raise TypeError('integer expected')
        return at_address(cls, address)
    def from_buffer(cls, source, offset=0, /):
        seen = memoryview(source)
        if seen.readonly:
            raise TypeError('underlying buffer is not writable')
        seen = seen.cast('B') if seen.format != 'B' or seen.ndim != 1 else seen
        check_room(cls, seen, offset)
        self = view(cls, Block(seen), offset, None)
        self.__dict__['_objects'] = source
        return self
    def from_buffer_copy(cls, source, offset=0, /):
        content = bytes(source)
        check_room(cls, content, offset)
        self = fresh(cls)
        bytes_of(self)[:] = content[offset:offset + cls._size_]
        return self
    def in_dll(cls, library, name, /):
        raise ValueError(f'{library._name}: undefined symbol: {name}')
    def from_param(cls, value, /):
        if isinstance(value, cls):
            return value
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError(f'expected {cls.__name__} instance instead of {type(value).__name__}')

class ArrayTypes:
    made = {}

def check_room(kind, content, offset):
    if offset < 0:
        raise ValueError('offset cannot be negative')
    if len(content) - offset < kind._size_:
        raise ValueError(f'Buffer size too small ({len(content)} instead of at least {kind._size_ + offset} bytes)')

class PyCSimpleType(CDataType):
    __module__ = '_ctypes'
    def __init__(cls, name, bases, namespace):
        type.__init__(cls, name, bases, namespace)
        if cls.__base__ is data_type():
            Kinds.simple = cls
            return
        code = getattr(cls, '_type_', None)
        if code is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in Codes.sizes:
            raise AttributeError("class must define a '_type_' attribute which must be\\n"
                "a single character string containing one of 'cbBhHiIlLdfuzZqQPXOv?g'.")
        cls._size_ = cls._align_ = Codes.sizes[code]
        cls._order_ = '<'
        if cls.__base__ is Kinds.simple and code in 'hHiIlLqQfd':
            swapped = type.__new__(type(cls), name, bases, dict(namespace))
            swapped._size_ = swapped._align_ = cls._size_
            swapped._order_ = '>'
            swapped.__ctype_be__ = cls.__ctype_be__ = swapped
            swapped.__ctype_le__ = cls.__ctype_le__ = cls
        elif cls.__base__ is Kinds.simple and code in 'cbB?':
            cls.__ctype_be__ = cls.__ctype_le__ = cls
    def from_param(cls, value, /):
        if isinstance(value, cls):
            return value
        if cls._type_ in 'zZP' and isinstance(value, (Kinds.array, Kinds.pointer, CArgObject, Kinds.function)):
            return value
        if cls._type_ == 'P' and isinstance(value, (bytes, str)):
            kept = fresh(cls)
            text = text_block(value + b'\\0' if isinstance(value, bytes) else wide(value + '\\0'))
            store_word(block_of(kept), 0, address_of_block(text), text)
            return kept
        if cls._type_ == 'P' and isinstance(value, Kinds.simple) and value._type_ in 'zZP':
            return value
        try:
            return cls(value)
        except TypeError:
            if hasattr(value, '_as_parameter_'):
                return cls.from_param(value._as_parameter_)
            if cls._type_ in 'zZP':
                raise TypeError('wrong type') from None
            raise

class _SimpleCData(data_type(), metaclass=PyCSimpleType):
    "XXX to be provided"
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        return fresh(cls)
    def __init__(self, value=None, /):
        if value is not None:
            self.value = value
    @property
    def value(self):
        "current value"
        if self._order_ == '<':
            number = load_number(bytes_of(self), offset_of(self), self._type_)
            if number is not None:
                return number
        return load_simple(self._type_, self._order_, block_of(self), offset_of(self))
    @value.setter
    def value(self, value):
        if self._order_ == '<' and store_number(bytes_of(self), offset_of(self), self._type_, value):
            return
        store_simple(self._type_, self._order_, block_of(self), offset_of(self), value)
    def __bool__(self):
        return any(memoryview(self))
    def __repr__(self):
        if not is_plain(type(self)):
            return object.__repr__(self)
        return f'{type(self).__name__}({self.value!r})'
    def __ctypes_from_outparam__(self):
        return self.value if is_plain(type(self)) else self

class CField:
    __module__ = '_ctypes'
    def __init__(self, name, kind, offset, size, bits=None, start=0):
        self._name, self._kind, self.offset, self._bits, self._start = name, kind, offset, bits, start
        self.size = size if bits is None else bits << 16 | start
    def __get__(self, data, owner=None):
        if data is None:
            return self
        block, offset = block_of(data), offset_of(data) + self.offset
        if self._bits is None:
            return load(self._kind, block, offset, data)
        kind = self._kind
        number = int.from_bytes(block.bytes[offset:offset + kind._size_], 'little' if kind._order_ == '<' else 'big')
        number = number >> self._start & (1 << self._bits) - 1
        if kind._type_ in 'bhilq' and number >> self._bits - 1:
            number -= 1 << self._bits
        return number != 0 if kind._type_ == '?' else number
    def __set__(self, data, value):
        block, offset = block_of(data), offset_of(data) + self.offset
        if self._bits is None:
            return store(self._kind, block, offset, value)
        kind = self._kind
        order = 'little' if kind._order_ == '<' else 'big'
        if isinstance(value, kind):
            value = value.value
        if not isinstance(value, int):
            raise TypeError(f'int expected instead of {type(value).__name__} instance')
        mask = (1 << self._bits) - 1
        number = int.from_bytes(block.bytes[offset:offset + kind._size_], order)
        number = number & ~(mask << self._start) | (value & mask) << self._start
        block.bytes[offset:offset + kind._size_] = number.to_bytes(kind._size_, order)
    def __delete__(self, data):
        raise TypeError("can't delete attribute")
    def __repr__(self):
        if self._bits is None:
            return f'<Field type={self._kind.__name__}, ofs={self.offset}, size={self.size}>'
        return f'<Field type={self._kind.__name__}, ofs={self.offset}:{self._start}, bits={self._bits}>'

class Layout:
    "Where fields come to lie, as GCC has it."
    def __init__(self, size, align, pack):
        self.size, self.offset, self.align, self.pack = size, size, align, pack
        self.open_size, self.open_bits = 0, 0
    def add(self, name, kind, bits):
        size = kind._size_
        is_open = bits is not None and self.open_size > 0
        if is_open and 8 * size <= self.open_size and self.open_bits + bits <= self.open_size:
            start = self.open_bits
            self.open_bits += bits
            return self.field_of_bits(name, kind, bits, start)
        if is_open and 8 * size >= self.open_size and self.open_bits + bits <= 8 * size:
            self.offset += size - self.open_size // 8
            self.size += size - self.open_size // 8
            self.open_size = 8 * size
            start = self.open_bits
            self.open_bits += bits
            return self.field_of_bits(name, kind, bits, start)
        self.open_size, self.open_bits = (0, 0) if bits is None else (8 * size, bits)
        align = min(self.pack, kind._align_) if self.pack else kind._align_
        gap = -self.offset % align
        self.size += gap + size
        self.offset += gap + size
        self.align = max(self.align, align)
        if bits is None:
            return CField(name, kind, self.offset - size, size)
        return self.field_of_bits(name, kind, bits, 0)
    def field_of_bits(self, name, kind, bits, start):
        if kind._order_ == '>':
            start = self.open_size - start - bits
        return CField(name, kind, self.offset - kind._size_, kind._size_, bits, start)

def set_fields(cls, fields, is_union):
    if '_final_' in cls.__dict__:
        raise AttributeError('_fields_ is final')
    base = cls.__base__
    pack = getattr(cls, '_pack_', 0)
    if not isinstance(pack, int) or pack < 0:
        raise ValueError('_pack_ must be a non-negative integer')
    size = base.__dict__.get('_size_', 0) if base.__dict__.get('_fields_') is not None else getattr(base, '_size_', 0)
    align = getattr(base, '_align_', 1) or 1
    layout = Layout(0 if is_union else size, align, pack)
    names = list(getattr(base, '_names_', ()))
    try:
        pairs = list(fields)
    except TypeError:
        raise TypeError('_fields_ must be a sequence of pairs') from None
    for index, pair in enumerate(pairs):
        if not isinstance(pair, tuple) or not 2 <= len(pair) <= 3 or not isinstance(pair[0], str):
            raise TypeError('_fields_ must be a sequence of (name, C type) pairs')
        name, kind, *more = pair
        if not isinstance(kind, CDataType):
            raise TypeError(f'second item in _fields_ tuple (index {index}) must be a C type')
        bits = None
        if more:
            bits = more[0]
            if not issubclass(kind, Kinds.simple) or kind._type_ not in 'bBhHiIlLqQ?':
                raise TypeError(f'bit fields not allowed for type {kind.__name__}')
            if not 0 < bits <= 8 * kind._size_:
                raise ValueError('number of bits invalid for bit field')
        if is_union:
            layout = Layout(0, layout.align, pack)
        type.__setattr__(cls, name, layout.add(name, kind, bits))
        size = max(size, layout.size) if is_union else layout.size
        names.append(name)
    for name in getattr(cls, '_anonymous_', ()):
        if name not in names:
            raise AttributeError(name)
        field = cls.__dict__[name]
        for inner in field._kind._names_:
            found = getattr(field._kind, inner)
            made = CField(inner, found._kind, field.offset + found.offset, found._kind._size_, found._bits, found._start)
            type.__setattr__(cls, inner, made)
    type.__setattr__(cls, '_size_', size + -size % layout.align)
    type.__setattr__(cls, '_align_', layout.align)
    type.__setattr__(cls, '_names_', names)
    type.__setattr__(cls, '_fields_', fields)
    type.__setattr__(cls, '_final_', True)

class PyCStructType(CDataType):
    __module__ = '_ctypes'
    _is_union = False
    def __init__(cls, name, bases, namespace):
        type.__init__(cls, name, bases, namespace)
        if cls.__base__ is data_type():
            setattr(Kinds, 'union' if type(cls)._is_union else 'structure', cls)
            cls._size_, cls._align_, cls._names_ = 0, 1, []
        elif '_fields_' in namespace:
            cls._fields_ = namespace['_fields_']
    def __setattr__(cls, name, value):
        if name == '_fields_':
            set_fields(cls, value, type(cls)._is_union)
        else:
            type.__setattr__(cls, name, value)

class UnionType(PyCStructType):
    __module__ = '_ctypes'
    _is_union = True

def fill_fields(self, args, kwargs):
    names = type(self)._names_
    if len(args) > len(names):
        raise TypeError('too many initializers')
    for name, value in zip(names, args):
        if name in kwargs:
            raise TypeError(f'duplicate values for field {name!r}')
        setattr(self, name, value)
    for name, value in kwargs.items():
        setattr(self, name, value)

class Structure(data_type(), metaclass=PyCStructType):
    "Structure base class"
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        return fresh(cls)
    def __init__(self, *args, **kwargs):
        fill_fields(self, args, kwargs)

class Union(data_type(), metaclass=UnionType):
    "Union base class"
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        return fresh(cls)
    def __init__(self, *args, **kwargs):
        fill_fields(self, args, kwargs)

class PyCArrayType(CDataType):
    __module__ = '_ctypes'
    def __init__(cls, name, bases, namespace):
        type.__init__(cls, name, bases, namespace)
        if cls.__base__ is data_type():
            Kinds.array = cls
            return
        length, kind = getattr(cls, '_length_', None), getattr(cls, '_type_', None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute")
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        if kind is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(kind, CDataType):
            raise TypeError('_type_ must have storage info')
        cls._size_, cls._align_ = length * kind._size_, kind._align_
        if is_plain(kind) and kind._type_ == 'c':
            type.__setattr__(cls, 'value', property(characters, set_characters, None, 'string value'))
            type.__setattr__(cls, 'raw', property(raw_characters, set_raw_characters, None, 'value'))
        elif is_plain(kind) and kind._type_ == 'u':
            type.__setattr__(cls, 'value', property(wide_characters, set_wide_characters, None, 'string value'))
    def from_param(cls, value, /):
        if isinstance(value, (bytes, str)) and is_plain(cls._type_) and cls._type_._type_ in 'cu':
            made = cls()
            made.value = value
            return made
        if isinstance(value, tuple):
            return cls(*value)
        return CDataType.from_param(cls, value)

def raw_characters(self):
    return bytes(memoryview(self))

def set_raw_characters(self, value):
    content = bytes(memoryview(value))
    if len(content) > size_of(self):
        raise ValueError('byte string too long')
    bytes_of(self)[offset_of(self):offset_of(self) + len(content)] = content

def characters(self):
    content = raw_characters(self)
    end = content.find(0)
    return content if end < 0 else content[:end]

def set_characters(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected instead of {type(value).__name__} instance')
    if len(value) > size_of(self):
        raise ValueError('byte string too long')
    set_raw_characters(self, value + b'\\0' if len(value) < size_of(self) else value)

def wide_characters(self):
    text = raw_characters(self).decode('utf-32-le', 'surrogatepass')
    end = text.find('\\0')
    return text if end < 0 else text[:end]

def set_wide_characters(self, value):
    if not isinstance(value, str):
        raise TypeError(f'unicode string expected instead of {type(value).__name__} instance')
    if len(value) > self._length_:
        raise ValueError('string too long')
    set_raw_characters(self, wide(value + '\\0' if len(value) < self._length_ else value))

class Array(data_type(), metaclass=PyCArrayType):
    "Abstract base class for arrays."
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        return fresh(cls)
    def __init__(self, *args):
        for index, value in enumerate(args):
            self[index] = value
    def __len__(self):
        return self._length_
    def __getitem__(self, index, /):
        if type(index) is int:
            if index < 0:
                index += self._length_
            if not 0 <= index < self._length_:
                raise IndexError('invalid index')
            kind = self._type_
            return load(kind, block_of(self), offset_of(self) + index * kind._size_, self)
        if isinstance(index, slice):
            return sliced(self._type_, [self[each] for each in range(*index.indices(self._length_))])
        return load(self._type_, block_of(self), place_of_item(self, index), self)
    def __setitem__(self, index, value, /):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError('Can only assign sequence of same size')
            for at, each in zip(places, value):
                self[at] = each
        else:
            store(self._type_, block_of(self), place_of_item(self, index), value)
    def __delitem__(self, index, /):
        raise TypeError('Array does not support item deletion')
    def __class_getitem__(cls, item, /):
        from types import GenericAlias
        return GenericAlias(cls, item)

def place_of_item(array, index):
    if not hasattr(type(index), '__index__'):
        raise TypeError('indices must be integers')
    index = whole(index)
    if index < 0:
        index += array._length_
    if not 0 <= index < array._length_:
        raise IndexError('invalid index')
    return offset_of(array) + index * array._type_._size_

def sliced(kind, items):
    if is_plain(kind) and kind._type_ == 'c':
        return b''.join(items)
    if is_plain(kind) and kind._type_ == 'u':
        return ''.join(items)
    return items
`;
