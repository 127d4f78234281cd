import sys, os, gc
seen = []
live = True
def hook(event, args):
    if not live: return
    if event == 'open' and isinstance(args[0], str) and '/tmp/' not in args[0] and '/dev' not in args[0] and 'nonexistent' not in args[0]: return
    if event in ('open', 'sys._getframe', 'gc.get_objects', 'gc.get_referents', 'gc.get_referrers', 'sys.addaudithook', 'mine'):
        seen.append((event, [a.f_code.co_name if hasattr(a, 'f_code') else type(a).__name__ if event == 'gc.get_referrers' else 'fd' if type(a) is int and event == 'open' and 2 < a < 99 else a for a in args]))
    if args and args[0] == '/dev/refused': raise PermissionError('refused')
    if event == 'mine' and args == (3,): raise KeyError(3)
sys.addaudithook(hook)
open('/dev/null').close()
open('/dev/null', 'wb', 0).close()
open(os.open('/dev/null', os.O_RDONLY), 'rb').close()
for how in (lambda: open('/dev/refused'), lambda: os.open('/dev/refused', os.O_WRONLY), lambda: open('/nonexistent/x', 'a+'), lambda: sys.audit('mine', 3)):
    try: how()
    except Exception as e: print(type(e).__name__, e)
sys.audit('mine', 1, 2)
def inner(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
def outer(): return inner()
print(outer())
gc.get_objects(generation=1); x = [1]; gc.get_referrers(x); print(gc.get_referents(x))
class No(Exception): pass
def second(event, args): seen.append(('second', event))
refuse = True
def refuser(event, args):
    if event == 'sys.addaudithook' and refuse: raise RuntimeError
sys.addaudithook(refuser)
sys.addaudithook(second)
sys.audit('mine', 4)
refuse = False
sys.addaudithook(lambda e, a: seen.append('third') if e == 'mine' else None)
sys.audit('mine', 5)
for i in range(100):
    open('/dev/null').close(); sys._getframe()
live = False
print(len(seen)); print(*seen[:30], sep='\n')

import marshal
import traceback

def last(event, args):
    if event.startswith('marshal') or event == 'sys.excepthook':
        print(event, [getattr(each, '__name__', None) or type(each).__name__ for each in args], args[:1] if event[0] == 'm' else '')
    if event == 'marshal.loads' and args == (b'N',): raise KeyError('N')

sys.addaudithook(last)
print(marshal.loads(marshal.dumps(1, 2)), marshal.dumps(None))
try: marshal.loads(b'N')
except KeyError as e: print(repr(e))

def hook(kind, value, tb): print('hook', kind.__name__, value)
sys.excepthook = hook
1 / 0
