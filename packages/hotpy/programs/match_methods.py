"""Methods and attributes of matches with all kinds of keys, first calls and later ones; keys deleted from dicts."""
import re
def t(f):
    try: return f()
    except Exception as e: return (type(e).__name__, str(e))
class S(str): pass
class I:
    def __index__(s): return 1
pats=[(re.compile(r'(?P<k>\w+)=(?P<v>\d+)?'),['a=1','abc=','\u20acuro=2',S('q=7'),'a'*50+'=12']),(re.compile(rb'(.)(x)?'),[b'ab',bytearray(b'cx'),b'zz']),(re.compile('abc'),['xabc','abc'+'d']),(re.compile('(a)|(?P<b>b)|(c)'),['a','b','c','x'+'b'])]
for n in range(40):
    out=[]
    for rx,subjects in pats:
        for s in subjects:
            m=rx.search(s,0,40) or rx.search(s)
            r=[m.group(),m.group(0),t(lambda:m.group(1)),t(lambda:m.group('k')),t(lambda:m.group(S('k'))),t(lambda:m.group(1,2)),t(lambda:m.group(0,9)),t(lambda:m.group(-1)),t(lambda:m.group('zz')),t(lambda:m.group(2**40)),t(lambda:m.group(True)),t(lambda:m.group(I())),t(lambda:m.group([])),t(lambda:m.group(None)),t(lambda:m.group(1.0)),t(lambda:m.group(1,1,1,1,1,0)),
            m.groups(),m.groups(7),m.groups(default=''),t(lambda:m.groups(1,2)),m.groupdict(),t(lambda:m[0]),t(lambda:m[1]),t(lambda:m['v']),t(lambda:m[3]),
            m.start(),m.end(),m.span(),t(lambda:m.start(1)),t(lambda:m.end(2)),t(lambda:m.span('v')),t(lambda:m.span(5)),t(lambda:m.start(group=1)),
            m.lastindex,m.lastgroup,m.pos,m.endpos,m.string is s,m.re is rx,t(lambda:setattr(m,'pos',1)),t(lambda:setattr(m,'lastgroup',1)),
            t(lambda: list(map(m.group,[0]))),t(lambda: type(m).group(5)),t(lambda: type(m).lastgroup.__get__(5)),t(lambda: sorted([0],key=m.start)), repr(m), m.expand('<\\g<0>>') if isinstance(s,str) else 0,
            rx.findall(s), [f.span() for f in rx.finditer(s)], rx.fullmatch(s) is None, rx.match(s, 1) is None, rx.match(s, 9, 3), rx.sub(lambda m: m[0]*2, s) if isinstance(s,str) else rx.sub(lambda m: m[0]*2, s), rx.sub(S('-') if isinstance(s,str) else b'-', s), rx.subn(lambda m: None, s)]
            out.append(r)
    out.append([re.findall('', 'ab'), re.findall('(a)|b', 'ab'), re.findall('(a)(b)?', 'abba'), re.sub('x*', '-', 'axb'), re.sub('a', lambda m: 5, 'b')])
    out.append([t(lambda: re.sub('a', lambda m: 5, 'a')), t(lambda: re.sub('a', lambda m: 1/0, 'a')), re.sub('(.)', lambda m: re.sub('b', 'c', m[1]), 'abab'), re.sub('a', 'b', 'cac', count=0), re.sub('a', lambda m: 'x', 'aaa', 2)])
    d={i:i for i in range(9)}
    del d[3]; d[3]=4; del d[8]; out.append([d,t(lambda: d.__delitem__(99))])
    try: del d[99]
    except KeyError as e: out.append(repr(e))
    try: del d[[]]
    except TypeError as e: out.append(repr(e))
    if n in (0,39): print(*out,sep='\n')
    for f in ('k=1','ab=22'):
        for m in re.finditer(r'(\w)|=',f):
            if m.lastgroup is None and m.lastindex==1: m.group(1)
