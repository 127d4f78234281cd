"""MSG_DONTWAIT: a transfer that would have to wait is refused, also by a socket that waits otherwise."""
import socket

left, right = socket.socketpair()
for ask in (
    lambda: left.recv(10, socket.MSG_DONTWAIT),
    lambda: left.recvfrom(10, socket.MSG_DONTWAIT),
    lambda: left.recv_into(bytearray(10), 0, socket.MSG_DONTWAIT),
    lambda: socket.socket().recvfrom(10, -1),
    lambda: [left.send(bytes(100_000), socket.MSG_DONTWAIT) for _ in range(1000)],
):
    try:
        print(ask())
    except BlockingIOError as error:
        print(error)
right.send(b"here")
print(left.recv(10, socket.MSG_DONTWAIT), left.gettimeout())
left.settimeout(0.01)
try:
    left.recv(10, socket.MSG_DONTWAIT)
except TimeoutError as error:
    print(error)
left.close()
right.close()
