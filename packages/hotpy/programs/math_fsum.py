import math
class F:
    def __init__(s,v): s.v=v
    def __float__(s):
        print('float',s.v); 
        if s.v=='x': raise KeyError('x')
        return s.v
def g(*a):
    for x in a:
        print('give',x); yield F(x)
print(math.fsum(g(.1,.2,.3)))
for a in [(1e308,1e308,5.),(1.,'x',2.),(float('inf'),1e308,float('-inf'),3.),(float('nan'),1.)]:
    try: print(math.fsum(g(*a)))
    except Exception as e: print(repr(e))
print(math.fsum(x*.1 for x in range(10)), math.fsum([]), math.fsum(iter(())), math.fsum([.1]*10))
it=iter([1e308,1e308,1.,2.])
try: math.fsum(it)
except OverflowError as e: print(e, list(it))

def broken():
    yield float('inf')
    yield float('-inf')
    raise KeyError('before the end')
try: math.fsum(broken())
except KeyError as e: print(repr(e))
for n in range(300):
    assert math.fsum(x / 10 for x in range(n)) == math.fsum([x / 10 for x in range(n)])
