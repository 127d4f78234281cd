/** The five comparisons of KeyWrapper: each asks the function whose result `cmp_to_key` makes keys of. */
const keyComparisons = (
  [
    ["lt", "<"],
    ["gt", ">"],
    ["eq", "=="],
    ["le", "<="],
    ["ge", ">="],
  ] as const
)
  .map(
    ([name, operator]) => `    def __${name}__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj) ${operator} 0`,
  )
  .join("\n");

/** The classes of `_functools`. */
export const functoolsSource = `
def reduce(function, iterable, has_initial, value):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if not has_initial:
        for value in advance(iterator):
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in advance(iterator):
        value = function(value, item)
    return value

class partial:
    __module__ = 'functools'
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if type(func) is partial and not func.__dict__.keys() - partial_fields():
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self
    def __call__(self, /, *args, **keywords):
        given = self.keywords
        if keywords:
            if given:
                keywords = {**given, **keywords}
            given = keywords
        if given:
            return self.func(*self.args, *args, **given)
        return self.func(*self.args, *args)
    def __repr__(self):
        if recursive_enter(self):
            return '...'
        try:
            cls = type(self)
            name = 'functools.partial' if cls is partial else f'{cls.__module__}.{cls.__qualname__}'
            parts = [repr(self.func)]
            parts.extend([repr(each) for each in self.args])
            parts.extend([f'{key}={value!r}' for key, value in self.keywords.items()])
            return f"{name}({', '.join(parts)})"
        finally:
            recursive_leave(self)
    def __reduce__(self):
        more = {key: value for key, value in self.__dict__.items() if key not in partial_fields()}
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, more or None)
    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, more = state
        if not callable(func) or not isinstance(args, tuple) or (keywords is not None and not isinstance(keywords, dict)):
            raise TypeError('invalid partial state')
        self.func = func
        self.args = tuple(args)
        self.keywords = {} if keywords is None else dict(keywords)
        self.__dict__.update(more or {})

def partial_fields():
    return ('func', 'args', 'keywords')

class KeyWrapper:
    """What cmp_to_key gives: without an object it makes another of the same comparison that has one."""
    __module__ = 'functools'
    __slots__ = ('obj', '_compare')
    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 'functools.KeyWrapper' instances")
    def __call__(self, obj):
        key = object.__new__(KeyWrapper)
        key._compare = self._compare
        key.obj = obj
        return key
${keyComparisons}
    __hash__ = None

def cmp_to_key(mycmp):
    key = object.__new__(KeyWrapper)
    key._compare = mycmp
    return key

def compute(lru, key, function, args):
    result = function(*args)
    keep(lru, key, result)
    return result

def call_cached(lru, function, cache, maxsize, typed, args, keywords):
    if maxsize is not None and not maxsize:
        count_miss(lru)
        return function(*args, **keywords)
    if not keywords and not typed:
        if len(args) == 1:
            key, = args
            kind = type(key)
            if kind is not int and kind is not str:
                key = args
        else:
            key = args
    else:
        key = cache_key(args, keywords, typed)
    found = cache.get(key, cache)
    if found is not cache:
        count_hit(lru)
        if maxsize is not None:
            if cache.pop(key, cache) is not cache:
                cache[key] = found
        return found
    count_miss(lru)
    result = function(*args, **keywords)
    if maxsize is not None:
        if key not in cache and len(cache) >= maxsize:
            for oldest in cache:
                break
            del cache[oldest]
    cache[key] = result
    return result

class KeywordMark:
    pass

def cache_key(args, keywords, typed):
    key = args
    if keywords:
        key += (KeywordMark,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        if keywords:
            key += tuple([type(value) for value in keywords.values()])
    elif len(key) == 1 and (type(key[0]) is int or type(key[0]) is str):
        return key[0]
    return key
`;
