import _blake2, _sha3, hashlib
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s,'->',type(e).__module__,type(e).__name__,e)
B,S=_blake2.blake2b,_blake2.blake2s
for s in """B|B().name,B().digest_size,B().block_size,S().name,S().digest_size,S().block_size|B(b'abc').hexdigest()|S(b'abc').hexdigest()|B('a')|B(5)|B(b'a'*1000).hexdigest()|S(b'a'*1000).hexdigest()|B(b'a'*128).hexdigest()[:20]|B(b'a'*129).hexdigest()[:20]|S(b'a'*64).hexdigest()[:20]|B(digest_size=0)|B(digest_size=65)|B(digest_size=-1)|S(digest_size=33)|B(digest_size=20,key=b'k',salt=b's',person=b'p').hexdigest()|S(digest_size=20,key=b'k',salt=b's',person=b'p').hexdigest()|B(key=b'k'*65)|B(salt=b's'*17)|S(salt=b's'*9)|B(person=b's'*17)|B(fanout=256)|B(fanout=-1)|B(depth=0)|B(depth=256)|B(leaf_size=2**32)|B(leaf_size=-1)|B(node_offset=2**64)|B(node_offset=-1)|S(node_offset=2**48)|B(node_depth=256)|B(inner_size=65)|B(inner_size=-1)|S(inner_size=33)|B(b'x',fanout=2,depth=2,leaf_size=100,node_offset=3,node_depth=1,inner_size=32,last_node=True).hexdigest()|S(b'x',fanout=2,depth=2,leaf_size=100,node_offset=2**40,node_depth=1,inner_size=32,last_node=True).hexdigest()|B(data=b'x')|B(b'',b'')|B(usedforsecurity=False).hexdigest()[:9]|B.MAX_DIGEST_SIZE,B.MAX_KEY_SIZE,B.SALT_SIZE,B.PERSON_SIZE,S.MAX_DIGEST_SIZE,S.MAX_KEY_SIZE,S.SALT_SIZE,S.PERSON_SIZE|B(key='a')|B(key=None)|B().update('a')|B().update()|B(b'a').copy().hexdigest()==B(b'a').hexdigest()|B(memoryview(b'abc')).hexdigest()[:8]
_sha3.sha3_256|_sha3.sha3_256(b'abc').hexdigest()|_sha3.sha3_224(b'abc').hexdigest()|_sha3.sha3_384(b'abc').hexdigest()|_sha3.sha3_512(b'abc').hexdigest()|_sha3.shake_128(b'abc').hexdigest(20)|_sha3.shake_256(b'abc').hexdigest(40)|_sha3.shake_128().digest()|_sha3.shake_128().digest(-1)|_sha3.shake_128().digest(2**29)|_sha3.shake_128().digest(0)|_sha3.shake_128().digest_size|_sha3.shake_128().block_size|_sha3.sha3_256().name,_sha3.sha3_256().digest_size,_sha3.sha3_256().block_size,_sha3.sha3_256()._capacity_bits,_sha3.sha3_256()._rate_bits,_sha3.sha3_256()._suffix|_sha3.shake_128()._capacity_bits,_sha3.shake_128()._rate_bits,_sha3.shake_128()._suffix|_sha3.sha3_256('a')|_sha3.sha3_256(5)|_sha3.sha3_512(b'a'*1000).copy().hexdigest()[:20]|_sha3.shake_128().hexdigest(length=5)|_sha3.sha3_384()._suffix,_sha3.sha3_512()._rate_bits,_sha3.shake_256()._suffix""".replace('\n','|').split('|'): t(s)

import random
random.seed(2)
data = random.randbytes(5000)
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name) if not name.startswith('shake') else getattr(hashlib, name)()
    at = 0
    while at < len(data):
        n = random.randrange(1, 400)
        h.update(memoryview(data)[at:at + n])
        at += n
    print(name, h.hexdigest(16) if name.startswith('shake') else h.hexdigest(), h.name, h.digest_size, h.block_size)
import hmac
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.compare_digest('a', 'a'), hmac.digest(b'k', b'm', 'md5').hex())
import array
print(hashlib.md5(array.array('i', [1, 2])).hexdigest())
