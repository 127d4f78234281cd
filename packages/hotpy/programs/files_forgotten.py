import os, shutil, tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'a.txt')
f = open(path, 'w')
f.write('kept')
print(repr(open(path).read()), os.path.getsize(path))
f.close()
print(repr(open(path).read()))
open(path, 'w').write('forgotten')
print(repr(open(path).read()), os.stat(path).st_size)
def save(text):
    out = open(os.path.join(folder, '.', 'b.txt'), 'w')
    out.write(text)
for i in range(20):
    save(f'text {i}')
    assert open(os.path.join(folder, 'b.txt')).read() == f'text {i}'
log = open(path, 'a')
for i in range(100):
    log.write('x')
    assert os.path.getsize(path) == 9
log.close()
print(os.path.getsize(path))
open(path, 'wb').write(b'bytes')
os.rename(path, path + '2')
print(open(path + '2', 'rb').read(), os.path.exists(path))
shutil.rmtree(folder)
