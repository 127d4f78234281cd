# Functions of the system beside the common: parts of files, attributes, accounts, events, and paths as the system takes them.
import os, shutil, socket, subprocess, sys, tempfile, threading


def tell(*calls):
    for call in calls:
        try:
            print(call())
        except (OSError, ValueError, TypeError, OverflowError) as error:
            print(type(error).__name__, error)


directory = tempfile.mkdtemp()
os.chdir(directory)
with open("file", "w") as file:
    file.write("hello")
os.mkdir("inner")
os.symlink("inner", "link")
os.mkfifo("fifo")
os.mknod("made")
print(sorted(os.listdir()), os.path.exists(""), os.path.isfile("made"))
# What is nothing, a file taken for a directory, and a directory's parent behind a link.
tell(
    lambda: os.stat(""),
    lambda: open(""),
    lambda: os.listdir(""),
    lambda: os.chdir(""),
    lambda: os.rename("", "x"),
    lambda: open("file/"),
    lambda: os.stat("file/x"),
    lambda: os.statvfs("none"),
)
os.chdir("link")
print(os.path.basename(os.getcwd()), sorted(os.listdir("..")) == sorted(os.listdir(directory)))
os.mkfifo("second")
print(os.listdir("../link"))
os.chdir(directory)

tell(
    lambda: os.pathconf(".", "PC_NAME_MAX"),
    lambda: os.pathconf("none", "PC_NAME_MAX"),
    lambda: os.pathconf(".", "nothing"),
    lambda: os.confstr("CS_PATH"),
    lambda: os.confstr("nothing"),
    lambda: os.device_encoding(99),
    lambda: os.listxattr("none"),
    lambda: os.getxattr("file", "user.nothing"),
    lambda: os.getxattr(5.5, "x"),
    lambda: os.setuid(-2),
    lambda: os.setuid("x"),
    lambda: os.setgroups(5),
    lambda: os.eventfd(-1),
    lambda: os.posix_fallocate(99, 0, 10),
    lambda: os.sched_param(5),
    lambda: os.sched_get_priority_max(os.SCHED_RR),
    lambda: os.waitid(os.P_ALL, 0, os.WEXITED),
    lambda: os.chroot("none"),
)
print(os.getresuid() == (os.getuid(), os.geteuid(), os.geteuid()), len(os.getresgid()), os.sched_getparam(0).sched_priority)

source, target = os.open("file", os.O_RDWR), os.open("copy", os.O_RDWR | os.O_CREAT)
print(os.sendfile(target, source, 0, 100), os.sendfile(target, source, None, 2), os.lseek(source, 0, os.SEEK_CUR))
print(os.copy_file_range(source, target, 3, 0, 0))
os.lockf(source, os.F_LOCK, 0)
os.lockf(source, os.F_ULOCK, 0)
os.posix_fallocate(target, 0, 50)
os.posix_fadvise(target, 0, 0, os.POSIX_FADV_NORMAL)
print(os.fstat(target).st_size)
counter = os.eventfd(3)
os.eventfd_write(counter, 4)
print(os.eventfd_read(counter))
reader, writer = os.pipe()
print(os.splice(source, writer, 3, 0), os.read(reader, 10))

process = subprocess.Popen(["true"])
ended = os.waitid(os.P_PID, process.pid, os.WEXITED)
print(ended.si_status, ended.si_code == os.CLD_EXITED, ended.si_pid == process.pid)

# The reader is a thread of the same process.
ours, theirs = socket.socketpair()
with open("big", "wb") as file:
    file.write(b"x" * 40_000)
thread = threading.Thread(target=lambda: print(sum(len(part) for part in iter(lambda: theirs.recv(65536), b""))))
thread.start()
with open("big", "rb") as file:
    print(ours.sendfile(file))
ours.close()
thread.join()
shutil.copy2("file", "again")
with open("again") as file:
    print(file.read())
os.chdir("/")
shutil.rmtree(directory)
tell(lambda: socket.getservbyname("http"), lambda: socket.getservbyname("nothing"), lambda: socket.getservbyname("domain", "udp"))

import uuid

first, second = uuid.uuid1(), uuid.uuid1()
print(first.version, first.time < second.time, first.node == second.node)
import zoneinfo

print(repr(zoneinfo.ZoneInfo("UTC")), zoneinfo.ZoneInfo("UTC").__reduce__()[1])
