# Codecs beside each other, their error handlers, and those that a program registers.
import _codecs


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


TEXTS = ["", "abc", "a+b-c", "é\u20ac", "\U0001f600x", "\ud800", "a\udc80b", "~\\\x00\n", "~é", "+"]
NAMES = ["utf-7", "utf_8", "utf-16", "utf-16-be", "utf-32-le", "unicode_escape", "raw-unicode-escape", "ascii", "latin-1", "cp1252"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"]
DECODING = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
for name in NAMES:
    for text in TEXTS:
        print(name, ascii(text), ascii([attempt(text.encode, name, handler) for handler in HANDLERS]))

BYTES = [b"abc", b"\xff", b"\xe9\x80", b"\xf0\x9f\x98", b"\x00\xd8", b"+AGE", b"+AGE-", b"+-+", b"+2AA-", b"+2AHcAA-", b"a+\x80", b"+A-", b"+AGF-b", b"+AGF",
         b"\\x4", b"\\u20ac\\n", b"\\", b"\\N{BULLET}\\N{X}", b"\\N{", b"\\U00110000", b"\\377\\0a", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\xff\xfe\x00\x00a\x00\x00\x00"]
for name in NAMES:
    for data in BYTES:
        print(name, data, ascii([attempt(data.decode, name, handler) for handler in DECODING]))

PARTIAL = ["utf_7", "utf_8", "utf_16", "utf_16_le", "utf_32", "utf_32_be", "unicode_escape", "raw_unicode_escape"]
for name in PARTIAL:
    decode = getattr(_codecs, name + "_decode")
    for data in BYTES:
        print(name, data, ascii([attempt(decode, data[:end], "replace", False) for end in range(len(data) + 1)]))
for data in (b"a\\n\\x41\\x4", b"\\101\\'\\\\", b"\\", b"\\xz", b"a\\\nb"):
    print(data, [attempt(_codecs.escape_decode, data, handler) for handler in ("strict", "replace", "ignore", "none")])
for data in BYTES:
    print(data, attempt(_codecs.escape_encode, data), attempt(_codecs.utf_16_ex_decode, data, "strict", 0, False))


print(attempt("é".encode, "ascii", "none"), attempt(b"\xff".decode, "utf-8", "none"), attempt(b"\xff".decode, "ascii", "xmlcharrefreplace"))


# Handlers of the program's own.
def bracketed(error):
    part = error.object[error.start:error.end]
    return f"<{error.encoding} {error.reason} {ascii(part)}>", error.end


def backwards(error):
    return ("" if error.start > 2 else "?"), (error.start + 1) - len(error.object)


def as_bytes(error):
    return b"\xff\xfe", error.end


def exchanged(error):
    if isinstance(error, UnicodeEncodeError):
        return "!", error.end
    error.object = b"other"
    return "[", 1


def wrong(error):
    return 42


for handler in (bracketed, backwards, as_bytes, exchanged, wrong, lambda error: ("x", 100), lambda error: ("é", error.end), lambda error: ("a", "b")):
    _codecs.register_error("test.own", handler)
    print(_codecs.lookup_error("test.own") is handler)
    for name in ("ascii", "latin-1", "utf-8", "utf-16"):
        print(name, ascii(attempt("aé\u20ac\ud800z".encode, name, "test.own")), ascii(attempt(b"a\xff\\x\xd8\xd8z".decode, name, "test.own")))

# Python's handlers as functions.
for name in HANDLERS:
    handler = _codecs.lookup_error(name)
    for error in (UnicodeEncodeError("utf-8", "a\udc80\ud800\u20ac", 1, 3, "why"), UnicodeDecodeError("utf-8", b"a\xed\xb2\x80z", 1, 2, "why"),
                  UnicodeTranslateError("a\u20acb", 1, 2, "why"), ValueError("no")):
        print(name, ascii(attempt(handler, error)))
print(attempt(_codecs.lookup_error, "no such"), str(UnicodeTranslateError("aé", 1, 2, "why")))

# Mappings.
table = _codecs.charmap_build("".join(map(chr, range(255))) + "\u20ac")
for mapping in (None, {97: 98, 98: b"xyz", 99: None}, {97: "x"}, {97: 300}):
    print(ascii([attempt(_codecs.charmap_encode, "abc\u20ac", handler, mapping) for handler in ("strict", "replace", "ignore", "xmlcharrefreplace")]))
print(attempt(_codecs.charmap_encode, "a\u20ac", "strict", table))
for mapping in (None, {97: "bc", 98: 0x20ac, 99: None}, "ab\ufffe", {97: -1}, {97: b""}):
    print(ascii([attempt(_codecs.charmap_decode, b"abc\x02", handler, mapping) for handler in ("strict", "replace", "ignore", "backslashreplace")]))


# Encodings of the program's own.
def search(name):
    if name == "test_shout":
        return (lambda text, errors="strict": (text.upper().encode(), len(text)), lambda data, errors="strict": (bytes(data).decode().lower(), len(data)), None, None)
    if name == "test_odd":
        return (lambda text, errors="strict": (42, 1), lambda data, errors="strict": 5, None, None)
    if name == "test_failing":
        return (lambda text, errors="strict": 1 / 0, lambda data, errors="strict": [][1], None, None)
    return None


_codecs.register(search)
print("abc".encode("Test-Shout".replace("-", "_")), b"ABC".decode("test_shout"), str(b"ABC", "test_shout"), bytes("x", "test_shout"))
for name in ("test_odd", "test_failing"):
    print(attempt("abc".encode, name), attempt(b"abc".decode, name), attempt(_codecs.encode, "abc", name), attempt(_codecs.decode, b"abc", name))
_codecs.unregister(search)
print(attempt("abc".encode, "test_shout"))
