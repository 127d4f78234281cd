# Hash functions: masks, shifts and multiplications that pass 64 bits.
def fnv1a(data):
    h = 0xcbf29ce484222325
    for c in data:
        h ^= ord(c)
        h = h * 0x100000001b3 & 0xFFFFFFFFFFFFFFFF
    return h
def djb2(data):
    h = 5381
    for c in data:
        h = (h * 33 + ord(c)) & 0xFFFFFFFF
    return h
def crc32(data):
    crc = 0xFFFFFFFF
    for c in data:
        crc ^= ord(c)
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF
def xorshift(n):
    x = 88172645463325252
    for _ in range(n):
        x ^= x << 13 & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
    return x
def lcg(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
    return x
def rotate(x, n): return (x << n | x >> 32 - n) & 0xFFFFFFFF
def mix(n):
    a, b, c = 0x67452301, 0xEFCDAB89, 0x98BADCFE
    for i in range(n):
        a, b, c = rotate(a + (b & c | ~b & i), 7), rotate(b ^ c, 12), (c - a) & 0xFFFFFFFF
    return a, b, c
def adler(data):
    a, b = 1, 0
    for c in data:
        a = (a + ord(c)) % 65521
        b = (b + a) % 65521
    return b << 16 | a
text = "The quick brown fox jumps over the lazy dog" * 10
print(hex(fnv1a(text)), hex(djb2(text)), hex(crc32(text)), hex(crc32("123456789")), xorshift(1000), lcg(1000), mix(1000), adler(text))
print(pow(3, 2**64, 2**61 - 1), sum(i * i & 0xFF for i in range(2000)), -12345 & 0xFFFF, -1 >> 3, ~0xF0 & 0xFF)
