/** Methods of the parser: from bytes to text, where it stands in it, and what is told of plain text. */
export const INPUT_METHODS = `
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
`;
