"""bz2 and lzma, byte for byte."""
import bz2, lzma, io, os, random, hashlib, tarfile, zipfile, tempfile
random.seed(1)
texts=[b'', b'a', b'hello world '*5000, random.randbytes(100000), bytes(random.choices(b'abcd', k=100000)), b'x'*200000]
h=lambda b: hashlib.md5(b).hexdigest()
for t in texts:
    for l in (1,9): c=bz2.compress(t,l); print(len(c),h(c), bz2.decompress(c)==t)
    for kw in ({}, {'preset':0}, {'format':lzma.FORMAT_ALONE}, {'format':lzma.FORMAT_RAW,'filters':[{'id':lzma.FILTER_LZMA2,'preset':3}]}, {'filters':[{'id':lzma.FILTER_DELTA,'dist':4},{'id':lzma.FILTER_LZMA2,'preset':7,'lc':2,'dict_size':65536}],'check':lzma.CHECK_SHA256}, {'filters':[{'id':lzma.FILTER_X86},{'id':lzma.FILTER_LZMA2}],'check':lzma.CHECK_CRC32}):
        c=lzma.compress(t,**kw); d=lzma.decompress(c, **({k:v for k,v in kw.items() if k in('format','filters')} if 'format' in kw and kw['format']==lzma.FORMAT_RAW else {})); print(len(c),h(c),d==t)
c=bz2.compress(texts[4]); x=lzma.compress(texts[4])
for data, make in ((c,bz2.BZ2Decompressor),(x,lzma.LZMADecompressor)):
    for size in (1000, 100000):
        d=make(); out=[]; calls=0
        for i in range(0,len(data),997):
            out.append(d.decompress(data[i:i+997], size)); 
            while not d.needs_input and not d.eof: out.append(d.decompress(b'', size)); assert len(out[-1])<=size
        print(b''.join(out)==texts[4], d.eof, d.unused_data)
    d=make(); print(d.decompress(data+b'tail')==texts[4], d.eof, d.unused_data, d.needs_input)
    try: d.decompress(b'x')
    except Exception as e: print(type(e),e)
for make in (bz2.BZ2Compressor, lzma.LZMACompressor):
    k=make(); parts=[k.compress(texts[3][i:i+333]) for i in range(0,100000,333)]+[k.flush()]; print(h(b''.join(parts)))
    for f,a in ((k.flush,()),(k.compress,(b'',)),(make().compress,(5,)),(make().compress,('x',))):
        try: print(f(*a))
        except Exception as e: print(type(e),e)
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e),e)
t(bz2.BZ2Compressor,0); t(bz2.BZ2Compressor,'x'); t(bz2.decompress,b'x'*50); t(bz2.decompress,c[:-5]); t(bz2.decompress, c[:50]+b'zzz'+c[53:]); t(bz2.decompress,c+c[:10]); print(len(bz2.decompress(c+c)))
t(lzma.LZMACompressor, format=5); t(lzma.LZMACompressor, preset=99); t(lzma.LZMACompressor, preset=1, filters=[]); t(lzma.LZMACompressor, filters=[]); t(lzma.LZMACompressor, filters=[{}]); t(lzma.LZMACompressor, filters=[{'id':99}]); t(lzma.LZMACompressor, format=lzma.FORMAT_RAW); t(lzma.LZMACompressor, format=lzma.FORMAT_ALONE, check=1); t(lzma.LZMACompressor, format=lzma.FORMAT_ALONE, filters=[{'id':lzma.FILTER_LZMA2}])
t(lzma.LZMADecompressor, format=lzma.FORMAT_RAW); t(lzma.LZMADecompressor, format=lzma.FORMAT_XZ, filters=[]); t(lzma.LZMADecompressor, format=lzma.FORMAT_RAW, filters=[{'id':3,'x':1}], memlimit=3);t(lzma.LZMADecompressor, format=99);t(lzma.LZMADecompressor, format=lzma.FORMAT_RAW, filters=[{'id':3,'x':1}]);
t(lzma.LZMACompressor, filters=3);t(lzma.LZMACompressor, filters=[1]);t(lzma.LZMACompressor, filters=[{'id':lzma.FILTER_LZMA2,'preset':77}]);t(lzma.LZMACompressor, filters=[{'id':lzma.FILTER_LZMA2,'lc':77}]);t(lzma.LZMACompressor, filters=[{'id':lzma.FILTER_LZMA2,'nosuch':77}]);t(lzma.LZMACompressor, filters=[{'id':lzma.FILTER_LZMA2}]*5);t(lzma.LZMACompressor, filters=[{'id':lzma.FILTER_DELTA,'dist':0},{'id':lzma.FILTER_LZMA2}])
for bad in [b'x'*20, lzma.compress(b'a'*100)[:-5], lzma.compress(b'a'*100)[:30]+b'xxxxxx'+lzma.compress(b'a'*100)[36:]]: t(lzma.decompress, bad)
t(lzma.LZMADecompressor(memlimit=100).decompress, lzma.compress(b'a'*10000)); 
for kw in ({},{'check':0},{'check':10}):
    d=lzma.LZMADecompressor(); print(d.check); d.decompress(lzma.compress(b'x',**kw)); print(d.check,d.eof,d.unused_data,d.needs_input)
t(__import__('pickle').dumps, lzma.LZMACompressor()); t(__import__('pickle').dumps, bz2.BZ2Decompressor())
for spec in [{'id':lzma.FILTER_LZMA2},{'id':lzma.FILTER_LZMA1,'lc':1},{'id':lzma.FILTER_DELTA,'dist':7},{'id':lzma.FILTER_X86,'start_offset':16}]:
    p=lzma._encode_filter_properties(spec); print(p, lzma._decode_filter_properties(spec['id'],p))
print(lzma.is_check_supported(4), lzma.is_check_supported(9))
with tempfile.TemporaryDirectory() as d:
    p=os.path.join(d,'f.bz2')
    with bz2.open(p,'wt') as f: f.write('line\n'*1000)
    with bz2.open(p,'rt') as f: print(sum(1 for _ in f))
    with lzma.open(p,'wb') as f: f.write(texts[4])
    with lzma.open(p) as f: f.seek(1000); print(h(f.read(5000)))
    for m in ('bz2','xz'):
        p=os.path.join(d,'t')
        with tarfile.open(p,'w:'+m) as tf: tf.addfile(tarfile.TarInfo('x'), io.BytesIO()); 
        with tarfile.open(p) as tf: print(tf.getnames())
    with zipfile.ZipFile(p,'w',zipfile.ZIP_LZMA) as z: z.writestr('a',texts[2]); z.writestr('b',texts[2],zipfile.ZIP_BZIP2)
    with zipfile.ZipFile(p) as z: print(z.read('a')==texts[2], z.read('b')==texts[2], [i.compress_size for i in z.infolist()])
