import _io as io, posix, errno, time
N=f'/tmp/hotpy-open-files-{time.monotonic_ns()}.txt'
show=print
def print(*args, **keywords): show(*[str(each).replace(N, 'F') for each in args], **keywords)
with open(N,'w') as f:
    print(f.write('héllo\n'), f.name==N, f.mode, f.encoding, f.closed); f.writelines(['a\n','b\r\n','c'])
print(f.closed)
with open(N) as f: print(f.read())
with open(N,'rb') as f: print(f.read())
with open(N) as f: print(list(f)); print(f.newlines)
with open(N,newline='') as f: print(list(f))
with open(N) as f:
    print(f.readline(), f.tell(), f.readline(2), f.readline(), f.tell(), f.read(1), f.tell()); f.seek(0); print(f.read(3)); f.seek(0,2); print(f.read()=='' )
with open(N,'a') as f: f.write('!\n'); print(f.tell())
with open(N,'r+') as f: f.write('H'); f.seek(0); print(f.readlines())
for args in [(N,'q'),(N,'rw'),(N,'rbt'),(N,''),('/nope/x',),('/tmp',),('/tmp','w'),(N,'rb',-1,'utf8'),(N,'r',0),(3.5,),(N,'x'),(N,'r',-1,'nope')]:
    try: open(*args)
    except Exception as e: print(type(e).__name__, e, getattr(e,'errno',None), getattr(e,'filename',None))
f=open(N); f.close()
for op in (lambda: f.read(), lambda: f.write('x'), lambda: iter(f), lambda: f.__enter__()):
    try: op()
    except ValueError as e: print(e)
with open(N) as f:
    try: f.write('x')
    except io.UnsupportedOperation as e: print(type(e), e, isinstance(e,OSError), isinstance(e,ValueError))
with open(N,'w') as f:
    try: f.read()
    except Exception as e: print(e)
    try: f.write(b'x')
    except TypeError as e: print(e)
with open(N,'wb') as f:
    try: f.write('x')
    except TypeError as e: print(e)
    f.write(b'abc\xff\n'); f.write(bytearray(b'zz'))
try: open(N).read()
except UnicodeDecodeError as e: print(e)
print(repr(open(N,encoding='latin-1').read()), repr(open(N,errors='replace').read()))
with open(N,'rb') as f: print(f.readline(), f.tell(), f.peek()[:1], f.read(1), f.seek(-1,2), f.read(), repr(f))
with open(N,'w',encoding='utf-16') as f: f.write('hi\n')
print(open(N,'rb').read(), repr(open(N,encoding='utf-16').read()))
s=io.StringIO('a\nb\n'); print(s.readline(), s.read(), s.getvalue()); s.write('c'); print(repr(s.getvalue())); s.seek(0); print(list(s)); s.seek(1); s.write('XY'); print(repr(s.getvalue())); s.truncate(2); print(repr(s.getvalue()))
s=io.StringIO(); print('x','y',file=s); print(s.getvalue(), s.tell())
b=io.BytesIO(b'ab\ncd'); print(b.readline(), b.read(), b.seek(0), list(b)); b.write(b'!'); print(b.getvalue(), b.tell())
print(open(N,'wb',0), repr(open(N))); posix.remove(N)
try: posix.remove(N)
except OSError as e: print(e, e.errno==errno.ENOENT)

