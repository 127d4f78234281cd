/// The classes of `_sqlite3`. What they do to a database is in `natives.ts`; a database and a statement are numbers there.

/** Exceptions, values that are adapted, and rows. */
export const valuesSource = `
class Warning(Exception):
    __module__ = 'sqlite3'

class Error(Exception):
    __module__ = 'sqlite3'

class InterfaceError(Error):
    __module__ = 'sqlite3'

class DatabaseError(Error):
    __module__ = 'sqlite3'

class InternalError(DatabaseError):
    __module__ = 'sqlite3'

class OperationalError(DatabaseError):
    __module__ = 'sqlite3'

class ProgrammingError(DatabaseError):
    __module__ = 'sqlite3'

class IntegrityError(DatabaseError):
    __module__ = 'sqlite3'

class DataError(DatabaseError):
    __module__ = 'sqlite3'

class NotSupportedError(DatabaseError):
    __module__ = 'sqlite3'

class PrepareProtocol:
    """PEP 246 style object adaption protocol type."""
    __module__ = 'sqlite3'
    def __init__(self, *args, **keywords):
        pass

class Tables:
    adapters = {}
    converters = {}
    are_plain_types_adapted = False

def kind_of_error(code):
    if code in (2, 12):
        return InternalError
    if code in (1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17):
        return OperationalError
    if code == 18:
        return DataError
    if code in (19, 20):
        return IntegrityError
    if code in (21, 25):
        return InterfaceError
    return DatabaseError

def error_of(code, extended, message):
    if code == 7:
        return MemoryError()
    error = kind_of_error(code & 255)(message)
    error.sqlite_errorcode = extended
    error.sqlite_errorname = error_name(extended)
    return error

def error_name(code):
    import _sqlite3
    names = [name for name, value in vars(_sqlite3).items() if value == code and name.startswith('SQLITE_')]
    for name in names:
        if code > 255 or name in PlainErrors.names:
            return name
    return 'unknown'

class PlainErrors:
    names = frozenset(
        'SQLITE_' + name for name in '''OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND
FULL CANTOPEN PROTOCOL EMPTY SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB NOTICE WARNING ROW DONE'''.split())

def register_adapter(type, adapter):
    if type in (int, float, str, bytearray):
        Tables.are_plain_types_adapted = True
    Tables.adapters[type, PrepareProtocol] = adapter

def register_converter(name, converter):
    if not isinstance(name, str):
        raise TypeError(f"register_converter() argument 1 must be str, not {type(name).__name__}")
    Tables.converters[name.upper()] = converter

class NOT_GIVEN:
    pass

def adapt(obj, proto, alt):
    found = adapted_by(PrepareProtocol if proto is None else proto, obj)
    if found is not NOT_GIVEN:
        return found
    if alt is not None:
        return alt
    raise ProgrammingError("can't adapt")

def adapted_by(proto, obj):
    adapter = Tables.adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for method, owner, argument in (('__adapt__', proto, obj), ('__conform__', obj, proto)):
        found = getattr(owner, method, None)
        if found is not None:
            try:
                adapted = found(argument)
            except TypeError:
                adapted = None
            if adapted is not None:
                return adapted
    return NOT_GIVEN

def adapted(value):
    kind = type(value)
    if (kind is int or kind is float or kind is str or kind is bytearray) and not Tables.are_plain_types_adapted:
        return value
    found = adapted_by(PrepareProtocol, value)
    return value if found is NOT_GIVEN else found

def complete_statement(statement):
    return is_complete(statement)

class Callbacks:
    tracebacks = False

def enable_callback_tracebacks(enable):
    Callbacks.tracebacks = bool(c_int(enable))

def enable_shared_cache(do_enable):
    pass

class Row:
    __module__ = 'sqlite3'
    __slots__ = ('_values', '_names')

    def __new__(cls, cursor, data, /):
        if not issubclass(type(cursor), Cursor):
            raise TypeError(f"Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}")
        if not isinstance(data, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(data).__name__}")
        self = object.__new__(cls)
        self._values = data
        self._names = cursor.description
        return self

    def keys(self):
        """Returns the keys of the row."""
        return [each[0] for each in self._names or ()]

    def __getitem__(self, key):
        if isinstance(key, str):
            wanted = key.encode().lower()
            for index, each in enumerate(self._names or ()):
                if each[0] == key or each[0].encode().lower() == wanted:
                    return self._values[index]
            raise IndexError('No item with that key')
        if isinstance(key, (int, slice)):
            return self._values[key]
        raise IndexError('Index must be int or string')

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __hash__(self):
        return hash(self._names) ^ hash(self._values)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._values == other._values

    def __ne__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return not self == other
`;

