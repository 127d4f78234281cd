# bytes made of numbers, of lists of them, and of what is no such thing.
print(bytes([1, 2, 255]), bytes((0,)), bytes([]), bytes(()), bytes(3), bytes(0), bytes(range(5)), bytes(bytearray(b'ab')), bytes(b'xy'), bytes(True))
for x in ([256], [-1], [1, 'a'], -1, [1, 2.0], 'abc', 3.5, None, range(300), range(-1, 3), [10**20], 10**20, [[1]]):
    try: print(bytes(x))
    except Exception as e: print(type(e).__name__, e)
class I:
    def __index__(self): return 65
print(bytes([I(), True, 66]), bytes(I()) == bytes(65), bytes(iter([1, 2])), bytes({1: 2}), bytes(x for x in (65, 66)))
class L(list): pass
print(bytes(L([1, 2])), bytes(memoryview(b'abc')))
class B(bytes): pass
print(B([1, 2]), type(B([1])), type(bytes(B([1]))), bytes.__new__(bytes, [1, 2]), list(map(bytes, [[1], [2, 3]])))
try:
    it = iter([1, 300])
    bytes(it)
except ValueError as e: print(e, list(it))
def hot():
    n = 0
    for i in range(3000):
        b = bytes([i & 255, i >> 8 & 255])
        n += b[0] + len(bytes(i & 63)) + bytes((1, 2))[1] + hash(bytes([i & 255])) * 0
        try: bytes([i])
        except ValueError: n += 1
    return n
print(hot(), {bytes([65, 66]): 1}[b'AB'], bytes([65, 66]) == b'AB', bytes(70000)[:2], len(bytes([7]) * 3))
