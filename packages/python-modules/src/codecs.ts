import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule, type SourceCall } from "./source-module.js";

/** Codecs of the module by the name that its functions have: that of the encoding, and how many bytes a unit has (0: one that can be of several). */
const ENCODINGS: readonly (readonly [name: string, encoding: string, unit: number])[] = [
  ["ascii", "ascii", 1],
  ["latin_1", "latin-1", 1],
  ["utf_8", "utf-8", 0],
  ["utf_16", "utf-16", 2],
  ["utf_16_le", "utf-16-le", 2],
  ["utf_16_be", "utf-16-be", 2],
  ["utf_32", "utf-32", 4],
  ["utf_32_le", "utf-32-le", 4],
  ["utf_32_be", "utf-32-be", 4],
];

const functionsOf = ([name, encoding, unit]: (typeof ENCODINGS)[number]): string => `
def ${name}_encode(text, errors):
    return text.encode('${encoding}', errors or 'strict'), len(text)

def ${name}_decode(data, errors, final):
    data = bytes(data)
    end = len(data) if final ${unit === 1 ? "or True" : ""} else complete_length(data, ${unit}, '${encoding}')
    return data[:end].decode('${encoding}', errors or 'strict'), end
`;

const source = `
class Registry:
    searches = []
    known = {}
    handlers = {}

def normalised(encoding):
    return encoding.lower().replace(' ', '_').replace('-', '_')

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
    name = normalised(encoding)
    if name in Registry.known:
        return Registry.known[name]
    if not Registry.searches:
        import encodings
    for search in Registry.searches:
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        Registry.known[name] = found
        return found
    raise LookupError(f'unknown encoding: {encoding}')

def encode(obj, encoding, errors):
    return lookup(encoding or 'utf-8')[0](obj, errors or 'strict')[0]

def decode(obj, encoding, errors):
    return lookup(encoding or 'utf-8')[1](obj, errors or 'strict')[0]

def wrong_error(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")

def strict_errors(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError('codec must pass exception instance')

def ignore_errors(error):
    if not isinstance(error, UnicodeError):
        raise wrong_error(error)
    return '', error.end

def replace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\\ufffd' * (error.end - error.start), error.end
    raise wrong_error(error)

def by_codec(error, handler):
    if isinstance(error, UnicodeEncodeError):
        return error.object[error.start:error.end].encode('ascii', handler).decode('ascii'), error.end
    if isinstance(error, UnicodeDecodeError) and handler == 'backslashreplace':
        return ''.join([f'\\\\x{byte:02x}' for byte in error.object[error.start:error.end]]), error.end
    raise wrong_error(error)

def xmlcharrefreplace_errors(error):
    return by_codec(error, 'xmlcharrefreplace')

def backslashreplace_errors(error):
    return by_codec(error, 'backslashreplace')

def namereplace_errors(error):
    return by_codec(error, 'namereplace')

def builtin_handler(name):
    if name == 'strict':
        return strict_errors
    if name == 'ignore':
        return ignore_errors
    if name == 'replace':
        return replace_errors
    if name == 'xmlcharrefreplace':
        return xmlcharrefreplace_errors
    if name == 'backslashreplace':
        return backslashreplace_errors
    if name == 'namereplace':
        return namereplace_errors
    return None

def register_error(errors, handler):
    if not callable(handler):
        raise TypeError('handler must be callable')
    Registry.handlers[errors] = handler

def lookup_error(errors):
    found = Registry.handlers.get(errors) or builtin_handler(errors)
    if found is None:
        raise LookupError(f"unknown error handler name '{errors}'")
    return found

def complete_length(data, unit, encoding):
    size = len(data)
    if unit:
        end = size - size % unit
        # The first half of a pair of surrogates waits for the other.
        if unit == 2 and end >= 2:
            high = data[end - 2] if encoding.endswith('be') else data[end - 1]
            if 0xd8 <= high <= 0xdb:
                end -= 2
        return end
    for back in range(1, min(3, size) + 1):
        byte = data[size - back]
        if byte >= 0xc0:
            needed = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
            return size - back if needed > back else size
        if byte < 0x80:
            return size
    return size

def charmap_encode(text, errors, mapping):
    if mapping is None:
        return latin_1_encode(text, errors)
    result = bytearray()
    for index, char in enumerate(text):
        found = mapping.get(ord(char)) if hasattr(mapping, 'get') else mapping[ord(char)]
        if found is None:
            replaced, _ = lookup_error(errors or 'strict')(
                UnicodeEncodeError('charmap', text, index, index + 1, 'character maps to <undefined>'))
            for each in replaced:
                result.append(mapping[ord(each)])
        elif isinstance(found, int):
            result.append(found)
        else:
            result.extend(found)
    return bytes(result), len(text)

def charmap_decode(data, errors, mapping):
    data = bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors, True)
    parts = []
    for index, byte in enumerate(data):
        try:
            found = mapping[byte]
        except (KeyError, IndexError):
            found = None
        if isinstance(found, int):
            found = chr(found)
        if found is None or found == '\\ufffe':
            found, _ = lookup_error(errors or 'strict')(
                UnicodeDecodeError('charmap', data, index, index + 1, 'character maps to <undefined>'))
        parts.append(found)
    return ''.join(parts), len(data)

def charmap_build(map):
    return {ord(char): index for index, char in enumerate(map)}

def readbuffer_encode(data, errors):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)

def escape_encode(data, errors):
    return repr(bytes(data))[2:-1].encode('ascii'), len(data)
${ENCODINGS.map(functionsOf).join("")}`;

const codecCalls = ENCODINGS.flatMap(([name]): SourceCall[] => [
  { name: `${name}_encode`, parameters: "(str, errors=None, /)" },
  { name: `${name}_decode`, parameters: "(data, errors=None, final=False, /)" },
]);

/** The module `_codecs`: the registry of encodings, and the codecs that the library's `encodings` is written with. */
export function defineCodecs(builtins: Builtins): void {
  defineSourceModule(builtins, {
    name: "_codecs",
    source,
    calls: [
      { name: "register", parameters: "(search_function, /)" },
      { name: "unregister", parameters: "(search_function, /)" },
      { name: "lookup", parameters: "(encoding, /)" },
      { name: "encode", parameters: "(obj, encoding='utf-8', errors='strict')" },
      { name: "decode", parameters: "(obj, encoding='utf-8', errors='strict')" },
      { name: "register_error", parameters: "(errors, handler, /)" },
      { name: "lookup_error", parameters: "(name, /)" },
      { name: "charmap_encode", parameters: "(str, errors=None, mapping=None, /)" },
      { name: "charmap_decode", parameters: "(data, errors=None, mapping=None, /)" },
      { name: "charmap_build", parameters: "(map, /)" },
      { name: "readbuffer_encode", parameters: "(data, errors=None, /)" },
      { name: "escape_encode", parameters: "(data, errors=None, /)" },
      ...codecCalls,
    ],
  });
}
