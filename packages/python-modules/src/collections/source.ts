/** The classes of `_collections`. */
export const collectionsSource = `
def extend(deque, iterable, result):
    for item in iterable:
        append_to(deque, item)
    return result

def extend_left(deque, iterable, result):
    for item in iterable:
        append_left_to(deque, item)
    return result

def copy(self, maxlen):
    return type(self)(self) if maxlen is None else type(self)(self, maxlen)

def multiply(self, maxlen, times):
    return call_imul(copy(self, maxlen), times)

def concatenate(self, maxlen, other):
    return call_iadd(copy(self, maxlen), other)

def reduce(self, maxlen):
    return type(self), () if maxlen is None else ((), maxlen), self.__getstate__(), iter(self)

def show(self, maxlen):
    if recursive_enter(self):
        return '[...]'
    try:
        items = list(self)
        if maxlen is None:
            return f'{type(self).__name__}({items!r})'
        return f'{type(self).__name__}({items!r}, maxlen={maxlen})'
    finally:
        recursive_leave(self)

def compare(left, right, comparison, ends):
    """Of deques whose classes iterate in their own way. \`ends\` is the result where the left one, the right one or both have no more items."""
    left = iter(left)
    right = iter(right)
    while True:
        a = next(left, ends)
        b = next(right, ends)
        if a is ends or b is ends:
            return ends[(a is ends) + 2 * (b is ends) - 1]
        if not (a is b or a == b):
            return True if compare_items(a, b, comparison) else False

def compare_items(a, b, comparison):
    if comparison == 'lt':
        return a < b
    if comparison == 'le':
        return a <= b
    if comparison == 'gt':
        return a > b
    if comparison == 'ge':
        return a >= b
    return a == b if comparison == 'eq' else a != b

class defaultdict(dict):
    __module__ = 'collections'
    __slots__ = ('default_factory',)
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        if args or kwargs:
            dict.__init__(self, *args, **kwargs)
    def __missing__(self, key, /):
        # This tells the kernel where it lies.
        factory = getattr(self, 'default_factory')
        if factory is None:
            raise KeyError(key)
        value = self[key] = factory()
        return value
    def __repr__(self):
        if recursive_enter(self):
            factory = '...'
        else:
            try:
                factory = repr(self.default_factory)
            finally:
                recursive_leave(self)
        return f'{type(self).__name__}({factory}, {dict.__repr__(self)})'
    def copy(self):
        return type(self)(self.default_factory, self)
    def __copy__(self):
        return type(self)(self.default_factory, self)
    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())
    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, self)
        dict.update(result, other)
        return result
    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        dict.update(result, self)
        return result

default_dict_is(defaultdict)

def ordered_pop_arguments(key, *default, **kwds):
    if len(default) > 1:
        raise TypeError(f'pop() takes at most 2 arguments ({len(default) + 1} given)')
    if 'default' in kwds:
        default = kwds.pop('default'),
    for name in kwds:
        raise TypeError(f"'{name}' is an invalid keyword argument for pop()")
    return key, *default

def pair_from(items):
    pair = tuple(items)
    if len(pair) > 2:
        raise ValueError('too many values to unpack (expected 2)')
    if len(pair) < 2:
        raise ValueError(f'need more than {len(pair)} value{"" if len(pair) == 1 else "s"} to unpack')
    return pair

# What a class below overrides is called where CPython's class calls it, and nowhere else.
class OrderedDict(dict):
    __module__ = 'collections'
    def __init__(self, other=(), /, **kwds):
        OrderedDict.update(self, other, **kwds)
    def update(self, other=(), /, **kwds):
        if isinstance(other, dict) or hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for pair in other:
                if type(pair) is not tuple or len(pair) != 2:
                    pair = pair_from(pair)
                key, value = pair
                self[key] = value
        for key, value in kwds.items():
            self[key] = value
    def popitem(self, last=True):
        if not dict.__len__(self):
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in dict.__iter__(self):
            break
        return key, dict.pop(self, key)
    def move_to_end(self, key, last=True):
        if last and move_last(self, key):
            return
        if not dict.__contains__(self, key):
            raise KeyError(key)
        value = dict.get(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
            return
        for first in dict.__iter__(self):
            break
        if first is key or first == key:
            return
        dict.__delitem__(self, key)
        items = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for key, value in items:
            dict.__setitem__(self, key, value)
    def pop(self, /, *args, **kwds):
        if 'default' in kwds or 'key' in kwds:
            args = ordered_pop_arguments(*args, **kwds)
        elif kwds or not 1 <= len(args) <= 2:
            ordered_pop_arguments(*args, **kwds)
        return dict.pop(self, *args)
    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default
    def __iter__(self):
        return ordered_iterator(self)
    def __reversed__(self):
        return ordered_reversed(self)
    def keys(self):
        return ordered_keys(self)
    def values(self):
        return ordered_values(self)
    def items(self):
        return ordered_items(self)
    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(dict.__iter__(self)) == list(dict.__iter__(other))
        return dict.__eq__(self, other)
    def __ne__(self, other):
        result = OrderedDict.__eq__(self, other)
        return result if result is NotImplemented else not result
    def __repr__(self):
        name = type(self).__name__
        if not dict.__len__(self):
            return f'{name}()'
        if recursive_enter(self):
            return '...'
        try:
            return f'{name}({list(self.items())!r})'
        finally:
            recursive_leave(self)
    def copy(self):
        result = type(self)()
        attributes = getattr(self, '__dict__', None)
        if attributes:
            result.__dict__.update(attributes)
        for key in dict.__iter__(self):
            result[key] = self[key]
        return result
    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())
    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self
    def __ior__(self, other):
        OrderedDict.update(self, other)
        return self
    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        OrderedDict.update(result, other)
        return result
    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        OrderedDict.update(result, self)
        return result

def _count_elements(mapping, iterable):
    iterable = iter(iterable)
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1

def _tuplegetter(index, doc):
    index = whole(index)
    item_of = tuple.__getitem__
    def get(self):
        return item_of(self, index)
    return note_item(property(get, refuse_set, refuse_delete, doc), index)

def refuse_set(self, value):
    raise AttributeError("can't set attribute")

def refuse_delete(self):
    raise AttributeError("can't delete attribute")
`;
