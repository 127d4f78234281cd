import operator
class S:
    def __init__(self,n): self.n=n
    def __len__(self): print('len'); return self.n
    def __getitem__(self,i): print('get',i); return i
r=reversed(S(3)); print('made'); print(operator.length_hint(r)); print(next(r)); print(operator.length_hint(r)); print([x for x in r]); print(operator.length_hint(r))
for x in reversed(S(2)): print(x)
a,b=reversed(S(2))

s=S(5); r=reversed(s); s.n=2; print(operator.length_hint(r)); s.n=5; next(r); s.n=4;print(operator.length_hint(r)); s.n=3; print(operator.length_hint(r)); print(r.__reduce__()[0], r.__reduce__()[1:][1:])
class B(S):
    def __len__(self): 1/0
try: reversed(B(3))
except ZeroDivisionError as e: print(e)
s=S(3); r=reversed(s); S.__len__=lambda s:1/0
try: operator.length_hint(r)
except ZeroDivisionError as e: print(e)
class I:
    def __init__(self, n): self.n=n
    def __len__(self): print('len'); return self.n
    def __iter__(self): print('iter'); return iter(range(self.n))
print(sorted(I(3)))
print(list(I(3)), tuple(I(3)), set(I(2)), bytes(I(2)))
print([*I(2)], (*I(2),), {*I(1)})
l=[0]; l.extend(I(2)); l+=I(2); l[1:1]=I(2); print(l)
print(' '.join(map(str,I(2))), max(I(2)), sum(I(3)), any(I(1)), dict.fromkeys(I(2)))
from collections import deque, Counter
print(deque(I(2)), Counter(I(2)))
import array
print(array.array('i', I(3)))
print(bytearray(I(3)))
