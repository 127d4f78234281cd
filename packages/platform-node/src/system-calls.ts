/// Sockets through the C library, as Node.js has none of them for code that waits for the result.

import {
  type ClockCalls,
  type EventPollCalls,
  type NameCalls,
  type PlainCalls,
  type Polled,
  type SystemCalls,
  SystemFault,
} from "@hotpy/python-objects";
import { loadLibrary, textOf } from "./c-library.js";
import { createClockCalls, createEventPollCalls } from "./event-polls.js";
import type { NodeFiles } from "./files.js";
import { createNameCalls } from "./names.js";
import { createPlainCalls } from "./plain-calls.js";
import { createProcessCalls } from "./process-calls.js";

/** What of the C library is called. `int32_t` and `int64_t` stand for pointers' sizes of Linux on 64 bits. */
const PROTOTYPES = {
  socket: "int socket(int family, int type, int protocol)",
  socketpair: "int socketpair(int family, int type, int protocol, _Out_ int *fds)",
  bind: "int bind(int fd, const uint8_t *address, uint32_t size)",
  connect: "int connect(int fd, const uint8_t *address, uint32_t size)",
  listen: "int listen(int fd, int backlog)",
  accept4: "int accept4(int fd, uint8_t *address, _Inout_ uint32_t *size, int flags)",
  recvfrom:
    "int64_t recvfrom(int fd, uint8_t *bytes, size_t count, int flags, uint8_t *address, _Inout_ uint32_t *size)",
  sendto:
    "int64_t sendto(int fd, const uint8_t *bytes, size_t count, int flags, const uint8_t *address, uint32_t size)",
  shutdown: "int shutdown(int fd, int how)",
  getsockname: "int getsockname(int fd, uint8_t *address, _Inout_ uint32_t *size)",
  getpeername: "int getpeername(int fd, uint8_t *address, _Inout_ uint32_t *size)",
  getsockopt: "int getsockopt(int fd, int level, int name, uint8_t *value, _Inout_ uint32_t *size)",
  setsockopt: "int setsockopt(int fd, int level, int name, const uint8_t *value, uint32_t size)",
  fcntl: "int fcntl(int fd, int command, long value)",
  poll: "int poll(uint8_t *fds, unsigned long count, int timeout)",
  lseek: "int64_t lseek(int fd, int64_t offset, int whence)",
  gethostname: "int gethostname(uint8_t *name, size_t size)",
  getaddrinfo: "int getaddrinfo(const char *host, const char *service, const uint8_t *hints, _Out_ void **result)",
  freeaddrinfo: "void freeaddrinfo(void *result)",
  gai_strerror: "const char *gai_strerror(int error)",
} as const;

const SOCK_NONBLOCK_AND_CLOEXEC = 0o2004000;
const MSG_NOSIGNAL = 0x4000;
const [F_GETFL, F_SETFL, F_DUPFD_CLOEXEC] = [3, 4, 1030];
const O_NONBLOCK = 0o4000;
const EINTR = 4;
const ADDRESS_BYTES = 128;

