import array
import fcntl
import getpass
import os
import struct
import sys
import termios
import tty

before = termios.tcgetattr(0)
print(before)
tty.setraw(0)
raw = termios.tcgetattr(0)
termios.tcsetattr(0, termios.TCSADRAIN, before)
print(raw)
print(termios.tcgetattr(sys.stdin) == before)
slower = list(before)
slower[4] = slower[5] = termios.B9600
termios.tcsetattr(0, termios.TCSANOW, slower)
print(termios.tcgetattr(0)[2:6])
termios.tcsetattr(0, termios.TCSANOW, before)
termios.tcsetwinsize(0, (24, 80))
print(termios.tcgetwinsize(0), os.get_terminal_size(0))
print(struct.unpack('hhhh', fcntl.ioctl(0, termios.TIOCGWINSZ, b'\0' * 8)))
numbers, kept = array.array('h', [0] * 4), bytearray(8)
print(fcntl.ioctl(0, termios.TIOCGWINSZ, numbers), numbers, fcntl.ioctl(0, termios.TIOCGWINSZ, kept, False), kept)


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error), error)


tell(termios.tcgetattr, 5000)
tell(termios.tcgetattr, 'x')
tell(termios.tcgetattr, -1)
tell(termios.tcsetattr, 0, 0, [])
tell(termios.tcsetattr, 0, 7, before)
tell(termios.tcsetattr, 0, 0, before[:6] + [[1]])
tell(termios.tcsetattr, 0, 0, ['x'] + before[1:])
for size in [1, (1,), (1, 1 << 20)]:
    tell(termios.tcsetwinsize, 0, size)
tell(termios.tcflush, 0, termios.TCIFLUSH)
tell(termios.tcdrain, 0)
tell(termios.tcflow, 0, termios.TCOON)
tell(termios.tcsendbreak, 0, 0)
tell(termios.tcflush, 0, 9)
tell(fcntl.ioctl, 0, 1, 'x')
print('got', getpass.getpass('password: '))
