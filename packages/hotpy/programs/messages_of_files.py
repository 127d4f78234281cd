import io
def t(*es):
    for e in es:
        try: print(e, "->", repr(eval(e, globals())))
        except BaseException as x: print(e, "!!", type(x).__name__, str(x))
class R:
    def __getattr__(self,n):
        print("attr",n); raise AttributeError(n)
t("io.TextIOWrapper(R())","io.TextIOWrapper(R(),'utf-16')","io.BufferedReader(io.BytesIO(),-1)","io.BufferedWriter(3)","io.BufferedReader(3)","io.BytesIO().readinto('x')","io.BufferedReader(io.BytesIO()).readinto('x')","io.BufferedReader(io.BytesIO()).readinto(b'x')","io.BufferedReader(io.BytesIO()).readinto1(b'x')", "io.BytesIO().readinto1('x')")
f=open("/dev/null","rb",0); f.close()
t("f.read(1)","f.fileno()","f.seek(0)","f.isatty()","f.readable()","f.readinto(b'x')","f.readinto('x')","f.__enter__()","f.readline()","f.__next__()","f.tell()","f.truncate()","f.readall()","f.writable()","f.flush()","f.seekable()", "f.mode", "f")
import marshal, os, pickle, shutil, socket, tempfile, weakref


class Number:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class Target:
    pass


target = Target()
reference = weakref.ref(target)
with tempfile.TemporaryFile() as file:
    with open(Number(file.fileno()), "w", closefd=False) as by_index:
        by_index.write("a number that says itself")
    file.seek(0)
    print(file.read())
home = os.getcwd()
gone = tempfile.mkdtemp()
os.chdir(gone)
os.rmdir(gone)
t("os.getcwd()", "os.getcwdb()")
os.chdir(home)
t("open(1.5)", "open(2**40)", "open(-5)", "open(10**30)", "open(999)", "os.fdopen(999, 'w')", "open('x', newline='q')")
t("os.unsetenv('')", "os.unsetenv('a=b')", "socket.socket().setblocking('x')")
t("marshal.loads(b'z')", "marshal.loads(b'i\\1')", "pickle.dumps(reference)", "pickle.loads(3)", "pickle.loads(b'Fzz\\n.')")
t("pickle.loads(b'NNR.')", "pickle.loads(b'N}b.')", "pickle.loads(b'Pid\\n.')", "pickle.loads('s')")
