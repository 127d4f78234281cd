import re
class I:
    def __index__(self): return 1
class S(str): pass
big = 'x' * 3000
big += 'ab1'
for subject, p in (('ab12', r'(?P<a>[a-z]+)(\d)?(z)?'), (b'ab12', rb'(?P<a>[a-z]+)(\d)?(z)?'), (bytearray(b'ab12'), rb'(?P<a>[a-z]+)(\d)?(z)?'), (S('ab12'), r'(?P<a>[a-z]+)(\d)?(z)?'), ('été12', r'(?P<a>\w+?)(\d)?(z)?$'), (big, r'(?P<a>a)(b)(z)?'), (memoryview(b'ab1'), rb'(?P<a>[a-z]+)(\d)?(z)?')):
    m = re.search(p, subject)
    print(m.span(), m.start(), m.end(), m.regs, repr(m)[:90])
    for k in (0, 1, 2, 3, 'a', True, I(), S('a'), 4, -1, 'q', None, 1.5, 2**70):
        for f in (m.group, m.start, m.end, m.span, m.__getitem__):
            try: print(f(k), end=' ')
            except Exception as e: print(type(e).__name__, e, end=' ')
        print()
    print(m.group(1, 2, 'a', I()), m.groups(), m.groups('d'), m.groupdict(), m.groupdict(5), m.lastindex, m.lastgroup)
    print(re.findall(p, subject), re.split(p, subject), re.findall(p.replace(*((b'(', b'(?:') if isinstance(p, bytes) else ('(', '(?:'))).replace(*((b'?:?P<a>', b'?:') if isinstance(p, bytes) else ('?:?P<a>', '?:'))), subject)[:3])
print(re.findall(r'(a)|(b)', 'ab'), re.findall(r'(a)|b', 'ab'), re.split(r'(a)|b', 'xaxbx'), re.split(rb'(a)|b', b'xaxbx'), re.findall(rb'(a)|b', b'ab'))
print(re.sub(r'(a)|(b)', r'<\1\2>', 'ab'), [x.span(2) for x in re.finditer('(a)|(b)', 'ab')])
t = 0
for i in range(3000):
    m = re.match(r'(\w)(\d)?', 'a1' if i % 2 else 'b')
    t += m.start(1) + m.end(True) + m.span(I())[1] + (m.group(2) is None) + len(m.regs)
print(t)
