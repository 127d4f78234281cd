import csv, _csv, io
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s,'->',type(e).__module__,type(e).__name__,e)
R=lambda lines,**k: list(csv.reader(lines,**k))
def W(rows,*a,**k):
    f=io.StringIO(newline=''); w=csv.writer(f,*a,**k); r=[w.writerow(x) for x in rows]; return f.getvalue(), r
class D: delimiter=';'; quotechar="'"
class D2(csv.Dialect): delimiter=';'; quotechar="'"; lineterminator='\n'; quoting=csv.QUOTE_ALL
class D3(csv.Dialect): pass
csv.register_dialect('semi',delimiter=';')
for s in r'''R(['a,b,c'])|R(['a,"b,c",d\r\n','"x""y",\n'])|R(['"a\n','b",c'])|R(['"a'])|R(['"a'],strict=True)|R(['"a"b'],strict=True)|R(['"a"b'])|R(['a\rb'])|R(['a\nb'])|R(['',"\n",'\r\n'])|R(['a\\,b'],escapechar='\\')|R(['a\\'],escapechar='\\')|R(['a\\\n','b'],escapechar='\\')|R(['"a\\"b"'],escapechar='\\',doublequote=False)|R([' a, b'],skipinitialspace=True)|R(['1,"2",x'],quoting=csv.QUOTE_NONNUMERIC)|R(['1,"2",3.5'],quoting=csv.QUOTE_NONNUMERIC)|R(['"a",b'],quoting=csv.QUOTE_NONE)|R([b'a'])|R([1])|R(5)|R(['a;b'],dialect='semi')|R(['a;b'],dialect='nope')|R(["a;'b;c'"],dialect=D)|R(["a;'b;c'"],dialect=D())|R(['a\0b'])|R(['a,,b,'])|R(['é,ü','日,本'])|R(['a'],delimiter='')|R(['a'],delimiter=',,')|R(['a'],delimiter=1)|R(['a'],delimiter=None)|R(['a'],quotechar=None)|R(['a'],quotechar='')|R(['a'],quotechar='ab')|R(['a'],quotechar=1)|R(['a'],quotechar=None,quoting=csv.QUOTE_NONE)|R(['a'],escapechar='')|R(['a'],escapechar='ab')|R(['a'],escapechar=2)|R(['a'],quoting=9)|R(['a'],quoting='x')|R(['a'],quoting=-1)|R(['a'],lineterminator=3)|R(['a'],lineterminator=None)|R(['a'],foo=1)|R(['a'],strict=[])|R(['a'],delimiter=b',')
W([['a','b,c','d"e','f\ng',1,2.5,None,True]])|W([[]])|W([['']])|W([[None]])|W([['']],quoting=csv.QUOTE_NONE)|W([['','a']])|W([['a b',' ']])|W([['a"b']],doublequote=False)|W([['a"b']],doublequote=False,escapechar='\\')|W([['a,b']],quoting=csv.QUOTE_NONE)|W([['a,b','c"d','e\\']],quoting=csv.QUOTE_NONE,escapechar='\\')|W([['a',1,2.5,None]],quoting=csv.QUOTE_NONNUMERIC)|W([['a',1,None]],quoting=csv.QUOTE_ALL)|W([5])|W(['ab'])|W([['a']],lineterminator='!')|W([['a!b']],lineterminator='!')|W([[1.0,1e300,float('nan'),2**70]])|W([['a\rb']])|csv.writer(5)|W([["a"]],dialect='excel-tab')|W([["a;b",'c']],dialect=D2)|W([['a\\b']],escapechar='\\')|W([['a\\b']],escapechar='\\',quoting=csv.QUOTE_ALL)|W([(x for x in 'ab')])|W([{'k':1}])|W([[b'a']])|W([[' a']],skipinitialspace=True)|W([['a']],quotechar=None,quoting=csv.QUOTE_NONE)
csv.field_size_limit()|csv.field_size_limit(10)|R(['a'*11])|R(['"'+'a'*11])|csv.field_size_limit('x')|csv.field_size_limit(131072)|csv.list_dialects()|csv.get_dialect('semi').delimiter|csv.get_dialect('x')|csv.unregister_dialect('x')|csv.register_dialect(5)|csv.register_dialect('q',5)|csv.register_dialect('q',delimiter='')|csv.register_dialect('q','excel',delimiter=';')|csv.get_dialect('q').delimiter|_csv.Dialect(delimiter=';').delimiter|[getattr(_csv.Dialect(),n) for n in dir(_csv.Dialect) if n[0]!='_']|_csv.Dialect('excel-tab').delimiter|_csv.Dialect(_csv.Dialect(delimiter='x')).delimiter|setattr(_csv.Dialect(),'delimiter','x')|delattr(_csv.Dialect(),'quoting')|type(csv.reader([])),type(csv.writer(io.StringIO()))|csv.reader(['a']).dialect.delimiter|csv.reader(['a']).line_num|D3()|csv.Error.__mro__|_csv.__version__|_csv.reader|sorted(n for n in dir(csv.reader([])) if n[:1]!='_')|sorted(n for n in dir(csv.writer(io.StringIO())) if n[:1]!='_')|csv.Sniffer().sniff('a;b\nc;d').delimiter|list(csv.DictReader(['a,b','1,2','3']))|type(csv.reader([]))()|_csv.Dialect(dialect='excel',quoting=csv.QUOTE_NONE).quoting|csv.reader(['a']).dialect.__class__|csv.Dialect()'''.replace('\n','|').split('|'):
    t(s)
f=io.StringIO(); w=csv.writer(f); print(w.writerows([[1,2],['a','b']]), repr(f.getvalue()))
r=csv.reader(['a,"b\n','c"\n','d\n']); print([(x,r.line_num) for x in r])
import copy,pickle
for f in copy.copy,pickle.dumps:
    try: f(_csv.Dialect())
    except Exception as e: print(repr(e))

import random
random.seed(8)
fields = ['a', 'bc', 'x y', '', 'q"q', 'c,d', 'l\nm', "s'", 7, 1.5, None, 'é', '日本', ' z', 'r\rs']
for options in {}, dict(delimiter=';', quotechar="'"), dict(quoting=csv.QUOTE_ALL), dict(quoting=csv.QUOTE_NONNUMERIC), dict(doublequote=False, escapechar='\\'), dict(quoting=csv.QUOTE_NONE, escapechar='!', lineterminator='\n'):
    rows = [[random.choice(fields) for _ in range(random.randrange(1, 6))] for _ in range(80)]
    out = io.StringIO(newline='')
    w = csv.writer(out, **options)
    try: w.writerows(rows)
    except csv.Error as e: print(e)
    text = out.getvalue()
    print(len(text), hash(text) == hash(text), text[:200])
    try: print(list(csv.reader(io.StringIO(text, newline=''), **options))[:20])
    except ValueError as e: print(e)
    except csv.Error as e: print(e)
d = io.StringIO()
w = csv.DictWriter(d, ['a', 'b'], extrasaction='ignore')
w.writeheader(); w.writerow({'a': 1, 'b': 2, 'c': 3})
print(d.getvalue(), list(csv.DictReader(io.StringIO(d.getvalue()))))
