import io, pickle, copy
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
b=io.BytesIO(b'abc'); b.read(1)
print(b.__getstate__(), b.__reduce_ex__(2)[2] if b.__reduce_ex__(2)[2] else None)
class B(io.BytesIO): pass
x=B(b'xyz'); x.foo=3; x.seek(2); print(x.__getstate__()); y=pickle.loads(pickle.dumps(x)) if 0 else copy.copy(x); print(y.getvalue(), y.tell(), y.foo, type(y).__name__)
s=io.StringIO('a\nb','\r\n'); s.seek(2); print(s.__getstate__()); c=copy.copy(s); print(c.getvalue(), c.tell())
for o in (io.BytesIO, io.StringIO):
    z=o()
    for st in (None, (), (1,2,3), (b'a',1,None), ('a','\n',1,None), (b'a',-1,None), (b'a','x',None), (b'a',1,3),(b'a',1,{'q':1}), ('a','\n',-1,None),('a',3,1,None),('a','zz',1,None),('a','\n',1,{'w':2}),('a','\n',1,5),(3,1,None)):
        print(o.__name__, st, end=' '); t(z.__setstate__, st)
    print(z.getvalue(), z.tell())
    z.close(); t(z.__getstate__); t(z.__setstate__,(b'a',1,None)); 
    t(pickle.dumps, z); 
t(pickle.dumps,io.TextIOWrapper(io.BytesIO())); t(copy.copy, io.BufferedReader(io.BytesIO()))
b=io.BytesIO(b'hello'); v=b.getbuffer(); v[0]=ord('H'); print(b.getvalue())
t(b.close); t(b.write,b'much longer than that'); t(b.truncate); t(b.truncate, 2); t(b.seek,0); t(b.write,b'xy'); t(b.__init__, b'zz'); t(b.__setstate__, (b'q',0,None)); v.release(); t(b.close); t(b.getbuffer)
s=io.StringIO('a\r\nb\rc\n', newline=None); print(s.newlines); s.read(); print(s.newlines); s=io.StringIO(newline=None); s.write('a\n'); print(s.newlines); s.write('b\r\n'); print(s.newlines)
s=io.StringIO('a\r\n',newline=''); print(s.newlines); s=io.StringIO('a\n'); print(s.newlines)
