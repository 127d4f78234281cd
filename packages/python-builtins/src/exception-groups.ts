import type { Library } from "./library.js";

const source = `
class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    __module__ = 'builtins'
    __qualname__ = 'BaseExceptionGroup'

    def __new__(cls, *args, **kwargs):
        if len(args) != 2:
            raise TypeError(f'BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)')
        message, given = args
        # By its text, as this class comes to be before that one.
        of_exceptions = globals()['ExceptionGroup']
        if not isinstance(message, str):
            raise TypeError(f'BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}')
        if isinstance(given, (set, frozenset, dict)) or not hasattr(type(given), '__getitem__'):
            raise TypeError('second argument (exceptions) must be a sequence')
        exceptions = tuple(given)
        if not exceptions:
            raise ValueError('second argument (exceptions) must be a non-empty sequence')
        holds_base = False
        for index, each in enumerate(exceptions):
            if not isinstance(each, BaseException):
                raise ValueError(f'Item {index} of second argument (exceptions) is not an exception')
            holds_base = holds_base or not isinstance(each, Exception)
        if cls is BaseExceptionGroup and not holds_base:
            cls = of_exceptions
        elif holds_base and issubclass(cls, Exception):
            where = 'an ExceptionGroup' if cls is of_exceptions else repr(cls.__name__)
            raise TypeError(f'Cannot nest BaseExceptions in {where}')
        self = BaseException.__new__(cls, message, given)
        self.message = message
        self.exceptions = exceptions
        return self

    def __init__(self, *args, **kwargs):
        if kwargs:
            raise TypeError(f'{type(self).__name__}() takes no keyword arguments')

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def subgroup(self, condition, /):
        return split_group(self, group_test(condition))[0]

    def split(self, condition, /):
        return split_group(self, group_test(condition))

class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = 'builtins'
    __qualname__ = 'ExceptionGroup'

def group_test(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda each: isinstance(each, condition)
    if isinstance(condition, tuple) and all([isinstance(each, type) and issubclass(each, BaseException) for each in condition]):
        return lambda each: isinstance(each, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')

def derived(group, exceptions):
    if not exceptions:
        return None
    made = group.derive(exceptions)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    if hasattr(group, '__notes__'):
        made.__notes__ = list(group.__notes__)
    return made

def split_group(each, test):
    if test(each):
        return each, None
    if not isinstance(each, BaseExceptionGroup):
        return None, each
    matching, others = [], []
    for inner in each.exceptions:
        match, rest = split_group(inner, test)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return derived(each, matching), derived(each, others)
`;

/** BaseExceptionGroup and ExceptionGroup. Their classes' bodies run: there must be something that runs code. */
export function defineExceptionGroups({ realm }: Library): void {
  const surrogate = realm.defineSurrogates(source);
  for (const name of ["BaseExceptionGroup", "ExceptionGroup"]) realm.setBuiltin(name, surrogate(name));
}
