"""Writes src/data: Unicode 14.0's names and properties of characters, packed.

    /usr/bin/python3.11 packages/unicode/scripts/make-data.py

What there is to know comes from CPython 3.11's own unicodedata, and the list of aliases and of named
sequences, which that can look up but not list, from perl 5.36 (in Debian 12, with the same version of Unicode).
"""

import base64
import json
import pathlib
import re
import sys
import unicodedata
import zlib

assert unicodedata.unidata_version == "14.0.0"
UNICORE = pathlib.Path("/usr/share/perl/5.36.0/unicore")
OUTPUT = pathlib.Path(__file__).parent.parent / "src" / "data"
ALL = range(0x110000)
OLD = unicodedata.ucd_3_2_0


def write(file, comment, text):
    """A module whose one function returns the text: called first when it is needed, it costs nothing before."""
    compressor = zlib.compressobj(9, wbits=-15)
    packed = base64.b64encode(compressor.compress(text.encode()) + compressor.flush()).decode()
    (OUTPUT / f"{file}.generated.ts").write_text(
        f"/** {comment} Raw deflate of UTF-8, in base64; made by scripts/make-data.py. */\n"
        f'export const {file} = (): string => "{packed}";\n'
    )
    print(file, len(text), "->", len(packed))


def is_by_rule(name):
    return name.startswith(("HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"))


def names():
    """A line for each character, that of the next code point unless a line `=HEX` stands before."""
    lines = []
    expected = 0
    for code in ALL:
        name = unicodedata.name(chr(code), "")
        if not name or is_by_rule(name):
            continue
        if code != expected:
            lines.append(f"={code:X}")
        lines.append(name)
        expected = code + 1
    others = []
    for entry in (UNICORE / "Name.pl").read_text().split("\n\n"):
        codes, _, name = entry.strip().partition("\n")
        if not re.fullmatch(r"[0-9A-F]+( [0-9A-F]+)*", codes):
            continue
        text = "".join(chr(int(each, 16)) for each in codes.split())
        try:
            found = unicodedata.lookup(name)
        except KeyError:
            continue
        if found == text and unicodedata.name(text, "") != name if len(text) == 1 else found == text:
            others.append(f"{codes}\t{name}")
    return "\n".join(lines) + "\n\n" + "\n".join(others)


def runs(record_of):
    """Records, and which of them holds from which code point on: `start, record, …`, starts as distances."""
    records = {}
    starts = []
    previous = None
    last = 0
    for code in ALL:
        record = record_of(chr(code))
        number = records.setdefault(record, len(records))
        if number != previous:
            starts += [code - last, number]
            previous, last = number, code
    return [list(records), starts]


def is_final_after(text):
    return (text + "\u03a3").lower()[-1] == "\u03c2"


def current(char):
    first, part = char.isidentifier(), ("a" + char).isidentifier()
    tests = (char.isalpha, char.isdecimal, char.isdigit, char.isnumeric, char.isspace, char.isprintable,
             char.isupper, char.islower)
    bits = sum(test() << bit for bit, test in enumerate(tests))
    title = unicodedata.category(char) == "Lt"
    # What is skipped on the way to the letter before a final sigma, and is no such letter itself.
    ignorable = is_final_after("a" + char) and not is_final_after("1" + char)
    return (unicodedata.category(char), unicodedata.bidirectional(char), unicodedata.combining(char),
            unicodedata.east_asian_width(char), unicodedata.mirrored(char), bits | title << 8 | first << 9 | part << 10 | ignorable << 11)


def old(char):
    return (OLD.category(char), OLD.bidirectional(char), OLD.combining(char), OLD.east_asian_width(char), OLD.mirrored(char))


def table(value_of):
    """Code points with a value, as distances, and the values."""
    codes, values, last = [], [], 0
    for code in ALL:
        value = value_of(chr(code))
        if value is not None:
            codes.append(code - last)
            values.append(value)
            last = code
    return [codes, values]


def number_of(database):
    def value(char):
        result = [database.decimal(char, -1), database.digit(char, -1), database.numeric(char, None)]
        return None if result == [-1, -1, None] else result
    return value


def numbers_changed(char):
    new, before = number_of(unicodedata)(char), number_of(OLD)(char)
    return None if new == before else before or 0


def changed(method):
    def value(char):
        result = method(char)
        return None if result == char else result
    return value


def normal_changed(char):
    """Corrections to decompositions since Unicode 3.2; characters unassigned then have none."""
    if OLD.category(char) == "Cn":
        return None
    before = OLD.normalize("NFD", char)
    return None if before == unicodedata.normalize("NFD", char) else before


properties = {
    "current": runs(current),
    "old": runs(old),
    "numbers": table(number_of(unicodedata)),
    "oldNumbers": table(numbers_changed),
    "upper": table(changed(str.upper)),
    # Alone, a final sigma is none.
    "lower": table(changed(str.lower)),
    "title": table(changed(str.title)),
    "fold": table(changed(str.casefold)),
    "decompositions": table(lambda char: unicodedata.decomposition(char) or None),
    "oldNormal": table(normal_changed),
}

OUTPUT.mkdir(exist_ok=True)
write("names", "Names, aliases and named sequences.", names())
write("properties", "Properties, numbers, case and decompositions.", json.dumps(properties, separators=(",", ":"), ensure_ascii=False))
