import codecs, io
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
NAMES = "iso2022_jp iso2022_jp_1 iso2022_jp_ext iso2022_kr hz johab".split()
TEXTS = ["", "abc~d\\", "日本語 text\nテスト", "ｱｲｳ¥‾", "가나 a\nb나다", "中文~测试~", "丂", "😀", "\x0e\x0f\x1b(x", "a\ud800b", "Ωя│①", "～－∥￢￡"]
for name in NAMES:
    print(name)
    for text in TEXTS:
        for errors in "strict", "replace", "xmlcharrefreplace", "ignore":
            t(lambda: text.encode(name, errors))
        try: data = text.encode(name, "ignore")
        except UnicodeError: continue
        t(lambda: data.decode(name))
        t(lambda: io.TextIOWrapper(io.BytesIO(data), encoding=name).read())
        d = codecs.getincrementaldecoder(name)()
        t(lambda: "".join(d.decode(data[i:i + 1]) for i in range(len(data))) + d.decode(b"", True))
    for data in b"\x1b$B", b"\x1b$B!", b"\x1b$B!\x80", b"\x1b$B~~", b"\x1b(J\\~", b"\x1b$(D\"/", b"\x1b(I1", b"\x1b[0m ok", b"\x1b(Z", b"\x1b$)C\x0e0!\x0f", b"\x0e0!", b"a\x80", b"~{0!", b"~{VPND~}", b"~\n~~", b"~x", b"\x1b.A", b"\x1b", b"\xd8", b"\x84\x41", b"\x1b$B0!\n0!":
        t(lambda: data.decode(name))
        t(lambda: data.decode(name, "replace"))
import hashlib
for name in NAMES:
    h = hashlib.md5()
    for code in range(0x80, 0x10000, 97):
        try: h.update(chr(code).encode(name))
        except UnicodeEncodeError: h.update(b"?")
    print(name, h.hexdigest())
    h = hashlib.md5()
    for first in range(0x21, 0x7f):
        for second in range(0x21, 0x7f, 31):
            for start in ({"hz": [b"~{"], "iso2022_kr": [b"\x1b$)C\x0e"], "johab": [b""]}.get(name, [b"\x1b$B", b"\x1b$(D", b"\x1b(J", b"\x1b(I"])):
                top = 0x80 if name == "johab" else 0
                h.update((start + bytes([first | top, second | top])).decode(name, "replace").encode())
    print(name, h.hexdigest())
