/** The registry of encodings and error handlers, and what `str.encode` and `bytes.decode` do with encodings that come from it. */
export const registrySource = `
class Registry:
    searches = []
    known = {}
    handlers = {}
    has_library = False

def import_library():
    """The library's encodings, which are asked before those of programs."""
    Registry.has_library = True
    earlier = Registry.searches[:]
    try:
        import encodings
    except ImportError:
        return
    Registry.searches[:] = [each for each in Registry.searches if each not in earlier] + earlier

def normalised(encoding):
    return encoding.lower().replace(' ', '_')

def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    Registry.searches.append(search_function)

def unregister(search_function):
    if search_function in Registry.searches:
        Registry.searches.remove(search_function)
        Registry.known.clear()

def lookup(encoding):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if '\\0' in encoding:
        raise ValueError('embedded null character')
    name = normalised(encoding)
    if name in Registry.known:
        return Registry.known[name]
    if not Registry.has_library:
        import_library()
    for search in list(Registry.searches):
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        Registry.known[name] = found
        return found
    raise LookupError(f'unknown encoding: {encoding}')

def called(coder, what, encoding, obj, errors):
    try:
        result = coder(obj) if errors is None else coder(obj, errors)
    except Exception as error:
        wrapped = with_codec_named(error, what, encoding)
        if wrapped is None:
            raise
        raise wrapped from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('encoder must return a tuple (object, integer)' if what == 'encoding' else
                        'decoder must return a tuple (object,integer)')
    return result[0]

def with_codec_named(error, what, encoding):
    """An exception of the same type that says which codec failed, if the type is a plain one."""
    for kind in type(error).__mro__:
        if kind.__module__ == 'builtins':
            break
        if '__init__' in kind.__dict__ or '__new__' in kind.__dict__:
            return None
    if issubclass(kind, (OSError, ImportError, SyntaxError, UnicodeError, StopIteration, NameError, AttributeError)):
        return None
    args = error.args
    if error.__dict__ or len(args) > 1 or (args and not isinstance(args[0], str)):
        return None
    shown = str(error)
    cause = f'{type(error).__name__}: {shown}' if shown else type(error).__name__
    return type(error)(f"{what} with '{encoding}' codec failed ({cause})")

def encode(obj, encoding, errors):
    name = encoding or 'utf-8'
    return called(lookup(name)[0], 'encoding', name, obj, errors)

def decode(obj, encoding, errors):
    name = encoding or 'utf-8'
    return called(lookup(name)[1], 'decoding', name, obj, errors)

def text_codec(encoding, advice):
    found = lookup(encoding)
    if not getattr(found, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use {advice} to handle arbitrary codecs")
    return found

def text_encode(text, encoding, errors):
    result = called(text_codec(encoding, 'codecs.encode()')[0], 'encoding', encoding, text, errors)
    if isinstance(result, bytes):
        return result
    if isinstance(result, bytearray):
        import _warnings
        _warnings.warn(f'encoder {encoding} returned bytearray instead of bytes; '
                       'use codecs.encode() to encode to arbitrary types', RuntimeWarning)
        return bytes(result)
    raise TypeError(f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; "
                    "use codecs.encode() to encode to arbitrary types")

def text_decode(data, encoding, errors):
    result = called(text_codec(encoding, 'codecs.decode()')[1], 'decoding', encoding, data, errors)
    if isinstance(result, str):
        return result
    raise TypeError(f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; "
                    "use codecs.decode() to decode to arbitrary types")

def strict_errors(error):
    if issubclass(type(error), Exception):
        raise error
    raise TypeError('codec must pass exception instance')

def by_kind(error, name):
    """What the handler of that name makes of a fault, if it handles faults of that kind; else raises."""
    # Its type counts, not what it says of its class.
    actual = type(error)
    if issubclass(actual, UnicodeDecodeError):
        how, kind, encoding = 'decode', bytes, error.encoding
    elif issubclass(actual, UnicodeEncodeError):
        how, kind, encoding = 'encode', str, error.encoding
    elif issubclass(actual, UnicodeTranslateError) and name in ('ignore', 'replace', 'backslashreplace'):
        how, kind, encoding = 'encode', str, 'ascii'
    else:
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    if not isinstance(error.object, kind):
        raise TypeError(f'object attribute must be {"bytes" if kind is bytes else "unicode"}')
    size = len(error.object)
    start = min(max(error.start, 0), size - 1 if size else 0)
    end = max(min(error.end, size), 1 if size else 0)
    if name == 'replace' and issubclass(actual, UnicodeTranslateError):
        return '\\ufffd' * (end - start), end
    found = own_handler(name, how, encoding, error.object, start, end)
    if found is NotImplemented:
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    if found is None:
        raise error
    return found

def ignore_errors(error):
    return by_kind(error, 'ignore')

def replace_errors(error):
    return by_kind(error, 'replace')

def xmlcharrefreplace_errors(error):
    return by_kind(error, 'xmlcharrefreplace')

def backslashreplace_errors(error):
    return by_kind(error, 'backslashreplace')

def namereplace_errors(error):
    return by_kind(error, 'namereplace')

def surrogateescape_errors(error):
    return by_kind(error, 'surrogateescape')

def surrogatepass_errors(error):
    return by_kind(error, 'surrogatepass')

def own_handlers():
    return {
        'strict': strict_errors,
        'ignore': ignore_errors,
        'replace': replace_errors,
        'xmlcharrefreplace': xmlcharrefreplace_errors,
        'backslashreplace': backslashreplace_errors,
        'namereplace': namereplace_errors,
        'surrogateescape': surrogateescape_errors,
        'surrogatepass': surrogatepass_errors,
    }

def register_error(errors, handler):
    if not callable(handler):
        raise TypeError('handler must be callable')
    Registry.handlers[errors] = handler

def lookup_error(errors):
    if not isinstance(errors, str):
        raise TypeError(f'lookup_error() argument must be str, not {type_name(errors)}')
    found = Registry.handlers.get(errors) or own_handlers().get(errors)
    if found is None:
        raise LookupError(f"unknown error handler name '{errors}'")
    return found

def handle(errors, error):
    """What a handler makes of a fault: the replacement, where to go on, and the object, which it may have changed."""
    result = lookup_error(errors)(error)
    encodes = isinstance(error, UnicodeEncodeError)
    if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], (str, bytes) if encodes else str):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple' if encodes else
                        'decoding error handler must return (str, int) tuple')
    replacement, position = result
    position = whole(position)
    if not encodes and not isinstance(error.object, bytes):
        raise TypeError('object attribute must be bytes')
    size = len(error.object)
    if position < 0:
        position += size
    if not 0 <= position <= size:
        raise IndexError(f'position {position} from error handler out of bounds')
    return replacement, position, error.object
`;
