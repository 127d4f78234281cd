const OPERATORS: Readonly<Record<string, string>> = {
  ...{ add: "+", sub: "-", mul: "*", truediv: "/", floordiv: "//", mod: "%", pow: "**", matmul: "@" },
  ...{ lshift: "<<", rshift: ">>", and: "&", or: "|", xor: "^" },
};
/** Methods of operators, which apply them to the object that a proxy stands for. */
const BINARY = Object.entries(OPERATORS)
  .map(
    ([name, sign]) => `    def __${name}__(self, other):
        return proxied(self) ${sign} unproxied(other)
    def __r${name}__(self, other):
        return unproxied(other) ${sign} proxied(self)
    def __i${name}__(self, other):
        target = proxied(self)
        target ${sign}= unproxied(other)
        return target
`,
  )
  .join("");

/** The classes of `_weakref`. The references themselves are kept by the heap, by number. */
export const weakrefSource = `
class ReferenceType:
    __module__ = 'weakref'
    __slots__ = ('_reference', '_callback', '_hash')
    def __new__(cls, object, callback=None, /, *args, **kwargs):
        if cls is ReferenceType and callback is None:
            for known in weak_owners(object):
                if type(known) is ReferenceType and known._callback is None:
                    return known
        self = new_object(cls)
        self._callback = callback
        self._hash = None
        self._reference = weak_create(self, object, callback is not None)
        return self
    def __init__(self, object, callback=None, /):
        pass
    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type_name(self)}' object")
    def __call__(self):
        return weak_target(self._reference)
    @property
    def __callback__(self):
        return self._callback
    def __hash__(self):
        if self._hash is None:
            target = weak_target(self._reference)
            if target is None:
                raise TypeError('weak object has gone away')
            self._hash = hash(target)
        return self._hash
    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine = weak_target(self._reference)
        its = weak_target(other._reference)
        if mine is None or its is None:
            return self is other
        return mine == its
    def __ne__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine = weak_target(self._reference)
        its = weak_target(other._reference)
        if mine is None or its is None:
            return self is not other
        return mine != its
    def __repr__(self):
        target = weak_target(self._reference)
        if target is None:
            return f'<weakref at {id(self):#x}; dead>'
        name = getattr(target, '__name__', None)
        shown = f' ({name})' if isinstance(name, str) else ''
        return f'<weakref at {id(self):#x}; to {type(target).__name__!r} at {id(target):#x}{shown}>'

def new_object(cls):
    return object.__new__(cls)

def call_back(reference):
    callback = reference._callback
    reference._callback = None
    callback(reference)

def call_back_proxy(proxy):
    callback = get_slot(proxy, '_callback')
    set_slot(proxy, '_callback', None)
    callback(proxy)

def get_slot(proxy, name):
    return object.__getattribute__(proxy, name)

def set_slot(proxy, name, value):
    object.__setattr__(proxy, name, value)

def proxied(proxy):
    target = weak_target(object.__getattribute__(proxy, '_reference'))
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target

def unproxied(value):
    return proxied(value) if issubclass(type(value), ProxyType) else value

def make_proxy(object, callback):
    cls = CallableProxyType if callable(object) else ProxyType
    if callback is None:
        for known in weak_owners(object):
            if type(known) is cls and get_slot(known, '_callback') is None:
                return known
    self = new_object(cls)
    set_slot(self, '_callback', callback)
    set_slot(self, '_reference', weak_create(self, object, callback is not None))
    return self

class ProxyType:
    __module__ = 'weakref'
    __slots__ = ('_reference', '_callback')
    __hash__ = None
    def __getattribute__(self, name):
        return getattr(proxied(self), name)
    def __setattr__(self, name, value):
        setattr(proxied(self), name, value)
    def __delattr__(self, name):
        delattr(proxied(self), name)
    def __repr__(self):
        target = weak_target(get_slot(self, '_reference'))
        return f'<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>'
    def __str__(self):
        return str(proxied(self))
    def __bool__(self):
        return bool(proxied(self))
    def __len__(self):
        return len(proxied(self))
    def __iter__(self):
        return iter(proxied(self))
    def __next__(self):
        target = proxied(self)
        if not hasattr(type(target), '__next__'):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type_name(target)}' object")
        return next(target)
    def __contains__(self, item):
        return item in proxied(self)
    def __getitem__(self, key):
        return proxied(self)[key]
    def __setitem__(self, key, value):
        proxied(self)[key] = value
    def __delitem__(self, key):
        del proxied(self)[key]
    def __eq__(self, other):
        return proxied(self) == unproxied(other)
    def __ne__(self, other):
        return proxied(self) != unproxied(other)
    def __lt__(self, other):
        return proxied(self) < unproxied(other)
    def __le__(self, other):
        return proxied(self) <= unproxied(other)
    def __gt__(self, other):
        return proxied(self) > unproxied(other)
    def __ge__(self, other):
        return proxied(self) >= unproxied(other)
${BINARY}    def __divmod__(self, other):
        return divmod(proxied(self), unproxied(other))
    def __rdivmod__(self, other):
        return divmod(unproxied(other), proxied(self))
    def __neg__(self):
        return -proxied(self)
    def __pos__(self):
        return +proxied(self)
    def __abs__(self):
        return abs(proxied(self))
    def __invert__(self):
        return ~proxied(self)
    def __int__(self):
        return int(proxied(self))
    def __float__(self):
        return float(proxied(self))
    def __index__(self):
        return proxied(self).__index__()
    def __bytes__(self):
        return proxied(self).__bytes__()
    def __reversed__(self):
        return proxied(self).__reversed__()

class CallableProxyType(ProxyType):
    __module__ = 'weakref'
    __slots__ = ()
    def __call__(self, *args, **kwargs):
        return proxied(self)(*args, **kwargs)

def getweakrefcount(object):
    return len(weak_owners(object))

def getweakrefs(object):
    return list(weak_owners(object))

def _remove_dead_weakref(dct, key):
    if not isinstance(dct, dict):
        raise TypeError(f'_remove_dead_weakref() argument 1 must be dict, not {type_name(dct)}')
    reference = dct.get(key)
    if reference is not None and reference() is None:
        del dct[key]
`;
