import { REQUEST, REQUEST_LIMIT } from "./decoder.js";
import { ASK, TASK } from "./encoder.js";
import { OP } from "./opcodes.js";

/**
 * What of pickling runs Python code: reducing objects, finding classes, calling. The rest goes on in an encoder and a decoder, which stop
 * where they need this.
 */
export const pickleSource = `
class PickleError(Exception):
    __module__ = '_pickle'

class PicklingError(PickleError):
    __module__ = '_pickle'

class UnpicklingError(PickleError):
    __module__ = '_pickle'

def protocol_of(protocol):
    if protocol is None:
        return 4
    protocol = protocol.__index__()
    if protocol < 0:
        return 5
    if protocol > 5:
        raise ValueError('pickle protocol must be <= 5')
    return protocol

def library():
    import pickle
    return pickle

class MemoProxy:
    def __init__(self, owner):
        self._owner = owner
    def __reduce__(self):
        return dict, (self.copy(),)

class PicklerMemoProxy(MemoProxy):
    __module__ = '_pickle'
    def clear(self):
        'Remove all items from memo.'
        self._owner.clear_memo()
    def copy(self):
        'Copy the memo to a new object.'
        return {id(obj): (number, obj) for number, obj in enumerate(self._owner._kept)}

class UnpicklerMemoProxy(MemoProxy):
    __module__ = '_pickle'
    def clear(self):
        'Remove all items from memo.'
        self._owner._set_memo({})
    def copy(self):
        'Copy the memo to a new object.'
        return self._owner._get_memo()

class Pickler:
    '''This takes a binary file for writing a pickle data stream.

The optional *protocol* argument tells the pickler to use the given
protocol; supported protocols are 0, 1, 2, 3, 4 and 5.  The default
protocol is 4. It was introduced in Python 3.4, and is incompatible
with previous versions.

Specifying a negative protocol version selects the highest protocol
version supported.  The higher the protocol used, the more recent the
version of Python needed to read the pickle produced.

The *file* argument must have a write() method that accepts a single
bytes argument. It can thus be a file object opened for binary
writing, an io.BytesIO instance, or any other custom object that meets
this interface.

If *fix_imports* is True and protocol is less than 3, pickle will try
to map the new Python 3 names to the old module names used in Python
2, so that the pickle data stream is readable with Python 2.

If *buffer_callback* is None (the default), buffer views are
serialized into *file* as part of the pickle stream.

If *buffer_callback* is not None, then it can be called any number
of times with a buffer view.  If the callback returns a false value
(such as None), the given buffer is out-of-band; otherwise the
buffer is serialized in-band, i.e. inside the pickle stream.

It is an error if *buffer_callback* is not None and *protocol*
is None or smaller than 5.'''
    __module__ = '_pickle'
    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._begin(protocol, fix_imports, buffer_callback)
        try:
            self._write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None

    def _begin(self, protocol, fix_imports, buffer_callback):
        self._protocol = protocol_of(protocol)
        self.bin = int(self._protocol >= 1)
        self.fast = 0
        if buffer_callback is not None and self._protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        self._fixes = fix_imports and self._protocol < 3
        self._buffer_callback = buffer_callback
        self._kept, self._work = [], []
        self._encoder = None

    def clear_memo(self):
        '''Clears the pickler's "memo".

The memo is the data structure that remembers which objects the
pickler has already seen, so that shared or recursive objects are
pickled by reference and not by value.  This method is useful when
re-using picklers.'''
        self._kept = []

    @property
    def memo(self):
        return PicklerMemoProxy(self)
    @memo.setter
    def memo(self, value):
        if isinstance(value, PicklerMemoProxy):
            self._kept = list(value._owner._kept)
        elif isinstance(value, dict):
            try:
                pairs = sorted([(int(number), obj) for number, obj in value.values()], key=first_of)
            except (TypeError, ValueError):
                raise TypeError("'memo' values must be 2-item tuples") from None
            self._kept = [obj for _, obj in pairs]
        else:
            raise TypeError(f"'memo' attribute must be a PicklerMemoProxy object or dict, not {type(value).__name__}")

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        'Write a pickled representation of the given object to the open file.'
        try:
            write = self._write
        except AttributeError:
            raise PicklingError(f'Pickler.__init__() was not called by {type(self).__name__}.__init__()') from None
        for piece in self._dump(obj):
            write(piece)

    def _dump(self, obj):
        protocol = self._protocol
        asks = 'persistent_id' in self.__dict__ or type(self).persistent_id is not Pickler.persistent_id
        outer = self._encoder, self._work, self._kept
        self._work = work = []
        self._plain = {}
        self._encoder = encoder = encoder_of(protocol, asks, bool(self.fast))
        try:
            kind = encode(encoder, work, self._kept, [${TASK.SAVE}, obj, ${TASK.BYTE}, ${OP.STOP}])
            while kind:
                obj = work.pop()
                if kind == ${ASK.PERSISTENT}:
                    plan = self._asked(obj)
                else:
                    plan = self._reduced(obj)
                kind = encode(encoder, work, self._kept, plan)
            return pieces_of(encoder)
        finally:
            self._encoder, self._work, _ = outer

    def _asked(self, obj):
        pid = self.persistent_id(obj)
        if pid is None:
            return [${TASK.SAVE_ASKED}, obj]
        if self._protocol:
            return [${TASK.SAVE_ASKED}, pid, ${TASK.BYTE}, ${OP.BINPERSID}]
        try:
            return [${TASK.RAW}, b'P' + str(pid).encode('ascii') + b'\\n']
        except UnicodeEncodeError:
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def _reduced(self, obj):
        cls = type(obj)
        protocol = self._protocol
        plain = self._plain.get(cls)
        if plain is None:
            plain = self._plain[cls] = self._is_plain(cls)
        if plain and obj.__class__ is cls:
            state = obj.__dict__
            if not state:
                return [${TASK.SAVE}, cls, ${TASK.SAVE}, (), ${TASK.BYTE}, ${OP.NEWOBJ}, ${TASK.MEMO_OR_GET}, obj]
            if '__reduce_ex__' not in state and '__getstate__' not in state:
                return [${TASK.SAVE}, cls, ${TASK.SAVE}, (), ${TASK.BYTE}, ${OP.NEWOBJ}, ${TASK.MEMO_OR_GET}, obj,
                        ${TASK.SAVE}, state, ${TASK.BYTE}, ${OP.BUILD}]
        if cls is set:
            if protocol >= 4:
                return [${TASK.BYTE}, ${OP.EMPTY_SET}, ${TASK.MEMO}, obj, ${TASK.ADD_ITEMS}, list(obj)]
            return self._of_reduction(obj, (set, (list(obj),)))
        if cls is frozenset:
            if protocol >= 4:
                return [${TASK.BYTE}, ${OP.MARK}, ${TASK.ITEMS}, list(obj), ${TASK.FROZEN_SET}, obj]
            return self._of_reduction(obj, (frozenset, (list(obj),)))
        if cls is bytes:
            if not obj:
                return self._of_reduction(obj, (bytes, ()))
            from _codecs import encode
            return self._of_reduction(obj, (encode, (obj.decode('latin-1'), 'latin1')))
        if cls is bytearray:
            return self._of_reduction(obj, (bytearray, (bytes(obj),) if obj else ()))
        if cls is buffer_type():
            return self._of_buffer(obj)
        override = getattr(self, 'reducer_override', None)
        if override is not None:
            reduction = override(obj)
            if reduction is not NotImplemented:
                return self._of_reduction(obj, reduction)
        if cls is type:
            if obj is type(None):
                return self._of_reduction(obj, (type, (None,)))
            if obj is type(NotImplemented):
                return self._of_reduction(obj, (type, (NotImplemented,)))
            if obj is type(...):
                return self._of_reduction(obj, (type, (...,)))
            return self._of_global(obj, None)
        if cls is function_type():
            return self._of_global(obj, None)
        try:
            table = self.dispatch_table
        except AttributeError:
            import copyreg
            table = copyreg.dispatch_table
        reduce = table.get(cls) if isinstance(table, dict) else table_item(table, cls)
        if reduce is not None:
            reduction = reduce(obj)
        elif issubclass(cls, type):
            return self._of_global(obj, None)
        else:
            reduce = getattr(obj, '__reduce_ex__', None)
            if reduce is not None:
                reduction = reduce(protocol)
            else:
                reduce = getattr(obj, '__reduce__', None)
                if reduce is None:
                    raise PicklingError(f"can't pickle '{cls.__name__}' object: {obj!r}")
                reduction = reduce()
        return self._of_reduction(obj, reduction)

    def _is_plain(self, cls):
        "Whether all that instances of a class consist of is their attributes."
        if self._protocol < 2 or hasattr(self, 'reducer_override') or hasattr(self, 'dispatch_table'):
            return False
        for base in cls.__mro__:
            if base is object:
                continue
            names = base.__dict__
            if not is_class(base) or base in base_table() or '__slots__' in names or '__dict__' in names and not is_getter(names['__dict__']):
                return False
            for name in ('__reduce_ex__', '__reduce__', '__getstate__', '__getnewargs_ex__', '__getnewargs__', '__getattribute__', '__getattr__'):
                if name in names:
                    return False
        return isinstance(cls, type) and type(cls) is type

    def _of_reduction(self, obj, reduction):
        if isinstance(reduction, str):
            return self._of_global(obj, reduction)
        if not isinstance(reduction, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(reduction) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        func, args, state, items, pairs, setter = reduction + (None,) * (6 - len(reduction))
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if items is not None and not hasattr(items, '__next__'):
            raise PicklingError(f'fourth element of the tuple returned by __reduce__ must be an iterator, not {type(items).__name__}')
        if pairs is not None and not hasattr(pairs, '__next__'):
            raise PicklingError(f'fifth element of the tuple returned by __reduce__ must be an iterator, not {type(pairs).__name__}')
        if setter is not None and not callable(setter):
            raise PicklingError(f'sixth element of the tuple returned by __reduce__ must be a function, not {type(setter).__name__}')
        protocol = self._protocol
        name = getattr(func, '__name__', '') if protocol >= 2 else ''
        if name == '__newobj_ex__':
            if len(args) != 3:
                raise PicklingError(f'length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}')
            cls, args, keywords = args
            if not isinstance(cls, type):
                raise PicklingError(f'first item from NEWOBJ_EX argument tuple must be a class, not {type(cls).__name__}')
            if not isinstance(args, tuple):
                raise PicklingError(f'second item from NEWOBJ_EX argument tuple must be a tuple, not {type(args).__name__}')
            if not isinstance(keywords, dict):
                raise PicklingError(f'third item from NEWOBJ_EX argument tuple must be a dict, not {type(keywords).__name__}')
            if protocol >= 4:
                plan = [${TASK.SAVE}, cls, ${TASK.SAVE}, args, ${TASK.SAVE}, keywords, ${TASK.BYTE}, ${OP.NEWOBJ_EX}]
            else:
                from functools import partial
                plan = [${TASK.SAVE}, partial(cls.__new__, cls, *args, **keywords), ${TASK.SAVE}, (), ${TASK.BYTE}, ${OP.REDUCE}]
        elif name == '__newobj__':
            if len(args) < 1:
                raise PicklingError('__newobj__ arglist is empty')
            cls = args[0]
            if not hasattr(cls, '__new__'):
                raise PicklingError('args[0] from __newobj__ args has no __new__')
            if cls is not obj.__class__:
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            plan = [${TASK.SAVE}, cls, ${TASK.SAVE}, args[1:], ${TASK.BYTE}, ${OP.NEWOBJ}]
        else:
            plan = [${TASK.SAVE}, func, ${TASK.SAVE}, args, ${TASK.BYTE}, ${OP.REDUCE}]
        plan += ${TASK.MEMO_OR_GET}, obj
        if items is not None:
            plan += ${TASK.APPENDS}, list(items)
        if pairs is not None:
            plan += ${TASK.SET_PAIRS}, flat_pairs(pairs)
        if state is not None:
            if setter is None:
                plan += ${TASK.SAVE}, state, ${TASK.BYTE}, ${OP.BUILD}
            else:
                plan += (${TASK.SAVE}, setter, ${TASK.SAVE}, obj, ${TASK.SAVE}, state,
                         ${TASK.BYTE}, ${OP.TUPLE2}, ${TASK.BYTE}, ${OP.REDUCE}, ${TASK.BYTE}, ${OP.POP})
        return plan

    def _of_global(self, obj, name):
        pickle = library()
        protocol = self._protocol
        if name is None:
            name = getattr(obj, '__qualname__', None)
            if name is None:
                name = obj.__name__
        module_name = pickle.whichmodule(obj, name)
        try:
            __import__(module_name, level=0)
            import sys
            module = sys.modules[module_name]
            found, parent = pickle._getattribute(module, name)
        except ImportError:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        except (KeyError, AttributeError):
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if protocol >= 2:
            import copyreg
            code = copyreg._extension_registry.get((module_name, name))
            if code:
                if code <= 0xff:
                    return [${TASK.RAW}, bytes([${OP.EXT1}, code])]
                if code <= 0xffff:
                    return [${TASK.RAW}, bytes([${OP.EXT2}]) + code.to_bytes(2, 'little')]
                return [${TASK.RAW}, bytes([${OP.EXT4}]) + code.to_bytes(4, 'little')]
        last = name.rpartition('.')[2]
        if parent is module:
            name = last
        if protocol >= 4:
            return [${TASK.SAVE_ASKED}, module_name, ${TASK.SAVE_ASKED}, name, ${TASK.BYTE}, ${OP.STACK_GLOBAL}, ${TASK.MEMO}, obj]
        if parent is not module:
            return self._of_reduction(obj, (getattr, (parent, last)))
        if self._fixes:
            import _compat_pickle
            if (module_name, name) in _compat_pickle.REVERSE_NAME_MAPPING:
                module_name, name = _compat_pickle.REVERSE_NAME_MAPPING[(module_name, name)]
            elif module_name in _compat_pickle.REVERSE_IMPORT_MAPPING:
                module_name = _compat_pickle.REVERSE_IMPORT_MAPPING[module_name]
        encoding = 'utf-8' if protocol >= 3 else 'ascii'
        try:
            line = b'c' + module_name.encode(encoding) + b'\\n' + name.encode(encoding) + b'\\n'
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {protocol}") from None
        return [${TASK.RAW}, line, ${TASK.MEMO}, obj]

    def _of_buffer(self, obj):
        if self._protocol < 5:
            raise PicklingError('PickleBuffer can only be pickled with protocol >= 5')
        with memoryview(obj) as view:
            if not view.contiguous:
                raise PicklingError('PickleBuffer can not be pickled when pointing to a non-contiguous buffer')
            in_band = self._buffer_callback is None or bool(self._buffer_callback(obj))
            if in_band:
                return [${TASK.DATA}, view.tobytes('A') if view.readonly else bytearray(view.tobytes('A')), ${TASK.MEMO}, obj]
            plan = [${TASK.BYTE}, ${OP.NEXT_BUFFER}]
            if view.readonly:
                plan += ${TASK.BYTE}, ${OP.READONLY_BUFFER}
            return plan

def base_table():
    import copyreg
    return copyreg.dispatch_table

class WithDict:
    pass

def is_getter(descriptor):
    return type(descriptor) is type(WithDict.__dict__['__dict__'])

def first_of(pair):
    return pair[0]

def table_item(table, cls):
    try:
        return table[cls]
    except KeyError:
        return None

def flat_pairs(pairs):
    flat = []
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError('dict items iterator must return 2-tuples')
        flat += pair
    return flat

class Unpickler:
    '''This takes a binary file for reading a pickle data stream.

The protocol version of the pickle is detected automatically, so no
protocol argument is needed.  Bytes past the pickled object's
representation are ignored.

The argument *file* must have two methods, a read() method that takes
an integer argument, and a readline() method that requires no
arguments.  Both methods should return bytes.  Thus *file* can be a
binary file object opened for reading, an io.BytesIO object, or any
other custom object that meets this interface.

Optional keyword arguments are *fix_imports*, *encoding* and *errors*,
which are used to control compatibility support for pickle stream
generated by Python 2.  If *fix_imports* is True, pickle will try to
map the old Python 2 names to the new names used in Python 3.  The
*encoding* and *errors* tell pickle how to decode 8-bit string
instances pickled by Python 2; these default to 'ASCII' and 'strict',
respectively.  The *encoding* can be 'bytes' to read these 8-bit
string instances as bytes objects.'''
    __module__ = '_pickle'
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._begin(fix_imports, encoding, errors, buffers)
        self._read = getattr(file, 'read', None)
        self._readline = getattr(file, 'readline', None)
        self._readinto = getattr(file, 'readinto', None)
        if self._read is None or self._readline is None:
            raise TypeError("file must have 'read' and 'readline' attributes")

    def _begin(self, fix_imports, encoding, errors, buffers):
        self._fixes, self._encoding, self._errors = fix_imports, encoding, errors
        self._buffers = None if buffers is None else iter(buffers)
        self._values = []
        self._decoder = decoder_of()
        self._is_loading = False

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was specified.')

    def find_class(self, module_name, global_name, /):
        '''Return an object from a specified module.

If necessary, the module will be imported. Subclasses may override
this method (e.g. to restrict unpickling of arbitrary classes and
functions).

This method is called whenever a class or a function object is
needed.  Both arguments passed are str objects.'''
        import sys
        sys.audit('pickle.find_class', module_name, global_name)
        protocol = protocol_read(self._decoder)
        if protocol < 3 and self._fixes:
            import _compat_pickle
            if (module_name, global_name) in _compat_pickle.NAME_MAPPING:
                module_name, global_name = _compat_pickle.NAME_MAPPING[(module_name, global_name)]
            elif module_name in _compat_pickle.IMPORT_MAPPING:
                module_name = _compat_pickle.IMPORT_MAPPING[module_name]
        module = sys.modules.get(module_name)
        if module is None:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        if protocol >= 4 and '.' in global_name:
            return library()._getattribute(module, global_name)[0]
        try:
            return getattr(module, global_name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None

    @property
    def memo(self):
        return UnpicklerMemoProxy(self)
    @memo.setter
    def memo(self, value):
        if isinstance(value, UnpicklerMemoProxy):
            self._set_memo(value.copy())
        elif isinstance(value, dict):
            for key in value:
                if not isinstance(key, int):
                    raise TypeError('memo key must be integers')
                if key < 0:
                    raise ValueError('memo key must be positive integers.')
            self._set_memo(value)
        else:
            raise TypeError(f"'memo' attribute must be an UnpicklerMemoProxy object or dict, not {type(value).__name__}")
    def _get_memo(self):
        return {number: self._values[place] for number, place in memo_places(self._decoder)}
    def _set_memo(self, memo):
        self._values = list(memo.values())
        set_memo_places(self._decoder, list(memo))

    def load(self):
        '''Load a pickle.

Read a pickled object representation from the open file object given
in the constructor, and return the reconstituted object hierarchy
specified therein.'''
        try:
            self._read
        except AttributeError:
            raise UnpicklingError(f'Unpickler.__init__() was not called by {type(self).__name__}.__init__()') from None
        return self._load(b'')

    def _more(self, data, count):
        "What is left of the data, and more from the file."
        rest = data[position_of(self._decoder):]
        set_position(self._decoder)
        read = self._read
        if read is not None:
            found = self._readline() if count is None else read(count)
            if not isinstance(found, bytes):
                raise TypeError(f"read() returned non-bytes object ({type(found).__name__})")
            if len(found) == count or count is None and found[-1:] == b'\\n':
                return rest + found
            rest += found
        if not rest:
            raise EOFError('Ran out of input')
        raise UnpicklingError('pickle data was truncated')

    def _load(self, data):
        decoder, stack, values = self._decoder, [], self._values
        begin(decoder)
        while True:
            request = decode(decoder, data, stack, values)
            kind = request % ${REQUEST_LIMIT}
            number = request // ${REQUEST_LIMIT}
            if kind == ${REQUEST.REDUCE}:
                args = stack.pop()
                stack[-1] = stack[-1](*args)
            elif kind == ${REQUEST.NEW}:
                args = stack.pop()
                cls = stack[-1]
                if not isinstance(cls, type):
                    raise UnpicklingError(f'NEWOBJ class argument must be a type, not {type(cls).__name__}')
                if not isinstance(args, tuple):
                    raise UnpicklingError('NEWOBJ expected an arg tuple.')
                stack[-1] = cls.__new__(cls, *args)
            elif kind == ${REQUEST.BUILD}:
                state = stack.pop()
                build(stack[-1], state)
            elif kind == ${REQUEST.STACK_GLOBAL}:
                name = stack.pop()
                if type(name) is not str or type(stack[-1]) is not str:
                    raise UnpicklingError('STACK_GLOBAL requires str')
                stack[-1] = self.find_class(stack[-1], name)
            elif kind == ${REQUEST.DONE}:
                return stack.pop()
            elif kind == ${REQUEST.READ} or kind == ${REQUEST.LINE}:
                data = self._more(data, number if kind == ${REQUEST.READ} else None)
            else:
                self._do(kind, number, stack, values)

    def _do(self, kind, number, stack, values):
        if kind == ${REQUEST.GLOBAL}:
            name = decoded(stack.pop())
            stack[-1] = self.find_class(decoded(stack[-1]), name)
        elif kind == ${REQUEST.FROZEN_SET}:
            stack[-1] = set() if stack[-1] is None else frozenset(stack[-1])
        elif kind == ${REQUEST.ADD_ITEMS}:
            items = stack.pop()
            target = stack[-1]
            if type(target) is set:
                target.update(items)
            else:
                add = target.add
                for item in items:
                    add(item)
        elif kind == ${REQUEST.APPEND}:
            items = stack.pop()
            extend = getattr(stack[-1], 'extend', None)
            if extend is not None:
                extend(items)
            else:
                append = stack[-1].append
                for item in items:
                    append(item)
        elif kind == ${REQUEST.SET_ITEMS}:
            items = stack.pop()
            if len(items) % 2:
                raise UnpicklingError('odd number of items for SETITEMS' if number else 'odd number of items for DICT')
            target = stack[-1]
            for index in range(0, len(items), 2):
                target[items[index]] = items[index + 1]
        elif kind == ${REQUEST.NEW_WITH_NAMES}:
            names = stack.pop()
            args = stack.pop()
            cls = stack[-1]
            if not isinstance(cls, type):
                raise UnpicklingError(f'NEWOBJ_EX class argument must be a type, not {type(cls).__name__}')
            if not isinstance(args, tuple):
                raise UnpicklingError('NEWOBJ_EX expected an arg tuple.')
            if not isinstance(names, dict):
                raise UnpicklingError('NEWOBJ_EX expected a dict.')
            stack[-1] = cls.__new__(cls, *args, **names)
        elif kind == ${REQUEST.INSTANCE}:
            args = stack.pop()
            name = decoded(stack.pop())
            stack[-1] = instance_of(self.find_class(decoded(stack[-1]), name), args)
        elif kind == ${REQUEST.OBJECT}:
            args = stack.pop()
            stack[-1] = instance_of(stack[-1], args)
        elif kind == ${REQUEST.PERSISTENT}:
            stack[-1] = self.persistent_load(stack[-1])
        elif kind == ${REQUEST.EXTENSION}:
            stack.append(self._extension(number))
        elif kind == ${REQUEST.TEXT}:
            stack[-1] = self._text(number, stack[-1], values)
            if number in (${OP.PUT}, ${OP.GET}):
                raise ValueError('invalid memo index')
        elif kind == ${REQUEST.BUFFER}:
            if self._buffers is None:
                raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given')
            try:
                stack.append(next(self._buffers))
            except StopIteration:
                raise UnpicklingError('not enough out-of-band buffers') from None
        elif kind == ${REQUEST.READ_ONLY}:
            with memoryview(stack[-1]) as view:
                if not view.readonly:
                    stack[-1] = view.toreadonly()
        elif kind == ${REQUEST.UNKNOWN}:
            shown = chr(number) if 32 <= number < 127 and number not in (0x27, 0x5c) else f'\\\\x{number:02x}'
            raise UnpicklingError(f"invalid load key, '{shown}'.")
        elif kind == ${REQUEST.PROTOCOL}:
            raise ValueError(f'unsupported pickle protocol: {number}')
        elif kind == ${REQUEST.UNDERFLOW}:
            raise UnpicklingError('unexpected MARK found' if has_marks(self._decoder) else 'unpickling stack underflow')
        elif kind == ${REQUEST.NO_MARK}:
            raise UnpicklingError('could not find MARK')
        elif kind == ${REQUEST.NOT_IN_MEMO}:
            raise UnpicklingError(f'Memo value not found at index {number}')
        else:
            if number == ${OP.LONG4}:
                raise UnpicklingError('LONG pickle has negative byte count')
            if number == ${OP.BINSTRING}:
                raise UnpicklingError('BINSTRING pickle has negative byte count')
            raise OverflowError("size exceeds system's maximum size")

    def _extension(self, code):
        import copyreg
        found = copyreg._extension_cache.get(code, self)
        if found is not self:
            return found
        pair = copyreg._inverted_registry.get(code)
        if pair is None:
            if code <= 0:
                raise UnpicklingError('EXT specifies code <= 0')
            raise ValueError(f'unregistered extension code {code}')
        found = self.find_class(*pair)
        copyreg._extension_cache[code] = found
        return found

    def _text(self, opcode, data, values):
        if opcode in (${OP.PUT}, ${OP.GET}):
            number = int(data)
            raise UnpicklingError(f'Memo value not found at index {number}') if number >= 0 and opcode == ${OP.GET} else ValueError('negative PUT argument')
        if opcode == ${OP.INT}:
            if data in (b'00', b'01'):
                return data == b'01'
            try:
                return int(data, 0)
            except ValueError:
                raise ValueError('could not convert string to int') from None
        if opcode == ${OP.LONG}:
            return int(data[:-1] if data[-1:] == b'L' else data, 0)
        if opcode == ${OP.FLOAT}:
            try:
                return float(data)
            except ValueError:
                raise ValueError(f"could not convert string to float: {data.decode('latin-1')!r}") from None
        if opcode == ${OP.UNICODE}:
            return str(data, 'raw-unicode-escape')
        if opcode == ${OP.PERSID}:
            try:
                pid = data.decode('ascii')
            except UnicodeDecodeError:
                raise UnpicklingError('persistent IDs in protocol 0 must be ASCII strings') from None
            return self.persistent_load(pid)
        if opcode == ${OP.STRING}:
            if len(data) < 2 or data[0] != data[-1] or data[0] not in b'"\\'':
                raise UnpicklingError('the STRING opcode argument must be quoted')
            from _codecs import escape_decode
            data = escape_decode(data[1:-1])[0]
        elif opcode not in (${OP.BINSTRING}, ${OP.SHORT_BINSTRING}):
            return str(data, 'utf-8', 'surrogatepass')
        return data if self._encoding == 'bytes' else data.decode(self._encoding, self._errors)

def decoded(name):
    return name.decode('utf-8')

def instance_of(cls, args):
    if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
        return cls(*args)
    return cls.__new__(cls)

def build(inst, state):
    setstate = getattr(inst, '__setstate__', None)
    if setstate is not None:
        setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None and state != {}:
        if not isinstance(state, dict):
            raise UnpicklingError('state is not a dictionary')
        target = inst.__dict__
        if type(target) is not dict or not update_dict(target, state):
            update_with_interned(target, state)
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError('slot state is not a dictionary')
        for name, value in slots.items():
            setattr(inst, name, value)

def update_with_interned(target, state):
    from sys import intern
    for name, value in state.items():
        target[intern(name) if type(name) is str else name] = value

def dump(obj, file, protocol, fix_imports, buffer_callback):
    Pickler(file, protocol, True if fix_imports is None else fix_imports, buffer_callback).dump(obj)

def dumps(obj, protocol, fix_imports, buffer_callback):
    pickler = Pickler.__new__(Pickler)
    pickler._begin(protocol, True if fix_imports is None else fix_imports, buffer_callback)
    pieces = pickler._dump(obj)
    return pieces[0] if len(pieces) == 1 else b''.join(pieces)

def unpickler_settings(fix_imports, encoding, errors):
    for value, name in (encoding, 'encoding'), (errors, 'errors'):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be str, not {type(value).__name__}")
    return True if fix_imports is None else fix_imports, encoding or 'ASCII', errors or 'strict'

def load(file, fix_imports, encoding, errors, buffers):
    fix_imports, encoding, errors = unpickler_settings(fix_imports, encoding, errors)
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()

def loads(data, fix_imports, encoding, errors, buffers):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if type(data) is not bytes:
        with memoryview(data) as view:
            data = view.tobytes()
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._begin(*unpickler_settings(fix_imports, encoding, errors), buffers)
    unpickler._read = None
    return unpickler._load(data)
`;
