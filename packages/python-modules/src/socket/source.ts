/** What `_socket` has in Python. */
export const socketSource = `
class herror(OSError):
    __module__ = 'socket'

class gaierror(OSError):
    __module__ = 'socket'

class Defaults:
    timeout = None

class socket:
    __module__ = '_socket'
    __slots__ = ()
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        missing()

def getdefaulttimeout():
    return Defaults.timeout

def setdefaulttimeout(timeout):
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0.0:
            raise ValueError('Timeout value out of range')
    Defaults.timeout = timeout

def word16(value, name):
    if not isinstance(value, int):
        raise TypeError(f"'{value.__class__.__name__}' object cannot be interpreted as an integer")
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
    packed = bytes(packed_ip)
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
