/** What of `_json` is written in Python: what the kernel leaves to it. */
export const jsonSource = `
def wrong(message, document, position):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError(message, document, position)

class make_scanner:
    __module__ = '_json'
    __qualname__ = 'Scanner'
    def __init__(self, context):
        self.strict = bool(context.strict)
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float
        self.parse_int = context.parse_int
        self.parse_constant = context.parse_constant
        self._is_plain = (self.object_hook is None and self.object_pairs_hook is None
            and self.parse_float is float and self.parse_int is int)
        self._depth = 0
    def __call__(self, string, idx):
        if not isinstance(string, str):
            raise TypeError(f'first argument must be a string, not {type(string).__name__}')
        if idx < 0:
            raise ValueError('idx cannot be negative')
        if idx > len(string):
            raise StopIteration(idx)
        if self._is_plain:
            found = scan(string, idx, self.strict)
            if found is not None:
                return found
        # There are hooks or constants, of which the kernel knows nothing.
        return self._scan(string, idx, {})
    def _scan(self, string, idx, names):
        first = string[idx:idx + 1]
        if first == '{':
            self._enter('object')
            try:
                pairs = []
                idx = skip_space(string, idx + 1)
                if string[idx:idx + 1] != '}':
                    while True:
                        if string[idx:idx + 1] != '"':
                            wrong('Expecting property name enclosed in double quotes', string, idx)
                        name, idx = scanstring(string, idx + 1, self.strict)
                        name = names.setdefault(name, name)
                        idx = skip_space(string, idx)
                        if string[idx:idx + 1] != ':':
                            wrong("Expecting ':' delimiter", string, idx)
                        value, idx = self._scan(string, skip_space(string, idx + 1), names)
                        pairs.append((name, value))
                        idx = skip_space(string, idx)
                        last = string[idx:idx + 1]
                        if last == '}':
                            break
                        if last != ',':
                            wrong("Expecting ',' delimiter", string, idx)
                        idx = skip_space(string, idx + 1)
                if self.object_pairs_hook is not None:
                    return self.object_pairs_hook(pairs), idx + 1
                made = dict(pairs)
                return made if self.object_hook is None else self.object_hook(made), idx + 1
            finally:
                self._depth -= 1
        if first == '[':
            self._enter('array')
            try:
                values = []
                idx = skip_space(string, idx + 1)
                if string[idx:idx + 1] == ']':
                    return values, idx + 1
                while True:
                    value, idx = self._scan(string, idx, names)
                    values.append(value)
                    idx = skip_space(string, idx)
                    last = string[idx:idx + 1]
                    if last == ']':
                        return values, idx + 1
                    if last != ',':
                        wrong("Expecting ',' delimiter", string, idx)
                    idx = skip_space(string, idx + 1)
            finally:
                self._depth -= 1
        if first == '"':
            return scanstring(string, idx + 1, self.strict)
        if first == 'N' or first == 'I' or first == '-':
            for constant in ('NaN', 'Infinity', '-Infinity'):
                if string.startswith(constant, idx):
                    return self.parse_constant(constant), idx + len(constant)
        found = scan(string, idx, self.strict)
        if found is not None and not isinstance(found[0], (int, float)) or first == 't' or first == 'f':
            return found
        end = found[1] if found is not None else number_end(string, idx)
        text = string[idx:end]
        is_whole = text.isdigit() or text[1:].isdigit()
        parse = self.parse_int if is_whole else self.parse_float
        if found is not None and parse is (int if is_whole else float):
            return found
        return parse(text), end
    def _enter(self, kind):
        if self._depth >= recursion_limit():
            raise RecursionError(f'maximum recursion depth exceeded while decoding a JSON {kind} from a unicode string')
        self._depth += 1

def skip_space(string, idx):
    while idx < len(string) and string[idx] in ' \\t\\n\\r':
        idx += 1
    return idx

def number_end(string, idx):
    """Of one that the kernel has left alone: what begins like a constant need be none."""
    start = idx
    if string[idx] == '-':
        idx += 1
    if string[idx:idx + 1] not in tuple('0123456789'):
        raise StopIteration(start)
    while idx < len(string) and string[idx] in '-+.eE0123456789':
        idx += 1
    return idx

class make_encoder:
    __module__ = '_json'
    __qualname__ = 'Encoder'
    def __init__(self, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
        if markers is not None and not isinstance(markers, dict):
            raise TypeError(f'make_encoder() argument 1 must be dict or None, not {type(markers).__name__}')
        self.markers = markers
        self.default = default
        self.encoder = encoder
        self.indent = indent
        self.key_separator = key_separator
        self.item_separator = item_separator
        self.sort_keys = bool(sort_keys)
        self.skipkeys = bool(skipkeys)
        self._allow_nan = bool(allow_nan)
        self._kind = kind_of(encoder)
        self._depth = 0
    def __call__(self, obj, _current_indent_level):
        if not hasattr(_current_indent_level, '__index__'):
            raise TypeError(f"'{type(_current_indent_level).__name__}' object cannot be interpreted as an integer")
        parts = []
        self._write(obj, parts)
        return tuple(parts)
    def _write(self, value, parts):
        kind = self._kind
        if kind >= 0 and not (self.sort_keys and isinstance(value, (dict, list, tuple))):
            text = encode(value, self.item_separator, self.key_separator, kind == 1, recursion_limit() - self._depth)
            if text is not None:
                parts.append(text)
                return
        if value is None:
            parts.append('null')
        elif value is True:
            parts.append('true')
        elif value is False:
            parts.append('false')
        elif isinstance(value, str):
            parts.append(self._quote(value))
        elif isinstance(value, int):
            parts.append(int.__repr__(value))
        elif isinstance(value, float):
            parts.append(self._float(value))
        elif isinstance(value, (list, tuple)):
            self._enter(value, parts, self._write_sequence)
        elif isinstance(value, dict):
            self._enter(value, parts, self._write_dict)
        else:
            self._enter(value, parts, self._write_other)
    def _enter(self, value, parts, write):
        if self._depth >= recursion_limit():
            raise RecursionError('maximum recursion depth exceeded while encoding a JSON object')
        markers = self.markers
        ident = id(value)
        if markers is not None:
            if ident in markers:
                raise ValueError('Circular reference detected')
            markers[ident] = value
        self._depth += 1
        try:
            write(value, parts)
        finally:
            self._depth -= 1
        if markers is not None:
            del markers[ident]
    def _write_other(self, value, parts):
        self._write(self.default(value), parts)
    def _write_sequence(self, values, parts):
        if type(values) is not list and type(values) is not tuple:
            values = [*iter(values)]
        if not values:
            parts.append('[]')
            return
        separator = '['
        for value in values:
            parts.append(separator)
            separator = self.item_separator
            self._write(value, parts)
        parts.append(']')
    def _write_dict(self, dct, parts):
        if not dict.__len__(dct):
            parts.append('{}')
            return
        items = list(dct.items())
        if self.sort_keys:
            items.sort()
        is_empty = True
        for key, value in items:
            if isinstance(key, str):
                pass
            elif isinstance(key, float):
                key = self._float(key)
            elif key is True:
                key = 'true'
            elif key is False:
                key = 'false'
            elif key is None:
                key = 'null'
            elif isinstance(key, int):
                key = int.__repr__(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
            parts.append('{' if is_empty else self.item_separator)
            is_empty = False
            parts.append(self._quote(key))
            parts.append(self.key_separator)
            self._write(value, parts)
        parts.append('{}' if is_empty else '}')
    def _quote(self, text):
        kind = self._kind
        if kind >= 0:
            return quote(text, kind == 1)
        result = self.encoder(text)
        if not isinstance(result, str):
            raise TypeError(f'encoder() must return a string, not {type(result).__name__}')
        return result
    def _float(self, value):
        text = float.__repr__(value)
        if text[-1] != 'n' and text[-1] != 'f':
            return text
        if not self._allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return 'NaN' if text == 'nan' else 'Infinity' if text == 'inf' else '-Infinity'
`;
