class B:
    def __int__(self): return 's'
class C:
    def __int__(self): raise KeyError('k')
class D:
    def __int__(self): raise TypeError('k')
class I:
    def __index__(self): return 65
class J:
    def __index__(self): return 's'
class F:
    def __float__(self): return 2.5
for f in ('%d', '%x', '%c', '%i', '%f'):
    for v in (B(), C(), D(), I(), J(), F(), 'a', None, 1.5, [], True, 2**70, float('inf'), float('nan')):
        try: print(f, f % (v,))
        except Exception as e: print(f, type(v).__name__, type(e).__name__, e)
