# Substitutions by functions and templates, and matches one behind the other.
import re
p=re.compile(r'\d+'); 
print(p.sub(lambda m: 'x', 'abc 123 def 45 ghi 6'), p.subn(lambda m: 'x', 'abc 123 def 45 ghi 6'))
print(p.sub(lambda m: None, 'abc 123 def 45 ghi 6', 2), p.subn(lambda m: m.group()*2, 'abc 123 def 45 ghi 6', count=1), p.sub(lambda m: 'q', 'a1b2', count=-1))
print(re.sub(r'x*', lambda m: '-', 'abxd'), re.sub(b'a', lambda m: b'[%d]' % m.start(), b'banana'), re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.subn(b'(a)', rb'<\1>', bytearray(b'banana')))
for args in [(lambda m: 5, 'a1'), (lambda m: b'x', 'a1'), (lambda m: 1//0, 'a1'), (str.upper, 'a1'), ('x', 5), ('x', b'1'), (5, 'a1'), ('x', 'a1', 'y'), (lambda m: 'x', 5), (b'x', 'a1'), ('\\9', 'a1')]:
    try: print(p.sub(*args))
    except Exception as e: print(type(e).__name__, e)
class S(str): pass
print(type(p.sub(lambda m: S('x'), S('1'))), type(p.sub(lambda m: S('x'), S('ab'))), p.sub('é', S('ü1ö2€')), p.sub(lambda m: '€', 'ü1ö2'))
def nested(m): return p.sub(lambda n: '<'+n.group()+'>', m.group()+'7')
print(re.sub(r'\w+', nested, 'a1 b22 c'))
print([m.span() for m in re.finditer('x*', 'axbxx')], [m.group() for m in p.finditer('1 22 333', 1, 5)], [m for m in p.finditer(b'x'[:0].decode())])
it = p.finditer('1 2')
print(next(it), next(it), next(it, None), next(it, None))
class C:
    def __init__(s, m): s.m = m
    def __call__(self, m): return str(len(m.group()))
print(p.sub(C(1), 'a12b345'))
try: p.sub(C, '1')
except TypeError as e: print(e)
def t():
    p.sub(lambda m: 1//0, 'a1')
try:
    t()
except ZeroDivisionError as e:
    trace = e.__traceback__
    while trace is not None:
        print(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
def hot():
    n = 0
    for i in range(3000):
        n += len(p.sub(lambda m: str(int(m.group()) + i), 'a1b22c333'))
        n += p.subn(lambda m: '' if i % 2 else None, 'a1b22')[1]
        for m in p.finditer('1 22 333'): n += m.end()
    return n
print(hot())
print(re.sub('(?i)[aé€]', lambda m: m.group().upper(), 'aé€' * 3), re.sub('b', lambda m: 'c', 'x' * 2000 + 'b'))
big = ''
for i in range(300): big += 'abc12,'
print(len(p.sub(lambda m: 'z', big)))
