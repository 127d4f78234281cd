/// Pointers, function pointers and what works with addresses, in Python.

export const pointersSource = `
class PyCPointerType(CDataType):
    __module__ = '_ctypes'
    def __init__(cls, name, bases, namespace):
        type.__init__(cls, name, bases, namespace)
        cls._size_ = cls._align_ = 8
        if cls.__base__ is data_type():
            Kinds.pointer = cls
        kind = namespace.get('_type_')
        if kind is not None and not isinstance(kind, CDataType):
            raise TypeError('_type_ must have storage info')
    def set_type(cls, kind, /):
        cls._type_ = kind
    def from_param(cls, value, /):
        if value is None:
            return cls()
        if isinstance(value, cls._type_):
            return cls(value)
        if isinstance(value, CArgObject) and isinstance(value._obj, cls._type_):
            return value
        if isinstance(value, (Kinds.array, Kinds.pointer)) and issubclass(value._type_, cls._type_):
            return value
        return CDataType.from_param(cls, value)

class _Pointer(data_type(), metaclass=PyCPointerType):
    "XXX to be provided"
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        if getattr(cls, '_type_', None) is None:
            raise TypeError('Cannot create instance: has no _type_')
        return fresh(cls)
    def __init__(self, target=None, /):
        if target is not None:
            self.contents = target
    @property
    def contents(self):
        "the object this pointer points to (read-write)"
        address = word_at(block_of(self), offset_of(self))
        if address == 0:
            raise ValueError('NULL pointer access')
        block, offset = block_at(address)
        return view(self._type_, block, offset, block_of(self).refers.get(offset_of(self)))
    @contents.setter
    def contents(self, target):
        if not isinstance(target, self._type_):
            raise TypeError(f'expected {self._type_.__name__} instead of {type(target).__name__}')
        store_word(block_of(self), offset_of(self), address_of(target), target)
    def __getitem__(self, index, /):
        if isinstance(index, slice):
            step = 1 if index.step is None else index.step
            if index.stop is None:
                raise ValueError('slice stop is required')
            if index.start is None and step < 0:
                raise ValueError('slice start is required for step < 0')
            return sliced(self._type_, [self[at] for at in range(index.start or 0, index.stop, step)])
        block, offset = target_of_item(self, index)
        return load(self._type_, block, offset, self)
    def __setitem__(self, index, value, /):
        block, offset = target_of_item(self, index)
        store(self._type_, block, offset, value)
    def __bool__(self):
        return word_at(block_of(self), offset_of(self)) != 0

def target_of_item(pointer, index):
    if not hasattr(type(index), '__index__'):
        raise TypeError('Pointer indices must be integer')
    address = word_at(block_of(pointer), offset_of(pointer))
    if address == 0:
        raise ValueError('NULL pointer access')
    block, offset = block_at(address)
    return block, offset + whole(index) * pointer._type_._size_

class PointerTypes:
    made = {}

def POINTER(kind):
    if kind in PointerTypes.made:
        return PointerTypes.made[kind]
    if isinstance(kind, str):
        made = type(Kinds.pointer)('LP_' + kind, (Kinds.pointer,), {})
        PointerTypes.made[id(made)] = made
        return made
    if not isinstance(kind, type):
        raise TypeError('must have a ctypes type')
    made = type(Kinds.pointer)('LP_' + kind.__name__, (Kinds.pointer,), {'_type_': kind})
    PointerTypes.made[kind] = made
    return made

def pointer(target):
    return POINTER(type(target))(target)

class CArgObject:
    __module__ = '_ctypes'
    def __init__(self, target, offset):
        self._obj, self._offset = target, offset
    def __repr__(self):
        return f"<cparam 'P' ({address_of(self._obj) + self._offset:#x})>"

def byref(target, offset):
    if not isinstance(target, data_type()):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{type(target).__name__}'")
    return CArgObject(target, 0 if offset is None else whole(offset))

def sizeof(thing):
    if isinstance(thing, CDataType):
        return thing._size_
    if isinstance(thing, data_type()):
        return size_of(thing)
    raise TypeError('this type has no size')

def alignment(thing):
    kind = thing if isinstance(thing, CDataType) else type(thing)
    if not isinstance(kind, CDataType):
        raise TypeError('no alignment info')
    return kind._align_

def addressof(thing):
    if not isinstance(thing, data_type()):
        raise TypeError('invalid type')
    return address_of(thing)

def resize(thing, size):
    if not isinstance(thing, data_type()):
        raise TypeError('excepted ctypes instance')
    if size < type(thing)._size_:
        raise ValueError(f'minimum size is {type(thing)._size_}')
    block, content = block_of(thing), bytearray(size)
    content[:min(size, size_of(thing))] = bytes(memoryview(thing))[:size]
    block.bytes = content
    place(thing, block, content, 0, size)

def pointed(value):
    "The address that a C function would be given."
    if value is None:
        return 0
    if isinstance(value, int):
        return value
    if isinstance(value, (bytes, str)):
        return address_of_block(text_block(value + b'\\0' if isinstance(value, bytes) else wide(value + '\\0')))
    if isinstance(value, CArgObject):
        return address_of(value._obj) + value._offset
    if isinstance(value, (Kinds.pointer, Kinds.function)) or isinstance(value, Kinds.simple) and value._type_ in 'zZPO':
        return word_at(block_of(value), offset_of(value))
    if isinstance(value, data_type()):
        return address_of(value)
    raise ArgumentError(f'argument 1: <class \\'TypeError\\'>: wrong type')

def do_memmove(target, source, count):
    if isinstance(source, (bytes, str)):
        content = source if isinstance(source, bytes) else wide(source)
        content = (content + b'\\0')[:count]
    else:
        content = bytes_at(pointed(source), count)
    block, offset = block_at(pointed(target))
    block.bytes[offset:offset + count] = content
    return pointed(target)

def do_memset(target, byte, count):
    block, offset = block_at(pointed(target))
    block.bytes[offset:offset + count] = bytes([byte & 255]) * count
    return pointed(target)

def do_string_at(source, size):
    if isinstance(source, bytes):
        return source if size < 0 else (source + b'\\0')[:size]
    return bytes_at(pointed(source), size)

def do_wstring_at(source, size):
    if isinstance(source, str):
        return source if size < 0 else (source + '\\0')[:size]
    return text_at(pointed(source), size)

def do_cast(address, source, kind):
    if not isinstance(kind, CDataType) or not issubclass(kind, (Kinds.pointer, Kinds.function)) and not (
            issubclass(kind, Kinds.simple) and kind._type_ in 'sPzUZXO'):
        name = kind.__name__ if isinstance(kind, type) else repr(kind)
        raise TypeError(f'cast() argument 2 must be a pointer, not {name}')
    made = fresh(kind)
    if isinstance(source, (bytes, str)):
        kept = text_block(source + b'\\0' if isinstance(source, bytes) else wide(source + '\\0'))
        store_word(block_of(made), 0, address_of_block(kept), kept)
    else:
        kept = source
        if isinstance(source, data_type()):
            kept = block_of(source).refers.get(offset_of(source), source) if not isinstance(source, Kinds.array) else source
        store_word(block_of(made), 0, pointed(source), kept)
    return made

class Functions:
    "What can be called by an address: C functions that ctypes itself names, and Python functions that have got one."
    made = {}
    next = 0x5581b3a01000

def address_of_function(function):
    address = Functions.next
    Functions.next += 64
    Functions.made[address] = function
    return address

def known_address(name):
    if name not in Functions.made:
        known = {'memmove': do_memmove, 'memset': do_memset, 'string_at': do_string_at, 'cast': do_cast,
            'wstring_at': do_wstring_at}
        Functions.made[name] = address_of_function(known[name])
    return Functions.made[name]

class PyCFuncPtrType(CDataType):
    __module__ = '_ctypes'
    def __init__(cls, name, bases, namespace):
        type.__init__(cls, name, bases, namespace)
        cls._size_ = cls._align_ = 8
        if cls.__base__ is data_type():
            Kinds.function = cls
        elif not hasattr(cls, '_flags_'):
            raise TypeError("class must define _flags_ which must be an integer")

class CFuncPtr(data_type(), metaclass=PyCFuncPtrType):
    "Function Pointer"
    __module__ = '_ctypes'
    def __new__(cls, *args, **kwargs):
        return fresh(cls)
    def __init__(self, given=None, /, *more):
        if given is None:
            return
        if isinstance(given, tuple):
            name, library = given
            raise AttributeError(f'{library._name or "python"}: undefined symbol: {name}')
        if isinstance(given, int):
            store_word(block_of(self), 0, given, None)
        elif callable(given):
            arguments = getattr(type(self), '_argtypes_', None)
            if arguments is None:
                raise TypeError('cannot construct instance of this class: no argtypes')
            called = Callback(given, arguments)
            store_word(block_of(self), 0, address_of_function(called), called)
        else:
            raise TypeError('argument must be callable or integer function address')
    def __call__(self, *args, **kwargs):
        address = word_at(block_of(self), offset_of(self))
        if address not in Functions.made:
            raise ValueError('attempt to call a NULL function pointer' if address == 0 else f'there is no function at {address:#x}')
        wanted = self.argtypes
        if wanted is not None:
            if len(args) < len(wanted):
                plural = '' if len(wanted) == 1 else 's'
                raise TypeError(f'this function takes at least {len(wanted)} argument{plural} ({len(args)} given)')
            args = [converted(kind, value, index + 1) for index, (kind, value) in enumerate(zip(wanted, args))]
        result = Functions.made[address](*[plain_argument(each) for each in args])
        kind = self.restype
        if kind is None:
            result = None
        elif not isinstance(kind, CDataType):
            result = kind(result)
        elif issubclass(kind, Kinds.simple) and kind._type_ != 'O':
            if isinstance(result, int) or kind._type_ in 'fdg':
                made = kind(result)
                result = made.value if is_plain(kind) else made
        check = self.__dict__.get('errcheck')
        return result if check is None else check(result, self, tuple(args))
    def __bool__(self):
        return word_at(block_of(self), offset_of(self)) != 0
    @property
    def restype(self):
        return self.__dict__.get('_result', getattr(type(self), '_restype_', None))
    @restype.setter
    def restype(self, kind):
        if kind is not None and not isinstance(kind, CDataType) and not callable(kind):
            raise TypeError('restype must be a type, a callable, or None')
        self.__dict__['_result'] = kind
    @property
    def argtypes(self):
        return self.__dict__.get('_arguments', getattr(type(self), '_argtypes_', None))
    @argtypes.setter
    def argtypes(self, kinds):
        if kinds is not None and not all(hasattr(each, 'from_param') for each in kinds):
            raise TypeError('item 1 in _argtypes_ has no from_param method')
        self.__dict__['_arguments'] = kinds if kinds is None else tuple(kinds)

def converted(kind, value, number):
    try:
        return kind.from_param(value)
    except Exception as error:
        raise ArgumentError(f'argument {number}: {type(error)}: {error}') from None

def plain_argument(value):
    return value.value if isinstance(value, Kinds.simple) and (value._type_ not in 'zZP' or value._type_ == 'P') else value

class Callback:
    "A Python function that is called as C would call it."
    def __init__(self, function, kinds):
        self.function, self.kinds = function, kinds
    def __call__(self, *args):
        given = []
        for kind, value in zip(self.kinds, args):
            block = Block(bytearray(kind._size_))
            if isinstance(value, CArgObject) or issubclass(kind, Kinds.pointer) and isinstance(value, Kinds.array):
                store_word(block, 0, pointed(value), value._obj if isinstance(value, CArgObject) else value)
            elif isinstance(value, Kinds.simple):
                store_simple(kind._type_, '<', block, 0, value.value)
            else:
                store(kind, block, 0, value)
            given.append(load(kind, block, 0, None))
        return self.function(*given)

class Errno:
    value = 0

def set_errno(value):
    before, Errno.value = Errno.value, value
    return before

def get_errno():
    return Errno.value

def dlopen(name, mode):
    if name is None:
        return 1
    import os
    raise OSError(f'{os.fsdecode(name)}: cannot open shared object file: HotPy loads no shared libraries')

def dlclose(handle):
    return 0

def dlsym(handle, name):
    raise OSError(f'undefined symbol: {name}')
`;
