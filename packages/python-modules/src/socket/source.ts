/** The class `socket`, and how its calls wait. */
export const socketSource = `
class herror(OSError):
    __module__ = 'socket'

class gaierror(OSError):
    __module__ = 'socket'

class Defaults:
    timeout = None

class socket:
    __module__ = '_socket'
    __slots__ = ('_fd', '_family', '_type', '_proto', '_timeout')
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = -1
        family, type, proto = c_int(family), c_int(type), c_int(proto)
        if fileno is None:
            self._family = 2 if family == -1 else family
            self._type = 1 if type == -1 else type
            self._proto = 0 if proto == -1 else proto
            self._fd = sys_socket(self._family, self._type & ~0o2004000, self._proto)
        else:
            fileno = whole(fileno)
            if fileno < 0:
                raise ValueError('negative file descriptor')
            def option(number):
                return int.from_bytes(sys_option(fileno, 1, number, 4), 'little')
            actual = option(39)
            self._family = actual if family == -1 else family
            self._type = option(3) if type == -1 else type
            self._proto = option(38) if proto == -1 else proto
            self._fd = fileno
            sys_block(fileno, False)
        self._timeout = 0.0 if self._type & 0o4000 else Defaults.timeout
        self._type &= ~0o2004000
    def __repr__(self):
        return f'<socket object, fd={self._fd}, family={int(self._family)}, type={int(self._type)}, proto={self._proto}>'
    def fileno(self):
        return self._fd
    def detach(self):
        fd, self._fd = self._fd, -1
        if fd != -1 and self._timeout is None:
            # Whoever has the descriptor now takes it as it seems to be.
            sys_block(fd, True)
        return fd
    def close(self):
        fd, self._fd = self._fd, -1
        if fd != -1:
            try:
                sys_close(fd)
            except ConnectionResetError:
                pass
    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)
    @property
    def timeout(self):
        return self._timeout
    def gettimeout(self):
        return self._timeout
    def settimeout(self, value, /):
        if value is not None:
            if not isinstance(value, float):
                if not hasattr(value, '__index__') and not hasattr(value, '__float__'):
                    raise TypeError(f"'{value.__class__.__name__}' object cannot be interpreted as an integer")
                value = float(value)
            if value < 0.0:
                raise ValueError('Timeout value out of range')
        self._timeout = value
    def setblocking(self, flag, /):
        self._timeout = None if c_int(flag) else 0.0
    def getblocking(self):
        return self._timeout != 0.0
    def bind(self, address, /):
        sys_bind(self._fd, pack(self._family, address, 'bind'))
    def listen(self, backlog=128, /):
        sys_listen(self._fd, max(c_int(backlog), 0))
    def _accept(self):
        fd, address = attempt(self, 1, sys_accept)
        return fd, unpack(address)
    def connect(self, address, /):
        packed = pack(self._family, address, 'connect')
        try:
            return sys_connect(self._fd, packed)
        except BlockingIOError:
            if self._timeout == 0.0:
                raise
        if not poll_until([(self._fd, 4)], deadline_of(self)):
            raise TimeoutError('timed out')
        error = self.getsockopt(1, 4)
        if error:
            raise OSError(error, strerror(error))
    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except TimeoutError as error:
            return error.errno or 11
        except OSError as error:
            if isinstance(error, gaierror):
                raise
            return error.errno
        return 0
    def recv(self, bufsize, flags=0, /):
        bufsize, flags = whole(bufsize), c_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        return attempt(self, 1, sys_receive, bufsize, flags)[0]
    def recvfrom(self, bufsize, flags=0, /):
        bufsize, flags = whole(bufsize), c_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffersize in recvfrom')
        data, address = attempt(self, 1, sys_receive, bufsize, flags)
        return data, unpack(address)
    def recv_into(self, buffer, nbytes=0, flags=0):
        return self.recvfrom_into(buffer, nbytes, flags)[0]
    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast('B')
        nbytes, flags = whole(nbytes), c_int(flags)
        if nbytes < 0:
            raise ValueError('negative buffersize in recvfrom_into')
        if nbytes > len(view):
            raise ValueError('nbytes is greater than the length of the buffer')
        data, address = attempt(self, 1, sys_receive, nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data), unpack(address)
    def send(self, data, flags=0, /):
        return attempt(self, 4, sys_send, content(data), c_int(flags), None)
    def sendall(self, data, flags=0, /):
        left = content(data)
        while True:
            left = left[attempt(self, 4, sys_send, left, c_int(flags), None):]
            if not left:
                return
    def sendto(self, data, /, *args):
        if not 1 <= len(args) <= 2:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({1 + len(args)} given)')
        flags = args[0] if len(args) == 2 else 0
        return attempt(self, 4, sys_send, content(data), c_int(flags), pack(self._family, args[-1], 'sendto'))
    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        try:
            buffers = list(buffers)
        except TypeError:
            raise TypeError('sendmsg() argument 1 must be an iterable') from None
        try:
            ancdata = list(ancdata or ())
        except TypeError:
            raise TypeError('sendmsg() argument 2 must be an iterable') from None
        for item in ancdata:
            if not isinstance(item, (tuple, list)):
                raise TypeError(f'[sendmsg() ancillary data items]() argument must be 3-item sequence, not {type(item).__name__}')
            if len(item) != 3:
                raise TypeError(f'[sendmsg() ancillary data items]() argument must be sequence of length 3, not {len(item)}')
            content(item[2])
        if ancdata:
            missing('ancillary data of sockets')
        packed = None if address is None else pack(self._family, address, 'sendmsg')
        return attempt(self, 4, sys_send, b''.join([content(each) for each in buffers]), flags, packed)
    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        bufsize, ancbufsize, flags = whole(bufsize), whole(ancbufsize), c_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffer size in recvmsg()')
        data, address = attempt(self, 1, sys_receive, bufsize, flags)
        return data, [], 0, unpack(address)
    def shutdown(self, how, /):
        sys_shutdown(self._fd, c_int(how))
    def getsockname(self):
        return unpack(sys_local_address(self._fd))
    def getpeername(self):
        return unpack(sys_peer_address(self._fd))
    def getsockopt(self, level, option, buflen=None, /):
        level, option = c_int(level), c_int(option)
        if buflen is None:
            return int.from_bytes(sys_option(self._fd, level, option, 4), 'little', signed=True)
        buflen = c_int(buflen)
        if not 0 < buflen <= 1024:
            raise OSError('getsockopt buflen out of range')
        return sys_option(self._fd, level, option, buflen)
    def setsockopt(self, level, option, value, optlen=None, /):
        level, option = c_int(level), c_int(option)
        if value is None:
            value = bytes(whole(optlen))
        elif isinstance(value, int):
            value = value.to_bytes(4, 'little', signed=value < 2 ** 31)
        sys_set_option(self._fd, level, option, content(value))

def content(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data))

def deadline_of(socket):
    return deadline_after(None if socket._timeout is None else socket._timeout * 1000)

def attempt(socket, events, operation, *args):
    deadline = None
    while True:
        try:
            return operation(socket._fd, *args)
        except BlockingIOError:
            # One without a timeout waits, unless the flags of a transfer say not to: MSG_DONTWAIT.
            if socket._timeout == 0.0 or socket._timeout is None and len(args) > 1 and args[1] & 64:
                raise
        if deadline is None:
            deadline = deadline_of(socket)
        if not poll_until([(socket._fd, events)], deadline):
            raise TimeoutError('timed out')
`;
