import io, sys, gc, os, warnings
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e, e.__cause__, e.__context__)
class Raw(io.RawIOBase):
    def __init__(self, data=b'', **k): self.d=data; self.at=0; self.k=k; self.w=[]
    def readable(self): return self.k.get('r',True)
    def writable(self): return self.k.get('w',True)
    def seekable(self): return self.k.get('s',True)
    def readinto(self, b):
        r=self.k.get('ret')
        if r is not None: return r
        part=self.d[self.at:self.at+min(len(b),self.k.get('chunk',100))]
        print('readinto',len(b), type(b).__name__)
        b[:len(part)]=part; self.at+=len(part); return len(part)
    def write(self, b):
        if 'wret' in self.k: return self.k['wret']
        self.w.append(bytes(b)); return len(b)
    def seek(self,p,w=0):
        if 'seek' in self.k: return self.k['seek']
        self.at=p; return p
    def tell(self): return self.k.get('tell', self.at)
for cls in io.BufferedReader, io.BufferedWriter, io.BufferedRandom:
    print(cls.__name__)
    for size in 0,-1,1.5,'a',None,2**70, 10:
        t(lambda: type(cls(Raw(), size)))
    for k in dict(r=False), dict(w=False), dict(s=False):
        t(lambda: type(cls(Raw(**k))))
    b=cls.__new__(cls)
    for m in 'read','close','flush','tell','closed','name','mode','raw','fileno','readable','__repr__','detach','isatty','seekable','peek','__enter__','__next__','readline','readlines':
        t(lambda: getattr(b,m)() if callable(getattr(b,m)) else getattr(b,m))
    t(lambda: b.write(b'x'))
    b=cls(Raw(b'abcdef'))
    t(setattr,b,'raw',3)
    t(delattr,b,'raw')
    t(setattr,b,'closed',3)
    t(setattr,b,'name',3)
    t(setattr,b,'mode',3)
    t(setattr,b,'foo',3)
    print(type(b.detach()).__name__)
    for m in 'read','close','flush','tell','closed','raw','detach','__repr__': t(lambda: getattr(b,m)() if callable(getattr(b,m)) else getattr(b,m))
for ret in -1, 100000, b'', 'x', 1.5, None:
    for m in 'read','readline','peek','read1':
        b=io.BufferedReader(Raw(ret=ret) if ret is not None else Raw(ret=0))
        t(getattr(b,m),*((5,) if m=='read' else ()))
for s in -5,'x',1.5,2**70:
    b=io.BufferedRandom(Raw(b'abc',seek=s,tell=s))
    t(b.seek,0); t(b.tell)
for s in -5,'x',1.5,100,None:
    b=io.BufferedWriter(Raw(wret=s), 4)
    t(b.write,b'abcdefgh'); t(b.write, b'ab'); t(b.flush)
    t(b.close)
b=io.BufferedReader(Raw(b'abcdefghijklmnop',chunk=3),5)
x=bytearray(4); t(b.readinto,x); print(x); t(b.readinto1,x); print(x); t(b.peek); t(b.read1,2); t(b.readinto1,bytearray(20)); t(b.readinto, bytearray(20)); t(b.readinto,b'abc'); t(b.readinto,3)
w=Raw(); b=io.BufferedWriter(w,4)
for p in b'a',b'bcd',b'e',b'fghijk',b'',b'lmnop',b'qrst',b'u': b.write(p); print(w.w)
b.flush(); print(w.w)
T=io.TextIOWrapper
x=T.__new__(T)
for m in 'read','close','flush','tell','closed','name','encoding','errors','buffer','newlines','line_buffering','__repr__','detach','readline','__next__','fileno','reconfigure':
    t(lambda: getattr(x,m)() if callable(getattr(x,m)) else getattr(x,m))
x=T(io.BytesIO(b'abc\n'))
for n in 'buffer','encoding','errors','newlines','line_buffering','closed','name','write_through','mode','foo': t(setattr,x,n,3)
t(x.__init__, x.buffer, newline='zz'); t(x.read)
class BadRead:
    closed=False
    def readable(self): return True
    def writable(self): return False
    def seekable(self): return False
    def read1(self,n): return 'text'
    def read(self, *a): return 'text'
    def flush(self): pass
    def close(self): pass
x=T(BadRead()); t(x.read,1); t(x.read); t(x.readline)
for e in 'utf8','UTF-8','latin1','rot13','hex','base64','nope','utf-16','cp1252','idna','','a\0b','quopri','bz2','raw_unicode_escape','unicode_escape','utf_8_sig','koi8-r':
    t(lambda: io.TextIOWrapper(io.BytesIO(b'abc'), e).encoding)
    t(lambda: io.TextIOWrapper(io.BytesIO(b'abc'), e).read())
    t(lambda: open('/dev/null','w',encoding=e).encoding)
x=io.TextIOWrapper(io.BytesIO()); t(x.reconfigure, encoding='rot13'); t(x.reconfigure, encoding='nope'); print(x.encoding)
x=io.TextIOWrapper(io.BytesIO(b'a\nb')); b=x.detach(); print(x.encoding,x.errors,x.line_buffering,x.write_through, repr(x)); t(lambda:x.newlines); t(lambda: x.buffer); t(lambda:x.name); t(x.read); t(x.close); t(lambda:x.closed); t(x.detach)
