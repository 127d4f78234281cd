# Files: byte order marks, what is detached, openers, ends of lines, reconfigure, what does not wait.
import io, os, tempfile
d=tempfile.mkdtemp(); p=d+'/x'
def t(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
for enc in 'utf-16','utf-8-sig','utf-32','utf-16-le','utf_16','UTF-8-SIG','utf-16be','latin-1':
    with open(p,'w',encoding=enc) as f:
        f.write('aé'); f.flush(); f.write('b'*3); f.flush(); f.write('c\n')
    with open(p,'a',encoding=enc) as f: f.write('dd')
    print(enc, open(p,'rb').read(), repr(open(p,encoding=enc).read()))
    with open(p,'r+',encoding=enc) as f: f.write('zz'); f.seek(0); f.write('yy'); f.seek(0,2); f.write('Q'); 
    print(open(p,'rb').read(), t(lambda: open(p,encoding=enc).read()))
    with open(p,'w',encoding=enc) as f: f.write('x'*10000); f.write('y'*10000); 
    print(len(open(p,'rb').read()))
with open(p,'w+b') as f:
    f.write(b'abcdefgh'); f.seek(2); print(f.read(1)); f.write(b'XY'); print(f.peek(1)[:2], f.read1(2)); f.write(b'Z'); print(f.tell(), f.readline()); f.seek(0); print(f.read())
b=io.BufferedReader(io.BytesIO(b'abc')); raw=b.detach(); print(t(b.read), t(b.detach), repr(b), t(lambda: b.closed), raw.read())
x=io.TextIOWrapper(io.BytesIO(b'abc')); x.detach(); print(t(x.read), t(x.detach), repr(x), t(lambda: x.closed))
print(t(lambda: open('x',opener=lambda p,f:-1)), t(lambda: open('x',opener=lambda p,f:-2)), t(lambda: open('x', opener=lambda p,f:'a')))
dec=io.IncrementalNewlineDecoder(None,True); print(dec.newlines, repr(dec.decode('a\r')), dec.getstate(), repr(dec.decode('\nb\r\r\n')), dec.newlines); dec.reset(); print(dec.newlines); dec.setstate((b'',1)); print(repr(dec.decode('x',final=True)), t(lambda: dec.setstate(3)))
import codecs
dec=io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(),False); print(repr(dec.decode(b'\xc3')), dec.getstate(), repr(dec.decode(b'\xa9\r\n')), dec.newlines)
x=io.TextIOWrapper(io.BytesIO(b'a\r\nb\n')); print(t(lambda: x.reconfigure(newline='')), repr(x.read(1)), t(lambda: x.reconfigure(encoding='latin1')), t(lambda: x.reconfigure(newline=None)), x.reconfigure(line_buffering=True), x.line_buffering, t(lambda: x.reconfigure(encoding=3)), t(lambda: x.reconfigure(newline='q')))
x=io.TextIOWrapper(io.BytesIO(),errors='ignore'); x.reconfigure(encoding='ascii'); print(x.errors, x.encoding); x.reconfigure(errors='replace'); x.write('é\n'); x.reconfigure(newline='\r\n', write_through=True); x.write('q\n'); print(x.buffer.getvalue(), x.write_through)
r=io.BufferedReader(open(p,'r+b',buffering=0)); w=io.BufferedWriter(open(p,'r+b',buffering=0)); print(r.writable(), w.readable(), r.readable(), w.writable(), t(lambda: r.write(b'a')), t(w.read), t(r.truncate), t(w.readline))
rf,wf=os.pipe(); os.set_blocking(rf,False); f=open(rf,'rb'); print(f.read(3), f.read(), f.peek(1), f.read1(5)); os.write(wf,b'abc'); print(f.read(5), f.readline())
with open(wf,'a') as g: g.write('tail')
print(f.read())
