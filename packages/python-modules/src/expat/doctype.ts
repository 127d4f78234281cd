/** Methods of the parser: the declaration of the document's type, and what it declares. */
export const DOCTYPE_METHODS = `
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
`;
