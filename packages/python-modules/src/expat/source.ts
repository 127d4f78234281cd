import { CONTENT_METHODS } from "./content.js";
import { DOCTYPE_METHODS } from "./doctype.js";
import { INPUT_METHODS } from "./input.js";

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

class xmlparser:
    __module__ = 'pyexpat'
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
    def __delattr__(self, name):
        if name in handler_names() or name in ('ordered_attributes', 'specified_attributes', 'namespace_prefixes', 'buffer_text', 'buffer_size'):
            raise RuntimeError('Cannot delete attribute')
        object.__delattr__(self, name)
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
        if not isinstance(base, str):
            raise TypeError(f'SetBase() argument must be str, not {type(base).__name__}')
        self._base = base
    def GetBase(self):
        return self._base
    def GetInputContext(self):
        return None
    def UseForeignDTD(self, flag=True, /):
        self._skips = bool(flag)
    def SetParamEntityParsing(self, flag, /):
        c_int(flag)
        return 1
    def ExternalEntityParserCreate(self, context, encoding=None, /):
        if context is not None and not isinstance(context, str):
            raise TypeError(f'ExternalEntityParserCreate() argument 1 must be str or None, not {type(context).__name__}')
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f'ExternalEntityParserCreate() argument 2 must be str, not {type(encoding).__name__}')
        other = xmlparser(encoding, self._separator, self.intern)
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
            text = self._decoded(content_of(data), isfinal)
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
${INPUT_METHODS}${CONTENT_METHODS}${DOCTYPE_METHODS}
def ParserCreate(encoding, namespace_separator, intern):
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError('namespace_separator must be at most one character, omitted, or None')
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    return xmlparser(encoding, namespace_separator, intern)

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
