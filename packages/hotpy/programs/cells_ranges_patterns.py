import re
from re import _casefix
bad=[]
for a,cs in _casefix._EXTRA_CASES.items():
    for b in cs:
        for pat in (chr(a), '[%s]'%chr(a), '[%s-%s]'%(chr(a),chr(a)), '[^%s]'%chr(a)):
            if bool(re.match(pat, chr(b), re.I)) == (pat.startswith('[^')): bad.append((hex(a),hex(b),pat[:2]))
print(bad)
class E:
    def __eq__(s,o): return True
r=range(10)
print(r.count(E()), r.index(E()), E() in r, r.count(3.0), r.index(3.0), 3.5 in r, r.count('a'))
try: r.index('a')
except ValueError as e: print(e)
try: len(range(-2**63, 2**63-1))
except OverflowError as e: print(e)
import sys
print(len(range(-sys.maxsize, sys.maxsize, 2)), len(range(0, sys.maxsize)))
for f in (lambda: len(range(-sys.maxsize, sys.maxsize)), lambda: range(2**70)[2**69], lambda: len(range(2**63)), lambda: len(range(-sys.maxsize-1, sys.maxsize, 2)), lambda: list(reversed(range(2**64, 2**64+3))), lambda: range(2**64)[-1], lambda: range(2**64)[1:5:2]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
it=iter(range(2**32+2)); 
import pickle
import types
C=types.CellType
print(C(2)<C(3), C(2)==C(2), C()<C(1), C()==C(), C(1)!=C(1), C(3)>=C(), C()>C(1))
for f in (lambda: hash(C(1)), lambda: C(1)<2, lambda: C(1)<C('a'), lambda: C()<3, lambda: C(1)==1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p=re.compile('a'); m=p.match('a')
for o in p,m:
    for n in dir(o):
        if n.startswith('_'): continue
        try: setattr(o,n,1); print('set',n)
        except Exception as e: print(n,type(e).__name__, e)
try: p.x=1
except Exception as e: print(e)
b=bytearray(b'abcdef'); m=re.search(b'[a-c]+', b); 
try:
    b[:]=b'xyz'; print(m.group())
except Exception as e: print(type(e).__name__, e)
s=bytearray(b'abcdefgh'); m=re.search(b'[a-h]+',s); m2=re.search(b'[e-h]+',s); print(m.group(), m2.group()); s[:]=b'x'*8; print(m.group(), m2.group()); s[:]=b'xyz'; print(m.group(), m2.group())
import re
p=re.compile('(?P<a>x)(?P<b>y)?'); print(p.groupindex, p.groupindex['a'], type(p.groupindex), dict(p.groupindex), re.compile('a').groupindex)
try: p.groupindex['n']=0
except TypeError as e: print(e)
print(p.match('x').groupdict(), p.groupindex)
