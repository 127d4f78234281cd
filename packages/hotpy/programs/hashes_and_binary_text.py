"""Hashes of data of all lengths around a block, in pieces and copies; base64 and digits of bytes, well-formed and not."""

import base64
import binascii
import hashlib


def shown(call, *args, **more):
    try:
        value = call(*args, **more)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"{type(value).__name__} {value!r}"


class Sub(bytes):
    pass


DATA = bytes(i * 7 % 256 for i in range(1000))
NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")

for name in NAMES:
    make = getattr(hashlib, name)
    print(name, make().hexdigest(), make().digest_size, make().block_size, make().name)
    print(make(b"abc").hexdigest(), make(b"abc").digest())
    total = make()
    for size in list(range(0, 140)) + [255, 256, 257, 511, 512, 513, 1000]:
        whole = make(DATA[:size])
        pieces = make()
        for start in range(0, size, 17):
            assert pieces.update(DATA[start : min(size, start + 17)]) is None
        assert whole.digest() == pieces.digest(), (name, size)
        assert whole.digest() == whole.digest() and whole.hexdigest() == whole.digest().hex()
        total.update(whole.digest())
    print(total.hexdigest())
    first = make(b"first")
    copied = first.copy()
    first.update(b"more")
    copied.update(bytearray(b"mo"))
    copied.update(memoryview(b"re"))
    print(first.hexdigest() == copied.hexdigest(), type(copied) is type(first), copied.name)
    print(make(Sub(b"abc")).hexdigest() == make(b"abc").hexdigest())
    for wrong in ("text", 3, None):
        print(shown(make, wrong), "|", shown(first.update, wrong))
    print(shown(first.update)[:9], shown(first.digest, 1)[:9], shown(first.hexdigest, 1)[:9])
    print(make(b"a" * 100000).hexdigest(), make(b"abc", usedforsecurity=False).hexdigest())
    print(hashlib.new(name, b"new").hexdigest())
    names = make(DATA), make()
    print([each.hexdigest()[:8] for each in names for _ in range(5)][::3])

for size in list(range(9)) + [57, 100]:
    data = DATA[:size]
    text = base64.b64encode(data)
    print(size, text, base64.b64decode(text) == data, base64.b64decode(text.decode()) == data)
    print(binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False), binascii.a2b_base64(binascii.b2a_base64(data)) == data)
    print(base64.urlsafe_b64encode(data), base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data)
    print(binascii.hexlify(data), binascii.hexlify(data, "-", 3), binascii.hexlify(data, b"-", -3), binascii.unhexlify(data.hex()) == data)

for given in (b"QUI=", b"QUI", b"Q", b"QQ==", b"Q===", b"====", b"QU=I", b"Q=U=", b"QU I=", b"QUI=\n", b"QUI=\n\n", b"\nQUI=", b"QUJD\nQUJD", b"QUI=QUJD",
              b"Q\xffUI=", b"", b"=", b"QR==", b"QUJDQ", "QUI=", "QU\u0100I=", bytearray(b"QUJD"), memoryview(b"QUJD"), Sub(b"QUJD"), 3, None, b"++//", b"--__"):
    print(given if not isinstance(given, memoryview) else "view", shown(binascii.a2b_base64, given), shown(binascii.a2b_base64, given, strict_mode=True),
          shown(base64.b64decode, given), shown(base64.b64decode, given, validate=True), shown(binascii.a2b_base64, given, strict_mode=0))

for given in (b"00ff", b"0", b"0g", b"g0", b"00 ff", "00FFaA", "\xe9\xe9", "\u0660\u0660", bytearray(b"12"), memoryview(b"34"), Sub(b"56"), 3, None, b"", ""):
    print(given if not isinstance(given, memoryview) else "view", shown(binascii.unhexlify, given), shown(binascii.a2b_hex, given))
for given in (bytearray(b"12"), memoryview(b"34"), Sub(b"56"), "12", 3, b""):
    print(shown(binascii.hexlify, given), shown(binascii.b2a_hex, given, ":"), shown(binascii.b2a_base64, given))
for sep, group in (("-", 1), ("--", 1), ("", 1), ("\xe9", 2), (1, 1), (b"-", 0), ("-", 2**40), ("-", -(2**40)), ("-", 2.5)):
    print(sep, group, shown(binascii.hexlify, b"abcdefg", sep, group))
print(shown(binascii.hexlify), shown(binascii.b2a_base64), shown(binascii.b2a_base64, b"", True)[:9], shown(binascii.a2b_base64))
