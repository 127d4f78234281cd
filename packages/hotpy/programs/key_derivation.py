"""Keys made of passwords, and what hashlib and hmac are beside them."""

import hashlib
import hmac

for name in ("md5", "sha1", "sha224", "sha256", "SHA512", "sha3_256"):
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 100).hex())
print(hashlib.pbkdf2_hmac("sha256", bytearray(b"p" * 200), memoryview(b"salt" * 9), 20000, dklen=77).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=2).hex())
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1, dklen=20).hex())
for arguments in (("sha256", b"p", b"s", 0), ("sha256", b"p", b"s", 1, 0), ("sha256", "p", b"s", 1), ("sha256", b"p", b"s", "x")):
    try:
        hashlib.pbkdf2_hmac(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
for options in ({}, {"salt": b"s"}, {"salt": b"s", "n": 3, "r": 1, "p": 1}, {"salt": b"s", "n": 2**20, "r": 8, "p": 1}):
    try:
        hashlib.scrypt(b"p", **options)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
for name in ("sha256", hashlib.sha256, "blake2b", "sha3_384"):
    print(hmac.new(b"key", b"message", name).hexdigest(), hmac.digest(b"key", b"message", name) == hmac.new(b"key", b"message", name).digest())
print(hmac.compare_digest("ab", "ab"), hmac.compare_digest(b"ab", b"ac"))
print(hmac.new(b"key", b"m", "sha1").name, hashlib.new("sha1", b"x").hexdigest(), hashlib.new("sha256", usedforsecurity=False).name)
print({"md5", "sha1", "sha256", "sha512", "blake2b", "sha3_256"} <= hashlib.algorithms_available, "pbkdf2_hmac" in dir(hashlib))
try:
    hashlib.new("nothing")
except ValueError as error:
    print(error)
