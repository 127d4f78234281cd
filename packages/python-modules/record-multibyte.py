"""Records what CPython 3.11's encodings of several bytes a character stand for:  python3.11 record-multibyte.py

Writes src/generated/multibyte-tables.ts. A table is what differs from another one, as runs of 16-bit numbers: the first code (two numbers), how
many codes follow one another, and whether they have characters (which come then) or none. Codes are the bytes as one number. What is encoded
otherwise than the first code that stands for a character is a list of pairs: character, and the code's two numbers.
"""
import base64
import pathlib
import struct
import zlib

# Each by another whose table is near.
CODECS = {
    'gb18030': None, 'gbk': 'gb18030', 'gb2312': 'gbk', 'big5': None, 'cp950': 'big5', 'shift_jis': None, 'cp932': 'shift_jis',
    'euc_jp': None, 'euc_kr': None, 'cp949': 'euc_kr',
    'johab': None,
}


def character(data, codec):
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return ord(text) if len(text) == 1 else None


def table(codec):
    found = {}
    for first in range(256):
        single = character(bytes([first]), codec)
        if single is not None:
            if first >= 128 or single != first:
                found[first] = single
            continue
        for second in range(0x21, 256):
            code = character(bytes([first, second]), codec)
            if code is not None:
                found[first << 8 | second] = code
            elif codec == 'euc_jp' and first == 0x8f:
                for third in range(0xa1, 0xff):
                    code = character(bytes([first, second, third]), codec)
                    if code is not None:
                        found[first << 16 | second << 8 | third] = code
    return found


def runs(now, before):
    changed = sorted(code for code in now.keys() | before.keys() if now.get(code) != before.get(code))
    numbers = []
    at = 0
    while at < len(changed):
        end = at + 1
        has = changed[at] in now
        while end < len(changed) and changed[end] == changed[end - 1] + 1 and (changed[end] in now) == has:
            end += 1
        numbers += [changed[at] >> 16, changed[at] & 0xffff, end - at, int(has)]
        if has:
            numbers += [now[code] for code in changed[at:end]]
        at = end
    return numbers


def encoded(code, codec):
    try:
        return int.from_bytes(chr(code).encode(codec), 'big')
    except UnicodeEncodeError:
        return None


def exceptions(codec, found):
    inverse = {}
    for code in sorted(found):
        inverse.setdefault(found[code], code)
    numbers = []
    for code in range(0x10000):
        if 0xd800 <= code <= 0xdfff:
            continue
        now = encoded(code, codec)
        if now is not None and now > 0xffffff:
            continue
        usual = inverse.get(code, code if code < 128 and code not in found else None)
        if now != usual:
            numbers += [code, (now or 0) >> 16, (now or 0) & 0xffff]
    return numbers


def four_bytes():
    """Of GB 18030: first character, position and length of each run of characters that have four bytes."""
    numbers = []
    for code in range(0x80, 0x10000):
        data = None if 0xd800 <= code <= 0xdfff else chr(code).encode('gb18030')
        if data is None or len(data) != 4:
            continue
        a, b, c, d = data
        position = ((a - 0x81) * 10 + b - 0x30) * 1260 + (c - 0x81) * 10 + d - 0x30
        if numbers and numbers[-3] + numbers[-1] == code and numbers[-2] + numbers[-1] == position:
            numbers[-1] += 1
        else:
            numbers += [code, position, 1]
    return numbers


def packed(numbers):
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = raw.compress(struct.pack(f'<{len(numbers)}H', *numbers)) + raw.flush()
    return base64.b64encode(packed).decode()


lines = [
    '// Made by record-multibyte.py of what CPython 3.11 does.',
    '',
    '/** By the name of the codec: which other table it is made of, and numbers of 16 bits, compressed. */',
    'export const MULTIBYTE_TABLES: Readonly<Record<string, { readonly base?: string; readonly runs: string; readonly exceptions: string }>> = {',
]
tables = {name: table(name) for name in CODECS}
for name, base in CODECS.items():
    lines.append(f'  {name}: {{')
    if base:
        lines.append(f'    base: "{base}",')
    lines.append(f'    runs: "{packed(runs(tables[name], tables.get(base, {})))}",')
    lines.append(f'    exceptions: "{packed(exceptions(name, tables[name]))}",')
    lines.append('  },')
lines += ['};', '', '/** Of GB 18030: runs of characters of four bytes. */', f'export const FOUR_BYTES = "{packed(four_bytes())}";', '']
(pathlib.Path(__file__).parent / 'src/generated/multibyte-tables.ts').write_text('\n'.join(lines))
