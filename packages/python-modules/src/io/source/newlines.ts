/** Ends of lines, as all text files see them. */
export const newlinesSource = `
def check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f'illegal newline type: {type(newline)!r}')
    if newline not in (None, '', '\\n', '\\r', '\\r\\n'):
        raise ValueError(f'illegal newline value: {newline}')

def line_end(text, at, newline):
    if newline is None or newline == '\\n':
        return text.find('\\n', at) + 1
    if newline:
        end = text.find(newline, at)
        return end + len(newline) if end >= 0 else 0
    end = text.find('\\n', at) + 1
    other = text.find('\\r', at, end or len(text)) + 1
    if not other:
        return end
    return other + 1 if text.startswith('\\n', other) else other

class IncrementalNewlineDecoder:
    __module__ = '_io'
    def __init__(self, decoder, translate, errors='strict'):
        self._decoder = decoder
        self._translate = bool(c_int(translate))
        self._held = ''
        self._seen = 0
    @property
    def newlines(self):
        kinds = [text for bit, text in ((1, '\\r'), (2, '\\n'), (4, '\\r\\n')) if self._seen & bit]
        return None if not kinds else kinds[0] if len(kinds) == 1 else tuple(kinds)
    def decode(self, input, final=False):
        final = c_int(final)
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if not isinstance(text, str):
            raise TypeError(f'decoder should return a string result, not {type(text).__name__!r}')
        if self._held and (text or final):
            text = self._held + text
            self._held = ''
        if text.endswith('\\r') and not final:
            self._held = '\\r'
            text = text[:-1]
        both = text.count('\\r\\n')
        if both:
            self._seen |= 4
        if text.count('\\r') > both:
            self._seen |= 1
        if text.count('\\n') > both:
            self._seen |= 2
        return text.replace('\\r\\n', '\\n').replace('\\r', '\\n') if self._translate else text
    def getstate(self):
        data, flag = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | bool(self._held)
    def setstate(self, state):
        if not isinstance(state, tuple):
            raise TypeError('state argument must be a tuple')
        data, flag = state
        self._held = '\\r' if flag & 1 else ''
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))
    def reset(self):
        self._seen = 0
        self._held = ''
        if self._decoder is not None:
            self._decoder.reset()
`;