/** Statements: parameters, and the errors of what SQLite is asked to do. */
export const statementSource = `
class Statement:
    __slots__ = ('number', 'user', 'is_dml', 'parameters', 'is_read_only')

def first_word(sql):
    at = 0
    while at < len(sql):
        if sql.startswith('--', at):
            end = sql.find('\\n', at)
            at = len(sql) if end < 0 else end + 1
        elif sql.startswith('/*', at):
            end = sql.find('*/', at)
            at = len(sql) if end < 0 else end + 2
        elif sql[at] in ' \\t\\r\\n':
            at += 1
        else:
            break
    return sql[at:at + 7].upper()

def is_blank(sql):
    return first_word(sql) == ''

def make_statement(connection, sql):
    """A fresh statement; None where the text has none."""
    if not isinstance(sql, str):
        raise TypeError(f'argument 1 must be str, not {type(sql).__name__}')
    encoded = str.encode(sql)
    if len(encoded) > limit(connection._database, 1, -1):
        raise DataError('query string is too large')
    if 0 in encoded:
        raise ProgrammingError('the query contains a null character')
    number, code, used = prepare(connection._database, encoded)
    if code:
        raise last_error_of(connection)
    if not is_blank(encoded[used:].decode()):
        if number:
            end_statement(number)
        raise ProgrammingError('You can only execute one statement at a time.')
    if not number:
        return None
    statement = Statement()
    statement.number = number
    statement.user = None
    statement.is_dml = first_word(sql).startswith(('INSERT', 'UPDATE', 'DELETE', 'REPLACE'))
    statement.is_read_only = is_read_only(number)
    statement.parameters = parameter_count(number)
    connection._statements.append(statement)
    return statement

def last_error_of(connection):
    return error_of(*last_error(connection._database))

def bind_all(statement, given):
    count = statement.parameters
    number = statement.number
    if type(given) is tuple or type(given) is list or (not isinstance(given, dict) and is_sequence(given)):
        if len(given) != count:
            raise ProgrammingError(f'Incorrect number of bindings supplied. The current statement uses {count}, and there are {len(given)} supplied.')
        for index in range(count):
            bind_one(number, index + 1, given[index])
    elif is_mapping(given):
        for index in range(1, count + 1):
            name = parameter_name(number, index)
            if name is None:
                raise ProgrammingError(f'Binding {index} has no name, but you supplied a dictionary (which has only names).')
            name = name[1:]
            if type(given) is dict:
                value = given.get(name, NOT_GIVEN)
            else:
                try:
                    value = given[name]
                except LookupError:
                    value = NOT_GIVEN
            if value is NOT_GIVEN:
                raise ProgrammingError(f'You did not supply a value for binding parameter :{name}.')
            bind_one(number, index, value)
    else:
        raise ProgrammingError('parameters are of unsupported type')

def is_sequence(value):
    return hasattr(type(value), '__getitem__') and hasattr(type(value), '__len__') and not is_mapping(value)

def is_mapping(value):
    return isinstance(value, dict) or hasattr(type(value), '__getitem__') and hasattr(value, 'keys')

def bind_one(number, index, value):
    value = adapted(value)
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise error from None
    code = bind(number, index, value)
    if code == -1:
        raise ProgrammingError(f"Error binding parameter {index}: type '{type(value).__name__}' is not supported")
    if code:
        raise error_of(code, code, code_text(code))
`;
