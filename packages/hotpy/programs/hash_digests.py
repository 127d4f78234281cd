"""Digests of all algorithms, asked for again and again while the hash goes on."""

import hashlib
for n in sorted(hashlib.algorithms_guaranteed):
    for size in (0,1,55,56,63,64,65,111,112,127,128,129,1000):
        h=hashlib.new(n); h2=hashlib.new(n, b'q'); h.update(b'x'*size); a=h.copy(); a.update(b'z')
        k=(10,) if 'shake' in n else ()
        print(n,size,h.hexdigest(*k),h2.hexdigest(*k),h.digest(*k).hex(),a.hexdigest(*k),h.hexdigest(*k)); h.update(b'y'); print(h.hexdigest(*k))