/** Undefined: koffi is not installed, or this is no Linux. It takes some milliseconds, so it is asked for when first needed. */
export function createSystemCalls(files: NodeFiles): SystemCalls | undefined {
  const library = loadLibrary();
  if (library === undefined) return undefined;
  const { koffi, checked } = library;
  const c = library.functions(PROTOTYPES);
  files.seekBy((descriptor, offset, whence) => Number(checked(c.lseek(descriptor, offset, whence))));

  let eventPolls: EventPollCalls | undefined;
  let clocks: ClockCalls | undefined;
  let names: NameCalls | undefined;
  let plain: PlainCalls | undefined;

  function addressOf(read: (address: Uint8Array, size: number[]) => number): { count: number; address: Uint8Array } {
    const address = new Uint8Array(ADDRESS_BYTES);
    const size = [ADDRESS_BYTES];
    const count = checked(read(address, size));
    return { count, address: address.slice(0, size[0]) };
  }

  const addressInfo = koffi.struct({
    flags: "int",
    family: "int",
    type: "int",
    protocol: "int",
    size: "uint32_t",
    address: "void *",
    name: "void *",
    next: "void *",
  });
  const addresses: SystemCalls["addresses"] = (host, service, { family, type, protocol, flags }) => {
    const hints = new Uint8Array(48);
    new Int32Array(hints.buffer).set([flags, family, type, protocol]);
    const result: unknown[] = [null];
    const error = c.getaddrinfo(host ?? null, service ?? null, hints, result);
    if (error !== 0) throw new SystemFault(error, c.gai_strerror(error) as unknown as string);
    const found: ReturnType<SystemCalls["addresses"]>[number][] = [];
    for (let at = result[0]; at !== null; ) {
      const each = koffi.decode(at, addressInfo);
      found.push({
        family: each.family,
        type: each.type,
        protocol: each.protocol,
        name: each.name === null ? "" : (koffi.decode(each.name, "char", -1) as string),
        address: Uint8Array.from(koffi.decode(each.address, "uint8_t", each.size) as number[]),
      });
      at = each.next;
    }
    c.freeaddrinfo(result[0]);
    return found;
  };

  return {
    socket: (family, type, protocol) => checked(c.socket(family, type | SOCK_NONBLOCK_AND_CLOEXEC, protocol)),
    socketPair(family, type, protocol) {
      const descriptors: [number, number] = [0, 0];
      checked(c.socketpair(family, type | SOCK_NONBLOCK_AND_CLOEXEC, protocol, descriptors));
      return descriptors;
    },
    bind: (socket, address) => void checked(c.bind(socket, address, address.length)),
    connect: (socket, address) => void checked(c.connect(socket, address, address.length)),
    listen: (socket, backlog) => void checked(c.listen(socket, backlog)),
    accept(socket) {
      const { count, address } = addressOf((bytes, size) => c.accept4(socket, bytes, size, SOCK_NONBLOCK_AND_CLOEXEC));
      return { descriptor: count, address };
    },
    receive: (socket, bytes, flags) =>
      addressOf((address, size) => c.recvfrom(socket, bytes, bytes.length, flags, address, size)),
    send: (socket, bytes, flags, address) =>
      checked(c.sendto(socket, bytes, bytes.length, flags | MSG_NOSIGNAL, address ?? null, address?.length ?? 0)),
    shutdown: (socket, how) => void checked(c.shutdown(socket, how)),
    localAddress: (socket) => addressOf((address, size) => c.getsockname(socket, address, size)).address,
    peerAddress: (socket) => addressOf((address, size) => c.getpeername(socket, address, size)).address,
    option(socket, level, name, size) {
      const value = new Uint8Array(Math.max(size, 1));
      const length = [size];
      checked(c.getsockopt(socket, level, name, value, length));
      return value.slice(0, length[0]);
    },
    setOption: (socket, level, name, value) => void checked(c.setsockopt(socket, level, name, value, value.length)),
    duplicate: (descriptor) => checked(c.fcntl(descriptor, F_DUPFD_CLOEXEC, 0)),
    setBlocking(descriptor, blocks) {
      const flags = checked(c.fcntl(descriptor, F_GETFL, 0));
      checked(c.fcntl(descriptor, F_SETFL, blocks ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
    },
    poll(polled: readonly Polled[], milliseconds) {
      const table = new DataView(new ArrayBuffer(polled.length * 8));
      polled.forEach(({ descriptor, events }, i) => {
        table.setInt32(i * 8, descriptor, true);
        table.setInt16(i * 8 + 4, events, true);
      });
      const count = c.poll(new Uint8Array(table.buffer), polled.length, Math.ceil(milliseconds));
      // A signal, such as that of a process that ends: nothing has come yet, who waits looks again.
      if (count < 0 && koffi.errno() === EINTR) return 0;
      checked(count);
      polled.forEach((each, i) => {
        each.result = table.getUint16(i * 8 + 6, true);
      });
      return count;
    },
    eventPolls() {
      eventPolls ??= createEventPollCalls(library);
      return eventPolls;
    },
    clocks() {
      clocks ??= createClockCalls(library);
      return clocks;
    },
    names() {
      names ??= createNameCalls(library);
      return names;
    },
    plain() {
      plain ??= createPlainCalls(library);
      return plain;
    },
    hostName() {
      const name = new Uint8Array(256);
      checked(c.gethostname(name, name.length));
      return textOf(name);
    },
    addresses,
    ...createProcessCalls(library),
  };
}
