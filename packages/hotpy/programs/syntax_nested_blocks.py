def t(name,s):
    for src in (s, 'def f():\n'+''.join(' '+l+'\n' for l in s.splitlines())):
        try: compile(src,'<s>','exec'); print(name,'ok')
        except SyntaxError as e: print(name,e.msg,e.lineno,e.offset,e.end_lineno,e.end_offset,e.text)
def nest(n,head,tail=lambda i:''):
    return ''.join(' '*i+head+'\n' for i in range(n))+' '*n+'pass\n'+''.join(tail(i) for i in range(n-1,-1,-1))
for n in (19,20,21,22):
    t(f'for {n}',nest(n,'for x in ():')); t(f'while {n}',nest(n,'while x:')); t(f'with {n}',nest(n,'with x:')); t(f'with2 {n}',nest(n//2,'with x, y:'))
    if n > 20: t(f'fin {n}',nest(n,'try:',lambda i:' '*i+'finally: pass\n')); t(f'exc {n}',nest(n,'try:',lambda i:' '*i+'except x: pass\n')); t(f'both {n}',nest(n//2,'try:',lambda i:' '*i+'except x: pass\n'+' '*i+'finally: pass\n'))
    t(f'if {n}',nest(n,'if x:'))
    t(f'def {n}',nest(n,'def f():'))
def handlers(n,head='except x:'):
    s=''
    for i in range(n): s+=' '*i+'try: pass\n'+' '*i+head+'\n'
    return s+' '*n+'pass\n'
for n in (6,7,9,10,11):
    t(f'handler {n}',handlers(n)); t(f'star {n}',handlers(n,'except* x:')); t(f'named {n}',handlers(n,'except x as y:')); t(f'infin {n}',handlers(n,'finally:'))
    t(f'more infin {n}',handlers(n+1,'finally:'))
    t(f'else {n}',handlers(2*n,'except: pass\nelse:'.replace('\n','\n')) if 0 else 'pass')
t('comp', nest(20,'for x in ():').replace('pass','[a for a in b for c in d]'))
t('async', 'async def f():\n'+''.join(' '*i+'async with x:\n' for i in range(1,22))+' '*22+'pass')
t('lambda in', nest(20,'for x in ():').replace('pass','lambda: (yield)'))
t('class in', nest(20,'for x in ():').replace('pass','class A:\n'+' '*21+'for x in y: pass'))
