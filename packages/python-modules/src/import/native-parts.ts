/** What parts of library modules do that are C in CPython and the library's own Python here, where the two differ; in Python. */
export const nativePartsSource = `
def adopt_parser(module):
    "The parser that CPython has in C raises its errors while no other is handled, and reads files by itself."
    def _raiseerror(self, value):
        error = module.ParseError(value)
        error.code = value.code
        error.position = value.lineno, value.offset
        raise error from None
    def _parse_whole(self, file):
        while data := file.read(65536):
            self.feed(data)
        return self.close()
    module.XMLParser._raiseerror = _raiseerror
    module.XMLParser._parse_whole = _parse_whole

def is_plain_tag(path):
    "Whether only a tag is looked for."
    if not isinstance(path, str) or path.startswith(('{}', '{*}')):
        return False
    outside = True
    for char in path:
        if char == '{':
            outside = False
        elif char == '}':
            outside = True
        elif outside and char in '/*[@.':
            return False
    return True

def adopt_elements(module):
    Element = module.Element
    by_path = module.ElementPath
    def checked(element):
        if not isinstance(element, Element):
            raise TypeError(f'expected an Element, not "{type(element).__name__}"')
    def argument(element, place):
        if not isinstance(element, Element):
            raise TypeError(f'{place} must be xml.etree.ElementTree.Element, not {"None" if element is None else type(element).__name__}')
    def sequence(elements):
        try:
            return list(elements)
        except TypeError:
            raise TypeError(f'expected sequence, not "{type(elements).__name__}"') from None
    def index_of(index):
        if not isinstance(index, slice) and not hasattr(type(index), '__index__'):
            raise TypeError('element indices must be integers')
        return index
    def __getitem__(self, index):
        try:
            return self._children[index_of(index)]
        except IndexError:
            raise IndexError('child index out of range') from None
    def __setitem__(self, index, element):
        if isinstance(index_of(index), slice):
            element = sequence(element)
            for each in element:
                checked(each)
        else:
            checked(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError('child assignment index out of range') from None
    def __delitem__(self, index):
        try:
            del self._children[index_of(index)]
        except IndexError:
            raise IndexError('child assignment index out of range') from None
    def append(self, subelement, /):
        argument(subelement, 'append() argument')
        self._children.append(subelement)
    def extend(self, elements, /):
        for each in sequence(elements):
            checked(each)
            self._children.append(each)
    def insert(self, index, subelement, /):
        argument(subelement, 'insert() argument 2')
        self._children.insert(index, subelement)
    def find(self, path, namespaces=None):
        if namespaces is not None or not is_plain_tag(path):
            return by_path.find(self, path, namespaces)
        for child in self._children:
            if child.tag == path:
                return child
    def findtext(self, path, default=None, namespaces=None):
        if namespaces is not None or not is_plain_tag(path):
            return by_path.findtext(self, path, default, namespaces)
        for child in self._children:
            if child.tag == path:
                return '' if child.text is None else child.text
        return default
    def findall(self, path, namespaces=None):
        if namespaces is not None or not is_plain_tag(path):
            return by_path.findall(self, path, namespaces)
        return [child for child in self._children if child.tag == path]
    # Without a warning it is true if it has children.
    del Element.__bool__
    for method in __getitem__, __setitem__, __delitem__, append, extend, insert, find, findtext, findall:
        method.__qualname__ = f'Element.{method.__name__}'
        setattr(Element, method.__name__, method)

def adopt_futures(module):
    Future = module.Future
    InvalidStateError = module.exceptions.InvalidStateError
    def result(self):
        if self._state == 'CANCELLED':
            raise self._make_cancelled_error()
        if self._state != 'FINISHED':
            raise InvalidStateError('Result is not set.')
        self._Future__log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result
    def set_result(self, result, /):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        self._result = result
        self._state = 'FINISHED'
        self._Future__schedule_callbacks()
    def set_exception(self, exception, /):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        if isinstance(exception, type) and issubclass(exception, BaseException):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = 'FINISHED'
        self._Future__schedule_callbacks()
        self._Future__log_traceback = True
    for method in result, set_result, set_exception:
        method.__doc__ = getattr(Future, method.__name__).__doc__
        method.__qualname__ = f'Future.{method.__name__}'
        setattr(Future, method.__name__, method)
`;
