/** Methods of the parser: tags, attributes, references, sections of CDATA, instructions and comments. */
export const CONTENT_METHODS = `
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
`;
