/** The classes and functions of `_csv`. Lines and rows themselves are read and written by natives. */
export const csvSource = `
class Error(Exception):
    __module__ = '_csv'

class Dialect:
    "CSV dialect\\n\\nThe Dialect type records CSV dialect options."
    __module__ = '_csv'
    __slots__ = ('_options', '_rules')
    def __new__(cls, dialect=None, *args, **options):
        for name in options:
            if name not in OPTIONS():
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        for name, value in zip(OPTIONS(), args):
            options[name] = value
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if dialect is not None:
            if cls is Dialect and type(dialect) is Dialect and not options:
                return dialect
            for name in OPTIONS():
                if name not in options and hasattr(dialect, name):
                    options[name] = getattr(dialect, name)
        self = object.__new__(cls)
        self._options = options = check_options(**options)
        self._rules = make_rules(*options.values())
        return self
    delimiter = property(lambda self: self._options['delimiter'])
    doublequote = property(lambda self: self._options['doublequote'])
    escapechar = property(lambda self: self._options['escapechar'])
    lineterminator = property(lambda self: self._options['lineterminator'])
    quotechar = property(lambda self: self._options['quotechar'])
    quoting = property(lambda self: self._options['quoting'])
    skipinitialspace = property(lambda self: self._options['skipinitialspace'])
    strict = property(lambda self: self._options['strict'])
    def __setattr__(self, name, value):
        if name in OPTIONS():
            refuse_option(name)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        if name in OPTIONS():
            refuse_option(name)
        object.__delattr__(self, name)
    def __reduce_ex__(self, protocol, /):
        raise TypeError(f"cannot pickle '{type(self).__name__}' instances")
    __reduce__ = None

def new_dialect(dialect, options):
    if dialect is not None or options:
        return Dialect(dialect, **options)
    usual = usual_parts()
    if not usual:
        first = Dialect()
        usual += first._options, first._rules
    self = object.__new__(Dialect)
    object.__setattr__(self, '_options', usual[0])
    object.__setattr__(self, '_rules', usual[1])
    return self

def refuse_option(name):
    if name in ('doublequote', 'skipinitialspace', 'strict'):
        raise AttributeError('readonly attribute')
    raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

def OPTIONS():
    return ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')

def check_options(**given):
    def character(name, default, takes_none):
        value = given.get(name, default)
        if value is None and takes_none:
            return None
        if not isinstance(value, str):
            wanted = 'string or None' if takes_none else 'string'
            raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
        return value
    delimiter = character('delimiter', ',', False)
    doublequote = bool(given.get('doublequote', True))
    escapechar = character('escapechar', None, True)
    lineterminator = given.get('lineterminator', '\\r\\n')
    if lineterminator is not None and not isinstance(lineterminator, str):
        raise TypeError('"lineterminator" must be a string')
    quotechar = character('quotechar', '"', True)
    quoting = given.get('quoting', 0)
    if type(quoting) is not int:
        raise TypeError('"quoting" must be an integer')
    skipinitialspace = bool(given.get('skipinitialspace', False))
    strict = bool(given.get('strict', False))
    if not 0 <= quoting <= 3:
        raise TypeError('bad "quoting" value')
    if quoting != 3 and quotechar is None:
        if 'quoting' in given:
            raise TypeError('quotechar must be set if quoting enabled')
        quoting = 3
    if lineterminator is None:
        raise TypeError('lineterminator must be set')
    return dict(delimiter=delimiter, doublequote=doublequote, escapechar=escapechar, lineterminator=lineterminator,
                quotechar=quotechar, quoting=quoting, skipinitialspace=skipinitialspace, strict=strict)

class reader:
    "CSV reader\\n\\nReader objects are responsible for reading and parsing tabular data\\nin CSV format."
    __module__ = '_csv'
    __slots__ = ('_input', '_state', '_rules', '_dialect', '_lines')
    dialect = property(lambda self: self._dialect)
    line_num = property(lambda self: self._lines)
    def __new__(cls, *args, **options):
        raise TypeError("cannot create '_csv.reader' instances")
    def __iter__(self):
        return self
    def __next__(self):
        restart(self._state)
        while True:
            try:
                line = next(self._input)
            except StopIteration:
                row = end_input(self._state, self._rules)
                if row is None:
                    raise
                if row is False:
                    raise Error('unexpected end of data') from None
                return row
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self._lines += 1
            row = parse_line(self._state, self._rules, line)
            if type(row) is str:
                raise Error(row)
            if row is not None:
                return row

def new_reader(iterator, dialect, options):
    self = object.__new__(reader)
    self._input = iter(iterator)
    self._dialect = new_dialect(dialect, options)
    self._rules = self._dialect._rules
    self._state = make_state()
    self._lines = 0
    return self

class writer:
    "CSV writer\\n\\nWriter objects are responsible for generating tabular data\\nin CSV format from sequence input."
    __module__ = '_csv'
    __slots__ = ('_write', '_rules', '_dialect')
    dialect = property(lambda self: self._dialect)
    def __new__(cls, *args, **options):
        raise TypeError("cannot create '_csv.writer' instances")
    def writerow(self, row, /):
        "writerow(iterable)\\n\\nConstruct and write a CSV record from an iterable of fields.  Non-string\\nelements will be converted to string."
        if type(row) is not list:
            if type(row) is not tuple:
                try:
                    row = iter(row)
                except TypeError:
                    raise Error(f'iterable expected, not {type(row).__name__}') from None
            row = [*row]
        text = join_row(self._rules, row)
        if type(text) is tuple:
            raise Error(*text)
        return self._write(text)
    def writerows(self, rows, /):
        "writerows(iterable of iterables)\\n\\nConstruct and write a series of iterables to a csv file.  Non-string\\nelements will be converted to string."
        for row in rows:
            self.writerow(row)

def new_writer(fileobj, dialect, options):
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    self = object.__new__(writer)
    self._write = write
    self._dialect = new_dialect(dialect, options)
    self._rules = self._dialect._rules
    return self

def register_dialect(name, dialect, options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    dialects()[name] = new_dialect(dialect, options)

def unregister_dialect(name):
    try:
        del dialects()[name]
    except KeyError:
        raise Error('unknown dialect') from None

def get_dialect(name):
    try:
        return dialects()[name]
    except KeyError:
        raise Error('unknown dialect') from None

def list_dialects():
    return list(dialects())

def field_size_limit(limit):
    if limit is None:
        return size_limit(-1)
    if type(limit) is not int:
        raise TypeError('limit must be an integer')
    return size_limit(limit)
`;
