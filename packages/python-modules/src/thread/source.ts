/** What `_thread` has in Python. What waits looks again each time that it may go on. */
export const threadSource = `
def acquire_slowly(lock, deadline):
    while not take(lock):
        if not wait(lock, deadline):
            return False
    return True

def restore_slowly(lock, state):
    count, owner = state
    while not take(lock):
        wait(lock, float('inf'))
    set_count(lock, count)

class _local:
    __module__ = '_thread'
    __slots__ = ('_local__state', '__weakref__')
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_local__state', ({}, args, kwargs))
        add_values(self)
        return self
    def __getattribute__(self, name):
        values = values_of(self)
        if name in values and not hides(type(self), name):
            return values[name]
        if name == '__dict__':
            return values
        return object.__getattribute__(self, name)
    def __setattr__(self, name, value):
        if not isinstance(name, str):
            raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        values = values_of(self)
        if hides(type(self), name):
            object.__setattr__(self, name, value)
        else:
            values[name] = value
    def __delattr__(self, name):
        if not isinstance(name, str):
            raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        values = values_of(self)
        if hides(type(self), name):
            object.__delattr__(self, name)
        elif name in values:
            del values[name]
        else:
            raise AttributeError(name)

def values_of(local):
    values, args, kwargs = object.__getattribute__(local, '_local__state')
    found = values.get(get_ident())
    if found is None:
        found = add_values(local)
        type(local).__init__(local, *args, **kwargs)
    return found

def add_values(local):
    from _weakref import ref
    values = object.__getattribute__(local, '_local__state')[0]
    found = values[get_ident()] = {}
    locals_of_thread().append(ref(local))
    return found

def drop_values(references, ident):
    for reference in references:
        local = reference()
        if local is not None:
            object.__getattribute__(local, '_local__state')[0].pop(ident, None)
`;
