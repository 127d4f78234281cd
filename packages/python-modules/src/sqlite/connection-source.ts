/** The class `Connection`, and `connect`. */
export const connectionSource = `
def begin_of(level):
    if level is None:
        return None
    if not isinstance(level, str):
        raise TypeError('isolation_level must be str or None')
    if str.upper(level) not in ('', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE'):
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return f'BEGIN {str.upper(level)}'

class Connection:
    """SQLite database connection object."""
    __module__ = 'sqlite3'
    Warning = property(lambda self: Warning)
    Error = property(lambda self: Error)
    InterfaceError = property(lambda self: InterfaceError)
    DatabaseError = property(lambda self: DatabaseError)
    InternalError = property(lambda self: InternalError)
    OperationalError = property(lambda self: OperationalError)
    ProgrammingError = property(lambda self: ProgrammingError)
    IntegrityError = property(lambda self: IntegrityError)
    DataError = property(lambda self: DataError)
    NotSupportedError = property(lambda self: NotSupportedError)

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._database = self._thread = None
        self._isReady = False
        return self

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=None,
                 cached_statements=128, uri=False):
        import sys, os, _thread
        path = os.fsdecode(database)
        sys.audit('sqlite3.connect', database)
        if self._isReady and self._database is not None:
            self._end()
        self._isReady = False
        self._begin = begin_of(isolation_level)
        self._level = isolation_level
        self._detect_types = detect_types
        self._thread = _thread.get_ident() if check_same_thread else None
        self._most = cached_statements
        self._cache = {}
        self._statements = []
        self._database = None
        self.row_factory = None
        self.text_factory = str
        number, code, message = open_database(path, 2 | 4 | (64 if uri else 0))
        if not number:
            raise error_of(code, code, message)
        self._database = number
        self._isReady = True
        set_timeout(number, int(timeout * 1000))
        sys.audit('sqlite3.connect/handle', self)

    def _check(self):
        if not self._isReady:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._database is None:
            raise ProgrammingError('Cannot operate on a closed database.')

    def _check_thread(self):
        if self._thread is not None:
            import _thread
            current = _thread.get_ident()
            if current != self._thread:
                raise ProgrammingError(
                    'SQLite objects created in a thread can only be used in that same thread. '
                    f'The object was created in thread id {self._thread} and this is thread id {current}.')

    def _checked(self):
        self._check_thread()
        self._check()
        return self._database

    def _statement_for(self, sql):
        cache = self._cache
        statement = cache.pop(sql, None)
        if statement is not None:
            cache[sql] = statement
            if statement.user is None:
                return statement
        made = make_statement(self, sql)
        if made is not None and statement is None and self._most > 0:
            if len(cache) >= self._most:
                oldest = next(iter(cache))
                dropped = cache.pop(oldest)
                if dropped.user is None:
                    self._drop(dropped)
            cache[sql] = made
        return made

    def _drop(self, statement):
        self._statements.remove(statement)
        end_statement(statement.number)
        statement.number = 0

    def _step(self, statement):
        code = step(statement.number)
        # What a cursor reads that nothing refers to any more may hold the table.
        if code in (5, 6) and self._reset_lost():
            reset(statement.number)
            code = step(statement.number)
        return code

    def _reset_lost(self):
        import gc
        if all(each.user is None or each.user() is not None for each in self._statements):
            gc.collect()
        lost = [each for each in self._statements if each.user is not None and each.user() is None]
        for each in lost:
            reset(each.number)
            each.user = None
        return bool(lost)

    def _execute_plainly(self, sql):
        number, code, used = prepare(self._database, sql.encode())
        if code:
            raise last_error_of(self)
        code = step(number)
        if code in (5, 6) and self._reset_lost():
            reset(number)
            code = step(number)
        error = None if code == 101 else last_error_of(self)
        end_statement(number)
        if error is not None:
            raise error

    @property
    def isolation_level(self):
        self._check()
        return self._level

    @isolation_level.setter
    def isolation_level(self, level):
        if level is None:
            self._begin = None
            self._level = None
            if self._database is not None and not is_automatic(self._database):
                self._execute_plainly('COMMIT')
            return
        self._begin = begin_of(level)
        self._level = level

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError('cannot delete attribute')

    @property
    def in_transaction(self):
        self._check()
        return not is_automatic(self._database)

    @property
    def total_changes(self):
        self._check()
        return total_changes(self._database)

    def cursor(self, factory=NOT_GIVEN):
        """Return a cursor for the connection."""
        self._checked()
        made = Cursor(self) if factory is NOT_GIVEN else factory(self)
        if not issubclass(type(made), Cursor):
            raise TypeError(f'factory must return a cursor, not {type(made).__name__}')
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=NOT_GIVEN, /):
        """Executes an SQL statement."""
        return self.cursor().execute(sql) if parameters is NOT_GIVEN else self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Repeatedly executes an SQL statement."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        return self.cursor().executescript(sql_script)

    def __call__(self, sql, /):
        self._checked()
        return make_statement(self, sql)

    def commit(self):
        """Commit any pending transaction to the database."""
        if not is_automatic(self._checked()):
            self._execute_plainly('COMMIT')

    def rollback(self):
        """Roll back to the start of any pending transaction."""
        if not is_automatic(self._checked()):
            self._execute_plainly('ROLLBACK')

    def __enter__(self):
        self._checked()
        return self

    def __exit__(self, type, value, traceback, /):
        if type is not None:
            self.rollback()
            return False
        try:
            self.commit()
        except BaseException:
            self.rollback()
            raise
        return False

    def _end(self):
        for each in self._statements:
            if each.number:
                end_statement(each.number)
                each.number = 0
        self._statements = []
        self._cache = {}
        database, self._database = self._database, None
        close_database(database)

    def close(self):
        """Close the database connection."""
        self._check_thread()
        if not self._isReady:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._database is not None:
            self._end()

    def interrupt(self):
        """Abort any pending database operation."""
        self._check()
        interrupt_database(self._database)

    def create_function(self, name, narg, func, /, *, deterministic=False):
        """Creates a new function."""
        if define_function(self._checked(), name, c_int(narg), bool(deterministic), func):
            raise OperationalError('Error creating function')

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        """Creates a new aggregate."""
        if define_aggregate(self._checked(), name, n_arg, aggregate_class):
            raise OperationalError('Error creating aggregate')

    def create_collation(self, name, callback, /):
        """Creates a collation function."""
        if not isinstance(name, str):
            raise TypeError(f"create_collation() argument 1 must be str, not {type(name).__name__}")
        if callback is not None and not callable(callback):
            raise TypeError('parameter must be callable')
        str.encode(name)
        if define_collation(self._checked(), name, callback):
            raise last_error_of(self)

    def set_trace_callback(self, trace_callback):
        """Set a trace callback called for each SQL statement (passed as unicode)."""
        trace(self._checked(), trace_callback)

    def set_authorizer(self, authorizer_callback):
        """Set authorizer callback."""
        authorise(self._checked(), authorizer_callback)

    def set_progress_handler(self, progress_handler, n):
        """Set progress handler callback."""
        watch(self._checked(), c_int(n), progress_handler)

    def getlimit(self, category, /):
        """Get connection run-time limits."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit_value, /):
        """Set connection run-time limits."""
        before = limit(self._checked(), c_int(category), c_int(limit_value))
        if before < 0:
            raise ProgrammingError("'category' is out of bounds")
        return before

    def iterdump(self):
        """Returns iterator to the dump of the database in an SQL text format."""
        self._check()
        from sqlite3.dump import _iterdump
        return _iterdump(self)

    def backup(self, target, *, pages=-1, progress=None, name='main', sleep=0.25):
        """Makes a backup of the database."""
        self._checked()
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 1 must be sqlite3.Connection, not {type(target).__name__}")
        target._checked()
        if target is self:
            raise ValueError('target cannot be the same connection instance')
        if progress is not None and not callable(progress):
            raise TypeError('progress argument must be a callable')
        if not is_automatic(target._database):
            raise OperationalError('target is in transaction')
        failed = []
        def told(code, remaining, count):
            if progress is not None:
                try:
                    progress(code, remaining, count)
                except BaseException as error:
                    failed.append(error)
                    return False
            if code in (5, 6):
                import time
                time.sleep(sleep)
            return code in (0, 5, 6)
        code, ended = copy_database(self._database, target._database, pages or -1, name, told)
        if failed:
            raise failed[0]
        if ended:
            raise last_error_of(target)

def connect(database, args, kwargs):
    if 'factory' in kwargs:
        factory = kwargs['factory']
    elif len(args) > 4:
        factory = args[4]
    else:
        factory = Connection
    return factory(database, *args, **kwargs)
`;
