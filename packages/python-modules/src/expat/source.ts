/** The parser of XML. Positions are those of characters; lines count from 1, columns from 0. */
export const expatSource = `
class ExpatError(Exception):
    __module__ = 'xml.parsers.expat'

class Patterns:
    made = None

def patterns():
    if Patterns.made is None:
        import re
        start = 'A-Za-z_:\\\\xc0-\\\\xd6\\\\xd8-\\\\xf6\\\\xf8-\\\\u02ff\\\\u0370-\\\\u037d\\\\u037f-\\\\u1fff\\\\u200c\\\\u200d\\\\u2070-\\\\u218f\\\\u2c00-\\\\u2fef\\\\u3001-\\\\ud7ff\\\\uf900-\\\\ufdcf\\\\ufdf0-\\\\ufffd\\\\U00010000-\\\\U000effff'
        name = f'[{start}][-{start}0-9.\\\\xb7\\\\u0300-\\\\u036f\\\\u203f\\\\u2040]*'
        found = Patterns()
        found.name = re.compile(name)
        found.attribute = re.compile(f'({name})[ \\\\n\\\\t]*=[ \\\\n\\\\t]*("[^<"]*"|\\'[^<\\']*\\')')
        found.space = re.compile('[ \\\\n\\\\t]*')
        found.bad = re.compile('[\\\\x00-\\\\x08\\\\x0b\\\\x0c\\\\x0e-\\\\x1f\\\\ufffe\\\\uffff\\\\ud800-\\\\udfff]')
        found.declaration = re.compile('<\\\\?xml[ \\\\n\\\\t]+version[ \\\\n\\\\t]*=[ \\\\n\\\\t]*(?:"([-.:\\\\w]+)"|\\'([-.:\\\\w]+)\\')(?:[ \\\\n\\\\t]+encoding[ \\\\n\\\\t]*=[ \\\\n\\\\t]*(?:"([-.\\\\w]+)"|\\'([-.\\\\w]+)\\'))?(?:[ \\\\n\\\\t]+standalone[ \\\\n\\\\t]*=[ \\\\n\\\\t]*(?:"(yes|no)"|\\'(yes|no)\\'))?[ \\\\n\\\\t]*\\\\?>')
        found.encoding = re.compile(b'<\\\\?xml[^>]*?encoding[ \\\\r\\\\n\\\\t]*=[ \\\\r\\\\n\\\\t]*[\\'"]([-.\\\\w]+)[\\'"]')
        found.token = re.compile('"[^"]*"|\\'[^\\']*\\'|[^ \\\\n\\\\t"\\'\\\\[>]+')
        Patterns.made = found
    return Patterns.made

def handler_names():
    return ('StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'UnparsedEntityDeclHandler',
        'NotationDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'CommentHandler', 'StartCdataSectionHandler',
        'EndCdataSectionHandler', 'DefaultHandler', 'DefaultHandlerExpand', 'NotStandaloneHandler', 'ExternalEntityRefHandler',
        'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'EntityDeclHandler', 'XmlDeclHandler', 'ElementDeclHandler', 'AttlistDeclHandler',
        'SkippedEntityHandler')

class Incomplete(Exception):
    pass

class XMLParserType:
    __module__ = 'pyexpat'
    __qualname__ = 'xmlparser'
    StartElementHandler = EndElementHandler = ProcessingInstructionHandler = CharacterDataHandler = UnparsedEntityDeclHandler = None
    NotationDeclHandler = StartNamespaceDeclHandler = EndNamespaceDeclHandler = CommentHandler = StartCdataSectionHandler = None
    EndCdataSectionHandler = DefaultHandler = DefaultHandlerExpand = NotStandaloneHandler = ExternalEntityRefHandler = None
    StartDoctypeDeclHandler = EndDoctypeDeclHandler = EntityDeclHandler = XmlDeclHandler = ElementDeclHandler = AttlistDeclHandler = None
    SkippedEntityHandler = None
    ordered_attributes = False
    specified_attributes = False
    namespace_prefixes = False
    def __init__(self, encoding, separator, intern):
        self.intern = {} if intern is None else intern
        self._patterns = patterns()
        self._separator = separator
        self._encoding = encoding
        self._decoder = None
        self._bytes = b''
        self._text = ''
        self._at = 0
        self._line = 1
        self._column = 0
        self._index = 0
        self._carriage = False
        self._state = 'start'
        self._open = []
        self._scopes = [{'xml': 'http://www.w3.org/XML/1998/namespace'}]
        self._entities = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
        self._defaults = {}
        self._expanding = []
        self._pending = []
        self._buffers = False
        self.buffer_size = 8192
        self._base = None
        self._final = False
        self._skips = False
        self.ErrorCode = 0
        self.ErrorLineNumber = 1
        self.ErrorColumnNumber = 0
        self.ErrorByteIndex = 0
    @property
    def buffer_text(self):
        return self._buffers
    @buffer_text.setter
    def buffer_text(self, value):
        self._flush()
        self._buffers = bool(value)
    @property
    def buffer_used(self):
        return sum([len(part) for part in self._pending])
    @property
    def CurrentLineNumber(self):
        return self._line
    @property
    def CurrentColumnNumber(self):
        return self._column
    @property
    def CurrentByteIndex(self):
        return self._index
    def SetBase(self, base, /):
        self._base = base
    def GetBase(self):
        return self._base
    def GetInputContext(self):
        return None
    def UseForeignDTD(self, flag=True, /):
        self._skips = bool(flag)
    def SetParamEntityParsing(self, flag, /):
        return 1
    def ExternalEntityParserCreate(self, context, encoding=None, /):
        other = XMLParserType(encoding, self._separator, self.intern)
        for name in handler_names():
            setattr(other, name, getattr(self, name))
        for name in ('ordered_attributes', 'specified_attributes', 'namespace_prefixes', '_buffers', '_base', '_entities', '_defaults'):
            setattr(other, name, getattr(self, name))
        return other
    def ParseFile(self, file, /):
        try:
            read = file.read
        except AttributeError:
            raise TypeError("argument must have 'read' attribute") from None
        while True:
            data = read(2048)
            if not isinstance(data, (bytes, bytearray, str)):
                raise TypeError(f'read() did not return a bytes object (type={type(data).__name__})')
            result = self.Parse(data, not data)
            if not data:
                return result
    def Parse(self, data, isfinal=False, /):
        if self._final:
            self._fail(36, 0)
        if isinstance(data, str):
            if self._decoder is None and not self._bytes:
                self._decoder = 'text'
            text = data
        else:
            text = self._decoded(bytes(data), isfinal)
        if self._carriage:
            text = '\\r' + text
            self._carriage = False
        if text.endswith('\\r') and not isfinal:
            self._carriage = True
            text = text[:-1]
        if '\\r' in text:
            text = text.replace('\\r\\n', '\\n').replace('\\r', '\\n')
        self._text = self._text[self._at:] + text if self._at < len(self._text) else text
        self._at = 0
        self._narrow = self._text.isascii()
        bad = self._patterns.bad.search(text)
        self._limit = len(self._text) - len(text) + bad.start() if bad else -1
        try:
            self._run(isfinal)
        except Incomplete:
            if self._limit >= 0:
                self._fail(4, self._limit)
            if isfinal:
                if self._text.startswith('<![CDATA[', self._at):
                    self._fail(20, len(self._text))
                self._fail(5, self._at)
        if self._limit >= 0:
            self._fail(4, self._limit)
        self._flush()
        if isfinal:
            if self._state != 'end':
                self._advance(len(self._text))
                self._fail(3, self._at)
            self._final = True
        return 1
    def _decoded(self, data, isfinal):
        if self._decoder is None:
            self._bytes += data
            data = self._bytes
            if len(data) < 4 and not isfinal:
                return ''
            name = self._encoding
            if name is None:
                if data.startswith((b'\\xff\\xfe', b'\\xfe\\xff')):
                    name = 'utf-16'
                elif data.startswith(b'<\\0'):
                    name = 'utf-16-le'
                elif data.startswith(b'\\0<'):
                    name = 'utf-16-be'
                else:
                    if data.startswith(b'<?xml') and b'?>' not in data and not isfinal:
                        return ''
                    found = self._patterns.encoding.match(data.removeprefix(b'\\xef\\xbb\\xbf'))
                    name = found.group(1).decode('ascii') if found else 'utf-8'
                    if name.lower().replace('_', '-') in ('utf-8', 'utf8'):
                        name = 'utf-8-sig'
            import codecs
            try:
                self._decoder = codecs.getincrementaldecoder(name)()
            except LookupError:
                self._fail(18, len(data) and data.find(b'encoding') + 10)
            self._bytes = b''
        if self._decoder == 'text':
            return data.decode('utf-8')
        try:
            return self._decoder.decode(data, isfinal)
        except UnicodeDecodeError as error:
            good = error.object[:error.start].decode(error.encoding, 'replace')
            return good + ('\\uffff' if error.reason != 'unexpected end of data' else '\\uffff')
    def _advance(self, end):
        if self._expanding:
            # What is in an entity is where the reference is.
            self._at = end
            return
        text = self._text
        at = self._at
        lines = text.count('\\n', at, end)
        if lines:
            self._line += lines
            self._column = end - text.rfind('\\n', at, end) - 1
        else:
            self._column += end - at
        self._index += end - at if self._narrow else len(text[at:end].encode('utf-8', 'surrogatepass'))
        self._at = end
    def _fail(self, code, place):
        if place > self._at:
            self._advance(place)
        self._flush()
        self._final = True
        self.ErrorCode = code
        self.ErrorLineNumber = self._line
        self.ErrorColumnNumber = self._column
        self.ErrorByteIndex = self._index
        error = ExpatError(f'{error_text(code)}: line {self._line}, column {self._column}')
        error.code = code
        error.lineno = self._line
        error.offset = self._column
        raise error
    def _flush(self):
        if self._pending:
            text = ''.join(self._pending)
            self._pending = []
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)
    def _default(self, text):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None:
            self._flush()
            handler(text)
    def _characters(self, text, raw):
        if self.CharacterDataHandler is None:
            self._default(raw)
        elif self._buffers:
            if self.buffer_used + len(text) > self.buffer_size:
                self._flush()
            if len(text) > self.buffer_size:
                self.CharacterDataHandler(text)
            else:
                self._pending.append(text)
        elif '\\n' in text:
            for i, line in enumerate(text.split('\\n')):
                if i:
                    self.CharacterDataHandler('\\n')
                if line:
                    self.CharacterDataHandler(line)
        else:
            self.CharacterDataHandler(text)
    # The end of what begins here, behind a mark.
    def _until(self, mark, start):
        end = self._text.find(mark, start)
        if end < 0:
            raise Incomplete
        if 0 <= self._limit < end:
            self._fail(4, self._limit)
        return end + len(mark)
    def _run(self, isfinal):
        while self._at < len(self._text):
            if 0 <= self._limit <= self._at:
                self._fail(4, self._limit)
            text = self._text
            at = self._at
            if text[at] == '<':
                self._markup(text, at, isfinal)
            elif self._state == 'content':
                if text[at] == '&':
                    self._reference(text, at)
                else:
                    end = text.find('<', at)
                    isopen = end < 0
                    if isopen:
                        end = len(text)
                    mark = text.find('&', at, end)
                    if mark >= 0:
                        end = mark
                        isopen = False
                    if at <= self._limit < end:
                        end = self._limit
                        isopen = False
                    wrong = text.find(']]>', at, end)
                    if wrong >= 0:
                        self._fail(4, wrong + 2)
                    if isopen and not isfinal and text.endswith(']'):
                        end = len(text.rstrip(']'))
                        if end <= at:
                            return
                    self._characters(text[at:end], text[at:end])
                    self._advance(end)
            else:
                end = self._patterns.space.match(text, at).end()
                if end == at:
                    self._fail(9 if self._state == 'end' else 4 if text[at] == '&' or text[at] == ']' else 2, at)
                if self._state == 'start':
                    self._state = 'prolog'
                self._default(text[at:end])
                self._advance(end)
    def _markup(self, text, at, isfinal):
        second = text[at + 1:at + 2]
        if not second:
            raise Incomplete
        if second == '?':
            self._instruction(text, at)
        elif second == '!':
            if text.startswith('<!--', at):
                inner = self._until('--', at + 4)
                if len(text) <= inner:
                    raise Incomplete
                if text[inner] != '>':
                    self._fail(4, inner)
                end = inner + 1
                if self.CommentHandler is not None:
                    self._flush()
                    self.CommentHandler(text[at + 4:end - 3])
                else:
                    self._default(text[at:end])
                self._advance(end)
                if self._state == 'start':
                    self._state = 'prolog'
            elif text.startswith('<![CDATA[', at) and self._state == 'content':
                end = self._until(']]>', at + 9)
                self._cdata(text, at, end)
            elif text.startswith('<!DOCTYPE', at) and self._state in ('start', 'prolog'):
                self._doctype(text, at)
            elif not isfinal and ('<!DOCTYPE'.startswith(text[at:]) or '<![CDATA['.startswith(text[at:]) or '<!--'.startswith(text[at:])):
                raise Incomplete
            else:
                self._fail(9 if self._state == 'end' else 4 if self._state == 'content' else 2, at + (2 if self._state == 'content' else 0))
        elif second == '/':
            self._end(text, at)
        else:
            if self._state == 'end':
                self._fail(9, at)
            self._start(text, at)
    def _cdata(self, text, at, end):
        if self.StartCdataSectionHandler is not None:
            self._flush()
            self.StartCdataSectionHandler()
        elif self.CharacterDataHandler is None:
            self._default('<![CDATA[')
        inner = text[at + 9:end - 3]
        if inner:
            self._characters(inner, inner)
        if self.EndCdataSectionHandler is not None:
            self._flush()
            self.EndCdataSectionHandler()
        elif self.CharacterDataHandler is None:
            self._default(']]>')
        self._advance(end)
    def _instruction(self, text, at):
        end = self._until('?>', at + 2)
        name = self._patterns.name.match(text, at + 2)
        if name is None:
            self._fail(4, at + 2)
        target = name.group()
        if target == 'xml':
            if self._state != 'start' or self._index > 3:
                self._fail(17, at)
            found = self._patterns.declaration.match(text, at)
            if found is None:
                self._fail(30, at)
            version, other, encoding, encoding2, alone, alone2 = found.groups()
            if self.XmlDeclHandler is not None:
                standalone = alone or alone2
                self.XmlDeclHandler(version or other, encoding or encoding2, -1 if standalone is None else int(standalone == 'yes'))
            else:
                self._default(text[at:end])
        else:
            place = name.end()
            data = self._patterns.space.match(text, place).end()
            if data == place and place != end - 2:
                self._fail(4, place)
            if self.ProcessingInstructionHandler is not None:
                self._flush()
                self.ProcessingInstructionHandler(self._interned(target), text[data:end - 2])
            else:
                self._default(text[at:end])
        if self._state == 'start':
            self._state = 'prolog'
        self._advance(end)
    def _interned(self, name):
        return self.intern.setdefault(name, name)
    # A name with its namespace in place of the prefix.
    def _expanded(self, name, isattribute, at):
        separator = self._separator
        if separator is None:
            return self._interned(name)
        prefix, colon, local = name.partition(':')
        if not colon:
            uri = '' if isattribute else self._scopes[-1].get('', '')
            return self._interned(uri + separator + name if uri else name)
        uri = self._scopes[-1].get(prefix)
        if not uri:
            self._fail(27, at)
        full = uri + separator + local
        if self.namespace_prefixes and separator and prefix:
            full += separator + prefix
        return self._interned(full)
    def _start(self, text, at):
        found = self._patterns.name.match(text, at + 1)
        if found is None:
            self._fail(4, at + 1)
        name = found.group()
        place = found.end()
        names = []
        values = {}
        match_space = self._patterns.space.match
        match_attribute = self._patterns.attribute.match
        while True:
            letter = text[place:place + 1]
            space = place if letter == '>' or letter == '/' else match_space(text, place).end()
            if space >= len(text):
                raise Incomplete
            letter = text[space]
            if letter == '>':
                end = space + 1
                isempty = False
                break
            if letter == '/':
                if space + 1 >= len(text):
                    raise Incomplete
                if text[space + 1] != '>':
                    self._fail(4, space + 1)
                end = space + 2
                isempty = True
                break
            if space == place:
                self._fail(4, space)
            attribute = match_attribute(text, space)
            if attribute is None:
                self._wrong_attribute(text, space)
            key, value = attribute.groups()
            if key in values:
                self._fail(8, space)
            value = value[1:-1]
            if '&' in value or '\\n' in value or '\\t' in value:
                value = self._attribute_value(value, attribute.start(2) + 1)
            values[key] = value
            names.append((key, space))
            place = attribute.end()
        if 0 <= self._limit < end:
            self._fail(4, self._limit)
        defaults = self._defaults.get(name, {}) if self._defaults else {}
        for key, (kind, value) in defaults.items():
            if key in values:
                if kind != 'CDATA':
                    values[key] = ' '.join(values[key].split())
            elif value is not None and not self.specified_attributes:
                values[key] = value
                names.append((key, at))
        declared = []
        if self._separator is not None:
            scope = self._scopes[-1]
            for key, position in names:
                if key == 'xmlns' or key.startswith('xmlns:'):
                    prefix = key[6:]
                    if prefix and not values[key]:
                        self._fail(28, at)
                    if prefix == 'xmlns':
                        self._fail(39, at)
                    declared.append(prefix)
                    scope = {**scope, prefix: values[key]}
            self._scopes.append(scope)
            if self.StartNamespaceDeclHandler is not None:
                self._flush()
                for prefix in declared:
                    self.StartNamespaceDeclHandler(prefix or None, values['xmlns:' + prefix if prefix else 'xmlns'] or None)
        attributes = {}
        if self._separator is None:
            attributes = values
            names = ()
        for key, position in names:
            if (key == 'xmlns' or key.startswith('xmlns:')):
                continue
            full = self._expanded(key, True, at)
            if full in attributes:
                self._fail(8, position)
            attributes[full] = values[key]
        full = self._expanded(name, False, at)
        self._open.append((name, full, declared))
        self._state = 'content'
        if self.StartElementHandler is not None:
            self._flush()
            if self.ordered_attributes:
                attributes = [each for pair in attributes.items() for each in pair]
            self.StartElementHandler(full, attributes)
        else:
            self._default(text[at:end])
        self._advance(end)
        if isempty:
            self._close(full, declared, '')
    def _wrong_attribute(self, text, at):
        name = self._patterns.name.match(text, at)
        if name is None:
            self._fail(4, at)
        space = self._patterns.space.match(text, name.end()).end()
        if space >= len(text):
            raise Incomplete
        if text[space] != '=':
            self._fail(4, space)
        space = self._patterns.space.match(text, space + 1).end()
        if space >= len(text):
            raise Incomplete
        if text[space] not in '\\'"':
            self._fail(4, space)
        less = text.find('<', space)
        if less >= 0:
            self._fail(4, less)
        raise Incomplete
    def _attribute_value(self, value, at):
        value = value.replace('\\n', ' ').replace('\\t', ' ')
        if '&' not in value:
            return value
        parts = []
        place = 0
        while True:
            mark = value.find('&', place)
            if mark < 0:
                parts.append(value[place:])
                return ''.join(parts)
            parts.append(value[place:mark])
            end = value.find(';', mark)
            name = value[mark + 1:end] if end >= 0 else ''
            if name.startswith('#'):
                parts.append(self._character(name, at + mark))
            else:
                if not self._patterns.name.fullmatch(name):
                    self._fail(4, at + mark + 1)
                inner = self._entities.get(name)
                if inner is None:
                    self._fail(11, self._at)
                if not isinstance(inner, str):
                    self._fail(16, self._at)
                if name in self._expanding:
                    self._fail(12, self._at)
                if name in ('lt', 'gt', 'amp', 'quot', 'apos'):
                    parts.append(inner)
                else:
                    self._expanding.append(name)
                    parts.append(self._attribute_value(inner, at + mark))
                    self._expanding.pop()
            place = end + 1
    def _character(self, name, at):
        digits = name[2:] if name[1:2] == 'x' else name[1:]
        try:
            if not digits.isalnum():
                raise ValueError
            code = int(digits, 16 if name[1:2] == 'x' else 10)
        except ValueError:
            self._fail(4, at + 2)
        if code > 0x10ffff or code < 32 and code not in (9, 10, 13) or 0xd800 <= code < 0xe000 or code in (0xfffe, 0xffff):
            self._fail(14, at)
        return chr(code)
    def _reference(self, text, at):
        end = text.find(';', at)
        name = text[at + 1:end] if end >= 0 else text[at + 1:]
        if name.startswith('#'):
            if end < 0:
                if name[1:].isalnum() or len(name) == 1:
                    raise Incomplete
                self._fail(4, at + 2)
            self._characters(self._character(name, at), text[at:end + 1])
        else:
            match = self._patterns.name.match(name)
            if match is None or match.end() != len(name):
                if end < 0 and not name:
                    raise Incomplete
                self._fail(4, at + 1 + (match.end() if match else 0))
            if end < 0:
                raise Incomplete
            self._entity(name, text, at, end + 1)
        self._advance(end + 1)
    def _entity(self, name, text, at, end):
        inner = self._entities.get(name)
        if inner is None:
            if not self._skips:
                self._fail(11, at)
            if self.SkippedEntityHandler is not None:
                self.SkippedEntityHandler(name, False)
            else:
                self._default(text[at:end])
        elif name in ('lt', 'gt', 'amp', 'quot', 'apos'):
            self._characters(inner, text[at:end])
        elif not isinstance(inner, str):
            base, system, public, notation = inner
            if notation is not None:
                self._fail(15, at)
            if self.ExternalEntityRefHandler is not None:
                self._flush()
                if not self.ExternalEntityRefHandler(name, base, system, public):
                    self._fail(21, at)
            else:
                self._default(text[at:end])
        elif name in self._expanding:
            self._fail(12, at)
        elif self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
            self._default(text[at:end])
        else:
            # Its text is read in the place of the reference.
            outer = self._text, self._at, self._line, self._column, self._index, self._limit
            depth = len(self._open)
            self._expanding.append(name)
            self._text, self._at, self._limit = inner, 0, -1
            try:
                self._run(True)
            except Incomplete:
                self._fail(5, self._at)
            if len(self._open) != depth:
                self._fail(13, self._at)
            self._expanding.pop()
            self._text, self._at, self._line, self._column, self._index, self._limit = outer
    def _end(self, text, at):
        found = self._patterns.name.match(text, at + 2)
        if found is None:
            if at + 2 >= len(text):
                raise Incomplete
            self._fail(4, at + 2)
        space = found.end()
        if text[space:space + 1] != '>':
            space = self._patterns.space.match(text, space).end()
            if space >= len(text):
                raise Incomplete
            if text[space] != '>':
                self._fail(4, space)
        if self._state != 'content':
            self._fail(9 if self._state == 'end' else 4, at if self._state == 'end' else at + 1)
        name, full, declared = self._open[-1]
        if name != found.group():
            self._fail(7, at + 2)
        self._close(full, declared, text[at:space + 1])
        self._advance(space + 1)
    def _close(self, full, declared, raw):
        self._open.pop()
        if self.EndElementHandler is not None:
            self._flush()
            self.EndElementHandler(full)
        elif raw:
            self._default(raw)
        if self._separator is not None:
            self._scopes.pop()
            if self.EndNamespaceDeclHandler is not None:
                self._flush()
                for prefix in reversed(declared):
                    self.EndNamespaceDeclHandler(prefix or None)
        if not self._open and not self._expanding:
            self._state = 'end'
    def _doctype(self, text, at):
        end, inner = self._doctype_end(text, at + 9)
        head = text[at + 9:inner if inner >= 0 else end - 1]
        words = self._patterns.token.findall(head)
        if not words or head[:1] not in (' ', '\\n', '\\t'):
            self._fail(2, at)
        name = words[0]
        system = public = None
        if len(words) > 2 and words[1] == 'SYSTEM':
            system = words[2][1:-1]
        elif len(words) > 3 and words[1] == 'PUBLIC':
            public, system = ' '.join(words[2][1:-1].split()), words[3][1:-1]
        elif len(words) > 1:
            self._fail(2, at)
        if system is not None:
            self._skips = True
        if self.StartDoctypeDeclHandler is not None:
            self.StartDoctypeDeclHandler(name, system, public, int(inner >= 0))
        else:
            self._default('<!DOCTYPE')
            for word in words:
                self._default(' ')
                self._default(word)
        if inner >= 0:
            close = text.rfind(']', inner, end)
            if self.StartDoctypeDeclHandler is None:
                self._default('[')
            self._subset(text[inner + 1:close])
            if self.StartDoctypeDeclHandler is None:
                self._default(']')
        if self.EndDoctypeDeclHandler is not None:
            self.EndDoctypeDeclHandler()
        elif self.StartDoctypeDeclHandler is None:
            self._default('>')
        self._state = 'prolog'
        self._advance(end)
    # Behind the declaration, and where its inner part begins or -1.
    def _doctype_end(self, text, place):
        inner = -1
        while True:
            if place >= len(text):
                raise Incomplete
            letter = text[place]
            if letter in '\\'"':
                place = self._until(letter, place + 1)
            elif text.startswith('<!--', place):
                place = self._until('-->', place + 4)
            elif text.startswith('<?', place):
                place = self._until('?>', place + 2)
            elif letter == '[' and inner < 0:
                inner = place
                place += 1
            elif letter == ']' and inner >= 0:
                place = self._patterns.space.match(text, place + 1).end()
                if place >= len(text):
                    raise Incomplete
                if text[place] != '>':
                    self._fail(2, place)
                return place + 1, inner
            elif letter == '>' and inner < 0:
                return place + 1, inner
            else:
                place += 1
    def _subset(self, text):
        place = 0
        while place < len(text):
            if text.startswith('<!--', place):
                end = text.find('-->', place) + 3
                if self.CommentHandler is not None:
                    self.CommentHandler(text[place + 4:end - 3])
                else:
                    self._default(text[place:end])
            elif text.startswith('<?', place):
                end = text.find('?>', place) + 2
                target, _, data = text[place + 2:end - 2].partition(' ')
                if self.ProcessingInstructionHandler is not None:
                    self.ProcessingInstructionHandler(target, data.lstrip())
                else:
                    self._default(text[place:end])
            elif text.startswith('<!', place):
                end = self._declaration_end(text, place)
                self._declare(self._patterns.token.findall(text[place + 2:end - 1]), text[place:end])
            else:
                end = place + 1
                if text[place] == '%':
                    self._skips = True
            place = end
    def _declaration_end(self, text, place):
        while place < len(text):
            letter = text[place]
            if letter in '\\'"':
                place = text.find(letter, place + 1)
                if place < 0:
                    break
            elif letter == '>':
                return place + 1
            place += 1
        self._fail(4, self._at)
    def _declare(self, words, raw):
        kind = words[0] if words else ''
        if kind == 'ENTITY' and len(words) > 2:
            self._declare_entity(words, raw)
        elif kind == 'ATTLIST' and len(words) > 1:
            self._declare_attributes(words, raw)
        elif kind == 'NOTATION' and len(words) > 3:
            public = words[3][1:-1] if words[2] == 'PUBLIC' else None
            system = words[3][1:-1] if words[2] == 'SYSTEM' else words[4][1:-1] if len(words) > 4 else None
            if self.NotationDeclHandler is not None:
                self.NotationDeclHandler(words[1], self._base, system, public)
            else:
                self._default(raw)
        elif kind == 'ELEMENT':
            if self.ElementDeclHandler is not None:
                content = words[2] if len(words) > 2 else ''
                model = (1, 0, None, ()) if content == 'EMPTY' else (2, 0, None, ()) if content == 'ANY' else (3, 0, None, ())
                self.ElementDeclHandler(words[1], model)
            else:
                self._default(raw)
        else:
            self._fail(2, self._at)
    def _declare_entity(self, words, raw):
        isparameter = words[1] == '%'
        if isparameter:
            words = words[1:]
        name, value = words[1], words[2]
        system = public = notation = text = None
        if value[:1] in '\\'"':
            text = value[1:-1]
            place = text.find('&#')
            while place >= 0:
                end = text.find(';', place)
                letter = self._character(text[place + 1:end], self._at)
                text = text[:place] + letter + text[end + 1:]
                place = text.find('&#', place + 1)
        elif value == 'SYSTEM':
            system = words[3][1:-1]
        elif value == 'PUBLIC':
            public, system = words[3][1:-1], words[4][1:-1]
        else:
            self._fail(2, self._at)
        if 'NDATA' in words:
            notation = words[words.index('NDATA') + 1]
        if not isparameter and name not in self._entities:
            self._entities[name] = text if text is not None else (self._base, system, public, notation)
        if notation is not None and self.UnparsedEntityDeclHandler is not None:
            self.UnparsedEntityDeclHandler(name, self._base, system, public, notation)
        elif self.EntityDeclHandler is not None:
            self.EntityDeclHandler(name, int(isparameter), text, self._base, system, public, notation)
        else:
            self._default(raw)
    def _declare_attributes(self, words, raw):
        element = words[1]
        place = 2
        while place + 2 < len(words) + 1 and place + 1 < len(words):
            name, kind = words[place], words[place + 1]
            place += 2
            if kind.startswith('(') or kind == 'NOTATION':
                while not kind.endswith(')') and place < len(words):
                    kind += words[place]
                    place += 1
            default = None
            isrequired = False
            word = words[place] if place < len(words) else ''
            place += 1
            if word == '#REQUIRED':
                isrequired = True
            elif word == '#FIXED':
                default = words[place][1:-1]
                isrequired = True
                place += 1
            elif word != '#IMPLIED':
                default = word[1:-1]
            if default is not None:
                default = self._attribute_value(default, self._at)
                if kind != 'CDATA':
                    default = ' '.join(default.split())
            self._defaults.setdefault(element, {}).setdefault(name, (kind, default))
            if self.AttlistDeclHandler is not None:
                self.AttlistDeclHandler(element, name, kind, default, int(isrequired))
        if self.AttlistDeclHandler is None:
            self._default(raw)

def ParserCreate(encoding, namespace_separator, intern):
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError('namespace_separator must be at most one character, omitted, or None')
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    return XMLParserType(encoding, namespace_separator, intern)

def make_errors(names):
    module = type(__import__('sys'))('pyexpat.errors', 'Constants used to describe error conditions.')
    module.codes = {}
    module.messages = {}
    for number, (name, text) in enumerate(names, 1):
        setattr(module, 'XML_ERROR_' + name, text)
        module.codes[text] = number
        module.messages[number] = text
    return module

def make_model():
    module = type(__import__('sys'))('pyexpat.model', 'Constants used to interpret content model information.')
    for name, value in (('EMPTY', 1), ('ANY', 2), ('MIXED', 3), ('NAME', 4), ('CHOICE', 5), ('SEQ', 6)):
        setattr(module, 'XML_CTYPE_' + name, value)
    for number, name in enumerate(('NONE', 'OPT', 'REP', 'PLUS')):
        setattr(module, 'XML_CQUANT_' + name, number)
    return module
`;
