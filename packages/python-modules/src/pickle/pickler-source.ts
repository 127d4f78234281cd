import { ASK, TASK } from "./encoder.js";
import { OP } from "./opcodes.js";

/** What of pickling runs Python code: reducing objects, finding their classes. The rest goes on in an encoder, which stops where it needs this. */
export const picklerSource = `
def protocol_of(protocol):
    if protocol is None:
        return 4
    protocol = c_int(protocol)
    if protocol < 0:
        return 5
    if protocol > 5:
        raise ValueError('pickle protocol must be <= 5')
    return protocol

class PicklerMemoProxy(MemoProxy):
    __module__ = '_pickle'
    def clear(self):
        'Remove all items from memo.'
        self._owner.clear_memo()
    def copy(self):
        'Copy the memo to a new object.'
        return {id(obj): (number, obj) for number, obj in enumerate(self._owner._kept)}

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

    def dump(self, obj, /):
        'Write a pickled representation of the given object to the open file.'
        try:
            write = self._write
        except AttributeError:
            raise PicklingError(f'Pickler.__init__() was not called by {type(self).__name__}.__init__()') from None
        for piece in self._dump(obj):
            write(piece)

    def _dump(self, obj):
        asks = 'persistent_id' in self.__dict__ or type(self).persistent_id is not Pickler.persistent_id
        encoder, work = encoder_of(self._protocol, asks, bool(self.fast)), []
        return self._go_on(encoder, work, encode(encoder, work, self._kept, [${TASK.SAVE}, obj, ${TASK.BYTE}, ${OP.STOP}]))

    def _go_on(self, encoder, work, kind):
        outer = self._encoder, self._work, self._kept
        self._work, self._plain, self._encoder = work, {}, encoder
        try:
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
        if cls is object or self._protocol < 2 or hasattr(self, 'reducer_override') or hasattr(self, 'dispatch_table'):
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
        if '<locals>' in name.split('.'):
            raise AttributeError(f"Can't pickle local object {name!r}")
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

def dump(obj, file, protocol, fix_imports, buffer_callback):
    Pickler(file, protocol, True if fix_imports is None else fix_imports, buffer_callback).dump(obj)

def dumps(obj, protocol, fix_imports, buffer_callback):
    if protocol is None and buffer_callback is None:
        # Most of what is pickled needs no pickler.
        work, kept = [], []
        made = dump_plain(obj, work, kept)
        if type(made) is bytes:
            return made
        pickler = Pickler.__new__(Pickler)
        pickler._begin(protocol, True, None)
        pickler._kept = kept
        return joined(pickler._go_on(made, work, ${ASK.REDUCE}))
    pickler = Pickler.__new__(Pickler)
    pickler._begin(protocol, True if fix_imports is None else fix_imports, buffer_callback)
    return joined(pickler._dump(obj))

def joined(pieces):
    return pieces[0] if len(pieces) == 1 else b''.join(pieces)
`;
