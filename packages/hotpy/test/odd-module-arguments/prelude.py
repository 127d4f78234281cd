"""What the calls of native modules share, behind the prelude of odd arguments: the modules, and objects of their types that take more than one expression."""
import os


def remove_files():
    """What a call has made in the directory the program runs in."""
    for name in os.listdir():
        try:
            os.rmdir(name) if os.path.isdir(name) and not os.path.islink(name) else os.unlink(name)
        except OSError:
            pass


t_alone = t


def t(number, make, call):
    t_alone(number, make, call)
    remove_files()


kept = _collections.deque([1, 2])
subclasses = {}


def subclass(base):
    """A class that refines a type, has attributes and overrides a few methods."""
    if base not in subclasses:
        class Refined(base):
            odd = 1
            def __repr__(self):
                return "Refined"
            def __len__(self):
                return 2
            def __iter__(self):
                return iter((5, 6))
        subclasses[base] = Refined
    return subclasses[base]


def overriding(base, method, result):
    """A class that refines a type, in which one method returns something else, or raises it."""
    def instead(self, *given, **named):
        if isinstance(result, BaseException):
            raise result
        return result
    return type("Overriding", (base,), {method: instead})


def after(make, *steps):
    """An object on which methods have been called."""
    value = make()
    for name, *given in steps:
        getattr(value, name)(*given)
    return value


def with_attributes(base, **attributes):
    value = base()
    for name in attributes:
        setattr(value, name, attributes[name])
    return value


def sockets():
    """One of a pair of sockets that wait for nothing."""
    pair = _socket.socketpair()
    for each in pair:
        each.setblocking(False)
    return pair[0]


class Raw(_io._RawIOBase):
    """A raw stream whose methods return what they are told to."""
    def __init__(self, result=b"ab", can=True):
        self.result = result
        self.can = can
        self.reads = 0
    def readable(self):
        return self.can
    def writable(self):
        return self.can
    def seekable(self):
        return self.can
    def readinto(self, buffer):
        self.reads += 1
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result if self.reads < 4 and not isinstance(self.result, bytes) else 0
    def write(self, given):
        return self.result
    def seek(self, position, whence=0):
        return self.result
    def tell(self):
        return self.result
    def truncate(self, size=None):
        return self.result


class File:
    """What is no stream but has some of its methods."""
    def __init__(self, result):
        self.result = result
    def read(self, *given):
        return self.result
    readline = readinto = write = tell = seek = read
    def readable(self):
        return True
    writable = seekable = readable
    closed = False
    def __repr__(self):
        return "File"


class Zone(_datetime.tzinfo):
    def __init__(self, result):
        self.result = result
    def utcoffset(self, when):
        return self.result
    dst = tzname = utcoffset
    def __repr__(self):
        return "Zone"


def coroutine():
    """A coroutine that has run to its end, so that no warning is due."""
    async def nothing():
        pass
    made = nothing()
    made.close()
    return made


async def nothing_asynchronous():
    yield 1
    yield 2


def raised_traceback():
    try:
        failing()
    except ZeroDivisionError as error:
        return error.__traceback__


def cell(value=1):
    def inner():
        return value
    return inner.__closure__[0]
