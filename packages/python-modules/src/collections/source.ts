/** The classes of `_collections`. */
export const collectionsSource = `
class deque:
    __module__ = 'collections'
    __slots__ = ('_items', '_head', '_maxlen', '_changes', '__weakref__')
    __hash__ = None
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._changes = 0
        return self
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        self.extend(iterable)
    @property
    def maxlen(self):
        return self._maxlen
    def append(self, item, /):
        items = self._items
        items.append(item)
        self._changes += 1
        maxlen = self._maxlen
        if maxlen is not None and len(items) - self._head > maxlen:
            self.popleft()
    def appendleft(self, item, /):
        head = self._head
        items = self._items
        if head == 0:
            head = self._make_room()
        head -= 1
        self._head = head
        items[head] = item
        self._changes += 1
        maxlen = self._maxlen
        if maxlen is not None and len(items) - head > maxlen:
            items.pop()
    def _make_room(self):
        # As much again, so that adding many in front takes time that is of their number.
        items = self._items
        head = self._head = len(items) + 32
        items[:0] = [None] * head
        return head
    def pop(self):
        items = self._items
        if len(items) == self._head:
            raise IndexError('pop from an empty deque')
        self._changes += 1
        return items.pop()
    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError('pop from an empty deque')
        item = items[head]
        items[head] = None
        head += 1
        if head > 32 and head + head > len(items):
            del items[:head]
            head = 0
        self._head = head
        self._changes += 1
        return item
    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        if self._maxlen is None:
            self._items.extend(iter(iterable))
            self._changes += 1
        else:
            for item in iterable:
                self.append(item)
    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)
    def clear(self):
        self._items = []
        self._head = 0
        self._changes += 1
    def rotate(self, n=1, /):
        items = self._items
        size = len(items) - self._head
        if not isinstance(n, int):
            n = whole(n)
        if size > 1:
            # As few items as will do change their end: time is of their number, not of the deque's.
            n %= size
            head = self._head
            if n == 1:
                if head == 0:
                    head = self._make_room()
                head -= 1
                items[head] = items.pop()
            elif n == size - 1:
                items.append(items[head])
                items[head] = None
                head += 1
                if head > 32 and head + head > len(items):
                    del items[:head]
                    head = 0
            elif n + n > size:
                n = size - n
                items.extend(items[head:head + n])
                items[head:head + n] = [None] * n
                head += n
                if head > 32 and head + head > len(items):
                    del items[:head]
                    head = 0
            elif n:
                if head < n:
                    items[:0] = [None] * len(items)
                    head += len(items) >> 1
                items[head - n:head] = items[-n:]
                del items[-n:]
                head -= n
            self._head = head
        self._changes += 1
    def reverse(self):
        items = self._items[self._head:]
        items.reverse()
        self._items = items
        self._head = 0
        self._changes += 1
    def copy(self):
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)
    def __copy__(self):
        return self.copy()
    def __reduce__(self):
        state = getattr(self, '__dict__', None) or None
        if self._maxlen is None:
            return type(self), (), state, iter(self)
        return type(self), ((), self._maxlen), state, iter(self)
    def __sizeof__(self):
        # CPython keeps items in blocks of 64, and leaves the first place free.
        return 216 + 528 * max(1, (len(self._items) - self._head + 64) // 64)
    def __len__(self):
        return len(self._items) - self._head
    def __bool__(self):
        return len(self._items) > self._head
    def __iter__(self):
        return iterate_deque(self)
    def __reversed__(self):
        return iterate_back(self)
    def _position(self, index):
        if not isinstance(index, int):
            if not hasattr(type(index), '__index__'):
                raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
            index = index.__index__()
        size = len(self._items) - self._head
        if index < 0:
            index += size
        if index < 0 or index >= size:
            raise IndexError('deque index out of range')
        return self._head + index
    def __getitem__(self, index):
        if type(index) is int and index >= 0:
            items = self._items
            index += self._head
            if index < len(items):
                return items[index]
            raise IndexError('deque index out of range')
        return self._items[self._position(index)]
    def __setitem__(self, index, item):
        self._items[self._position(index)] = item
    def __delitem__(self, index):
        del self._items[self._position(index)]
        self._changes += 1
    def __contains__(self, item):
        changes = self._changes
        for each in self._items[self._head:]:
            if each is item or each == item:
                return True
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        return False
    def count(self, item, /):
        changes = self._changes
        count = 0
        for each in self._items[self._head:]:
            if each is item or each == item:
                count += 1
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        return count
    def index(self, item, start=0, stop=None, /):
        items = self._items[self._head:]
        changes = self._changes
        for index in range(*slice(start, stop).indices(len(items))):
            each = items[index]
            if each is item or each == item:
                return index
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        raise ValueError(f'{item!r} is not in deque')
    def remove(self, item, /):
        size = len(self._items) - self._head
        changes = self._changes
        for index in range(size):
            each = self._items[self._head + index]
            found = each is item or each == item
            if changes != self._changes:
                raise IndexError('deque mutated during remove().')
            if found:
                del self[index]
                return
        raise ValueError(f'{item!r} is not in deque')
    def insert(self, index, item, /):
        size = len(self._items) - self._head
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        if index >= size:
            self.append(item)
        elif index <= -size or index == 0:
            self.appendleft(item)
        else:
            self._items.insert(self._head + (index if index >= 0 else size + index), item)
            self._changes += 1
    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result
    def __iadd__(self, other):
        self.extend(other)
        return self
    def __mul__(self, times):
        if not hasattr(type(times), '__index__'):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(times).__name__}'")
        result = self.copy()
        result._repeat(times)
        return result
    def __rmul__(self, times):
        return self * times
    def __imul__(self, times):
        self._repeat(times)
        return self
    def _repeat(self, times):
        items = self._items[self._head:] * times
        if self._maxlen is not None and len(items) > self._maxlen:
            items = items[len(items) - self._maxlen:]
        self._items = items
        self._head = 0
        self._changes += 1
    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self is other or self._items[self._head:] == other._items[other._head:]
    def __ne__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self is not other and self._items[self._head:] != other._items[other._head:]
    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] < other._items[other._head:]
    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] <= other._items[other._head:]
    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] > other._items[other._head:]
    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] >= other._items[other._head:]
    def __repr__(self):
        if recursive_enter(self):
            return '[...]'
        try:
            items = [item for item in self]
            if self._maxlen is None:
                return f'{type(self).__name__}({items!r})'
            return f'{type(self).__name__}({items!r}, maxlen={self._maxlen})'
        finally:
            recursive_leave(self)
    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

set_collection(deque, 1 << 5)

def iterate_deque(self):
    changes = self._changes
    index = 0
    while index < len(self._items) - self._head:
        yield self._items[self._head + index]
        if changes != self._changes:
            raise RuntimeError('deque mutated during iteration')
        index += 1

def iterate_back(self):
    changes = self._changes
    index = len(self._items) - self._head
    while index:
        index -= 1
        yield self._items[self._head + index]
        if changes != self._changes:
            raise RuntimeError('deque mutated during iteration')

class defaultdict(dict):
    __module__ = 'collections'
    __slots__ = ('default_factory',)
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)
    def __missing__(self, key, /):
        factory = self.default_factory
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
        result = self.copy()
        result.update(other)
        return result
    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

def ordered_pop_arguments(key, *default, **kwds):
    if len(default) > 1:
        raise TypeError(f'pop() takes at most 2 arguments ({len(default) + 1} given)')
    if 'default' in kwds:
        default = kwds.pop('default'),
    for name in kwds:
        raise TypeError(f"'{name}' is an invalid keyword argument for pop()")
    return key, *default

class OrderedDict(dict):
    __module__ = 'collections'
    def __init__(self, other=(), /, **kwds):
        # Not by what a class makes of update().
        OrderedDict.update(self, other, **kwds)
    def update(self, other=(), /, **kwds):
        if isinstance(other, dict) or hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for pair in other:
                key, value = pair
                self[key] = value
        for key, value in kwds.items():
            self[key] = value
    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in self:
            break
        return key, dict.pop(self, key)
    def move_to_end(self, key, last=True):
        if key not in self:
            raise KeyError(key)
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
            return
        for first in self:
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
        # As CPython's class: methods of a class below are not called.
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
    def __reversed__(self):
        return dict.__reversed__(self)
    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)
    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result
    def __repr__(self):
        name = type(self).__name__
        if not self:
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
        self.update(other)
        return self
    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result
    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

def _count_elements(mapping, iterable):
    done = count_plain(mapping, iterable)
    if done is not None:
        if done == len(iterable):
            return
        iterable = iterable[done:]
    iterable = iter(iterable)
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1

def _tuplegetter(index, doc):
    index = whole(index)
    item_of = tuple.__getitem__
    def get(self):
        return item_of(self, index)
    return property(get, refuse_set, refuse_delete, doc)

def refuse_set(self, value):
    raise AttributeError("can't set attribute")

def refuse_delete(self):
    raise AttributeError("can't delete attribute")
`;
