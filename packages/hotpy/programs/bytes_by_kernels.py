"""Methods of bytes and bytearrays with the commonest arguments, again and again, and with all others."""


def shown(call):
    try:
        value = call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"{type(value).__name__} {value!r}"


class Sub(bytes):
    pass


class Text(str):
    pass


LONG = b"hello world, this is bytes" * 2
TABLE = bytes(range(255, -1, -1))
SAME = bytes(range(256))


def calls(make):
    a = make(LONG)
    e = make(b"")
    s = make(b" \t\x0b hi  ho \x1c\n ")
    yield from (
        lambda: a.hex(), lambda: a.hex(":"), lambda: a.hex(":", 3), lambda: a.hex(":", -3), lambda: a.hex(b"-"),
        lambda: e.hex(), lambda: e.hex("-"), lambda: a[:1].hex("-"), lambda: a[:4].hex("-", 4), lambda: a[:5].hex("-", 4),
        lambda: a.hex("é"), lambda: a.hex("::"), lambda: a.hex(1), lambda: a.hex("\U0001f600"), lambda: a.hex("-", 0),
        lambda: make.fromhex("00ff 10Aa"), lambda: make.fromhex(" "), lambda: make.fromhex(""), lambda: make.fromhex("0"),
        lambda: make.fromhex("0 0"), lambda: make.fromhex("0g"), lambda: make.fromhex("g0"), lambda: make.fromhex("00é0"),
        lambda: make.fromhex("é0"), lambda: make.fromhex(b"00"), lambda: make.fromhex(None), lambda: make.fromhex(Text("0a 0b")),
        lambda: make.fromhex("12\t34\n56"), lambda: make.fromhex("12\x1f34"), lambda: make.fromhex("ab" * 5 + "cd"),
        lambda: make.fromhex("000"), lambda: make.fromhex("\u0660\u0661"),
        lambda: a.translate(TABLE), lambda: a.translate(SAME), lambda: a.translate(bytearray(TABLE)), lambda: a.translate(None),
        lambda: a.translate(b"x"), lambda: a.translate(TABLE, b"l"), lambda: a.translate(None, b"lo"), lambda: a.translate(3),
        lambda: e.translate(TABLE), lambda: a.translate(memoryview(TABLE)),
        lambda: a.upper(), lambda: a.upper().lower(), lambda: a.title(), lambda: a.capitalize(), lambda: a.title().swapcase(),
        lambda: e.upper(), lambda: make(b"\xe9AbC\xff").swapcase(),
        lambda: s.strip(), lambda: s.lstrip(), lambda: s.rstrip(), lambda: s.strip(None), lambda: s.strip(b" \n"),
        lambda: s.lstrip(b" "), lambda: s.rstrip(bytearray(b" ")), lambda: s.strip(b""), lambda: s.strip(3), lambda: s.strip(" "),
        lambda: s.strip(memoryview(b" ")), lambda: a.strip(b"h"), lambda: a.strip(a), lambda: e.strip(),
        lambda: s.split(), lambda: s.rsplit(), lambda: s.split(None), lambda: s.split(None, 1), lambda: s.rsplit(None, 1),
        lambda: a.split(b" "), lambda: a.split(b"is"), lambda: a.split(b" ", 2), lambda: a.rsplit(b" ", 2), lambda: a.split(b" ", 0),
        lambda: a.split(b" ", -5), lambda: a.split(b""), lambda: a.split(" "), lambda: a.split(3), lambda: a.split(b" ", "x"),
        lambda: a.split(sep=b" ", maxsplit=1), lambda: a.rsplit(b"o"), lambda: make(b"aaaaa").rsplit(b"aa"),
        lambda: make(b"aaaaa").split(b"aa"), lambda: make(b"a\nb\r\nc\rd").splitlines(), lambda: make(b"a\nb").splitlines(True),
        lambda: a.split(b" ", 10**30), lambda: e.split(), lambda: e.split(b"x"),
        lambda: make(b",").join([b"a", bytearray(b"bc"), b""]), lambda: make(b",").join((b"a", b"b")), lambda: make(b",").join([]),
        lambda: make(b",").join([b"one"]), lambda: make(b",").join([bytearray(b"one")]), lambda: make(b",").join([b"a", 1]),
        lambda: make(b",").join([b"a", "b"]), lambda: make(b",").join(["b"]), lambda: make(b",").join([memoryview(b"q"), b"r"]),
        lambda: make(b",").join(x for x in [b"a", b"b"]), lambda: make(b",").join(3), lambda: make(b",").join([Sub(b"x")]),
        lambda: make(b",").join([Sub(b"x"), Sub(b"y")]), lambda: make(b"").join([b"x"] * 20), lambda: make(b",").join([3]),
        lambda: a.replace(b"l", b"LL"), lambda: a.replace(b"q", b"LL"), lambda: a.replace(b"", b"."), lambda: a.replace(b"l", b"", 1),
        lambda: a.replace(b"l", b"1", -1), lambda: a.replace(b"l", b"1", 0), lambda: a.replace(b"l", bytearray(b"1"), 2),
        lambda: a.replace("l", b""), lambda: a.replace(b"l", 3), lambda: a.replace(b"l", b"1", 2.5), lambda: a.replace(b"", b"", 3),
        lambda: a.index(b","), lambda: a.index(44), lambda: a.index(b"zz"), lambda: a.rindex(b"is"), lambda: a.rindex(b"zz"),
        lambda: a.index(300), lambda: a.index("x"), lambda: a.index(b"is", 20), lambda: a.index(b""), lambda: a.rindex(b""),
        lambda: a.decode("ascii"), lambda: a.decode("utf-8"), lambda: a.decode("utf8"), lambda: a.decode("latin-1"),
        lambda: a.decode("latin1"), lambda: a.decode("UTF-8"), lambda: a.decode("asciI"), lambda: a.decode("nope"),
        lambda: make(b"\xff").decode("ascii"), lambda: make(b"\xff").decode("latin-1"), lambda: make(b"\xc3\xa9").decode("utf8"),
        lambda: make(b"\xff").decode("utf-8"), lambda: a.decode(3), lambda: a.decode("utf-8", "strict"), lambda: a.decode("utf7"),
        lambda: a.decode("utf-7"), lambda: make(b"\xff").decode("ascii", "replace"), lambda: a.decode("ascij"),
        lambda: a + b"x", lambda: a + bytearray(b"y"), lambda: a + memoryview(b"z"), lambda: a + "x", lambda: e + b"q", lambda: a + e,
        lambda: a + 3, lambda: e + Sub(b"s"), lambda: Sub(b"s") + e, lambda: make(b"ab") * 3, lambda: 3 * make(b"ab"),
        lambda: make(b"ab") * 0, lambda: make(b"ab") * -1, lambda: make(b"ab") * 1, lambda: make(b"ab") * 2.0,
        lambda: make(b"ab") < make(b"b"), lambda: make(b"ab") < make(b"ab"), lambda: make(b"ab") <= make(b"ab"),
        lambda: make(b"ab") > make(b"a"), lambda: make(b"ab") >= make(b"b"), lambda: make(b"ab") < "b", lambda: make(b"\xff") > b"a",
    )


for make in (bytes, bytearray, Sub):
    for number, call in enumerate(calls(make)):
        first = shown(call)
        if make is Sub and "can't concat" in first:
            continue
        print(make.__name__, number, first)
        for _ in range(3):
            assert shown(call) == first

for text in ("abc", "é", "\u20ac", "\ud800", ""):
    for encoding in ("ascii", "utf-8", "utf8", "latin-1", "latin1", "utf-16-le", "nope", 3, Text("ascii")):
        print(ascii(text), encoding, shown(lambda: text.encode(encoding)))

# What is the same object, and what is not.
a = bytes(bytearray(LONG))
print(a.strip() is a, a.translate(SAME) is a, a.replace(b"q", b"") is a, b"".join([a]) is a, a + b"" is a, b"" + a is a, a * 1 is a)
b = bytearray(LONG)
print(b.strip() is b, b.translate(SAME) is b, b.replace(b"q", b"") is b)
c = b
c += b"!"
c *= 2
print(c is b, len(c))
total = b""
for i in range(200):
    total += bytes([i])
    total = total if i % 2 else total + b"x"
print(total)
print(sorted([b"b", b"a", b"ab", b"", b"\xff"]))
