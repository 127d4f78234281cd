/** Encodings of one byte a character by a mapping that a program gives, and the escapes of bytes. */
export const charmapSource = `
def byte_of(code, mapping):
    """The bytes of a character, or None."""
    try:
        found = mapping[code]
    except LookupError:
        return None
    if found is None or isinstance(found, bytes):
        return found
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError('character mapping must be in range(256)')
        return bytes((found,))
    raise TypeError(f'character mapping must return integer, bytes or None, not {type(found).__name__}')

def charmap_encode(text, errors, mapping):
    if not isinstance(text, str):
        raise TypeError(f'charmap_encode() argument 1 must be str, not {type_name(text)}')
    if mapping is None:
        return encode_by('latin_1', text, errors), len(text)
    errors = errors or 'strict'
    result = []
    size = len(text)
    index = 0
    while index < size:
        found = byte_of(ord(text[index]), mapping)
        if found is not None:
            result.append(found)
            index += 1
            continue
        end = index + 1
        while end < size and byte_of(ord(text[end]), mapping) is None:
            end += 1
        error = UnicodeEncodeError('charmap', text, index, end, 'character maps to <undefined>')
        replacement, index, _ = handle(errors, error)
        if isinstance(replacement, bytes):
            result.append(replacement)
            continue
        for each in replacement:
            found = byte_of(ord(each), mapping)
            if found is None:
                raise error
            result.append(found)
    return b''.join(result), size

def character_of(byte, mapping):
    """The text of a byte, or None."""
    try:
        found = mapping[byte]
    except LookupError:
        return None
    if found is None:
        return None
    if isinstance(found, int):
        if found == 0xfffe:
            return None
        if not 0 <= found < 0x110000:
            raise TypeError('character mapping must be in range(0x110000)')
        return chr(found)
    if isinstance(found, str):
        return None if found == '\\ufffe' else found
    raise TypeError('character mapping must return integer, None or str')

def charmap_decode(data, errors, mapping):
    data = content_of(data)
    size = len(data)
    if mapping is None:
        return decode_by('latin_1', data, errors, True)[0], size
    if type(mapping) is str and len(mapping) == 256:
        text = ''.join([mapping[byte] for byte in data])
        if '\\ufffe' not in text:
            return text, size
    errors = errors or 'strict'
    parts = []
    index = 0
    while index < len(data):
        found = character_of(data[index], mapping)
        if found is None:
            error = UnicodeDecodeError('charmap', data, index, index + 1, 'character maps to <undefined>')
            found, index, data = handle(errors, error)
        else:
            index += 1
        parts.append(found)
    return ''.join(parts), size

def charmap_build(map):
    if not isinstance(map, str):
        raise TypeError(f'charmap_build() argument must be str, not {type(map).__name__}')
    return {ord(char): index for index, char in enumerate(map)}

def readbuffer_encode(data, errors):
    data = data.encode() if isinstance(data, str) else content_of(data)
    return data, len(data)

def escape_encode(data, errors):
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    shown = repr(data + b'"')[2:-2]
    return shown.replace("\\\\'", "'").replace("'", "\\\\'").encode('latin-1'), len(data)

class Escapes:
    simple = {10: b'', 92: b'\\\\', 39: b"'", 34: b'"', 98: b'\\b', 102: b'\\f', 116: b'\\t', 110: b'\\n', 114: b'\\r', 118: b'\\v', 97: b'\\a'}

def warn_of_escape(letter):
    if letter is not None:
        import _warnings
        _warnings.warn(f"invalid escape sequence '\\\\{letter}'", DeprecationWarning)

def escape_decode(data, errors):
    data = data.encode() if isinstance(data, str) else content_of(data)
    result = bytearray()
    size = len(data)
    index = 0
    invalid = None
    while index < size:
        byte = data[index]
        if byte != 92:
            result.append(byte)
            index += 1
            continue
        if index + 1 == size:
            raise ValueError('Trailing \\\\ in string')
        letter = data[index + 1]
        if letter in Escapes.simple:
            result += Escapes.simple[letter]
            index += 2
        elif 48 <= letter < 56:
            end = index + 2
            while end < size and end < index + 4 and 48 <= data[end] < 56:
                end += 1
            result.append(int(data[index + 1:end], 8) & 255)
            index = end
        elif letter == 120:
            digits = data[index + 2:index + 4].decode('latin-1')
            valid = ''.join([each for each in digits if each in '0123456789abcdefABCDEF'])
            if len(valid) == 2:
                result.append(int(digits, 16))
                index += 4
                continue
            if not errors or errors == 'strict':
                raise ValueError(f'invalid \\\\x escape at position {index}')
            if errors == 'replace':
                result += b'?'
            elif errors != 'ignore':
                raise ValueError(f'decoding error; unknown error handling code: {errors}')
            index += 3 if digits[:1] in valid and valid else 2
        else:
            if invalid is None:
                invalid = chr(letter)
            result.append(92)
            index += 1
    warn_of_escape(invalid)
    return bytes(result), size

def unicode_escape_decode(data, errors, final):
    data = data.encode() if isinstance(data, str) else content_of(data)
    result = decode_by('unicode_escape', data, errors, final is None or final)
    warn_of_escape(invalid_escape(data[:result[1]]))
    return result

def raw_unicode_escape_decode(data, errors, final):
    data = data.encode() if isinstance(data, str) else content_of(data)
    return decode_by('raw_unicode_escape', data, errors, final is None or final)

def utf_16_ex_decode(data, errors, byteorder, final):
    return ex_decode('utf_16', b'\\xff\\xfe', content_of(data), errors, c_int(byteorder or 0), final)

def utf_32_ex_decode(data, errors, byteorder, final):
    return ex_decode('utf_32', b'\\xff\\xfe\\0\\0', content_of(data), errors, c_int(byteorder or 0), final)

def ex_decode(encoding, mark, data, errors, byteorder, final):
    """Reads a mark, if the order of bytes is not known, and says which order it told."""
    start = 0
    if byteorder == 0:
        first = data[:len(mark)]
        if first == mark:
            byteorder, start = -1, len(mark)
        elif first == mark[::-1]:
            byteorder, start = 1, len(mark)
    by = encoding + ('_be' if byteorder == 1 else '_le')
    text, consumed = decode_by(by, data[start:], errors, bool(final))
    return text, consumed + start, byteorder
`;
