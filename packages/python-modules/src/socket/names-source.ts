/** Names and numbers of hosts, services and interfaces, and addresses as bytes and as text. */
export const namesSource = `
def pack(family, address, name):
    family = int(family)
    if family == 1:
        path = address.encode('utf-8', 'surrogateescape') if isinstance(address, str) else bytes(address)
        if len(path) > 107:
            raise OSError('AF_UNIX path too long')
        return b'\\x01\\0' + path + (b'' if path[:1] == b'\\0' else b'\\0')
    if family not in (2, 10):
        raise OSError(f'{name}(): bad family')
    if not isinstance(address, tuple):
        kind = 'AF_INET' if family == 2 else 'AF_INET6'
        raise TypeError(f'{name}(): {kind} address must be tuple, not {address.__class__.__name__}')
    if family == 2 and len(address) != 2:
        raise TypeError(f'{name}(): AF_INET address must be a pair (host, port)')
    if family == 10 and not 2 <= len(address) <= 4:
        raise TypeError(f'{name}(): AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
    host, port, flow, scope = (*address, 0, 0)[:4]
    port = whole(port)
    if not 0 <= port <= 0xffff:
        raise OverflowError(f'{name}(): port must be 0-65535.')
    number = resolve(family, host)
    head = family.to_bytes(2, 'little') + port.to_bytes(2, 'big')
    if family == 2:
        return head + number + bytes(8)
    return head + flow.to_bytes(4, 'big') + number + scope.to_bytes(4, 'little')

def resolve(family, host):
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode('ascii')
    elif not isinstance(host, str):
        raise TypeError('str, bytes or bytearray expected, not ' + host.__class__.__name__)
    if not host:
        return bytes(4 if family == 2 else 16)
    if host == '<broadcast>' and family == 2:
        return b'\\xff' * 4
    try:
        return pack_four(host) if family == 2 else pack_six(host)
    except ValueError:
        pass
    packed = find_addresses(host, None, family, 0, 0, 0)[0][4]
    return packed[4:8] if family == 2 else packed[8:24]

def unpack(packed):
    family = int.from_bytes(packed[:2], 'little')
    if family == 2:
        return inet_ntoa(packed[4:8]), int.from_bytes(packed[2:4], 'big')
    if family == 10:
        host = inet_ntop(10, packed[8:24])
        return host, int.from_bytes(packed[2:4], 'big'), int.from_bytes(packed[4:8], 'big'), int.from_bytes(packed[24:28], 'little')
    if family == 1:
        path = packed[2:]
        return path if path[:1] == b'\\0' else path.rstrip(b'\\0').decode('utf-8', 'surrogateescape')
    return None

def find_addresses(*args):
    try:
        return sys_addresses(*args)
    except OSError as error:
        if error.errno >= 0:
            raise
        number, text = error.errno, error.strerror
    raise gaierror(number, text)

def getaddrinfo(host, port, family, type, proto, flags):
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode('ascii')
    elif host is not None and not isinstance(host, str):
        raise TypeError('getaddrinfo() argument 1 must be string or None')
    if isinstance(port, int):
        port = str(int(port))
    elif isinstance(port, bytes):
        port = port.decode('ascii')
    elif port is not None and not isinstance(port, str):
        raise OSError('Int or String expected')
    found = find_addresses(host, port, int(family or 0), int(type or 0), proto or 0, int(flags or 0))
    return [(family, type, proto, name, unpack(address)) for family, type, proto, name, address in found]

def gethostbyname(hostname):
    return inet_ntoa(resolve(2, hostname))

def gethostbyname_ex(hostname):
    found = find_addresses(hostname or None, None, 2, 1, 0, 2)
    return found[0][3] or hostname, [], [inet_ntoa(address[4:8]) for *_, address in found]

def gethostbyaddr(ip_address):
    if isinstance(ip_address, (bytes, bytearray)):
        ip_address = bytes(ip_address).decode('ascii')
    elif not isinstance(ip_address, str):
        raise TypeError('gethostbyaddr() argument 1 must be str, bytes or bytearray, not ' + type(ip_address).__name__)
    packed = find_addresses(ip_address or None, None if ip_address else '0', 0, 0, 0, 0)[0][4]
    family = int.from_bytes(packed[:2], 'little')
    return host_of(packed[4:8] if family == 2 else packed[8:24], family)

def host_of(packed, family):
    found = sys_host(packed, family)
    if found is None:
        raise herror(1, 'Unknown host')
    name, aliases, addresses = found
    return name, aliases, [inet_ntop(family, address) for address in addresses]

def getnameinfo(sockaddr, flags):
    if not isinstance(sockaddr, tuple):
        raise TypeError('getnameinfo() argument 1 must be a tuple')
    host, port, *rest = sockaddr
    found = find_addresses(host, str(port), 0, 2, 0, 4)
    if len(found) > 1:
        raise OSError('sockaddr resolved to multiple addresses')
    packed = found[0][4]
    if int.from_bytes(packed[:2], 'little') == 2:
        if rest:
            raise OSError('IPv4 sockaddr must be 2 tuple')
    else:
        flow, scope = [*rest, 0, 0][:2]
        packed = packed[:4] + flow.to_bytes(4, 'big') + packed[8:24] + scope.to_bytes(4, 'little')
    try:
        return sys_names(packed, flags)
    except OSError as error:
        number, text = error.errno, error.strerror
    raise gaierror(number, text)

def getprotobyname(name):
    found = sys_protocol(text_of(name, 'getprotobyname'))
    if found is None:
        raise OSError('protocol not found')
    return found

def getservbyport(port, protocolname):
    port = c_int(port)
    if not 0 <= port <= 0xffff:
        raise OverflowError('getservbyport: port must be 0-65535.')
    found = sys_service(port, protocolname)
    if found is None:
        raise OSError('port/proto not found')
    return found

def text_of(name, function):
    if not isinstance(name, str):
        raise TypeError(f'{function}() argument 1 must be str, not {type(name).__name__}')
    return name

def if_nametoindex(name):
    import os
    try:
        return sys_interface_number(os.fsdecode(name))
    except OSError:
        raise OSError('no interface with this name') from None

def if_indextoname(index):
    return sys_interface_name(whole(index))

def if_nameindex():
    return sys_interfaces()

def sethostname(name):
    import os
    sys_set_host_name(os.fsdecode(name))

def getservbyname(servicename, protocolname):
    found = sys_port(text_of(servicename, 'getservbyname'), protocolname)
    if found is None:
        raise OSError('service/proto not found')
    return found

def socketpair(family, type, proto):
    family, type, proto = 1 if family is None else family, 1 if type is None else type, 0 if proto is None else proto
    first, second = sys_socket_pair(c_int(family), c_int(type), c_int(proto))
    return socket(family, type, proto, first), socket(family, type, proto, second)

def dup(fd):
    return sys_duplicate(whole(fd))

def close(fd):
    sys_close(whole(fd))

def getdefaulttimeout():
    return Defaults.timeout

def setdefaulttimeout(timeout):
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0.0:
            raise ValueError('Timeout value out of range')
    Defaults.timeout = timeout

def word16(value, name):
    value = whole(value)
    if value < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C 16-bit unsigned integer")
    if value > 0xffff:
        raise OverflowError(f'{name}: Python int too large to convert to C 16-bit unsigned integer')
    return (value & 0xff) << 8 | value >> 8

def htons(value):
    return word16(value, 'htons')

def ntohs(value):
    return word16(value, 'ntohs')

def word32(value):
    if not isinstance(value, int):
        raise TypeError(f'expected int, {value.__class__.__name__} found')
    if value < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if value > 0xffffffff:
        raise OverflowError('int larger than 32 bits')
    return int.from_bytes(value.to_bytes(4, 'little'), 'big')

def htonl(value):
    return word32(value)

def ntohl(value):
    return word32(value)

def inet_aton(ip_addr):
    if not isinstance(ip_addr, str):
        raise TypeError(f'inet_aton() argument 1 must be str, not {type_name(ip_addr)}')
    parts = ip_addr.split('.')
    try:
        values = [int(each, 0) if each.startswith(('0x', '0X')) else int(each, 8) if each.startswith('0') and each != '0' else int(each) for each in parts]
        last = values.pop()
        if len(values) > 3 or not all(0 <= each < 256 for each in values) or not 0 <= last < 256 ** (4 - len(values)):
            raise ValueError
    except ValueError:
        raise OSError('illegal IP address string passed to inet_aton') from None
    return bytes(values) + last.to_bytes(4 - len(values), 'big')

def inet_ntoa(packed_ip):
    packed_ip = content_of(packed_ip)
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(str(each) for each in bytes(packed_ip))

def pack_six(text):
    head, separator, tail = text.partition('::')
    def groups(part):
        result = b''
        pieces = part.split(':') if part else []
        for index, piece in enumerate(pieces):
            if '.' in piece and index == len(pieces) - 1:
                result += pack_four(piece)
            elif not 1 <= len(piece) <= 4:
                raise ValueError
            else:
                result += int(piece, 16).to_bytes(2, 'big')
        return result
    first, last = groups(head), groups(tail)
    missed = 16 - len(first) - len(last)
    if missed < (1 if separator else 0) or missed and not separator:
        raise ValueError
    return first + bytes(missed) + last

def pack_four(text):
    pieces = text.split('.')
    if len(pieces) != 4 or not all(each.isascii() and each.isdigit() and len(each) <= 3 for each in pieces):
        raise ValueError
    return bytes(int(each) for each in pieces)

def inet_pton(address_family, ip_string):
    if address_family not in (2, 10):
        raise OSError(97, 'Address family not supported by protocol')
    try:
        return pack_four(ip_string) if address_family == 2 else pack_six(ip_string)
    except ValueError:
        raise OSError('illegal IP address string passed to inet_pton') from None

def inet_ntop(address_family, packed_ip):
    packed = content_of(packed_ip)
    if address_family not in (2, 10):
        raise ValueError(f'unknown address family {address_family}')
    if len(packed) != (4 if address_family == 2 else 16):
        raise ValueError('invalid length of packed IP address string')
    if address_family == 2:
        return inet_ntoa(packed)
    groups = [int.from_bytes(packed[at:at + 2], 'big') for at in range(0, 16, 2)]
    best, length, at = -1, 1, 0
    while at < 8:
        end = at
        while end < 8 and groups[end] == 0:
            end += 1
        if end - at > length:
            best, length = at, end - at
        at = max(end, at + 1)
    if best == 0 and (length == 6 or length == 5 and groups[5] == 0xffff):
        return ('::' if length == 6 else '::ffff:') + inet_ntoa(packed[12:])
    if best < 0:
        return ':'.join(f'{each:x}' for each in groups)
    return ':'.join(f'{each:x}' for each in groups[:best]) + '::' + ':'.join(f'{each:x}' for each in groups[best + length:])

def CMSG_LEN(length):
    if length < 0:
        raise OverflowError('CMSG_LEN() argument out of range')
    return 16 + length

def CMSG_SPACE(length):
    if length < 0:
        raise OverflowError('CMSG_SPACE() argument out of range')
    return 16 + (length + 7) // 8 * 8
`;
