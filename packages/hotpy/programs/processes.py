# Processes: started, fed, waited for, ended; pipes and what else os has of them.
import os
import signal
import subprocess
import threading
import time

print(subprocess.run(['echo', 'hé'], capture_output=True, text=True))
print(subprocess.check_output('echo a; exit 0', shell=True))
try:
    subprocess.check_output('exit 3', shell=True)
except subprocess.CalledProcessError as error:
    print(error)
for arguments in ({'args': ['/nonexistent']}, {'args': ['ls'], 'cwd': '/nonexistent'}, {'args': ['/etc/passwd']}):
    try:
        subprocess.run(**arguments)
    except OSError as error:
        print(type(error).__name__, error)

process = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(len(process.communicate(b'x' * 100000)[0]), process.returncode)
process = subprocess.Popen(['sleep', '10'])
try:
    process.wait(0.05)
except subprocess.TimeoutExpired as error:
    print(error)
process.terminate()
print(process.wait(), process)

print(subprocess.run('echo out; echo err >&2; cat', shell=True, input='in', stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True))
print(subprocess.run(['sh', '-c', 'echo $NAME; pwd'], env={'NAME': 'value'}, cwd='/usr', capture_output=True).stdout)
os.environ['NAME'] = 'changed'
print(subprocess.run(['sh', '-c', 'echo $NAME'], capture_output=True).stdout)

print(os.system('exit 3'), os.waitstatus_to_exitcode(os.system('exit 3')))
with os.popen('echo one; echo two') as lines:
    print(list(lines))

read, write = os.pipe()
print(os.write(write, b'abc'), os.read(read, 10), os.get_inheritable(read))
copy = os.dup(write)
os.close(write)
os.write(copy, memoryview(b'def')[1:])
os.close(copy)
print(os.read(read, 10), os.read(read, 10))
os.close(read)

# One thread reads what another writes, and one waits while another runs.
read, write = os.pipe()
sizes = []


def take():
    while data := os.read(read, 100000):
        sizes.append(len(data))


thread = threading.Thread(target=take)
thread.start()
print(os.write(write, b'x' * 200000))
os.close(write)
thread.join()
print(sum(sizes))

process = subprocess.Popen(['sleep', '0.2'])
steps = 0


def count():
    global steps
    while process.poll() is None:
        steps += 1
        time.sleep(0.01)


thread = threading.Thread(target=count)
thread.start()
print(process.wait())
thread.join()
print(steps > 0)

pids = {os.spawnlp(os.P_NOWAIT, 'true', 'true') for _ in range(2)}
print({os.wait()[0], os.wait()[0]} == pids)
try:
    os.wait()
except ChildProcessError as error:
    print(error)
print(os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 7'), os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'kill -9 $$'))
try:
    os.kill(1 << 22 | 5, 0)
except ProcessLookupError as error:
    print(error)

mask = os.umask(0o22)
print(os.umask(mask) == 0o22, os.getpgrp() == os.getpgid(0), os.sysconf('SC_PAGESIZE'), len(os.getloadavg()))
print(os.times().user >= 0, os.statvfs('/').f_namemax)

path = f'/tmp/processes-{os.getpid()}'
with open(path, 'w+') as file:
    file.write('parent\n')
    file.flush()
    subprocess.run(['echo', 'child'], stdout=file)
    file.write('parent again\n')
    file.seek(0)
    print(file.read())
os.remove(path)
