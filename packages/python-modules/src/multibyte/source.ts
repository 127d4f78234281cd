/** `_multibytecodec`: what the library's encodings of East Asia are written with. */
export const multibyteSource = `
class MultibyteCodec:
    __slots__ = ('_name',)
    def encode(self, input, errors=None):
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to unicode.")
        return encode_by(self._name, input, errors), len(input)
    def decode(self, input, errors=None):
        text, size = decode_by(self._name, input, errors, True)
        return text, size

def codec_named(name):
    result = object.__new__(MultibyteCodec)
    result._name = name
    return result

def check_codec(self):
    codec = self.codec
    if not isinstance(codec, MultibyteCodec):
        raise TypeError('codec is unexpected type')
    return codec

def check_errors(errors):
    if not isinstance(errors, str):
        raise TypeError('errors must be a string')
    return errors

class Errors:
    __slots__ = ()
    @property
    def errors(self):
        return self._errors
    @errors.setter
    def errors(self, value):
        self._errors = check_errors(value)

class MultibyteIncrementalEncoder(Errors):
    __module__ = '_multibytecodec'
    def __init__(self, errors='strict'):
        check_codec(self)
        self._errors = check_errors(errors)
    def encode(self, input, final=False):
        return check_codec(self).encode(input, self._errors)[0]
    def reset(self):
        return None
    def getstate(self):
        return 0
    def setstate(self, state, /):
        pass

class MultibyteIncrementalDecoder(Errors):
    __module__ = '_multibytecodec'
    def __init__(self, errors='strict'):
        check_codec(self)
        self._errors = check_errors(errors)
        self._pending = b''
    def decode(self, input, final=False):
        data = self._pending + bytes(input)
        text, size = decode_by(check_codec(self)._name, data, self._errors, bool(final))
        self._pending = data[size:]
        return text
    def reset(self):
        self._pending = b''
    def getstate(self):
        return self._pending, 0
    def setstate(self, state, /):
        pending, _ = state
        if not isinstance(pending, bytes):
            raise TypeError(f'setstate() argument 1, item 0 must be bytes, not {type(pending).__name__}')
        if len(pending) > 8:
            raise UnicodeError('pending buffer too large')
        self._pending = pending

class MultibyteStreamReader(Errors):
    __module__ = '_multibytecodec'
    def __init__(self, stream, errors='strict'):
        check_codec(self)
        self.stream = stream
        self._errors = check_errors(errors)
        self._pending = b''
    def _take(self, method, size):
        if size is not None and not isinstance(size, int):
            raise TypeError('arg 1 must be an integer')
        while True:
            data = method() if size is None or size < 0 else method(size)
            if not isinstance(data, bytes):
                raise TypeError(f"stream function returned a non-bytes object ({type(data).__name__})")
            whole = self._pending + data
            is_final = size is None or size < 0 or not data
            text, count = decode_by(check_codec(self)._name, whole, self._errors, is_final)
            self._pending = whole[count:]
            if text or is_final:
                return text
            size = 1
    def read(self, size=None, /):
        return self._take(self.stream.read, size)
    def readline(self, size=None, /):
        return self._take(self.stream.readline, size)
    def readlines(self, sizehint=None, /):
        return self._take(self.stream.read, sizehint).splitlines(True)
    def reset(self):
        self._pending = b''

class MultibyteStreamWriter(Errors):
    __module__ = '_multibytecodec'
    def __init__(self, stream, errors='strict'):
        check_codec(self)
        self.stream = stream
        self._errors = check_errors(errors)
    def write(self, strobj, /):
        self.stream.write(check_codec(self).encode(strobj, self._errors)[0])
    def writelines(self, lines, /):
        for line in lines:
            self.write(line)
    def reset(self):
        pass
`;
