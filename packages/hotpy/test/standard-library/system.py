"""Parts of files, processors, devices, pairs of terminals."""
import os, tempfile, pty, termios, sys
print(os.sched_getaffinity(0)==set(range(os.cpu_count())) or os.sched_getaffinity(0), len(os.getrandom(5)), os.ctermid())
s=os.sched_getaffinity(0); os.sched_setaffinity(0,[min(s)]); print(os.sched_getaffinity(0)=={min(s)}); os.sched_setaffinity(0,s)
for d in (0,1,0x801,0x12345678,0x7fffff12): print(os.major(d), os.minor(d), os.makedev(os.major(d),os.minor(d))==d)
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e),e)
with tempfile.TemporaryDirectory() as d:
    p=os.path.join(d,'f'); fd=os.open(p,os.O_RDWR|os.O_CREAT); print(os.pwrite(fd,b'hello',3), os.pread(fd,10,0), os.pread(fd,2,4), os.lseek(fd,0,1)); os.fchmod(fd,0o640); print(oct(os.stat(fd).st_mode)); os.close(fd)
    t(os.pread,fd,1,0); t(os.pread,0,-1,0); t(os.pwrite,fd,b'x',0)
    q=os.path.join(d,'pipe'); os.mkfifo(q); print(oct(os.stat(q).st_mode)[:4]); t(os.mkfifo,os.path.join(d,'no','x'))
m,s=os.openpty(); print(os.isatty(m), os.isatty(s)); os.write(s,b'hi\n'); print(os.read(m,10)); os.write(m,b'ls\n'); print(os.read(s,10)); print(termios.tcgetattr(s)[3])
m,s=pty.openpty(); print(os.isatty(s))
t(os.getrandom,-1); t(os.sched_setaffinity,0,[-1]); t(os.sched_setaffinity,0,[])
print(sorted(n for n in dir(os) if n.startswith(('EX_','RTLD','SCHED_','ST_'))))
