/** The class `Cursor`. */
export const cursorSource = `
class Cursor:
    """SQLite database cursor class."""
    __module__ = 'sqlite3'

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._connection = None
        self._statement = None
        self._isLocked = self._isClosed = self._hasRow = False
        return self

    def __init__(self, connection, /):
        if not isinstance(connection, Connection):
            raise TypeError(f"Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}")
        if self._isLocked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        if self._statement is not None:
            self._let_go()
        self._isClosed = False
        connection._check_thread()
        self._connection = connection
        self._description = None
        self._rowcount = -1
        self._lastrowid = None
        self.arraysize = 1
        self.row_factory = None
        self._converters = None

    @property
    def connection(self):
        return self._connection

    @property
    def description(self):
        return self._description

    @property
    def rowcount(self):
        return self._rowcount

    @property
    def lastrowid(self):
        return self._lastrowid

    def _check(self):
        if self._connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._isClosed:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        if self._isLocked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        self._connection._check_thread()
        self._connection._check()

    def _let_go(self):
        statement = self._statement
        self._statement = None
        self._hasRow = False
        if statement is not None and statement.number:
            reset(statement.number)
            statement.user = None

    def execute(self, sql, parameters=(), /):
        """Executes an SQL statement."""
        return self._run(sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        """Repeatedly executes an SQL statement."""
        return self._run(sql, seq_of_parameters, True)

    def _run(self, sql, all_given, is_many):
        if not isinstance(sql, str):
            raise TypeError(f"execute{'many' if is_many else ''}() argument 1 must be str, not {type(sql).__name__}")
        self._check()
        connection = self._connection
        rows = iter(all_given)
        self._isLocked = True
        try:
            self._let_go()
            self._description = None
            self._rowcount = -1
            statement = connection._statement_for(sql)
            if statement is None:
                return self
            if is_many and statement.is_read_only:
                raise ProgrammingError('executemany() can only execute DML statements.')
            from _weakref import ref
            statement.user = ref(self)
            self._statement = statement
            self._rowcount = 0 if statement.is_dml else -1
            if connection._begin is not None and statement.is_dml and is_automatic(connection._database):
                connection._execute_plainly(connection._begin)
            for given in rows:
                reset(statement.number)
                bind_all(statement, given)
                code = connection._step(statement)
                if code != 100 and code != 101:
                    error = last_error_of(connection)
                    raise error
                if self._description is None:
                    self._describe(statement.number)
                if code == 101:
                    if statement.is_dml:
                        self._rowcount += changes(connection._database)
                    reset(statement.number)
                else:
                    self._hasRow = True
                    if is_many:
                        self._hasRow = False
            if not is_many:
                self._lastrowid = last_row(connection._database)
            if not self._hasRow:
                self._let_go()
            return self
        except BaseException:
            self._rowcount = -1
            self._let_go()
            raise
        finally:
            self._isLocked = False

    def _describe(self, number):
        count = column_count(number)
        if count == 0:
            return
        kinds = self._connection._detect_types
        names = [column_name(number, index) for index in range(count)]
        shown = [name[:name.index('[')].rstrip(' ') if kinds & 2 and '[' in name else name for name in names] if kinds else names
        self._description = tuple([(name, None, None, None, None, None, None) for name in shown])
        self._converters = [self._converter(number, index, name) for index, name in enumerate(names)] if kinds else None

    def _converter(self, number, index, name):
        kinds = self._connection._detect_types
        found = None
        if kinds & 2 and '[' in name and ']' in name[name.index('['):]:
            start = name.index('[')
            found = Tables.converters.get(name[start + 1:name.index(']', start)].upper())
        if found is None and kinds & 1:
            declared = column_type(number, index)
            if declared is not None:
                for end, character in enumerate(declared):
                    if character in ' (':
                        declared = declared[:end]
                        break
                found = Tables.converters.get(declared.upper())
        return found

    def _take(self):
        """The row that has been found."""
        number = self._statement.number
        converters = self._converters
        make = self._connection.text_factory
        if converters is not None and any(converters):
            values = tuple([self._value(number, index, converter, make) for index, converter in enumerate(converters)])
        elif make is str:
            values = row(number, False)
            if type(values) is int:
                self._value(number, values, None, make)
        else:
            plain = row(number, True)
            kinds = row(number, False) if make is not bytes else None
            if type(kinds) is int:
                kinds = None
            if make is bytes:
                values = plain
            else:
                values = tuple([self._made(make, value, None if kinds is None else kinds[index]) for index, value in enumerate(plain)])
        if self.row_factory is not None:
            return self.row_factory(self, values)
        return values

    def _made(self, make, value, decoded):
        if type(value) is not bytes or type(decoded) is bytes:
            return value
        return bytearray(value) if make is bytearray else make(value)

    def _value(self, number, index, converter, make):
        if converter is not None:
            value = column(number, index)
            # Nothing is what SQLite has for no bytes.
            if not value:
                return None
            return converter(value.encode() if isinstance(value, str) else value)
        values = row(number, make is not str)
        if type(values) is not int:
            return values[index]
        value = column(number, index)
        if not isinstance(value, bytes):
            return row(number, True)[index]
        try:
            return value.decode()
        except UnicodeDecodeError:
            name = self._description[index][0]
            shown = value.decode('ascii', 'replace')
            raise OperationalError(f"Could not decode to UTF-8 column '{name}' with text '{shown}'") from None

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        statement = self._statement
        if statement is None or not self._hasRow or not statement.number:
            raise StopIteration
        self._isLocked = True
        try:
            result = self._take()
        finally:
            self._isLocked = False
        code = self._connection._step(statement)
        if code == 101:
            if statement.is_dml:
                self._rowcount = changes(self._connection._database)
            self._let_go()
        elif code != 100:
            error = last_error_of(self._connection)
            self._let_go()
            raise error
        return result

    def fetchone(self):
        """Fetches one row from the resultset."""
        return next(self, None)

    def fetchmany(self, size=NOT_GIVEN):
        """Fetches several rows from the resultset."""
        count = self.arraysize if size is NOT_GIVEN else size
        result = []
        for each in self:
            result.append(each)
            if len(result) == count:
                break
        return result

    def fetchall(self):
        """Fetches all rows from the resultset."""
        return [each for each in self]

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        if not isinstance(sql_script, str):
            raise TypeError(f"executescript() argument must be str, not {type(sql_script).__name__}")
        self._check()
        connection = self._connection
        encoded = sql_script.encode()
        if 0 in encoded:
            raise ValueError('embedded null character')
        if len(encoded) > limit(connection._database, 1, -1):
            raise DataError('query string is too large')
        if not is_automatic(connection._database):
            connection._execute_plainly('COMMIT')
        while encoded:
            number, code, used = prepare(connection._database, encoded)
            if code:
                raise last_error_of(connection)
            if number:
                code = 100
                while code == 100:
                    code = step(number)
                error = None if code == 101 else last_error_of(connection)
                end_statement(number)
                if error is not None:
                    raise error
            if not used:
                break
            encoded = encoded[used:]
        return self

    def setinputsizes(self, sizes, /):
        """Required by DB-API. Does nothing in sqlite3."""

    def setoutputsize(self, size, column=None, /):
        """Required by DB-API. Does nothing in sqlite3."""

    def close(self):
        """Closes the cursor."""
        if self._connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._isLocked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        self._connection._check_thread()
        self._connection._check()
        self._let_go()
        self._isClosed = True
`;
